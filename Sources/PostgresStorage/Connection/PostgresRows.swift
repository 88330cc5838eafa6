/// The rows a statement returned, in the server's binary form.
struct PostgresRows: Sendable {
    /// How many columns each row has.
    let columns: Int
    /// Where each value ends in `bytes`, row by row; its length is −1 for null.
    private var fields: [(end: Int, length: Int)] = []
    private var bytes: [UInt8] = []

    /// The number of rows; none when the statement returns none.
    var count: Int { columns == 0 ? 0 : fields.count / columns }

    /// No rows yet, with room for `rows`.
    init(columns: Int, reserving rows: Int) {
        self.columns = columns
        fields.reserveCapacity(columns * rows)
    }

    /// Adds the next value; `nil` is null.
    mutating func append(_ value: UnsafeRawBufferPointer?) {
        if let value = unsafe value { unsafe bytes.append(contentsOf: value) }
        fields.append((bytes.count, unsafe value?.count ?? -1))
    }

    /// The bytes of a value; `nil` when it is null.
    func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8>? {
        let (end, length) = fields[row * columns + column]
        return length < 0 ? nil : bytes[(end - length)..<end]
    }

    /// A text; `nil` when it is null or not UTF-8.
    func text(_ row: Int, _ column: Int) -> String? {
        bytes(row, column).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// An integer of two, four or eight bytes; `nil` when it is null or of another length.
    func integer(_ row: Int, _ column: Int) -> Int? {
        guard let bytes = bytes(row, column), let first = bytes.first, [2, 4, 8].contains(bytes.count) else {
            return nil
        }
        return bytes.reduce(first < 0x80 ? 0 : -1) { $0 << 8 | Int($1) }
    }

    /// A truth; `nil` when it is null.
    func truth(_ row: Int, _ column: Int) -> Bool? {
        bytes(row, column).map { $0.first == 1 }
    }
}
