import Elections
import Foundation
import Office
import SQLiteStorage
import StorageContract
import TestSupport
import Testing

@testable import pleno

@Suite("Withdrawing evidence")
struct WithdrawingTests {
    @Test("erases its bytes from the disk, and keeps its digest")
    func gone() async throws {
        let desk = try await Desk()
        let piece = try #require(try await desk.add(Photo.jpeg(1), try Desk.result()).piece)
        var files: [[UInt8]] = []
        for file in [piece.original, piece.copy, piece.miniature] {
            files.append(try await desk.bytes(try #require(file)))
        }
        for bytes in files { #expect(try desk.holds(bytes[1_500..<1_560])) }
        #expect(try desk.holds(Photo.secret.utf8))
        #expect(try await desk.withdraw(1).isErased)
        #expect(try await desk.stored() == [])
        for bytes in files { #expect(try !desk.holds(bytes[1_500..<1_560])) }
        #expect(try !desk.holds(Photo.secret.utf8))
        let again = try await desk.reopened()
        let known = try #require(await again.register[1])
        #expect(known.digests == piece.digests && known.withdrawal?.reason == "mixed up")
        await again.end()
    }

    @Test("leaves what another place names, until that is withdrawn too")
    func shared() async throws {
        let desk = try await Desk()
        _ = try await desk.add(Photo.jpeg(1), try Desk.result())
        _ = try await desk.add(Photo.jpeg(1), try Desk.result(3))
        let stored = try await desk.stored()
        #expect(try await desk.withdraw(1).isErased)
        #expect(try await desk.stored() == stored)
        #expect(try await desk.withdraw(2).isErased)
        #expect(try await desk.stored() == [])
        // It does not come back as the same page, and the bytes that were sent are gone again.
        await #expect(throws: EvidenceRefusal.refused(.misfit(.evidenceWithdrawn(1)))) {
            try await desk.add(Photo.jpeg(1), try Desk.result())
        }
        #expect(try await desk.stored() == [])
        await desk.end()
    }

    @Test("is refused to who may not, and of what is not there")
    func refused() async throws {
        let desk = try await Desk()
        _ = try await desk.add(Photo.jpeg(1), try Desk.result())
        let stored = try await desk.stored()
        for (reason, number, officer, refusal) in [
            ("who hands in", 1, Officer(signedIn: "ppk-1"), .notPermitted(.withdrawEvidence)),
            ("nothing", 2, Desk.clerk, .misfit(.noEvidence)),
        ] as [(String, Int, Officer, Refusal)] {
            await #expect(throws: refusal, "\(reason)") { try await desk.withdraw(number, as: officer) }
        }
        #expect(try await desk.stored() == stored)
        try await desk.withdraw(1)
        await #expect(throws: Refusal.misfit(.noEvidence)) { try await desk.withdraw(1) }
        await desk.end()
    }

    @Test("is finished when the office is opened after it was interrupted")
    func interrupted() async throws {
        let desk = try await Desk()
        let piece = try #require(try await desk.add(Photo.jpeg(1), try Desk.result()).piece)
        _ = try await desk.add(Photo.jpeg(2), try Desk.result(1))
        // The act is in the journal, and nobody came to erase anything.
        _ = try await desk.office.perform(
            .perform(.evidenceWithdrawn(EvidenceWithdrawn(piece, reason: "r"))),
            as: Desk.clerk,
            request: "w"
        )
        #expect(try await desk.stored().count == 6)
        await desk.office.close()
        // As every command that works in the office opens it.
        let office = try await OfficePlace(path: desk.folder).open()
        await office.close()
        let again = try await desk.reopened()
        #expect(try await again.stored().count == 3)
        #expect(try !again.holds(Photo.jpeg(1)[1_500..<1_560]))
        await again.end()
    }

    @Test(
        "what no act names is erased after an hour, not before",
        arguments: [(3_590, false, "ten seconds less"), (3_610, true, "ten seconds more")]
    )
    func unnamed(seconds: Int, isGone: Bool, reason: String) async throws {
        let desk = try await Desk(now: { OfficePlace.now() + seconds * 1_000 })
        _ = try await desk.add(Photo.jpeg(1), try Desk.result())
        let named = try await desk.stored()
        let stray = try await desk.store.add(EvidenceSample.pdf.chunks(of: 100), said: nil)
        #expect(try await desk.room.sweep() == (isGone ? 1 : 0), "\(reason)")
        #expect(try await desk.stored() == (isGone ? named : named.union([stray.digest])), "\(reason)")
        await desk.end()
    }

    @Test("what an office could not write stays for an hour: it may have been written")
    func unknown() async throws {
        let desk = try await Desk()
        await desk.office.close()
        await #expect(throws: EvidenceRefusal.refused(.closed)) {
            try await desk.add(Photo.jpeg(1), try Desk.result())
        }
        #expect(try await desk.stored().count == 3)
        let again = try await desk.reopened(now: { OfficePlace.now() + 3_700_000 })
        #expect(try await again.room.sweep() == 3)
        #expect(try await again.stored() == [])
        await again.end()
    }

    @Test("while others hand in: in the end there is what acts name, and nothing else")
    func together() async throws {
        let desk = try await Desk()
        for round in Dice.rounds(3) {
            try await withThrowingTaskGroup { group in
                for racer in 0..<8 {
                    group.addTask {
                        var dice = Dice(salt: "evidence \(round) \(racer)")
                        for _ in 0..<4 {
                            let photo = Photo.jpeg(Int.random(in: 0..<3, using: &dice))
                            let label = try Desk.result(
                                Int.random(in: 0..<5, using: &dice),
                                page: Int.random(in: 1...9, using: &dice)
                            )
                            if Bool.random(using: &dice) {
                                _ = try? await desk.add(photo, label)
                            } else {
                                let count = await desk.register.count
                                guard count > 0 else { continue }
                                _ = try? await desk.withdraw(Int.random(in: 1...count, using: &dice))
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            _ = try await desk.room.sweep()
            let register = await desk.register
            let pieces = (1..<register.count + 1).compactMap { register[$0] }
            let needed = pieces.filter { $0.withdrawal == nil }.flatMap { $0.digests.map(\.description) }
            #expect(try await desk.stored() == Set(needed), "round \(round)")
        }
        await desk.end()
    }
}
