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
        let mostBytes: Int

        /// - Parameters:
        ///   - now: The time in milliseconds since 1970.
        ///   - randomBits: 16 bytes nobody can guess.
        ///   - logger: Where alarms go.
        ///   - mostWaiting: The most commands that may wait to be written.
        ///   - mostBytes: No more are taken while so many bytes wait.
        public init(
            now: @escaping @Sendable () -> Int,
            randomBits: @escaping @Sendable () -> [UInt8],
            logger: Logger,
            mostWaiting: Int = 4_096,
            mostBytes: Int = 1 << 27
        ) {
            self.now = now
            self.randomBits = randomBits
            self.logger = logger
            self.mostWaiting = mostWaiting
            self.mostBytes = mostBytes
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
    private let hasher = TreeHasher()

    private var queue: [Batch] = []
    private var waiting = (commands: 0, bytes: 0)
    /// Commands that were decided and are not on disk yet, each with those who ask for the same again.
    private var pending: [Request: [CheckedContinuation<Result<Receipt, Refusal>, Never>]] = [:]
    /// Hashes of all requests on disk: whose is not among them is new, and the store need not be asked.
    private var known: Set<Int>
    private var isWriting = false
    private var phase = Phase.open
    private var subscribers: [Int: AsyncStream<View>.Continuation] = [:]
    private var nextSubscriber = 0
    private var idle: [CheckedContinuation<Void, Never>] = []
    private var recovery: Task<Result<Void, ReplayFault>, Never>?
    private var closing: Task<Void, Never>?

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
        let hash: Int

        init(account: String, name: String) {
            self.account = account
            self.name = name
            var hasher = Hasher()
            for byte in account.utf8 { hasher.combine(byte) }
            hasher.combine(UInt8.max)
            for byte in name.utf8 { hasher.combine(byte) }
            hash = hasher.finalize()
        }

        static func == (left: Request, right: Request) -> Bool {
            left.account.utf8.elementsEqual(right.account.utf8)
                && left.name.utf8.elementsEqual(right.name.utf8)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    private struct Waiting {
        let entry: StoredEntry
        let request: Request
        let continuation: CheckedContinuation<Result<Receipt, Refusal>, Never>
    }

    /// Commands that are written together.
    private struct Batch {
        var commands: [Waiting] = []
        var bytes = 0
        /// What is known behind them; `nil` while more may come.
        var after: View?
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
            known.insert(Request(account: entry.account, name: entry.request).hash)
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
    public nonisolated func perform(
        _ command: Command,
        as officer: Officer,
        request: String
    ) async throws(Refusal) -> Receipt {
        try officer.check(request)
        // Before it stands in line: everybody waits for what the office does itself.
        let text = command.acts.canonicalList
        return try await decide(command, text, officer, Request(account: officer.account, name: request))
    }

    private func decide(
        _ command: Command,
        _ text: [UInt8],
        _ officer: Officer,
        _ key: Request
    ) async throws(Refusal) -> Receipt {
        if let receipt = try await earlier(key) { return receipt }
        guard waiting.commands < surroundings.mostWaiting, waiting.bytes < surroundings.mostBytes else {
            throw .busy
        }
        guard text.count + JournalEntry.largestEnvelope <= StoredEntry.largest else {
            throw .tooLarge(bytes: text.count)
        }
        // Only where it may be needed: what is decided behind a copy copies the pages it touches.
        let isFull = queue.last.map { $0.bytes + text.count + Self.roomForMore > StoredEntry.largest }
        let before = isFull == true ? ahead : nil
        let acts = try state.decide(
            command,
            as: officer,
            at: max(surroundings.now(), time),
            entry: frontier.size
        )
        let whole = acts.count == command.acts.count ? text : acts.canonicalList
        let size = whole.count + JournalEntry.largestEnvelope
        guard size <= StoredEntry.largest else { throw .tooLarge(bytes: whole.count) }
        if let last = queue.indices.last, let before { queue[last].after = before }
        return try await enqueue(acts, whole, key).get()
    }

    /// What an entry may need beside the acts that were asked for: its envelope, and the acts that follow from them.
    private static let roomForMore = 1 << 18

    /// What is known with everything that was decided.
    private var ahead: View { View(count: frontier.size, time: time, state: state, frontier: frontier) }

    /// The answer to a request that was made before; `nil` when it is new.
    private func earlier(_ key: Request) async throws(Refusal) -> Receipt? {
        while case .lost = phase { try await recover() }
        guard case .open = phase else { throw .closed }
        if pending[key] != nil {
            let answer = await withCheckedContinuation { pending[key, default: []].append($0) }
            return Receipt(sequence: try answer.get().sequence, isRepeated: true)
        }
        guard known.contains(key.hash) else { return nil }
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

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func enqueue(
        _ acts: [Act],
        _ actsText: [UInt8],
        _ key: Request
    ) async -> Result<Receipt, Refusal> {
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
        let text = entry.text(ofActs: actsText)
        time = entry.time
        frontier.append(hasher.leaf(text), with: hasher)
        let stored = StoredEntry(sequence: sequence, account: key.account, request: key.name, text: text)
        return await withCheckedContinuation { continuation in
            if queue.last.map({ $0.after != nil }) ?? true { queue.append(Batch()) }
            let last = queue.count - 1
            queue[last].commands.append(Waiting(entry: stored, request: key, continuation: continuation))
            queue[last].bytes += text.count
            waiting.commands += 1
            waiting.bytes += text.count
            pending[key] = []
            if !isWriting {
                isWriting = true
                // Before requests that are still to be read: whoever is in a batch waits for each of its steps.
                Task(priority: .high) { await self.write() }
            }
        }
    }
}

extension ElectionOffice {
    /// Writes what waits, batch after batch, until nothing waits.
    private func write() async {
        var written: (batch: Batch, after: View)?
        while !queue.isEmpty {
            let batch = queue.removeFirst()
            waiting.commands -= batch.commands.count
            waiting.bytes -= batch.bytes
            // Of a batch that more could have come into, nothing is behind.
            let after = batch.after ?? ahead
            async let outcome = Self.append(batch.commands, after.frontier, to: store)
            // While the disk has the next one.
            if let written { acknowledge(written.batch, written.after) }
            written = nil
            switch await outcome {
            case .failure(let fault): fail(batch.commands, fault)
            case .success where queue.isEmpty: acknowledge(batch, after)
            case .success: written = (batch, after)
            }
        }
        isWriting = false
        for waiter in idle { waiter.resume() }
        idle = []
    }

    /// Adds a batch to the journal; where its outcome is unknown, looks it up and never writes it again.
    @concurrent private static func append(
        _ batch: [Waiting],
        _ frontier: TreeFrontier,
        to store: any JournalStore
    ) async -> Result<Void, StoreFault> {
        guard let first = batch.first else { return .success(()) }
        do throws(StoreFault) {
            try await store.append(batch.map(\.entry), frontier: frontier.bytes)
            return .success(())
        } catch .outcomeUnknown {
            let place: Int?
            do throws(StoreFault) {
                place = try await store.place(ofRequest: first.request.name, by: first.request.account)
            } catch {
                return .failure(.outcomeUnknown)
            }
            // A batch is there whole or not at all.
            let isThere = place == first.entry.sequence
            return isThere ? .success(()) : .failure(.unreachable("the batch was not committed"))
        } catch {
            return .failure(error)
        }
    }

    /// Refuses everything that was decided on a state with this batch, and goes back to what is on disk.
    private func fail(_ batch: [Waiting], _ fault: StoreFault) {
        surroundings.logger.error("a batch was not written", metadata: ["fault": "\(fault)"])
        let refused = batch + queue.flatMap(\.commands)
        (queue, waiting) = ([], (0, 0))
        let isKnown =
            switch fault {
            case .outcomeUnknown, .sequenceTaken, .requestTaken, .leaseLost, .damaged: false
            default: true
            }
        if isKnown {
            (state, frontier, time) = (view.state, view.frontier, view.time)
        } else if case .open = phase {
            phase = .lost
        }
        let refusal: Refusal = fault == .outcomeUnknown ? .unknown : .notStored(fault)
        for waiting in refused { answer(waiting, .failure(refusal)) }
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

    private func acknowledge(_ batch: Batch, _ after: View) {
        for waiting in batch.commands { known.insert(waiting.request.hash) }
        view = after
        for subscriber in subscribers.values { subscriber.yield(view) }
        for waiting in batch.commands {
            answer(waiting, .success(Receipt(sequence: waiting.entry.sequence, isRepeated: false)))
        }
    }

    private func answer(_ waiting: Waiting, _ result: Result<Receipt, Refusal>) {
        waiting.continuation.resume(returning: result)
        for continuation in pending.removeValue(forKey: waiting.request) ?? [] {
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

    /// Takes no more commands, writes those that wait, and closes the store; whoever asks again waits for that too.
    public func close() async {
        phase = .closing
        let task = closing ?? Task { await self.end() }
        closing = task
        await task.value
    }

    private func end() async {
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

extension ElectionOffice.Surroundings {
    /// 16 bytes of this machine that nobody can guess.
    @Sendable public static func randomBits() -> [UInt8] {
        // Asked for in one piece: the system would be asked for every byte.
        let bits = UInt128.random(in: .min ... .max)
        return stride(from: 0, to: 128, by: 8).map { UInt8(truncatingIfNeeded: bits >> UInt128($0)) }
    }
}
