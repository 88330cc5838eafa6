import Elections
import Office
import SQLiteStorage
import StorageContract
import TestSupport
import Testing

@testable import Images
@testable import pleno

@Suite("Handing in evidence")
struct HandingInTests {
    @Test("stores the original as it is, a copy without its description, and a miniature; one act names them")
    func photo() async throws {
        let desk = try await Desk()
        let photo = Photo.jpeg(1)
        let answer = try await desk.add(photo, try Desk.result(), said: .jpeg)
        let piece = try #require(answer.piece)
        #expect(answer.likenesses == [] && !answer.receipt.isRepeated)
        let (original, copy) = (try #require(piece.original), try #require(piece.copy))
        #expect(try await desk.bytes(original) == photo)
        let published = try await desk.bytes(copy)
        #expect(!published.holds(Photo.secret.utf8) && photo.holds(Photo.secret.utf8))
        #expect(try Picture(published)?.header.kind == .jpeg)
        let miniature = try await desk.bytes(try #require(piece.miniature))
        #expect(!miniature.holds(Photo.secret.utf8))
        let small = try #require(try Picture(miniature))
        #expect([small.header.width, small.header.height] == [240, 320])
        #expect(try await desk.stored() == Set(piece.digests.map(\.description)))
        // It is all there after the office was closed.
        let again = try await desk.reopened()
        #expect(await again.register.pieces(naming: original.digest).map(\.number) == [1])
        #expect(try await again.room.sweep() == 0)
        #expect(try await again.bytes(copy) == published)
        await again.end()
    }

    @Test("publishes no document, and no page that is only kept")
    func kept() async throws {
        let desk = try await Desk()
        let pdf = Array("%PDF-1.7\n1 0 obj".utf8)
        let document = try #require(try await desk.add(pdf, try Desk.result(), said: .pdf).piece)
        #expect(document.copy == nil && document.miniature == nil)
        let letter = try #require(try await desk.add(Photo.png(2), try Desk.page(.delivery)).piece)
        #expect(letter.copy == nil && letter.miniature != nil && letter.original?.kind == .png)
        await desk.end()
    }

    /// Files that are no evidence.
    enum Bad: Sendable {
        case html, empty, tooLarge, wrongType, bomb, truncated, neither, webp

        var bytes: [UInt8] {
            switch self {
            case .html: Array("<html><script>alert(1)</script>".utf8)
            case .empty: []
            case .tooLarge: Photo.jpeg(1) + [UInt8](repeating: 0, count: Evidence.largest)
            case .wrongType: Photo.png(1)
            case .bomb: Photo.bomb(width: 60_000, height: 60_000)
            case .truncated: Array(Photo.jpeg(1).prefix(90))
            case .neither: [0xFF, 0xD8, 0xFF, 0x00] + Array("%PDF-1.7\n".utf8)
            case .webp: Array("RIFF\u{24}\0\0\0WEBPVP8 ".utf8)
            }
        }
    }

    @Test(
        "of what is no picture or document is refused, and leaves nothing",
        arguments: [
            (.html, .notTaken(.unknownType), "a page of the web"),
            (.empty, .notTaken(.empty), "nothing"),
            (.tooLarge, .notTaken(.tooLarge), "more than 20 MB, behind a true photo"),
            (.wrongType, .notTaken(.wrongType(said: .jpeg, found: .png)), "a PNG that is said to be a JPEG"),
            (.bomb, .unreadable(.tooLarge(width: 60_000, height: 60_000)), "a picture of gigabytes"),
            (.truncated, .unreadable(.truncated), "a photo that was cut off"),
            (.neither, .unreadable(.truncated), "a document to one reader, half a photo to another"),
            (.webp, .notTaken(.unknownType), "a picture that nothing here looks into"),
        ] as [(Bad, EvidenceRefusal, String)]
    )
    func bad(bad: Bad, refusal: EvidenceRefusal, reason: String) async throws {
        let desk = try await Desk()
        let said: Evidence.Kind? = bad == .wrongType ? .jpeg : nil
        await #expect(throws: refusal, "\(reason)") {
            try await desk.add(bad.bytes, try Desk.result(), said: said)
        }
        #expect(try await desk.stored() == [], "\(reason)")
        #expect(await desk.register.count == 0)
        await desk.end()
    }

    @Test("keeps what is hidden behind a photo, and publishes nothing of it")
    func polyglot() async throws {
        let desk = try await Desk()
        let payload = "PK\u{3}\u{4}<script>alert(1)</script>"
        let photo = Photo.jpeg(1) + payload.utf8
        let piece = try #require(try await desk.add(photo, try Desk.result()).piece)
        #expect(try await desk.bytes(try #require(piece.original)) == photo)
        for file in [piece.copy, piece.miniature] {
            #expect(!(try await desk.bytes(try #require(file))).holds(payload.utf8))
        }
        await desk.end()
    }

    @Test("by whom may not, or of what cannot be, is refused before a byte is read")
    func unread() async throws {
        let desk = try await Desk()
        let committee = Officer(signedIn: "ppk-1")
        let noPage = try Desk.result(page: 0)
        let rows: [(String, EvidenceLabel, Officer, String, Refusal)] = [
            ("a stranger", try Desk.result(), Officer(signedIn: "eve"), "1", .notPermitted(.addEvidence)),
            ("another subdistrict", try Desk.result(3), committee, "1", .notPermitted(.addEvidence)),
            (
                "a token that may only type", try Desk.result(),
                Officer(signedIn: "ppk-1", within: [.enterForms]), "1", .notPermitted(.addEvidence)
            ),
            ("a request without a name", try Desk.result(), committee, "", .namelessRequest),
            (
                "an attendance list", try Desk.page(.attendance), committee, "1",
                .misfit(.pageRefused(.attendance))
            ),
            (
                "a page with identity numbers", try Desk.page(.identity), committee, "1",
                .misfit(.pageRefused(.identity))
            ),
            ("page 0", noPage, committee, "1", .misfit(.pageNumber)),
        ]
        for (reason, label, officer, request, refusal) in rows {
            await #expect(throws: EvidenceRefusal.refused(refusal), "\(reason)") {
                try await desk.room.add(Unread(), label, as: officer, request: request)
            }
        }
        #expect(try await desk.stored() == [])
        _ = try await desk.add(Photo.jpeg(1), try Desk.result(2), as: committee)
        await desk.end()
    }

