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

    /// Hands out the row of a station, block by block; nothing is allocated.
    @inline(__always)
    func forEachBlock(of cells: Span<UInt32?>, _ body: (Block) -> Void) {
        var filled = 0
        var block = Block()
        for lane in 0..<blocks * Block.scalarCount {
            if lane < cells.count, let cell = cells[lane] {
                block[lane & 7] = cell
                filled += 1
            } else if lane == fullLane {
                block[lane & 7] = filled == counters ? 1 : 0
            } else if lane == partialLane {
                block[lane & 7] = isPartial(filled: filled) ? 1 : 0
            }
            if lane & 7 == 7 {
                body(block)
                block = Block()
            }
        }
    }

    /// The row of a station.
    func blocks(of cells: Span<UInt32?>) -> [Block] {
        var row: [Block] = []
        forEachBlock(of: cells) { row.append($0) }
        return row
    }
}
