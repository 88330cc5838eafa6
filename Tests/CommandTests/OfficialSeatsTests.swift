import Exchange
import Foundation
import Testing

@Suite("pleno seats reproduces the official seats")
struct OfficialSeatsTests {
    private static let folder = "Tests/Fixtures/seats/"

    @Test(
        "of every election at hand",
        arguments: [
            ("worked-examples.csv", [], 5),
            ("norway.csv", ["--method", "modified-sainte-lague"], 76),
            ("austria.csv", ["--method", "dhondt", "--threshold", "4%"], 9),
            ("israel-2013.csv", ["--method", "dhondt", "--threshold", "2%"], 1),
            ("israel-2015-2019.csv", ["--method", "dhondt", "--threshold", "3.25%"], 3),
            ("new-zealand.csv", ["--threshold", "5%"], 9),
            (
                "indonesia-dpr-2024.csv",
                ["--threshold", "4%", "--totals", folder + "indonesia-dpr-2024-totals.csv"], 53
            ),
        ] as [(String, [String], Int)]
    )
    func official(file: String, words: [String], districts: Int) async throws {
        let table = try await read(file)
        let run = try await Command.run(["seats", Self.folder + file, "--format", "csv"] + words)
        #expect(run.status == 0)
        #expect(run.errors == "")
        let answer = try CSVTable.parse(Array(run.output.utf8), as: "output", required: ["seats"])
        #expect(Set(table.rows.map { [$0["election"], $0["district"]] }).count == districts)
        #expect(answer.rows.map { $0["party"] } == table.rows.map { $0["party"] })
        let wrong = zip(table.rows, answer.rows).filter { $0["seats_official"] != $1["seats"] }
        #expect(wrong.map { "row \($0.0.number)" } == [])
    }

    @Test("of Soppeng: what the office and the press tell")
    func soppeng() async throws {
        let table = try await read("soppeng-2019.csv")
        let run = try await Command.run("seats", Self.folder + "soppeng-2019.csv", "--format", "csv")
        let answer = try CSVTable.parse(Array(run.output.utf8), as: "output", required: ["seats"])
        let told = zip(table.rows, answer.rows).filter { $0.0["seats_official"] != "" }
        #expect(told.count == 5)
        #expect(told.allSatisfy { $0["seats_official"] == $1["seats"] })
        #expect(answer.rows.compactMap { $0["seats"].flatMap { Int($0) } }.reduce(0, +) == 30)
    }

    private func read(_ file: String) async throws -> CSVTable {
        let path = Command.repository.path + "/" + Self.folder + file
        return try await CSVTable.read(path: path, required: ["party", "votes", "seats_official"])
    }
}
