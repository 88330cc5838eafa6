import Elections
import Foundation
import Logging
import Office
import SQLiteStorage
import Synchronization
import TransparencyLog

/// A folder that is gone when the test is.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A clock that says what it is told.
final class ManualClock: Sendable {
    private let time: Atomic<Int>

    init(_ time: Int) { self.time = Atomic(time) }

    func set(_ now: Int) { time.store(now, ordering: .relaxed) }

    var now: Int { time.load(ordering: .relaxed) }
}

/// A real store that can be told to fail at the next batch.
actor FaultyStore: JournalStore {
    enum Next {
        case fault(StoreFault)
        /// The batch is committed, and the answer lost.
        case lostAfterCommit
        /// Nothing is committed, and the connection lost.
        case lostBeforeCommit
        /// As after a commit, and the store cannot be asked either.
        case lostForGood
    }

    private let store: SQLiteStore
    private var next: Next?
    private var good = 0
    private var isSilent = false
    private var shorter: Int?
    private(set) var batches = 0
    private(set) var isClosed = false

    init(_ store: SQLiteStore) { self.store = store }

    /// Fails at the next batch, or at one behind so many that do not fail.
    func fail(_ next: Next, after batches: Int = 0) { (self.next, good) = (next, batches) }

    /// From now on the last entry is not there any more, as after a restore under a running office.
    func lose() async {
        if let end = try? await store.end() { shorter = end.count - 1 }
    }

    func comeBack() { isSilent = false }

    func end() async throws(StoreFault) -> JournalEnd {
        if isSilent { throw .unreachable("silent") }
        if let shorter { return JournalEnd(count: shorter, frontier: try await frontier(of: shorter)) }
        return try await store.end()
    }

    func append(_ entries: [StoredEntry], frontier: [UInt8]) async throws(StoreFault) {
        batches += 1
        good -= 1
        let next = good < 0 ? next : nil
        if good < 0 { self.next = nil }
        switch next {
        case .fault(let fault): throw fault
        case .lostBeforeCommit: throw .outcomeUnknown
        case nil, .lostAfterCommit, .lostForGood:
            try await store.append(entries, frontier: frontier)
            if case .lostForGood = next { isSilent = true }
            if next != nil { throw .outcomeUnknown }
        }
    }

    func entries(from place: Int, bytes: Int) async throws(StoreFault) -> [StoredEntry] {
        if isSilent { throw .unreachable("silent") }
        return try await store.entries(from: place, bytes: bytes)
    }

    func place(ofRequest request: String, by account: String) async throws(StoreFault) -> Int? {
        if isSilent { throw .unreachable("silent") }
        return try await store.place(ofRequest: request, by: account)
    }

    private func frontier(of count: Int) async throws(StoreFault) -> [UInt8] {
        var frontier = TreeFrontier()
        let hasher = TreeHasher()
        for entry in try await store.entries(from: 0, bytes: .max).prefix(count) {
            frontier.append(hasher.leaf(entry.text), with: hasher)
        }
        return frontier.bytes
    }

    func close() async {
        await store.close()
        try? await Task.sleep(for: .milliseconds(50))
        isClosed = true
    }
}

extension ElectionOffice.Surroundings {
    static func test(
        clock: ManualClock = ManualClock(1),
        mostWaiting: Int = 4_096,
        mostBytes: Int = 1 << 27
    ) -> Self {
        Self(
            now: { clock.now },
            randomBits: ElectionOffice.Surroundings.randomBits,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            mostWaiting: mostWaiting,
            mostBytes: mostBytes
        )
    }
}

/// Somebody who may do everything.
let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))

/// A command of many files, of about so many bytes.
func names(_ bytes: Int) -> Command {
    let source = LocalizedText(id: "uji", en: "test")
    let path = String(repeating: "x", count: 30_000)
    let file = SourceFile(path: path, nature: .simulated, source: source)
    return .takeOver([.filesNamed(Array(repeating: file, count: bytes / 30_000))])
}

/// A command of one file, which fits any number of times.
func name(_ file: String) -> Command {
    let source = LocalizedText(id: "uji", en: "test")
    return .takeOver([.filesNamed([SourceFile(path: file, nature: .simulated, source: source)])])
}
