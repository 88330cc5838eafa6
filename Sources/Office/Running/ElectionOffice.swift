public import Elections
public import Logging
public import TransparencyLog

/// One running office: takes commands, decides them one after the other, and acknowledges what is on disk.
///
/// All commands that wait while a batch is written go into the next one. What readers see is durable.
public actor ElectionOffice {
    /// What the office knows, as of an entry that is on disk.
    public struct View: Sendable {
        /// The number of entries behind it.
        public let count: Int
        /// The time of the last of them, in milliseconds since 1970; 0 for none.
        public let time: Int
        /// The facts.
        public let state: ElectionState
        /// The tree over the entries.
        public let frontier: TreeFrontier
    }

    /// What the office takes from the world around it.
    public struct Surroundings: Sendable {
        let now: @Sendable () -> Int
        let randomBits: @Sendable () -> [UInt8]
        let logger: Logger
        let mostWaiting: Int

        /// - Parameters:
        ///   - now: The time in milliseconds since 1970.
        ///   - randomBits: 16 bytes nobody can guess.
        ///   - logger: Where alarms go.
        ///   - mostWaiting: The most commands that may wait to be written.
        public init(
            now: @escaping @Sendable () -> Int,
            randomBits: @escaping @Sendable () -> [UInt8],
            logger: Logger,
            mostWaiting: Int = 4_096
        ) {
            self.now = now
            self.randomBits = randomBits
            self.logger = logger
            self.mostWaiting = mostWaiting
        }
    }

    private let store: any JournalStore
    private let surroundings: Surroundings

    /// What is on disk.
    public private(set) var view: View
    /// With everything that was decided, written or not.
    private var state: ElectionState
    private var frontier: TreeFrontier
    private var time: Int

    private var queue: [Waiting] = []
    /// Commands that were decided and are not on disk yet, with those who ask for the same again.
    private var pending: [Request: [CheckedContinuation<Result<Receipt, Refusal>, Never>]] = [:]
    /// Hashes of all requests on disk: whose is not among them is new, and the store need not be asked.
    private var known: Set<Int>
    private var isWriting = false
    private var phase = Phase.open
    private var subscribers: [Int: AsyncStream<View>.Continuation] = [:]
    private var nextSubscriber = 0
    private var idle: [CheckedContinuation<Void, Never>] = []
    private var recovery: Task<Result<Void, ReplayFault>, Never>?

    private enum Phase {
        case open
        /// The store failed in a way that leaves open what it holds; it must be read again.
        case lost
        case closing
    }

    /// Compared byte by byte, as stores do: texts are equal in more than one spelling.
    private struct Request: Hashable {
        let account: String
        let name: String

        static func == (left: Request, right: Request) -> Bool {
            left.account.utf8.elementsEqual(right.account.utf8)
                && left.name.utf8.elementsEqual(right.name.utf8)
        }

        func hash(into hasher: inout Hasher) {
            for byte in account.utf8 { hasher.combine(byte) }
            hasher.combine(UInt8.max)
            for byte in name.utf8 { hasher.combine(byte) }
        }
    }

    private struct Waiting {
        let entry: StoredEntry
        let request: Request
        let frontier: TreeFrontier
        let time: Int
    }

    private init(
        _ store: any JournalStore,
        _ surroundings: Surroundings,
        _ replay: JournalReplay,
        _ known: Set<Int>
    ) {
        self.store = store
        self.surroundings = surroundings
        self.known = known
        state = replay.state
        frontier = replay.frontier
        time = replay.time
        view = View(replay)
    }

    /// Opens the office whose journal a store holds.
    ///
    /// - Throws: ``ReplayFault`` when the journal cannot be what was written.
    /// - Complexity: O(size of the journal).
    public static func open(
        _ store: any JournalStore,
        _ surroundings: Surroundings
    ) async throws(ReplayFault) -> ElectionOffice {
        try await open(store, surroundings, seen: TreeFrontier())
    }

    /// Opens an office of which something was shown already.
    ///
    /// - Throws: Also when the journal does not go on from what was seen.
    static func open(
        _ store: any JournalStore,
        _ surroundings: Surroundings,
        seen: TreeFrontier
    ) async throws(ReplayFault) -> ElectionOffice {
        let (replay, known, head) = try await read(store, headAt: seen.size)
        guard head == seen else { throw .head(entries: seen.size) }
        return ElectionOffice(store, surroundings, replay, known)
    }

    /// The number of entries on disk and of those that are decided and wait.
    var decidedCount: Int { frontier.size }

    /// Reads the whole journal; also the tree as it was at `count` entries, `nil` when there are fewer.
    private static func read(
        _ store: any JournalStore,
        headAt count: Int
    ) async throws(ReplayFault) -> (JournalReplay, Set<Int>, TreeFrontier?) {
        var replay = JournalReplay()
        var known: Set<Int> = []
        var head: TreeFrontier? = count == 0 ? replay.frontier : nil
        try await replay.fold(store) { entry, _, frontier in
            known.insert(Request(account: entry.account, name: entry.request).hashValue)
            if frontier.size == count { head = frontier }
        }
        return (replay, known, head)
    }
}

