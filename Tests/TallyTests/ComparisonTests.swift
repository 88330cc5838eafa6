import Tally
import Testing

@Suite("A comparison with certified figures")
struct ComparisonTests {
    @Test(
        "is certified less counted, where both are known",
        arguments: [
            ([[10], [5]], 12, -3, true, "the stations have three too many"),
            ([[10], [5]], 15, 0, false, "equal"),
            ([[10], [5]], 20, 5, true, "the stations have five too few"),
            ([[10], [nil]], 20, 10, false, "it differs, but a station is not in"),
            ([[nil], [nil]], 20, nil, false, "nothing counted"),
            ([[10], [5]], nil, nil, false, "nothing certified"),
            ([], 20, nil, false, "no stations"),
            ([[0]], 0, 0, false, "zero is a figure"),
        ] as [([[UInt32?]], Int?, Int?, Bool, Comment)]
    )
    func difference(
        stations: [[UInt32?]],
        certified: Int?,
        difference: Int?,
        differs: Bool,
        reason: Comment
    ) throws {
        var rows = StationRows(counters: 1)
        for cells in stations { rows.append(unit: 0, cells: cells) }
        var figures = CertifiedFigures(units: 1, columns: 1)
        figures[0, 0] = certified
        let totals = StationCounts(rows, in: try UnitTree(parents: [nil])).recount()
        let comparison = Comparison(totals, with: figures, counters: [0])
        #expect(comparison.difference(0, in: 0) == difference, reason)
        #expect(comparison.differs(in: 0) == differs, reason)
    }
}
