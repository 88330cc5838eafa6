import Apportionment

extension ElectionState {
    /// Folds what is done about the result of a ballot into the state.
    mutating func applyOfResult(_ act: ResultAct, _ setUp: SetUp) throws(ActFault) {
        for text in act.texts { try Organisation.check(text) }
        guard contest(act.ballot) != nil else { throw .noContest(act.ballot) }
        do throws(ResultFault) {
            switch act {
            case .listTieDecided(let act): try decide(act, setUp)
            case .seatTieDecided(let act): try decide(act, setUp)
            case .determined(let act):
                let made = try decision(act.decision, setUp)
                try check(act)
                try results.determine(act, on: made.date, basis: made.basis)
            case .announced(let act):
                let numbers = contest(act.ballot)?.contestants.map(\.number) ?? []
                guard Set(act.copies).isSubset(of: numbers) else { throw .announcement }
                try results.announce(act)
            case .proposed(let act):
                try move(act.step, from: [.determined], to: .proposed)
                results.proposals[act.step.ballot, default: []].append(act)
            case .decreed(let act): try move(act, from: [.proposed], to: .decreed)
            case .sworn(let act): try move(act, from: [.decreed, .postponed], to: .sworn)
            case .postponed(let act): try results.postpone(act)
            case .replaced(let act): try replace(act, setUp)
            }
        } catch {
            throw .result(act.ballot, error)
        }
    }

    /// A decision on results that the office carried: the day of its plenary, its decree and minutes.
    private func decision(
        _ key: DecisionKey,
        _ setUp: SetUp
    ) throws(ResultFault) -> (date: CalendarDate, basis: String) {
        guard let plenary = plenaries[key.plenary], plenary.region == setUp.place,
            let decision = plenaries.decision(key), decision.matter == .result, decision.isCarried,
            let decree = decision.decree, let minutes = decision.minutes
        else { throw .decision(key) }
        return (plenary.call.date, "\(decree); \(minutes)")
    }

    private mutating func move(
        _ act: MembersStep,
        from stages: Set<ElectedMember.Stage>,
        to stage: ElectedMember.Stage
    ) throws(ResultFault) {
        let statuses = contestWithoutForms(of: act.ballot)?.statuses ?? [:]
        try results.move(act, from: stages, to: stage) { statuses[$0]?.canTakeSeat ?? true }
    }
}

// MARK: - What follows from the certificates

extension ElectionState {
    /// Districts of a ballot as their certificates have them, in the order in which they are named.
    ///
    /// - Throws: ``ResultFault`` where the office determines no result of the ballot, a district is none of it, or a
    ///   certificate is missing or does not say what those below it come to.
    /// - Complexity: O(forms + stations × candidates).
    public func officialDistricts(
        _ numbers: [Int],
        of ballot: Ballot
    ) throws(ResultFault) -> [OfficialDistrict] {
        guard let setUp, setUp.place.tier == .regency, isLastTier(.regency, of: ballot),
            let election = election(of: ballot), let contest = election.contests.first,
            !contest.districts.isEmpty
        else { throw .notDividedHere(ballot) }
        let districts = numbers.compactMap { number in contest.districts.first { $0.number == number } }
        guard !numbers.isEmpty, districts.count == numbers.count, Set(numbers).count == numbers.count else {
            throw .districts
        }
        try CertifiedSums(of: contest, in: election).check(setUp.place, ballot)
        var official: [OfficialDistrict] = []
        for district in districts {
            official.append(try OfficialDistrict(district, of: contest, in: election))
        }
        return official
    }

    /// A ballot without lists as its certificates have it.
    ///
    /// - Throws: ``ResultFault`` where the office determines no result of the ballot, or a certificate is missing or does
    ///   not say what those below it come to.
    /// - Complexity: O(forms + regions × contestants).
    public func officialWinners(of ballot: Ballot) throws(ResultFault) -> OfficialWinners {
        guard let setUp, setUp.place.tier == .regency, ballot.electingTier == .regency,
            let election = election(of: ballot), let contest = election.contests.first
        else { throw .notDividedHere(ballot) }
        try CertifiedSums(of: contest, in: election).check(setUp.place, ballot)
        return try OfficialWinners(of: contest, in: election)
    }

    /// What is to be determined of districts as things stand.
    ///
    /// - Throws: ``ResultFault`` where nothing can be.
    /// - Complexity: O(forms + stations × candidates).
    public func following(
        _ step: Determination.Step,
        _ districts: [Int],
        of ballot: Ballot
    ) throws(ResultFault) -> Determination.Content {
        try official(districts, of: ballot).following(step)
    }

