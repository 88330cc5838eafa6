import Elections

/// Takes the rows of a table of forms: where each belongs, whose names it gives, and its figures.
struct ImportSink: RecordSink {
    /// Every form so far, of this file and of those before it.
    private(set) var batch: FormBatch
    /// The names of regions so far.
    private(set) var names: RegionNames

    private let file: String
    private let columnNames: ColumnNames
    private let mostForms: Int
    private let contestants: [Contestant]

    private(set) var header: [String] = []
    private var columns: [ImportColumn: Int] = [:]
    /// Per field of the batch, its column.
    private var figureColumns: [Int?] = []
    private var nameColumns: [(tier: RegionCode.Tier, column: Int)] = []
    private var place = 0
    private var identities: [String: (village: RegionCode, row: Int)] = [:]
    private var lastVillage: (text: String, code: RegionCode)?
    private var isFull = false

    init(
        _ file: String,
        _ columnNames: ColumnNames,
        contestants: [Contestant],
        batch: FormBatch,
        names: RegionNames,
        mostForms: Int = .max
    ) {
        self.file = file
        self.columnNames = columnNames
        self.mostForms = mostForms
        self.contestants = contestants
        self.batch = batch
        self.names = names
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        let before = log.count
        self.header = header.names
        let meanings = header.names.map { columnNames.meaning(of: $0) }
        // Beside a column of codes the one called village is a name; alone it is the code.
        let hasCode = meanings.contains(.village) || meanings.contains(.stationCode)
        for (column, name) in header.names.enumerated() {
            let isCode = name.lowercased() == "village" && !hasCode
            take(name, isCode ? .village : meanings[column], at: column, row, &log)
        }
        requirePlace(header, row, &log)
        requireVotes(header, row, &log)
        guard log.count == before else { return false }
        figureColumns = batch.forms.fields.map { columns[.figure($0)] }
        nameColumns = RegionCode.Tier.allCases.compactMap { tier in
            columns[.name(tier)].map { (tier, $0) }
        }
        place = batch.begin(file, offering: batch.forms.fields.filter { columns[.figure($0)] != nil })
        return true
    }

    /// Takes a column of the header; a second one of the same meaning, and a slip of the pen, are noted.
    private mutating func take(
        _ name: String,
        _ meaning: ImportColumn?,
        at column: Int,
        _ row: Int,
        _ log: inout ProblemLog
    ) {
        guard let meaning else {
            if let subject = columnNames.slip(name) {
                log.add(.unknown(name.shortened, of: subject), file: file, row: row, column: name.shortened)
            }
            return
        }
        if case .figure(let field) = meaning, let number = field.contestant,
            !contestants.contains(where: { $0.number == number })
        {
            return log.add(.unknown("\(number)", of: .party), file: file, row: row, column: name)
        }
        if let other = columns[meaning] {
            guard header[other] != name else {
                return log.add(.columnTwice, file: file, row: row, column: name)
            }
            return log.add(.columnsExclude([header[other], name]), file: file, row: row)
        }
        columns[meaning] = column
    }

    /// Every contestant has a column; where they stand under names that begin otherwise, that is said.
    private func requireVotes(_ header: CSVHeader, _ row: Int, _ log: inout ProblemLog) {
        // The desk's own tables have what their sender takes for granted; who asks for more says so later.
        guard case .published(let source, let prefix) = columnNames else { return }
        let missing = contestants.map(\.number).filter { columns[.figure(.votes($0))] == nil }
        let prefixes = header.names.filter { $0.hasSuffix("_01") }.map { $0.dropLast(2) }
        if source == .situng, !missing.isEmpty, !prefixes.isEmpty {
            let option = "--prefix \(prefixes.joined(separator: " / "))".shortened
            return log.add(.needs(option: option), file: file, row: row)
        }
        for number in missing { requireOne(of: source.voteNames(number, prefix), header, row, &log) }
    }

