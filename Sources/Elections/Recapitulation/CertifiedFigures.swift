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
