import Glibc
import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// What a store finds when it opens, and what it says of it.
struct OpeningTests {
    @Test(
        "a database that is not ours is left alone",
        arguments: [
            (
                "written by a newer Pleno", ["INSERT INTO pleno.format (pleno_format) VALUES (3)"],
                .newer(format: 3, known: 2)
            ),
            (
                "another program's schema of this name",
                [
                    "DROP SCHEMA pleno CASCADE", "CREATE SCHEMA pleno",
                    "CREATE TABLE pleno.choir (voice text)",
                ],
                .foreign("schema pleno: choir")
            ),
            (
                "another program's table of formats",
                [
                    "DROP SCHEMA pleno CASCADE", "CREATE SCHEMA pleno",
                    "CREATE TABLE pleno.format (page text)",
                ],
                .foreign("schema pleno: format")
            ),
            (
                "entries behind the end that is noted",
                ["INSERT INTO pleno.journal VALUES ('o', 0, 'a', 'r', 'x')"],
                .damaged("office o: 0 entries noted, 1 there")
            ),
        ] as [(String, [String], StoreFault)]
    )
    func refusal(_: String, change: [String], expected: StoreFault) async throws {
        let database = try await newDatabase()
        let dsn = try await PostgresServer.shared.value.dsn(database: database)
        await (try await PostgresStore.open(dsn, office: "o", holder: "h")).close()
        let other = try await connection(database: database)
        for text in change { _ = try await other.run(.once(text), within: .seconds(10)) }
        await #expect(throws: expected) { try await PostgresStore.open(dsn, office: "o", holder: "h") }
        await other.close()
    }

    @Test func aReaderMakesNothing() async throws {
        let database = try await newDatabase()
        let dsn = try await PostgresServer.shared.value.dsn(database: database)
        await #expect(throws: StoreFault.missing("schema pleno")) {
            try await PostgresStore.reading(dsn, office: "o")
        }
        await #expect(throws: StoreFault.missing("schema pleno")) {
            try await PostgresStore.open(dsn, office: "o", holder: "h", isMade: false)
        }
        await (try await PostgresStore.open(dsn, office: "o", holder: "h")).close()
        await #expect(throws: StoreFault.missing("office p")) {
            try await PostgresStore.open(dsn, office: "p", holder: "h", isMade: false)
        }
        await #expect(throws: StoreFault.missing("office p")) {
            try await PostgresStore.reading(dsn, office: "p")
        }
        await (try await PostgresStore.reading(dsn, office: "o")).close()
    }

    @Test func tablesOfTheFirstFormatAreBroughtUpToDate() async throws {
        let database = try await newDatabase()
        let dsn = try await PostgresServer.shared.value.dsn(database: database)
        let first = try await PostgresStore.open(dsn, office: "o", holder: "h")
        try await first.append(entries(0, 3), frontier: [1])
        await first.close()
        let other = try await connection(database: database)
        for text in ["DROP TABLE pleno.forwarded", "DELETE FROM pleno.format WHERE pleno_format > 1"] {
            _ = try await other.run(.once(text), within: .seconds(10))
        }
        await other.close()
        let reader = try await PostgresStore.reading(dsn, office: "o")
        #expect(try await reader.end().count == 3, "read as it is")
        await reader.close()
        let again = try await PostgresStore.open(dsn, office: "o", holder: "h")
        #expect(try await again.takeForwarded() == [])
        #expect(try await again.end() == JournalEnd(count: 3, frontier: [1]))
        await again.close()
    }

    @Test func serversThatOpenANewDatabaseAtOnceDoNotDisturbEachOther() async throws {
        let database = try await newDatabase()
        let dsn = try await PostgresServer.shared.value.dsn(database: database)
        try await withThrowingTaskGroup { group in
            for number in 0..<6 {
                group.addTask {
                    await (try await PostgresStore.open(dsn, office: "o\(number)", holder: "h")).close()
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(
        "what cannot be reached is said quickly",
        arguments: [
            ("wrong password", ["password=wrong"]),
            ("no such database", ["dbname=nothing"]),
            ("nobody listens", ["port=1"]),
            ("an address that cannot be", ["host=127.0.0.256"]),
            ("no DSN", ["colour=red"]),
            ("several hosts, none of them", ["host=127.0.0.1,127.0.0.1 port=1,2"]),
        ]
    )
    func unreachable(_: String, change: [String]) async throws {
        let dsn = try await PostgresServer.shared.value.dsn() + " " + change.joined(separator: " ")
        let time = await ContinuousClock().measure {
            let fault = await #expect(throws: StoreFault.self) {
                try await PostgresStore.open(dsn, office: "o", holder: "h")
            }
            guard case .unreachable(let words) = fault, !words.isEmpty else {
                Issue.record("\(String(describing: fault))")
                return
            }
        }
        #expect(time < .seconds(10))
    }

    @Test func aHostThatDoesNotAnswerIsGivenUpForTheNext() async throws {
        let silent = try SilentServer()
        let port = try await PostgresServer.shared.value.port
        let dsn =
            "host=127.0.0.1,127.0.0.1 port=\(silent.port),\(port) user=pleno password=secret dbname=postgres "
            + "target_session_attrs=read-write"
        let limits = PostgresLimits(connecting: .milliseconds(400))
        await #expect(throws: StoreFault.unreachable("no answer in time")) {
            let alone = "host=127.0.0.1 port=\(silent.port) user=pleno"
            return try await PostgresStore.open(alone, office: newOffice(), holder: "h", limits: limits)
        }
        let patient = PostgresLimits(connecting: .seconds(4))
        await (try await PostgresStore.open(dsn, office: newOffice(), holder: "h", limits: patient)).close()
    }

    @Test func connectingCanBeCancelled() async throws {
        let silent = try SilentServer()
        let dsn = "host=127.0.0.1 port=\(silent.port) user=pleno"
        let task = Task { try await PostgresConnection.connect(dsn, within: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        await #expect(throws: PostgresFault.cancelled) { _ = try await task.value }
    }

    @Test(
        "the journal is only ever added to",
        arguments: [
            "UPDATE pleno.journal SET text = 'y'", "DELETE FROM pleno.journal", "TRUNCATE pleno.journal",
            "DELETE FROM ONLY pleno.journal_0", "TRUNCATE pleno.journal_0",
        ]
    )
    func change(text: String) async throws {
        let database = try await newDatabase()
        let dsn = try await PostgresServer.shared.value.dsn(database: database)
        // Enough offices for every part to have some; how soon each is open is not asked here.
        let limits = PostgresLimits(connecting: .seconds(30))
        for number in 0..<40 {
            let store = try await PostgresStore.open(dsn, office: "o\(number)", holder: "h", limits: limits)
            try await store.append(entries(0), frontier: [])
            await store.close()
        }
        let other = try await connection(database: database)
        let expected = PostgresFault.Refusal(state: "23000", message: "the journal is only ever added to")
        await #expect(throws: PostgresFault.refused(expected)) {
            try await other.run(.once(text), within: .seconds(10))
        }
        await other.close()
    }
}

/// A server that takes connections and never says anything.
private final class SilentServer: Sendable {
    let port: Int
    private let socket: CInt

    struct NoSocket: Error {}

    init() throws {
        let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(socket, $0, length) == 0 && listen(socket, 8) == 0
                    && getsockname(socket, $0, &length) == 0
            }
        }
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isBound else { throw NoSocket() }
    }

    deinit { Glibc.close(socket) }
}
