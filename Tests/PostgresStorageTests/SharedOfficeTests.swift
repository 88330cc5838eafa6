import Elections
import Office
import StorageContract
import TestSupport
import Testing

@testable import PostgresStorage

/// Several servers of one office: one writes, the others hand on and take over.
struct SharedOfficeTests {
    private let patient = PostgresLimits(connecting: .seconds(30))
    /// A command waits for five seconds.
    private let brief = PostgresLimits(
        connecting: .seconds(30),
        answering: .seconds(5),
        lease: .milliseconds(1)
    )
    private let clerk = Officer(account: "clerk", permissions: [.takeOver])

    /// A server of an office.
    private func server(_ office: String, _ limits: PostgresLimits) async throws -> SharedOffice {
        let dsn = try await PostgresServer.shared.value.dsn()
        return try await SharedOffice.open(
            TestOffice(dsn: dsn, office: office, limits: limits),
            .still,
            lookingEvery: .milliseconds(100)
        )
    }

    private func name(_ file: String) -> Command {
        let source = LocalizedText(id: "uji", en: "test")
        return .takeOver([.filesNamed([SourceFile(path: file, nature: .simulated, source: source)])])
    }

    private func election() throws -> Command {
        .takeOver(Act.takingOver(try SmallElection().election()).flatMap(\.self))
    }

    /// How many commands stand in the table.
    private func underWay(_ office: String) async throws -> Int {
        let other = try await connection()
        let query = PostgresQuery.once(
            "SELECT count(*) FROM pleno.forwarded WHERE office = $1",
            .text(office)
        )
        let rows = try await other.run(query, within: .seconds(10))[0]
        await other.close()
        return rows.integer(0, 0) ?? -1
    }

    @Test func aFollowerHandsOnAndShowsWhatIsWritten() async throws {
        let office = newOffice()
        let (first, second) = (
            try await server(office, patient), try await server(office, patient)
        )
        #expect(
            try await second.perform(try election(), as: clerk, request: "all")
                == Receipt(sequence: 0, isRepeated: false)
        )
        #expect(await second.view.state.election != nil, "shown before it is answered")
        // Repeated on either, it is done once.
        for server in [first, second] {
            let receipt = try await server.perform(try election(), as: clerk, request: "all")
            #expect(receipt == Receipt(sequence: 0, isRepeated: true))
        }
        // Many at once, on both.
        let places = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                let server = number.isMultiple(of: 4) ? first : second
                group.addTask {
                    try await server.perform(name("\(number)"), as: clerk, request: "\(number)").sequence
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(places.sorted() == Array(1...200))
        #expect(await eventually { await second.view.count == 201 })
        #expect(await first.view.frontier == second.view.frontier)
        #expect(try await underWay(office) == 0)
        for server in [first, second] { await server.close() }
    }

