import Foundation
import Testing

/// Compares `text` with a stored file; `RECORD=1 swift test` rewrites the file and fails once.
func expectGolden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Golden/\(name)").standardizedFileURL
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name); read the diff, then run again", sourceLocation: location)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, sourceLocation: location)
}
