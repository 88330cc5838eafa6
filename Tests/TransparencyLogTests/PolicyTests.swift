import TestSupport
import Testing
import TransparencyLog

@Suite("A trust policy")
struct PolicyTests {
    private static func vkey(_ number: UInt8) throws -> String { try Keys.cosigner(number).verifier.text }

    /// A policy in which `L` stands for the log's key and `1` to `9` for cosigners' keys.
    private func policy(_ text: String) throws -> TrustPolicy {
        let lines = try text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var words = line.split(separator: " ").map(String.init)
            let place = ["log": 1, "witness": 2][words.first ?? ""]
            if let place, words.indices.contains(place) {
                if words[place] == "L" { words[place] = try Keys.log().verifier.text }
                if let number = UInt8(words[place]) { words[place] = try Self.vkey(number) }
            }
            return words.joined(separator: " ")
        }
        return try TrustPolicy(parsing: Array(lines.joined(separator: "\n").utf8))
    }

    private static let two = """
        # Two of three observers, and the supervisors.
        log L https://pleno.example/soppeng/
        witness O1 1
        witness O2 2 https://observer.example/
        witness O3 3
        group observers 2 O1 O2 O3
        witness S1 4
        witness S2 5
        group supervisors any S1 S2
        group both all observers supervisors
        quorum both

        """

    @Test(
        "is met by enough cosigners",
        arguments: [
            ([1, 2, 4], true, "two observers and a supervisor"),
            ([1, 2, 3, 4, 5], true, "all"),
            ([1, 3, 5, 9], true, "an unknown cosigner does no harm"),
            ([1, 2], false, "no supervisor"),
            ([1, 4, 5], false, "one observer"),
            ([1, 9, 4], false, "an unknown cosigner does not count"),
            ([], false, "nobody"),
        ] as [([UInt8], Bool, Comment)]
    )
    func quorum(cosigners: [UInt8], isMet: Bool, reason: Comment) throws {
        var note = try SmallLog(count: 4).checkpoint().signed(by: try Keys.log(), at: 0)
        for number in cosigners { note.add(try Keys.cosigner(number).sign(note.body, at: 1_700_000_000)) }
        #expect(try policy(Self.two).isSatisfied(by: note) == isMet, reason)
    }

    @Test("keeps keys and addresses")
    func parties() throws {
        let policy = try policy(Self.two)
        #expect(policy.logs.map(\.url) == ["https://pleno.example/soppeng/"])
        #expect(try policy.cosigners.map(\.key) == (1...5).map { try Keys.cosigner($0).verifier })
        #expect(policy.cosigners.map(\.url) == [nil, "https://observer.example/", nil, nil, nil])
    }

    @Test("says why it does not believe a note")
    func refusals() throws {
        let checkpoint = try SmallLog(count: 4).checkpoint()
        let (log, cosigner) = (try Keys.log(), try Keys.cosigner(1))
        let policy = try policy("log L\nwitness O1 1\nquorum O1\n")
        #expect(throws: PolicyRefusal.quorumNotMet(cosigners: [])) {
            try policy.verify(checkpoint.signed(by: log, at: 0))
        }
        #expect(throws: PolicyRefusal.logDidNotSign(checkpoint.origin)) {
            try policy.verify(checkpoint.signed(by: cosigner, at: 0))
        }
        let other = try #require(Checkpoint(origin: try NoteLine("other"), size: 1, root: .emptyRoot))
        #expect(throws: PolicyRefusal.unknownLog(other.origin)) {
            try policy.verify(other.signed(by: log, at: 0))
        }
        let body = try NoteBody(Array("hello\n".utf8))
        #expect(throws: PolicyRefusal.checkpoint(.tooFewLines(1))) {
            try policy.verify(SignedNote(body, log.sign(body, at: 0)))
        }
    }

    @Test("without cosigners believes the log alone")
    func nobody() throws {
        let policy = try policy("log  L \t\n\t\n # nobody\nquorum none")
        let note = try SmallLog(count: 4).checkpoint().signed(by: try Keys.log(), at: 0)
        #expect(try policy.verify(note).signatures.count == 1)
    }

    @Test(
        "is not read from text that is none",
        arguments: [
            ("", 1, .noQuorum, "nothing"),
            ("log L\nwitness a 1\n", 2, .noQuorum, "no quorum"),
            ("quorum none\nquorum none\n", 2, .secondQuorum, "two quorums"),
            ("quorum none x\n", 1, .wordCount(3), "a word too many"),
            ("quorum\n", 1, .wordCount(1), "a word is missing"),
            ("quorum a\nwitness a 1\n", 1, .unknownName("a"), "the witness comes later"),
            ("logs L\n", 1, .keyword("logs"), "another word"),
            ("log\n", 1, .wordCount(1), "no key"),
            ("log L x y\n", 1, .wordCount(4), "a word too many"),
            ("log L\nlog L\n", 2, .keyTwice(try Keys.log().verifier), "the same log twice"),
            ("log 1\n", 1, .kind(.cosignature), "a cosigner's key"),
            ("witness a L\n", 1, .kind(.note), "a log's key"),
            ("witness a x\n", 1, .key(.shape), "no key"),
            ("witness a 1\nwitness a 2\n", 2, .nameTaken("a"), "the name is taken"),
            (
                "witness a 1\nwitness b 1\n", 2, .keyTwice(try Keys.cosigner(1).verifier),
                "it would count twice"
            ),
            ("witness none 1\n", 1, .nameTaken("none"), "a reserved name"),
            ("witness a 1\ngroup a any a\n", 2, .nameTaken("a"), "a group of a witness's name"),
            ("group g any\n", 1, .wordCount(3), "no members"),
            ("group g any x\n", 1, .unknownName("x"), "an unknown member"),
            ("witness a 1\ngroup g any a a\n", 2, .memberTwice("a"), "it would count twice"),
            ("witness a 1\ngroup g any a\ngroup h any a\n", 3, .memberTwice("a"), "in two groups"),
            ("witness a 1\ngroup g 0 a\n", 2, .threshold("0", members: 1), "needs nobody"),
            ("witness a 1\ngroup g 2 a\n", 2, .threshold("2", members: 1), "can never be met"),
            ("witness a 1\ngroup g 01 a\n", 2, .threshold("01", members: 1), "a leading zero"),
            ("witness a 1\ngroup g most a\n", 2, .threshold("most", members: 1), "another word"),
            ("group g any none\n", 1, .unknownName("none"), "nobody is no member"),
            ("log L\r\n", 1, .byte(0x0D), "a carriage return"),
            ("# \u{7F}\n", 1, .byte(0x7F), "a control character in a comment"),
        ] as [(String, Int, PolicyError.Fault, Comment)]
    )
    func refuses(text: String, line: Int, fault: PolicyError.Fault, reason: Comment) {
        let error = failure { () throws -> TrustPolicy in try policy(text) } as? PolicyError
        #expect(error?.line == line, reason)
        #expect(error?.fault == fault, reason)
    }

    @Test("takes names as bytes, and a limited number of lines")
    func names() throws {
        let composed = try policy("witness \u{E9} 1\nwitness e\u{301} 2\nquorum e\u{301}\n")
        #expect(composed.quorum == .cosigner(try Keys.cosigner(2).verifier))
        let groups = (1...2001).map { "group g\($0) any \($0 == 1 ? "a" : "g\($0 - 1)")\n" }.joined()
        let error =
            failure { () throws -> TrustPolicy in try policy("witness a 1\n" + groups) } as? PolicyError
        #expect(error?.fault == .tooMany)
    }
}
