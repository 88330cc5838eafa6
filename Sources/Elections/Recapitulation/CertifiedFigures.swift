/// Figures that came out of a plenary (rapat pleno): a form per region, and per station where its column of
/// the recapitulation is known.
public struct CertifiedFigures: Hashable, Sendable {
    /// What a row of figures stands for.
    public enum Place: Hashable, Sendable {
        case region(RegionCode)
        case station(StationCode)
    }

    /// The figures, a row per place; `nil` means not published, never zero.
    public let forms: FormTable
    /// What each row stands for.
    public let places: [Place]

    /// The path of the file the figures stand in; `nil` where they come from none.
    public let file: String?

    private let rows: [Place: Int]

    /// Certified figures; of several rows of one place the first is kept.
    public init(forms: FormTable, places: [Place], file: String? = nil) {
        precondition(places.count == forms.count, "a place for every row")
        self.file = file
        self.forms = forms
        self.places = places
        rows = Dictionary(places.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The row of a region; `nil` where nothing is certified.
    public func row(of region: RegionCode) -> Int? { rows[.region(region)] }

    /// The row of a station's column; `nil` where it is not known.
    public func row(of station: StationCode) -> Int? { rows[.station(station)] }

    /// Whether any station's column of a recapitulation is known.
    public var hasStations: Bool {
        places.contains { if case .station = $0 { true } else { false } }
    }
}

extension CertifiedFigures {
    /// These figures with others in the place of those they have in common; every field of both.
    ///
    /// - Complexity: O(rows × fields) of both.
    func superseded(by later: CertifiedFigures) -> CertifiedFigures {
        let known = Set(forms.fields)
        let fields = forms.fields + later.forms.fields.filter { !known.contains($0) }
        var table = FormTable(fields: fields)
        var places: [Place] = []
        for (row, place) in self.places.enumerated() where later.rows[place] == nil {
            table.append(fields.map { forms[row, $0] })
            places.append(place)
        }
        for (row, place) in later.places.enumerated() {
            table.append(fields.map { later.forms[row, $0] })
            places.append(place)
        }
        return CertifiedFigures(forms: table, places: places, file: file)
    }
}

/// Figures that were certified together: of one plenary, or taken over.
public struct CertifiedEdition: Hashable, Sendable {
    /// The plenary of this office; `nil` where they were taken over.
    public let plenary: Int?
    /// The figures.
    public let figures: CertifiedFigures
}
