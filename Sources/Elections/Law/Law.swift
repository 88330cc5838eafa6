public import Apportionment

/// The rules of one election, as a value: a new election is a new value, not new code.
public struct Law: Hashable, Sendable {
    /// The kinds of election the law tells apart.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Pemilu: president, DPR, DPD, DPRD.
        case general
        /// Pemilihan (Pilkada): governor, regent, mayor.
        case regional
    }

    /// The name by which an election folder calls it.
    public let id: String
    /// General or regional.
    public let kind: Kind
    /// What the law is called.
    public let title: LocalizedText
    /// The acts and regulations behind it.
    public let source: String
    /// The day of the vote.
    public let votingDay: CalendarDate
    /// The rules of each ballot voted on under it.
    public let ballots: [Ballot: Rules]
    /// The lists of voters its forms count apart, with what they are called.
    public let rolls: [RollName]
    /// The largest electorate of a station, in persons.
    public let stationLimit: Provision<Int>
    /// The reserve of ballot papers, as a share of the DPT, rounded up at every station.
    public let reserve: Provision<Share>
    /// The lists whose electors get a ballot paper each; the reserve comes on top.
    public let supply: Provision<[Field.Roll]>
    /// The seats of a regency's council by its population, fewest first; `nil` where none is elected.
    public let councilSizes: Provision<[CouncilSize]>?
    /// The seats an electoral district of a regency's council may have; `nil` where none is elected.
    public let districtSeats: Provision<ClosedRange<Int>>?
    /// What lists of candidates must be; `nil` where none stand, or what was asked of them is not known here.
    public let candidateLists: CandidateLists?
    /// How equal quotients of parties for a last seat are decided; `nil` where no seats are divided.
    public let partyTie: Provision<TieBreak>?
    /// How equal votes of candidates of a list are decided, one step after the other.
    public let candidateTie: Provision<[TieBreak]>?
    /// Who gets the seats of a list that wins more than it has candidates.
    public let exhaustedList: Provision<ExhaustedList>?
    /// How it is measured that votes are spread wider; `nil` where no tie asks for it.
    public let spread: Provision<SpreadMeasure>?
    /// How it is measured that votes are spread more evenly; `nil` where no tie asks for it.
    public let evenSpread: Provision<SpreadMeasure>?
    /// How close a regional election must be for a petition; `nil` where no margin is asked for.
    public let petition: PetitionRule?
    /// What a ballot is that marks several candidates of one party; `nil` where there are no lists.
    public let severalCandidates: Provision<SeveralCandidates>?
    /// The kinds of disability its forms and rolls tell apart; `nil` where nothing is known.
    public let disabilities: Provision<[LocalizedText]>?
    /// What must be done by when.
    public let deadlines: [Deadline]
    /// The stages of its calendar, in the order of their beginning.
    public let stages: [PlannedStage]

    /// A list of voters and its name under this law.
    public struct RollName: Hashable, Sendable {
        /// The list.
        public let roll: Field.Roll
        /// Its short name on the forms: DPT.
        public let acronym: String
        /// Its full name.
        public let name: LocalizedText
    }

    /// The rules of one ballot.
    public struct Rules: Hashable, Sendable {
        /// The colour of its paper; `nil` where it is not known.
        public let colour: LocalizedText?
        /// Which voters receive it.
        public let voters: LocalizedText
        /// The names of its forms.
        public let forms: FormNames
        /// How votes become seats; `nil` where no seats of lists are divided.
        public let seats: SeatRule?
        /// Who is elected, in a sentence.
        public let winner: LocalizedText
        /// How it is found who is elected; `nil` where lists divide seats.
        let winners: WinnerRule?
        /// Regions with a rule of their own.
        let ownWinners: [RegionCode: WinnerRule]
        /// The article behind the rules.
        public let source: String
    }

    /// The names of a ballot's forms, from the station upwards.
    public struct FormNames: Hashable, Sendable {
        /// The station's result form: C1-PPWP.
        public let station: String
        /// The recapitulation of each tier, lowest first; none for a tier the ballot does not reach.
        public let tiers: [TierForm]
    }

    /// The form of one tier's recapitulation.
    public struct TierForm: Hashable, Sendable {
        /// The tier; `nil` for the nation.
        public let tier: RegionCode.Tier?
        /// The name of the form: DA1-PPWP.
        public let name: String
    }

    /// How the votes of a district become seats.
    public struct SeatRule: Hashable, Sendable {
        /// The method of division.
        public let method: Method
        /// The share of the nation's valid votes below which a party takes no part; `nil` for none.
        public let threshold: Threshold?
    }

    /// A council's seats for a population.
    public struct CouncilSize: Hashable, Sendable {
        /// The largest population it holds for; `nil` for every larger one.
        public let population: Int?
        /// The seats.
        public let seats: Int
    }

    /// A step that decides between equals.
    public enum TieBreak: String, CaseIterable, Hashable, Sendable {
        /// Votes in more areas, tier by tier.
        case spread
        /// A woman before a man.
        case woman
        /// The smaller number on the list.
        case listNumber = "list-number"
        /// A lot.
        case lot
        /// The plenary names the winner.
        case plenary
    }

    /// What makes the votes of one candidate or party more widely spread than another's.
    public enum SpreadMeasure: String, CaseIterable, Hashable, Sendable {
        /// Votes in more areas of a tier.
        case areas
        /// A more even distribution over the areas of a tier.
        case evenness
    }

    /// What a ballot paper is that marks several candidates of one party and not the party.
    public enum SeveralCandidates: String, CaseIterable, Hashable, Sendable {
        /// A vote for the party.
        case partyVote = "party-vote"
        /// Invalid.
        case invalid
    }

    /// What becomes of a seat for which a list has no candidate left.
    public enum ExhaustedList: String, CaseIterable, Hashable, Sendable {
        /// A candidate of the same party from the nearest district.
        case neighbouringDistrict = "neighbouring-district"
        /// It stays vacant.
        case vacant
    }
}

extension Law {
    /// Every law the program knows, earliest first.
    public static let all: [Law] = [
        .pemilu2014, .pilpres2014, .pilkada2015, .pemilu2019, .pilkada2020, .pemilu2024, .pilkada2024,
    ]

    /// The law with this name.
    public static func named(_ id: String) -> Law? {
        all.first { $0.id == id }
    }

    /// The ballots voted on under it, in the order of counting.
    public var ballotsInOrder: [Ballot] {
        Ballot.allCases.filter { ballots[$0] != nil }
    }

    /// What a list of voters is called under this law.
    public func name(of roll: Field.Roll) -> String? {
        rolls.first { $0.roll == roll }?.acronym
    }
}
