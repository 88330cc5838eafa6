/// The lists of an electoral district with the votes of all who stand on them, as the forms that count have them.
public struct DistrictLists: Sendable {
    /// Of which candidates it is told where their votes come from.
    public enum Spreads: Sendable {
        /// Of those of a list whose votes are equal.
        case ofEquals
        /// Of all.
        case ofAll
    }

    /// The lists, one for each party in the order of the ballot.
    public let lists: [VotedList]
    /// Whether the form of every station is there, and has votes for each contestant: before, no seat is anybody's.
    public let isComplete: Bool
    /// The stations that have the ballot, by their places in the register.
    let stations: [Int]

    private let result: ContestResult
    private let regions: Regions

    /// The lists of a district; `nil` where no lists are known, or the ballot's votes are on no forms.
    ///
    /// A candidate's votes are `nil` while any form of the district is missing, or lacks them.
    ///
    /// - Parameters:
    ///   - district: The district.
    ///   - result: The ballot.
    ///   - snapshot: The election.
    ///   - spreads: Of whom it is told where the votes come from.
    /// - Complexity: O(stations × candidates).
    public init?(
        _ district: ElectoralDistrict,
        of result: ContestResult,
        in snapshot: Snapshot,
        spreads: Spreads = .ofEquals
    ) {
        guard Self.isKnown(of: result) else { return nil }
        let contest = result.contest
        self.result = result
        regions = snapshot.election.regions
        let (regions, ballot) = (regions, contest.ballot)
        let stations = district.regions.flatMap { regions.stationPositions(in: $0) }.filter {
            snapshot.election.has(ballot, atStation: $0)
        }
        self.stations = stations
        let totals = ColumnSums(contest, contest.contestants.map { .votes($0.number) })
        isComplete = stations.allSatisfy { place in
            result.forms[place].map { !totals.figures(on: $0).contains(nil) } ?? false
        }
        lists = contest.contestants.map { contestant in
            let list =
                contest.lists.first { $0.contestant == contestant.number && $0.district == district.number }
                ?? CandidateList(district: district.number, contestant: contestant.number, candidates: [])
            let fields = Self.fields(of: list)
            let sums = ColumnSums(contest, fields)
            let rows = stations.map { place in
                result.forms[place].map(sums.figures) ?? fields.map { _ in nil }
            }
            return Self.list(
                list,
                rows,
                stations.map { regions.stations[$0] },
                contest.statuses,
                spreads
            )
        }
    }

    /// Whether the votes of candidates on a ballot can be known.
    static func isKnown(of result: ContestResult) -> Bool {
        guard case .forms = result.basis else { return false }
        return result.contest.ballot.choice == .list && !result.contest.lists.isEmpty
    }

    private static func fields(of list: CandidateList) -> [Field] {
        [.partyVotes(list.contestant)]
            + list.candidates.map { .candidateVotes(list.contestant, $0.number) }
    }

    /// A list whose votes stand in rows, a station each: the party's first.
    private static func list(
        _ list: CandidateList,
        _ rows: [[Int?]],
        _ stations: [StationCode],
        _ statuses: [CandidateKey: CandidateStatus],
        _ spreads: Spreads
    ) -> VotedList {
        func sum(_ column: Int) -> Int? {
            rows.reduce(rows.isEmpty ? nil : 0) { sum, row in
                sum.flatMap { sum in row[column].map { sum + $0 } }
            }
        }
        let votes = list.candidates.indices.map { sum($0 + 1) }
        var standings: [Int: CandidateStanding] = [:]
        for (place, candidate) in list.candidates.enumerated() {
            let isEqual = votes.indices.contains { $0 != place && votes[$0] == votes[place] }
            var spread: VoteSpread?
            if votes[place] != nil, isEqual || spreads == .ofAll {
                spread = VoteSpread(
                    zip(stations, rows).compactMap { station, figures in
                        figures[place + 1].flatMap { $0 > 0 ? (station, $0) : nil }
                    }
                )
            }
            standings[candidate.number] = CandidateStanding(
                votes: votes[place],
                status: statuses[CandidateKey(list.key, candidate.number)] ?? .standing,
                spread: spread
            )
        }
        return VotedList(list: list, party: sum(0), standings: standings)
    }
}

extension DistrictLists {
    /// A station of the district whose votes are in doubt.
    ///
    /// - Parameters:
    ///   - code: The station.
    ///   - most: The most votes that may stand there.
    /// - Returns: It with its votes; `nil` where it is none of the district's, or has no form.
    /// - Complexity: O(candidates).
    public func contested(_ code: StationCode, most: Int) -> ContestedStation? {
        guard let place = regions.position(of: code), stations.contains(place),
            let form = result.forms[place]
        else { return nil }
        var votes: [Int: ListVotes] = [:]
        for list in lists.map(\.list) {
            let figures = ColumnSums(result.contest, Self.fields(of: list)).figures(on: form)
            var candidates: [Int: Int] = [:]
            for (candidate, figure) in zip(list.candidates, figures.dropFirst()) {
                candidates[candidate.number] = figure
            }
            votes[list.contestant] = ListVotes(party: figures[0], candidates: candidates)
        }
        return ContestedStation(code: code, most: most, votes: votes)
    }
}
