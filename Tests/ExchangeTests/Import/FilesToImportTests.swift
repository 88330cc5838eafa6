import Foundation
import Testing

@testable import Exchange

@Suite("Files to import")
struct FilesToImportTests {
    @Test("are found in folders at any depth, sorted, links to folders not followed")
    func search() throws {
        let folder = try Samples.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["b/2.json", "b/1.JSON", "a/c/3.json", "a/._3.json", "a/notes.txt", "0.json"] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data().write(to: file)
        }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "a/up"),
            withDestinationURL: folder
        )
        let files = try FilesToImport.list([folder.path], endings: [".json"])
        #expect(
            files.map { $0.replacingOccurrences(of: folder.path + "/", with: "") } == [
                "0.json", "a/c/3.json", "b/1.JSON", "b/2.json",
            ]
        )
    }

    @Test("are taken as they are named, whatever their ending")
    func named() async throws {
        let files = try await Samples.withFile([], named: "x.txt") { path in
            (path, try FilesToImport.list([path, path], endings: [".json"]))
        }
        #expect(files.1 == [files.0, files.0])
    }

    @Test("that are missing are all said to be")
    func missing() {
        let expected = ["nowhere", "nothing"].map { Problem($0, nil, nil, .fileMissing) }
        #expect(throws: Problems(expected)) {
            try FilesToImport.list(["nowhere", "nothing"], endings: [".json"])
        }
    }
}
