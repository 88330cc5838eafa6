import Elections

/// What forms say in the columns of the folder's tables.
struct FormCells {
    /// What a column of a table holds, as far as an import fills it.
    enum Column: Hashable {
        case village, station, version
        case electorate(Field.Sex)
        case figure(Field)
        /// Something an import knows nothing of.
        case other
    }

    private let batch: FormBatch

    init(_ batch: FormBatch) {
        self.batch = batch
    }

    /// What the column called `name` holds.
    func column(_ name: String) -> Column {
        switch name {
        case "village": .village
        case "station": .station
        case "version": .version
        case "electorate_male": .electorate(.male)
        case "electorate_female": .electorate(.female)
        default:
            // A figure the files have no room for is not theirs to change.
            Field(column: name).flatMap { batch.offered.contains($0) ? .figure($0) : nil } ?? .other
        }
    }

    /// Writes what a form says in a column; `kept` where an import knows nothing of it.
    func write(_ form: Int, _ column: Column, keeping kept: String = "", to writer: inout CSVWriter) {
        let station = batch.stations[form]
        switch column {
        case .village: writer.cell(station.village.description)
        case .station: writer.cell(station.number)
        case .version: writer.cell(Self.word(batch.versions[form]))
        case .electorate(let sex): writer.cell(batch.electorate[station]?[sex])
        case .figure(let field): writer.cell(batch.forms[form, field])
        case .other: writer.cell(kept)
        }
    }

    /// The word for a version; the first vote needs none.
    private static func word(_ version: FormVersion) -> String {
        version == .regular ? "" : version.rawValue
    }

    /// The columns of figures that forms need: those any of them fills.
    func columns(filledBy forms: [Int]) -> [Field] {
        batch.forms.fields.filter { field in
            batch.offered.contains(field) && forms.contains { batch.forms[$0, field] != nil }
        }
    }

    /// The columns of a new file of forms, with those that every such file must have.
    func columns(ofNew forms: [Int]) -> [String] {
        let filled = Set(columns(filledBy: forms))
        let fields = batch.forms.fields.filter { $0.isRequired || filled.contains($0) }
        return ["village", "station"] + fields.map(\.column) + (isRegular(forms) ? [] : ["version"])
    }

    /// Whether all forms are of the first vote.
    func isRegular(_ forms: [Int]) -> Bool {
        forms.allSatisfy { batch.versions[$0] == .regular }
    }

    /// A new table of forms.
    func table(_ names: [String], _ forms: [Int]) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(names)
        let columns = names.map { column($0) }
        for form in forms {
            for column in columns { write(form, column, to: &writer) }
            writer.endRow()
        }
        return writer.bytes
    }
}

extension Field {
    /// Whether every file of forms has a column for it.
    fileprivate var isRequired: Bool {
        switch self {
        case .votes, .valid, .invalid, .total: true
        default: false
        }
    }
}
