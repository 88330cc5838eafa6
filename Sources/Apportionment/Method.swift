/// A rule that turns votes into seats.
///
/// Every rule here is one mechanism: a party that holds some seats makes a *claim* to one more, its claims
/// fall with every seat it gets, and the largest claims of all parties get the seats. A divisor method claims
/// votes ÷ divisor; a quota method claims the votes left after a quota was paid for every seat held.
///
/// The raw value is the name on the command line and in files.
public enum Method: String, CaseIterable, Hashable, Sendable {
    /// Divisors 1, 3, 5, …; also known as Webster.
    ///
    /// - Legal source: UU 7/2017 art. 415(2) and 420.
    case sainteLague = "sainte-lague"
    /// Divisors 1.4, 3, 5, …: the first seat costs more.
    case modifiedSainteLague = "modified-sainte-lague"
    /// Divisors 1, 2, 3, …; also known as Jefferson.
    case dHondt = "dhondt"
    /// Divisors √(s·(s + 1)): 0, √2, √6, …; the geometric mean of the seats held and one more.
    case huntingtonHill = "huntington-hill"
    /// Divisors 1, 1.5, 2, 2.5, …: favours the large parties most.
    case imperiali
    /// Divisors 0, 1, 2, …: favours the small parties most.
    case adams
    /// Divisors 2s·(s + 1) ÷ (2s + 1): 0, 4/3, 12/5, …; the harmonic mean.
    case dean
    /// Divisors 1, 4, 7, ….
    case danish
    /// Quota votes ÷ seats, then the largest remainders; also known as Hamilton.
    case hare
    /// Quota ⌊votes ÷ (seats + 1)⌋ + 1, a whole number, then the largest remainders.
    case droop
    /// Quota votes ÷ (seats + 1), then the largest remainders.
    ///
    /// When every share is a whole number of quotas there is one full quota too many; the largest claims
    /// leave it with the smallest remainder, and as all are equal it is a tie.
    case hagenbachBischoff = "hagenbach-bischoff"
    /// Quota votes ÷ (seats + 2), then the largest remainders.
    ///
    /// The small quota may fill one or two seats too many; the largest claims take them from the smallest
    /// remainders. An old answer: Czechoslovak act 75/1919 Sb. § 47 does so (and lets fewer votes, then the
    /// lot decide between equal remainders, which are a ``Tie`` here).
    case imperialiQuota = "imperiali-quota"
}

extension Method {
    /// Whether seats go by quota and largest remainders, not by divisors.
    public var isQuotaMethod: Bool {
        switch self {
        case .hare, .droop, .hagenbachBischoff, .imperialiQuota: true
        case .sainteLague, .modifiedSainteLague, .dHondt, .huntingtonHill: false
        case .imperiali, .adams, .dean, .danish: false
        }
    }
}
