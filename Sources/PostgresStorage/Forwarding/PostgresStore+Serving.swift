import Elections
public import Office

extension PostgresStore: LeasedStore {
    /// Says that commands may be waiting; see ``LeasedStore/forwardings()``.
    public nonisolated func forwardings() -> AsyncStream<Int> {
        let office = office
        return signals(
            on: "pleno_forwarded",
            number: { $0 == office ? 1 : nil },
            first: { _ in 0 },
            onlyGrowing: false
        )
    }

    /// Commands that others handed on and nobody answered; see ``LeasedStore/takeForwarded()``.
    ///
    /// Those that an earlier writer took are taken again: it cannot write them any more, and what it has written is
    /// known by account and request. What nobody fetched for ten minutes is removed.
    public func takeForwarded() async throws(StoreFault) -> [ForwardedCommand] {
        let rows = try await ask { fence in
            [
                Self.hurry,
                PostgresQuery(
                    "DELETE FROM pleno.forwarded WHERE office = $1 AND at < clock_timestamp() - interval '10 minutes'",
                    .text(office)
                ),
                PostgresQuery(
                    """
                    WITH waiting AS (
                        SELECT id, row_number() OVER (ORDER BY id) AS number,
                            sum(octet_length(command)) OVER (ORDER BY id) AS total
                        FROM (
                            SELECT id, command FROM pleno.forwarded
                            WHERE office = $1 AND taken < $2 AND kind IS NULL ORDER BY id LIMIT 256
                        ) AS oldest
                    )
                    UPDATE pleno.forwarded AS command SET taken = $2 FROM waiting
                    WHERE command.office = $1 AND command.id = waiting.id AND (number = 1 OR total <= $3)
                    AND EXISTS (SELECT FROM pleno.office WHERE office = $1 AND fence = $2)
                    RETURNING command.id, account, request, permissions, command.command
                    """,
                    .text(office),
                    .integer(fence ?? -1),
                    .integer(StoredEntry.largest)
                ),
            ]
        }[2]
        let commands = (0..<rows.count).compactMap { row -> ForwardedCommand? in
            guard let id = rows.integer(row, 0), let account = rows.text(row, 1),
                let request = rows.text(row, 2), let permissions = rows.text(row, 3),
                let text = rows.bytes(row, 4)
            else { return nil }
            return ForwardedCommand(
                id: id,
                officer: Officer(account: account, rights: Rights(row: permissions)),
                request: request,
                text: Array(text)
            )
        }
        return commands.sorted { $0.id < $1.id }
    }

    /// Answers commands that were taken, and tells their senders.
    public func answer(_ answers: [(id: Int, answer: ForwardedAnswer)]) async throws(StoreFault) {
        let rows = answers.map { $0.answer.row }
        let numbers = PostgresValue.integers(answers.map(\.id))
        _ = try await ask { _ in
            [
                Self.hurry,
                PostgresQuery(
                    """
                    UPDATE pleno.forwarded AS command SET kind = answer.kind, place = answer.place, detail = answer.detail
                    FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[]) AS answer (id, kind, place, detail)
                    WHERE command.office = $1 AND command.id = answer.id
                    """,
                    .text(office),
                    numbers,
                    .texts(rows.map(\.kind)),
                    .integers(rows.map(\.place)),
                    .texts(rows.map(\.detail))
                ),
                PostgresQuery(
                    """
                    SELECT pg_notify('pleno_answered', sender) FROM (
                        SELECT DISTINCT sender FROM pleno.forwarded WHERE office = $1 AND id = ANY ($2)
                    ) AS answered
                    """,
                    .text(office),
                    numbers
                ),
            ]
        }
    }
}
