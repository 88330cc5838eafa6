/// Who can be voted for on a ballot: a party, a pair, a person, or the blank column beside a single pair.
public struct Contestant: Hashable, Sendable {
    /// What stands in a box of the ballot.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case party, pair, person
        /// The column without a picture (kolom kosong) against which a single pair stands.
        ///
        /// - Legal source: UU 10/2016 art. 54C and 54D.
        case blank
    }

    /// The number on the ballot; numbers may have gaps.
    public let number: Int
    /// The full name.
    public let name: String
    /// The name people use, short enough for a chart.
    public let shortName: String
    /// The colour used in charts, `#rrggbb`; never the only way to tell contestants apart.
    public let colour: String
    /// What stands in the box.
    public let kind: Kind

    /// A contestant of a ballot.
    public init(number: Int, name: String, shortName: String, colour: String, kind: Kind = .party) {
        self.number = number
        self.name = name
        self.shortName = shortName
        self.colour = colour
        self.kind = kind
    }
}
