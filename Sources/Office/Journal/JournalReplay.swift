public import Elections
public import TransparencyLog

/// Folds a journal into the state it comes to, entry by entry, and holds each against what it must be.
public struct JournalReplay: Sendable {
    /// The state behind the last entry.
    public private(set) var state = ElectionState()
    /// The tree over the entries.
    public private(set) var frontier = TreeFrontier()
    /// The time of the last entry; 0 before the first.
    public private(set) var time = 0
    /// The number of entries.
    public var count: Int { frontier.size }

    /// An empty journal.
    public init() {}

    /// Folds the next entry, hashed with `hasher`.
    ///
    /// - Returns: The entry.
    /// - Throws: ``JournalFault`` when it is not what may stand here; the replay ends then.
    /// - Complexity: O(size of the entry).
    public mutating func fold(_ stored: StoredEntry, with hasher: borrowing TreeHasher) throws(JournalFault)
        -> JournalEntry
    {
        let sequence = count
        func fault(_ reason: JournalFault.Reason) -> JournalFault {
            JournalFault(sequence: sequence, reason: reason)
        }
        let entry: JournalEntry
        do throws(CanonicalFault) {
            entry = try JournalEntry(canonicalText: stored.text)
        } catch {
            throw fault(.text(error))
        }
        guard stored.sequence == sequence, entry.sequence == sequence else { throw fault(.outOfPlace) }
        guard entry.account.utf8.elementsEqual(stored.account.utf8),
            entry.request.utf8.elementsEqual(stored.request.utf8)
        else { throw fault(.otherRequest) }
        guard entry.isSalted else { throw fault(.salt) }
        guard entry.time >= time else { throw fault(.timeGoesBack) }
        let author = Author(account: entry.account, time: entry.time, entry: sequence)
        for (place, act) in entry.acts.enumerated() {
            guard state.accepts(signaturesOf: act) else { throw fault(.signature(place)) }
            do throws(ActFault) {
                try state.apply(act, by: author)
            } catch {
                throw fault(.act(place, error))
            }
        }
        time = entry.time
        frontier.append(hasher.leaf(stored.text), with: hasher)
        return entry
    }

    /// Folds what a store holds behind what was folded already, and hands on each entry with the tree behind it.
    ///
    /// - Throws: ``ReplayFault``; also where the store's tree head is not that of its entries.
    /// - Complexity: O(size of the journal), one part of it in memory at a time.
    public mutating func fold(
        _ store: any JournalStore,
        each: (JournalEntry, StoredEntry, TreeFrontier) -> Void = { _, _, _ in }
    ) async throws(ReplayFault) {
        try await fold(store, each: each) { _, _ in }
    }

    /// Copies a journal into a store that holds none, and folds what is there then.
    ///
    /// - Parameters:
    ///   - source: Where it lies; entries that come meanwhile are left out.
    ///   - target: Where it shall lie.
    /// - Returns: What it comes to in the target, with the same tree head as in the source.
    /// - Throws: ``ReplayFault``; the target holds anything then.
    /// - Complexity: O(size of the journal), one part of it in memory at a time.
    public static func copy(
        _ source: any JournalStore,
        to target: any JournalStore
    ) async throws(ReplayFault) -> JournalReplay {
        var original = JournalReplay()
        try await original.fold(source, each: { _, _, _ in }) { part, frontier async throws(StoreFault) in
            try await target.append(part, frontier: frontier.bytes)
        }
        var copy = JournalReplay()
        try await copy.fold(target)
        guard copy.frontier == original.frontier else { throw .head(entries: copy.count) }
        return copy
    }

    private mutating func fold(
        _ store: any JournalStore,
        each: (JournalEntry, StoredEntry, TreeFrontier) -> Void,
        part: ([StoredEntry], TreeFrontier) async throws(StoreFault) -> Void
    ) async throws(ReplayFault) {
        let end = try await asking { () async throws(StoreFault) in try await store.end() }
        let hasher = TreeHasher()
        while count < end.count {
            let next = count
            let entries = try await asking { () async throws(StoreFault) in
                try await store.entries(from: next, bytes: Self.part)
            }.prefix(end.count - next)
            guard !entries.isEmpty else { throw .head(entries: count) }
            for stored in entries {
                do throws(JournalFault) {
                    let entry = try fold(stored, with: hasher)
                    each(entry, stored, frontier)
                } catch {
                    throw .journal(error)
                }
            }
            do throws(StoreFault) { try await part(Array(entries), frontier) } catch { throw .store(error) }
        }
        guard end.count == count, count == 0 || end.frontier == frontier.bytes else {
            throw .head(entries: count)
        }
    }

    private func asking<Answer: Sendable>(
        _ question: () async throws(StoreFault) -> Answer
    ) async throws(ReplayFault) -> Answer {
        do throws(StoreFault) {
            return try await question()
        } catch {
            throw .store(error)
        }
    }

    private static let part = 4 << 20
}

/// Why an entry cannot be what was written.
public struct JournalFault: Error, Hashable, Sendable {
    /// The place where it stands.
    public let sequence: Int
    /// What is wrong with it.
    public let reason: Reason

    /// What can be wrong with an entry.
    public enum Reason: Hashable, Sendable {
        case text(CanonicalFault)
        case outOfPlace
        case otherRequest
        case timeGoesBack
        /// Its random bits are not 32 hexadecimal digits.
        case salt
        /// The act at this place among the entry's does not fit what stands before it.
        case act(Int, ActFault)
        /// What the act at this place among the entry's brings with it is not signed as it must be.
        case signature(Int)
    }
}

/// Why a journal could not be folded.
public enum ReplayFault: Error, Hashable, Sendable {
    case store(StoreFault)
    case journal(JournalFault)
    /// The tree head kept with the last batch is not that of the entries.
    case head(entries: Int)
}