    private func official(_ districts: [Int], of ballot: Ballot) throws(ResultFault) -> OfficialResult {
        guard let contest = contestWithoutForms(of: ballot), ballot.choice == .list else {
            let official = try officialWinners(of: ballot)
            guard districts == [Determination.undivided] else { throw .districts }
            return .undivided(official, ballot)
        }
        return .districts(try officialDistricts(districts, of: ballot), contest)
    }

    /// The case at the Constitutional Court for which the determination of a district waits; `nil` where it does not.
    public func pendingPetition(_ ballot: Ballot, district: Int) -> Int? {
        cases.pendingPetition(
            ballot,
            district: district == Determination.undivided ? nil : district,
            of: contest(ballot)?.electoralDistricts ?? []
        )
    }

    private func check(_ act: Determination) throws(ResultFault) {
        for district in act.districts where act.step != .figures {
            if let petition = pendingPetition(act.ballot, district: district) {
                throw .petition(case: petition, district: district)
            }
        }
        guard act.step.namesNotice(of: act.ballot) == (act.notice != nil) else { throw .noNotice }
        let made = try former(of: act)
        let official = try official(act.districts, of: act.ballot)
        if let former = act.step.former(of: act.ballot) {
            let now = try official.following(former)
            for (district, made) in zip(act.districts, made)
            where made.content.counts(of: district) != now.counts(of: district) {
                throw .outdated(former, district: district)
            }
        }
        let content = try official.following(act.step)
        guard content != act.content else { return }
        throw .notWhatFollows(district: content.firstDifference(to: act.content) ?? act.districts[0])
    }

    /// What a determination rests on, for each of its districts; empty where it rests on none.
    private func former(of act: Determination) throws(ResultFault) -> [Determination] {
        guard let former = act.step.former(of: act.ballot) else { return [] }
        var made: [Determination] = []
        for district in act.districts {
            guard let last = results.last(former, of: act.ballot, district: district) else {
                throw .before(former)
            }
            made.append(last.determination)
        }
        return made
    }

    private mutating func decide(_ act: ListTieDecided, _ setUp: SetUp) throws(ResultFault) {
        let basis = try decision(act.decision, setUp).basis
        let district = try officialDistricts([act.district], of: act.ballot)[0]
        let decision = ListDecision(
            district: act.district,
            contestant: act.contestant,
            order: act.order,
            seats: act.seats,
            basis: basis
        )
        let list = district.lists.first { $0.contestant == act.contestant }
        let ranking: ListRanking?
        do throws(RankingRefusal) { ranking = try list?.ranking.get() } catch {
            throw .ranking(district: act.district, contestant: act.contestant, error)
        }
        do throws(ListDecision.Refusal) { try decision.check(ranking?.tie) } catch {
            throw .listDecision(error)
        }
        try results.use(act.decision)
        changeContest(act.ballot) { $0.add(decision) }
    }

    private mutating func decide(_ act: SeatTieDecided, _ setUp: SetUp) throws(ResultFault) {
        let basis = try decision(act.decision, setUp).basis
        let decision = TieDecision(district: act.district, seats: act.seats, basis: basis)
        guard try settles(decision, act.ballot) else { throw .seatDecision(district: act.district) }
        try results.use(act.decision)
        changeContest(act.ballot) { $0.add(decision) }
    }

    /// Whether a decision gives away what is open of a district, or who of equal pairs is elected.
    private func settles(_ decision: TieDecision, _ ballot: Ballot) throws(ResultFault) -> Bool {
        guard ballot.choice == .list else {
            let official = try officialWinners(of: ballot)
            return decision.district == Determination.undivided && official.isSettled(by: decision)
        }
        let district = try officialDistricts([decision.district], of: ballot)[0]
        let numbers = contest(ballot)?.contestants.map(\.number) ?? []
        let seats = numbers.map { decision.seats[$0, default: 0] }
        return district.allocation.tie != nil && Set(decision.seats.keys).isSubset(of: numbers)
            && (try? district.allocation.settled(by: seats)) != nil
    }

