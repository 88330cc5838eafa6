import Elections

/// Who came to one station: what all of its forms have in common.
struct StationSheet {
    /// Men and women of each list.
    typealias BySex = [Field.Sex: Int]

    let station: StationCode
    /// Which vote it is.
    let version: FormVersion
    /// The lists of voters the forms have.
    let rolls: [Field.Roll]
    /// Those on each list.
    private(set) var electorate: [Field.Roll: BySex] = [:]
    /// Those of them who voted on the ballot that most get.
    private var came: [Field.Roll: BySex] = [:]
    /// Voters with a disability, and those of them who voted.
    private(set) var disabled: BySex = [:]
    private(set) var disabledVoters: BySex = [:]
    /// Ballot papers of every kind, the reserve included.
    private(set) var received = 0

    /// The station at a place of the register, on the day of one vote; `valid` votes are known of a ballot on which
    /// nobody votes who moved in, or not.
    init(
        _ election: Election,
        _ place: Int,
        _ seed: Int,
        _ version: FormVersion = .regular,
        valid: Int? = nil
    ) {
        station = election.regions.stations[place]
        self.version = version
        rolls = election.law.rolls.map(\.roll)
        var dice = Dice(seed, "station \(name)")
        for sex in [Field.Sex.male, .female] { fill(sex, election.electorate[place], &dice) }
        if let valid { bring(valid + 1 + dice.below(1 + valid / 40)) }
        let listed = electorate[.permanent]?.values.reduce(0, +) ?? 0
        // Two in a hundred are the reserve, rounded up.
        let supply = listed + (listed * 2 + 99) / 100
        received = max(supply, voters(rank: 0).values.flatMap(\.values).reduce(0, +) + Self.mostSpoiled)
    }

    /// What its figures follow from: the station, and the vote where that was not the first.
    var name: String { version == .regular ? "\(station)" : "\(station) \(version.rawValue)" }

    /// The most papers spoiled on one ballot.
    static let mostSpoiled = 2

    private mutating func fill(_ sex: Field.Sex, _ register: Electorate, _ dice: inout Dice) {
        let listed = register[sex] ?? dice.among(90...140)
        for roll in rolls {
            if roll == .permanent {
                electorate[roll, default: [:]][sex] = listed
                came[roll, default: [:]][sex] = listed * dice.among(62...90) / 100
            } else {
                let voters = dice.below(min(4, 1 + listed / 30))
                electorate[roll, default: [:]][sex] = voters + (roll == .movedIn ? dice.below(2) : 0)
                came[roll, default: [:]][sex] = voters
            }
        }
        disabled[sex] = min(dice.below(4), listed)
        disabledVoters[sex] = min(dice.below(1 + (disabled[sex] ?? 0)), came[.permanent]?[sex] ?? 0)
    }

    /// Lets as many vote as are known: those on the roll, and where they are not enough, those on no list.
    private mutating func bring(_ voters: Int) {
        let listed = electorate[.permanent] ?? [:]
        // Only they vote on the ballot that reaches least.
        var others = rolls.filter { $0 != .permanent && $0 != .movedIn }
        let later = others.reduce(0) { $0 + (came[$1]?.values.reduce(0, +) ?? 0) }
        let sexes = [Field.Sex.male, .female]
        let all = listed.values.reduce(0, +)
        let wanted = min(all, max(0, voters - later))
        let men = all == 0 ? 0 : wanted * (listed[.male] ?? 0) / all
        let women = min(listed[.female] ?? 0, wanted - men)
        came[.permanent] = [.male: wanted - women, .female: women]
        let missing = voters - later - wanted
        guard missing != 0, let last = others.popLast() else { return }
        for (sex, share) in zip(sexes, [missing / 2, missing - missing / 2]) {
            let voting = max(0, (came[last]?[sex] ?? 0) + share)
            came[last, default: [:]][sex] = voting
            electorate[last, default: [:]][sex] = voting
        }
    }

    /// Those who voted on a ballot: the fewer of those who moved in, the more ballots reach farther than it.
    ///
    /// - Legal source: UU 7/2017 art. 348(4).
    func voters(rank: Int) -> [Field.Roll: BySex] {
        var voters = came
        voters[.movedIn] = came[.movedIn]?.mapValues { $0 >> rank }
        return voters
    }
}
