import Elections
import Synchronization

/// Who is elected, added up once for each ballot of a site.
final class ElectedMemory: Sendable {
    private let known = Mutex<[Ballot: ElectedCandidates?]>([:])

    /// Who is elected on a ballot; `nil` where that cannot be asked.
    ///
    /// - Complexity: O(stations × candidates) the first time.
    func elected(_ result: ContestResult, in snapshot: Snapshot) -> ElectedCandidates? {
        let ballot = result.contest.ballot
        // Two that come first at once both add up: the same.
        if let elected = known.withLock({ $0[ballot] }) { return elected }
        let elected = ElectedCandidates(snapshot, result)
        known.withLock { $0[ballot] = .some(elected) }
        return elected
    }
}
