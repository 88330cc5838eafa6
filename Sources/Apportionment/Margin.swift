/// The fewest votes that change an outcome.
public struct Margin: Hashable, Sendable {
    /// How many votes it takes: at least one, and with one less nothing changes.
    public let votes: Int

    /// Whether the outcome is then a tie (another one, if it was one before).
    public let makesTie: Bool

    /// Whether a tie is made that one vote more turns into a change of seats without a tie.
    ///
    /// As a sentence: `votes` make a tie, one more changes the seat.
    public let oneMoreDecides: Bool

    /// A margin as it was found or is expected.
    public init(votes: Int, makesTie: Bool, oneMoreDecides: Bool) {
        self.votes = votes
        self.makesTie = makesTie
        self.oneMoreDecides = oneMoreDecides
    }
}
