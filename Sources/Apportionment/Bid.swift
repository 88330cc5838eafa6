/// A party and the quotient with which it competes for a seat.
public struct Bid: Hashable, Sendable {
    /// The party.
    public let party: Int

    /// The quotient.
    public let quotient: Quotient

    /// A bid as it was found or is recorded.
    public init(party: Int, quotient: Quotient) {
        self.party = party
        self.quotient = quotient
    }
}
