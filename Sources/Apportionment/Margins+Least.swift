extension Margins {
    /// The fewest votes that change the outcome when they are added, however they are spread over the parties.
    ///
    /// One party alone gets there first: while the sum of votes is the same, each condition under which the outcome
    /// stands is linear in the votes added, so that of all ways to spread them one to a single party breaks it.
    ///
    /// - Returns: nil when no number of votes does.
    /// - Complexity: O(parties² · log votes).
    public func leastAdded() -> Int? {
        distribution.votes.indices.compactMap { adding(to: $0)?.votes }.min()
    }

    /// The fewest votes that change the outcome when each of them may be added, taken away, or moved to another
    /// party.
    ///
    /// For the same reason one kind of change alone gets there first, but with ``Method/droop``: its quota jumps, and
    /// changes of several kinds together can do with fewer.
    ///
    /// - Returns: nil when no number of votes does.
    /// - Complexity: O(parties³ · log votes).
    public func leastChanged() -> Int? {
        let parties = distribution.votes.indices
        var least = leastAdded()
        for giver in parties {
            let changes = [taking(from: giver)] + parties.map { moving(from: giver, to: $0) }
            least = (changes.compactMap { $0?.votes } + (least.map { [$0] } ?? [])).min()
        }
        return least
    }
}
