import TestSupport
import Testing

@testable import Elections

@Suite("Papers")
struct PaperTests {
    static func digest(_ digit: Character) throws -> EvidenceDigest {
        try #require(EvidenceDigest(String(repeating: digit, count: 64)))
    }

    static func file(_ digit: Character, _ kind: EvidenceFile.Kind = .pdf) throws -> EvidenceFile {
        try #require(EvidenceFile(digest: try digest(digit), size: 9, kind: kind))
    }

    static func paper(
        _ name: String = "keputusan/1",
        edition: Int = 1,
        content: Character = "a",
        file: Character = "1",
        kind: EvidenceFile.Kind = .pdf,
        pages: Int = 3
    ) throws -> IssuedPaper {
        IssuedPaper(
            try #require(PaperName(name)),
            edition: edition,
            content: try digest(content),
            file: try Self.file(file, kind),
            pages: pages
        )
    }

    static func issued(
        _ papers: [IssuedPaper],
        basis: (entries: Int, size: Int) = (9, 4),
        engine: String = "papers 1, typst 0"
    ) throws -> Act {
        let basis = PaperBasis(entries: basis.entries, size: basis.size, root: try digest("c"))
        return .paper(.issued(PapersIssued(papers, basis: basis, engine: engine)))
    }

    static func returned(
        _ name: String = "keputusan/1",
        edition: Int = 1,
        pages: [Int] = [1, 3],
        file: Character = "8",
        kind: EvidenceFile.Kind = .jpeg
    ) throws -> Act {
        let name = try #require(PaperName(name))
        let file = try Self.file(file, kind)
        return .paper(.returned(PaperReturned(name, edition: edition, file: file, pages: pages)))
    }

    @Test(
        "have names that are the path of nothing else",
        arguments: [
            ("keputusan/1", true), ("hasil-tps/dprd-kabko/73.12.01.1001-001-psu", true),
            ("keputusan", false), ("/keputusan/1", false), ("keputusan/1/", false), ("keputusan//1", false),
            ("../1", false), ("keputusan/..", false), ("keputusan/.1", false), ("Keputusan/1", false),
            ("keputusan/1 2", false), ("keputusan/é", false), ("", false), ("keputusan/1\n", false),
            ("k/" + String(repeating: "1", count: 98), true),
            ("k/" + String(repeating: "1", count: 99), false),
        ]
    )
    func names(_ text: String, isName: Bool) {
        #expect((PaperName(text) != nil) == isName)
        #expect(PaperName(text).map(\.description) == (isName ? text : nil))
    }

