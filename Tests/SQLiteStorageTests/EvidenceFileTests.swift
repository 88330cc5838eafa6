import Foundation
import Office
import SQLiteStorage
import StorageContract
import Testing

@Suite("Evidence as files")
struct EvidenceFileTests {
    private func path(_ scratch: Scratch, _ digest: String) -> String {
        scratch["evidence/\(digest.prefix(2))/\(digest.dropFirst(2))"]
    }

    @Test("a piece is a file by its digest that nobody writes")
    func files() async throws {
        let scratch = try Scratch()
        let store = try FileEvidenceStore(scratch["evidence"])
        let png = try await store.add(EvidenceSample.png.chunks(of: 100), said: nil)
        let path = path(scratch, png.digest)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(EvidenceSample.png.bytes))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o400)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch["evidence/incoming"]) == [])
    }

    @Test("what an interrupted process left is removed by the next that writes, not by one that reads")
    func leftovers() async throws {
        let scratch = try Scratch()
        let jpeg = try await FileEvidenceStore(scratch["evidence"]).add(
            EvidenceSample.jpeg.chunks(of: 9),
            said: nil
        )
        try Data("half".utf8).write(to: URL(filePath: scratch["evidence/incoming/17"]))
        #expect(try await FileEvidenceStore(reading: scratch["evidence"]).all() == [jpeg])
        #expect(FileManager.default.fileExists(atPath: scratch["evidence/incoming/17"]))
        #expect(try await FileEvidenceStore(scratch["evidence"]).all() == [jpeg])
        #expect(!FileManager.default.fileExists(atPath: scratch["evidence/incoming/17"]))
    }

    @Test(
        "bytes that are not those of the digest are damage, and the right ones mend it",
        arguments: [
            // One bit, a cut, a byte more, other content, nothing.
            { $0[100] ^= 1 }, { $0.removeLast() }, { $0.append(0) }, { $0 = Array("words".utf8) },
            { $0 = [] },
        ] as [@Sendable (inout [UInt8]) -> Void]
    )
    func damage(_ change: @Sendable (inout [UInt8]) -> Void) async throws {
        let scratch = try Scratch()
        let store = try FileEvidenceStore(scratch["evidence"])
        let digest = try await store.add(EvidenceSample.png.chunks(of: 100), said: nil).digest
        try await store.verify(digest)
        var bytes = EvidenceSample.png.bytes
        change(&bytes)
        let file = URL(filePath: path(scratch, digest))
        try FileManager.default.removeItem(at: file)
        try Data(bytes).write(to: file)
        await #expect(throws: StoreFault.damaged("evidence \(digest)")) { try await store.verify(digest) }
        _ = try await store.add(EvidenceSample.png.chunks(of: 100), said: nil)
        try await store.verify(digest)
        let absent = EvidenceSample.pdf.evidence.digest
        await #expect(throws: StoreFault.missing(absent)) { try await store.verify(absent) }
    }

    @Test(
        "a kind is told by the structure of the beginning, not by a mark alone",
        arguments: [
            ("\u{FF}\u{D8}\u{FF}\u{E1}\0\u{10}Exif", .jpeg),
            ("\u{FF}\u{D8}\u{FF}\u{DB}\0\u{43}", .jpeg),
            ("\u{FF}\u{D8}\u{FF}\u{D9}\0\u{10}", nil),  // The end of an image at once.
            ("\u{FF}\u{D8}\u{FF}\0\0\u{10}", nil),  // No marker.
            ("\u{FF}\u{D8}\u{FF}\u{E0}\0\u{1}", nil),  // A segment shorter than its own length.
            ("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\u{2}\0\0\0\u{2}\0\u{8}\u{2}", .png),
            ("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\0\0\0\u{2}\0\u{8}\u{2}", nil),  // No width.
            ("\u{89}PNG\r\n\u{1A}\n\0\0\0\u{4}gAMA\0\0\u{2}\0\0\0\u{2}\0\u{8}\u{2}", nil),  // No header.
            ("RIFF\u{24}\0\0\0WEBPVP8 ", nil),  // WebP: nothing here can look into it.
            ("RIFF\u{24}\0\0\0WAVEfmt ", nil),  // Sound.
            ("%PDF-1.4", .pdf),
            ("%PDF-2.0", .pdf),
            (String(repeating: " ", count: 1_016) + "%PDF-1.4", .pdf),
            (String(repeating: " ", count: 1_019) + "%PDF-1.4", nil),  // Too far in.
            ("%PDF-x", nil),
            ("%!PS-Adobe-3.0", nil),
            ("<svg xmlns=\"http://www.w3.org/2000/svg\">", nil),
            ("PK\u{3}\u{4}", nil),
        ] as [(String, Evidence.Kind?)]
    )
    func kinds(_ text: String, _ kind: Evidence.Kind?) async throws {
        let scratch = try Scratch()
        let store = try FileEvidenceStore(scratch["evidence"])
        let chunks = EvidenceSample.Chunks(bytes: text.unicodeScalars.map { UInt8($0.value) }, length: 3)
        if let kind {
            #expect(try await store.add(chunks, said: kind).type == kind)
        } else {
            await #expect(throws: EvidenceFault.unknownType) { try await store.add(chunks, said: nil) }
        }
    }
}
