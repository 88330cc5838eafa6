import Testing

@testable import Exchange

/// A row of a table of folders: what is done to the tiny one, and exactly what is then wrong with it.
struct FolderCase: Sendable, CustomTestStringConvertible {
    private let reason: String
    private let change: TinyFolder.Change
    private let problems: [Problem]

    init(_ reason: String, _ change: TinyFolder.Change, _ problems: Problem...) {
        self.init(reason, change, problems)
    }

    init(_ reason: String, _ change: TinyFolder.Change, _ problems: [Problem]) {
        self.reason = reason
        self.change = change
        self.problems = problems
    }

    var testDescription: String { reason }

    /// Reads the folder and holds what is found against what is expected.
    func verify(at location: SourceLocation = #_sourceLocation) async throws {
        let found = try await TinyFolder(change).problems()
        #expect(found == problems, "found \(found)", sourceLocation: location)
    }
}

extension Problem {
    /// A problem at a place, in the order in which people say it.
    init(_ file: String, _ row: Int?, _ column: String?, _ kind: Kind) {
        self.init(kind, file: file, row: row, column: column)
    }
}
