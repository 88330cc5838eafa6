import Elections

/// Takes rows of figures as they are read: where each stands for, which version it is, and its cells.
struct FigureSink: RecordSink {
    /// What the rows of a file stand for.
    enum Places {
        /// A station each, in the columns village and station.
        case stations
        /// A region each; a station of it where a column says so.
        case regions
    }

    /// The figures, a row each; rows without any are left out.
    private(set) var forms = FormTable(fields: [])
    /// What each row stands for.
    private(set) var places: [CertifiedFigures.Place] = []
    /// The version of each row; empty when the file does not say.
    private(set) var versions: [FormVersion] = []
    /// The row of the file each row of figures stands in.
    private(set) var rows: [Int] = []

    private let file: String
    private let kind: Places
    private let contestants: [Contestant]?
    private let ballot: Ballot

    /// Where the columns are: those that say what a row stands for, and those of the figures.
    private var placeColumns: [Int] = []
    private var stationColumn: Int?
    private var versionColumn: Int?
    private var columns: [Int] = []
    private var names: [String] = []
    private var keys = RowKeys()
    private var lastVillage: (text: String, code: RegionCode)?

    init(_ kind: Places, file: String, ballot: Ballot, contestants: [Contestant]?) {
        self.kind = kind
        self.file = file
        self.ballot = ballot
        self.contestants = contestants
    }

    /// The row of the file that stands for a place and a version, whether any figure is in it or none.
    func row(of place: CertifiedFigures.Place, _ version: FormVersion) -> Int? {
        keys.row(of: Self.key(place, version))
    }

    private static func key(_ place: CertifiedFigures.Place, _ version: FormVersion) -> Int {
        place.key * FormVersion.allCases.count + version.rank
    }

    private var requiredColumns: [String] {
        let votes = (contestants ?? []).map { Field.votes($0.number).column }
        return switch kind {
        case .stations: ["village", "station"] + votes + ["valid", "invalid", "total"]
        case .regions: ["region"] + votes
        }
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        names = header.names
        let required = requiredColumns
        guard header.columns(required, of: file, row: row, &log).count == required.count else { return false }
        func find(_ name: String) -> Int? { header.column(name, of: file, row: row, &log) }
        switch kind {
        case .stations:
            placeColumns = [find("village"), find("station")].compactMap(\.self)
            versionColumn = find("version")
        case .regions:
            placeColumns = [find("region")].compactMap(\.self)
            stationColumn = find("station")
        }
        var fields: [Field] = []
        for (column, name) in header.names.enumerated() {
            guard let field = field(of: name, row, &log) else { continue }
            guard !fields.contains(field) else {
                // That a required one stands twice was noted when it was looked for.
                if !required.contains(name) { log.add(.columnTwice, file: file, row: row, column: name) }
                continue
            }
            fields.append(field)
            columns.append(column)
        }
        forms = FormTable(fields: fields)
        return true
    }

    private var knownColumns: [String] {
        requiredColumns + ["version", "station"] + Field.everyForm.map(\.column)
    }

    /// The first words of every field's column: a column that begins so and is no field is a slip of the pen.
    private static let families: Set<Substring> = [
        "electorate", "voters", "disabled", "papers", "votes", "party", "candidate", "signed",
    ]

    private func field(of column: String, _ row: Int, _ log: inout ProblemLog) -> Field? {
        guard let field = Field(column: column) else {
            if let nearest = NearMiss.nearest(to: column, among: knownColumns) {
                log.add(.columnMisspelt(nearest: nearest), file: file, row: row, column: column)
            } else if column.contains("_"), Self.families.contains(column.prefix { $0 != "_" }) {
                log.add(.unknown(column, of: .field), file: file, row: row, column: column)
            }
            return nil
        }
        guard let number = field.contestant else { return field }
        // Votes of somebody who did not stand would be lost in silence.
        if let contestants, !contestants.contains(where: { $0.number == number }) {
            log.add(.unknown("\(number)", of: .party), file: file, row: row, column: column)
            return nil
        }
        if case .votes = field { return field }
        guard ballot.choice == .list else {
            log.add(.unknown(column, of: .field), file: file, row: row, column: column)
            return nil
        }
        return field
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        var cells: [Int?] = []
        cells.reserveCapacity(columns.count)
        for column in columns {
            switch record.count(column, limit: FormTable.largest) {
            case .missing: cells.append(nil)
            case .count(let count): cells.append(count)
            case .refused(let refusal):
                cells.append(nil)
                let text = record.text(column).trimmed
                note(refusal.problem(text, limit: FormTable.largest), column, record.row, &log)
            }
        }
        let version = version(of: record, &log)
        guard let place = place(of: record, &log), let version else { return }
        if let first = keys.take(Self.key(place, version), row: record.row) {
            note(.duplicate(place.text, firstRow: first), column(of: place), record.row, &log)
            return
        }
        guard cells.contains(where: { $0 != nil }) else { return }
        forms.append(cells)
        places.append(place)
        rows.append(record.row)
        if versionColumn != nil { versions.append(version) }
    }

