extension ContestedVotes {
    /// How close `loser` can come to the last seat of `winner`, which holds one at least; there is no tie.
    ///
    /// - Complexity: O(log votes).
    func rivalry(of winner: Int, _ loser: Int, in outcome: Allocation) -> Rivalry {
        let chase = Chase(self, outcome, winner: winner, loser: loser)
        let needed = chase.needed()
        let reaches = needed.map { $0 <= most } ?? false
        let given = if reaches, let needed, !chase.reaches(with: most) { needed } else { most }
        var trial = certain
        trial.move(given, from: nil, to: loser)
        return Rivalry(
            winner: winner,
            loser: loser,
            winnerVotes: trial.votes[winner],
            loserVotes: trial.votes[loser],
            winnerQuotient: trial.quotient(of: winner, holding: outcome.seats[winner] - 1),
            loserQuotient: trial.quotient(of: loser, holding: outcome.seats[loser]),
            needed: needed,
            reaches: reaches
        )
    }
}

/// A loser that gets more and more votes, until a winner that gets none cannot keep its last seat before it.
///
/// Whoever has reached stays ahead as more votes come: the loser's claim grows, and a growing quota takes less from it
/// than that, for it grows by one only every seats (+ 1, + 2) votes, and counts fewer times than there are seats. Only
/// ``Method/droop`` lets its quota jump, so that the loser can fall back at a jump for as long as it takes to gain what
/// the jump took; from the end of one piece between jumps to the end of the next it gains.
private struct Chase {
    private let method: Method
    private let seats: Int
    private let total: Int
    private let winner: (votes: Int128, holding: Int128)
    private let loser: (votes: Int, holding: Int128)

    /// The claims of a divisor method and the winner's last, which do not depend on the sum of votes.
    private let fixed: (ladder: Ladder<Int128>, won: Claim<Int128>)?

    /// The most votes that figures can hold.
    private let limit: Int

    init(_ contested: ContestedVotes, _ outcome: Allocation, winner: Int, loser: Int) {
        let certain = contested.certain
        method = certain.method
        seats = certain.seats
        total = certain.total
        self.winner = (Int128(certain.votes[winner]), Int128(outcome.seats[winner] - 1))
        self.loser = (certain.votes[loser], Int128(outcome.seats[loser]))
        let ladder = Ladder<Int128>(certain)
        fixed =
            method.isQuotaMethod
            ? nil : (ladder, ladder.claim(of: self.winner.votes, holding: self.winner.holding))
        limit = min(Distribution.voteRange.upperBound - 1 - certain.votes[loser], Int.max - total)
    }

    /// Whether the winner's last seat does not stand before the loser's next, when the loser gets `votes`.
    func reaches(with votes: Int) -> Bool {
        // Without votes nobody wins a seat, whatever a quota method would make of the claim.
        guard winner.votes > 0 else { return true }
        guard loser.votes + votes > 0 else { return false }
        let all = Int128(loser.votes + votes)
        if let fixed { return fixed.ladder.claim(of: all, holding: loser.holding) >= fixed.won }
        let ladder = Ladder<Int128>(method, seats: seats, total: total + votes)
        return ladder.claim(of: all, holding: loser.holding)
            >= ladder.claim(of: winner.votes, holding: winner.holding)
    }

    /// The fewest votes with which the loser reaches the winner, as far as figures hold them.
    ///
    /// With a quota that jumps, first the piece at whose end it has reached, then the vote in it.
    func needed() -> Int? {
        guard method == .droop else { return least(from: 0, upTo: limit, reaches) }
        let period = Int128(seats) + 1
        let firstEnd = period - 1 - Int128(total) % period
        let pieces = Int128(limit) < firstEnd ? 0 : (Int128(limit) - firstEnd) / period + 1
        func end(_ piece: Int) -> Int { Int(firstEnd + Int128(piece) * period) }
        let whole = least(from: 0, upTo: Int(pieces) - 1) { reaches(with: end($0)) }
        let piece = whole ?? Int(pieces)
        let start = piece == 0 ? 0 : end(piece - 1) + 1
        return least(from: start, upTo: whole.map(end) ?? limit, reaches)
    }
}
