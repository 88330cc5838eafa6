/// What one station adds to every unit above it.
struct StationShare {
    /// The row of the station; see ``RowLayout``.
    let row: [RowLayout.Block]
    /// Whether the station is neither full nor empty.
    let isPartial: Bool
    /// Per counter, 1 when it is filled and the station is neither full nor empty.
    let partialCells: [UInt32]

    init(of cells: [UInt32?], _ layout: RowLayout) {
        row = layout.blocks(of: cells.span)
        let isPartial = layout.isPartial(filled: cells.count { $0 != nil })
        partialCells = cells.map { $0 != nil && isPartial ? 1 : 0 }
        self.isPartial = isPartial
    }
}
