public import Office

/// The journal of one office on a PostgreSQL server or cluster, with the particulars beside it.
///
/// One server is the office's writer, by a lease on the clock of the database; any number read. A lost connection is
/// made anew by the next call. An actor, because writer, readers and the renewal share its connection.
public actor PostgresStore {
    let office: String
    let limits: PostgresLimits
    private let dsn: String
    /// Under which the lease is held; `nil` when this only reads.
    private let session: String?
    private var link: Link?
    private var connecting: Task<Result<Link, StoreFault>, Never>?
    private var renewal: Task<Void, Never>?
    private(set) var isClosed = false
    /// Whether all of its work is one transaction, which ends with its connection.
    private var isOneTransaction = false
    /// Who waits for the lease to be lost; `nil` when it is.
    private var leaseWaiters: [CheckedContinuation<Void, Never>]? = []
    /// Commands that were handed on to the writer.
    var outbox = Outbox()

    /// A connection and its fencing number.
    struct Link: Sendable {
        let connection: PostgresConnection
        /// What the office's row must say for this connection to write; `nil` when it does not write.
        let fence: Int?
    }

    private init(dsn: String, office: String, limits: PostgresLimits, session: String?) {
        self.dsn = dsn
        self.office = office
        self.limits = limits
        self.session = session
    }

    /// Becomes the writer of an office.
    ///
    /// - Parameters:
    ///   - dsn: As libpq takes it; of several hosts, `target_session_attrs=read-write` finds the one that writes.
    ///   - office: Its name, 1…255 bytes.
    ///   - holder: What others are told about who writes.
    ///   - isMade: Whether an office that is not there is made, and so the tables.
    ///   - limits: How long it waits.
    /// - Returns: The store, which keeps the lease until it is closed.
    /// - Throws: ``StoreFault/missing(_:)``, ``StoreFault/inUse(by:)`` while another server's lease has not expired,
    ///   ``StoreFault/newer(format:known:)``, ``StoreFault/foreign(_:)``, ``StoreFault/damaged(_:)``,
    ///   ``StoreFault/unreachable(_:)`` without trying again.
    public static func open(
        _ dsn: String,
        office: String,
        holder: String,
        isMade: Bool = true,
        limits: PostgresLimits = PostgresLimits()
    ) async throws(StoreFault) -> PostgresStore {
        let session = newSession()
        let store = PostgresStore(dsn: dsn, office: office, limits: limits, session: session)
        try await store.begin { connection throws(StoreFault) in
            if !isMade { try await Schema.checkIsThere(connection, within: limits.answering) }
            try await Schema.migrate(connection, within: limits.answering)
            if isMade { try await Lease.makeOffice(office, on: connection, limits) }
            try await Lease.take(of: office, for: holder, session: session, on: connection, limits)
        }
        await store.keepLease(every: limits.lease / 3)
        return store
    }

    /// Reads an office that others write.
    ///
    /// - Parameters:
    ///   - dsn: As libpq takes it.
    ///   - office: Its name.
    ///   - limits: How long it waits.
    /// - Returns: A store that refuses to write.
    /// - Throws: ``StoreFault/missing(_:)`` when there is no such office, and as
    ///   ``open(_:office:holder:isMade:limits:)`` does.
    public static func reading(
        _ dsn: String,
        office: String,
        limits: PostgresLimits = PostgresLimits()
    ) async throws(StoreFault) -> PostgresStore {
        let store = PostgresStore(dsn: dsn, office: office, limits: limits, session: nil)
        try await store.begin { connection throws(StoreFault) in
            try await Schema.checkIsThere(connection, within: limits.answering)
        }
        _ = try await store.end()
        return store
    }

    /// Reads an office as it is at one moment, while others write it.
    ///
    /// While it is open, particulars that are erased stay in the files.
    ///
    /// - Parameters:
    ///   - dsn: As libpq takes it.
    ///   - office: Its name.
    ///   - limits: How long it waits.
    /// - Returns: A store that refuses to write; it is of no use any more when its connection is lost.
    /// - Throws: As ``reading(_:office:limits:)``.
    public static func snapshot(
        _ dsn: String,
        office: String,
        limits: PostgresLimits = PostgresLimits()
    ) async throws(StoreFault) -> PostgresStore {
        let store = try await reading(dsn, office: office, limits: limits)
        try await store.startTransaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return store
    }

    /// Begins an office of which nobody sees anything before ``commit()``: closed earlier, or lost, it was never there.
    ///
    /// - Parameters:
    ///   - dsn: As libpq takes it.
    ///   - office: Its name, 1…255 bytes.
    ///   - holder: What others are told about who writes.
    ///   - limits: How long it waits.
    /// - Returns: An empty store, to be closed after ``commit()``.
    /// - Throws: ``StoreFault/taken(entries:)`` when the office is there and not empty; as
    ///   ``open(_:office:holder:isMade:limits:)``.
    public static func create(
        _ dsn: String,
        office: String,
        holder: String,
        limits: PostgresLimits = PostgresLimits()
    ) async throws(StoreFault) -> PostgresStore {
        let session = newSession()
        let store = PostgresStore(dsn: dsn, office: office, limits: limits, session: session)
        try await store.begin { connection throws(StoreFault) in
            try await Schema.migrate(connection, within: limits.answering)
            try await StoreFault.translating { () async throws(PostgresFault) in
                _ = try await connection.run(.once("BEGIN"), within: limits.answering)
            }
            try await Lease.makeOffice(office, on: connection, limits)
            try await Lease.take(of: office, for: holder, session: session, on: connection, limits)
            let rows = try await StoreFault.translating { () async throws(PostgresFault) in
                try await connection.run(Lease.content(of: office), within: limits.answering)[0]
            }
            guard rows.truth(0, 1) == true else { throw .taken(entries: rows.integer(0, 0) ?? 0) }
        }
        await store.noteTransaction()
        return store
    }

    /// Makes what a store of ``create(_:office:holder:limits:)`` holds visible, all at once, and waits for the disk.
    ///
    /// - Throws: ``StoreFault/outcomeUnknown`` when the connection was lost meanwhile; what it lacks, when the
    ///   transaction did not come about.
    public func commit() async throws(StoreFault) {
        guard isOneTransaction else { return }
        let link = try await connected()
        // What batches say to their readers does not wait for the disk; this does.
        let transactions: [[PostgresQuery]] = [
            [.once("SET LOCAL synchronous_commit = on"), .once("COMMIT")],
            [
                .once(
                    "SELECT 1 FROM pleno.office WHERE office = $1 AND fence = $2",
                    .text(office),
                    .integer(link.fence ?? -1)
                )
            ],
        ]
        let answers = try await StoreFault.translating { () async throws(PostgresFault) in
            let limit = limits.answering + .seconds(5)
            return try await link.connection.run(transactions, within: limit, isCancellable: false)
        }
        for answer in answers {
            guard case .failure(let fault) = answer else { continue }
            forget(link, after: fault)
            guard case .lost = fault else { throw StoreFault(fault) }
            throw .outcomeUnknown
        }
        // A transaction in which something was refused ends without a word when it is committed.
        guard case .success(let rows)? = answers.last, rows[0].count == 1 else {
            throw .unreachable("the transaction was not committed")
        }
        isOneTransaction = false
    }

    /// Ends the work with it and gives the lease back; what was acknowledged stays.
    public func close() async {
        guard !isClosed else { return }
        isClosed = true
        renewal?.cancel()
        noteLeaseEnd()
        outbox.close()
        guard let link else { return }
        if let session {
            // Without an answer it expires by itself.
            _ = try? await link.connection.run(Lease.release(office, session), within: limits.answering)
        }
        await link.connection.close()
    }

    deinit {
        renewal?.cancel()
    }
}

