/// The names in the first row of a table, without spaces around them.
struct CSVHeader: Hashable, Sendable {
    /// The names in order.
    let names: [String]

    /// The only column of that name; `nil` when there is none.
    ///
    /// A column that stands twice is noted as a problem.
    func column(_ name: String, of file: String, row: Int, _ log: inout ProblemLog) -> Int? {
        let found = names.indices.filter { names[$0] == name }
        if found.count > 1 { log.add(.columnTwice, file: file, row: row, column: name) }
        return found.first
    }

    /// Notes that wanted columns are missing; once, as semicolons, when that is the reason for all.
    func noteMissing(_ missing: [String], of file: String, row: Int, _ log: inout ProblemLog) {
        if !missing.isEmpty, names.count == 1, names[0].contains(";") {
            return log.add(.semicolons, file: file, row: row)
        }
        for name in missing {
            log.add(.columnMissing(found: names.map(\.shortened)), file: file, row: row, column: name)
        }
    }
}

extension CSVHeader {
    /// Where the columns of those names are; what is missing or stands twice is noted.
    ///
    /// - Returns: One place per name; fewer when columns are missing.
    func columns(_ wanted: [String], of file: String, row: Int, _ log: inout ProblemLog) -> [Int] {
        let found = wanted.compactMap { column($0, of: file, row: row, &log) }
        noteMissing(wanted.filter { !names.contains($0) }, of: file, row: row, &log)
        return found
    }
}
