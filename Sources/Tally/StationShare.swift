/// What one station adds to every unit above it.
struct StationShare {
    /// The counts and the status, as they lie in a row.
    let lanes: [UInt32]
    /// Per counter, 1 when it is filled and the station is neither full nor empty.
    let partialCells: [UInt32]

    /// Whether the station is neither full nor empty.
    var isPartial: Bool { lanes[lanes.count - 1] == RowLayout.partial }

    init(of cells: [UInt32?], _ layout: RowLayout) {
        let status = layout.status(filled: cells.count { $0 != nil })
        lanes = cells.map { $0 ?? 0 } + [status]
        partialCells = cells.map { $0 != nil && status == RowLayout.partial ? 1 : 0 }
    }
}
