/// The falling claims of every party in one distribution.
///
/// `Word` is `Int` where ``Distribution/fitsInt`` holds, and `Int128`, which always suffices:
/// votes < 2⁵³ and seats, total < 2⁶³ keep every numerator and denominator below 2¹²⁷.
struct Ladder<Word: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
    private let method: Method

    /// Votes that one seat costs in a quota method; 0/1 in a divisor method.
    let quota: (numerator: Word, denominator: Word)

    init(_ distribution: Distribution) {
        self.init(distribution.method, seats: distribution.seats, total: distribution.total)
    }

    init(_ method: Method, seats: Int, total: Int) {
        let seats = Word(seats)
        let total = Word(total)
        self.method = method
        quota =
            switch method {
            case .hare: (total, seats)
            case .droop: (total / (seats + 1) + 1, 1)
            case .hagenbachBischoff: (total, seats + 1)
            case .imperialiQuota: (total, seats + 2)
            case .sainteLague, .modifiedSainteLague, .dHondt, .huntingtonHill: (0, 1)
            case .imperiali, .adams, .dean, .danish: (0, 1)
            }
    }

    /// The number that divides the votes of a party with `seats`; for Huntington–Hill its square.
    ///
    /// In a quota method the quota.
    @inline(__always)
    func divisor(after seats: Word) -> (numerator: Word, denominator: Word) {
        switch method {
        case .sainteLague: (2 * seats + 1, 1)
        case .modifiedSainteLague: seats == 0 ? (7, 5) : (2 * seats + 1, 1)
        case .dHondt: (seats + 1, 1)
        case .huntingtonHill: (seats * (seats + 1), 1)
        case .imperiali: (seats + 2, 2)
        case .adams: (seats, 1)
        case .dean: (2 * seats * (seats + 1), 2 * seats + 1)
        case .danish: (3 * seats + 1, 1)
        case .hare, .droop, .hagenbachBischoff, .imperialiQuota: quota
        }
    }

    /// What a party with `votes` claims for one seat more than the `seats` it holds.
    ///
    /// A divisor method claims votes ÷ divisor (Huntington–Hill its square, which has the same order),
    /// a quota method votes ÷ quota − seats.
    @inline(__always)
    func claim(of votes: Word, holding seats: Word) -> Claim<Word> {
        let (numerator, denominator) = divisor(after: seats)
        return switch method {
        case .huntingtonHill:
            Claim(votes * votes, over: numerator)
        case .hare, .droop, .hagenbachBischoff, .imperialiQuota:
            Claim(votes * denominator - seats * numerator, over: numerator)
        case .sainteLague, .modifiedSainteLague, .dHondt, .imperiali, .adams, .dean, .danish:
            Claim(votes * denominator, over: numerator)
        }
    }
}

extension Distribution {
    /// Whether every numerator and denominator of a claim fits `Int`.
    ///
    /// Linear divisors: votes · 5 < 2⁵⁶ and 3 · seats + 1 < 2⁶². The others multiply two numbers of which
    /// each is below 2³¹, or one of them below 2³².
    var fitsInt: Bool {
        switch method {
        case .sainteLague, .modifiedSainteLague, .dHondt, .imperiali, .adams, .danish:
            seats < 1 << 60
        case .huntingtonHill, .dean, .hare, .droop, .hagenbachBischoff, .imperialiQuota:
            seats < (1 << 31) - 2 && total < 1 << 31
        }
    }
}
