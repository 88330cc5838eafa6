/// What the office determined, announced and carried to the oath, ballot by ballot.
public struct ResultRegister: Sendable {
    /// A determination and the day of its plenary.
    public struct Made: Hashable, Sendable {
        /// The determination.
        public let determination: Determination
        /// The day of the plenary.
        public let date: CalendarDate
        /// The decree and the minutes.
        public let basis: String
        /// How it was announced; `nil` while it was not.
        public internal(set) var announcement: ResultAnnouncement?
    }

    /// All determinations, by number − 1.
    public private(set) var determinations: [Made] = []
    /// The letters by which the elected of a ballot were proposed, in their order.
    public internal(set) var proposals: [Ballot: [MembersProposed]] = [:]
    private var members: [Ballot: [MemberKey: ElectedMember]] = [:]
    /// The decisions of plenaries that something rests on.
    private var used: Set<DecisionKey> = []

    /// Nothing determined yet.
    public init() {}

    /// Who was determined on a ballot, in the order of districts, parties and seats.
    ///
    /// - Complexity: O(*n* log *n*) in the members.
    public func members(of ballot: Ballot) -> [ElectedMember] {
        (members[ballot] ?? [:]).values.sorted { $0.key < $1.key }
    }

    /// Who was determined for a seat; `nil` where nobody was.
    public func member(_ key: MemberKey, of ballot: Ballot) -> ElectedMember? { members[ballot]?[key] }

    /// The last determination of a district; `nil` where there is none.
    public func last(_ step: Determination.Step, of ballot: Ballot, district: Int) -> Made? {
        place(step, of: ballot, district: district).map { determinations[$0] }
    }

    private func place(_ step: Determination.Step, of ballot: Ballot, district: Int) -> Int? {
        determinations.lastIndex {
            $0.determination.ballot == ballot && $0.determination.step == step
                && $0.determination.districts.contains(district)
        }
    }

    /// Whether a seat was determined for which the party's list had nobody, and nobody has it since.
    public func isVacant(_ key: MemberKey, of ballot: Ballot) -> Bool {
        guard member(key, of: ballot) == nil, key.seat > 0,
            let elected = place(.elected, of: ballot, district: key.district),
            let seats = place(.seats, of: ballot, district: key.district),
            // Between seats that are determined again and who is elected nobody knows whom a list has.
            seats < elected
        else { return false }
        let counts = determinations[seats].determination.content.counts(of: key.district)
        return key.seat <= (counts ?? [:])[key.contestant, default: 0]
    }

    /// The seats that nobody has, in the order of districts, parties and seats.
    ///
    /// - Complexity: O(determinations × districts + seats).
    public func vacancies(of ballot: Ballot, _ districts: [Int]) -> [MemberKey] {
        districts.flatMap { district in
            let seats = last(.seats, of: ballot, district: district)?.determination.content
                .counts(of: district)
            return (seats ?? [:]).flatMap { contestant, count in
                (1...max(1, count)).map { MemberKey(district: district, contestant: contestant, seat: $0) }
            }
        }.filter { isVacant($0, of: ballot) }.sorted()
    }

    /// Whether anything was determined of a ballot.
    public func isDetermined(_ ballot: Ballot) -> Bool {
        determinations.contains { $0.determination.ballot == ballot }
    }
}

// MARK: - What is done

extension ResultRegister {
    /// Takes a decision of a plenary, for one thing only.
    mutating func use(_ key: DecisionKey) throws(ResultFault) {
        guard used.insert(key).inserted else { throw .decisionUsed(key) }
    }

    /// Takes a determination whose content follows from the certificates.
    mutating func determine(
        _ determination: Determination,
        on date: CalendarDate,
        basis: String
    ) throws(ResultFault) {
        let (ballot, step) = (determination.ballot, determination.step)
        for district in determination.districts {
            if let former = step.former(of: ballot) {
                guard let made = last(former, of: ballot, district: district) else { throw .before(former) }
                guard date >= made.date else { throw .date(after: made.date) }
            }
            guard let made = last(step, of: ballot, district: district) else { continue }
            guard determination.ground != nil else { throw .determinedAlready(district: district) }
            guard date >= made.date else { throw .date(after: made.date) }
            // Again only after what it rests on was determined again, or it would stand twice.
            guard made.determination.content != determination.content else { throw .unchanged }
        }
        try use(determination.decision)
        determinations.append(Made(determination: determination, date: date, basis: basis))
        guard case .elected(let elected) = determination.content else { return }
        let districts = Set(determination.districts)
        let before = members[ballot] ?? [:]
        let candidates = Set(elected.map { CandidateKey($0.seat.list, $0.candidate) })
        // Whoever is elected in their own district has no other's seat any more.
        var all = before.filter {
            !districts.contains($0.key.district) && !candidates.contains($0.value.candidate)
        }
        let holders = Dictionary(before.values.map { ($0.candidate, $0) }) { first, _ in first }
        for row in elected {
            let key = row.seat
            let candidate = CandidateKey(key.list, row.candidate)
            // Whoever keeps a seat keeps the way they have come, also where it is another one of the party's there.
            var member = ElectedMember(key: key, candidate: candidate, votes: row.votes)
            if let known = holders[candidate], known.key.list == key.list { member.goOn(from: known) }
            all[key] = member
        }
        members[ballot] = all
    }

