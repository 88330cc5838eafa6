import Apportionment
import Elections
import Testing

@testable import Web

@Suite("Quotients and margins in words")
struct QuotientWordsTests {
    @Test(
        "a quotient is never rounded",
        arguments: [
            (.sainteLague, 7_380, 1, "2.460", "2,460"),
            (.sainteLague, 6_458, 1, "2.152 2/3", "2,152 2/3"),
            (.sainteLague, 3, 2, "0 3/5", "0 3/5"),
            (.modifiedSainteLague, 700, 0, "500", "500"),
            (.modifiedSainteLague, 100, 0, "71 3/7", "71 3/7"),
            (.huntingtonHill, 100, 1, "100/√2", "100/√2"),  // Irrational: as it is.
            (.adams, 100, 0, "100/0", "100/0"),  // Infinite: as it is.
        ] as [(Apportionment.Method, Int, Int, String, String)]
    )
    func quotient(method: Apportionment.Method, votes: Int, held: Int, indonesian: String, english: String)
        throws
    {
        let distribution = try Distribution(method, seats: 5, votes: [votes])
        let quotient = distribution.quotient(of: 0, holding: held)
        #expect(QuotientWords(Numbers(.indonesian)).text(quotient) == indonesian)
        #expect(QuotientWords(Numbers(.english)).text(quotient) == english)
    }

    @Test(
        "a margin says what it does",
        arguments: [
            (Margin(votes: 898, makesTie: false, oneMoreDecides: false), "898", "lacked 898 votes"),
            (
                Margin(votes: 1_318, makesTie: true, oneMoreDecides: true), "1,318 (tie), 1,319",
                "lacked 1,318 votes for a tie and 1,319 for the seat"
            ),
            (nil, "none", "could not have reached it with any number of votes"),
        ] as [(Margin?, String, String)]
    )
    func margin(margin: Margin?, text: String, lacking: String) {
        #expect(MarginWords(.english).text(margin) == text)
        #expect(MarginWords(.english).lacking(margin) == lacking)
    }
}