// MARK: - The connection

extension PostgresStore {
    /// Asks for one transaction, which may be asked for twice: when the connection is lost it is, once.
    ///
    /// - Parameter queries: The statements, given the fencing number.
    /// - Returns: The rows by statement.
    /// - Throws: What the database says, in the office's words.
    func ask(_ queries: (_ fence: Int?) -> [PostgresQuery]) async throws(StoreFault) -> [PostgresRows] {
        var isRepeated = false
        while true {
            let link = try await connected()
            do throws(PostgresFault) {
                return try await link.connection.run([queries(link.fence)], within: limits.answering)[0].get()
            } catch {
                forget(link, after: error)
                guard case .lost = error, !isRepeated else { throw StoreFault(error) }
                isRepeated = true
            }
        }
    }

    /// The connection, made anew when it was lost.
    ///
    /// - Throws: ``StoreFault/unreachable(_:)`` when it does not come back in time.
    func connected() async throws(StoreFault) -> Link {
        guard !isClosed else { throw .closed }
        if let link { return link }
        // A new connection would be outside of the transaction.
        guard !isOneTransaction else { throw .unreachable("the connection was lost") }
        let task = connecting ?? Task { await reconnect() }
        connecting = task
        return try await task.value.get()
    }

    /// Makes way for a new connection when this one is lost.
    func forget(_ lost: Link, after fault: PostgresFault) {
        guard case .lost = fault, link?.connection === lost.connection else { return }
        link = nil
    }

