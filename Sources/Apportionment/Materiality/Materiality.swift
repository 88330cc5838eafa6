/// Whether contested votes can change an outcome, with the figures behind the answer: exact for every ``Method``.
///
/// A change is any other ``Allocation``: a tie is one, and where the outcome is a tie already, any other outcome is.
///
/// **Why pairs are enough.** An outcome without a tie stands exactly as long as each party that holds seats has votes
/// and claims its last seat with more than every other party that has votes claims one more. So it can change exactly
/// when one such pair can be turned. Take any votes that turn a pair, and give all of them to the loser, and all others
/// that may come: the winner has no more votes than before, and the loser no fewer. In a divisor method nothing else
/// counts, and the pair is turned still. In a quota method let n be the number of quotas in all votes, and k how many
/// more of them the winner has paid than the loser; k lies between −n and n, as nobody pays n more than another. A vote
/// that moves to the loser takes 1 or 2 from the winner's lead, and one that is new 1 + k/n, which is above zero: the
/// pair is turned still. So one way to place the votes is tried for each pair: all for the loser. ``Method/droop``
/// rounds its quota: of each sum of votes this way is the best, and the sums are searched for the first that turns it.
///
/// **A tie** does not outlast both no contested vote and a single one for each of the tied: that one vote changes the
/// difference of two claims by 1 − k/n or, where a quota is rounded, for one of the two parties at least.
public struct Materiality: Hashable, Sendable {
    /// The question.
    public let contested: ContestedVotes

    /// The outcome of all votes as they are recorded; a tie that was decided is a tie here.
    public let outcome: Allocation

    /// Each party with a seat against each other party, in party order; none where the outcome is a tie.
    public let rivalries: [Rivalry]

    /// Votes that make another outcome; nil: none within the bounds do.
    public let change: Change?

    /// Contested votes and what they come to.
    public struct Change: Hashable, Sendable {
        /// The votes per party that stand where the contested ones stood.
        public let votes: [Int]

        /// The outcome they make.
        public let outcome: Allocation
    }

    fileprivate init(_ contested: ContestedVotes) {
        self.contested = contested
        let outcome = contested.recorded.allocation()
        self.outcome = outcome
        guard outcome.tie == nil else {
            rivalries = []
            change = contested.otherThanTie(outcome)
            return
        }
        let parties = contested.parties
        rivalries = parties.filter { outcome.seats[$0] > 0 }.flatMap { winner in
            parties.filter { $0 != winner }.map { contested.rivalry(of: winner, $0, in: outcome) }
        }
        change = Self.closest(rivalries.filter(\.reaches)).map { rivalry in
            contested.change(to: contested.only(rivalry.needed ?? contested.most, for: rivalry.loser))
        }
    }

    /// Whether any votes within the bounds change the outcome.
    public var canChange: Bool { change != nil }

    /// The pair that takes the fewest contested votes; nil where the outcome is a tie or nobody can be reached at all.
    public var closest: Rivalry? { Self.closest(rivalries) }

    private static func closest(_ rivalries: [Rivalry]) -> Rivalry? {
        rivalries.filter { $0.needed != nil }.min { ($0.needed ?? .max) < ($1.needed ?? .max) }
    }
}

extension ContestedVotes {
    /// Whether the contested votes can change the outcome.
    ///
    /// - Complexity: O(parties · parties with seats · log votes).
    public func materiality() -> Materiality {
        Materiality(self)
    }

    func change(to votes: [Int]) -> Materiality.Change {
        Materiality.Change(votes: votes, outcome: outcome(placing: votes))
    }

    /// Votes that end a tie or make another of it.
    fileprivate func otherThanTie(_ outcome: Allocation) -> Materiality.Change? {
        let tied = most > 0 ? outcome.tie?.parties ?? [] : []
        let trials = [certain.votes.map { _ in 0 }] + tied.map { only(1, for: $0) }
        return trials.lazy.map(change).first { $0.outcome != outcome }
    }
}
