import TestSupport
import Testing

@testable import Elections

@Suite("Likely causes")
struct CauseTests {
    @Test(
        "one number becomes another by a single slip, or by none",
        arguments: [
            (189, 198, .digitsTransposed), (21, 12, .digitsTransposed), (1_243, 1_234, .digitsTransposed),
            (321, 123, nil),  // The first and the last are no neighbours.
            (2_134, 213, .digitTooMany), (213, 13, .digitTooMany), (223, 23, .digitTooMany),
            (562, 182, nil), (1_820, 182, .digitTooMany), (50, 150, .digitMissing), (0, 10, .digitMissing),
            (130, 230, .digitChanged), (0, 7, .digitChanged), (161, 303, nil), (316, 216, .digitChanged),
            (12, 12, nil), (1_000, 10, nil), (9, 100, nil), (11, 22, nil), (-1, 1, nil), (1, -1, nil),
        ] as [(Int, Int, Cause.Slip?)]
    )
    func slip(written: Int, meant: Int, expected: Cause.Slip?) {
        #expect(Cause.Slip(written: written, meant: meant) == expected)
    }

    /// What must be true of a slip whatever the numbers: undone it is a slip too, of the opposite kind.
    @Test("a slip undone is a slip of the other kind")
    func undone() {
        let opposites: [Cause.Slip: Cause.Slip] = [
            .digitsTransposed: .digitsTransposed, .digitChanged: .digitChanged,
            .digitTooMany: .digitMissing, .digitMissing: .digitTooMany,
        ]
        for written in 0..<150 {
            for meant in 0..<150 {
                let slip = Cause.Slip(written: written, meant: meant)
                #expect(Cause.Slip(written: meant, meant: written) == slip.flatMap { opposites[$0] })
                #expect(slip != .digitsTransposed || (written - meant) % 9 == 0)
            }
        }
    }

    /// What must hold on a form.
    private static func conditions(_ sheet: Sheet) -> [Condition] {
        Check.all.filter { [.form, .ballots].contains($0.scope) || $0.code == "R04" }
            .flatMap { $0.conditions(for: sheet.kind) }
            .filter { $0.severity == .hard }
    }

    /// The causes of what is broken on a form.
    private static func causes(_ sheet: Sheet) -> [Cause] {
        let conditions = conditions(sheet)
        let figures = conditions.flatMap { ([$0.formula] + $0.guards).flatMap(\.figures) }
        let others = Set(figures.map(\.origin)).subtracting([.form])
        let tables = ([.form] + others).map { origin in
            var forms = FormTable(fields: figures.filter { $0.origin == origin }.map(\.field))
            forms.append(forms.fields.map { sheet.figure($0, origin) })
            return (origin: origin, forms: forms)
        }
        var examiner = Examiner(tables)
        let prepared = conditions.compactMap { examiner.prepare($0, of: 0) }
        var values: [Int] = []
        examiner.gather(tables.map { _ in 0 }, into: &values)
        return CauseSearch(examiner, prepared).causes(values).map(\.cause)
    }

    /// A form of pairs: votes of each, valid, invalid and total votes.
    private static func pairs(_ votes: [Int], _ valid: Int, _ invalid: Int, _ total: Int, users: Int? = nil)
        -> Sheet
    {
        var figures = ["valid": valid, "invalid": invalid, "total": total]
        for (place, vote) in votes.enumerated() { figures["votes_\(place + 1)"] = vote }
        figures["voters_all_total"] = users
        let kind = FormKind(
            ballot: .president,
            rolls: [.permanent, .movedIn, .special],
            options: votes.indices.map { FormKind.Option(number: $0 + 1) },
            stationLimit: 300,
            reserve: nil,
            supply: nil
        )
        return Sheet(figures, kind)
    }

    /// A row: a form, its causes, and what the row is about.
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let sheet: Sheet
        let causes: [Cause]

        init(_ reason: String, _ sheet: Sheet, _ causes: Cause...) {
            self.reason = reason
            self.sheet = sheet
            self.causes = causes
        }

