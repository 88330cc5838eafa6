import Dispatch

/// One connection to a server, for any number of callers: each waits for its turn.
///
/// What one call asks for goes out at once, and the answers are read as they come. An actor on a queue of its own,
/// because libpq may be used by one at a time and its socket reports to that queue.
actor PostgresConnection {
    private let executor = QueueExecutor(label: "pleno.postgres")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }
    var queue: DispatchQueue { executor.queue }

    /// Why nothing more can be asked; `nil` while it is open.
    private(set) var end: PostgresFault?
    private var library: LibPQ?
    private var input: SocketWatch?
    /// Whether nothing more comes from the server.
    private var hasEnded = false
    private var output: SocketWatch?
    private var timer: (any DispatchSourceTimer)?
    /// Why a connection that is being made is given up.
    var openingFault: PostgresFault?
    /// Who waits for the socket, or for the time to be up.
    private var waiter: CheckedContinuation<Void, Never>?

    private var isTaken = false
    private var turns: [(caller: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var callers = 0

    /// The names under which the server keeps statements, by their text.
    private var kept: [String: String] = [:]
    private var current: Call?
    private var listeners: [Int: Listener] = [:]

    /// The call whose turn it is.
    private struct Call {
        let caller: Int
        let isCancellable: Bool
        /// Why it is called off.
        var reason: PostgresFault?
        var cancelling: Task<Void, Never>?
    }

    private struct Listener {
        let channel: String
        let number: @Sendable (String) -> Int?
        let stream: AsyncStream<Int>.Continuation
    }

    /// What a reply is awaited for.
    private enum Step {
        case keeping(text: String, name: String)
        case executing
        case committing
    }

    /// Asks for transactions, each of which happens whole or not at all, and reads their answers.
    ///
    /// - Parameters:
    ///   - transactions: The statements of each.
    ///   - limit: How long it may take before it is called off.
    ///   - isCancellable: Whether it may be called off. One that commits may not: a server that is stopped while it
    ///     waits for its standby says that it has committed. When its time is up the connection is given up instead.
    /// - Returns: Each transaction's rows by statement, or why it did not happen; ``PostgresFault/lost(_:)`` when
    ///   that cannot be known.
    /// - Throws: When nothing was asked: ``PostgresFault/cancelled``, or why there is no connection.
    func run(
        _ transactions: [[PostgresQuery]],
        within limit: Duration,
        isCancellable: Bool = true
    ) async throws(PostgresFault) -> [Result<[PostgresRows], PostgresFault>] {
        let caller = nextCaller()
        guard await takeTurn(caller) else { throw .cancelled }
        defer { passTurn() }
        if let end { throw end }
        current = Call(caller: caller, isCancellable: isCancellable)
        setTimer(limit)
        let steps = send(transactions)
        let answers = await withTaskCancellationHandler {
            await self.answers(to: steps, of: transactions.count)
        } onCancel: {
            onQueue { $0.callOff(.cancelled, caller) }
        }
        setTimer(nil)
        // A late cancellation would hit the next caller.
        if end == nil { await current?.cancelling?.value }
        current = nil
        return answers
    }

    /// Asks for one transaction.
    ///
    /// - Returns: The rows by statement.
    func run(_ queries: PostgresQuery..., within limit: Duration) async throws(PostgresFault)
        -> [PostgresRows]
    {
        try await run([queries], within: limit)[0].get()
    }

    /// The numbers in the notifications on a channel.
    ///
    /// - Parameters:
    ///   - channel: Its name.
    ///   - limit: How long the server may take to begin.
    ///   - number: The number in a notification's text; `nil` when it is not for us.
    /// - Returns: The newest alone when they come faster than they are read; ends with the connection.
    /// - Throws: When it did not begin.
    func notifications(
        on channel: StaticString,
        within limit: Duration,
        number: @escaping @Sendable (String) -> Int?
    ) async throws(PostgresFault) -> AsyncStream<Int> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Int.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let listener = nextCaller()
        continuation.onTermination = { [weak self] _ in self?.onQueue { $0.listeners[listener] = nil } }
        listeners[listener] = Listener(channel: "\(channel)", number: number, stream: continuation)
        _ = try await run(.once("LISTEN \(channel)"), within: limit)
        return stream
    }

    /// Says goodbye when the call under way has ended.
    ///
    /// Everything asked later throws ``PostgresFault/closed``.
    func close() async {
        let hasTurn = await takeTurn(nextCaller())
        drop(.closed)
        if hasTurn { passTurn() }
    }
}

// MARK: - Turns

extension PostgresConnection {
    private func nextCaller() -> Int {
        callers += 1
        return callers
    }

    /// Waits until the others before `caller` are done; `false` when the task was cancelled meanwhile.
    private func takeTurn(_ caller: Int) async -> Bool {
        guard isTaken else {
            isTaken = true
            return true
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { turns.append((caller, $0)) }
        } onCancel: {
            onQueue { connection in
                guard let place = connection.turns.firstIndex(where: { $0.caller == caller }) else { return }
                connection.turns.remove(at: place).continuation.resume(returning: false)
            }
        }
    }

    private func passTurn() {
        guard !turns.isEmpty else { return isTaken = false }
        turns.removeFirst().continuation.resume(returning: true)
    }
}

// MARK: - Sending and reading

