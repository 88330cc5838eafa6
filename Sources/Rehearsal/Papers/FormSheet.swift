import Elections

/// Fills one form of a station: figures that add up, but for those of a form in twelve.
struct FormSheet {
    private let contest: Contest
    private let station: StationSheet
    private let fields: [Field]
    private let plan: RehearsalPlan
    /// The votes that are known, contestants in ballot order; `nil` where they are made up.
    private let known: [Int]?
    private var dice: Dice
    private var figures: [Field: Int] = [:]

    /// The form of a contest with the fields it has at the station.
    init(
        _ contest: Contest,
        _ station: StationSheet,
        _ fields: [Field],
        _ plan: RehearsalPlan,
        known: [Int]? = nil
    ) {
        self.known = known
        self.contest = contest
        self.station = station
        self.fields = fields
        self.plan = plan
        dice = Dice(plan.seed, "form \(contest.ballot.rawValue) \(station.name)")
    }

    /// What stands on the form.
    mutating func filled() -> [Field: Int] {
        let voters = fillPeople()
        fillPapers(voters)
        fillVotes(voters)
        figures[.signatures(.members)] = dice.among(5...7)
        figures[.signatures(.witnesses)] = dice.below(min(6, contest.contestants.count + 1))
        if dice.happens(50) { leaveDisabilityEmpty() }
        if dice.below(12) == 0 { miscount() }
        let room = Set(fields)
        return figures.filter { room.contains($0.key) }
    }

    /// Parts I and II.
    ///
    /// - Returns: All who voted.
    private mutating func fillPeople() -> Int {
        let voters = station.voters(rank: Ballot.byReach.firstIndex(of: contest.ballot) ?? 0)
        func rows(_ lists: [Field.Roll: StationSheet.BySex], _ field: (Field.Roll, Field.Sex) -> Field) {
            for roll in station.rolls {
                add(lists[roll] ?? [:]) { field(roll, $0) }
                for (sex, count) in lists[roll] ?? [:] {
                    figures[field(.all, sex), default: 0] += count
                    figures[field(.all, .both), default: 0] += count
                }
            }
        }
        rows(station.electorate) { .electorate($0, $1) }
        rows(voters) { .voters($0, $1) }
        add(station.disabled) { .disabled($0) }
        add(station.disabledVoters) { .disabledVoters($0) }
        return figures[.voters(.all, .both)] ?? 0
    }

    private mutating func add(_ row: StationSheet.BySex, _ field: (Field.Sex) -> Field) {
        for (sex, count) in row { figures[field(sex)] = count }
        figures[field(.both)] = row.values.reduce(0, +)
    }

    /// Part III.
    private mutating func fillPapers(_ voters: Int) {
        let spoiled = dice.below(StationSheet.mostSpoiled + 1)
        figures[.papers(.received)] = station.received
        figures[.papers(.used)] = voters
        figures[.papers(.spoiled)] = spoiled
        figures[.papers(.unused)] = station.received - voters - spoiled
    }

    /// Parts IV and V.
    private mutating func fillVotes(_ voters: Int) {
        let sure = known?.reduce(0, +)
        let invalid = sure.map { max(0, voters - $0) } ?? min(voters, 1 + dice.below(1 + voters / 40))
        figures[.invalid] = invalid
        figures[.valid] = voters - invalid
        figures[.total] = voters
        let weights = contest.contestants.map { contestant in
            // Liked more or less in the whole subdistrict, and a little more or less here.
            var everywhere = Dice(plan.seed, "contestant \(contest.ballot.rawValue) \(contestant.number)")
            return everywhere.among(5...100) * dice.among(70...130)
        }
        let candidates = Dictionary(grouping: fields) { field -> Int? in
            if case .candidateVotes(let number, _) = field { number } else { nil }
        }
        let shares = known ?? Dice.divide(voters - invalid, by: weights)
        for (contestant, votes) in zip(contest.contestants, shares) {
            figures[.votes(contestant.number)] = votes
            let list = candidates[contestant.number] ?? []
            let parts = Dice.divide(
                votes,
                by: [60] + list.indices.map { dice.among(1...max(1, 90 / ($0 + 1))) }
            )
            figures[.partyVotes(contestant.number)] = parts[0]
            for (field, votes) in zip(list, parts.dropFirst()) { figures[field] = votes }
        }
    }

    private mutating func leaveDisabilityEmpty() {
        for field in fields where field.part == .disability { figures[field] = nil }
    }

    /// One of the ways in which real forms do not add up.
    ///
    /// - Source: Soppeng 2024; domain reference 3.7.
    private mutating func miscount() {
        let some = dice.pick(contest.contestants)?.number ?? 0
        // Votes that are known stay what they are.
        switch known == nil ? dice.below(5) : dice.among(1...4) {
        case 0: figures[.votes(some), default: 0] += dice.among(1...9)
        case 1: figures[.voters(.all, .both), default: 0] += 100
        case 2: figures[.voters(.permanent, .both), default: 0] += 10
        case 3: figures[.total, default: 0] += 2
        default: figures[.papers(.unused), default: 0] += 1
        }
    }
}