    @Test("are issued edition by edition, and come back page by page; nothing else fits")
    func register() throws {
        let known = try #require(PaperName("keputusan/1"))
        let rows: [(reason: String, act: Act, fault: PaperFault?)] = [
            ("a copy of what was never issued", try Self.returned(), .notIssued(known)),
            ("no paper", try Self.issued([]), .count(most: 150)),
            (
                "too many", try Self.issued((1...151).map { try Self.paper("keputusan/\($0)") }),
                .count(most: 150)
            ),
            ("an engine without a name", try Self.issued([try Self.paper()], engine: ""), .engine),
            ("on no journal", try Self.issued([try Self.paper()], basis: (0, 4)), .basis),
            ("on no record", try Self.issued([try Self.paper()], basis: (9, 0)), .basis),
            ("twice at once", try Self.issued([try Self.paper(), try Self.paper()]), .twice(known)),
            (
                "the second before the first", try Self.issued([try Self.paper(edition: 2)]),
                .edition(known, next: 1)
            ),
            ("a picture", try Self.issued([try Self.paper(kind: .png)]), .file(known)),
            ("without a page", try Self.issued([try Self.paper(pages: 0)]), .file(known)),
            ("with too many pages", try Self.issued([try Self.paper(pages: 2_001)]), .file(known)),
            ("issued", try Self.issued([try Self.paper()]), nil),
            (
                "the first again", try Self.issued([try Self.paper(content: "b")]), .edition(known, next: 2)
            ),
            (
                "what it says already", try Self.issued([try Self.paper(edition: 2)]), .unchanged(known)
            ),
            ("a copy of the second", try Self.returned(edition: 2), .notIssued(known)),
            ("the issued file itself", try Self.returned(file: "1", kind: .pdf), .returnedAlready(known)),
            ("no page", try Self.returned(pages: []), .pages(known, most: 3)),
            ("a page it does not have", try Self.returned(pages: [4]), .pages(known, most: 3)),
            ("page nought", try Self.returned(pages: [0, 1]), .pages(known, most: 3)),
            ("a page twice", try Self.returned(pages: [1, 1]), .pages(known, most: 3)),
            ("a copy of two pages", try Self.returned(), nil),
            ("the same copy", try Self.returned(pages: [2]), .returnedAlready(known)),
            (
                "the second", try Self.issued([try Self.paper(edition: 2, content: "b", file: "2")]), nil
            ),
            ("the missing page of the first", try Self.returned(pages: [2], file: "9", kind: .pdf), nil),
        ]
        var office = try SmallPlenary()
        for (reason, act, fault) in rows {
            let before = office.state.papers
            do throws(ActFault) {
                try office.perform(act, by: "chair")
                #expect(fault == nil, "\(reason)")
            } catch {
                #expect(error == fault.map { .paper($0) }, "\(reason)")
                #expect(office.state.papers.names == before.names, "\(reason)")
            }
        }
        let papers = office.state.papers
        #expect(papers.names == [known])
        #expect(papers[known].map(\.paper.edition) == [1, 2])
        #expect(papers[known].map(\.missing) == [[], [1, 2, 3]])
        #expect(papers.edition(issuedAs: try Self.digest("2"))?.paper.edition == 2)
        #expect(papers.needed.map(\.digest) == (try ["1", "2", "8", "9"].map(Self.digest)))
        for digit: Character in ["1", "2", "8", "9"] { #expect(office.state.needs(try Self.digest(digit))) }
        #expect(!office.state.needs(try Self.digest("7")))
    }

    @Test("of a plenary get the words of people while it is held or after, never before")
    func minutes() throws {
        var office = try SmallPlenary()
        func worded(_ plenary: Int, _ paragraphs: [String]) -> Act {
            .paper(.worded(MinutesWorded(plenary: plenary, paragraphs: paragraphs)))
        }
        #expect(throws: ActFault.paper(.plenary(1)), "no plenary") {
            try office.perform(worded(1, ["a"]), by: "chair")
        }
        try office.perform(try office.call(".01"))
        #expect(throws: ActFault.paper(.plenary(1)), "only called") {
            try office.perform(worded(1, ["a"]), by: "chair")
        }
        office = try SmallPlenary()
        let plenary = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(plenary)))
        for (reason, paragraphs) in [
            ("an empty paragraph", ["a", ""]),
            ("a long one", [String(repeating: "a", count: 4_001)]),
            ("many", Array(repeating: "a", count: 401)),
            ("a line's end", ["a\nb"]), ("letters that turn others", ["a\u{202E}b"]),
            ("nothing that is seen", ["\u{200B}"]),
            ("long together", Array(repeating: String(repeating: "a", count: 4_000), count: 11)),
        ] {
            #expect(throws: ActFault.paper(.words), "\(reason)") {
                try office.perform(worded(plenary, paragraphs), by: "chair")
            }
        }
        try office.perform(worded(plenary, ["# Pembukaan", "Rapat dibuka."]), by: "chair")
        #expect(office.state.papers.minutes == [plenary: ["# Pembukaan", "Rapat dibuka."]])
        try office.perform(worded(plenary, []), by: "chair")
        #expect(office.state.papers.minutes.isEmpty)
    }

    private static func acts() throws -> [Act] {
        [
            try issued([try paper(), try paper("usul/dprd-kabko", file: "2")]), try returned(),
            .paper(.worded(MinutesWorded(plenary: 1, paragraphs: ["# \"Satu\"", "dua"]))),
        ]
    }

    @Test("have acts that are read as they were written; another byte is another act, or none")
    func texts() throws {
        let acts = try Self.acts()
        #expect(Set(acts.map(\.kind)).count == 3)
        for act in acts {
            #expect(try Act(canonicalText: act.canonicalText).kind == act.kind)
            #expect(act.ballot == nil && act.touchedBallot == nil)
            try expectOneText(of: act)
        }
    }

    @Test("are public once they are issued, and the words of minutes only with them")
    func published() throws {
        for act in try Self.acts() {
            let isPublic = act.kind != .minutesWorded
            #expect(act.parts.map(\.canonicalText) == (isPublic ? [act.canonicalText] : []))
            #expect(act.isPublishedForm == isPublic && act.isPublishable)
        }
        let name = "hasil-tps/" + String(repeating: "1", count: 87)
        let most = try Self.issued((100...249).map { try Self.paper("\(name)\($0)", pages: 999) })
        #expect(most.isPublishable, "as many with names as long as they may be")
    }

    @Test("are issued and taken back by the commission and its secretary, and by nobody else")
    func permission() {
        let kinds: [Act.Kind] = [.papersIssued, .paperReturned]
        #expect(kinds.allSatisfy { $0.permission == .issuePapers })
        #expect(Act.Kind.minutesWorded.permission == .holdPlenaries)
        let roles = Role.allCases.filter { $0.permissions.contains(.issuePapers) }
        #expect(roles == [.chair, .commissioner, .secretary])
    }
}
