import Elections
import SQLiteStorage
import TestSupport
import Testing
import TransparencyLog

@testable import Office

@Suite("Keys in a journal")
struct KeyTests {
    private static func named(
        _ purpose: KeyNamed.Purpose,
        _ key: UInt8,
        after old: UInt8? = nil
    ) throws -> KeyNamed {
        let key = try RecordedOffice.key(key)
        guard let old else { return KeyNamed(purpose: purpose, key: key.verifier.text) }
        return try #require(
            KeyNamed(replacing: try RecordedOffice.key(old), with: key.verifier, for: purpose)
        )
    }

    @Test("are taken only when the one before signed them, and one office is no rehearsal's")
    func refusals() async throws {
        let folder = try Folder()
        let office = try await ElectionOffice.open(try await SQLiteStore.create(folder.path + "/o"), .test())
        let officer = Officer(account: "chair", permissions: [.manageLogs, .takeOver])
        let acts = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        _ = try await office.perform(.takeOver(acts), as: officer, request: "all")
        let first = try Self.named(.log, 1)
        let forged = KeyNamed(
            purpose: .log,
            key: try RecordedOffice.key(2).verifier.text,
            proof: try Self.named(.log, 3, after: 4).proof
        )
        let cosigner = try #require(
            SigningKey(try KeyName("press"), .cosignature, seed: Array(repeating: 9, count: 32))
        )
        let lost = LogSucceeded(
            generation: 2,
            checkpoint: "x",
            isKeyLost: false,
            reason: LocalizedText(id: "a", en: "a")
        )
        let rows: [(reason: String, command: Command, fault: ActFault?)] = [
            (
                "a proof where there is nothing before",
                .perform(.keyNamed(try Self.named(.log, 2, after: 1))),
                .keyProof(.log)
            ),
            ("no key", .perform(.keyNamed(KeyNamed(purpose: .log, key: "x"))), .keyProof(.log)),
            (
                "a cosigner's key", .perform(.keyNamed(KeyNamed(purpose: .log, key: cosigner.verifier.text))),
                .keyProof(.log)
            ),
            ("a key taken over from elsewhere", .takeOver([.keyNamed(first)]), .notACommand(.keyNamed)),
            ("new logs, while there is none", .perform(.logSucceeded(lost)), .unsignedLog),
            ("the first key", .perform(.keyNamed(first)), nil),
            ("the second without a proof", .perform(.keyNamed(try Self.named(.log, 2))), .keyProof(.log)),
            ("signed by a stranger", .perform(.keyNamed(forged)), .keyProof(.log)),
            (
                "signed for another purpose", .perform(.keyNamed(try Self.named(.documents, 2, after: 1))),
                .keyProof(.documents)
            ),
            (
                "a rehearsal's beside it", .perform(.keyNamed(try Self.named(.rehearsal, 5))),
                .otherOffice(.log)
            ),
            (
                "the same key for papers", .perform(.keyNamed(KeyNamed(purpose: .documents, key: first.key))),
                .keyTwice(first.key)
            ),
            ("the second, signed by the first", .perform(.keyNamed(try Self.named(.log, 2, after: 1))), nil),
            ("new logs without a signed checkpoint", .perform(.logSucceeded(lost)), .unsignedLog),
        ]
        for (place, row) in rows.enumerated() {
            var refusal: Refusal?
            do throws(Refusal) {
                _ = try await office.perform(row.command, as: officer, request: "\(place)")
            } catch {
                refusal = error
            }
            #expect(refusal == row.fault.map { .misfit($0) }, "\(row.reason)")
        }
        let stranger = Officer(account: "clerk", permissions: [.takeOver])
        await #expect(throws: Refusal.notPermitted(.manageLogs)) {
            try await office.perform(
                .perform(.keyNamed(try Self.named(.log, 7, after: 2))),
                as: stranger,
                request: "k"
            )
        }
        await office.close()
    }

    @Test("that the one before did not sign make a journal that cannot be true")
    func replay() async throws {
        let office = try await RecordedOffice()
        try await office.append([.keyNamed(try Self.named(.log, 2, after: 3))])
        let entries = try await office.store.end().count
        var replay = JournalReplay()
        await #expect(throws: ReplayFault.journal(JournalFault(sequence: entries - 1, reason: .signature(0))))
        {
            try await replay.fold(office.store)
        }
    }

    @Test("that were lost are named anew, in logs of another name that say which they follow")
    func succession() async throws {
        let office = try await RecordedOffice()
        let note = try await office.recorder().advance().note
        try await office.append([
            .logSucceeded(
                LogSucceeded(
                    generation: 2,
                    checkpoint: String(decoding: note.bytes, as: UTF8.self),
                    isKeyLost: true,
                    reason: LocalizedText(id: "dicuri", en: "stolen")
                )
            )
        ])
        let key = try RecordedOffice.key(2)
        await #expect(throws: RecorderFault.noKey) { try await office.recorder("new").advance() }
        try await office.append([.keyNamed(KeyNamed(purpose: .log, key: key.verifier.text))])
        await #expect(throws: RecorderFault.otherLog("example.org/small/record")) {
            try await office.recorder(keys: [key]).advance()
        }
        let standing = try await office.recorder("new", keys: [key]).advance()
        #expect("\(standing.checkpoint.origin)" == "example.org/small/2/record")
        #expect(standing.key == key.verifier.named(try KeyName("example.org/small/2/record")))
    }
}