    /// A sender of whom nobody may read.
    struct Unread: AsyncSequence, AsyncIteratorProtocol, Sendable {
        func makeAsyncIterator() -> Unread { self }
        mutating func next() async throws -> [UInt8]? {
            Issue.record("it was read")
            return nil
        }
    }

    @Test("leaves nothing when the sender goes away")
    func brokenOff() async throws {
        let desk = try await Desk()
        let chunks = EvidenceSample.Chunks(bytes: Photo.jpeg(1), length: 1_000, breaksOff: true)
        await #expect(throws: EvidenceRefusal.self) {
            try await desk.room.add(chunks, try Desk.result(), as: Desk.clerk, request: "1")
        }
        #expect(try await desk.stored() == [])
        await desk.end()
    }

    @Test("the same file at another station is recorded and flagged, at the same place refused")
    func duplicate() async throws {
        let desk = try await Desk()
        let photo = Photo.jpeg(1)
        _ = try await desk.add(photo, try Desk.result())
        let stored = try await desk.stored()
        await #expect(throws: EvidenceRefusal.refused(.misfit(.evidenceTwice(1)))) {
            try await desk.add(photo, try Desk.result(page: 2))
        }
        // The refused one does not take the bytes of the first along.
        #expect(try await desk.stored() == stored)
        let answer = try await desk.add(photo, try Desk.result(3))
        #expect(answer.likenesses == [EvidenceLikeness(piece: 2, other: 1, distance: 0)])
        #expect(try await desk.stored() == stored)
        await desk.end()
    }

    @Test("nearly the same picture at another station is flagged, another photo is not")
    func near() async throws {
        #expect(EvidenceFingerprint.nearly == Fingerprint.nearly)
        let desk = try await Desk()
        _ = try await desk.add(Photo.jpeg(1), try Desk.result())
        #expect(try await desk.add(Photo.jpeg(2), try Desk.result(1)).likenesses == [])
        let answer = try await desk.add(Photo.jpeg(1, quality: 50), try Desk.result(3))
        let likeness = try #require(answer.likenesses.first)
        #expect(answer.likenesses.count == 1 && likeness.other == 1 && likeness.piece == 3)
        #expect(likeness.distance <= EvidenceFingerprint.nearly)
        // Replaying the journal finds the flag again, and finds it true.
        let again = try await desk.reopened()
        #expect(await again.register.openLikenesses == [likeness])
        await again.end()
    }

    @Test("asked again under the same name is done once, and leaves nothing of what came with it")
    func repeated() async throws {
        let desk = try await Desk()
        let first = try await desk.add(Photo.jpeg(1), try Desk.result(), request: "same")
        let stored = try await desk.stored()
        let second = try await desk.add(Photo.jpeg(1), try Desk.result(), request: "same")
        #expect(second.receipt == Receipt(sequence: first.receipt.sequence, isRepeated: true))
        #expect(second.piece?.number == 1)
        let other = try await desk.add(Photo.jpeg(2), try Desk.result(), request: "same")
        #expect(other.receipt.isRepeated && other.piece == nil)
        #expect(try await desk.stored() == stored)
        await desk.end()
    }
}
