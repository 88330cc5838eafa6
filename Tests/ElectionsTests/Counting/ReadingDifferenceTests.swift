import Elections
import Testing

@Suite("Readings beside each other")
struct ReadingDifferenceTests {
    @Test(
        "figures differ where both are entered, and nowhere else",
        arguments: [(1, 1, false), (1, 2, true), (nil, 2, false), (1, nil, false), (nil, nil, false)]
            as [(Int?, Int?, Bool)]
    )
    func differ(first: Int?, second: Int?, expected: Bool) {
        #expect(ReadingDifference.differ(first, second) == expected)
    }
}

@Suite("Readings of several votes beside each other")
struct ReadingVersionTests {
    @Test(
        "are held beside each other version by version, and by the latest only where none is common",
        arguments: [
            (["0 votes_1=5"], ["0 votes_1=5"], nil),
            (["0 votes_1=5"], ["0 votes_1=6"], false),
            (["0 votes_1=5"], ["0 psu votes_1=6"], true),
            // The first vote was misread, though the re-vote is read alike.
            (["0 votes_1=5", "0 psu votes_1=7"], ["0 votes_1=6", "0 psu votes_1=7"], false),
            (["0 votes_1=5", "0 psu votes_1=7"], ["0 votes_1=5"], nil),
        ] as [([String], [String], Bool?)]
    )
    func versions(first: [String], second: [String], ofDifferentVotes: Bool?) throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 1)]
        office.papers[0].readings = [first, second]
        let result = try #require(try office.snapshot().result(of: .president))
        let found = result.readingDifferences
        #expect(found.first?.areOfDifferentVotes == ofDifferentVotes)
        #expect(found.count == (ofDifferentVotes == nil ? 0 : 1))
    }

    @Test("counting again is no other vote: the same people voted")
    func votes() {
        #expect(
            FormVersion.allCases.map(\.vote) == [
                .regular, .postponed, .continued, .regular, .revote, .regular, .laterRevote,
                .laterRecount,
            ]
        )
    }
}
