/// Votes that are in doubt: they are taken out, and any votes up to a bound may stand in their place.
///
/// The votes that may come are whole numbers from zero, one for each party, together at most ``most``. Stations with
/// a bound each are covered: whatever stays within the sum of their bounds can be dealt out to them one by one.
public struct ContestedVotes: Hashable, Sendable {
    /// The question with all votes as they are recorded.
    public let recorded: Distribution

    /// The same question without the votes in doubt.
    public let certain: Distribution

    /// The most votes that may come in their place.
    public let most: Int

    /// Takes the votes in doubt out of a distribution.
    ///
    /// - Parameters:
    ///   - recorded: The question as it is recorded; who takes part stays fixed.
    ///   - contested: The votes in doubt per party, those of parties that take no part included.
    ///   - most: The most votes that may come in their place, zero or more.
    /// - Throws: ``Fault`` naming the first thing that is wrong.
    /// - Complexity: O(parties).
    public init(_ recorded: Distribution, contested: [Int], most: Int) throws(Fault) {
        guard contested.count == recorded.votes.count else {
            throw .countsDiffer(parties: recorded.votes.count, contested: contested.count)
        }
        var certain = recorded
        for (party, votes) in contested.enumerated() {
            guard (0...recorded.votes[party]).contains(votes) else {
                throw .contestedOutOfRange(party: party, votes: votes, of: recorded.votes[party])
            }
            certain.move(votes, from: party, to: nil)
        }
        let largest = certain.votes.max() ?? 0
        guard most >= 0, most < Distribution.voteRange.upperBound - largest, most <= Int.max - certain.total
        else {
            throw .mostOutOfRange(most)
        }
        self.recorded = recorded
        self.certain = certain
        self.most = most
    }

    /// Why votes cannot be taken out.
    public enum Fault: Error, Hashable, Sendable {
        /// There are votes in doubt for another number of parties.
        case countsDiffer(parties: Int, contested: Int)
        /// A party has fewer votes than are in doubt, or fewer than none are.
        case contestedOutOfRange(party: Int, votes: Int, of: Int)
        /// The bound is below zero, or a party could get more votes than ``Distribution/voteRange`` holds.
        case mostOutOfRange(Int)
    }
}

extension ContestedVotes {
    /// The outcome when these votes stand where the contested ones stood.
    ///
    /// - Parameter votes: Per party, each zero or more, together at most ``most``.
    /// - Returns: nil when the votes are not within these bounds.
    /// - Complexity: O(parties · log parties).
    public func outcome(with votes: [Int]) -> Allocation? {
        guard votes.count == certain.votes.count else { return nil }
        var left = most
        for count in votes {
            guard (0...left).contains(count) else { return nil }
            left -= count
        }
        return outcome(placing: votes)
    }

    /// The outcome when votes within the bounds stand where the contested ones stood.
    func outcome(placing votes: [Int]) -> Allocation {
        var trial = certain
        for (party, count) in votes.enumerated() { trial.move(count, from: nil, to: party) }
        return trial.allocation()
    }

    /// No votes but `count` of one party.
    func only(_ count: Int, for party: Int) -> [Int] {
        var votes = certain.votes.map { _ in 0 }
        votes[party] = count
        return votes
    }

    /// The parties that take part.
    var parties: [Int] { certain.votes.indices.filter(certain.takesPart) }
}