    private func requirePlace(_ header: CSVHeader, _ row: Int, _ log: inout ProblemLog) {
        guard columns[.stationCode] == nil else { return }
        guard case .published(let source, _) = columnNames else {
            for (name, column) in [("village", ImportColumn.village), ("station", .station)]
            where columns[column] == nil {
                requireOne(of: [name], header, row, &log)
            }
            return
        }
        if source == .sirekap, columns[.village] == nil {
            return requireOne(of: ["kode_tps"], header, row, &log)
        }
        if columns[.village] == nil {
            requireOne(of: ["village_code", "kode_desa", "kode_tps"], header, row, &log)
        }
        if columns[.station] == nil { requireOne(of: ["station", "tps"], header, row, &log) }
    }

    private func requireOne(
        of names: [String],
        _ header: CSVHeader,
        _ row: Int,
        _ log: inout ProblemLog
    ) {
        if header.names.count == 1, header.names[0].contains(";") {
            // Said once: it is the reason for all that is missing.
            if log.list.last?.kind != .semicolons { log.add(.semicolons, file: file, row: row) }
            return
        }
        let found = header.names.map(\.shortened)
        if names.count == 1 {
            log.add(.columnMissing(found: found), file: file, row: row, column: names[0])
        } else {
            log.add(.columnsMissing(anyOf: names, found: found), file: file, row: row)
        }
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        guard batch.forms.count < mostForms else {
            if !isFull { log.add(.tooManyForms(limit: mostForms), file: file, row: record.row) }
            return isFull = true
        }
        let before = log.count
        var cells: [Int?] = []
        cells.reserveCapacity(figureColumns.count)
        for column in figureColumns {
            guard let column else {
                cells.append(nil)
                continue
            }
            cells.append(count(column, of: record, &log))
        }
        let roll = roll(of: record, &log)
        let version = version(of: record, &log)
        guard let station = station(of: record, &log) else { return }
        takeNames(of: record, station, &log)
        takeIdentity(of: record, station.village, &log)
        guard let version, log.count == before else { return }
        let entry = FormBatch.Entry(
            station: station,
            version: version,
            origin: FormBatch.Origin(file: place, row: record.row),
            cells: cells,
            roll: roll
        )
        batch.take(entry, column: header[stationColumn], &log)
    }
}

extension ImportSink {
    /// The column in which a station is told from another.
    private var stationColumn: Int { columns[.stationCode] ?? columns[.station] ?? 0 }

    private func note(_ kind: Problem.Kind, _ column: Int, _ row: Int, _ log: inout ProblemLog) {
        log.add(kind, file: file, row: row, column: header[column])
    }

    private func count(
        _ column: Int,
        of record: borrowing CSVRecord,
        limit: Int = FormTable.largest,
        _ log: inout ProblemLog
    ) -> Int? {
        switch record.count(column, limit: limit) {
        case .missing: break
        case .count(let count) where count > limit:
            note(.tooLarge("\(count)", limit: limit), column, record.row, &log)
        case .count(let count): return count
        case .refused(let refusal):
            note(refusal.problem(record.text(column).trimmed, limit: limit), column, record.row, &log)
        }
        return nil
    }

    private func roll(of record: borrowing CSVRecord, _ log: inout ProblemLog) -> Electorate? {
        var figures: [Field.Sex: Int] = [:]
        for sex in [Field.Sex.male, .female] {
            guard let column = columns[.roll(sex)] else { continue }
            figures[sex] = count(column, of: record, &log)
        }
        return figures.isEmpty ? nil : Electorate(male: figures[.male], female: figures[.female])
    }

    private func version(of record: borrowing CSVRecord, _ log: inout ProblemLog) -> FormVersion? {
        guard let column = columns[.version] else { return .regular }
        let text = record.text(column).trimmed
        guard !text.isEmpty else { return .regular }
        if let version = ImportSource.version(text) { return version }
        note(
            .malformed(text.shortened, expected: .oneOf(ImportSource.versionWords)),
            column,
            record.row,
            &log
        )
        return nil
    }

