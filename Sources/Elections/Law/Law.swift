public import Apportionment

/// The rules of one election, as a value: a new election is a new value, not new code.
public struct Law: Hashable, Sendable {
    /// The name by which an election folder calls it.
    public let id: String
    /// What the law is called.
    public let title: LocalizedText
    /// The acts and regulations behind it.
    public let source: String
    /// The rules of each ballot voted on under it.
    public let ballots: [Ballot: Rules]

    /// The rules of one ballot.
    public struct Rules: Hashable, Sendable {
        /// How votes become seats; `nil` where no seats of lists are divided.
        public let seats: SeatRule?
        /// The article behind the rules.
        public let source: String
    }

    /// How the votes of a district become seats.
    public struct SeatRule: Hashable, Sendable {
        /// The method of division.
        public let method: Method
        /// The share of the nation's valid votes below which a party takes no part; `nil` for none.
        public let threshold: Threshold?
    }
}

extension Law {
    /// Every law the program knows.
    public static let all: [Law] = [.pemilu2019]

    /// The law with this name.
    public static func named(_ id: String) -> Law? {
        all.first { $0.id == id }
    }
}
