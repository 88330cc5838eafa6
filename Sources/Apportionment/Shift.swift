/// Votes on their way from one party to another (nil: people who did not vote), and what that does.
///
/// **Why bisection finds the first change.** The outcome stands while every claim that won beats every claim
/// that lost. As long as the quota is fixed or grows evenly with the votes, each such condition is monotone in
/// the votes moved, and all hold at zero: so they hold up to some number and never again. (A tie also needs
/// equal claims; they either stay equal all the way or differ from the first vote on.)
///
/// **Droop's quota** jumps by one vote each time the sum of votes grows by seats + 1. Between two jumps, in a
/// *piece*, the argument above holds. From one piece to the next a condition moves one way too: seats + 1 votes
/// outweigh a jump of the quota, which counts at most `seats` times. Conditions that move towards failing
/// fail for good; those that move away can fail only in the pieces 0 and 1, by the first jump. So these two are
/// looked at, and then the first broken piece is found by bisection.
struct Shift {
    private var trial: Distribution
    private var moved = 0
    private let present: Allocation
    private let giver: Int?
    private let taker: Int?

    /// What one moved vote adds to the sum of votes: −1, 0 or 1.
    private let growth: Int

    /// The last number of moved votes with the present Droop quota.
    private let firstJump: Int

    /// The votes between two jumps of Droop's quota: seats + 1.
    private let pieceLength: Int

    /// The most votes that can be moved.
    let limit: Int

    init(of distribution: Distribution, _ present: Allocation, from giver: Int?, to taker: Int?) {
        trial = distribution
        self.present = present
        self.giver = giver
        self.taker = taker
        let gained = taker.map { distribution.takesPart($0) ? 1 : 0 } ?? 0
        let lost = giver.map { distribution.takesPart($0) ? 1 : 0 } ?? 0
        growth = gained - lost
        let period = Int128(distribution.seats) + 1
        let sinceJump = Int128(distribution.total) % period
        firstJump = Int(growth > 0 ? period - 1 - sinceJump : sinceJump)
        pieceLength = Int(clamping: period)
        let given = giver.map { distribution.votes[$0] } ?? Int.max
        let room = taker.map { Distribution.voteRange.upperBound - 1 - distribution.votes[$0] } ?? Int.max
        limit = min(given, room, growth > 0 ? Int.max - distribution.total : Int.max)
    }

    /// The outcome after `votes` were moved.
    mutating func outcome(after votes: Int) -> Allocation {
        move(votes)
        return trial.allocation()
    }

    /// The fewest votes that change the outcome; nil when none do.
    mutating func firstChange() -> Int? {
        guard trial.method == .droop, growth != 0 else { return firstChange(in: 0...limit) }
        for index in 0...1 {
            guard let piece = piece(index) else { return nil }
            if let change = firstChange(in: piece) { return change }
        }
        // The piece cut off by the limit ends early and could stand after a broken one: it comes last.
        let lastWhole = (limit - firstJump) / pieceLength
        if lastWhole >= 2, let last = piece(lastWhole), !stands(throughout: last) {
            let broken = bisect(1, lastWhole) { shift, index in
                shift.piece(index).map { shift.stands(throughout: $0) } ?? true
            }
            return piece(broken).flatMap { firstChange(in: $0) }
        }
        return piece(max(1, lastWhole) + 1).flatMap { firstChange(in: $0) }
    }

    /// The first number in `range` after which the outcome is another.
    ///
    /// The outcome stands in a part of `range` without gaps; if that begins later, it has changed at once.
    private mutating func firstChange(in range: ClosedRange<Int>) -> Int? {
        guard stands(after: range.lowerBound) else { return range.lowerBound }
        guard !stands(after: range.upperBound) else { return nil }
        return bisect(range.lowerBound, range.upperBound) { shift, votes in shift.stands(after: votes) }
    }

    private mutating func bisect(
        _ standing: Int,
        _ changed: Int,
        _ stands: (inout Shift, Int) -> Bool
    ) -> Int {
        var (low, high) = (standing, changed)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if stands(&self, middle) { low = middle } else { high = middle }
        }
        return high
    }

    /// The numbers of moved votes between two jumps of Droop's quota, as far as ``limit``; nil beyond it.
    private func piece(_ index: Int) -> ClosedRange<Int>? {
        let end = Int128(firstJump) + Int128(index) * Int128(pieceLength)
        guard let start = Int(exactly: index == 0 ? 0 : end - Int128(pieceLength) + 1), start <= limit else {
            return nil
        }
        return start...min(limit, Int(clamping: end))
    }

    private mutating func stands(throughout piece: ClosedRange<Int>) -> Bool {
        stands(after: piece.lowerBound) && stands(after: piece.upperBound)
    }

    private mutating func stands(after votes: Int) -> Bool {
        move(votes)
        return trial.yields(present)
    }

    private mutating func move(_ votes: Int) {
        trial.move(votes - moved, from: giver, to: taker)
        moved = votes
    }
}