    private mutating func replace(_ act: MemberReplaced, _ setUp: SetUp) throws(ResultFault) {
        let member = results.member(act.member, of: act.ballot)
        guard member != nil || results.isVacant(act.member, of: act.ballot) else {
            throw .members(act.member)
        }
        guard act.successor.list.contestant == act.member.contestant else {
            throw .otherParty(act.member, act.successor.list.contestant)
        }
        guard let election = election(of: act.ballot), let contest = election.contests.first else {
            throw .members(act.member)
        }
        let status = member.map { contest.statuses[$0.candidate] ?? .standing }
        guard status?.canTakeSeat != true else { throw .stands(act.member) }
        if let key = act.decision { _ = try decision(key, setUp) }
        let members = results.members(of: act.ballot)
        let list = act.member.list
        // Whoever of the list has another district's seat takes none of it.
        let elsewhere = members.count { $0.candidate.list == list && $0.key.list != list }
        let seats = members.count { $0.key.list == list } + (member == nil ? 1 : 0) + elsewhere
        let sitting = Set(members.map(\.candidate))
        if let next = try successor(of: act.member, seats, sitting, contest, election) {
            guard next.key == act.successor else { throw .notNext(act.member, next: next.key) }
            return try results.replace(act, votes: next.votes, status)
        }
        let votes = try votes(ofNeighbour: act, sitting, contest, election)
        try results.replace(act, votes: votes, status, isNeighbour: true)
    }

    /// The votes of a candidate of another district who takes a seat for which the party's list has nobody left.
    ///
    /// - Throws: ``ResultFault`` where the law does not say so, or it is nobody of the party's other lists who could.
    private func votes(
        ofNeighbour act: MemberReplaced,
        _ sitting: Set<CandidateKey>,
        _ contest: Contest,
        _ election: Election
    ) throws(ResultFault) -> Int {
        let rules = TieRules.candidates(election.law, contest.ballot, election.decisions)
        guard rules?.exhaustedList == .neighbouringDistrict else {
            throw .exhausted(act.member, rules?.exhaustedList)
        }
        let (successor, list) = (act.successor, act.successor.list)
        guard list.district != act.member.district, contest.lists.candidate(successor) != nil,
            let district = contest.districts.first(where: { $0.number == list.district }),
            !sitting.contains(successor), (contest.statuses[successor] ?? .standing).canTakeSeat
        else { throw .notNext(act.member, next: nil) }
        return try CertifiedSums(of: contest, in: election)
            .sum(.candidateVotes(list.contestant, successor.number), over: district.regions)
    }

    /// Who comes next on the list of a seat: of those who get its seats as things stand, the first who has none.
    ///
    /// Equals who all get one are told apart by nobody, however many seats fall vacant at once.
    private func successor(
        of seat: MemberKey,
        _ seats: Int,
        _ sitting: Set<CandidateKey>,
        _ contest: Contest,
        _ election: Election
    ) throws(ResultFault) -> (key: CandidateKey, votes: Int)? {
        guard let district = contest.districts.first(where: { $0.number == seat.district }),
            let rules = TieRules.candidates(election.law, contest.ballot, election.decisions)
        else { return nil }
        // A party without a list there has a seat with nobody on it.
        let list =
            contest.lists.first { $0.contestant == seat.contestant && $0.district == seat.district }
            ?? CandidateList(district: seat.district, contestant: seat.contestant, candidates: [])
        func key(_ number: Int) -> CandidateKey {
            CandidateKey(seat.list, number)
        }
        let ranking: ListRanking
        do throws(RankingRefusal) {
            ranking = try ListRanking(
                seats,
                to: list,
                CertifiedSums(of: contest, in: election).standings(of: list, in: district),
                rules,
                decisions: contest.listDecisions
            )
        } catch {
            throw .ranking(district: seat.district, contestant: seat.contestant, error)
        }
        if ranking.tie != nil { throw .tie(district: seat.district, contestant: seat.contestant) }
        return ranking.elected.first { !sitting.contains(key($0.candidate.number)) }.map {
            (key($0.candidate.number), $0.votes)
        }
    }
}

extension Determination.Content {
    /// The first district in which two contents differ; `nil` where none does, or they are of other steps.
    fileprivate func firstDifference(to other: Self) -> Int? {
        switch (self, other) {
        case (.figures(let own), .figures(let others)), (.seats(let own), .seats(let others)):
            zip(own, others).first { $0 != $1 }?.0.district
        case (.elected(let own), .elected(let others)):
            zip(own, others).first { $0 != $1 }?.0.seat.district ?? own.last?.seat.district
        default: nil
        }
    }
}
