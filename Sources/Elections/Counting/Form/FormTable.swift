/// Many result forms in one flat buffer: a row per form, a column per field, every cell optional.
///
/// What the paper says is held as it stands, whether it adds up or not; `nil` means not entered, never
/// zero. Four bytes a cell: the nation's presidential forms take some 40 MB.
public struct FormTable: Hashable, Sendable {
    /// The largest figure a cell holds: what a paper form has room for.
    public static let largest = 999_999_999

    /// The fields of a row, in the order of the cells.
    public let fields: [Field]
    /// The number of forms.
    public private(set) var count = 0

    /// Row after row; ``missing`` for what is not entered.
    private(set) var cells: [Int32] = []
    private let columns: [Field: Int]

    static let missing: Int32 = -1

    /// No forms yet.
    ///
    /// A field that stands twice in `fields` keeps its first column.
    public init(fields: [Field]) {
        var columns: [Field: Int] = [:]
        for field in fields where columns[field] == nil { columns[field] = columns.count }
        self.columns = columns
        self.fields = columns.sorted { $0.value < $1.value }.map(\.key)
    }

    /// Where a field stands in a row; `nil` when no form of the table can hold it.
    public func column(of field: Field) -> Int? {
        columns[field]
    }

    /// Makes room for `rows` in all, so that the buffer need not grow.
    public mutating func reserveCapacity(_ rows: Int) {
        cells.reserveCapacity(rows * fields.count)
    }

    /// Adds a form; each figure 0…``largest``, or `nil`.
    ///
    /// - Complexity: O(fields), amortised.
    public mutating func append(_ row: [Int?]) {
        precondition(row.count == fields.count, "one cell per field")
        append { row[$0] }
    }

    /// Adds a form whose cells are asked for by column.
    @inline(__always)
    public mutating func append(cell: (Int) -> Int?) {
        for column in 0..<fields.count {
            guard let figure = cell(column) else {
                cells.append(Self.missing)
                continue
            }
            precondition((0...Self.largest).contains(figure), "a form has no room for such a figure")
            cells.append(Int32(figure))
        }
        count += 1
    }

    /// Adds forms whose cells are as this table holds them.
    mutating func append(cells more: [Int32], rows: Int) {
        precondition(more.count == rows * fields.count, "one cell per field")
        if cells.isEmpty { cells = more } else { cells += more }
        count += rows
    }

    /// The cells of a form as the table holds them.
    func cells(ofRow row: Int) -> ArraySlice<Int32> {
        cells[row * fields.count..<(row + 1) * fields.count]
    }

    /// A figure of a form; `nil` when it is not entered, or the table has no such field.
    @inline(__always)
    public subscript(row: Int, field: Field) -> Int? {
        guard let column = columns[field] else { return nil }
        return self[row, column: column]
    }

    /// A figure of a form by its column.
    @inline(__always)
    public subscript(row: Int, column column: Int) -> Int? {
        let cell = cells[row * fields.count + column]
        return cell == Self.missing ? nil : Int(cell)
    }

    /// Every figure of a form, in the order of ``fields``.
    public func row(_ row: Int) -> [Int?] {
        fields.indices.map { self[row, column: $0] }
    }

    /// Whether anything is entered on a form.
    public func isFilled(_ row: Int) -> Bool {
        fields.indices.contains { self[row, column: $0] != nil }
    }

    /// The rows in another order; a row may be left out.
    func arranged(_ order: [Int]) -> FormTable {
        var table = FormTable(fields: fields)
        table.reserveCapacity(order.count)
        for row in order {
            table.cells += cells[row * fields.count..<(row + 1) * fields.count]
            table.count += 1
        }
        return table
    }
}
