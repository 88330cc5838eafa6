import TestSupport
import Testing

@testable import Elections

@Suite("A reading held beside the office's")
struct ComparisonTests {
    private static func reading(
        _ desk: SmallDesk,
        by source: ComparisonSource = .volunteers,
        digest: String = String(repeating: "a", count: 64),
        forms: [(form: FormKey, figures: [Int?])]
    ) -> ComparisonReading {
        ComparisonReading(
            .president,
            by: source,
            file: "relawan.csv",
            digest: digest,
            fields: desk.fields,
            forms: forms
        )
    }

    private static func take(_ reading: ComparisonReading, into desk: inout SmallDesk) throws {
        for acts in reading.steps().map(\.acts) {
            _ = try desk.state.decide(.compare(acts), by: .unknown)
        }
    }

    /// A desk on which the first station's form is accepted.
    private static func desk() throws -> SmallDesk {
        var desk = try SmallDesk()
        for typist in ["ani", "budi"] {
            let form = FormEntered(try SmallDesk.form(), figures: desk.figures())
            try desk.perform(.formEntered(form), by: typist)
        }
        return desk
    }

    @Test("never counts, whatever its forms say and of whichever vote they are")
    func property() throws {
        var dice = Dice(salt: "comparison")
        for round in Dice.rounds(30) {
            var desk = try Self.desk()
            let before = try Snapshot(#require(desk.state.election))
            for number in 0..<Int.random(in: 1...3, using: &dice) {
                var forms: [(form: FormKey, figures: [Int?])] = []
                for place in 0..<5 {
                    for version in FormVersion.allCases where Bool.random(using: &dice) {
                        let figures = desk.fields.map { _ -> Int? in
                            Bool.random(using: &dice) ? Int.random(in: 0...300, using: &dice) : nil
                        }
                        forms.append((try SmallDesk.form(place, version), figures))
                    }
                }
                let sources: [ComparisonSource] = [.office, .witnesses(19), .volunteers, .sirekap]
                let source = sources[Int.random(in: 0..<4, using: &dice)]
                let digest = String(repeating: "\(number)", count: 64)
                try Self.take(Self.reading(desk, by: source, digest: digest, forms: forms), into: &desk)
            }
            let after = try Snapshot(#require(desk.state.election))
            let (one, other) = (before.results[0], after.results[0])
            #expect(one.forms == other.forms, "round \(round)")
            #expect(one.figures == other.figures, "round \(round)")
            #expect(other.supersessions == [], "round \(round)")
            #expect(other.contest.readings[0].id == DeskOpened.reading)
            #expect(desk.state.contest(.president)?.counted?.id == DeskOpened.reading)
            // Who reads the journal, and who has the election as facts, sees the same.
            let again = Act.takingOver(try #require(desk.state.election)).flatMap(\.self)
            var copy = ElectionState()
            for act in again { try copy.apply(act) }
            #expect(try Snapshot(#require(copy.election)).results[0].forms == one.forms)
        }
    }

    @Test("says whose it is, of which file, and is read as it was written")
    func texts() throws {
        let desk = try Self.desk()
        let reading = Self.reading(
            desk,
            by: .witnesses(19),
            forms: [(try SmallDesk.form(1), desk.figures([.votes(1): nil]))]
        )
        let acts = reading.steps().map(\.acts).flatMap(\.self)
        guard case .filesNamed(let files) = acts[0], case .readingOpened(let opened) = acts[1] else {
            Issue.record("a file and a reading")
            return
        }
        #expect(files[0].signature == SourceFile.Signature(signed: reading.digest, found: reading.digest))
        #expect(files[0].source.english == "Witnesses of contestant 19: relawan.csv")
        #expect(files[0].path == opened.file)
        #expect(opened.id == "witnesses-19-aaaaaaaaaaaaaaaa")
        #expect(opened.comparison == .witnesses(19))
        for act in acts { try expectOneText(of: act) }
        let command = Command.compare(acts)
        #expect(try Command(canonicalText: command.canonicalText).permission == .compareReadings)
    }

    @Test("comes in parts, in the order of the register, and all of it")
    func parts() throws {
        var desk = try Self.desk()
        let figures = desk.figures()
        let forms = try (0..<5).reversed().map { (form: try SmallDesk.form($0), figures: figures) }
        let reading = Self.reading(desk, forms: forms)
        #expect(reading.steps(cells: 1).map(\.acts).count == 1 + 3, "a part per village")
        #expect(reading.steps().map(\.acts).count == 2)
        for acts in reading.steps(cells: 1).map(\.acts) {
            _ = try desk.state.decide(.compare(acts), by: .unknown)
        }
        let taken = try #require(desk.state.election?.contests[0].readings.last)
        #expect(taken.forms.count == 5)
        #expect(taken.comparison == .volunteers)
    }

    @Test("takes nothing else with it")
    func refusals() throws {
        var desk = try Self.desk()
        let form = try SmallDesk.form(1)
        let good = Self.reading(desk, forms: [(form, desk.figures())]).steps().map(\.acts)
        let village = FormsTaken.Village(code: form.station.village)
        let named = SourceFile(path: "x", nature: .certified, source: LocalizedText(id: "x", en: "x"))
        func opened(_ id: String, _ source: ComparisonSource?) -> Act {
            .readingOpened(
                ReadingOpened(
                    ballot: .president,
                    id: id,
                    name: LocalizedText(id: "x", en: "x"),
                    file: "x",
                    fields: desk.fields,
                    comparison: source
                )
            )
        }
        let file = Act.filesNamed([
            SourceFile(path: "x", nature: .reading, source: LocalizedText(id: "x", en: "x"))
        ])
        func taken(_ reading: String) -> Act {
            .formsTaken(FormsTaken(ballot: .president, reading: reading, villages: [village]))
        }
        let rows: [(acts: [Act], fault: ActFault, why: String)] = [
            ([taken("desk")], .notACommand(.formsTaken), "into the desk's reading"),
            ([taken("nobody")], .notACommand(.formsTaken), "into a reading that is not there"),
            ([file, opened("x", nil)], .notACommand(.readingOpened), "a reading that counts"),
            ([file, opened("desk", .office)], .notACommand(.readingOpened), "the desk's by its name"),
            ([opened("x", .office)], .notACommand(.readingOpened), "a reading of no file"),
            ([file], .notACommand(.filesNamed), "a file alone"),
            (
                [.filesNamed([named]), opened("x", .office)], .notACommand(.filesNamed),
                "a file said to be certified"
            ),
            (
                [
                    .filesNamed([
                        SourceFile(path: "y", nature: .reading, source: LocalizedText(id: "x", en: "x"))
                    ]), opened("x", .office),
                ], .notACommand(.readingOpened), "another file"
            ),
            (
                [.deskOpened(DeskOpened(ballot: .regencyCouncil))], .notACommand(.deskOpened),
                "anything else"
            ),
            (
                [.seatsDetermined(SeatsDetermined(ballot: .president, seats: [:]))],
                .notACommand(.seatsDetermined), "what is official"
            ),
            (
                [file, opened("x", .witnesses(7))], .unknownContestant(.president, 7),
                "witnesses of nobody who stands"
            ),
        ]
        for row in rows {
            let before = desk.state.election?.contests[0].readings
            #expect(throws: row.fault, "\(row.why)") {
                try desk.state.decide(.compare(row.acts), by: .unknown)
            }
            #expect(desk.state.election?.contests[0].readings == before, "\(row.why)")
        }
        for acts in good { _ = try desk.state.decide(.compare(acts), by: .unknown) }
        #expect(throws: ActFault.self, "the same file again") {
            try desk.state.decide(.compare(good[0]), by: .unknown)
        }
        let closed = Self.reading(desk, forms: []).steps()[0].acts.map { act -> Act in
            guard case .readingOpened(let act) = act else { return act }
            return .readingOpened(
                ReadingOpened(
                    ballot: .regencyCouncil,
                    id: act.id,
                    name: act.name,
                    file: act.file,
                    fields: act.fields,
                    comparison: act.comparison
                )
            )
        }
        #expect(throws: ActFault.noDesk(.regencyCouncil), "while the desk is closed") {
            try desk.state.decide(.compare(closed), by: .unknown)
        }
    }

