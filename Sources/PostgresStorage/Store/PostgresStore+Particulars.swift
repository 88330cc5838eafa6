public import Office

extension PostgresStore: ParticularsStore {
    /// Keeps a text under a name, in place of an earlier one.
    ///
    /// - Throws: ``StoreFault/leaseLost``, or ``StoreFault/readOnly`` when this only reads.
    public func keep(_ text: String, as name: String) async throws(StoreFault) {
        _ = try await write { fence in
            PostgresQuery(
                """
                INSERT INTO pleno.particulars (office, name, text)
                SELECT $1, $3, $4 WHERE EXISTS (SELECT FROM pleno.office WHERE office = $1 AND fence = $2)
                ON CONFLICT (office, name) DO UPDATE SET text = excluded.text
                """,
                .text(office),
                .integer(fence),
                .text(name),
                .bytes(Array(text.utf8))
            )
        }
    }

    /// What is kept under a name; `nil` when nothing is, or it was erased.
    public func particulars(_ name: String) async throws(StoreFault) -> String? {
        let rows = try await ask { _ in
            [
                PostgresQuery(
                    "SELECT text FROM pleno.particulars WHERE office = $1 AND name = $2",
                    .text(office),
                    .text(name)
                )
            ]
        }[0]
        return rows.count == 0 ? nil : rows.text(0, 0)
    }

    /// The names under which something is kept, in the order of their bytes.
    public func particularsNames() async throws(StoreFault) -> [String] {
        let rows = try await ask { _ in
            [
                PostgresQuery(
                    "SELECT name FROM pleno.particulars WHERE office = $1 ORDER BY name COLLATE \"C\"",
                    .text(office)
                )
            ]
        }[0]
        return (0..<rows.count).compactMap { rows.text($0, 0) }
    }

    /// Erases it for good, in the files of the tables too: they are written anew.
    ///
    /// What the server keeps of the past elsewhere (its write-ahead log until it is reused, archives, backups) is
    /// outside its reach. The role must own the tables.
    ///
    /// - Throws: ``StoreFault/timeout`` when a transaction that could still see it does not end in time; it is gone
    ///   for all readers then, and erasing it again completes it.
    /// - Complexity: O(bytes of all particulars).
    public func erase(particulars name: String) async throws(StoreFault) {
        let transaction = try await write { fence in
            PostgresQuery(
                """
                WITH erased AS (
                    DELETE FROM pleno.particulars WHERE office = $1 AND name = $3
                    AND EXISTS (SELECT FROM pleno.office WHERE office = $1 AND fence = $2)
                )
                SELECT pg_current_xact_id()::text::bigint
                """,
                .text(office),
                .integer(fence),
                .text(name)
            )
        }
        let start = ContinuousClock.now
        while try await isVisible(before: transaction.integer(0, 0) ?? 0) {
            guard start.duration(to: .now) < limits.answering else { throw .timeout }
            try? await Task.sleep(for: .milliseconds(10))
        }
        _ = try await ask { _ in [.once("VACUUM (FULL) pleno.particulars")] }
    }

    /// Whether anyone may still see what `transaction` removed: the rewritten file would keep it for them.
    private func isVisible(before transaction: Int) async throws(StoreFault) -> Bool {
        try await ask { _ in
            [
                PostgresQuery(
                    """
                    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint <= $1 OR EXISTS (
                        SELECT FROM pg_stat_activity
                        WHERE pid <> pg_backend_pid() AND datname = current_database()
                        AND age(backend_xmin) >= age(($1 % 4294967296)::text::xid)
                    )
                    """,
                    .integer(transaction)
                )
            ]
        }[0].truth(0, 0) ?? false
    }

    /// Runs a statement as the office's writer.
    private func write(_ query: (_ fence: Int) -> PostgresQuery) async throws(StoreFault) -> PostgresRows {
        let link = try await connected()
        guard link.fence != nil else { throw .readOnly }
        var expected: Int?
        let rows = try await ask { fence in
            expected = fence
            return [
                PostgresQuery("SELECT fence FROM pleno.office WHERE office = $1 FOR UPDATE", .text(office)),
                query(fence ?? -1),
            ]
        }
        guard rows[0].count > 0, rows[0].integer(0, 0) == expected else { throw .leaseLost }
        return rows[1]
    }
}
