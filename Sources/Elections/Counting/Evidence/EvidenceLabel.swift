/// Where a page belongs: to a form, or to a station and none of its ballots.
public struct EvidencePlace: Hashable, Sendable {
    /// The station.
    public let station: StationCode
    /// The vote or count.
    public let version: FormVersion
    /// The ballot; `nil` where it is of all of them.
    public let ballot: Ballot?

    /// A page of a station.
    public init(_ station: StationCode, _ version: FormVersion = .regular) {
        self.station = station
        self.version = version
        ballot = nil
    }

    /// A page of a form.
    public init(_ form: FormKey) {
        station = form.station
        version = form.version
        ballot = form.ballot
    }

    /// The form it belongs to; `nil` where it is of a station.
    public var form: FormKey? { ballot.map { FormKey($0, station, version) } }
}

/// What whoever hands a picture in says that it is.
public struct EvidenceLabel: Hashable, Sendable {
    /// Where it belongs.
    public let place: EvidencePlace
    /// What it shows.
    public let page: EvidencePage
    /// Which page of that, 1…``mostPages``.
    public let number: Int

    /// The most pages something has.
    public static let mostPages = 99

    /// A label.
    public init(_ place: EvidencePlace, _ page: EvidencePage, number: Int = 1) {
        self.place = place
        self.page = page
        self.number = number
    }
}
