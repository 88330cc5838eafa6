import Apportionment

/// What the office determined in a plenary of its own: figures, seats, or who is elected (penetapan).
///
/// - Legal source: UU 7/2017 art. 411, 419–422; PKPU 5/2019 art. 21–25; UU 1/2015 art. 107–109 (regional elections).
public struct Determination: Hashable, Sendable {
    /// The determinations, each resting on the one before.
    public enum Step: String, CaseIterable, Hashable, Sendable {
        case figures, seats, elected

        /// Those of a ballot, in their order: without lists no seats are divided.
        public static func all(of ballot: Ballot) -> [Step] {
            ballot.choice == .list ? allCases : [.figures, .elected]
        }

        /// The one it rests on; `nil` of the first.
        public func former(of ballot: Ballot) -> Step? {
            let all = Self.all(of: ballot)
            return all.firstIndex(of: self).flatMap { $0 > 0 ? all[$0 - 1] : nil }
        }

        /// Whether the court's notice is named in it: in the first that rests on figures.
        public func namesNotice(of ballot: Ballot) -> Bool { former(of: ballot) == .figures }
    }

    /// The number that stands for the district where a ballot has none, as in a regional election.
    public static let undivided = 0

    /// Votes or seats by contestant number in a district.
    public struct Counts: Hashable, Sendable {
        /// The district by number; ``Determination/undivided`` where there is none.
        public let district: Int
        /// Votes or seats of each contestant; of seats only those who have any.
        public let counts: [Int: Int]

        /// Counts of a district.
        public init(district: Int, _ counts: [Int: Int]) {
            self.district = district
            self.counts = counts
        }
    }

    /// Somebody who is elected.
    public struct Elected: Hashable, Sendable {
        /// The seat.
        public let seat: MemberKey
        /// The number on the party's list in the district; zero of a pair.
        public let candidate: Int
        /// The personal votes.
        public let votes: Int

        /// Somebody who is elected.
        public init(_ seat: MemberKey, candidate: Int, votes: Int) {
            self.seat = seat
            self.candidate = candidate
            self.votes = votes
        }
    }

    /// What is determined.
    public enum Content: Hashable, Sendable {
        /// The votes of each contestant, district by district.
        case figures([Counts])
        /// The seats of each contestant, district by district.
        case seats([Counts])
        /// Who is elected, in the order of the seats.
        case elected([Elected])

        /// Which determination it is.
        public var step: Step {
            switch self {
            case .figures: .figures
            case .seats: .seats
            case .elected: .elected
            }
        }
    }

    /// The ballot.
    public let ballot: Ballot
    /// The districts it is of, by number: all of the ballot, but for those that must wait.
    ///
    /// ``undivided`` where there is none.
    public let districts: [Int]
    /// What is determined.
    public let content: Content
    /// The decision it rests on.
    public let decision: DecisionKey
    /// The court's notice of which petitions it registered; named once, where seats are determined, or without lists who
    /// is elected.
    public let notice: Revote.Paper?
    /// Why it is determined again; `nil` of the first.
    public let ground: String?

    /// A determination.
    public init(
        of ballot: Ballot,
        _ districts: [Int],
        _ content: Content,
        by decision: DecisionKey,
        notice: Revote.Paper? = nil,
        ground: String? = nil
    ) {
        self.ballot = ballot
        self.districts = districts
        self.content = content
        self.decision = decision
        self.notice = notice
        self.ground = ground
    }

    /// Which of the three it is.
    public var step: Step { content.step }
}

extension Determination.Content {
    /// The votes or seats of a district; `nil` where it has none of it.
    func counts(of district: Int) -> [Int: Int]? {
        switch self {
        case .figures(let rows), .seats(let rows): rows.first { $0.district == district }?.counts
        case .elected: nil
        }
    }

    /// What follows from the certificates of districts; the districts in the order in which they are named.
    ///
    /// - Throws: ``ResultFault`` where a tie is open, or not enough is known.
    fileprivate static func following(
        _ step: Determination.Step,
        from districts: [OfficialDistrict],
        _ contestants: [Contestant]
    ) throws(ResultFault) -> Self {
        func counts(_ of: (OfficialDistrict) -> [Int], where isWanted: (Int) -> Bool) -> [Determination
            .Counts]
        {
            districts.map { district in
                let counts = zip(contestants, of(district)).filter { isWanted($0.1) }.map { ($0.number, $1) }
                return Determination.Counts(
                    district: district.district.number,
                    Dictionary(uniqueKeysWithValues: counts)
                )
            }
        }
        switch step {
        case .figures: return .figures(counts(\.votes) { _ in true })
        case .seats:
            for district in districts where district.allocation.tie != nil {
                throw .tie(district: district.district.number, contestant: nil)
            }
            return .seats(counts(\.allocation.seats) { $0 > 0 })
        case .elected:
            var elected: [Determination.Elected] = []
            for district in districts { elected += try district.elected() }
            return .elected(elected)
        }
    }
}

/// What the certificates of a ballot come to: district by district, or without lists at once.
enum OfficialResult {
    case districts([OfficialDistrict], Contest)
    case undivided(OfficialWinners, Ballot)

    /// What is to be determined of it.
    ///
    /// - Throws: ``ResultFault`` where a tie is open, or not enough is known.
    func following(_ step: Determination.Step) throws(ResultFault) -> Determination.Content {
        switch self {
        case .districts(let districts, let contest):
            return try .following(step, from: districts, contest.contestants)
        case .undivided(let official, let ballot):
            switch step {
            case .figures:
                let votes = Dictionary(uniqueKeysWithValues: zip(official.contestants, official.votes))
                return .figures([Determination.Counts(district: Determination.undivided, votes)])
            case .seats: throw .notDividedHere(ballot)
            case .elected: return .elected(try official.elected())
            }
        }
    }
}

extension OfficialDistrict {
    /// Who is elected; a seat for which a list has nobody stays without a name.
    fileprivate func elected() throws(ResultFault) -> [Determination.Elected] {
        let number = district.number
        if allocation.tie != nil { throw .tie(district: number, contestant: nil) }
        guard !lists.isEmpty else { throw .noLists }
        var elected: [Determination.Elected] = []
        for list in lists {
            let ranking: ListRanking
            do throws(RankingRefusal) { ranking = try list.ranking.get() } catch {
                throw .ranking(district: number, contestant: list.contestant, error)
            }
            if ranking.tie != nil { throw .tie(district: number, contestant: list.contestant) }
            elected += ranking.elected.map {
                let key = MemberKey(district: number, contestant: list.contestant, seat: $0.seat)
                return Determination.Elected(key, candidate: $0.candidate.number, votes: $0.votes)
            }
        }
        return elected
    }
}
