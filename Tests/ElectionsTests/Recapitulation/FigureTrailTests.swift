import TestSupport
import Testing

@testable import Elections

@Suite("The trail of a figure")
struct FigureTrailTests {
    /// A change as a word: what explains it, or that nothing does.
    private static func word(_ verdict: FigureTrail.Verdict) -> String {
        switch verdict {
        case .same: "same"
        case .open: "open"
        case .explained(.revote(let revote)): "revote \(revote.number)"
        case .explained(.known(let revote)): "known \(revote.source)"
        case .explained(.version(let version)): "version \(version.rawValue)"
        case .explained(.corrections(let made)): "corrected \(made.map { $0.made.correction.reason })"
        case .explained(.editions(let units)): "editions \(units.count)"
        case .explained(.otherForm): "other form"
        case .explained(.proven(let found)): "proven \(found.count)"
        case .explained(.later(let plenary, let ground)): "later \(plenary) \(ground ?? "")"
        case .flagged(let row): "flagged \(row.map { "\($0.standing)" } ?? "")"
        }
    }

    /// Each step as a line.
    private static func lines(_ trail: FigureTrail) -> [String] {
        trail.stretches.flatMap { stretch in
            stretch.steps.map { step in
                let source =
                    switch step.source {
                    case .form(let form, let version): "form \(form.reading) \(version.rawValue)"
                    case .missing(let revote): "missing \(revote.version.rawValue)"
                    case .read(let plenary, let version): "read \(plenary) \(version.rawValue)"
                    case .corrected(let made): "corrected \(made.plenary)"
                    case .column: "column"
                    case .below(let basis): "below \(basis)"
                    case .reported: "reported"
                    case .readTogether(let plenary): "together \(plenary)"
                    case .certificate(let edition, let plenary):
                        "certificate \(edition) \(plenary.map(String.init) ?? "-")"
                    }
                let figures = step.figures.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
                let change = step.change.map { " \($0.from) \(word($0.verdict))" } ?? ""
                return "\(source)\(step.isInForce ? "*" : ""): \(figures)\(change)"
            }
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        /// A region, or a station after a hyphen.
        let place: String
        let readings: [[String]]
        let certified: [String]
        let lines: [String]
        var known: [FormVersion] = []

        var testDescription: String { reason }
    }

    private static let forms = [
        "0 votes_1=10 votes_2=20", "1 votes_1=11 votes_2=21", "2 votes_1=12 votes_2=22",
    ]

    private static func place(_ text: String) throws -> CertifiedFigures.Place {
        let parts = text.split(separator: "-")
        let code = try RegionCode(parsing: String(parts[0]))
        guard parts.count > 1, let number = Int(parts[1]) else { return .region(code) }
        return .station(StationCode(village: code, number: number))
    }

    @Test(
        "names every step, and what explains each change",
        arguments: [
            Row(
                reason: "one reading, nothing certified: nothing to compare, and missing is not zero",
                place: "73.12.01.1001-1",
                readings: [forms],
                certified: [],
                lines: ["form 0 reguler*: 10 20"]
            ),
            Row(
                reason: "nobody read the form",
                place: "73.12.01.1001-1",
                readings: [["1 votes_1=11 votes_2=21"]],
                certified: ["73.12.01.1001 votes_1=21 votes_2=41"],
                lines: ["below stations: - -", "certificate 1 -*: 21 41 0 open"]
            ),
            Row(
                reason: "two readers of one form differ",
                place: "73.12.01.1001-1",
                readings: [forms, ["0 votes_1=10 votes_2=19"]],
                certified: [],
                lines: ["form 0 reguler*: 10 20", "form 1 reguler: 10 19 0 flagged "]
            ),
            Row(
                reason: "a re-vote that others have on record",
                place: "73.12.01.1001-1",
                readings: [forms + ["0 psu votes_1=5 votes_2=6"]],
                certified: [],
                lines: ["form 0 reguler: 10 20", "form 0 psu*: 5 6 0 known koran"],
                known: [.revote]
            ),
            Row(
                reason: "a re-vote that others have on record, and of which nobody has the form",
                place: "73.12.01.1001-1",
                readings: [forms],
                certified: ["73.12.01.1001 votes_1=21 votes_2=40"],
                lines: [
                    "form 0 reguler*: 10 20", "missing psu: - -", "below stations: 21 41",
                    "certificate 1 -*: 21 40 0 flagged unexplained",
                ],
                known: [.revote]
            ),
            Row(
                reason: "a re-vote, then a recount, of which only the forms are known",
                place: "73.12.01.1001-1",
                readings: [forms + ["0 psu votes_1=5 votes_2=6"], ["0 pssu votes_1=5 votes_2=7"]],
                certified: [],
                lines: [
                    "form 0 reguler: 10 20", "form 0 psu: 5 6 0 version psu",
                    "form 1 pssu*: 5 7 1 version pssu",
                ]
            ),
            Row(
                reason: "the column of the recapitulation is the first vote's form",
                place: "73.12.01.1001-1",
                readings: [forms + ["0 psu votes_1=5 votes_2=6"]],
                certified: ["73.12.01.1001-1 votes_1=10 votes_2=20"],
                lines: [
                    "form 0 reguler: 10 20", "form 0 psu*: 5 6 0 version psu", "column: 10 20 1 other form",
                ]
            ),
            Row(
                reason: "the column is no form's; above it the village's difference is that column",
                place: "73.12.01.1001-1",
                readings: [forms],
                certified: ["73.12.01.1001-1 votes_1=15 votes_2=20", "73.12.01.1001 votes_1=26 votes_2=41"],
                lines: [
                    "form 0 reguler*: 10 20", "column: 15 20 0 flagged ", "below stations: 21 41",
                    "certificate 1 -*: 26 41 0 proven 1",
                ]
            ),
            Row(
                reason: "three tiers: only where votes moved is it flagged",
                place: "73.12.01.1001",
                readings: [forms],
                certified: [
                    "73.12.01.1001 votes_1=21 votes_2=41", "73.12.01.2002 votes_1=12 votes_2=22",
                    "73.12.01 votes_1=30 votes_2=66", "73.12 votes_1=30 votes_2=66",
                ],
                lines: [
                    "below stations: 21 41", "certificate 1 -*: 21 41 0 same", "below certified: 33 63",
                    "certificate 1 -*: 30 66 0 flagged unexplained", "below certified: 30 66",
                    "certificate 1 -*: 30 66 0 same",
                ]
            ),
        ]
    )
    func taken(row: Row) throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 2), ("73.12.01.2002", 1)]
        office.papers[0].readings = row.readings
        office.papers[0].certified = row.certified
        let place = try Self.place(row.place)
        if case .station(let station) = place {
            office.known = row.known.map {
                KnownRevote(
                    $0,
                    at: station,
                    [.president],
                    held: CalendarDate(parsing: "2019-04-27"),
                    source: "koran"
                )
            }
        }
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        let trail = try #require(FigureTrail(place, result, snapshot, fields: [.votes(1), .votes(2)]))
        #expect(Self.lines(trail) == row.lines)
        for language in Language.allCases {
            let words = TrailWords(snapshot, result, language)
            for step in trail.stretches.flatMap(\.steps) {
                #expect(!words.name(step.source, of: place).isEmpty || place == trail.place)
                if let verdict = step.change?.verdict {
                    #expect(words.sentences(verdict).isEmpty == !(verdict.isFlagged || verdict.isExplained))
                }
            }
        }
    }

    @Test("of a place that is not there is none")
    func nowhere() throws {
        var office = Office()
        office.limitedBallots = [0: [.senate]]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        for place in ["73.12.09", "73.12.01.1001-9", "73.12.01.1001-1"] {
            #expect(FigureTrail(try Self.place(place), result, snapshot) == nil, "\(place)")
        }
    }

    private static func correct(
        _ office: inout SmallPlenary,
        _ number: Int,
        _ unit: CertifiedFigures.Place,
        _ changes: [Correction.Change],
        reason: String
    ) throws {
        let correction = Correction(
            .president,
            unit,
            changes,
            reason: reason,
            basis: "C1 Plano",
            initials: [1]
        )
        try office.perform(.corrected(FiguresCorrected(plenary: number, correction)))
    }

    private static func trail(
        _ office: SmallPlenary,
        _ place: CertifiedFigures.Place,
        fields: [Field] = [.votes(1), .votes(19)]
    ) throws -> FigureTrail {
        let snapshot = try Snapshot(try #require(office.state.election))
        let result = try #require(snapshot.result(of: .president))
        return try #require(FigureTrail(place, result, snapshot, fields: fields))
    }

    /// A subdistrict's plenary that corrects a station, and the regency's that corrects the subdistrict.
    private static func corrected() throws -> SmallPlenary {
        var office = try SmallPlenary()
        let first = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(first)))
        try office.readAll()
        try correct(
            &office,
            first,
            SmallPlenary.unit(0),
            [.init(.votes(1), from: 10, to: 12), .init(.total, from: 32, to: 34)],
            reason: "salah salin"
        )
        try office.finish()
        try office.hold(".02")
        let regency = try office.gather("")
        try office.perform(.opened(PlenaryStep(regency)))
        try office.readAll()
        try correct(
            &office,
            regency,
            .region(try SmallPlenary.region(".01")),
            [.init(.votes(19), from: 120, to: 119), .init(.total, from: 218, to: 217)],
            reason: "salah jumlah"
        )
        try office.finish()
        return office
    }

    @Test("names what was read, corrected and certified in this office's plenaries")
    func plenaries() throws {
        let office = try Self.corrected()
        let trail = try Self.trail(office, SmallPlenary.unit(0))
        #expect(
            Self.lines(trail) == [
                "form 0 reguler*: 10 20", "read 1 reguler: 10 20 0 same",
                #"corrected 1: 12 20 1 corrected ["salah salin"]"#,
                "below stations: 40 60", "together 1: 40 60 0 same",
                #"certificate 1 1*: 42 60 1 corrected ["salah salin"]"#,
                "below stations: 90 120", "together 1: 90 120 0 same",
                #"certificate 1 1: 92 120 1 corrected ["salah salin"]"#, "together 3: 92 120 2 same",
                #"certificate 2 3*: 92 119 3 corrected ["salah jumlah"]"#, "below certified: 252 300",
                "together 3: 252 300 0 same",
                #"certificate 1 3*: 252 299 1 corrected ["salah jumlah"]"#,
            ]
        )
        #expect(trail.flags.isEmpty)
        // A figure that was not corrected has no step for it.
        let other = try Self.trail(office, SmallPlenary.unit(0), fields: [.votes(19)])
        #expect(Self.lines(other).prefix(2) == ["form 0 reguler*: 20", "read 1 reguler: 20 0 same"])
    }

    @Test("says which parts of a region were changed")
    func parts() throws {
        let office = try Self.corrected()
        let village = try Self.trail(office, .region(try SmallPlenary.region(".01.1001")))
        #expect(
            village.parts.map { Self.word($0.change.verdict) } == [#"corrected ["salah salin"]"#, "same"]
        )
        #expect(village.parts.map(\.certified) == [[12, 20], [30, 40]])
        let regency = try Self.trail(office, .region(try SmallPlenary.region("")))
        #expect(
            regency.parts.map { Self.word($0.change.verdict) } == [#"corrected ["salah jumlah"]"#, "same"]
        )
        #expect(try Self.trail(office, SmallPlenary.unit(0)).parts.isEmpty)
    }

    @Test("a certificate that was corrected is explained in the shift report, and gains count for nobody")
    func shifts() throws {
        let snapshot = try Snapshot(try #require(try Self.corrected().state.election))
        let result = try #require(snapshot.result(of: .president))
        let report = ShiftReport(snapshot, result)
        #expect(
            report.rows.map { "\($0.comparison.region.code) \($0.basis) \($0.differences) \($0.standing)" }
                == [
                    "73.12.01.1001 stations [2, 0] corrected", "73.12.01 certified [0, -1] corrected",
                ]
        )
        #expect(report.gainers.isEmpty)
        for language in Language.allCases {
            let words = ExplanationWords(snapshot, language)
            for (row, reason) in zip(report.rows, ["salah salin", "salah jumlah"]) {
                let sentences = words.sentences(row, result)
                #expect(sentences.count == 1)
                #expect(sentences[0].contains(reason))
                #expect(sentences[0].contains("C1 Plano"))
            }
            #expect(!ShiftWords(language).name(.corrected).isEmpty)
        }
    }

    @Test("a correction that is not the difference leaves it unexplained, and stands beside it")
    func otherwise() throws {
        var office = try SmallPlenary()
        let number = try office.gather(".01")
        try office.perform(.opened(PlenaryStep(number)))
        try office.readAll()
        try Self.correct(
            &office,
            number,
            SmallPlenary.unit(0),
            [.init(.votes(1), from: 10, to: 12)],
            reason: "salin"
        )
        try office.finish()
        var election = try #require(office.state.election)
        // Somebody changes the certificate behind the plenary's back.
        election = try Self.tampered(election, SmallPlenary.region(".01.1001"), votes: [45, 60])
        let snapshot = try Snapshot(election)
        let result = try #require(snapshot.result(of: .president))
        let row = try #require(ShiftReport(snapshot, result).rows.first)
        #expect(row.standing == .unexplained)
        #expect(row.corrections.count == 1)
        #expect(ExplanationWords(snapshot, .english).sentences(row, result).count == 2)
        let trail = try #require(
            FigureTrail(.region(try SmallPlenary.region(".01.1001")), result, snapshot, fields: [.votes(1)])
        )
        #expect(trail.flags.map(\.step) == [2])
    }

    /// The election with other certified votes of a region.
    private static func tampered(
        _ election: Election,
        _ region: RegionCode,
        votes: [Int?]
    ) throws -> Election {
        let contest = try #require(election.contests.first)
        let certified = try #require(contest.certified)
        var forms = FormTable(fields: certified.forms.fields)
        for (row, place) in certified.places.enumerated() {
            var cells = certified.forms.row(row)
            if place == .region(region) {
                for (number, vote) in zip(contest.contestants.map(\.number), votes) {
                    if let column = certified.forms.column(of: .votes(number)) { cells[column] = vote }
                }
            }
            forms.append(cells)
        }
        let figures = CertifiedFigures(forms: forms, places: certified.places)
        return Election(
            name: election.name,
            date: election.date,
            law: election.law,
            place: election.place,
            regions: election.regions,
            electorate: election.electorate,
            contests: [
                Contest(
                    ballot: contest.ballot,
                    contestants: contest.contestants,
                    readings: contest.readings,
                    certified: figures,
                    editions: [CertifiedEdition(plenary: 1, figures: figures)]
                )
            ],
            files: election.files,
            plenaries: election.plenaries
        )
    }

    @Test("a re-vote that was held after the plenary read the station, and the plenary held again")
    func editions() throws {
        var office = try SmallPlenary()
        try office.hold(".01")
        let station = try SmallElection.regions().stations[1]
        for (act, account) in HeldRevotes.acts(
            [(station, .revote)],
            [.president],
            on: try office.date("2019-04-27"),
            office.state
        ) {
            try office.perform(act, by: account)
        }
        try office.state.apply(
            Act(
                canonicalText: Array(
                    (#"{"act":"forms-taken","ballot":"PPWP","reading":"office","villages":[{"code":""#
                        + #"73.12.01.1001","forms":[[2,"psu",25,35,60]]}]}"#).utf8
                )
            )
        )
        let village = CertifiedFigures.Place.region(try SmallPlenary.region(".01.1001"))
        #expect(
            Self.lines(try Self.trail(office, .station(station))).prefix(6) == [
                "form 0 reguler: 30 40", "form 0 psu*: 25 35 0 revote 1",
                "read 1 reguler: 30 40 1 editions 1",
                "below stations: 35 55", "together 1: 40 60 0 editions 1", "certificate 1 1*: 40 60 1 same",
            ]
        )
        try office.hold(".01", ground: "pemungutan suara ulang")
        let plenary = office.state.plenaries.all.count
        #expect(
            Self.lines(try Self.trail(office, village)).prefix(5) == [
                "below stations: 35 55", "together 1: 40 60 0 editions 1", "certificate 1 1: 40 60 1 same",
                "together \(plenary): 35 55 2 later \(plenary) pemungutan suara ulang",
                "certificate 2 \(plenary)*: 35 55 3 same",
            ]
        )
        #expect(try Self.trail(office, village).flags.isEmpty)
    }
}
