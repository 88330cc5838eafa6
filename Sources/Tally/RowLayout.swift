/// How the cells of one station lie in the flat buffers.
///
/// A row of counts has a lane per counter and two more that are 1 when all cells are filled and when only
/// some are: summing rows lane by lane then counts the stations too, in the same loop and at the same speed.
/// Lanes come in blocks of eight, which are added as one; those left over stay zero.
struct RowLayout: Hashable, Sendable {
    /// Eight lanes of a row.
    typealias Block = SIMD8<UInt32>

    /// The number of counters.
    let counters: Int

    /// Blocks of a row of counts.
    var blocks: Int { (counters + 2 + Block.scalarCount - 1) / Block.scalarCount }
    /// The lane that counts the stations with all cells filled.
    var fullLane: Int { counters }
    /// The lane that counts the stations with some cells filled, not all.
    var partialLane: Int { counters + 1 }
    /// Bytes of a row of presence bits, one bit per counter.
    var presenceBytes: Int { (counters + 7) / 8 }

    /// Whether a station with `filled` cells has some of them, not all.
    func isPartial(filled: Int) -> Bool {
        filled > 0 && filled < counters
    }

    /// The row of a station.
    func blocks(of cells: Span<UInt32?>) -> [Block] {
        var row = [Block](repeating: .zero, count: blocks)
        var filled = 0
        for counter in cells.indices {
            guard let cell = cells[counter] else { continue }
            row[counter / 8][counter % 8] = cell
            filled += 1
        }
        row[fullLane / 8][fullLane % 8] = filled == counters ? 1 : 0
        row[partialLane / 8][partialLane % 8] = isPartial(filled: filled) ? 1 : 0
        return row
    }
}
