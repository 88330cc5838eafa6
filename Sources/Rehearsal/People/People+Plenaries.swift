import Elections

extension People {
    /// Somebody with a mandate.
    struct Member {
        let account: String
        let role: Role
        /// Where; everywhere where `nil`.
        let place: RegionCode?
        /// Whose witness they are.
        let contestant: Int?

        init(_ account: String, _ role: Role, _ place: RegionCode?, contestant: Int? = nil) {
            self.account = account
            self.role = role
            self.place = place
            self.contestant = contestant
        }
    }

    /// A contestant's witness in the plenaries of one region, and the ballots they are there for.
    struct Witness {
        let account: String
        let contestant: Int
        let ballots: [Ballot]
    }

    /// The members of a body that holds plenaries.
    static let bodySize = 5

    /// The most witnesses of parties, or of the pairs or persons of one ballot, in a plenary.
    private static let mostWitnesses = 3

    /// The body that holds the plenaries of a region, its chair first: the commission, or a subdistrict's committee.
    static func body(of region: RegionCode) -> [String] {
        region.tier == .subdistrict
            ? (1...bodySize).map { "ppk-\(region.digits)-\($0)" }
            : [chair] + (2...bodySize).map { "commissioner-\($0)" }
    }

    /// Who supervises the election in a region.
    static func overseer(of region: RegionCode) -> String {
        region.tier == .subdistrict ? "panwas-\(region.digits)" : "bawaslu"
    }

    /// Who is on the committee of the station of a re-vote, by its number.
    static func committee(ofRevote number: Int) -> String { "kpps-\(number)" }

    /// The witnesses in a region's plenaries: of the first contestants of each ballot, of a party for all of its lists.
    static func witnesses(in region: RegionCode, _ election: Election, _ ballots: [Ballot]) -> [Witness] {
        let place = region.tier == .subdistrict ? "\(region.digits)-" : ""
        var groups: [(name: String, contests: [Contest])] = []
        for contest in election.contests where ballots.contains(contest.ballot) {
            let name = contest.ballot.choice == .list ? "party" : contest.ballot.rawValue.lowercased()
            if let known = groups.firstIndex(where: { $0.name == name }) {
                groups[known].contests.append(contest)
            } else {
                groups.append((name, [contest]))
            }
        }
        return groups.flatMap { group in
            let numbers = Set(
                group.contests.flatMap(\.contestants).filter { $0.kind != .blank }.map(\.number)
            )
            return numbers.sorted().prefix(mostWitnesses).map { number in
                Witness(
                    account: "witness-\(place)\(group.name)-\(number)",
                    contestant: number,
                    ballots: group.contests.filter { contest in
                        contest.contestants.contains { $0.number == number && $0.kind != .blank }
                    }.map(\.ballot)
                )
            }
        }
    }

    /// Everybody who holds plenaries, attends them, reads forms again, or asks for re-votes.
    static func members(for plan: RehearsalPlan, of election: Election) -> [Member] {
        let regions = PlenaryPlan.regions(of: election, for: plan)
        var members = (2...bodySize).map { Member("commissioner-\($0)", .commissioner, nil) }
        members.append(Member(overseer(of: election.place), .overseer, nil))
        members += rereaders.map { Member($0, .staff, nil) }
        var known: Set<String> = [chair]
        for region in regions {
            let place = region.tier == .subdistrict ? region : nil
            if region.tier == .subdistrict {
                members += body(of: region).map { Member($0, .subdistrictCommittee, place) }
                members.append(Member(overseer(of: region), .overseer, place))
            }
            members += witnesses(in: region, election, plan.ballots).map {
                Member($0.account, .witness, place, contestant: $0.contestant)
            }
        }
        members += RehearsedRevotes.planned(for: plan, of: election).map {
            Member(committee(ofRevote: $0.number), .stationCommittee, $0.station.village)
        }
        return members.filter { known.insert($0.account).inserted }
    }
}
