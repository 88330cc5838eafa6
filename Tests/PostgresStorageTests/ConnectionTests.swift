import Testing

@testable import PostgresStorage

/// What a connection does beyond asking and answering.
struct ConnectionTests {
    @Test func valuesComeBackAsTheyWereSent() async throws {
        let connection = try await connection()
        let rows = try await connection.run(
            .once(
                "SELECT $1::bigint, $2::text, $3::bytea, $4::bigint[] = '{-1,2}', $5::text[] = '{a,\"\"}', "
                    + "$6::bytea[] = '{}', null, $7::text",
                .integer(-7),
                .text("投"),
                .bytes([0, 255]),
                .integers([-1, 2]),
                .texts(["a", ""]),
                .byteStrings([]),
                .text("")
            ),
            within: .seconds(10)
        )[0]
        #expect(rows.count == 1)
        #expect(rows.integer(0, 0) == -7)
        #expect(rows.text(0, 1) == "投")
        #expect(rows.bytes(0, 2) == [0, 255])
        #expect((3...5).allSatisfy { rows.truth(0, $0) == true })
        #expect(rows.bytes(0, 6) == nil)
        #expect(rows.text(0, 7) == "")
        await connection.close()
    }

    @Test func aTransactionThatIsRefusedLeavesTheNextAlone() async throws {
        let connection = try await connection()
        let answers = try await connection.run(
            [
                [.once("CREATE TEMPORARY TABLE t (n bigint)")],
                [
                    PostgresQuery("INSERT INTO t VALUES ($1)", .integer(1)), .once("SELECT 1 / 0"),
                    .once("SELECT 2"),
                ],
                [PostgresQuery("SELECT count(*) FROM t")],
            ],
            within: .seconds(10)
        )
        #expect(throws: PostgresFault.refused(.init(state: "22012", message: "division by zero"))) {
            try answers[1].get()
        }
        #expect(try answers[2].get()[0].integer(0, 0) == 0)
        // A statement that was skipped is prepared later.
        for count in 1...2 {
            let rows = try await connection.run(
                PostgresQuery("INSERT INTO t VALUES ($1)", .integer(1)),
                PostgresQuery("SELECT count(*) FROM t"),
                within: .seconds(10)
            )
            #expect(rows[1].integer(0, 0) == count)
        }
        await connection.close()
    }

    @Test func aCommitThatIsRefusedIsARefusal() async throws {
        let connection = try await connection()
        let answers = try await connection.run(
            [
                [.once("CREATE TEMPORARY TABLE u (n bigint UNIQUE DEFERRABLE INITIALLY DEFERRED)")],
                [.once("INSERT INTO u VALUES (1), (1)")],
                [.once("SELECT 3")],
            ],
            within: .seconds(10)
        )
        #expect(throws: PostgresFault.self) { try answers[1].get() }
        #expect(try answers[2].get()[0].integer(0, 0) == 3)
        await connection.close()
    }

    @Test func aStatementThatTakesTooLongIsCalledOff() async throws {
        let connection = try await connection()
        let time = await ContinuousClock().measure {
            await #expect(throws: PostgresFault.timeout) {
                try await connection.run(.once("SELECT pg_sleep(60)"), within: .milliseconds(200))
            }
        }
        #expect(time < .seconds(20))
        #expect(try await connection.run(.once("SELECT 5"), within: .seconds(10))[0].integer(0, 0) == 5)
        await connection.close()
    }

    @Test func aCancelledTaskCallsItsStatementOff() async throws {
        let connection = try await connection()
        let task = Task { try await connection.run(.once("SELECT pg_sleep(60)"), within: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(200))
        // One behind it in the queue, cancelled before its turn.
        let waiting = Task { try await connection.run(.once("SELECT 1"), within: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(200))
        waiting.cancel()
        await #expect(throws: PostgresFault.cancelled) { try await waiting.value }
        task.cancel()
        await #expect(throws: PostgresFault.cancelled) { try await task.value }
        #expect(try await connection.run(.once("SELECT 5"), within: .seconds(10))[0].integer(0, 0) == 5)
        await connection.close()
    }

    @Test func callersTakeTurns() async throws {
        let connection = try await connection()
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...200 {
                group.addTask {
                    try await connection.run(
                        PostgresQuery("SELECT $1::bigint", .integer(number)),
                        within: .seconds(30)
                    )[0].integer(0, 0) ?? 0
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(sum == 20_100)
        await connection.close()
    }

    @Test func moreThanASocketTakesAtOnceGoesBothWays() async throws {
        let connection = try await connection()
        let bytes = [UInt8](repeating: 7, count: 20_000_000)
        let rows = try await connection.run(
            .once("SELECT $1::bytea", .bytes(bytes)),
            .once("SELECT $1::bytea", .bytes(bytes)),
            within: .seconds(60)
        )
        #expect(rows.allSatisfy { $0.bytes(0, 0)?.elementsEqual(bytes) == true })
        await connection.close()
    }

    @Test func aConnectionEndedByTheServerIsLost() async throws {
        let (connection, other) = (try await connection(), try await connection())
        let pid = try await connection.run(.once("SELECT pg_backend_pid()"), within: .seconds(10))[0].integer(
            0,
            0
        )
        let task = Task { try await connection.run(.once("SELECT pg_sleep(60)"), within: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(100))
        let end = PostgresQuery.once("SELECT pg_terminate_backend($1::bigint::int)", .integer(pid ?? 0))
        _ = try await other.run(end, within: .seconds(10))
        let fault = await #expect(throws: PostgresFault.self) { try await task.value }
        guard let fault, case .lost = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        await #expect(throws: fault) { try await connection.run(.once("SELECT 1"), within: .seconds(10)) }
        await other.close()
    }

    @Test func aClosedConnectionSaysSo() async throws {
        let connection = try await connection()
        let task = Task { try await connection.run(.once("SELECT pg_sleep(0.3), 4"), within: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(100))
        // It waits for what is under way.
        await connection.close()
        #expect(try await task.value[0].integer(0, 1) == 4)
        await #expect(throws: PostgresFault.closed) {
            try await connection.run(.once("SELECT 1"), within: .seconds(10))
        }
    }
}
