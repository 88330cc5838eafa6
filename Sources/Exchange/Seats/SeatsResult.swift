public import Apportionment

/// The seats of every district of a file of votes.
public struct SeatsResult: Sendable {
    /// Where seats are divided: a district of an election; empty texts where the file has no such column.
    public struct Place: Hashable, Sendable {
        /// The election.
        public let election: String
        /// The district.
        public let district: String
    }

    /// A row of the file.
    public struct Row: Sendable {
        /// Where the party stands.
        public let place: Place
        /// The party.
        public let party: String
        /// Its votes there.
        public let votes: Int
        /// Its seats; contested ones belong to nobody.
        public let seats: Int
    }

    /// The seats of one district.
    public struct District: Sendable {
        /// Where it is.
        public let place: Place
        /// The parties in the order of the file.
        public let parties: [String]
        /// The votes and the rule.
        public let distribution: Distribution
        /// The outcome, after the decision when there is one.
        public let allocation: Allocation
        /// The contested seats a decision gave, per party; `nil` without one.
        public let decided: [Int]?
        /// The outcome together with the seats that parties hold anyway.
        public let house: House

        /// The seats in order, made as they are asked for; those a decision gave come last, in party order.
        public var steps: some Sequence<Step> {
            let sure = distribution.steps()
            let first = (decided?.reduce(allocation.seats.reduce(0, +), -) ?? 0) + 1
            let given = (decided ?? []).enumerated().lazy.flatMap { party, seats in
                (0..<seats).lazy.map { (party, allocation.seats[party] - seats + $0) }
            }
            let decisions = given.enumerated().lazy.map { decidedStep(first + $0, $1.0, $1.1) }
            return [AnySequence(sure), AnySequence(decisions)].lazy.joined()
        }

        private func decidedStep(_ seat: Int, _ party: Int, _ held: Int) -> Step {
            Step(
                seat: seat,
                winner: Bid(party: party, quotient: distribution.quotient(of: party, holding: held)),
                votes: distribution.votes[party],
                divisor: distribution.divisor(after: held),
                runnerUp: nil
            )
        }
    }

    /// The rows in the order of the file.
    public let rows: [Row]
    /// The districts in the order of their first rows.
    public let districts: [District]

    /// The districts with a tie that nobody has decided.
    public var tied: [District] {
        districts.filter { $0.allocation.tie != nil }
    }
}
