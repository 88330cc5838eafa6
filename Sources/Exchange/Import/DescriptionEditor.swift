import Elections
import Yams

/// Inserts entries into `election.yaml` as a person would: new lines, and every other line as it is.
///
/// The text is not written anew from its values, which would lose its comments.
struct DescriptionEditor {
    private let file: String
    private let text: String
    private let description: FolderDescription

    /// An editor of the text of `file` that says `description`.
    init(file: String, _ text: String, _ description: FolderDescription) {
        self.file = file
        self.text = text
        self.description = description
    }

    /// The text with a reading more, as the last of its ballot, and the files it needs.
    ///
    /// A ballot that is not there comes with its contestants in the first of `files`.
    ///
    /// - Throws: ``Problems`` when the text is written so that nothing can be inserted.
    func adding(
        _ reading: FolderDescription.BallotFiles.ReadingFile,
        to ballot: Ballot,
        files: [SourceFile]
    ) throws(Problems) -> String {
        var lines = Lines(text)
        let place = description.ballots.firstIndex { $0.ballot == ballot }
        // From the end to the beginning where it can be: each insertion finds its place anew.
        for entry in files { try insert(YAMLText.lines(of: entry), at: ["files"], into: &lines) }
        if let place {
            if description.ballots[place].readings.isEmpty {
                let new = YAMLText.lines(ofReadings: reading)
                try insert(new, at: ["ballots", "\(place)"], into: &lines)
            } else {
                let new = YAMLText.lines(of: reading)
                try insert(new, at: ["ballots", "\(place)", "readings"], into: &lines)
            }
        } else if let contestants = files.first?.path {
            let new = YAMLText.lines(of: ballot, contestants: contestants, reading)
            try insert(new, at: ["ballots"], into: &lines)
        }
        let result = lines.text
        guard says(result, reading, ballot, files) else { throw refuse(.cannotInsert, nil, nil) }
        return result
    }

    private func refuse(_ misfit: Problem.Misfit, _ row: Int?, _ key: String?) -> Problems {
        Problems([Problem(.misfit(misfit), file: file, row: row, column: key)])
    }

    /// Whether a text says what the description said, and the new entries.
    private func says(
        _ text: String,
        _ reading: FolderDescription.BallotFiles.ReadingFile,
        _ ballot: Ballot,
        _ files: [SourceFile]
    ) -> Bool {
        var reader = DescriptionReader(file: file)
        guard var found = reader.read(text) else { return false }
        var expected = description
        expected.files += files
        if let place = expected.ballots.firstIndex(where: { $0.ballot == ballot }) {
            expected.ballots[place].readings.append(reading)
        } else {
            guard let last = found.ballots.last, last.ballot == ballot, last.readings == [reading] else {
                return false
            }
            expected.ballots.append(last)
        }
        // The lines on which ballots stand have moved.
        for place in found.ballots.indices { found.ballots[place].row = nil }
        for place in expected.ballots.indices { expected.ballots[place].row = nil }
        return found == expected
    }

    /// Inserts lines at the end of the list or mapping to which `path` leads.
    private func insert(_ new: [String], at path: [String], into lines: inout Lines) throws(Problems) {
        guard let root = try? Yams.compose(yaml: lines.text) else { throw refuse(.cannotInsert, nil, nil) }
        var node = root
        for step in path {
            let next = Int(step).flatMap { place in node.sequence.map { $0[place] } } ?? node.mapping?[step]
            guard let next else { throw refuse(.cannotInsert, nil, step) }
            node = next
        }
        // The parser does not keep the style of a list: its first sign tells.
        guard let mark = node.mark, !["[", "{"].contains(lines[mark.line - 1, mark.column - 1]) else {
            throw refuse(.inBrackets, node.mark?.line, path.last { Int($0) == nil })
        }
        lines.insert(
            new,
            behindBlockAt: mark.line - 1,
            indent: mark.column - 1,
            isList: node.sequence != nil
        )
    }
}

/// A text as lines that keep what ends them.
struct Lines {
    private var lines: [String]
    /// What stands before the line feed that ends a line.
    private let end: String

    init(_ text: String) {
        let bytes = Array(text.utf8)
        let hasReturns = bytes.indices.dropFirst().contains { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0D }
        end = hasReturns ? "\r" : ""
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
    }

    /// The whole text.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// A sign by its line and column, from 0; `nil` behind the end.
    subscript(line: Int, column: Int) -> Unicode.Scalar? {
        guard lines.indices.contains(line) else { return nil }
        return lines[line].unicodeScalars.dropFirst(column).first
    }

    /// Inserts lines behind the block of a list or mapping whose first entry begins at a line, from 0, and
    /// a column.
    ///
    /// Blank lines, and comments further out, that follow the block stay behind what is inserted.
    mutating func insert(_ new: [String], behindBlockAt line: Int, indent: Int, isList: Bool) {
        var place = line + 1
        var next = line + 1
        while next < lines.count {
            let rest = lines[next].drop { $0 == " " }
            let depth = lines[next].utf8.count - rest.utf8.count
            next += 1
            if rest.isEmpty || rest == "\r" { continue }
            let isComment = rest.hasPrefix("#")
            let isEntry = depth == indent && (!isList || rest.hasPrefix("-"))
            let isMark = depth == 0 && (rest.hasPrefix("---") || rest.hasPrefix("..."))
            if !isMark, depth > indent || isEntry || (isComment && depth == indent) {
                place = next
            } else if !isComment {
                break
            }
        }
        let space = String(repeating: " ", count: indent)
        lines.insert(contentsOf: new.map { space + $0 + end }, at: place)
    }
}
