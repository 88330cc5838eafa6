public import Office

extension PostgresStore: JournalStore {
    /// Where the journal ends; on a writer's new connection, when nothing of an older one can come any more.
    public func end() async throws(StoreFault) -> JournalEnd {
        let rows = try await ask { _ in
            [PostgresQuery("SELECT count, frontier FROM pleno.office WHERE office = $1", .text(office))]
        }[0]
        guard rows.count > 0 else { throw .missing("office \(office)") }
        guard let count = rows.integer(0, 0), let frontier = rows.bytes(0, 1) else {
            throw .damaged("office \(office): no end")
        }
        return JournalEnd(count: count, frontier: Array(frontier))
    }

    /// Adds a batch in one transaction and one round trip.
    ///
    /// - Throws: ``StoreFault/leaseLost`` when another server became the writer, also while this was under way;
    ///   ``StoreFault/readOnly`` when this only reads; ``StoreFault/outcomeUnknown`` when the connection was lost.
    ///   The next call then makes sure that the batch cannot come later, and ``place(ofRequest:by:)`` tells.
    /// - Complexity: O(bytes).
    public func append(_ entries: [StoredEntry], frontier: [UInt8]) async throws(StoreFault) {
        guard let first = entries.first else { return }
        for (place, entry) in entries.enumerated() where entry.sequence != first.sequence + place {
            throw .sequenceTaken(next: try await end().count)
        }
        var answer = try await send(entries, first.sequence, frontier)
        // Lost before it was sent: it is sent once more.
        if answer == nil { answer = try await send(entries, first.sequence, frontier) }
        switch answer {
        case .success(let fault?)?:
            if fault == .leaseLost { noteLeaseEnd() }
            throw fault
        case .success(nil)?: break
        case .failure(.refused(let refusal))? where refusal.state == "23505":
            throw .requestTaken(try await firstTaken(of: entries))
        case .failure(.refused(let refusal))?: throw StoreFault(.refused(refusal))
        case .failure?: throw .outcomeUnknown
        case nil: throw .unreachable("the connection was lost twice")
        }
    }

    /// The place of the entry that holds an account's command; `nil` when there is none.
    public func place(ofRequest request: String, by account: String) async throws(StoreFault) -> Int? {
        let rows = try await ask { _ in
            [
                PostgresQuery(
                    "SELECT sequence FROM pleno.journal WHERE office = $1 AND account = $2 AND request = $3",
                    .text(office),
                    .text(account),
                    .text(request)
                )
            ]
        }[0]
        return rows.count == 0 ? nil : rows.integer(0, 0)
    }

    /// The entries from a place on: as many as fit into `bytes` of text, one at least; none at the end.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when one is missing.
    /// - Complexity: O(bytes).
    public func entries(from place: Int, bytes: Int) async throws(StoreFault) -> [StoredEntry] {
        var entries: [StoredEntry] = []
        var (next, left) = (max(0, place), bytes)
        while entries.isEmpty || left > 0 {
            let page = try await page(from: next, bytes: left, orOne: entries.isEmpty)
            entries += page
            next += page.count
            left -= page.reduce(0) { $0 + $1.text.count }
            guard page.count == Self.pageLength else { break }
        }
        return entries
    }
}

extension PostgresStore {
    private static var pageLength: Int { 4_096 }

