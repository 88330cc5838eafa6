import Foundation
import Testing

@testable import Exchange

@Suite("A file")
struct FileTests {
    @Test("that cannot be read says why")
    func unreadable() async throws {
        let folder = try Samples.folder()
        await #expect(throws: Problems([Problem(.fileMissing, file: "/nowhere/t.csv")])) {
            try await CSVTable.read(path: "/nowhere/t.csv", required: ["a"])
        }
        let directory = Problem.Kind.fileUnreadable(detail: "Is a directory")
        await #expect(throws: Problems([Problem(directory, file: "t")])) {
            try await CSVTable.read(path: folder.path, as: "t", required: ["a"])
        }
    }

    @Test("of one byte, or none, is no accident")
    func tiny() async throws {
        for (bytes, kind) in [([], .empty), ([0x1F], .columnMissing(found: ["\u{1F}"]))]
            as [([UInt8], Problem.Kind)]
        {
            let thrown = await #expect(throws: Problems.self) {
                try await Samples.withFile(bytes) { try await CSVTable.read(path: $0, required: ["a"]) }
            }
            #expect(thrown?.list.map(\.kind) == [kind])
        }
    }
}