    @Test func refusalsComeBackWithTheirReasons() async throws {
        let office = newOffice()
        let (first, second) = (
            try await server(office, patient), try await server(office, patient)
        )
        _ = try await first.perform(try election(), as: clerk, request: "all")
        await #expect(throws: Refusal.misfit(.setUpTwice)) {
            try await second.perform(try election(), as: clerk, request: "again")
        }
        // What no act alone shows: who signed it.
        let chair = Officer(account: "chair", permissions: [.manageLogs])
        await #expect(throws: Refusal.misfit(.keyProof(.log))) {
            let key = KeyNamed(purpose: .log, key: "x")
            return try await second.perform(.perform(.keyNamed(key)), as: chair, request: "key")
        }
        await #expect(throws: Refusal.notPermitted(.takeOver)) {
            let nobody = Officer(account: "nobody", permissions: [])
            return try await second.perform(name("x"), as: nobody, request: "x")
        }
        await #expect(throws: Refusal.namelessRequest) {
            try await second.perform(name("x"), as: clerk, request: "")
        }
        await #expect(throws: Refusal.self, "larger than an entry") {
            try await second.perform(
                name(String(repeating: "x", count: StoredEntry.largest)),
                as: clerk,
                request: "large"
            )
        }
        // The writer looks by itself, whatever a follower let through.
        let reader = try await PostgresStore.reading(PostgresServer.shared.value.dsn(), office: office)
        let text = name("x").canonicalText
        for (reason, permissions, account, text, expected) in [
            ("no permission", [], "a", text, .refused(.notPermitted(.takeOver))),
            ("a name of no bytes", [.takeOver], "", text, .refused(.namelessRequest)),
            ("no command", [.takeOver], "a", [0x7B], .refused(.notStored(.database("")))),
            ("twice", [.takeOver], "a", try election().canonicalText, .misfit(entries: 1)),
        ] as [(String, Set<Permission>, String, [UInt8], ForwardedAnswer)] {
            let officer = Officer(account: account, permissions: permissions)
            let answer = try await reader.forward(text, as: officer, request: "x")
            if case .refused(.notStored) = expected, case .refused(.notStored) = answer { continue }
            #expect(answer == expected, "\(reason)")
        }
        #expect(try await reader.end().count == 1)
        #expect(try await underWay(office) == 0)
        await reader.close()
        for server in [first, second] { await server.close() }
    }

    @Test func aFollowerTakesOverWhenTheWriterCloses() async throws {
        let office = newOffice()
        let (first, second) = (
            try await server(office, patient), try await server(office, patient)
        )
        _ = try await second.perform(try election(), as: clerk, request: "all")
        await first.close()
        await #expect(throws: Refusal.closed) { try await first.perform(name("x"), as: clerk, request: "x") }
        #expect(try await second.perform(name("y"), as: clerk, request: "y").sequence == 1)
        let third = try await server(office, patient)
        #expect(try await third.perform(name("z"), as: clerk, request: "z").sequence == 2)
        for server in [second, third] { await server.close() }
    }

    @Test func aWriterThatLostItsLeaseFollows() async throws {
        let office = newOffice()
        let first = try await server(office, patient)
        _ = try await first.perform(try election(), as: clerk, request: "all")
        try await expireLease(of: office)
        let second = try await server(office, patient)
        // Refused as the writer, handed on as a follower.
        #expect(try await first.perform(name("x"), as: clerk, request: "x").sequence == 1)
        #expect(try await second.perform(name("y"), as: clerk, request: "y").sequence == 2)
        #expect(await eventually { await first.view.count == 3 })
        for server in [first, second] { await server.close() }
    }

    @Test func whereNobodyWritesNothingIsDoneAndItIsSaid() async throws {
        let office = newOffice()
        let writer = try await writer(office)
        // It has the lease and takes no commands.
        let follower = try await server(office, brief)
        await #expect(throws: Refusal.busy) { try await follower.perform(name("x"), as: clerk, request: "x") }
        #expect(try await underWay(office) == 0)
        // Taken and never answered, it may be done: the journal tells.
        let lost = Task { try await follower.perform(name("y"), as: clerk, request: "y") }
        #expect(try await eventually { try await writer.takeForwarded().map(\.request) == ["y"] })
        let unknown = await #expect(throws: Refusal.self) { try await lost.value }
        #expect(unknown == .unknown)
        let found = Task { try await follower.perform(name("z"), as: clerk, request: "z") }
        #expect(try await eventually { try await writer.takeForwarded().map(\.request) == ["z"] })
        try await writer.append(
            [StoredEntry(sequence: 0, account: "clerk", request: "z", text: [1])],
            frontier: [1]
        )
        #expect(try await found.value == Receipt(sequence: 0, isRepeated: true))
        await follower.close()
        await writer.close()
    }

    @Test(.timeLimit(.minutes(60)))
    func aFollowerTakesOverFromAWriterThatIsKilledUnderLoad() async throws {
        let shared = try await PostgresServer.shared.value
        let office = newOffice()
        let killed = KilledOffice(at: shared.address(office: office)) { try await whenFree(office) }
        try await killed.begin()
        var acknowledged = KilledOffice.Acknowledged()
        func start(_ first: Int) throws -> Child {
            try Child(
                "share",
                shared.address(office: office),
                "\(first)",
                environment: PostgresServer.environment
            )
        }
        var (writer, follower) = (try start(0), try start(8))
        // The first to write may be either; from then on it is the one that was not killed.
        for child in [writer, follower] { acknowledged.note(try await child.line()) }
        var dice = Dice(salt: "shared office kills")
        for round in Dice.rounds(4) {
            try await Task.sleep(for: .milliseconds(Int.random(in: 50...300, using: &dice)))
            writer.kill()
            for line in try await writer.rest() { acknowledged.note(line) }
            // What it says from now on: all that is in the pipe, and then what it does as the writer.
            let before = acknowledged.count
            while acknowledged.count < before + 1_000 { acknowledged.note(try await follower.line()) }
            let next = try start(round.isMultiple(of: 2) ? 0 : 8)
            acknowledged.note(try await next.line())
            (writer, follower) = (follower, next)
        }
        for child in [writer, follower] {
            child.kill()
            for line in try await child.rest() { acknowledged.note(line) }
        }
        try await killed.check(acknowledged)
    }
}

/// An office whose password stands in the words for libpq.
private struct TestOffice: SharedStore {
    let dsn: String
    let office: String
    let limits: PostgresLimits

    func writer() async throws(StoreFault) -> any LeasedStore {
        try await PostgresStore.open(dsn, office: office, holder: "test", limits: limits)
    }

    func reader() async throws(StoreFault) -> any FollowedStore {
        try await PostgresStore.reading(dsn, office: office, limits: limits)
    }
}
