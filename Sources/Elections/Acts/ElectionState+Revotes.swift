extension ElectionState {
    /// Folds what is done about a re-vote into the state.
    mutating func applyOfRevote(_ act: RevoteAct, _ setUp: SetUp, by author: Author) throws(ActFault) {
        for text in act.texts { try Organisation.check(text) }
        if case .proposed(let act) = act { try check(act.revote, setUp) }
        let account = author == .unknown ? "" : author.account
        do throws(RevoteFault) {
            try checkPerson(act, by: author)
            switch act {
            case .proposed(let act): try revotes.propose(act.revote, by: account)
            case .recommended(let act): try revotes.recommend(act.revote, act.paper)
            case .decided(let act):
                try revotes.decide(
                    act.revote,
                    act.outcome,
                    decision(act.outcome.decision, about: act.revote),
                    first: setUp.date,
                    last: lastDay(of: act.revote, setUp),
                    by: account
                )
            case .held(let act):
                try revotes.hold(
                    act.revote,
                    act.holding,
                    first: setUp.date,
                    last: lastDay(of: act.revote, setUp)
                )
            }
        } catch {
            throw .revote(act.number, error)
        }
    }

    /// A decision of the commission, or of a body above it, whose region the station lies in.
    private func decision(_ key: DecisionKey, about revote: Int) -> OfficeDecision? {
        guard let plenary = plenaries[key.plenary], plenary.region.tier < .subdistrict,
            let station = revotes[revote]?.station, plenary.region.contains(station.village)
        else { return nil }
        return plenaries.decision(key)
    }

    /// Committees propose for themselves and below, supervisors for themselves; who else is known is the commission.
    private func checkPerson(_ act: RevoteAct, by author: Author) throws(RevoteFault) {
        guard author != .unknown else { return }
        let roles = Set(organisation.mandates(of: author.account, at: author.time).map(\.role))
        guard !roles.isEmpty, roles.isDisjoint(with: [.chair, .commissioner]) else { return }
        var names: Set<Revote.Proposer> = []
        if roles.contains(.stationCommittee) { names.insert(.stationCommittee) }
        if roles.contains(.subdistrictCommittee) {
            names.formUnion([.stationCommittee, .subdistrictCommittee])
        }
        if roles.contains(.overseer) { names.insert(.overseer) }
        switch act {
        case .proposed(let act):
            guard names.contains(act.revote.proposer) else { throw .proposer }
        case .recommended:
            guard names.contains(.overseer) else { throw .proposer }
        case .decided, .held: break
        }
    }

    private func check(_ revote: Revote, _ setUp: SetUp) throws(ActFault) {
        guard let place = setUp.regions.position(of: revote.station) else {
            throw .unknownStation(revote.station)
        }
        for ballot in revote.ballots {
            guard contest(ballot) != nil else { throw .noContest(ballot) }
            guard hasBallot(ballot, atStation: place) else {
                throw .ballotNotAtStation(ballot, revote.station)
            }
        }
    }

    /// Takes over what others have on record: all of them, or none.
    ///
    /// They may be of ballots that nobody counts here, but not of ballots that the law or the station lacks.
    mutating func apply(_ known: [KnownRevote], _ setUp: SetUp) throws(ActFault) {
        var register = revotes
        for revote in known {
            guard let place = setUp.regions.position(of: revote.station) else {
                throw .unknownStation(revote.station)
            }
            for ballot in revote.ballots {
                guard setUp.law.ballots[ballot] != nil else { throw .ballotNotInLaw(ballot) }
                guard hasBallot(ballot, atStation: place) else {
                    throw .ballotNotAtStation(ballot, revote.station)
                }
            }
            try Organisation.check(revote.source)
            do throws(RevoteFault) { try register.take(revote, first: setUp.date) } catch {
                throw .revote(0, error)
            }
        }
        revotes = register
    }

    /// The last day on which the law lets a re-vote be held; `nil` where it sets none.
    ///
    /// - Legal source: UU 7/2017 art. 373(3). What is counted again may be so in each tier's plenary.
    func lastDay(of number: Int, _ setUp: SetUp) -> CalendarDate? {
        guard revotes[number]?.version.once == .revote else { return nil }
        return setUp.law.lastDayOfRevotes(setUp.date, decisions)
    }

    /// The last day on which the law lets a vote be held again; `nil` where it sets none, or nothing is set up.
    public var lastDayOfRevotes: CalendarDate? {
        setUp.flatMap { $0.law.lastDayOfRevotes($0.date, decisions) }
    }

    /// Whether a form is of the first vote, or of one that was ordered and held.
    public func isHeld(_ form: FormKey) -> Bool { form.version == .regular || revotes.isHeld(form) }

    /// Checks that a form of a vote or count that was not the first is typed only once that was held.
    func checkHeld(_ form: FormKey) throws(ActFault) {
        guard isHeld(form) else { throw .revote(0, .notHeld(form)) }
    }
}

extension Law {
    /// The last day on which a vote may be held again; `nil` where the law sets none, or leaves it open.
    public func lastDayOfRevotes(_ votingDay: CalendarDate, _ decisions: [Decision]) -> CalendarDate? {
        let decision = decisions.first { $0.rule == .deadline(.revote) }
        guard let period = deadlines.first(where: { $0.kind == .revote })?.period.value(decision),
            period.unit == .calendarDays, period.event == .vote
        else { return nil }
        return votingDay.adding(days: period.count)
    }
}