        var testDescription: String { reason }
    }

    @Test(
        "of real forms are proven by their figures, or not named",
        arguments: [
            Row(
                "Labessi 10, 2019: valid and invalid votes in each other's row",
                pairs([85, 69], 4, 154, 158),
                .exchanged(.valid, .invalid)
            ),
            Row(
                "Marioriaja 6, 2019: 50 for 150",
                pairs([85, 65], 50, 2, 152),
                .slip(.valid, written: 50, meant: 150, .digitMissing)
            ),
            Row(
                // 162 for 168 mends the sum of the votes and breaks that of valid and invalid ones; the same
                // for a contestant's 72 or 96, in which only the sum of the votes is at stake.
                "Bila 7, 2019: six votes are missing from one of the two",
                pairs([72, 96], 162, 3, 165),
                .slip(.votes(2), written: 96, meant: 90, .digitChanged)
            ),
            Row(
                "Pesse 2, 2019: 130 for 230",
                pairs([172, 55], 227, 3, 130),
                .slip(.total, written: 130, meant: 230, .digitChanged)
            ),
            Row(
                "Gattareng 7, 2024: votes of 303 beside 161 valid ones, more than one slip",
                pairs([101, 101, 101], 161, 2, 163)
            ),
            Row(
                "Ujung 5, 2024: 562 users beside 182 votes, more than one slip",
                pairs([80, 95, 5], 180, 2, 182, users: 562)
            ),
            Row("Labessi 1, 2024: nothing is broken", pairs([61, 117, 9], 187, 4, 191, users: 191)),
        ]
    )
    func real(row: Row) {
        #expect(Self.causes(row.sheet) == row.causes)
    }

    @Test(
        "are every single change that makes all sums hold",
        arguments: [
            Row(
                "men and women of the DPT's voters exchanged",
                Sheet.sound.with("voters_dpt_male=90 voters_dpt_female=80"),
                .sexesSwapped(.voters(.permanent, .male))
            ),
            Row(
                "men and women of the whole DPT exchanged, which only the register shows",
                Sheet.sound.without { $0.hasPrefix("PPWP/") || $0.hasPrefix("electorate_all") }
                    .with("electorate_dpt_male=110 electorate_dpt_female=100"),
                .sexesSwapped(.electorate(.permanent, .male))
            ),
            Row(
                "men and women of the last row exchanged",
                Sheet.sound.with("voters_all_male=98 voters_all_female=86"),
                .sexesSwapped(.voters(.all, .male))
            ),
            Row(
                "men and women of the last row exchanged, where only the women's lists are known",
                Sheet.sound.without {
                    $0.hasSuffix("_total") || $0.hasSuffix("dpt_male") || $0.hasPrefix("PPWP/")
                }
                .without { $0.hasSuffix("dptb_male") || $0.hasSuffix("dpk_male") }
                .with("voters_all_male=98 voters_all_female=86"),
                .sexesSwapped(.voters(.all, .male))
            ),
            Row(
                "a digit too many in papers nobody used",
                Sheet.sound.with("papers_unused=300"),
                .slip(.papers(.unused), written: 300, meant: 30, .digitTooMany)
            ),
            Row(
                "two digits of a party's own votes exchanged",
                Sheet.sound.with("candidate_1_1=33 party_1=47")
                    .with("party_1=74"),
                .slip(.partyVotes(1), written: 74, meant: 47, .digitsTransposed)
            ),
            Row(
                "valid and invalid votes exchanged, and a contestant's slip is no better story",
                Sheet.sound.with("valid=4 invalid=180"),
                .exchanged(.valid, .invalid)
            ),
            Row(
                "either of two contestants may be meant: none is proven",
                pairs([60, 30], 100, 2, 102),
                .slip(.votes(1), written: 60, meant: 70, .digitChanged),
                .slip(.votes(2), written: 30, meant: 40, .digitChanged)
            ),
            Row(
                "a slip that would mend one sum and break another is none",
                Sheet.sound.with("valid=170 invalid=14")
            ),
            Row(
                "papers used are in three broken sums; what would mend one of them only is no cause",
                Sheet.sound.with("papers_used=174"),
                .slip(.papers(.used), written: 174, meant: 184, .digitChanged)
            ),
            Row(
                "an exchange in one place says nothing of a slip in another",
                Sheet.sound.with("voters_dpt_male=90 voters_dpt_female=80 papers_unused=300"),
                .sexesSwapped(.voters(.permanent, .male)),
                .slip(.papers(.unused), written: 300, meant: 30, .digitTooMany)
            ),
            Row("seventeen votes that nobody can explain", Sheet.sound.with("valid=197 total=")),
            Row(
                "a bound has no value that would be right",
                Sheet.sound.with("papers_spoiled=232 papers_unused= voters_all_total=")
            ),
            Row("nothing is broken", Sheet.sound),
        ]
    )
    func changes(row: Row) {
        #expect(Self.causes(row.sheet) == row.causes)
    }

    @Test("name the fields they are about, and what these would be without them")
    func mended() {
        let figures: [Field: Int] = [.valid: 4, .invalid: 154, .disabled(.male): 1, .disabled(.female): 2]
        let rows: [(Cause, [Field: Int])] = [
            (.exchanged(.valid, .invalid), [.valid: 154, .invalid: 4]),
            (.sexesSwapped(.disabled(.male)), [.disabled(.male): 2, .disabled(.female): 1]),
            (.sexesSwapped(.disabledVoters(.male)), [:]),  // Not entered: nothing to exchange.
            (.sexesSwapped(.valid), [:]),
            (.slip(.valid, written: 4, meant: 40, .digitMissing), [.valid: 40]),
        ]
        for (cause, mended) in rows {
            #expect(cause.mended { figures[$0] } == mended)
            if !mended.isEmpty { #expect(Set(cause.fields) == Set(mended.keys)) }
        }
    }

    /// One slip of each kind in a number; none where the number has no room for it.
    private func slips(in number: Int, _ dice: inout Dice) -> [Int] {
        var digits = String(number).map(String.init)
        let place = Int.random(in: 0..<digits.count, using: &dice)
        let changed = digits[..<place] + ["\(Int.random(in: 0...9, using: &dice))"] + digits[(place + 1)...]
        let longer = digits[..<place] + ["\(Int.random(in: 1...9, using: &dice))"] + digits[place...]
        let shorter = digits[..<place] + digits[(place + 1)...]
        if digits.count > 1 { digits.swapAt(0, 1) }
        // Nobody writes a number with a nought before it.
        return [Array(changed), Array(longer), Array(shorter), digits]
            .filter { $0.count == 1 || $0.first != "0" }
            .compactMap { Int($0.joined()) }
    }

    @Test(
        "one slip in a form that adds up is found again, or an exchange explains as much, or too much would"
    )
    func found() {
        var dice = Dice(salt: "slips")
        let names = Sheet.sound.figures.keys.filter { !$0.contains("/") }.sorted()
        var found = 0
        for _ in Dice.rounds(60) {
            guard let name = names.randomElement(using: &dice), let field = Field(column: name),
                let meant = Sheet.sound.figures[name]
            else { continue }
            for written in slips(in: meant, &dice) where written != meant {
                let sheet = Sheet.sound.with("\(name)=\(written)")
                let broken = Self.conditions(sheet).filter { $0.verdict(sheet.figure) == .failed }
                guard broken.contains(where: { $0.formula.relation == .equal }) else { continue }
                let causes = Self.causes(sheet)
                let isNamed = causes.contains {
                    if case .slip(field, written, meant, _) = $0 { true } else { false }
                }
                // Where it could be any of many, none is named.
                let isExplained = isNamed || causes.isEmpty || causes.contains(where: \.isExchange)
                #expect(isExplained, "\(name): \(meant) written as \(written)")
                found += isNamed ? 1 : 0
            }
        }
        #expect(found > 100)
    }

    @Test("no cause leaves a sum broken that it touches")
    func mends() {
        var sheets = RandomSheets(Dice(salt: "causes"))
        for _ in Dice.rounds(150) {
            let sheet = sheets.next()
            for cause in Self.causes(sheet) {
                var mended = sheet
                for (field, figure) in cause.mended({ sheet.figure($0, .form) }) {
                    mended.figures[field.column] = figure
                }
                let touched = Self.conditions(sheet).filter { condition in
                    condition.formula.fields.contains { cause.fields.contains($0) }
                }
                #expect(touched.contains { $0.verdict(sheet.figure) == .failed })
                #expect(touched.allSatisfy { $0.verdict(mended.figure) != .failed })
            }
        }
    }
}
