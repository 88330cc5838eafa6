/// Words the units of a recount, block by block.
protocol RecountPage: Sendable {
    /// What comes before all units.
    var opening: [UInt8] { get }
    /// The words for some of the units to show, a slice of all of them.
    func words(for units: ArraySlice<Int>) -> [UInt8]
    /// What comes after all units.
    var closing: [UInt8] { get }
}

extension RecountPage {
    /// The words for units, made beside other work.
    @concurrent
    func worded(_ units: ArraySlice<Int>) async -> [UInt8] {
        words(for: units)
    }

    /// Nothing.
    var closing: [UInt8] { [] }
}