    /// Takes an announcement.
    mutating func announce(_ announcement: ResultAnnouncement) throws(ResultFault) {
        let place = announcement.determination - 1
        guard determinations.indices.contains(place),
            determinations[place].determination.ballot == announcement.ballot,
            determinations[place].announcement == nil
        else { throw .announcement }
        guard announcement.date >= determinations[place].date else {
            throw .date(after: determinations[place].date)
        }
        determinations[place].announcement = announcement
    }

    /// Takes members from one stage to the next, all of them or none.
    mutating func move(
        _ act: MembersStep,
        from stages: Set<ElectedMember.Stage>,
        to stage: ElectedMember.Stage,
        canTakeSeat: (CandidateKey) -> Bool
    ) throws(ResultFault) {
        guard !act.members.isEmpty, Set(act.members).count == act.members.count else {
            throw .members(nil)
        }
        var all = members[act.ballot] ?? [:]
        for key in act.members {
            guard var member = all[key] else { throw .members(key) }
            guard stages.contains(member.stage) else { throw .stage(key, member.stage) }
            guard canTakeSeat(member.candidate) else { throw .cannotTakeSeat(key) }
            try check(act.paper, of: key, member, act.ballot)
            member.stage = stage
            member.papers[stage] = act.paper
            member.postponement = nil
            all[key] = member
        }
        members[act.ballot] = all
    }

    /// Postpones a member's oath.
    mutating func postpone(_ act: MemberPostponed) throws(ResultFault) {
        guard var member = members[act.ballot]?[act.member] else { throw .members(act.member) }
        guard member.stage == .decreed else { throw .stage(act.member, member.stage) }
        try check(act.paper, of: act.member, member, act.ballot)
        member.stage = .postponed
        member.papers[.postponed] = act.paper
        member.postponement = act.reason
        members[act.ballot]?[act.member] = member
    }

    /// Gives a seat to another candidate, with so many votes.
    ///
    /// - Parameters:
    ///   - act: Which seat, to whom.
    ///   - votes: The successor's personal votes.
    ///   - status: What became of whoever had it; `nil` where nobody had.
    ///   - isNeighbour: Whether the successor stood in another district, which takes a decision at any time.
    /// - Throws: ``ResultFault``.
    mutating func replace(
        _ act: MemberReplaced,
        votes: Int,
        _ status: CandidateStatus?,
        isNeighbour: Bool = false
    ) throws(ResultFault) {
        let former = members[act.ballot]?[act.member]
        let isDecided = isNeighbour || former?.stage != .sworn
        guard (act.decision != nil) == isDecided else { throw .paper(act.member) }
        try check(act.paper, of: act.member, former, act.ballot)
        if let decision = act.decision { try use(decision) }
        var member = ElectedMember(key: act.member, candidate: act.successor, votes: votes)
        member.papers = [.determined: act.paper]
        member.former = former?.former ?? []
        if let former, let status {
            member.former.append(
                ElectedMember.Former(
                    candidate: former.candidate,
                    stage: former.stage,
                    status: status,
                    date: act.paper.date
                )
            )
        }
        members[act.ballot, default: [:]][act.member] = member
    }

    /// A paper is not older than what it follows.
    private func check(
        _ paper: Revote.Paper,
        of seat: MemberKey,
        _ member: ElectedMember?,
        _ ballot: Ballot
    ) throws(ResultFault) {
        let determined = last(.elected, of: ballot, district: seat.district)?.date
        if let last = [determined, member?.last].compactMap(\.self).max(), paper.date < last {
            throw .date(after: last)
        }
    }
}
