/// How many of the electorate voted, and over how many stations that is known.
///
/// Voters are valid and invalid votes of the counted reading of the forms; the electorate are those on the
/// roll (DPT). Voters with a moving letter (DPTb) and late entries (DPK) vote without standing on the
/// station's roll, so the share of a single station may exceed the whole.
public struct Turnout: Hashable, Sendable {
    /// Those who voted, at the stations covered.
    public let voters: Int
    /// Those on the roll of the stations covered.
    public let electorate: Int
    /// Stations for which both figures are entered.
    public let covered: Int
    /// All stations of the region.
    public let stations: Int
}
