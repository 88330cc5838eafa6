/// One thing wrong with a file, where it stands, and what was expected.
///
/// A value, not a sentence: the edge words it for the person who reads. Rows and columns count as a
/// spreadsheet shows them: the header is row 1.
public struct Problem: Error, Hashable, Sendable {
    /// The file, as the user named it.
    public let file: String
    /// The row of the file, from 1; `nil` when the whole file is meant.
    public let row: Int?
    /// The name of the column; `nil` when the whole row or file is meant.
    public let column: String?
    /// What is wrong.
    public let kind: Kind

    /// A problem at a place.
    public init(_ kind: Kind, file: String, row: Int? = nil, column: String? = nil) {
        self.kind = kind
        self.file = file
        self.row = row
        self.column = column
    }
}

/// Everything wrong with what was read: never only the first thing found.
public struct Problems: Error, Hashable, Sendable {
    /// The problems in the order of files and rows; never empty.
    public let list: [Problem]
    /// How many more there are that were counted but not kept; 0 when `list` holds all.
    public let further: Int

    /// Problems found together.
    public init(_ list: [Problem], further: Int = 0) {
        self.list = list
        self.further = further
    }
}