    /// Sends a batch.
    ///
    /// - Returns: Why it is not there, or `nil` in a success when it is; the database's fault; `nil` when nothing was
    ///   sent because the connection was lost.
    private func send(
        _ entries: [StoredEntry],
        _ first: Int,
        _ frontier: [UInt8]
    ) async throws(StoreFault) -> Result<StoreFault?, PostgresFault>? {
        let link = try await connected()
        guard let fence = link.fence else { throw .readOnly }
        let guards: [PostgresValue] = [.text(office), .integer(fence), .integer(first)]
        let batch: [PostgresQuery] = [
            PostgresQuery(
                "SELECT count, fence FROM pleno.office WHERE office = $1 FOR UPDATE",
                .text(office)
            ),
            PostgresQuery(
                """
                INSERT INTO pleno.journal (office, sequence, account, request, text)
                SELECT $1, entry.* FROM unnest($4::bigint[], $5::text[], $6::text[], $7::bytea[]) AS entry
                WHERE EXISTS (SELECT FROM pleno.office WHERE office = $1 AND fence = $2 AND count = $3)
                """,
                guards + [
                    .integers(entries.map(\.sequence)), .texts(entries.map(\.account)),
                    .texts(entries.map(\.request)), .byteStrings(entries.map(\.text)),
                ]
            ),
            PostgresQuery(
                """
                UPDATE pleno.office SET count = count + $4, frontier = $5
                WHERE office = $1 AND fence = $2 AND count = $3
                """,
                guards + [.integer(entries.count), .bytes(frontier)]
            ),
        ]
        // In a transaction of its own that waits for no disk: notifying transactions commit one after another in
        // the whole database, so that offices would wait for each other, and a full queue would refuse the batch.
        let notice = PostgresQuery(
            """
            SELECT set_config('synchronous_commit', 'off', true), pg_notify('pleno_journal', office || ' ' || count)
            FROM pleno.office WHERE office = $1
            """,
            .text(office)
        )
        let answer: Result<[PostgresRows], PostgresFault>
        do throws(PostgresFault) {
            // The server gives up first: then it is known that nothing was written.
            let limit = limits.answering + .seconds(5)
            answer = try await link.connection.run([batch, [notice]], within: limit, isCancellable: false)[0]
        } catch {
            forget(link, after: error)
            guard case .lost = error else { throw StoreFault(error) }
            return nil
        }
        if case .failure(let fault) = answer { forget(link, after: fault) }
        return answer.map { rows in
            guard rows[0].count > 0 else { return .missing("office \(office)") }
            if rows[0].integer(0, 1) != fence { return .leaseLost }
            return rows[0].integer(0, 0) == first ? nil : .sequenceTaken(next: rows[0].integer(0, 0) ?? 0)
        }
    }

    /// The place of the first command that is there already: in the journal, or earlier in the batch.
    private func firstTaken(of entries: [StoredEntry]) async throws(StoreFault) -> Int {
        var seen: [[String]: Int] = [:]
        for entry in entries {
            if let place = try await place(ofRequest: entry.request, by: entry.account) { return place }
            if let place = seen.updateValue(entry.sequence, forKey: [entry.account, entry.request]) {
                return place
            }
        }
        throw .damaged("office \(office): entries behind the end")
    }

    private func page(from place: Int, bytes: Int, orOne: Bool) async throws(StoreFault) -> [StoredEntry] {
        let rows = try await ask { _ in
            [
                PostgresQuery(
                    """
                    SELECT sequence, account, request, text FROM (
                        SELECT *, sum(octet_length(text)) OVER (ORDER BY sequence) AS total
                        FROM (
                            SELECT * FROM pleno.journal WHERE office = $1 AND sequence >= $2
                            ORDER BY sequence LIMIT $4
                        ) AS page
                    ) AS counted
                    WHERE total <= $3 OR sequence = $5 ORDER BY sequence
                    """,
                    .text(office),
                    .integer(place),
                    .integer(bytes),
                    .integer(Self.pageLength),
                    .integer(orOne ? place : -1)
                )
            ]
        }[0]
        var entries: [StoredEntry] = []
        entries.reserveCapacity(rows.count)
        for row in 0..<rows.count {
            guard rows.integer(row, 0) == place + row, let account = rows.text(row, 1),
                let request = rows.text(row, 2), let text = rows.bytes(row, 3)
            else { throw .damaged("office \(office), entry \(place + row): missing") }
            entries.append(
                StoredEntry(sequence: place + row, account: account, request: request, text: Array(text))
            )
        }
        return entries
    }
}
