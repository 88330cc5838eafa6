import Testing

@testable import Elections

@Suite("What a list lacks")
struct ListRulesTests {
    /// A man is `L`, a woman `P`, as on the lists.
    static let rows: [(list: String, faults: [ListFault], reason: String)] = [
        ("", [], "a list of nobody: the party can be voted for all the same (UU 7/2017 art. 245)"),
        ("P", [], "a list of one name, a woman's (art. 245: 0.3, rounded up)"),
        ("L", [.tooFewWomen(women: 0, needed: 1)], "of one name, a man's (art. 245)"),
        ("LP", [], "of two: no group of three is whole (art. 246(2))"),
        ("LL", [.tooFewWomen(women: 0, needed: 1)], "of two, both men's (art. 245: 0.6)"),
        ("LLP", [], "of three, a woman last: her place among the three is free (art. 246(2))"),
        (
            "LLL", [.tooFewWomen(women: 0, needed: 1), .noWoman(among: [1, 2, 3])],
            "of three men (art. 245 and 246(2))"
        ),
        ("LPLP", [], "of four with two women (art. 245: 1.2)"),
        ("LLPP", [], "a woman behind the group of three counts for the share (art. 245)"),
        (
            "LPLL", [.tooFewWomen(women: 1, needed: 2)],
            "of four with one: 25 %, which PKPU 10/2023 let pass and MA 24 P/HUM/2023 did not"
        ),
        (
            "LLLPP", [.noWoman(among: [1, 2, 3])],
            "of five with two of 40 %, none in the first three (art. 246(2))"
        ),
        ("LPLLP", [], "of five with two, one in the two that are left (art. 245: 1.5)"),
        ("LLPPLL", [], "of six with one in each three, beside each other"),
        ("PPPLLL", [.noWoman(among: [4, 5, 6])], "of six with half of them, all in front (art. 246(2))"),
        (
            "LLPLLPL", [.tooFewWomen(women: 2, needed: 3)],
            "of seven with two: 28.6 % (art. 245: 2.1, MA 24 P/HUM/2023)"
        ),
        ("LLPLLPP", [], "of seven with three (art. 245: 2.1)"),
        (
            "LLPLLPLL", [.tooFewWomen(women: 2, needed: 3)],
            "of eight with two: 25 % (art. 245: 2.4, MA 24 P/HUM/2023)"
        ),
        ("LLPLLPLP", [], "of eight with three (art. 245: 2.4)"),
        ("LLPLLPLLP", [], "of nine with three (art. 245: 2.7)"),
        ("LLPLLPLLPL", [], "of ten with three: exactly 30 %, the fewest (art. 245)"),
        (
            "LLPLLPLLLL", [.tooFewWomen(women: 2, needed: 3), .noWoman(among: [7, 8, 9])],
            "of ten with one fewer (art. 245 and 246(2))"
        ),
        (
            "LLPLLPLLPLL", [.tooFewWomen(women: 3, needed: 4)],
            "of eleven with three: 27.3 % (art. 245: 3.3, MA 24 P/HUM/2023)"
        ),
        ("LLPLLPLLPLP", [], "of eleven with four (art. 245: 3.3)"),
        ("LLPLLPLLPLLP", [], "of twelve with four (art. 245: 3.6)"),
        (
            "PPPPLLLLLLLL", [.noWoman(among: [7, 8, 9]), .noWoman(among: [10, 11, 12])],
            "of twelve with four, the last two groups without any (art. 246(2))"
        ),
    ]

    private static func rules(_ law: Law) throws -> ListRules {
        ListRules(try #require(law.candidateLists), contestants: [1], districts: [])
    }

    @Test("follows from the share of women and every three names", arguments: rows.indices)
    func faults(row: Int) throws {
        let row = Self.rows[row]
        for law in [Law.pemilu2019, .pemilu2024] {
            let faults = try Self.rules(law).faults(of: SmallLists.candidates(row.list))
            #expect(faults == row.faults, "\(row.reason), \(law.id)")
        }
    }

    @Test("is told by numbers that are there: who was struck left a gap")
    func gaps() throws {
        let rest = SmallLists.candidates("LLPLLL").filter { $0.number != 3 }
        #expect(
            try Self.rules(.pemilu2019).faults(of: rest) == [
                .tooFewWomen(women: 0, needed: 2), .noWoman(among: [1, 2, 4]),
            ]
        )
    }

    @Test("is a whole number of women: never fewer than three tenths, and one fewer always is")
    func share() throws {
        let women = try #require(Law.pemilu2024.candidateLists).women
        for size in 1...120 {
            let needed = women.roundedUp(of: size)
            #expect(needed * 10 >= size * 3 && (needed - 1) * 10 < size * 3, "\(size)")
        }
    }

    @Test("is asked where the law of the election is known to ask it")
    func laws() {
        let laws = Law.all.filter { $0.candidateLists != nil }
        #expect(laws == [.pemilu2019, .pemilu2024])
        for lists in laws.compactMap(\.candidateLists) {
            #expect([lists.mostSource, lists.womenSource, lists.groupSource].allSatisfy(isWhole))
        }
    }

    private func isWhole(_ text: LocalizedText) -> Bool {
        text.indonesian.contains("UU 7/2017 pasal") && text.english.contains("UU 7/2017 art.")
    }
}
