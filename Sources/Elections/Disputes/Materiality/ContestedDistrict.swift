/// A district, its lists with all recorded votes, and the stations whose votes are in doubt.
public struct ContestedDistrict: Hashable, Sendable {
    /// The district.
    public let district: ElectoralDistrict
    /// The lists in the order of the ballot, one for each party.
    public let lists: [VotedList]
    /// The stations of the district that are in doubt; none: nothing is.
    public let stations: [ContestedStation]
    /// For each list whether its party takes part, by the nation's votes, which stay as they are; `nil`: all do.
    public let participates: [Bool]?

    /// A district with stations in doubt.
    public init(
        district: ElectoralDistrict,
        lists: [VotedList],
        stations: [ContestedStation],
        participates: [Bool]? = nil
    ) {
        self.district = district
        self.lists = lists
        self.stations = stations
        self.participates = participates
    }
}
