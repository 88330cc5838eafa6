import Office

/// The right to write an office, for a time, by the clock of the database.
///
/// It belongs to a session; each of its connections has a fencing number, higher than all before.
enum Lease {
    /// Makes an office, when it is not there.
    static func makeOffice(
        _ office: String,
        on connection: PostgresConnection,
        _ limits: PostgresLimits
    ) async throws(StoreFault) {
        _ = try await StoreFault.translating { () async throws(PostgresFault) in
            try await connection.run(
                .once("INSERT INTO pleno.office (office) VALUES ($1) ON CONFLICT DO NOTHING", .text(office)),
                within: limits.answering
            )
        }
    }

    /// Takes the lease of an office when it is free or has expired.
    ///
    /// - Throws: ``StoreFault/inUse(by:)``; ``StoreFault/missing(_:)``; ``StoreFault/damaged(_:)`` when the journal does not end where it says.
    static func take(
        of office: String,
        for holder: String,
        session: String,
        on connection: PostgresConnection,
        _ limits: PostgresLimits
    ) async throws(StoreFault) {
        let rows = try await StoreFault.translating { () async throws(PostgresFault) in
            try await connection.run(
                .once(
                    """
                    UPDATE pleno.office SET holder = $2, session = $3,
                        lease_until = clock_timestamp() + $4 * interval '1 millisecond'
                    WHERE office = $1 AND lease_until <= clock_timestamp()
                    """,
                    .text(office),
                    .text(holder),
                    .text(session),
                    .integer(limits.lease.milliseconds)
                ),
                .once(
                    """
                    SELECT session, holder, count,
                        (SELECT coalesce(max(sequence) + 1, 0) FROM pleno.journal WHERE office = $1)
                    FROM pleno.office WHERE office = $1
                    """,
                    .text(office)
                ),
                within: limits.answering
            )[1]
        }
        guard rows.count > 0 else { throw .missing("office \(office)") }
        guard rows.text(0, 0) == session else { throw .inUse(by: rows.text(0, 1) ?? "") }
        guard rows.integer(0, 2) == rows.integer(0, 3) else {
            throw .damaged(
                "office \(office): \(rows.integer(0, 2) ?? 0) entries noted, \(rows.integer(0, 3) ?? 0) there"
            )
        }
    }

    /// The number of an office's entries, and whether it holds nothing at all.
    static func content(of office: String) -> PostgresQuery {
        .once(
            """
            SELECT count, count = 0 AND NOT EXISTS (SELECT FROM pleno.particulars WHERE office = $1)
            FROM pleno.office WHERE office = $1
            """,
            .text(office)
        )
    }

    /// The next fencing number, in a row; none when another session has the lease.
    static func fence(_ office: String, _ session: String) -> PostgresQuery {
        .once(
            "UPDATE pleno.office SET fence = fence + 1 WHERE office = $1 AND session = $2 RETURNING fence",
            .text(office),
            .text(session)
        )
    }

    /// Renews it, also when it has expired: as long as nobody took it, nobody else has written.
    ///
    /// Returns a row; none when somebody took it.
    static func renewal(_ office: String, _ session: String, _ time: Duration) -> PostgresQuery {
        PostgresQuery(
            """
            UPDATE pleno.office SET lease_until = clock_timestamp() + $3 * interval '1 millisecond'
            WHERE office = $1 AND session = $2 RETURNING fence
            """,
            .text(office),
            .text(session),
            .integer(time.milliseconds)
        )
    }

    /// Lets the next one take it at once.
    static func release(_ office: String, _ session: String) -> PostgresQuery {
        .once(
            "UPDATE pleno.office SET lease_until = '-infinity', session = '' WHERE office = $1 AND session = $2",
            .text(office),
            .text(session)
        )
    }
}
