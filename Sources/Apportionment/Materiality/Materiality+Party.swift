extension Materiality {
    /// Votes with which a party gets fewer than `seats`, or is tied for the last of them.
    ///
    /// The party gets none of the contested votes. To take its seat number `seats`, the others need together all seats
    /// from that one on: as many claims, each as large as the party's claim for it. A number of claims costs a party a
    /// number of votes, so the cheapest way to have them all is found by taking in one party after the other and
    /// remembering the fewest votes for each number of claims.
    /// In a quota method the claims hang on the sum of votes. If some sum is enough, so is one that is larger by the
    /// votes that raise the quota by one: a party that makes c of the claims needs c − `seats` votes more at most, and
    /// all of them together fewer than came. So the largest sums are tried, as many as there are votes in such a step.
    ///
    /// - Parameters:
    ///   - seats: From one to the seats of the distribution.
    ///   - party: A party; one that takes no part has no seats to lose.
    /// - Returns: nil when no votes within the bounds do that.
    /// - Complexity: O(parties · seats² · log votes), in a quota method times the seats; memory O(parties · seats).
    public func fewerSeats(than seats: Int, for party: Int) -> Change? {
        let (recorded, certain) = (contested.recorded, contested.certain)
        let others = contested.parties.filter { $0 != party }
        guard certain.takesPart(party), seats >= 1, seats <= recorded.seats, let first = others.first,
            couldFall(party, below: seats)
        else { return nil }
        guard certain.votes[party] > 0 else { return contested.change(to: certain.votes.map { _ in 0 }) }
        for sum in contested.sums.reversed() {
            guard var votes = contested.overtaking(party, seat: seats, others, sum) else { continue }
            // The quota counts on all of them.
            if recorded.method.isQuotaMethod { votes[first] += sum - votes.reduce(0, +) }
            return contested.change(to: votes)
        }
        return nil
    }

    /// Votes with which a party gets more than `seats`, or is tied for the next one.
    ///
    /// All contested votes go to the party: others only stand in its way.
    ///
    /// - Parameters:
    ///   - seats: Zero or more.
    ///   - party: A party; one that takes no part gets no seats.
    /// - Returns: nil when no votes within the bounds do that.
    /// - Complexity: O(parties · log parties); with ``Method/droop`` times the seats.
    public func moreSeats(than seats: Int, for party: Int) -> Change? {
        guard contested.certain.takesPart(party), couldRise(party, above: seats) else { return nil }
        let sums = contested.recorded.method == .droop ? contested.sums : contested.most...contested.most
        return sums.reversed().lazy.map { contested.change(to: contested.only($0, for: party)) }.first {
            change in
            let tie = change.outcome.tie.flatMap { $0.parties.contains(party) ? $0 : nil }
            return tie?.most ?? 0 > seats - change.outcome.seats[party]
        }
    }

    /// Whether some rival reaches the party's last seat, without which it keeps all.
    private func couldFall(_ party: Int, below seats: Int) -> Bool {
        outcome.tie != nil || seats > outcome.seats[party]
            || rivalries.contains { $0.winner == party && $0.reaches }
    }

    private func couldRise(_ party: Int, above seats: Int) -> Bool {
        outcome.tie != nil || seats < outcome.seats[party]
            || rivalries.contains { $0.loser == party && $0.reaches }
    }
}

extension ContestedVotes {
    /// The sums of contested votes that must be tried: the largest, in a quota method one for each vote of a step.
    fileprivate var sums: ClosedRange<Int> {
        let step =
            switch certain.method {
            case .hare: certain.seats
            case .droop, .hagenbachBischoff: Int(clamping: Int128(certain.seats) + 1)
            case .imperialiQuota: Int(clamping: Int128(certain.seats) + 2)
            case .sainteLague, .modifiedSainteLague, .dHondt, .huntingtonHill: 1
            case .imperiali, .adams, .dean, .danish: 1
            }
        return max(0, most - step + 1)...most
    }

    /// The fewest votes with which the others claim all seats from `seat` on as strongly as `party` claims that one.
    ///
    /// - Returns: Votes per party, none for `party`; nil when more than `sum` would be needed.
    fileprivate func overtaking(_ party: Int, seat: Int, _ others: [Int], _ sum: Int) -> [Int]? {
        let ladder = Ladder<Int128>(certain.method, seats: certain.seats, total: certain.total + sum)
        let goal = ladder.claim(of: Int128(certain.votes[party]), holding: Int128(seat - 1))
        let wanted = certain.seats - seat + 1
        var cheapest: [(sum: Int, votes: [Int])?] = Array(repeating: nil, count: wanted + 1)
        cheapest[0] = (0, certain.votes.map { _ in 0 })
        for other in others {
            var next = cheapest
            let held = certain.votes[other]
            for claims in 1...wanted {
                let price = least(from: held == 0 ? 1 : 0, upTo: sum) { votes in
                    ladder.claim(of: Int128(held + votes), holding: Int128(claims - 1)) >= goal
                }
                guard let price else { break }
                for before in 0...(wanted - 1) {
                    guard var way = cheapest[before], way.sum + price <= sum else { continue }
                    let after = min(wanted, before + claims)
                    way.sum += price
                    way.votes[other] = price
                    if next[after].map({ way.sum < $0.sum }) ?? true { next[after] = way }
                }
            }
            cheapest = next
        }
        return cheapest[wanted]?.votes
    }
}
