import Elections
public import Office

extension PostgresStore: FollowedStore {
    /// Hands a command on to the office's writer, whoever becomes it meanwhile, and waits for its answer; see
    /// ``FollowedStore/forward(_:as:request:)``.
    ///
    /// It waits as long as a lease that is not renewed stands, twice, and an answer may take.
    public func forward(
        _ text: [UInt8],
        as officer: Officer,
        request: String
    ) async throws(StoreFault) -> ForwardedAnswer {
        collectAnswers()
        let rows = try await ask { _ in
            [
                Self.hurry,
                PostgresQuery(
                    """
                    INSERT INTO pleno.forwarded (office, sender, account, request, permissions, command)
                    VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
                    """,
                    .text(office),
                    .text(outbox.sender),
                    .text(officer.account),
                    .text(request),
                    .text(officer.rights.row),
                    .bytes(text)
                ),
                PostgresQuery("SELECT pg_notify('pleno_forwarded', $1)", .text(office)),
            ]
        }
        guard let id = rows[1].integer(0, 0) else { throw .database("a forwarded command has no number") }
        let timer = Task {
            try await Task.sleep(for: limits.lease * 2 + limits.answering)
            await callBack(id)
        }
        defer { timer.cancel() }
        return await withCheckedContinuation { outbox.wait(for: id, $0) }
    }

    /// For what need not survive a crash: it does not wait for the disk.
    static var hurry: PostgresQuery {
        PostgresQuery("SELECT set_config('synchronous_commit', 'off', true)")
    }

    private func collectAnswers() {
        guard outbox.collector == nil else { return }
        let sender = outbox.sender
        let signals = signals(
            on: "pleno_answered",
            number: { $0 == sender ? 1 : nil },
            first: { _ in 0 },
            onlyGrowing: false
        )
        outbox.collector = Task { [weak self] in
            for await _ in signals { try? await self?.collect() }
        }
    }

    /// Takes the answers that are there out of the table.
    private func collect() async throws(StoreFault) {
        let waiting = outbox.numbers
        let values: [PostgresValue] = [.text(office), .text(outbox.sender)]
        let rows = try await ask { _ in
            [
                Self.hurry,
                PostgresQuery(
                    """
                    DELETE FROM pleno.forwarded WHERE office = $1 AND sender = $2 AND kind IS NOT NULL
                    RETURNING id, kind, place, detail
                    """,
                    values
                ),
                PostgresQuery("SELECT id FROM pleno.forwarded WHERE office = $1 AND sender = $2", values),
            ]
        }
        for row in 0..<rows[1].count {
            guard let id = rows[1].integer(row, 0) else { continue }
            outbox.answer(id, ForwardedAnswer(rows[1], row, from: 1) ?? .unanswered)
        }
        // A crash of the server empties the table.
        let left = Set((0..<rows[2].count).map { rows[2].integer($0, 0) })
        for id in waiting where !left.contains(id) { outbox.giveUp(id, .unanswered) }
    }

    /// Gives up a command; one that no writer has taken will never be done.
    private func callBack(_ id: Int) async {
        let rows = try? await ask { _ in
            [
                PostgresQuery(
                    "DELETE FROM pleno.forwarded WHERE office = $1 AND id = $2 RETURNING taken, kind, place, detail",
                    .text(office),
                    .integer(id)
                )
            ]
        }[0]
        guard let rows, rows.count > 0 else { return outbox.giveUp(id, .unanswered) }
        let answer = ForwardedAnswer(rows, 0, from: 1)
        outbox.giveUp(id, answer ?? (rows.integer(0, 0) == 0 ? .untaken : .unanswered))
    }
}
