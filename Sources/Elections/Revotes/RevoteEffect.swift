import Apportionment

/// What votes and counts held again changed on a ballot: the earliest forms that anybody read beside those that count.
///
/// A station of which no earlier form is known changes nothing here.
public struct RevoteEffect: Sendable {
    /// What changed for one contestant.
    public struct Row: Hashable, Sendable {
        /// The contestant's number.
        public let contestant: Int
        /// Votes of all stations, by the earliest forms; `nil` where none has any.
        public let votesBefore: Int?
        /// Votes of all stations that count; `nil` where none has any.
        public let votesAfter: Int?
        /// Seats over all districts, by the earliest forms; `nil` where none are divided here.
        public let seatsBefore: Int?
        /// Seats over all districts; `nil` where none are divided here.
        public let seatsAfter: Int?
    }

    /// The contestants, in the order of the ballot.
    public let rows: [Row]
    /// The districts in which somebody has other seats than by the earliest forms, or a tie came or went.
    public let districts: [Int]

    /// What changed; `nil` where nothing was superseded, or the earliest forms cannot be added up.
    ///
    /// - Complexity: O(stations × contestants).
    public init?(_ snapshot: Snapshot, _ result: ContestResult) {
        let superseded = result.supersessions.filter { $0.first != nil }
        var forms = result.forms
        for station in superseded { forms[station.station] = station.first?.form }
        guard !superseded.isEmpty,
            let first = try? Adder(election: snapshot.election, contest: result.contest).sums(with: forms),
            let place = snapshot.election.regions.position(of: snapshot.election.place)
        else { return nil }
        func seats(_ districts: [DistrictResult], _ contestant: Int) -> Int? {
            districts.isEmpty ? nil : districts.reduce(0) { $0 + $1.allocation.seats[contestant] }
        }
        rows = result.contest.contestants.enumerated().map { contestant, known in
            Row(
                contestant: known.number,
                votesBefore: first.figures[place].votes[contestant],
                votesAfter: result.figures[place].votes[contestant],
                seatsBefore: seats(first.districts, contestant),
                seatsAfter: seats(result.districts, contestant)
            )
        }
        districts = zip(first.districts, result.districts).filter { before, after in
            before.allocation.seats != after.allocation.seats
                || before.allocation.tie != after.allocation.tie
        }.map(\.0.district.number)
    }
}
