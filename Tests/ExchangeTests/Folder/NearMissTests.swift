import Testing

@testable import Exchange

@Suite("A name that is almost a known one")
struct NearMissTests {
    @Test(
        "is told from the known one and from names of somebody's own",
        arguments: [
            ("version", nil), ("Version", "version"), ("VERSI", "version"), ("ballot", "ballots"),
            ("voters-dpt-male", "voters_dpt_male"), ("voter_dpt_male", "voters_dpt_male"), ("id", nil),
            ("ID", "id"), ("no", nil), ("remarks", nil), ("checked_by", nil), ("", nil),
            ("vers", nil),  // Three letters short: that may be verses.
        ] as [(String, String?)]
    )
    func nearest(name: String, expected: String?) {
        let known = ["version", "ballots", "voters_dpt_male", "id"]
        #expect(NearMiss.nearest(to: name, among: known) == expected)
    }
}
