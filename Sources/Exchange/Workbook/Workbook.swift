/// What a spreadsheet file (Office Open XML, ECMA-376) holds: its sheets, as values.
public struct Workbook: Hashable, Sendable {
    /// The sheets in the order of their tabs, hidden ones included; charts are no sheets.
    public let sheets: [Sheet]

    /// The sheet of that name; `nil` when there is none.
    public subscript(name: String) -> Sheet? {
        sheets.first { $0.name == name }
    }

    /// A sheet: its name and its rows of cells.
    public struct Sheet: Hashable, Sendable {
        /// The name on the tab.
        public let name: String
        /// Whether the tab is hidden.
        public let isHidden: Bool
        /// The rows from row 1, each up to its last filled cell; `nil` is an empty cell.
        public let rows: [[Cell?]]
    }

    /// What a cell shows, a formula's result as it was stored.
    public enum Cell: Hashable, Sendable {
        /// Text, never empty.
        case text(String)
        /// A number without a fraction, not beyond ±2⁵³, which is as far as a spreadsheet counts.
        case whole(Int)
        /// Any other number, as the file spells it.
        case number(String)
        /// A day as `yyyy-MM-dd`; the time of day is not read.
        case day(String)
        case truth(Bool)
        /// An error, such as `#REF!`.
        case error(String)
        /// A formula whose result was never stored.
        case notCalculated
    }
}
