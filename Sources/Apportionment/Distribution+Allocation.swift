extension Distribution {
    /// Who gets how many seats, or the tie that leaves some of them open.
    ///
    /// Parties without votes win nothing, unless no participant has a vote: then all of them are tied for
    /// all seats.
    ///
    /// - Complexity: O(parties · log parties), for any number of seats.
    public func allocation() -> Allocation {
        guard total > 0 else { return allocationWithoutVotes() }
        guard seats > 0 else { return Allocation(seats: votes.map { _ in 0 }) }
        return fitsInt ? allocation(Contest<Int>(self)) : allocation(Contest<Int128>(self))
    }

    private func allocationWithoutVotes() -> Allocation {
        var sure = votes.map { _ in 0 }
        let parties = votes.indices.filter(takesPart)
        if let only = parties.first, parties.count == 1 {
            sure[only] = seats
            return Allocation(seats: sure)
        }
        guard seats > 0 else { return Allocation(seats: sure) }
        return Allocation(seats: sure, tie: Tie(parties: parties, seats: seats, most: seats))
    }

    private func allocation<Word>(_ contest: consuming Contest<Word>) -> Allocation {
        if method.isQuotaMethod {
            grantFullQuotas(in: &contest)
        } else if seats > contest.entries.count {
            grantSureShare(in: &contest)
        }
        var last: Claim<Word>?
        var left = seats - contest.seats.reduce(0, +)
        while left > 0 {
            last = contest.leader.claim
            contest.award()
            left -= 1
        }
        // The seats granted at once are never part of a tie, see below.
        guard let last, contest.leader.claim == last else { return Allocation(seats: contest.seats) }
        return allocation(of: contest, tiedAt: last)
    }

    /// Takes back the seats won with the claim `cut`, which as large a claim lost.
    ///
    /// A party has at most one claim equal to `cut`, because its claims strictly fall.
    private func allocation<Word>(of contest: Contest<Word>, tiedAt cut: Claim<Word>) -> Allocation {
        var sure = contest.seats
        var tied: [Int] = []
        var contested = 0
        for entry in contest.entries {
            if contest.lastWon(entry) == cut {
                sure[entry.party] -= 1
                contested += 1
                tied.append(entry.party)
            } else if entry.claim == cut {
                tied.append(entry.party)
            }
        }
        return Allocation(seats: sure, tie: Tie(parties: tied.sorted(), seats: contested, most: 1))
    }

    /// Grants what a divisor method surely gives, all but about two seats per party.
    ///
    /// Let n be the contenders, V their votes, T = seats − n > 0. Scaled, every divisor d(s) lies in
    /// s...s + 1. So a party with v votes has ⌊vT/V⌋ claims of V/T or more at least (those with s + 1 ≤ vT/V)
    /// and ⌊vT/V⌋ + 1 at most (s ≤ vT/V): at most T + n = seats in all. Hence all of them win, without a tie.
    /// Imperiali's divisors lie in s + 1...s + 2: one claim less on both sides.
    private func grantSureShare<Word>(in contest: inout Contest<Word>) {
        let target = seats - contest.entries.count
        let less = method == .imperiali ? 1 : 0
        contest.begin { votes in
            let product = Int(votes).multipliedFullWidth(by: target)
            return Word(max(0, total.dividingFullWidth(product).quotient - less))
        }
    }

    /// Grants what a quota method surely gives, leaving fewer seats than parties.
    ///
    /// F = Σ⌊v/Q⌋ claims are one quota or more; below them come bands of one quota's width, each with one claim
    /// of each of the n parties. R = seats − F ≥ 0 seats take ⌊R/n⌋ whole bands. R < 0 happens only where
    /// F ≤ V/Q ≤ seats + 2: then the claims of 1 − R quotas or more, −R fewer per party but not below none,
    /// are `seats` at most, and win. No tie can reach above the edge of a band.
    private func grantFullQuotas<Word>(in contest: inout Contest<Word>) {
        let quota = Ladder<Word>(self).quota
        let full = { (votes: Word) in votes * quota.denominator / quota.numerator }
        let remaining = Word(seats) - contest.entries.reduce(0) { $0 + full($1.votes) }
        let bands = remaining >= 0 ? remaining / Word(contest.entries.count) : remaining
        contest.begin { votes in max(0, full(votes) + bands) }
    }
}
