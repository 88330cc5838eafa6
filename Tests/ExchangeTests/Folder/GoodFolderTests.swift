import Elections
import Foundation
import Testing

@testable import Exchange

@Suite("An election folder")
struct GoodFolderTests {
    @Test("keeps missing apart from zero")
    func figures() async throws {
        let snapshot = try await TinyFolder().read()
        let timur = try RegionCode(parsing: "73.12.02")
        let lapa = try RegionCode(parsing: "73.12.01.1002")
        #expect(snapshot.figures(of: .president, in: timur)?.votes == [nil, nil])
        #expect(snapshot.figures(of: .president, in: lapa)?.votes == [20, 30])
        #expect(snapshot.figures(of: .president, in: lapa)?.invalid == 0)
        #expect(snapshot.election.electorate.map(\.female) == [110, 95, nil, 75])
        #expect(snapshot.result(of: .regencyCouncil)?.seats == [3, 2])
        #expect(snapshot.result(of: .president)?.comparison.map(\.differences) == [[0, 5], [0, 0]])
    }

    @Test(
        "may be written in many ways",
        arguments: [
            FolderCase("as an editor of Windows ends lines", .each(TinyFolder.files.keys.map { .lines($0) })),
            FolderCase(
                "with a byte order mark in every file",
                .each(TinyFolder.files.keys.map { .marked($0) })
            ),
            FolderCase(
                "with a packed table",
                .bytes("readings.csv", Samples.gzip(TinyFolder.bytes("readings.csv")))
            ),
            FolderCase(
                "with quotes, spaces and a column of notes",
                .text("determined.csv", Self.spreadsheet)
            ),
            FolderCase(
                "with codes without dots",
                .replace("certified.csv", "73.12.01.1001", with: "7312011001")
            ),
            FolderCase("with blank lines at the end", .append("stations.csv", "\n\n")),
            FolderCase("with rows in any order", .text("determined.csv", "number,seats\n4,2\n1,3\n")),
            FolderCase("with special stations", .each([.special("stations.csv"), .special("readings.csv")])),
            FolderCase(
                "with fewer rows of stations than the register",
                .replace("readings.csv", "73.12.02.1001,1,,,,,\n", with: "")
            ),
            FolderCase("with a district of one seat", .replace("districts.csv", "1,3,73", with: "1,1,73")),
            FolderCase("with two readings", .replace("election.yaml", "    certified: c", with: Self.second)),
        ]
    )
    func accepted(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let spreadsheet = "seats , note, number\n\" 3\",\"a, b\",1\n2,,4 \n"
    private static let second = """
              - { id: second, name: { id: Kedua, en: Second }, file: readings.csv }
            certified: c
        """

    @Test("may be named with a slash at its end, and problems name it once")
    func slash() async throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = Problem(.fileMissing, file: folder.path + "/election.yaml")
        await #expect(throws: Problems([missing])) { try await ElectionFolder.read(folder.path + "/") }
        await #expect(throws: Problems([missing])) { try await ElectionFolder.read(folder.path) }
    }
}

extension TinyFolder {
    /// The bytes of an untouched file.
    static func bytes(_ file: String) -> [UInt8] {
        Array(files[file, default: ""].utf8)
    }
}

extension TinyFolder.Change {
    fileprivate static func lines(_ file: String) -> Self {
        .replace(file, "\n", with: "\r\n")
    }

    fileprivate static func marked(_ file: String) -> Self {
        .bytes(file, [0xEF, 0xBB, 0xBF] + TinyFolder.bytes(file))
    }

    fileprivate static func special(_ file: String) -> Self {
        .replace(file, "73.12.01.1001,2,", with: "73.12.01.1001,901,")
    }
}
