/// What one reading of a result form holds; `nil` means not entered, never zero.
///
/// Unit: ballots. What the paper says is held as it stands, whether it adds up or not.
public struct FormFigures: Hashable, Sendable {
    /// Votes per contestant, in ballot order.
    public let votes: [Int?]
    /// Valid votes.
    public let valid: Int?
    /// Invalid votes.
    public let invalid: Int?
    /// Valid and invalid votes together.
    public let total: Int?

    /// The figures of a form.
    public init(votes: [Int?], valid: Int?, invalid: Int?, total: Int?) {
        self.votes = votes
        self.valid = valid
        self.invalid = invalid
        self.total = total
    }

    /// Every figure in the order of the form: the contestants, then valid, invalid, total.
    public var cells: [Int?] {
        votes + [valid, invalid, total]
    }
}

/// One reading of the result forms of a ballot by one reader.
public struct Reading: Hashable, Sendable {
    /// The name by which the election folder calls it.
    public let id: String
    /// Who read the forms.
    public let name: LocalizedText
    /// The figures per station, in the order of ``Regions/stations``; `nil` where no form was read.
    public let forms: [FormFigures?]

    /// A reading of forms.
    public init(id: String, name: LocalizedText, forms: [FormFigures?]) {
        self.id = id
        self.name = name
        self.forms = forms
    }
}

/// Totals that somebody published without the forms behind them.
public struct ReportedFigures: Hashable, Sendable {
    /// The figures of one region.
    public struct Row: Hashable, Sendable {
        /// The region whose total this is.
        public let region: RegionCode
        /// The number of stations the region is said to have.
        public let stations: Int?
        /// The number of those stations that the total does not contain.
        public let blank: Int?
        /// Votes per contestant, in ballot order.
        public let votes: [Int?]

        /// The reported total of `region`.
        public init(region: RegionCode, stations: Int?, blank: Int?, votes: [Int?]) {
            self.region = region
            self.stations = stations
            self.blank = blank
            self.votes = votes
        }
    }

    /// One row per region, none inside another.
    public let rows: [Row]

    /// Figures as published.
    public init(rows: [Row]) {
        self.rows = rows
    }
}
