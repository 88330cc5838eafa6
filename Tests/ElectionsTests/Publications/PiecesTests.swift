import TestSupport
import Testing

@testable import Elections

@Suite("An act too long for one publication")
struct PiecesTests {
    private static func village(_ number: Int) throws -> RegionCode {
        try RegionCode(parsing: "73.12.01.\(1_000 + number)")
    }

    private static func setUp(villages: Int, stations: Int) throws -> ElectionSetUp {
        let above: [(String, Region.Kind)] = [
            ("73", .province), ("73.12", .regency), ("73.12.01", .subdistrict),
        ]
        let codes = try (1...villages).map(village)
        return ElectionSetUp(
            name: LocalizedText(id: "besar", en: "large"),
            date: try #require(CalendarDate(parsing: "2019-04-17")),
            law: "pemilu2019",
            place: try RegionCode(parsing: "73.12"),
            regions: try above.map { Region(code: try RegionCode(parsing: $0), name: $0, kind: $1) }
                + codes.map { Region(code: $0, name: "Village \($0)", kind: .urbanVillage) },
            villages: codes.map { code in
                ElectionSetUp.Village(
                    code: code,
                    stations: (1...stations).map {
                        ElectionSetUp.Station(
                            number: $0,
                            electorate: Electorate(male: 120, female: nil),
                            ballots: nil
                        )
                    }
                )
            },
            electorateFile: nil
        )
    }

    private static func forms(_ count: Int, fields: Int) throws -> Act {
        var village = FormsTaken.Village(code: try village(1))
        for station in 1...count {
            village.forms.append(FormsTaken.Form(station: station, version: .regular))
            village.cells += (0..<fields).map { $0 % 7 == 0 ? FormTable.missing : Int32($0 * 1_000) }
        }
        return .formsTaken(FormsTaken(ballot: .president, reading: "office", villages: [village]))
    }

    private static func certified(rows: Int) throws -> Act {
        var forms = FormTable(fields: [.votes(1), .votes(2), .valid])
        var places: [CertifiedFigures.Place] = []
        for row in 1...rows {
            forms.append([row, nil, row])
            places.append(.station(StationCode(village: try village(1), number: row)))
        }
        let figures = CertifiedFigures(forms: forms, places: places, file: "c.csv")
        return .figuresCertified(FiguresCertified(ballot: .president, figures: figures))
    }

    private static func reported(rows: Int) throws -> Act {
        let rows = try (1...rows).map {
            ReportedFigures.Row(region: try village($0 % 900), stations: 3, blank: nil, votes: [$0, nil])
        }
        return .figuresReported(
            FiguresReported(ballot: .regencyCouncil, figures: ReportedFigures(rows: rows))
        )
    }

    private static func contest(lists: Int) -> Act {
        let names = (1...lists).map {
            Candidate(number: $0, name: PersonName(before: nil, name: "Name \($0)", after: nil), sex: nil)
        }
        return .contestOpened(
            ContestOpened(
                ballot: .regencyCouncil,
                contestants: [Contestant(number: 1, name: "A", shortName: "A", colour: "#111111")],
                districts: [],
                lists: (1...lists).map {
                    CandidateList(district: $0, contestant: 1, candidates: Array(names.prefix(20)))
                },
                nation: [1: 25_976_028]
            )
        )
    }

    @Test("is cut into pieces that fit, and come to it again")
    func pieces() throws {
        let rows: [(reason: String, act: Act)] = [
            ("a register of 300 villages", .setUp(try Self.setUp(villages: 300, stations: 50))),
            ("a register that fits", .setUp(try Self.setUp(villages: 3, stations: 5))),
            ("a village of many stations", .setUp(try Self.setUp(villages: 1, stations: 900))),
            ("certified figures", try Self.certified(rows: 9_000)),
            ("reported figures", try Self.reported(rows: 9_000)),
            ("lists of candidates", Self.contest(lists: 400)),
        ]
        for (reason, act) in rows {
            let pieces = act.pieces()
            #expect(pieces.allSatisfy { $0.canonicalText.count <= Publication.largestContent }, "\(reason)")
            let whole = try pieces.dropFirst().reduce(try #require(pieces.first)) { whole, next in
                try #require(whole.joined(with: next), "\(reason)")
            }
            #expect(whole.canonicalText == act.canonicalText, "\(reason)")
            #expect(act.isPublishable, "\(reason)")
        }
    }

    @Test("of forms becomes acts that each stand for themselves")
    func forms() throws {
        let act = try Self.forms(300, fields: 400)
        let parts = act.parts
        #expect(parts.count > 1)
        #expect(parts.allSatisfy { $0.canonicalText.count <= Publication.largestContent })
        let stations = parts.flatMap { part -> [Int] in
            guard case .formsTaken(let act) = part else { return [] }
            return act.villages[0].forms.map(\.station)
        }
        #expect(stations == Array(1...300))
    }

    @Test("is refused where it cannot be cut")
    func refusals() throws {
        let long = String(repeating: "x", count: 70_000)
        let text = LocalizedText(id: long, en: "x")
        let fields = (0..<5_001).map { Field.votes($0) }
        let rows: [(reason: String, act: Act, kind: Act.Kind)] = [
            (
                "a decision's basis", .ruleDecided(RuleDecided(rule: "r", reading: "x", basis: text)),
                .ruleDecided
            ),
            ("a source", .filesNamed([SourceFile(path: "a", nature: .reading, source: text)]), .filesNamed),
            (
                "more fields than fit for a form",
                .readingOpened(
                    ReadingOpened(
                        ballot: .president,
                        id: "a",
                        name: LocalizedText(id: "a", en: "a"),
                        file: "a",
                        fields: fields
                    )
                ),
                .readingOpened
            ),
        ]
        for row in rows {
            var state = ElectionState()
            #expect(throws: ActFault.tooLong(row.kind), "\(row.reason)") {
                try state.decide(.takeOver([row.act]), by: .unknown)
            }
        }
    }

    @Test("is no continuation of another one")
    func strangers() throws {
        let setUp = try Self.setUp(villages: 2, stations: 1)
        let other = ElectionSetUp(
            name: setUp.name,
            date: setUp.date,
            law: "pemilu2024",
            place: setUp.place,
            regions: [],
            villages: setUp.villages,
            electorateFile: nil
        )
        let act = Act.setUp(setUp)
        #expect(act.joined(with: .setUp(other))?.canonicalText == nil)
        #expect(act.joined(with: Self.contest(lists: 1))?.canonicalText == nil)
        let form = try Self.forms(1, fields: 1)
        #expect(form.joined(with: form)?.canonicalText == nil)
    }
}
