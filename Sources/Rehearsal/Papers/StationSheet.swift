import Elections

/// Who came to one station: what all of its forms have in common.
struct StationSheet {
    /// Men and women of each list.
    typealias BySex = [Field.Sex: Int]

    let station: StationCode
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

    /// The station at a place of the register.
    init(_ election: Election, _ place: Int, _ seed: Int) {
        station = election.regions.stations[place]
        rolls = election.law.rolls.map(\.roll)
        var dice = Dice(seed, "station \(station)")
        for sex in [Field.Sex.male, .female] { fill(sex, election.electorate[place], &dice) }
        let listed = electorate[.permanent]?.values.reduce(0, +) ?? 0
        // Two in a hundred are the reserve, rounded up.
        let supply = listed + (listed * 2 + 99) / 100
        received = max(supply, voters(rank: 0).values.flatMap(\.values).reduce(0, +) + Self.mostSpoiled)
    }

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

    /// Those who voted on a ballot: the fewer of those who moved in, the more ballots reach farther than it.
    ///
    /// - Legal source: UU 7/2017 art. 348(4).
    func voters(rank: Int) -> [Field.Roll: BySex] {
        var voters = came
        voters[.movedIn] = came[.movedIn]?.mapValues { $0 >> rank }
        return voters
    }
}