    /// The column that tells a place from others of its kind.
    private func column(of place: CertifiedFigures.Place) -> Int {
        switch place {
        case .region: placeColumns[0]
        case .station: stationColumn ?? placeColumns[placeColumns.count - 1]
        }
    }

    private func note(_ kind: Problem.Kind, _ column: Int, _ row: Int, _ log: inout ProblemLog) {
        log.add(kind, file: file, row: row, column: names[column])
    }
}

extension FigureSink {
    private func version(of record: borrowing CSVRecord, _ log: inout ProblemLog) -> FormVersion? {
        guard let versionColumn else { return .regular }
        let text = record.text(versionColumn).trimmed
        guard !text.isEmpty else { return .regular }
        if let version = FormVersion(rawValue: text) { return version }
        let words = FormVersion.allCases.map(\.rawValue)
        note(.malformed(text.shortened, expected: .oneOf(words)), versionColumn, record.row, &log)
        return nil
    }

    private mutating func place(
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> CertifiedFigures.Place? {
        guard let code = region(placeColumns[0], of: record, &log) else { return nil }
        switch kind {
        case .stations:
            return station(placeColumns[1], in: code, of: record, &log).map { .station($0) }
        case .regions:
            guard let stationColumn, !record.range(stationColumn).isEmpty else { return .region(code) }
            return station(stationColumn, in: code, of: record, &log).map { .station($0) }
        }
    }

    /// A cell's region; rows of one region mostly come together, and need be parsed once only.
    private mutating func region(
        _ column: Int,
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> RegionCode? {
        let text = record.text(column).trimmed
        if let lastVillage, lastVillage.text == text { return lastVillage.code }
        guard !text.isEmpty else {
            note(.emptyCell, column, record.row, &log)
            return nil
        }
        guard let code = try? RegionCode(parsing: text) else {
            note(.malformed(text.shortened, expected: .regionCode), column, record.row, &log)
            return nil
        }
        lastVillage = (text, code)
        return code
    }

    private func station(
        _ column: Int,
        in village: RegionCode,
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> StationCode? {
        var number: Int?
        switch record.count(column, limit: 999) {
        case .missing: note(.emptyCell, column, record.row, &log)
        case .count(0): note(.malformed("0", expected: .stationNumber), column, record.row, &log)
        case .count(let count) where count > 999:
            note(.tooLarge("\(count)", limit: 999), column, record.row, &log)
        case .count(let count): number = count
        case .refused(let refusal):
            note(refusal.problem(record.text(column).trimmed, limit: 999), column, record.row, &log)
        }
        guard village.tier == .village else {
            let text = village.description
            note(.malformed(text, expected: .villageCode), placeColumns[0], record.row, &log)
            return nil
        }
        return number.map { StationCode(village: village, number: $0) }
    }
}

/// The keys of a file's rows, to find those that stand twice; while they come in order, none is looked up.
private struct RowKeys {
    private var keys: [Int] = []
    private var rows: [Int] = []
    private var firsts: [Int: Int]?

    /// Takes the key of a row.
    ///
    /// - Returns: The row in which it stands already; `nil` when it is new.
    mutating func take(_ key: Int, row: Int) -> Int? {
        if firsts == nil {
            guard let last = keys.last, key <= last else {
                keys.append(key)
                rows.append(row)
                return nil
            }
            firsts = Dictionary(zip(keys, rows)) { first, _ in first }
        }
        if let first = firsts?[key] { return first }
        firsts?[key] = row
        return nil
    }

    /// The row in which a key stands.
    ///
    /// - Complexity: O(log *n*) while the keys came in order.
    func row(of key: Int) -> Int? {
        if let firsts { return firsts[key] }
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? rows[low] : nil
    }
}

extension CertifiedFigures.Place {
    /// A number of its own for every place, in the order of the register.
    fileprivate var key: Int {
        switch self {
        case .region(let code): code.number * 1_000
        case .station(let station): station.village.number * 1_000 + station.number
        }
    }

    /// The code as people write it.
    var text: String {
        switch self {
        case .region(let code): code.description
        case .station(let station): station.description
        }
    }
}
