/// The race for the seats of one distribution: whoever makes the largest claim gets the next seat.
///
/// Needs a contender; equal claims are served in party order.
struct Contest<Word: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
    /// A party and what it claims next.
    struct Entry: Sendable {
        let party: Int
        let votes: Word
        var claim: Claim<Word>
    }

    private let ladder: Ladder<Word>

    /// Seats handed out so far, per party.
    private(set) var seats: [Int]

    /// A binary heap: no entry precedes its parent, which stands at (index − 1) ÷ 2.
    private(set) var entries: [Entry] = []

    /// Lines up the contenders of `distribution`, nobody holding a seat.
    ///
    /// - Complexity: O(parties).
    init(_ distribution: Distribution) {
        ladder = Ladder(distribution)
        seats = Array(repeating: 0, count: distribution.votes.count)
        entries.reserveCapacity(seats.count)
        for party in seats.indices where distribution.contends(party) {
            let votes = Word(distribution.votes[party])
            entries.append(Entry(party: party, votes: votes, claim: ladder.claim(of: votes, holding: 0)))
        }
        restoreHeap()
    }

    /// The party with the largest claim.
    var leader: Entry { entries[0] }

    /// The largest claim of another party than `party`, which is the leader or was until its last seat.
    func rival(of party: Int) -> Entry? {
        guard leader.party == party else { return leader }
        guard entries.count > 1 else { return nil }
        guard entries.count > 2, precedes(2, 1) else { return entries[1] }
        return entries[2]
    }

    /// Gives the leader one seat.
    ///
    /// - Complexity: O(log parties).
    mutating func award() {
        let party = entries[0].party
        seats[party] += 1
        entries[0].claim = ladder.claim(of: entries[0].votes, holding: Word(seats[party]))
        sink(0)
    }

    /// What `entry` claimed for the last seat it won; nil when it has none.
    func lastWon(_ entry: Entry) -> Claim<Word>? {
        let held = seats[entry.party]
        return held == 0 ? nil : ladder.claim(of: entry.votes, holding: Word(held - 1))
    }

    /// Gives every contender `start(votes)` seats at once, at the start of the race.
    ///
    /// - Complexity: O(parties).
    mutating func begin(with start: (_ votes: Word) -> Word) {
        for index in entries.indices {
            let held = start(entries[index].votes)
            seats[entries[index].party] = Int(held)
            entries[index].claim = ladder.claim(of: entries[index].votes, holding: held)
        }
        restoreHeap()
    }

    private mutating func restoreHeap() {
        for index in stride(from: entries.count / 2 - 1, through: 0, by: -1) { sink(index) }
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var child = 2 * parent + 1
            guard child < entries.count else { return }
            if child + 1 < entries.count, precedes(child + 1, child) { child += 1 }
            guard precedes(child, parent) else { return }
            entries.swapAt(parent, child)
            parent = child
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let order = entries[left].claim.compared(to: entries[right].claim)
        return order == 0 ? entries[left].party < entries[right].party : order > 0
    }
}