    @Test("cannot be the first reading of a ballot, in no journal")
    func first() throws {
        var state = try SmallDesk().state
        let act = ReadingOpened(
            ballot: .regencyCouncil,
            id: "x",
            name: LocalizedText(id: "x", en: "x"),
            file: "x",
            fields: [.valid],
            comparison: .office
        )
        #expect(throws: ActFault.noReading(.regencyCouncil, DeskOpened.reading)) {
            try state.apply(.readingOpened(act))
        }
    }

    @Test(
        "is asked for by who may, for the whole election",
        arguments: [
            (Role.supervisor, nil, true), (.commissioner, nil, true), (.chair, nil, true),
            (.staff, nil, true),
            (.supervisor, "73.12.01", false), (.typist, nil, false), (.resolver, nil, false),
            (.administrator, nil, false), (.overseer, nil, false), (.witness, nil, false),
            (.auditor, nil, false), (.secretary, nil, false), (.press, nil, false),
        ] as [(Role, String?, Bool)]
    )
    func rights(role: Role, place: String?, may: Bool) throws {
        var desk = try Self.desk()
        try desk.perform(.accountOpened(AccountOpened(account: "toni")), by: "console")
        let mandate = Mandate(
            number: 1,
            account: "toni",
            role: role,
            place: try place.map { try RegionCode(parsing: $0) },
            basis: "SK 1"
        )
        try desk.perform(.mandateGiven(mandate), by: "console")
        let acts = Self.reading(desk, forms: [(try SmallDesk.form(1), desk.figures())]).steps().map(\.acts)
        for acts in acts {
            let rights = Rights.mandated(within: Set(Permission.allCases))
            #expect(desk.state.permits(.compare(acts), to: "toni", rights, at: 10_000) == may)
            #expect(!desk.state.permits(.takeOver(acts), to: "toni", rights, at: 10_000))
        }
    }

    @Test(
        "has a source with one spelling",
        arguments: [
            ("office", .office), ("volunteers", .volunteers), ("sirekap", .sirekap),
            ("witnesses-2", .witnesses(2)), ("witnesses-02", nil), ("witnesses-0", nil),
            ("witnesses-+2", nil),
            ("witnesses--2", nil), ("Office", nil), ("", nil),
        ] as [(String, ComparisonSource?)]
    )
    func sources(word: String, source: ComparisonSource?) {
        #expect(ComparisonSource(word: word) == source)
        if let source { #expect(source.word == word) }
    }
}