extension ElectionOffice {
    /// Does what an officer asks, or refuses; when it returns, the command is in the journal and on disk.
    ///
    /// - Parameters:
    ///   - command: What to do.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it, 1…200 bytes: asked again under the same name, it is not done again.
    /// - Returns: Where it stands.
    /// - Throws: ``Refusal``; nothing was done, but after ``Refusal/unknown``.
    public func perform(
        _ command: Command,
        as officer: Officer,
        request: String
    ) async throws(Refusal) -> Receipt {
        try officer.check(command, request)
        let key = Request(account: officer.account, name: request)
        if let receipt = try await earlier(key) { return receipt }
        guard queue.count < surroundings.mostWaiting else { throw .busy }
        let size = command.largestText
        guard size <= StoredEntry.largest - Self.largestEnvelope else { throw .tooLarge(bytes: size) }
        let acts: [Act]
        do throws(ActFault) {
            acts = try state.decide(command)
        } catch {
            throw .misfit(error)
        }
        return try await enqueue(acts, key).get()
    }

    /// The answer to a request that was made before; `nil` when it is new.
    private func earlier(_ key: Request) async throws(Refusal) -> Receipt? {
        while case .lost = phase { try await recover() }
        guard case .open = phase else { throw .closed }
        if pending[key] != nil {
            let answer = await withCheckedContinuation { pending[key, default: []].append($0) }
            return Receipt(sequence: try answer.get().sequence, isRepeated: true)
        }
        guard known.contains(key.hashValue) else { return nil }
        let place: Int?
        do throws(StoreFault) {
            place = try await store.place(ofRequest: key.name, by: key.account)
        } catch {
            throw .notStored(error)
        }
        if let place { return Receipt(sequence: place, isRepeated: true) }
        // Another request has the same hash. While the store was asked, anything may have happened.
        if pending[key] == nil, case .open = phase { return nil }
        return try await earlier(key)
    }

    /// What an entry holds beside its acts, at most: account and name of 200 bytes, each of them escaped, and figures.
    private static let largestEnvelope = 2 * 200 * 6 + 512

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    private func enqueue(_ acts: [Act], _ key: Request) async -> Result<Receipt, Refusal> {
        let now = surroundings.now()
        let isBehind = now < time
        if isBehind {
            surroundings.logger.warning(
                "the clock is behind the journal",
                metadata: ["clock": "\(now)", "journal": "\(time)"]
            )
        }
        let sequence = frontier.size
        let entry = JournalEntry(
            sequence: sequence,
            time: max(now, time),
            clock: isBehind ? now : nil,
            account: key.account,
            request: key.name,
            salt: Self.hexadecimal(surroundings.randomBits()),
            acts: acts
        )
        let text = entry.canonicalText
        time = entry.time
        let hasher = TreeHasher()
        frontier.append(hasher.leaf(text), with: hasher)
        queue.append(
            Waiting(
                entry: StoredEntry(sequence: sequence, account: key.account, request: key.name, text: text),
                request: key,
                frontier: frontier,
                time: time
            )
        )
        return await withCheckedContinuation { continuation in
            pending[key] = [continuation]
            if !isWriting {
                isWriting = true
                Task { await self.write() }
            }
        }
    }
}

extension ElectionOffice {
    /// Writes what waits, batch after batch, until nothing waits.
    private func write() async {
        while !queue.isEmpty {
            let batch = takeBatch()
            guard let last = batch.last else { break }
            // Everything that was decided stands in this batch, unless it was too large for one.
            let after = queue.isEmpty ? state : nil
            do throws(StoreFault) {
                try await append(batch, last.frontier)
            } catch {
                fail(batch, error)
                continue
            }
            acknowledge(batch, last, after)
        }
        isWriting = false
        for waiter in idle { waiter.resume() }
        idle = []
    }

    private func takeBatch() -> [Waiting] {
        var bytes = 0
        let count = queue.prefix { waiting in
            bytes += waiting.entry.text.count
            return bytes <= StoredEntry.largest
        }.count
        let batch = Array(queue.prefix(max(1, count)))
        queue.removeFirst(batch.count)
        return batch
    }