    private mutating func station(
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> StationCode? {
        guard let column = columns[.stationCode] else { return stationInVillage(of: record, &log) }
        let text = record.text(column).trimmed
        if let station = StationCode(digits: text) {
            checkVillage(of: station, record, &log)
            return station
        }
        let kind: Problem.Kind =
            text.isEmpty ? .emptyCell : .malformed(text.shortened, expected: .stationCode)
        note(kind, column, record.row, &log)
        return nil
    }

    /// Beside the station's whole code the village's must be the one in it.
    private mutating func checkVillage(
        of station: StationCode,
        _ record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) {
        guard let column = columns[.village], let village = village(column, of: record, &log),
            village != station.village
        else { return }
        let other = station.village.description
        note(
            .misfit(.stationInTwoVillages(station.description, other: other, row: record.row)),
            column,
            record.row,
            &log
        )
    }

    private mutating func stationInVillage(
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> StationCode? {
        guard let villageColumn = columns[.village], let column = columns[.station] else { return nil }
        let village = village(villageColumn, of: record, &log)
        let before = log.count
        let number = count(column, of: record, limit: 999, &log)
        if number == nil, log.count == before { note(.emptyCell, column, record.row, &log) }
        if number == 0 { note(.malformed("0", expected: .stationNumber), column, record.row, &log) }
        guard let village, let number, number > 0 else { return nil }
        return StationCode(village: village, number: number)
    }

    /// A cell's village; rows of one village mostly come together, and need be parsed once only.
    private mutating func village(
        _ column: Int,
        of record: borrowing CSVRecord,
        _ log: inout ProblemLog
    ) -> RegionCode? {
        let text = record.text(column).trimmed
        if let lastVillage, lastVillage.text == text { return lastVillage.code }
        guard let code = try? RegionCode(parsing: text), code.tier == .village else {
            let kind: Problem.Kind =
                text.isEmpty ? .emptyCell : .malformed(text.shortened, expected: .villageCode)
            note(kind, column, record.row, &log)
            return nil
        }
        lastVillage = (text, code)
        return code
    }

    /// What another register calls the station: in two villages, one of them is wrong.
    private mutating func takeIdentity(
        of record: borrowing CSVRecord,
        _ village: RegionCode,
        _ log: inout ProblemLog
    ) {
        guard let column = columns[.identity] else { return }
        let id = record.text(column).trimmed
        guard !id.isEmpty else { return }
        guard let other = identities[id] else { return identities[id] = (village, record.row) }
        guard other.village != village else { return }
        note(
            .misfit(
                .stationInTwoVillages(id.shortened, other: other.village.description, row: other.row)
            ),
            column,
            record.row,
            &log
        )
    }

    /// Every name must be the one its region has, and no other region's.
    private mutating func takeNames(
        of record: borrowing CSVRecord,
        _ station: StationCode,
        _ log: inout ProblemLog
    ) {
        for (tier, column) in nameColumns {
            let text = record.text(column).trimmed
            let code = sequence(first: station.village, next: \.parent).first { $0.tier == tier }
            guard !text.isEmpty, let code else { continue }
            switch names.take(text, of: code, file: file, row: record.row) {
            case nil: continue
            case .otherName(let expected, let other, let row):
                if tier == .village, let first = batch.first(of: station), first.file == place,
                    let firstRow = first.row
                {
                    let misfit = Problem.Misfit.stationInTwoVillages(
                        station.description,
                        other: expected.shortened,
                        row: firstRow
                    )
                    note(.misfit(misfit), column, record.row, &log)
                } else {
                    noteDifference(text, expected, other, row, column, record.row, &log)
                }
            case .otherCode(let expected, let other, let row):
                let codeColumn = columns[.stationCode] ?? columns[.village] ?? column
                noteDifference(
                    "\(code.description) \(text)",
                    expected.description,
                    other,
                    row,
                    codeColumn,
                    record.row,
                    &log
                )
            }
        }
    }

    /// What a row says, and an earlier row of this file or another says otherwise.
    private func noteDifference(
        _ text: String,
        _ expected: String,
        _ other: String,
        _ otherRow: Int,
        _ column: Int,
        _ row: Int,
        _ log: inout ProblemLog
    ) {
        let kind: Problem.Kind =
            other == file
            ? .contradiction(text.shortened, expected: expected.shortened, row: otherRow)
            : .misfit(
                .otherFileDiffers(
                    text.shortened,
                    expected: expected.shortened,
                    file: other,
                    row: otherRow
                )
            )
        note(kind, column, row, &log)
    }
}
