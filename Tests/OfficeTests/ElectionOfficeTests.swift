import Elections
import SQLiteStorage
import TestSupport
import Testing
import TransparencyLog

@testable import Office

@Suite("An office")
struct ElectionOfficeTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
    }

    /// An office with the small election in it, on a store that can be told to fail.
    private func office(
        clock: ManualClock = ManualClock(1),
        mostWaiting: Int = 4_096,
        mostBytes: Int = 1 << 27
    ) async throws -> (office: ElectionOffice, store: FaultyStore) {
        let store = FaultyStore(try await SQLiteStore.create(folder.path + "/o"))
        let office = try await ElectionOffice.open(
            store,
            .test(clock: clock, mostWaiting: mostWaiting, mostBytes: mostBytes)
        )
        let acts = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        if mostWaiting > 0 { _ = try await office.perform(.takeOver(acts), as: clerk, request: "all") }
        return (office, store)
    }

    private func reopened() async throws -> ElectionOffice {
        try await ElectionOffice.open(try await SQLiteStore.open(folder.path + "/o"), .test())
    }

    private func files(_ office: ElectionOffice) async -> [String] {
        await office.view.state.election?.files.map(\.path) ?? []
    }

    @Test("remembers everything after it was closed")
    func memory() async throws {
        let (office, _) = try await office()
        #expect(
            try await office.perform(name("x"), as: clerk, request: "1")
                == Receipt(sequence: 1, isRepeated: false)
        )
        let before = await office.view
        await office.close()
        let again = try await reopened()
        let after = await again.view
        #expect(after.count == 2)
        #expect(after.frontier == before.frontier)
        #expect(await files(again) == ["a.csv", "x"])
        await again.close()
    }

    @Test("refuses who may not, what has no name and what does not fit; nothing of it is done")
    func refusals() async throws {
        let (office, _) = try await office()
        let stranger = Officer(account: "stranger", permissions: [])
        let again = Act.takingOver(try SmallElection().election())[0]
        let rows: [(String, Officer, Command, String, Refusal)] = [
            ("no right", stranger, name("x"), "1", .notPermitted(.takeOver)),
            ("no name", clerk, name("x"), "", .namelessRequest),
            ("a name too long", clerk, name("x"), String(repeating: "x", count: 201), .namelessRequest),
            ("a name no store keeps", clerk, name("x"), "a\0b", .namelessRequest),
            (
                "an account no store keeps", Officer(account: "a\0", rights: clerk.rights),
                name("x"), "1",
                .namelessRequest
            ),
            ("a second election", clerk, .takeOver(again), "1", .misfit(.setUpTwice)),
            ("the first act fits", clerk, .takeOver([.filesNamed([])] + again), "1", .misfit(.setUpTwice)),
        ]
        for (reason, officer, command, request, refusal) in rows {
            await #expect(throws: refusal, "\(reason)") {
                try await office.perform(command, as: officer, request: request)
            }
        }
        #expect(await office.view.count == 1)
        #expect(try await office.perform(name("x"), as: clerk, request: "1").sequence == 1)
        await office.close()
    }

    @Test("refuses a command larger than an entry")
    func tooLarge() async throws {
        let (office, _) = try await office()
        let command = name(String(repeating: "x", count: StoredEntry.largest))
        await #expect(throws: Refusal.self) { try await office.perform(command, as: clerk, request: "1") }
        #expect(await office.view.count == 1)
        await office.close()
    }

    @Test("does a request once, however often it is asked: at once, later, and after a restart")
    func once() async throws {
        let (office, store) = try await office()
        let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
            for _ in 0..<20 {
                group.addTask { try await office.perform(name("x"), as: clerk, request: "same") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(receipts.map(\.sequence)) == [1])
        #expect(receipts.count { !$0.isRepeated } == 1)
        #expect(try await office.perform(name("y"), as: clerk, request: "same").isRepeated)
        let other = Officer(account: "other", rights: clerk.rights)
        #expect(try await office.perform(name("y"), as: other, request: "same").sequence == 2)
        await office.close()
        #expect(await store.batches == 3)
        let again = try await reopened()
        #expect(
            try await again.perform(name("z"), as: clerk, request: "same")
                == Receipt(sequence: 1, isRepeated: true)
        )
        #expect(await files(again) == ["a.csv", "x", "y"])
        await again.close()
    }

    @Test("takes two spellings of one text for two requests, as stores do")
    func spellings() async throws {
        let (office, _) = try await office()
        let sequences = try await withThrowingTaskGroup(of: Int.self) { group in
            for request in ["caf\u{E9}", "cafe\u{301}"] {
                group.addTask { try await office.perform(name("x"), as: clerk, request: request).sequence }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(sequences == [1, 2])
        #expect(try await office.perform(name("x"), as: clerk, request: "cafe\u{301}").isRepeated)
        await office.close()
    }

    @Test("refuses a journal that lost what was acknowledged")
    func shorter() async throws {
        let (office, store) = try await office()
        _ = try await office.perform(name("x"), as: clerk, request: "1")
        await store.lose()
        await store.fail(.fault(.sequenceTaken(next: 1)))
        await #expect(throws: Refusal.self) { try await office.perform(name("y"), as: clerk, request: "2") }
        await #expect(throws: Refusal.notStored(.damaged("head(entries: 2)"))) {
            try await office.perform(name("y"), as: clerk, request: "2")
        }
        #expect(await files(office) == ["a.csv", "x"])
        await office.close()
    }

    @Test("writes together what comes together")
    func groups() async throws {
        let (office, store) = try await office()
        let sequences = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<500 {
                group.addTask {
                    try await office.perform(name("\(number)"), as: clerk, request: "\(number)").sequence
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(sequences == Set(1...500))
        #expect(await store.batches < 250)
        await office.close()
        let again = try await reopened()
        #expect(await Set(files(again)).count == 501)
        await again.close()
    }

    @Test("never goes back in time, and records a clock that does")
    func clock() async throws {
        let clock = ManualClock(1_000)
        let (office, store) = try await office(clock: clock)
        for (number, now) in [2_000, 1_500, 2_000, 3_000].enumerated() {
            clock.set(now)
            _ = try await office.perform(name("x"), as: clerk, request: "\(number)")
        }
        let entries = try await store.entries(from: 1, bytes: 1 << 20).map {
            try JournalEntry(canonicalText: $0.text)
        }
        #expect(entries.map(\.time) == [2_000, 2_000, 2_000, 3_000])
        #expect(entries.map(\.clock) == [nil, 1_500, nil, nil])
        await office.close()
    }

    @Test(
        "goes back to what is on disk when a batch was not written",
        arguments: [StoreFault.full, .readOnly]
    )
    func notWritten(fault: StoreFault) async throws {
        let (office, store) = try await office()
        await store.fail(.fault(fault))
        await #expect(throws: Refusal.notStored(fault)) {
            try await office.perform(name("x"), as: clerk, request: "1")
        }
        #expect(await files(office) == ["a.csv"])
        #expect(
            try await office.perform(name("x"), as: clerk, request: "1")
                == Receipt(sequence: 1, isRepeated: false)
        )
        #expect(await files(office) == ["a.csv", "x"])
        await office.close()
    }

    @Test("reads the journal again when another wrote into it")
    func overtaken() async throws {
        let (office, store) = try await office()
        await store.fail(.fault(.sequenceTaken(next: 7)))
        await #expect(throws: Refusal.notStored(.sequenceTaken(next: 7))) {
            try await office.perform(name("x"), as: clerk, request: "1")
        }
        #expect(try await office.perform(name("x"), as: clerk, request: "1").sequence == 1)
        await office.close()
    }

    @Test("looks up what became of a batch whose answer was lost")
    func lookedUp() async throws {
        let (office, store) = try await office()
        await store.fail(.lostAfterCommit)
        #expect(
            try await office.perform(name("x"), as: clerk, request: "1")
                == Receipt(sequence: 1, isRepeated: false)
        )
        await store.fail(.lostBeforeCommit)
        await #expect(throws: Refusal.self) { try await office.perform(name("y"), as: clerk, request: "2") }
        #expect(
            try await office.perform(name("y"), as: clerk, request: "2")
                == Receipt(sequence: 2, isRepeated: false)
        )
        #expect(await files(office) == ["a.csv", "x", "y"])
        await office.close()
    }

    @Test("says so when it cannot know, and finds out when it is asked again")
    func unknown() async throws {
        let (office, store) = try await office()
        await store.fail(.lostForGood)
        await #expect(throws: Refusal.unknown) {
            try await office.perform(name("x"), as: clerk, request: "1")
        }
        await #expect(throws: Refusal.notStored(.unreachable("silent"))) {
            try await office.perform(name("x"), as: clerk, request: "1")
        }
        await store.comeBack()
        #expect(
            try await office.perform(name("x"), as: clerk, request: "1")
                == Receipt(sequence: 1, isRepeated: true)
        )
        #expect(await files(office) == ["a.csv", "x"])
        await office.close()
    }

    @Test("stays closed, whatever was uncertain before")
    func closedForGood() async throws {
        let (office, store) = try await office()
        await store.fail(.lostForGood)
        await #expect(throws: Refusal.unknown) {
            try await office.perform(name("x"), as: clerk, request: "1")
        }
        await store.comeBack()
        await office.close()
        await #expect(throws: Refusal.closed) { try await office.perform(name("x"), as: clerk, request: "1") }
        let again = try await reopened()
        #expect(await files(again) == ["a.csv", "x"])
        await again.close()
    }

    @Test("is read again once, however many ask while it is uncertain")
    func recovery() async throws {
        let (office, store) = try await office()
        for round in 0..<5 {
            await store.fail(.lostForGood)
            await #expect(throws: Refusal.unknown) {
                try await office.perform(name("x"), as: clerk, request: "lost-\(round)")
            }
            await store.comeBack()
            let sequences = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await office.perform(name("y"), as: clerk, request: "\(round)-\(number)").sequence
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect(sequences.count == 40)
        }
        await office.close()
        let again = try await reopened()
        #expect(await again.view.count == 1 + 5 * 41)
        await again.close()
    }

    @Test("takes no more than may wait")
    func busy() async throws {
        let (office, _) = try await office(mostWaiting: 0)
        await #expect(throws: Refusal.busy) { try await office.perform(name("x"), as: clerk, request: "1") }
        await office.close()
    }

    @Test("takes no more while too many bytes wait")
    func full() async throws {
        let (office, _) = try await office(mostBytes: 1_000)
        // The first is written at once; what comes meanwhile waits, and the last of it may be large.
        let results = await withTaskGroup(of: Refusal?.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let command = name(String(repeating: "x", count: 900))
                    do throws(Refusal) {
                        _ = try await office.perform(command, as: clerk, request: "\(number)")
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.contains(nil))
        #expect(results.contains(.busy))
        #expect(results.allSatisfy { $0 == nil || $0 == .busy })
        #expect(await office.view.count == 1 + results.count { $0 == nil })
        await office.close()
    }

    @Test("shows what it acknowledged, also while large commands keep it busy")
    func large() async throws {
        let (office, store) = try await office()
        let behind = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<4 {
                group.addTask {
                    // Two of them do not go into one batch.
                    let command = names(StoredEntry.largest / 2)
                    let receipt = try await office.perform(command, as: clerk, request: "\(number)")
                    return await office.view.count <= receipt.sequence
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(!behind.contains(true))
        #expect(await store.batches == 5)
        #expect(await files(office).count > 4)
        await office.close()
        let again = try await reopened()
        #expect(await again.view.count == 5)
        await again.close()
    }

    @Test("acknowledges what is on disk when the batch behind it was not written")
    func behind() async throws {
        let (office, store) = try await office()
        await store.fail(.fault(.full), after: 1)
        func perform(_ number: Int) async -> Refusal? {
            let command = names(StoredEntry.largest / 2)
            do throws(Refusal) {
                _ = try await office.perform(command, as: clerk, request: "\(number)")
                return nil
            } catch { return error }
        }
        let refusals = await withTaskGroup(of: Refusal?.self) { group in
            for number in 0..<3 { group.addTask { await perform(number) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.contains(nil))
        #expect(refusals.contains(.notStored(.full)))
        #expect(await office.view.count == 1 + refusals.count { $0 == nil })
        for number in 0..<3 { #expect(await perform(number) == nil) }
        await office.close()
        let again = try await reopened()
        #expect(await again.view.count == 4)
        await again.close()
    }

    @Test("is closed for everybody who closes it")
    func closedTwice() async throws {
        let (office, store) = try await office()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    await office.close()
                    return await store.isClosed
                }
            }
            for await isClosed in group { #expect(isClosed) }
        }
    }

    @Test("shows what is on disk to whoever follows it, and tells them when it closes")
    func views() async throws {
        let (office, _) = try await office()
        let counts = Task {
            var counts: [Int] = []
            for await view in await office.views() { counts.append(view.count) }
            return counts
        }
        // The follower is there once it has seen the first view; without it nothing would be followed.
        try await Task.sleep(for: .milliseconds(50))
        _ = try await office.perform(name("x"), as: clerk, request: "1")
        await office.close()
        let seen = await counts.value
        #expect(seen.last == 2)
        #expect(seen == seen.sorted())
        await #expect(throws: Refusal.closed) { try await office.perform(name("x"), as: clerk, request: "2") }
    }

    @Test("writes what waits before it closes")
    func closing() async throws {
        let (office, _) = try await office()
        let waiting = (0..<50).map { number in
            Task { try await office.perform(name("\(number)"), as: clerk, request: "\(number)") }
        }
        await Task.yield()
        await office.close()
        var done = 0
        for task in waiting {
            switch await task.result {
            case .success: done += 1
            case .failure(let error): #expect(error as? Refusal == .closed)
            }
        }
        let again = try await reopened()
        #expect(await again.view.count == done + 1)
        await again.close()
    }
}
