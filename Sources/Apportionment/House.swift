/// An allocation together with seats that parties hold anyway.
///
/// A party keeps what exceeds its entitlement, and the house grows by it, as New Zealand's overhang does
/// (Electoral Act 1993 s 192).
public struct House: Hashable, Sendable {
    /// The seats per party by votes, perhaps with a tie.
    public let entitlement: Allocation

    /// The seats each party holds anyway.
    public let minimums: [Int]

    /// The sure seats per party: the larger of entitlement and minimum.
    public let seats: [Int]

    /// How many seats the house can have: one number, unless the decision of a tie changes it.
    ///
    /// A tied party that holds the contested seat already does not enlarge the house by winning it.
    public let sizes: ClosedRange<Int>

    /// Combines an entitlement with the seats held anyway.
    ///
    /// - Throws: ``InputError/countsDiffer(votes:other:)``, ``InputError/minimumOutOfRange(party:seats:)`` or
    ///   ``InputError/houseOutOfRange``.
    /// - Complexity: O(parties).
    public init(_ entitlement: Allocation, minimums: [Int]) throws(InputError) {
        guard minimums.count == entitlement.seats.count else {
            throw .countsDiffer(votes: entitlement.seats.count, other: minimums.count)
        }
        for (party, seats) in minimums.enumerated() where !Distribution.voteRange.contains(seats) {
            throw .minimumOutOfRange(party: party, seats: seats)
        }
        let seats = zip(entitlement.seats, minimums).map(max)
        let growth = Self.growth(entitlement, minimums)
        let sure = seats.reduce(Int128(0)) { $0 + Int128($1) }
        guard let largest = Int(exactly: sure + growth.upperBound) else { throw .houseOutOfRange }
        self.entitlement = entitlement
        self.minimums = minimums
        self.seats = seats
        self.sizes = (largest - Int(growth.upperBound - growth.lowerBound))...largest
    }

    /// The seats `party` surely holds beyond its entitlement, however a tie is decided.
    public func overhang(of party: Int) -> Int {
        let most = entitlement.tie.map { $0.parties.contains(party) ? $0.most : 0 } ?? 0
        return max(0, minimums[party] - entitlement.seats[party] - most)
    }

    /// How many seats the contested ones can add to the sure ones.
    ///
    /// A tied party has room for contested seats among the seats it holds anyway; the fewest are added when
    /// that room is filled first, the most when it is filled last.
    private static func growth(_ entitlement: Allocation, _ minimums: [Int]) -> ClosedRange<Int128> {
        guard let tie = entitlement.tie else { return 0...0 }
        let room = tie.parties.reduce(Int128(0)) { room, party in
            room + Int128(min(tie.most, max(0, minimums[party] - entitlement.seats[party])))
        }
        let outside = Int128(tie.parties.count) * Int128(tie.most) - room
        return max(0, Int128(tie.seats) - room)...min(Int128(tie.seats), outside)
    }
}
