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

        /// The seats in order; those a decision gave come last, in party order.
        public var steps: [Step] {
            let sure = Array(distribution.steps())
            guard let decided else { return sure }
            var steps = sure
            for (party, seats) in decided.enumerated() {
                for further in 0..<seats {
                    steps.append(
                        decidedStep(steps.count + 1, party, allocation.seats[party] - seats + further)
                    )
                }
            }
            return steps
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
