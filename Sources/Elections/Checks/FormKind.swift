/// Everything about a form that decides which formulas a check has for it: one ballot, in one district.
public struct FormKind: Hashable, Sendable {
    /// Who can be voted for.
    public struct Option: Hashable, Sendable {
        /// The number on the ballot.
        public let number: Int
        /// The numbers on the party's list in this district; `nil` where nobody knows, or there are none.
        public let candidates: [Int]?

        /// A contestant with the numbers on its list.
        public init(number: Int, candidates: [Int]? = nil) {
            self.number = number
            self.candidates = candidates
        }
    }

    /// The ballot.
    public let ballot: Ballot
    /// The lists of voters the law's forms have.
    public let rolls: [Field.Roll]
    /// Who can be voted for, in ballot order.
    public let options: [Option]
    /// The largest electorate of a station; `nil` while the law leaves it open.
    public let stationLimit: Int?
    /// The reserve of ballot papers; `nil` while the law leaves it open.
    public let reserve: Share?
    /// The lists whose electors get a paper each; `nil` while the law leaves it open.
    public let supply: [Field.Roll]?
    /// The ballots of the same vote with forms, from the one with most voters to the one with fewest.
    public let ballots: [Ballot]
    /// The figures certificates have, each of which must be the sum of those below.
    public let certified: [Field]
    /// Figures the table has room for and this ballot, in this district, has not.
    public let strangers: [Field]

    /// A kind of form.
    public init(
        ballot: Ballot,
        rolls: [Field.Roll],
        options: [Option],
        stationLimit: Int?,
        reserve: Share?,
        supply: [Field.Roll]?,
        ballots: [Ballot] = [],
        certified: [Field]? = nil,
        strangers: [Field] = []
    ) {
        self.ballot = ballot
        self.rolls = rolls
        self.options = options
        self.stationLimit = stationLimit
        self.reserve = reserve
        self.supply = supply
        self.ballots = ballots
        self.certified = certified ?? options.map { .votes($0.number) }
        self.strangers = strangers
    }
}

extension FormKind {
    /// The votes of every contestant.
    var votes: [Term] { options.map { .field(.votes($0.number)) } }

    /// The candidates of a list.
    func candidates(of option: Option) -> [Term] {
        (option.candidates ?? []).map { .field(.candidateVotes(option.number, $0)) }
    }

    /// The ballot all others are held against: the first; `nil` when it is this one, or nothing is known.
    var reference: Ballot? {
        guard let first = ballots.first, first != ballot, ballots.contains(ballot) else { return nil }
        return first
    }

    /// The ballot one step wider, which at least as many moved-in voters get; `nil` when there is none.
    var wider: Ballot? {
        guard let place = ballots.firstIndex(of: ballot), place > 0 else { return nil }
        return ballots[place - 1]
    }
}
