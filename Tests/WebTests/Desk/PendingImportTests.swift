import Elections
import Exchange
import TestSupport
import Testing

@testable import Web

@Suite("A file that waits, and its digest")
struct PendingImportTests {
    private static let digest = (0..<16).map { place in
        let text = String(place * 4_369 % 65_536, radix: 16)
        return String(repeating: "0", count: 4 - text.utf8.count) + text
    }.joined()

    @Test(
        "the groups that were blanked must be typed, in their order",
        arguments: [
            (["ffff", "3333"], false, "the other way round"), (["3333", "ffff"], true, "right"),
            ([" 3333 ", "FFFF"], true, "capitals and spaces"), (["3333", "fffe"], false, "a digit"),
            (["3333"], false, "one of them"), (["3333", ""], false, "an empty one"),
            (["3333ffff", ""], false, "both in one"), (["3333", "ffff", "x"], false, "more than there are"),
            ([], false, "nothing"),
        ] as [([String], Bool, String)]
    )
    func filled(typed: [String], isRight: Bool, why: String) throws {
        let blanked = try #require(BlankedDigest(Self.digest, blanks: [3, 15]))
        #expect(blanked.isFilled(by: typed) == isRight, "\(why)")
        #expect(blanked.shown.count == 16)
        #expect(blanked.shown.indices.filter { blanked.shown[$0] == nil } == [3, 15])
    }

    @Test("two different groups are blanked, any two")
    func blanks() {
        var dice = Dice(salt: "blanks")
        var seen: Set<[Int]> = []
        for _ in 0..<3_000 {
            let blanks = BlankedDigest.blanks(using: &dice)
            #expect(BlankedDigest(Self.digest, blanks: blanks) != nil)
            seen.insert(blanks)
        }
        #expect(seen.count == 120, "every pair")
    }

    @Test(
        "nothing else is a digest with blanks",
        arguments: [
            ("00", [1, 2]), (digest, [1]), (digest, [2, 1]), (digest, [1, 1]), (digest, [1, 16]),
            (digest, [-1, 3]), (digest, [1, 2, 3]),
        ] as [(String, [Int])]
    )
    func noDigest(text: String, blanks: [Int]) {
        #expect(BlankedDigest(text, blanks: blanks) == nil)
    }

    @Test("is kept as it was, whatever its file is called")
    func kept() throws {
        for file in ["a.csv", "a&time=0&verified=1\n.csv", "kec. Liliriaja – \"1\".csv", "%00"] {
            for source in [nil, ComparisonSource.witnesses(2), .sirekap] {
                let pending = PendingImport(
                    kind: source == nil ? .entries : .readings,
                    ballot: .president,
                    shape: .desk,
                    source: source,
                    file: file,
                    digest: Self.digest,
                    blanks: [3, 15],
                    time: 17,
                    attempts: 2,
                    isVerified: false
                )
                #expect(PendingImport(text: pending.text) == pending, "\(file)")
            }
        }
        for text in ["", "kind=entries", "kind=emperor&ballot=ppwp"] {
            #expect(PendingImport(text: text) == nil)
        }
    }
}
