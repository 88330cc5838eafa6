import Elections
import TestSupport
import Testing

@Suite("Findings in words")
struct FindingWordsTests {
    @Test("one cause is proven, several are possible, and brackets close as often as they open")
    func causes() throws {
        var small = SmallElection()
        small.votes[4] = [90, nil]
        let snapshot = try Snapshot(small.election())
        let finding = try #require(Findings(snapshot).ofStation(4).first)
        let slips = [
            Cause.slip(.valid, written: 50, meant: 150, .digitMissing),
            Cause.slip(.total, written: 152, meant: 52, .digitTooMany),
        ]
        let words = FindingWords(snapshot, .english)
        #expect(
            words.causes(of: finding, [slips[0]])
                == "Proven by the figures: valid votes 50 for 150 (one digit missing)."
        )
        #expect(
            words.causes(of: finding, slips)
                == "Perhaps: valid votes 50 for 150 (one digit missing); "
                + "or valid and invalid votes 152 for 52 (one digit too many)."
        )
        let indonesian = FindingWords(snapshot, .indonesian).causes(of: finding, slips)
        #expect(indonesian.hasPrefix("Mungkin: ") && indonesian.hasSuffix("(kelebihan satu angka)."))
    }
}
