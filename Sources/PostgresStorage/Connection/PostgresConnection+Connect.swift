extension PostgresConnection {
    /// Connects to the first host of a DSN that answers and is as `target_session_attrs` wants it.
    ///
    /// - Parameters:
    ///   - dsn: As libpq takes it, with one host or several.
    ///   - limit: How long each host may take. The name service is not bound by it.
    /// - Returns: The open connection.
    /// - Throws: ``PostgresFault/unreachable(_:)``, or ``PostgresFault/cancelled``.
    static func connect(_ dsn: String, within limit: Duration) async throws(PostgresFault)
        -> PostgresConnection
    {
        var words: [String] = []
        for host in try hosts(of: dsn) {
            let connection = PostgresConnection()
            do throws(PostgresFault) {
                try await connection.open([("dbname", dsn)] + host + always, within: limit)
                return connection
            } catch {
                await connection.close()
                guard case .unreachable(let message) = error else { throw error }
                words.append(message)
            }
        }
        throw .unreachable(words.joined(separator: "; "))
    }

    private static var always: [(name: String, value: String)] {
        [("client_encoding", "UTF8"), ("fallback_application_name", "pleno")]
    }

    /// What to say for each host in turn: connecting step by step, the library would wait for the first for ever.
    private static func hosts(of dsn: String) throws(PostgresFault) -> [[(name: String, value: String)]] {
        let values = try LibPQ.values(of: dsn)
        let lists = ["host", "hostaddr", "port"].compactMap { name in
            values[name].map { (name, $0.split(separator: ",", omittingEmptySubsequences: false)) }
        }
        let count = lists.map(\.1.count).max() ?? 1
        guard count > 1 else { return [[]] }
        return (0..<count).map { place in
            lists.map { name, list in (name, String(list[min(place, list.count - 1)])) }
        }
    }

    private func open(
        _ parameters: [(name: String, value: String)],
        within limit: Duration
    ) async throws(PostgresFault) {
        guard let library = LibPQ(parameters: parameters), !library.isBad else {
            throw .unreachable("the parameters of the connection are wrong")
        }
        setTimer(limit)
        var progress = LibPQ.Progress.writing
        while progress != .connected {
            try await ready(library, for: progress == .reading ? .input : .output)
            progress = library.proceed()
            if progress == .failed { throw .unreachable(library.message) }
        }
        guard library.enterPipeline() else { throw .unreachable(library.message) }
        setTimer(nil)
        start(library)
    }

    /// Waits until the socket is ready.
    private func ready(_ library: LibPQ, for direction: SocketWatch.Direction) async throws(PostgresFault) {
        let watch = SocketWatch(direction, of: library.socket, on: queue) { [weak self] in
            self?.assumeIsolated { $0.wake() }
        }
        guard let watch else { throw .unreachable(library.message) }
        await withTaskCancellationHandler {
            if openingFault == nil { await wait() }
        } onCancel: {
            onQueue { $0.giveUpOpening(.cancelled) }
        }
        withExtendedLifetime(watch) {}
        if let openingFault { throw openingFault }
    }

    /// Stops making a connection.
    func giveUpOpening(_ fault: PostgresFault) {
        openingFault = openingFault ?? fault
        wake()
    }
}
