import Elections
import Testing

@testable import Exchange

@Suite("A file of the folder")
struct BadFilesTests {
    @Test(
        "that is no table is refused",
        arguments: [
            FolderCase(
                "the folder lacks a file",
                .remove("certified.csv"),
                Problem("certified.csv", nil, nil, .fileMissing)
            ),
            FolderCase(
                "the folder lacks its regions",
                .remove("regions.csv"),
                Problem("regions.csv", nil, nil, .fileMissing)
            ),
            FolderCase(
                "the folder lacks its stations",
                .remove("stations.csv"),
                Problem("stations.csv", nil, nil, .fileMissing)
            ),
            FolderCase("an empty file", .text("reported.csv", ""), Problem("reported.csv", nil, nil, .empty)),
            FolderCase(
                "a header and nothing under it",
                .text("parties.csv", "number,name,short_name,colour\n"),
                Problem("parties.csv", nil, nil, .noRows)
            ),
            FolderCase(
                "a wrong header",
                .replace("determined.csv", "number,seats", with: "nomor,kursi"),
                Problem("determined.csv", 1, "number", .columnMissing(found: ["nomor", "kursi"])),
                Problem("determined.csv", 1, "seats", .columnMissing(found: ["nomor", "kursi"]))
            ),
            FolderCase(
                "no header, figures at once",
                .replace("determined.csv", "number,seats\n", with: ""),
                Problem("determined.csv", 1, "number", .columnMissing(found: ["1", "3"])),
                Problem("determined.csv", 1, "seats", .columnMissing(found: ["1", "3"]))
            ),
            FolderCase(
                "a column is missing",
                .replace("regions.csv", "code,name,kind", with: "code,name,jenis"),
                Problem("regions.csv", 1, "kind", .columnMissing(found: ["code", "name", "jenis"]))
            ),
            FolderCase(
                "a column stands twice",
                .replace(
                    "determined.csv",
                    "number,seats\n1,3\n4,2\n",
                    with: "number,seats,seats\n1,3,3\n4,2,2\n"
                ),
                Problem("determined.csv", 1, "seats", .columnTwice)
            ),
            FolderCase(
                "a row is short",
                .replace("determined.csv", "4,2", with: "4"),
                Problem("determined.csv", 3, nil, .rowLength(expected: 2, found: 1))
            ),
            FolderCase(
                "thousands with a comma are two cells",
                .replace("determined.csv", "4,2", with: "4,2,000"),
                Problem("determined.csv", 3, nil, .rowLength(expected: 2, found: 3))
            ),
            FolderCase(
                "a quotation mark without its partner",
                .replace("parties.csv", "Partai Satu", with: "\"Satu"),
                Problem("parties.csv", 2, "name", .strayQuote)
            ),
            FolderCase(
                "semicolons",
                .replace("stations.csv", ",", with: ";"),
                Problem("stations.csv", 1, nil, .semicolons)
            ),
            FolderCase(
                "Latin-1 in a name",
                .bytes("parties.csv", Array("number,name,short_name,colour\n1,Jos".utf8) + [0xE9, 0x0A]),
                Problem("parties.csv", 2, nil, .notUTF8(byte: 35))
            ),
            FolderCase(
                "UTF-16, as some spreadsheets save it",
                .bytes("parties.csv", [0xFF, 0xFE, 0x6E, 0x00]),
                Problem("parties.csv", 1, nil, .notUTF8(byte: 0))
            ),
            FolderCase(
                "broken gzip",
                .bytes("readings.csv", broken),
                Problem("readings.csv", nil, nil, .gzipDamaged)
            ),
            FolderCase(
                "gzip cut short",
                .bytes("readings.csv", cut),
                Problem("readings.csv", nil, nil, .gzipCut)
            ),
        ]
    )
    func refusal(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let cut = Array(Samples.gzip(TinyFolder.bytes("readings.csv")).dropLast(12))
    private static let broken: [UInt8] = {
        var bytes = Samples.gzip(TinyFolder.bytes("readings.csv"))
        for index in 12..<20 { bytes[index] ^= 0xFF }
        return bytes
    }()

    @Test("and another and another: all problems of all files are told at once")
    func together() async throws {
        let change = TinyFolder.Change.each([
            .replace("election.yaml", "    determined: determined.csv\n", with: ""),
            .replace("regions.csv", "Lapa,kelurahan", with: "Lapa,lurah"),
            .replace("stations.csv", ",90,95", with: ",9O,-95"),
            .remove("pairs.csv"),
            .replace("readings.csv", ",1,60,40", with: ",1,60.5,40"),
            .replace("certified.csv", "75\n", with: "1000000000\n"),
            .replace("parties.csv", "#aabbcc", with: "red"),
            .replace("districts.csv", "73.12.02", with: "73.12.01"),
            .replace("reported.csv", "1002,1,0", with: "1002,1,2"),
        ])
        let kinds = Region.Kind.allCases.map(\.rawValue)
        #expect(
            try await TinyFolder(change).problems() == [
                Problem("election.yaml", nil, "determined.csv", .fileNotUsed),
                Problem("regions.csv", 6, "kind", .malformed("lurah", expected: .oneOf(kinds))),
                Problem("stations.csv", 3, "electorate_male", .notACount("9O")),
                Problem("stations.csv", 3, "electorate_female", .negative("-95")),
                Problem("pairs.csv", nil, nil, .fileMissing),
                Problem("readings.csv", 2, "votes_1", .notACount("60.5")),
                Problem("certified.csv", 2, "votes_2", .tooLarge("1000000000", limit: 999_999_999)),
                Problem("parties.csv", 3, "colour", .malformed("red", expected: .colour)),
                Problem("districts.csv", 3, "regions", .misfit(.inTwoDistricts("73.12.01"))),
                Problem("reported.csv", 3, "stations_blank", .misfit(.blankAboveStations)),
            ]
        )
    }

    @Test("with a thousand and more bad cells is told in part, and the rest counted")
    func flood() async throws {
        let rows = (1...1_200).map { _ in "73.12.01.1001,x,1,1\n" }.joined()
        let header = "village,station,electorate_male,electorate_female\n"
        let folder = try TinyFolder(.text("stations.csv", header + rows))
        let problems = await #expect(throws: Problems.self) { try await folder.read() }
        #expect(problems?.list.count == ProblemLog.limit)
        #expect(problems?.further == 200)
    }
}