    private static func newSession() -> String {
        String(UInt64.random(in: .min ... .max), radix: 36)
    }

    private func noteTransaction() { isOneTransaction = true }

    private func startTransaction(_ words: StaticString) async throws(StoreFault) {
        let link = try await connected()
        _ = try await StoreFault.translating { () async throws(PostgresFault) in
            try await link.connection.run(.once("\(words)"), within: limits.answering)
        }
        isOneTransaction = true
    }

    private func begin(
        _ prepare: (PostgresConnection) async throws(StoreFault) -> Void
    ) async throws(StoreFault) {
        let connection = try await connect()
        do throws(StoreFault) {
            try await prepare(connection)
            link = try await fenced(connection)
        } catch {
            await connection.close()
            throw error
        }
    }

    private func reconnect() async -> Result<Link, StoreFault> {
        defer { connecting = nil }
        let start = ContinuousClock.now
        while true {
            do throws(StoreFault) {
                let link = try await fenced(try await connect())
                guard !isClosed else {
                    await link.connection.close()
                    return .failure(.closed)
                }
                self.link = link
                return .success(link)
            } catch {
                let isLate = start.duration(to: .now) > limits.connecting
                guard case .unreachable = error, !isLate, !isClosed else { return .failure(error) }
                try? await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    /// A connection that commits to the disk, sees what others committed, and is given up by the server too when the
    /// line is dead: it would else hold the office's row.
    private func connect() async throws(StoreFault) -> PostgresConnection {
        try await StoreFault.translating { () async throws(PostgresFault) in
            let connection = try await PostgresConnection.connect(dsn, within: limits.connecting)
            let settings = PostgresQuery.once(
                """
                SELECT set_config('synchronous_commit', 'on', false),
                    set_config('default_transaction_isolation', 'read committed', false),
                    set_config('statement_timeout', $1, false), set_config('lock_timeout', $1, false),
                    set_config('tcp_keepalives_idle', '10', false),
                    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false)
                """,
                .text("\(limits.answering.milliseconds)")
            )
            _ = try await connection.run(settings, within: limits.connecting)
            return connection
        }
    }

    /// Gives a writer's connection a fencing number of its own: what an earlier connection sent and the server has
    /// not begun is refused from now on, and what it has begun is waited for.
    private func fenced(_ connection: PostgresConnection) async throws(StoreFault) -> Link {
        guard let session else { return Link(connection: connection, fence: nil) }
        let rows = try await StoreFault.translating { () async throws(PostgresFault) in
            try await connection.run(Lease.fence(office, session), within: limits.answering)[0]
        }
        // Without the lease it goes on reading; no office has this number.
        return Link(connection: connection, fence: rows.count == 0 ? -1 : rows.integer(0, 0))
    }
}

// MARK: - The lease

extension PostgresStore {
    private func keepLease(every pause: Duration) {
        renewal = Task { [weak self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: pause)
                await self?.renew()
            }
        }
    }

    private func renew() async {
        guard let session, leaseWaiters != nil else { return }
        // Who cannot be reached tries again.
        let rows = try? await ask { _ in [Lease.renewal(office, session, limits.lease)] }
        if let rows, rows[0].count == 0 { noteLeaseEnd() }
    }

    /// Notes that another server is the writer, or that this one writes no more.
    func noteLeaseEnd() {
        for waiter in leaseWaiters ?? [] { waiter.resume() }
        leaseWaiters = nil
    }

    /// Waits until another server has become the writer, or this store is closed.
    public func leaseEnd() async {
        guard leaseWaiters != nil else { return }
        await withCheckedContinuation { leaseWaiters?.append($0) }
    }
}
