import TestSupport
import Testing

@testable import Elections

@Suite("Others' copies beside what a plenary reads")
struct PlenaryCopiesTests {
    /// A plenary of the first subdistrict that read everything, and Beta's witnesses' copies of its first two stations.
    private func office(_ copies: [[Int32]]) throws -> SmallPlenary {
        var office = try SmallPlenary()
        let file = SourceFile(path: "w.csv", nature: .reading, source: .same("saksi Beta"))
        let opened = ReadingOpened(
            ballot: .president,
            id: "witnesses-19-x",
            name: .same("saksi Beta"),
            file: file.path,
            fields: [.votes(1), .votes(19), .invalid],
            comparison: .witnesses(19)
        )
        var village = FormsTaken.Village(code: try SmallPlenary.region(".01.1001"))
        for (place, cells) in copies.enumerated() {
            village.forms.append(FormsTaken.Form(station: place + 1, version: .regular))
            village.cells += cells
        }
        let taken = FormsTaken(ballot: .president, reading: opened.id, villages: [village])
        for act in [Act.filesNamed([file]), .readingOpened(opened), .formsTaken(taken)] {
            try office.state.apply(act)
        }
        let number = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(number)))
        return office
    }

    private func differences(_ office: SmallPlenary, at place: Int) throws -> [String]? {
        let plenary = try #require(office.state.plenaries[1])
        return office.state.copies(try SmallPlenary.unit(place), .president, in: plenary)?.map { copy in
            let rows = copy.differences.map { "\($0.field.column) \($0.standing) \($0.copy)" }
            return "\(copy.copy.source.word): \(rows.joined(separator: ", "))"
        }
    }

    @Test("are told figure by figure, and no more once the column was corrected to them")
    func differing() throws {
        let missing = FormTable.missing
        var office = try office([[12, 20, 0], [30, missing, 0]])
        #expect(try differences(office, at: 0) == nil, "it was not read yet")
        try office.readAll()
        #expect(try differences(office, at: 0) == ["witnesses-19: votes_1 10 12"])
        #expect(try differences(office, at: 1) == ["witnesses-19: "], "what a copy lacks is no difference")
        #expect(try differences(office, at: 2) == [], "nobody has a copy")
        try office.perform(
            .corrected(
                FiguresCorrected(
                    plenary: 1,
                    Correction(
                        .president,
                        try SmallPlenary.unit(0),
                        [.init(.votes(1), from: 10, to: 12)],
                        reason: "salah salin",
                        basis: "C1 Plano",
                        initials: [1]
                    )
                )
            )
        )
        #expect(try differences(office, at: 0) == ["witnesses-19: "])
        let region = CertifiedFigures.Place.region(try SmallPlenary.region(".01"))
        let plenary = try #require(office.state.plenaries[1])
        #expect(office.state.copies(region, .president, in: plenary) == nil, "a region has no form")
    }
}
