/// Who can be voted for on a ballot: a party, a pair or a person.
public struct Contestant: Hashable, Sendable {
    /// The number on the ballot; numbers may have gaps.
    public let number: Int
    /// The full name.
    public let name: String
    /// The name people use, short enough for a chart.
    public let shortName: String
    /// The colour used in charts, `#rrggbb`; never the only way to tell contestants apart.
    public let colour: String

    /// A contestant of a ballot.
    public init(number: Int, name: String, shortName: String, colour: String) {
        self.number = number
        self.name = name
        self.shortName = shortName
        self.colour = colour
    }
}
