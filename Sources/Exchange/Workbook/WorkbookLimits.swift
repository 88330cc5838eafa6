/// How much a workbook may ask of the machine that reads it.
public struct WorkbookLimits: Hashable, Sendable {
    /// The bytes of the file.
    public var file = 20 << 20
    /// The files packed into it.
    public var parts = 200
    /// The bytes of one of them, unpacked.
    public var part = 100 << 20
    /// The bytes of all of them, unpacked.
    public var content = 200 << 20
    /// The bytes of a part that is read as a tree: the list of sheets, the styles.
    public var tree = 4 << 20
    /// The elements of a part: a cell has two or three.
    public var elements = 10_000_000
    /// The elements of a part that is read as a tree.
    public var treeElements = 200_000
    /// The cells of all sheets, gaps between filled ones included.
    public var cells = 3_000_000

    /// The rows a spreadsheet has.
    public static let rows = 1_048_576
    /// The columns a spreadsheet has.
    public static let columns = RecordScanner.mostColumns
    /// Elements in each other: a sheet has eight.
    static let depth = 64
    /// The bytes of a tag: the parser holds each attribute against every other one.
    static let tag = 16 << 10

    /// The usual limits.
    public init() {}
}
