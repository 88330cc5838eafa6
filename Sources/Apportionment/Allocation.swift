/// The answer to a ``Distribution``: the seats that are sure, and the tie about the rest.
public struct Allocation: Hashable, Sendable {
    /// The sure seats per party.
    public let seats: [Int]

    /// Who is tied for the seats not in ``seats``; nil: there are none.
    public let tie: Tie?

    init(seats: [Int], tie: Tie? = nil) {
        self.seats = seats
        self.tie = tie
    }

    /// The allocation after a recorded decision of the tie.
    ///
    /// - Parameter decision: The contested seats each party was given, for all parties.
    /// - Returns: The same seats with the decided ones, and no tie.
    /// - Throws: ``DecisionRefusal`` when the decision does not fit this tie (any more).
    /// - Complexity: O(parties).
    public func settled(by decision: [Int]) throws(DecisionRefusal) -> Allocation {
        guard let tie else { throw .noTie }
        guard decision.count == seats.count else {
            throw .countsDiffer(parties: seats.count, decided: decision.count)
        }
        let tied = Set(tie.parties)
        var given: Int128 = 0
        for (party, extra) in decision.enumerated() where extra != 0 {
            guard extra > 0 else { throw .negative(party: party, seats: extra) }
            guard tied.contains(party) else { throw .notTied(party: party, seats: extra) }
            guard extra <= tie.most else { throw .tooMany(party: party, seats: extra, most: tie.most) }
            given += Int128(extra)
        }
        guard given == Int128(tie.seats) else {
            throw .wrongSum(contested: tie.seats, decided: Int(clamping: given))
        }
        return Allocation(seats: zip(seats, decision).map(+))
    }
}