extension PostgresConnection {
    private func send(_ transactions: [[PostgresQuery]]) -> [Step] {
        guard let library else { return [] }
        var steps: [Step] = []
        var isSent = true
        for transaction in transactions {
            for query in transaction {
                var name: String?
                if query.isKept {
                    name = kept[query.text]
                    if name == nil {
                        let new = "s\(kept.count)_\(steps.count)"
                        isSent = isSent && library.prepare(query, as: new)
                        steps.append(.keeping(text: query.text, name: new))
                        name = new
                    }
                }
                isSent = isSent && library.execute(query, as: name)
                steps.append(.executing)
            }
            isSent = isSent && library.synchronize()
            steps.append(.committing)
        }
        if !isSent { drop(.lost(library.message)) }
        return steps
    }

    private func answers(to steps: [Step], of count: Int) async -> [Result<[PostgresRows], PostgresFault>] {
        var answers: [Result<[PostgresRows], PostgresFault>] = []
        var rows: [PostgresRows] = []
        var fault: PostgresFault?
        for step in steps {
            var reply = await reply()
            // A commit that is refused has two replies.
            if case .committing = step, case .refused(let refusal) = reply {
                fault = fault ?? .refused(refusal)
                reply = await self.reply()
            }
            switch (step, reply) {
            case (.executing, .rows(let new)): rows.append(new)
            case (.keeping(let text, let name), .rows): kept[text] = name
            case (_, .refused(let refusal)):
                let isCancelled = refusal.state == "57014"
                fault = fault ?? (isCancelled ? current?.reason : nil) ?? .refused(refusal)
            case (.committing, .synchronized):
                answers.append(fault.map { .failure($0) } ?? .success(rows))
                (rows, fault) = ([], nil)
            case (_, .skipped): break
            default: drop(.lost("the answers are not those to what was asked"))
            }
            guard end == nil else { break }
        }
        let lost = Result<[PostgresRows], PostgresFault>.failure(end ?? .lost(""))
        return answers + Array(repeating: lost, count: count - answers.count)
    }

    /// The next reply, however long it takes; ``LibPQ/Reply/lost`` when the connection ends first.
    private func reply() async -> LibPQ.Reply {
        while let library {
            switch library.flush() {
            case .sent: output = nil
            case .waiting:
                output =
                    output
                    ?? SocketWatch(.output, of: library.socket, on: queue) { [weak self] in
                        self?.assumeIsolated { $0.wake() }
                    }
                if output == nil { drop(.lost("no descriptor is left")) }
            case .failed: drop(.lost(library.message))
            }
            if let reply = library.reply() {
                if case .lost = reply { drop(.lost(library.message)) }
                return reply
            }
            if hasEnded { drop(.lost(library.message)) }
            if end == nil { await wait() }
        }
        return .lost
    }

    /// Begins the work with a connection that was made.
    func start(_ library: LibPQ) {
        self.library = library
        input = SocketWatch(.input, of: library.socket, on: queue) { [weak self] in
            self?.assumeIsolated { $0.takeIn() }
        }
        if input == nil { drop(.lost("no descriptor is left")) }
    }

    private func takeIn() {
        guard let library else { return }
        let isAlive = library.consume()
        while let (channel, text) = library.notification() {
            for listener in listeners.values where channel == listener.channel {
                if let number = listener.number(text) { listener.stream.yield(number) }
            }
        }
        if !isAlive {
            input = nil
            // A reply that came just before the end is still read.
            hasEnded = true
            if current == nil { drop(.lost(library.message)) }
        }
        wake()
    }

    /// Waits for ``wake()``.
    func wait() async {
        await withCheckedContinuation { waiter = $0 }
    }

    func wake() {
        waiter?.resume()
        waiter = nil
    }
}

// MARK: - Time and the end

extension PostgresConnection {
    /// Runs on the connection's queue, soon, if it still exists.
    nonisolated func onQueue(_ body: @escaping @Sendable (isolated PostgresConnection) -> Void) {
        executor.queue.async { [weak self] in self?.assumeIsolated(body) }
    }

    /// Sets the time when what is under way is called off; without one, never.
    func setTimer(_ limit: Duration?) {
        if timer == nil, end == nil {
            let new = DispatchSource.makeTimerSource(queue: queue)
            new.setEventHandler { [weak self] in self?.assumeIsolated { $0.timeIsUp() } }
            new.resume()
            timer = new
        }
        timer?.schedule(deadline: limit.map { .now() + $0.interval } ?? .distantFuture)
    }

    private func timeIsUp() {
        guard let current else { return giveUpOpening(.unreachable("no answer in time")) }
        guard current.isCancellable, current.reason == nil else {
            return drop(.lost("no answer in time"))
        }
        callOff(.timeout, current.caller)
    }

    /// Asks the server to stop what `caller` asked for; one that does not even do that in two seconds is given up.
    private func callOff(_ reason: PostgresFault, _ caller: Int) {
        guard let call = current, call.caller == caller, call.isCancellable, call.reason == nil else {
            return
        }
        current?.reason = reason
        setTimer(.seconds(2))
        guard let canceller = library?.canceller() else { return }
        current?.cancelling = Task {
            await withCheckedContinuation { heard in
                // Blocks, so neither here nor on a thread of the tasks.
                DispatchQueue.global().async {
                    canceller.cancel()
                    heard.resume()
                }
            }
        }
    }

    /// Ends everything; what is under way and all that follows throws `fault`.
    func drop(_ fault: PostgresFault) {
        guard end == nil else { return }
        end = fault
        (input, output, library) = (nil, nil, nil)
        timer?.cancel()
        timer = nil
        for listener in listeners.values { listener.stream.finish() }
        listeners = [:]
        wake()
    }
}

extension Duration {
    fileprivate var interval: DispatchTimeInterval {
        .nanoseconds(Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000))
    }
}
