/// Which form it is: of which ballot, of which station, of which vote or count.
public struct FormKey: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The station.
    public let station: StationCode
    /// The vote or count it is the result of.
    public let version: FormVersion

    /// A form.
    public init(_ ballot: Ballot, _ station: StationCode, _ version: FormVersion = .regular) {
        self.ballot = ballot
        self.station = station
        self.version = version
    }
}

extension FormKey {
    /// The form in a few words.
    public var words: LocalizedText {
        let place = version == .regular ? "" : " (\(version.rawValue))"
        return LocalizedText(
            id: "formulir \(ballot.rawValue) TPS \(station)\(place)",
            en: "form \(ballot.rawValue) of station \(station)\(place)"
        )
    }
}
