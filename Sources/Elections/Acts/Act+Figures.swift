/// Somebody's reading of the forms of a ballot; forms come into it later.
public struct ReadingOpened: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The name of the reading, by which acts call it.
    public let id: String
    /// Who reads.
    public let name: LocalizedText
    /// The path of the file it comes from.
    public let file: String
    /// The figures its forms have room for, in the order in which forms hold them.
    public let fields: [Field]
    /// Whose it is where it is held beside the readings that count; `nil` for one of these.
    public let comparison: ComparisonSource?

    init(
        ballot: Ballot,
        id: String,
        name: LocalizedText,
        file: String,
        fields: [Field],
        comparison: ComparisonSource? = nil
    ) {
        (self.ballot, self.id, self.name, self.file) = (ballot, id, name, file)
        (self.fields, self.comparison) = (fields, comparison)
    }
}

extension ReadingOpened: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("comparison", comparison)
        writer.field("fields", fields)
        writer.field("file", file)
        writer.field("id", id)
        writer.field("name", name)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        comparison = try reader.optionalField("comparison", ComparisonSource.self)
        fields = try reader.field("fields")
        file = try reader.field("file")
        id = try reader.field("id")
        name = try reader.field("name")
    }
}

/// Forms of one reading, village by village.
public struct FormsTaken: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The reading by its name.
    public let reading: String
    /// The forms.
    public let villages: [Village]

    /// The forms of a village's stations.
    public struct Village: Hashable, Sendable {
        /// The village.
        public let code: RegionCode
        /// The station of each form by its number, with the version.
        public internal(set) var forms: [Form] = []
        /// The figures, form after form; ``FormTable/missing`` for what is not entered.
        var cells: [Int32] = []

        init(code: RegionCode) {
            self.code = code
        }

        /// The figures of a form by its place, in the order of the reading's fields; `nil` for what is not entered.
        public func figures(ofForm form: Int) -> [Int?] {
            let width = cells.count / forms.count
            return cells[form * width..<(form + 1) * width].map { $0 == FormTable.missing ? nil : Int($0) }
        }
    }

    /// Which form it is.
    public struct Form: Hashable, Sendable {
        /// The station's number in the village.
        public let station: Int
        /// The vote or count it is the result of.
        public let version: FormVersion
    }
}

extension FormsTaken: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("reading", reading)
        writer.field("villages", villages)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        self.reading = try reader.field("reading")
        villages = try reader.field("villages")
    }
}

extension FormsTaken.Village: Canonical {
    /// Writes the village and, of each form, station, version and figures in the order of the reading's fields.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("code", code)
            writer.field("forms") { writer in
                writer.array { writer in
                    for (row, form) in forms.enumerated() {
                        writer.array { writer in
                            writer.write(form.station)
                            writer.write(form.version)
                            for figure in figures(ofForm: row) { writer.write(figure) }
                        }
                    }
                }
            }
        }
    }

    /// Reads a village's forms, all of one width.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            var village = Self(code: try reader.field("code"))
            var width: Int?
            try reader.arrayField("forms") { (reader) throws(CanonicalFault) in
                let start = village.cells.count
                try village.readForm(from: &reader)
                let count = village.cells.count - start
                guard width == nil || width == count else { throw reader.expected("as many figures") }
                width = count
            }
            return village
        }
    }

    private mutating func readForm(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var column = 0
        var station = 0
        try reader.array { (reader) throws(CanonicalFault) in
            switch column {
            case 0: station = try reader.value()
            case 1: forms.append(FormsTaken.Form(station: station, version: try reader.value()))
            default: try reader.figures(into: &cells)
            }
            column += 1
        }
        guard column >= 2 else { throw reader.expected("a form") }
    }
}

/// Figures of a plenary for regions and for stations' columns of its recapitulation.
public struct FiguresCertified: Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The figures.
    public let figures: CertifiedFigures
    /// The plenary of this office that came to them; `nil` where they were taken over.
    public let plenary: Int?

    /// Figures of a plenary.
    public init(ballot: Ballot, figures: CertifiedFigures, plenary: Int? = nil) {
        self.ballot = ballot
        self.figures = figures
        self.plenary = plenary
    }
}

extension FiguresCertified: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        let forms = figures.forms
        writer.field("ballot", ballot)
        writer.field("fields", forms.fields)
        writer.field("file", figures.file)
        writer.field("plenary", plenary)
        writer.field("rows") { writer in
            writer.array { writer in
                for (row, place) in figures.places.enumerated() {
                    writer.array { writer in
                        switch place {
                        case .region(let code):
                            writer.write(code)
                            writer.write(Int?.none)
                        case .station(let station):
                            writer.write(station.village)
                            writer.write(station.number)
                        }
                        for figure in forms.row(row) { writer.write(figure) }
                    }
                }
            }
        }
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let fields = try reader.field("fields", [Field].self)
        guard Set(fields).count == fields.count else { throw reader.expected("every field once") }
        var forms = FormTable(fields: fields)
        let file = try reader.optionalField("file", String.self)
        plenary = try reader.optionalField("plenary", Int.self)
        var places: [CertifiedFigures.Place] = []
        try reader.arrayField("rows") { (reader) throws(CanonicalFault) in
            var (column, code, cells) = (0, RegionCode?.none, [Int?]())
            try reader.array { (reader) throws(CanonicalFault) in
                switch column {
                case 0: code = try reader.value(RegionCode.self)
                case 1:
                    guard let code else { return }
                    let number = try reader.value(Int?.self)
                    places.append(
                        number.map { .station(StationCode(village: code, number: $0)) } ?? .region(code)
                    )
                default:
                    let cell = try reader.figure()
                    cells.append(cell == FormTable.missing ? nil : Int(cell))
                }
                column += 1
            }
            guard column == forms.fields.count + 2 else { throw reader.expected("a figure for every field") }
            forms.append(cells)
        }
        figures = CertifiedFigures(forms: forms, places: places, file: file)
    }
}

/// Totals that somebody published without the forms behind them.
public struct FiguresReported: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The totals.
    public let figures: ReportedFigures
}

extension FiguresReported: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("rows", figures.rows)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        figures = ReportedFigures(rows: try reader.field("rows"))
    }
}

extension ReportedFigures.Row: Canonical {
    /// Writes the row.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("blank", blank)
            writer.field("region", region)
            writer.field("stations", stations)
            writer.field("votes", votes)
        }
    }

    /// Reads a row.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let blank = try reader.optionalField("blank", Count.self)
            let region = try reader.field("region", RegionCode.self)
            let stations = try reader.optionalField("stations", Count.self)
            return ReportedFigures.Row(
                region: region,
                stations: stations?.number,
                blank: blank?.number,
                votes: try reader.field("votes", [Count?].self).map { $0?.number }
            )
        }
    }
}

extension CanonicalReader {
    /// Reads a figure of a form as its table holds it.
    @inline(__always)
    mutating func figure() throws(CanonicalFault) -> Int32 {
        guard let count = try value(Count?.self) else { return FormTable.missing }
        return Int32(count.number)
    }
}

/// A number of things, as a form has room for: 0…``FormTable/largest``.
struct Count: Canonical {
    let number: Int

    func write(to writer: inout CanonicalWriter) { writer.integer(number) }

    @inline(__always)
    init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        number = try reader.integer()
        guard (0...FormTable.largest).contains(number) else { throw reader.expected("a count") }
    }
}
