import Elections
import TestSupport
import Testing

@testable import Exchange

@Suite("Forms handed in as a file")
struct HandedFormsTests {
    /// A desk on the small election, or one of 2024 with three pairs, and a file for it.
    struct Desk {
        var state = ElectionState()
        private var entry = 0

        init(law: Law = .pemilu2019, numbers: [Int] = [1, 19]) throws {
            let small = try SmallElection().election()
            let election = Election(
                name: small.name,
                date: small.date,
                law: law,
                place: small.place,
                regions: small.regions,
                electorate: small.electorate,
                limitedBallots: [4: [.regencyCouncil]],
                contests: [
                    Contest(
                        ballot: .president,
                        contestants: numbers.map {
                            Contestant(number: $0, name: "N\($0)", shortName: "N\($0)", colour: "#111111")
                        }
                    )
                ],
                decisions: [],
                files: []
            )
            for acts in Act.takingOver(election) {
                _ = try state.decide(.takeOver(acts), by: .unknown)
            }
            try perform(.deskOpened(DeskOpened(ballot: .president)), by: "head")
        }

        mutating func perform(_ act: Act, by account: String) throws(ActFault) {
            entry += 1
            let author = Author(account: account, time: entry, entry: entry)
            _ = try state.decide(.perform(act), by: author)
        }

        var fields: [Field] { state.desk(of: .president)?.fields ?? [] }

        /// The form of a station with 40 electors that adds up, but for what is changed.
        func figures(_ changes: [String: String] = [:]) -> [String] {
            let figures: [String: Int] = [
                "electorate_dpt_male": 20, "electorate_dpt_female": 20, "electorate_dpt_total": 40,
                "electorate_all_male": 20, "electorate_all_female": 20, "electorate_all_total": 40,
                "voters_dpt_male": 16, "voters_dpt_female": 16, "voters_dpt_total": 32, "voters_all_male": 16,
                "voters_all_female": 16, "voters_all_total": 32, "papers_received": 41, "papers_used": 32,
                "papers_unused": 9, "votes_1": 11, "votes_19": 20, "valid": 31, "invalid": 1, "total": 32,
                "signed_members": 7, "signed_witnesses": 2,
            ]
            return fields.map { changes[$0.column] ?? "\(figures[$0.column] ?? 0)" }
        }

        /// A file with a row per station's place.
        func file(_ rows: [(place: String, changes: [String: String])], version: Bool = false) -> String {
            let head = ["village", "station"] + (version ? ["version"] : []) + fields.map(\.column)
            let lines = rows.map { row in "\(row.place)," + figures(row.changes).joined(separator: ",") }
            return ([head.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
        }

        func read(
            _ text: String,
            as name: String = "formulir.csv",
            _ shape: HandedForms.Shape = .desk,
            isEntry: Bool = true
        ) throws(Problems) -> HandedForms {
            try HandedForms.read(
                Array(text.utf8),
                as: name,
                shape,
                of: .president,
                isEntry: isEntry,
                in: state
            )
        }
    }

    private static let first = "73.12.01.1001,1"
    private static let second = "73.12.01.1001,2"

    @Test("each form is added, confirmed or left out, and says why")
    func fates() throws {
        var desk = try Desk()
        let text = desk.file([
            (Self.first, [:]), (Self.second, ["votes_1": "14"]), (Self.first, [:]),
            ("73.12.01.1001,9", [:]), ("73.12.02.2001,1", [:]), ("73.12.02.2001,2", [:]),
            (
                "73.12.01.2002,1",
                Dictionary(uniqueKeysWithValues: desk.fields.map { ($0.column, "") })
            ),
        ])
        let forms = try desk.read(text)
        #expect(forms.digest.utf8.count == 64)
        func fates(_ account: String) throws -> [HandedFate] {
            try forms.fates(asEntryOf: account, in: desk.state) { $0.description.hasPrefix("73.12.01") }
        }
        let before = try fates("ani")
        #expect(before[0] == .adds)
        #expect(before[1].codes.contains("A07"), "votes that are not the valid votes")
        #expect(
            before[2...].elementsEqual([
                .skips(.repeated(row: 2)), .skips(.stationUnknown), .skips(.outsideArea),
                .skips(.outsideArea), .skips(.nothingEntered),
            ])
        )
        let (act, request) = forms.entry(0, confirming: [], rounds: 0)
        #expect(request.utf8.count <= 200)
        try desk.perform(act, by: "ani")
        #expect(try fates("ani")[0] == .skips(.typedBefore))
        #expect(try fates("budi") == before, "what another typed does not show")
        try desk.perform(act, by: "budi")
        #expect(try fates("ani")[0] == .skips(.typedBefore), "nor that it is accepted, to who typed it")
        #expect(try fates("cici")[0] == .skips(.accepted))
        #expect(desk.state.acceptedFigures(of: forms.forms[0].key) == forms.forms[0].figures)
        // The same by three other ways a form may not wait.
        let other = try desk.read(desk.file([(Self.second, ["invalid": "2", "total": "33"])]))
        try desk.perform(forms.entry(1, confirming: before[1].codes, rounds: 0).act, by: "ani")
        let codes = try other.fates(asEntryOf: "budi", in: desk.state) { _ in true }[0].codes
        try desk.perform(other.entry(0, confirming: codes, rounds: 0).act, by: "budi")
        #expect(try fates("cici")[1] == .skips(.notWaiting), "typists differ")
        try desk.perform(.formSentBack(FormStep(forms.forms[1].key)), by: "dewi")
        #expect(try fates("cici")[1] == .skips(.notWaiting), "some fields are typed again")
        #expect(try fates("dewi")[1] == .skips(.notWaiting), "who decided")
    }

