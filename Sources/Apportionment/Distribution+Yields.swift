extension Distribution {
    /// Whether `allocation`, which hands out as many seats, is the outcome of these votes.
    ///
    /// It is when the weakest claim that won beats the strongest that lost; with a tie, when the tied parties
    /// make one and the same claim, between the two.
    ///
    /// - Complexity: O(parties).
    func yields(_ allocation: Allocation) -> Bool {
        guard total > 0, seats > 0 else { return self.allocation() == allocation }
        return fitsInt
            ? Ladder<Int>(self).justifies(allocation, of: self)
            : Ladder<Int128>(self).justifies(allocation, of: self)
    }
}

extension Ladder {
    fileprivate func justifies(_ allocation: Allocation, of distribution: Distribution) -> Bool {
        var weakestWon: Claim<Word>?
        var strongestOpen: Claim<Word>?
        var sharing = 0
        for party in distribution.votes.indices {
            let held = Word(allocation.seats[party])
            guard distribution.contends(party) else {
                if held > 0 { return false }
                continue
            }
            let votes = Word(distribution.votes[party])
            if held > 0 {
                let won = claim(of: votes, holding: held - 1)
                if weakestWon.map({ won < $0 }) ?? true { weakestWon = won }
            }
            let open = claim(of: votes, holding: held)
            let order = strongestOpen.map(open.compared) ?? 1
            if order > 0 { (strongestOpen, sharing) = (open, 0) }
            if order >= 0 { sharing += 1 }
        }
        guard let strongestOpen else { return false }
        if let weakestWon, weakestWon <= strongestOpen { return false }
        guard let tie = allocation.tie else { return true }
        // The tied parties, no more and no fewer, make the strongest open claim.
        return tie.most == 1 && tie.parties.count == sharing
            && tie.parties.allSatisfy { party in
                let votes = Word(distribution.votes[party])
                return distribution.contends(party)
                    && claim(of: votes, holding: Word(allocation.seats[party])) == strongestOpen
            }
    }
}
