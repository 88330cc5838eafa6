/// What the stations of one unit add up to.
public struct UnitTotal: Hashable, Sendable {
    /// The stations of the unit and of everything below it.
    public let stations: Int
    /// Those in which every counter is filled.
    public let reported: Int
    /// Per counter, the sum over the filled cells; `nil` when none is filled.
    public let sums: [Int?]

    /// A total with the given figures.
    public init(stations: Int, reported: Int, sums: [Int?]) {
        self.stations = stations
        self.reported = reported
        self.sums = sums
    }
}