    @Test("a ballot that the station does not have, and a field its form does not have")
    func elsewhere() throws {
        let desk = try Desk()
        let forms = try desk.read(desk.file([("73.12.02.2001,2", [:])]))
        let fates = try forms.fates(asEntryOf: "ani", in: desk.state) { _ in true }
        #expect(fates == [.skips(.ballotNotAtStation)])
        #expect(forms.fates(asReadingBy: .volunteers, in: desk.state) == [.skips(.ballotNotAtStation)])
    }

    @Test(
        "a comparison may have few columns, shows what is accepted otherwise, and empty differs from nothing"
    )
    func comparison() throws {
        var desk = try Desk()
        let typed = try desk.read(desk.file([(Self.first, [:])]))
        for account in ["ani", "budi"] {
            try desk.perform(typed.entry(0, confirming: [], rounds: 0).act, by: account)
        }
        let text = "station,village,votes_1,votes_19,invalid\n1,73.12.01.1001,12,20,\n2,73.12.01.1001,1,2,3\n"
        #expect(throws: Problems.self, "not as an entry") { try desk.read(text) }
        let forms = try desk.read(text, isEntry: false)
        let fates = forms.fates(asReadingBy: .volunteers, in: desk.state)
        #expect(fates == [.adds, .adds])
        let conflicts = forms.conflicts(in: desk.state)
        #expect(conflicts.map(\.place) == [0])
        #expect(
            conflicts.first?.conflicts == [
                HandedForms.Conflict(field: .votes(1), accepted: 11, offered: 12)
            ]
        )
        let reading = forms.reading(by: .volunteers, fates)
        #expect(reading.fields == [.votes(1), .votes(19), .invalid])
        #expect(reading.forms.map(\.figures) == [[12, 20, nil], [1, 2, 3]])
        for step in reading.steps() { _ = try desk.state.decide(.compare(step.acts), by: .unknown) }
        #expect(
            forms.fates(asReadingBy: .volunteers, in: desk.state) == [
                .skips(.takenBefore), .skips(.takenBefore),
            ]
        )
        #expect(forms.fates(asReadingBy: .sirekap, in: desk.state) == [.adds, .adds], "of another source")
    }

    @Test("BOM, CRLF, columns in any order, empty and quoted cells")
    func tolerated() throws {
        let desk = try Desk()
        let plain = desk.file([(Self.first, ["signed_witnesses": ""])])
        let forms = try desk.read(plain)
        #expect(forms.forms[0].figures[desk.fields.firstIndex(of: .signatures(.witnesses)) ?? 0] == nil)
        for text in [
            "\u{FEFF}" + plain, plain.replacing("\n", with: "\r\n"),
            plain.replacing("73.12.01.1001", with: "\"73.12.01.1001\""),
            plain.replacing("73.12.01.1001", with: " 7312011001 "),
        ] {
            #expect(try desk.read(text).forms == forms.forms)
        }
        let versions = desk.file([(Self.first + ",psu", [:]), (Self.first + ",", [:])], version: true)
        #expect(try desk.read(versions).forms.map(\.key.version) == [.revote, .regular])
    }

    @Test("everything that is wrong is said at its row and column, and nothing is taken")
    func wrong() throws {
        let desk = try Desk()
        let good = desk.file([(Self.first, [:])])
        func row(_ changes: [String: String], _ place: String = Self.first) -> String {
            desk.file([(place, changes)])
        }
        let rows: [(text: String, kinds: [Problem.Kind], why: String)] = [
            (row(["votes_1": "-1"]), [.negative("-1")], "negative"),
            (
                row(["votes_1": "1000000000"]), [.tooLarge("1000000000", limit: FormTable.largest)],
                "too large"
            ),
            (row(["votes_1": "1e3"]), [.notACount("1e3")], "no whole number"),
            (row(["votes_1": "x", "valid": "y"]), [.notACount("x"), .notACount("y")], "two at once"),
            (row([:], "73.12.01,1"), [.malformed("73.12.01", expected: .villageCode)], "no village"),
            (row([:], "73.12.01.1001,0"), [.malformed("0", expected: .stationNumber)], "station 0"),
            (row([:], "73.12.01.1001,"), [.emptyCell], "no station"),
            (
                good.replacing(",", with: ";"), [.semicolons], "semicolons"
            ),
            (
                good.replacing("votes_1,", with: "vote_1,"), [.unknown("vote_1", of: .column)],
                "a misspelt column"
            ),
            (good.replacing("votes_1,", with: "valid,"), [.columnTwice], "a column twice"),
            ("", [.empty], "nothing"),
            (String(good.prefix { $0 != "\n" }) + "\n", [.noRows], "no rows"),
            (
                desk.file([(Self.first, [:]), (Self.first, ["votes_1": "12"])]),
                [.misfit(.formsDiffer("73.12.01.1001-001", file: "", row: 2))],
                "two rows of one form that differ"
            ),
        ]
        for row in rows {
            do throws(Problems) {
                _ = try desk.read(row.text)
                Issue.record("\(row.why) was taken")
            } catch {
                let kinds = error.list.map(\.kind)
                #expect(row.kinds.allSatisfy(kinds.contains), "\(row.why): \(error.list)")
                #expect(error.list.allSatisfy { $0.file == "formulir.csv" })
            }
        }
        let isBad: [(bytes: [UInt8], kind: Problem.Kind)] = [
            ([0x1F, 0x8B, 8, 0], .packed), (Array("village,station\n".utf8) + [0xFF], .notUTF8(byte: 16)),
            (Array(repeating: 0x20, count: 8_000_001), .tooLong(limit: 8_000_000)),
        ]
        for (bytes, kind) in isBad {
            do throws(Problems) {
                _ = try HandedForms.read(
                    bytes,
                    as: "a.csv",
                    .desk,
                    of: .president,
                    isEntry: true,
                    in: desk.state
                )
                Issue.record("\(kind) was taken")
            } catch { #expect(error.list.map(\.kind).contains(kind)) }
        }
    }

    @Test("a column of the form that is missing is named, for an entry")
    func missing() throws {
        let desk = try Desk()
        let text = "village,station,votes_1\n73.12.01.1001,1,5\n"
        do throws(Problems) {
            _ = try desk.read(text)
            Issue.record("it was taken")
        } catch {
            #expect(error.list.map(\.column) == desk.fields.map(\.column).filter { $0 != "votes_1" })
        }
    }

    @Test("more forms than are taken at once are refused, once")
    func bounds() throws {
        let desk = try Desk()
        var text = "village,station,votes_1\n"
        for number in 0...20_000 { text += "73.12.01.\(1_001 + number / 999),\(1 + number % 999),5\n" }
        do throws(Problems) {
            _ = try desk.read(text, isEntry: false)
            Issue.record("it was taken")
        } catch {
            #expect(error.list.last?.kind == .tooManyForms(limit: 20_000))
            #expect(error.list.count { $0.kind == .tooManyForms(limit: 20_000) } == 1)
        }
    }

    @Test("Sirekap's files are read as an import reads them, under their own law alone")
    func sirekap() throws {
        let desk = try Desk(law: .pemilu2024, numbers: [1, 2, 3])
        let json = ImportFiles.sirekap([10, 20, 30])
        let one = try desk.read(json, as: "7312011001001.json", .sirekap)
        #expect(one.forms.map(\.key.station.description) == ["73.12.01.1001-001"])
        let column = try #require(desk.fields.firstIndex(of: .votes(2)))
        #expect(one.forms[0].figures[column] == 20)
        let table = try desk.read("kode_tps,v1,v2,v3\n7312011001001,10,20,30\n", as: "a.csv", .sirekap)
        #expect(table.forms[0].figures[column] == 20)
        #expect(table.offered == [.votes(1), .votes(2), .votes(3)])
        for (name, text) in [
            ("a.json", json), ("7312011001001.json", "{}"), ("a.csv", "kode_tps,v1,v2\n7312011001001,1,2\n"),
        ] {
            #expect(throws: Problems.self, "\(name)") { try desk.read(text, as: name, .sirekap) }
        }
        #expect(HandedForms.shapes(in: desk.state) == [.desk, .sirekap])
        let other = try Desk()
        #expect(HandedForms.shapes(in: other.state) == [.desk])
        #expect(throws: Problems.self, "of another law") {
            try other.read("kode_tps,v1,v2,v3\n7312011001001,1,2,3\n", as: "a.csv", .sirekap)
        }
    }
}