    /// Adds a batch to the journal; where its outcome is unknown, looks it up and never writes it again.
    private func append(_ batch: [Waiting], _ frontier: TreeFrontier) async throws(StoreFault) {
        do throws(StoreFault) {
            try await store.append(batch.map(\.entry), frontier: frontier.bytes)
        } catch .outcomeUnknown {
            guard let first = batch.first else { return }
            let place: Int?
            do throws(StoreFault) {
                place = try await store.place(ofRequest: first.request.name, by: first.request.account)
            } catch {
                throw .outcomeUnknown
            }
            // A batch is there whole or not at all.
            guard place == first.entry.sequence else { throw .unreachable("the batch was not committed") }
        }
    }

    /// Refuses everything that was decided on a state with this batch, and goes back to what is on disk.
    private func fail(_ batch: [Waiting], _ fault: StoreFault) {
        surroundings.logger.error("a batch was not written", metadata: ["fault": "\(fault)"])
        let refused = batch + queue
        queue = []
        let isKnown =
            switch fault {
            case .outcomeUnknown, .sequenceTaken, .requestTaken, .leaseLost, .damaged: false
            default: view.count == batch.first?.entry.sequence
            }
        if isKnown {
            (state, frontier, time) = (view.state, view.frontier, view.time)
        } else if case .open = phase {
            phase = .lost
        }
        let refusal: Refusal = fault == .outcomeUnknown ? .unknown : .notStored(fault)
        for waiting in refused { answer(waiting.request, .failure(refusal)) }
    }

    /// Reads the journal again after what the store holds had become uncertain; whoever comes meanwhile waits too.
    private func recover() async throws(Refusal) {
        let store = store
        let task =
            recovery
            ?? Task {
                let result: Result<Void, ReplayFault>
                do throws(ReplayFault) {
                    let seen = self.view
                    let (replay, known, head) = try await Self.read(store, headAt: seen.count)
                    // What was acknowledged, and shown, must still be there.
                    guard head == seen.frontier else { throw .head(entries: seen.count) }
                    self.resume(replay, known)
                    result = .success(())
                } catch {
                    result = .failure(error)
                }
                self.recovery = nil
                return result
            }
        recovery = task
        guard case .failure(let fault) = await task.value else { return }
        guard phase != .closing else { throw .closed }
        surroundings.logger.critical("the journal cannot be read again", metadata: ["fault": "\(fault)"])
        if case .store(let fault) = fault { throw .notStored(fault) }
        throw .notStored(.damaged("\(fault)"))
    }

    private func resume(_ replay: JournalReplay, _ known: Set<Int>) {
        guard case .lost = phase else { return }
        (state, frontier, time) = (replay.state, replay.frontier, replay.time)
        self.known = known
        view = View(replay)
        phase = .open
        for subscriber in subscribers.values { subscriber.yield(view) }
    }

    private func acknowledge(_ batch: [Waiting], _ last: Waiting, _ after: ElectionState?) {
        for waiting in batch { known.insert(waiting.request.hashValue) }
        if let after {
            view = View(
                count: last.entry.sequence + 1,
                time: last.time,
                state: after,
                frontier: last.frontier
            )
            for subscriber in subscribers.values { subscriber.yield(view) }
        }
        for waiting in batch {
            let receipt = Receipt(sequence: waiting.entry.sequence, isRepeated: false)
            answer(waiting.request, .success(receipt))
        }
    }

    private func answer(_ request: Request, _ result: Result<Receipt, Refusal>) {
        for continuation in pending.removeValue(forKey: request) ?? [] {
            continuation.resume(returning: result)
        }
    }
}

extension ElectionOffice {
    /// What is on disk now and whenever it grows; who is slow gets the newest only.
    public func views() -> AsyncStream<View> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: View.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        guard phase != .closing else {
            continuation.finish()
            return stream
        }
        let number = nextSubscriber
        nextSubscriber += 1
        subscribers[number] = continuation
        continuation.onTermination = { _ in Task { await self.unsubscribe(number) } }
        continuation.yield(view)
        return stream
    }

    private func unsubscribe(_ number: Int) {
        subscribers[number] = nil
    }

    /// Takes no more commands, writes those that wait, and closes the store.
    public func close() async {
        guard phase != .closing else { return }
        phase = .closing
        if isWriting { await withCheckedContinuation { idle.append($0) } }
        for subscriber in subscribers.values { subscriber.finish() }
        subscribers = [:]
        await store.close()
    }
}

extension ElectionOffice.View {
    init(_ replay: JournalReplay) {
        self.init(count: replay.count, time: replay.time, state: replay.state, frontier: replay.frontier)
    }
}
