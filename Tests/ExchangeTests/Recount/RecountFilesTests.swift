import Foundation
import Testing

@testable import Exchange

@Suite("A recount of files")
struct RecountFilesTests {
    static let units = """
        id,level,name,parent_id
        0,nation,Land,
        -9,region,"Abroad, all",0
        73.12,region,Soppeng,0
        73.12.01,village,Bila,73.12

        """
    static let stations = """
        station,village_id,votes,other,spoilt
        1,73.12.01,10,x,1
        2,73.12.01,,y,2
        1,-9,5,"z,z",
        1,73.12,100,,0

        """
    static let certified = """
        unit_id,v,s
        73.12.01,12,3
        73.12,110,
        0,115,3

        """

    /// Writes the files, recounts, and returns what was written.
    private func recount(
        units: String = units,
        stations: String = stations,
        counts: String = "votes,spoilt",
        certified: String? = certified,
        match: String? = "votes=v,spoilt=s",
        level: String? = nil,
        differing: Bool = false,
        format: Recount.Format = .csv
    ) async throws -> String {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, _ name: String) throws -> String {
            let path = folder.appending(path: name).path
            try Data(text.utf8).write(to: URL(filePath: path))
            return path
        }
        do throws(Problems) {
            let request = try RecountRequest(
                units: (try? write(units, "U.csv")) ?? "",
                stations: (try? write(stations, "S.csv")) ?? "",
                counts: counts,
                certified: certified.flatMap { try? write($0, "C.csv") },
                match: match
            )
            let recount = try await Recount.read(request)
            var bytes: [UInt8] = []
            let selection = try recount.selection(level: level, differing: differing)
            try? await recount.write(selection, as: format) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            let list = error.list.map { problem in
                let name = problem.file.split(separator: "/").last.map { String($0) } ?? ""
                return Problem(problem.kind, file: name, row: problem.row, column: problem.column)
            }
            throw Problems(list, further: error.further)
        }
    }

    @Test("gives every unit in the order of the file")
    func csv() async throws {
        #expect(
            try await recount() == """
                unit_id,level,name,stations,reported,votes,spoilt,certified_votes,difference_votes,certified_spoilt,difference_spoilt
                0,nation,Land,4,2,115,3,115,0,3,0
                -9,region,"Abroad, all",1,0,5,,,,,
                73.12,region,Soppeng,3,2,110,3,110,0,,
                73.12.01,village,Bila,2,1,10,3,12,2,3,0

                """
        )
    }

    @Test("can be cut to a level, to differences, and go without certified figures")
    func selections() async throws {
        let regions = try await recount(certified: nil, match: nil, level: "region")
        #expect(
            regions == """
                unit_id,level,name,stations,reported,votes,spoilt
                -9,region,"Abroad, all",1,0,5,
                73.12,region,Soppeng,3,2,110,3

                """
        )
        let none = try await recount(differing: true)
        #expect(none.split(separator: "\n").count == 1, "Bila differs, but a station is not in")
        let spoilt = try await recount(counts: "spoilt", match: "spoilt=v", differing: true)
        #expect(
            spoilt.split(separator: "\n").dropFirst() == [
                "73.12,region,Soppeng,3,3,3,110,107", "73.12.01,village,Bila,2,2,3,12,9",
            ]
        )
    }

    @Test("can be JSON")
    func json() async throws {
        let text = try await recount(level: "region", format: .json)
        #expect(
            text == """
                [
                {"unit_id":"-9","level":"region","name":"Abroad, all","stations":1,"reported":0,\
                "votes":5,"spoilt":null,"certified_votes":null,"difference_votes":null,\
                "certified_spoilt":null,"difference_spoilt":null},
                {"unit_id":"73.12","level":"region","name":"Soppeng","stations":3,"reported":2,\
                "votes":110,"spoilt":3,"certified_votes":110,"difference_votes":0,\
                "certified_spoilt":null,"difference_spoilt":null}
                ]

                """
        )
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    }

    @Test("can be a table to read")
    func table() async throws {
        let large = Self.stations.replacing("100", with: "1234567")
        let text = try await recount(stations: large, certified: nil, match: nil, format: .table)
        #expect(
            text == """
                unit_id   level    name         stations  reported      votes  spoilt
                ────────  ───────  ───────────  ────────  ────────  ─────────  ──────
                0         nation   Land                4         2  1,234,582       3
                -9        region   Abroad, all         1         0          5       –
                73.12     region   Soppeng             3         2  1,234,577       3
                73.12.01  village  Bila                2         1         10       3

                """
        )
    }

    @Test(
        "names everything wrong with the units",
        arguments: [
            ("", [(nil, nil, .empty)], "an empty file"),
            ("id,level,name,parent_id\n", [(nil, nil, .noRows)], "a header only"),
            ("id;level;name;parent_id\n", [(1, nil, .semicolons)], "semicolons, said once"),
            (
                "id,name\n1,x\n",
                [
                    (1, "level", .columnMissing(found: ["id", "name"])),
                    (1, "parent_id", .columnMissing(found: ["id", "name"])),
                ], "two columns missing"
            ),
            (
                "id,level,name,parent_id\na,x,A,\na,x,B,\n,x,C,\nd,x,D,e\n",
                [
                    (3, "id", .duplicate("a", firstRow: 2)), (4, "id", .emptyCell),
                    (5, "parent_id", .unknown("e", of: .unit)),
                ],
                "a code twice, none, and an unknown parent"
            ),
            (
                "id,level,name,parent_id\na,x,A,\nb,x,B,c\nc,x,C,b\nd,x,D,d\n",
                [(3, "parent_id", .cycle(["b", "c"])), (5, "parent_id", .cycle(["d"]))],
                "two cycles"
            ),
        ] as [(String, [(Int?, String?, Problem.Kind)], Comment)]
    )
    func units(text: String, expected: [(Int?, String?, Problem.Kind)], reason: Comment) async {
        let problems = expected.map { Problem($0.2, file: "U.csv", row: $0.0, column: $0.1) }
        let stations = text.contains("a,x") ? "unit_id,votes,spoilt\na,1,1\n" : Self.stations
        await #expect(throws: Problems(problems), reason) {
            try await recount(units: text, stations: stations, certified: nil, match: nil)
        }
    }

    @Test(
        "names everything wrong with the stations",
        arguments: [
            (
                "village_id,votes\n0,1\n", [(1, "spoilt", .columnMissing(found: ["village_id", "votes"]))],
                "a counted column missing"
            ),
            (
                "votes,spoilt\n1,1\n",
                [(1, nil, .columnsMissing(anyOf: ["village_id", "unit_id"], found: ["votes", "spoilt"]))],
                "no unit"
            ),
            (
                "unit_id,village_id,votes,spoilt\n0,0,1,1\n",
                [(1, nil, .columnsExclude(["village_id", "unit_id"]))], "two columns for the unit"
            ),
            (
                "unit_id,votes,spoilt\n7,1,1\n,1,1\n0,-1,x\n 0,4294967296,1\n0,4294967295,1\n",
                [
                    (2, "unit_id", .unknown("7", of: .unit)), (3, "unit_id", .emptyCell),
                    (4, "votes", .negative("-1")), (4, "spoilt", .notACount("x")),
                    (5, "unit_id", .unknown(" 0", of: .unit)),
                    (5, "votes", .tooLarge("4294967296", limit: 4_294_967_295)),
                ], "cells of every kind; codes are compared exactly"
            ),
        ] as [(String, [(Int?, String?, Problem.Kind)], Comment)]
    )
    func stations(text: String, expected: [(Int?, String?, Problem.Kind)], reason: Comment) async {
        let problems = expected.map { Problem($0.2, file: "S.csv", row: $0.0, column: $0.1) }
        await #expect(throws: Problems(problems), reason) {
            try await recount(stations: text, certified: nil, match: nil)
        }
    }

    @Test("names what is wrong in all three files at once")
    func together() async {
        let expected = [
            Problem(.rowLength(expected: 4, found: 3), file: "U.csv", row: 3),
            Problem(.notACount("1o"), file: "S.csv", row: 3, column: "votes"),
            Problem(.duplicate("0", firstRow: 2), file: "C.csv", row: 3, column: "unit_id"),
            Problem(.unknown("8", of: .unit), file: "C.csv", row: 4, column: "unit_id"),
            Problem(.negative("-2"), file: "C.csv", row: 4, column: "v"),
        ]
        await #expect(throws: Problems(expected)) {
            try await recount(
                units: "id,level,name,parent_id\n0,x,X,\n1,x,X\n",
                stations: "unit_id,votes,spoilt\n0,1,1\n0,1o,1\n",
                certified: "unit_id,v,s\n0,1,1\n0,1,1\n8,-2,1\n"
            )
        }
    }

    @Test("of unreadable units calls no code unknown")
    func unknownUnknowns() async {
        await #expect(throws: Problems([Problem(.strayQuote, file: "U.csv", row: 2, column: "id")])) {
            try await recount(units: "id,level,name,parent_id\n\"0,x,X,\n")
        }
    }

    @Test("refuses a level that no unit has")
    func unknownLevel() async {
        await #expect(throws: Problems([Problem(.unknown("desa", of: .level), file: "--level")])) {
            try await recount(level: "desa")
        }
    }
}
