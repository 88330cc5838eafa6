/// Equal claims to fewer seats: the law or a lot must decide, not arithmetic.
public struct Tie: Hashable, Sendable {
    /// The tied parties, ascending.
    public let parties: [Int]

    /// The contested seats: at least one.
    public let seats: Int

    /// The most of them that one party can take: 1, or all where nobody has votes.
    public let most: Int

    /// A tie as it was found or is expected.
    public init(parties: [Int], seats: Int, most: Int) {
        self.parties = parties
        self.seats = seats
        self.most = most
    }
}
