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
