import Elections
import TestSupport
import Testing

@Suite("Fields of a form")
struct FieldTests {
    private static let numbered: [Field] = [0, 1, 14, 19, 24, 9_999].flatMap { number in
        [.votes(number), .partyVotes(number), .candidateVotes(number, 1), .candidateVotes(number, 9_999)]
    }

    @Test("are read back from the names of their columns, each from its own")
    func roundTrip() {
        let fields = Field.everyForm + Self.numbered
        for field in fields { #expect(Field(column: field.column) == field) }
        #expect(Set(fields.map(\.column)).count == fields.count)
        // Five lists by three sexes twice, disability twice, four of papers, three of validity, signatures.
        #expect(Field.everyForm.count == 2 * 15 + 6 + 4 + 3 + 2)
    }

    @Test(
        "are not read from names that are nearly theirs",
        arguments: [
            "", "_", "votes", "votes_", "votes_01", "votes_+1", "votes_-1", "votes_ 1", "votes_1 ",
            "votes_1_",
            "votes_1_1", "votes_10000", "votes_x", "votes_١", "Votes_1", "_votes_1", "votes__1", "party",
            "party_",
            "party_1_1", "party_01", "candidate_4", "candidate_4_0", "candidate_4_01", "candidate_4_1_1",
            "candidate__1", "candidate_4_", "electorate_dpt", "electorate_dpt_both",
            "electorate_permanent_male",
            "electorate_dptb_", "voters_all", "voters_all_Total", "disabled", "disabled_voters", "papers",
            "papers_returned", "signed", "signed_7", "Valid", "valid ", "valid_1", "totals", "votes_1_total",
            "99999999999999999999", "votes_99999999999999999999",
        ]
    )
    func refusal(column: String) {
        #expect(Field(column: column) == nil)
    }

    @Test("know their part of the form, their contestant and their other sex")
    func places() {
        let rows: [(Field, Field.Part, Int?, Field?)] = [
            (.electorate(.permanent, .male), .electorate, nil, .electorate(.permanent, .female)),
            (.electorate(.permanent, .both), .electorate, nil, nil),
            (.voters(.special, .male), .voters, nil, .voters(.special, .female)),
            (.disabled(.male), .disability, nil, .disabled(.female)),
            (.disabledVoters(.male), .disability, nil, .disabledVoters(.female)),
            (.disabledVoters(.female), .disability, nil, nil), (.papers(.used), .papers, nil, nil),
            (.votes(7), .votes, 7, nil), (.partyVotes(7), .votes, 7, nil),
            (.candidateVotes(7, 2), .votes, 7, nil),
            (.valid, .validity, nil, nil), (.total, .validity, nil, nil),
            (.signatures(.witnesses), .signatures, nil, nil),
        ]
        for (field, part, contestant, otherSex) in rows {
            #expect(field.part == part)
            #expect(field.contestant == contestant)
            #expect(field.otherSex == otherSex)
        }
    }
}

@Suite("Forms in a table")
struct FormTableTests {
    @Test("missing is not zero, and the largest figure is kept")
    func cells() {
        var table = FormTable(fields: [.valid, .invalid])
        table.append([nil, 0])
        table.append([FormTable.largest, nil])
        table.append([nil, nil])
        #expect(table.count == 3)
        #expect((0..<3).map { table[$0, .valid] } == [nil, 999_999_999, nil])
        #expect((0..<3).map { table[$0, .invalid] } == [0, nil, nil])
        #expect(table.row(0) == [nil, 0])
        #expect((0..<3).map { table.isFilled($0) } == [true, true, false])
        #expect(table[0, .total] == nil)
        #expect(table.column(of: .total) == nil)
        #expect(table.column(of: .invalid) == 1)
    }

    @Test("a field that stands twice has its first column")
    func twice() {
        let table = FormTable(fields: [.valid, .total, .valid])
        #expect(table.fields == [.valid, .total])
    }

    @Test("gives back what was put in, whatever the fields")
    func roundTrip() {
        var dice = Dice(salt: "form table")
        for _ in Dice.rounds(50) {
            let fields = Field.everyForm.filter { _ in Bool.random(using: &dice) }
            var table = FormTable(fields: fields)
            let rows = (0..<Int.random(in: 0...5, using: &dice)).map { _ in
                fields.map { _ in
                    Int.random(in: 0..<3, using: &dice) == 0
                        ? nil : Int.random(in: 0...FormTable.largest, using: &dice)
                }
            }
            for row in rows { table.append(row) }
            #expect(rows.indices.map { table.row($0) } == rows)
            #expect(rows.indices.map { table.isFilled($0) } == rows.map { $0.contains { $0 != nil } })
        }
    }

    @Test("a figure no form has room for is refused", arguments: [-1, FormTable.largest + 1])
    func bounds(figure: Int) async {
        await #expect(processExitsWith: .failure) { [figure = figure as Int] in
            var table = FormTable(fields: [.valid])
            table.append([figure])
        }
    }
}
