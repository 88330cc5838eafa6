/// How the cells of one station lie in the flat buffers.
///
/// A row of counts has a lane per counter and one more, the *status*: summing rows lane by lane then
/// counts the stations too, in the same loop and at the same speed.
struct RowLayout: Hashable, Sendable {
    /// The number of counters.
    let counters: Int

    /// UInt32 lanes of a row of counts.
    var lanes: Int { counters + 1 }
    /// Bytes of a row of presence bits, one bit per counter.
    var presenceBytes: Int { (counters + 7) / 8 }

    /// The status of a station with all cells filled.
    ///
    /// With none filled the status is zero. There are fewer than 2^31 stations, so a sum of statuses holds the full ones in its low 31 bits
    /// and the partial ones above.
    static let full: UInt32 = 1
    /// The status of a station with some cells filled, not all.
    static let partial: UInt32 = 1 << 31

    /// The status of a station with `filled` cells.
    func status(filled: Int) -> UInt32 {
        filled == counters ? Self.full : filled == 0 ? 0 : Self.partial
    }

    /// The stations with all cells filled in a sum of statuses.
    static func fullStations(_ statusSum: UInt64) -> Int {
        Int(statusSum & UInt64(partial - 1))
    }

    /// The stations with some cells filled in a sum of statuses.
    static func partialStations(_ statusSum: UInt64) -> Int {
        Int(statusSum >> 31)
    }
}
