/// A column of a sheet to be written: its heading and what of a row stands in it.
public struct WorkbookColumn<Row>: Sendable {
    let title: String
    let value: @Sendable (Row) -> WorkbookValue?

    /// A column of text; an empty text, like none, is an empty cell.
    public static func text(_ title: String, _ value: @escaping @Sendable (Row) -> String?) -> WorkbookColumn
    {
        WorkbookColumn(title: title) { row in
            guard let text = value(row), !text.isEmpty else { return nil }
            return .text(text)
        }
    }

    /// A column of whole numbers; a missing one is an empty cell and never a zero.
    public static func whole(_ title: String, _ value: @escaping @Sendable (Row) -> Int?) -> WorkbookColumn {
        WorkbookColumn(title: title) { value($0).map(WorkbookValue.whole) }
    }
}

/// What a written cell holds.
enum WorkbookValue: Hashable, Sendable {
    case text(String)
    case whole(Int)
}
