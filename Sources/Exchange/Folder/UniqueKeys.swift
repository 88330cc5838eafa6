/// The keys a file has shown so far, to find those that stand twice.
struct UniqueKeys<Key: Hashable & CustomStringConvertible> {
    /// Every key, in the order of the rows.
    private(set) var all: [Key] = []
    private var rows: [Key: Int] = [:]

    /// Takes the key of `row`; a second one is noted with the row of the first.
    ///
    /// - Returns: Whether it is new.
    @discardableResult
    mutating func take(_ key: Key, _ column: String, of row: CSVRow, _ log: inout ProblemLog) -> Bool {
        if let first = rows[key] {
            row.note(.duplicate(key.description, firstRow: first), column, &log)
            return false
        }
        rows[key] = row.number
        all.append(key)
        return true
    }

    /// The row in which `key` stands first.
    subscript(key: Key) -> Int? { rows[key] }
}
