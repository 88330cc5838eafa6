import TestSupport
import Testing
import TransparencyLog

@Suite("A proof file")
struct ProofFileTests {
    private static let log = SmallLog(count: 11)

    private func policy() throws -> TrustPolicy {
        TrustPolicy(logs: [TrustPolicy.Party(key: try Keys.log().verifier)])
    }

    private func file(_ index: Int, extra: [UInt8]? = nil) throws -> ProofFile {
        try ProofFile(
            index: index,
            hashes: Self.log.inclusion(of: index, in: 11).hashes,
            note: Self.log.checkpoint().signed(by: try Keys.log(), at: 0),
            extra: extra
        )
    }

    @Test("proves every entry, and is read as it is written")
    func proves() throws {
        for index in 0..<11 {
            for extra in [nil, [], [1, 2, 3]] as [[UInt8]?] {
                let file = try file(index, extra: extra)
                let leaf = Hash.leaf(Self.log.entries[index])
                #expect(try file.verify(leaf: leaf, by: policy()).checkpoint == file.checkpoint)
                #expect(try ProofFile(parsing: file.bytes) == file)
            }
        }
        let lines = String(decoding: try file(3, extra: [1]).bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.prefix(3) == ["c2sp.org/tlog-proof@v1", "extra AQ==", "index 3"])
    }

    @Test("with any single byte changed is refused")
    func everyByte() throws {
        let (file, policy) = (try file(6), try policy())
        let leaf = Hash.leaf(Self.log.entries[6])
        for (place, bytes) in changes(of: file.bytes) {
            #expect(throws: (any Error).self, "byte \(place)") {
                try ProofFile(parsing: bytes).verify(leaf: leaf, by: policy)
            }
        }
    }

    @Test("says why it proves nothing")
    func refusals() throws {
        let (file, policy) = (try file(6), try policy())
        guard
            case .proof(.rootDiffers) = failure({ () throws(ProofFile.Refusal) in
                try file.verify(leaf: .leaf(Self.log.entries[5]), by: policy)
            })
        else {
            Issue.record("another entry")
            return
        }
        #expect(throws: ProofFile.Refusal.policy(.unknownLog(file.checkpoint.origin))) {
            try file.verify(leaf: .leaf(Self.log.entries[6]), by: TrustPolicy(logs: []))
        }
    }

    private static let note = "log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— a AAAAAAA=\n"
    private static let version = "c2sp.org/tlog-proof@v1\n"

    @Test(
        "is not read from text that is none",
        arguments: [
            ("", .noEmptyLine, "nothing"),
            ("c2sp.org/tlog-proof@v2\nindex 0\n\n\(note)", .line(1, expected: .version), "another version"),
            ("\(version)\n\(note)", .line(2, expected: .index), "no index"),
            ("\(version)index 00\n\n\(note)", .line(2, expected: .index), "a leading zero"),
            (
                "\(version)extra AR==\nindex 0\n\n\(note)", .line(2, expected: .extra),
                "bits that stand for nothing"
            ),
            ("\(version)extra AQ==\n\n\(note)", .line(3, expected: .index), "no index after extra bytes"),
            ("\(version)index 0\nextra AQ==\n\n\(note)", .line(3, expected: .hash), "extra bytes too late"),
            ("\(version)index 0\n\nlog\n", .note(afterLine: 3, .noSignatures), "no signature"),
        ] as [(String, MessageError, Comment)]
    )
    func refuses(text: String, error: MessageError, reason: Comment) {
        #expect(throws: error, reason) { try ProofFile(parsing: Array(text.utf8)) }
    }
}
