/// A contestant's share at a station that lies far from the shares around it.
///
/// Double median absolute deviation: the median of the deviations is taken apart below and above the median,
/// so that a lopsided neighbourhood is judged by each side's own width (C. Leys et al., 2013; P. Rosenmai, 2013).
/// Shares are whole millionths; no floating point.
public struct Outlier: Hashable, Sendable {
    /// The contestant by number.
    public let contestant: Int
    /// The share of the valid votes, in millionths.
    public let share: Int
    /// The median share around.
    public let median: Int
    /// The median absolute deviation on this side of it.
    public let deviation: Int
    /// How many stations were compared.
    public let stations: Int

    /// The fewest stations that make a neighbourhood.
    public static let fewestStations = 8
    /// A deviation is not worth a look below this: ten percentage points.
    public static let leastDeviation = 100_000
    /// 3.5 scaled deviations of a normal distribution: 3.5 × 1.4826, in ten-thousandths.
    public static let cutOff = 51_891

    /// The outliers among one contestant's shares at each station, in millionths, with their places.
    ///
    /// - Complexity: O(*n* log *n*).
    static func all(in shares: [Int], of contestant: Int) -> [(place: Int, outlier: Outlier)] {
        guard shares.count >= fewestStations else { return [] }
        let median = middle(shares.sorted())
        let below = middle(shares.filter { $0 <= median }.map { median - $0 }.sorted())
        let above = middle(shares.filter { $0 >= median }.map { $0 - median }.sorted())
        return shares.enumerated().compactMap { place, share in
            let distance = abs(share - median)
            let deviation = share < median ? below : above
            guard distance >= leastDeviation, distance * 10_000 > deviation * cutOff else { return nil }
            let outlier = Outlier(
                contestant: contestant,
                share: share,
                median: median,
                deviation: deviation,
                stations: shares.count
            )
            return (place, outlier)
        }
    }

    /// The median of sorted numbers; of the two in the middle the mean, without its fraction.
    private static func middle(_ sorted: [Int]) -> Int {
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
