extension ElectionState {
    /// Folds what is done about a case into the state.
    mutating func applyOfDispute(_ act: DisputeAct, _ setUp: SetUp) throws(ActFault) {
        for text in act.texts { try Organisation.check(text) }
        for text in act.longTexts { try Organisation.check(long: text) }
        if case .registered(let act) = act { try check(act, setUp) }
        if case .ruled(let act) = act {
            for effect in act.effects { try check(effect.scope, act.dispute, setUp) }
        }
        let state = self
        do throws(CaseFault) {
            if case .registered(let act) = act { return try cases.register(act) }
            try cases.change(act.number) { (dispute) throws(CaseFault) in
                try state.fold(act, into: &dispute, setUp)
            }
        } catch {
            throw .dispute(act.number, error)
        }
    }

    private func fold(
        _ act: DisputeAct,
        into dispute: inout DisputeCase,
        _ setUp: SetUp
    ) throws(CaseFault) {
        switch act {
        case .registered: break
        case .heard(let act): try dispute.hear(act)
        case .bundled(let act):
            for item in act.items where !has(item, setUp) { throw .noItem(item) }
            try dispute.bundle(act)
        case .answered(let act): try dispute.answer(act)
        case .ruled(let act):
            try dispute.rule(act)
            try checkLater(dispute, setUp)
        case .fulfilled(let act):
            if let appeal = cases.superseding(dispute.number) { throw .superseded(appeal) }
            let effect = dispute.effect(of: try dispute.obligation(act.obligation))
            let day = dispute.ruling?.paper.date
            try dispute.fulfil(act)
            if let effect, let day { try check(act.fulfilment, effect, since: day, setUp) }
        case .closed(let act):
            try dispute.close(act, isSuperseded: cases.superseding(dispute.number) != nil)
        }
    }
}

// MARK: - What is named must be there

extension ElectionState {
    private func check(_ act: CaseRegistered, _ setUp: SetUp) throws(ActFault) {
        try check(act.scope, act.number, setUp)
        for party in [act.reporter, act.respondent] {
            guard let ballot = party.ballot, let number = party.contestant else { continue }
            try check(contestant: number, ballot)
        }
    }

    private func check(_ scope: CaseScope, _ dispute: Int, _ setUp: SetUp) throws(ActFault) {
        guard Set(scope.ballots).count == scope.ballots.count else { throw .dispute(dispute, .ballots) }
        for ballot in scope.ballots where setUp.law.ballots[ballot] == nil { throw .ballotNotInLaw(ballot) }
        guard Set(scope.stations).count == scope.stations.count,
            scope.stations.isEmpty || !scope.ballots.isEmpty
        else { throw .dispute(dispute, .stations) }
        for station in scope.stations {
            guard let place = setUp.regions.position(of: station) else { throw .unknownStation(station) }
            for ballot in scope.ballots where !hasBallot(ballot, atStation: place) {
                throw .ballotNotAtStation(ballot, station)
            }
        }
        guard Set(scope.districts).count == scope.districts.count else {
            throw .dispute(dispute, .districts)
        }
        for district in scope.districts {
            guard scope.ballots.contains(district.ballot) else { throw .dispute(dispute, .ballots) }
            guard districts(of: district.ballot).contains(where: { $0.number == district.number }) else {
                throw .unknownDistrict(district.ballot, district.number)
            }
        }
        if let candidate = scope.candidate {
            guard scope.ballots.contains(candidate.ballot) else { throw .dispute(dispute, .ballots) }
            try check(candidate, dispute)
        }
    }

    private func check(contestant number: Int, _ ballot: Ballot) throws(ActFault) {
        guard let contest = contest(ballot) else { throw .noContest(ballot) }
        guard contest.contestants.contains(where: { $0.number == number }) else {
            throw .unknownContestant(ballot, number)
        }
    }

    /// Somebody whose list is not known here may be contested all the same.
    private func check(_ candidate: CaseCandidate, _ dispute: Int) throws(ActFault) {
        try check(contestant: candidate.contestant, candidate.ballot)
        guard let contest = contest(candidate.ballot) else { return }
        if let district = candidate.district {
            guard contest.districts.contains(where: { $0.number == district }) else {
                throw .unknownDistrict(candidate.ballot, district)
            }
        }
        guard let number = candidate.number else { return }
        let isKnown =
            contest.lists.isEmpty
            || contest.lists.contains { list in
                list.contestant == candidate.contestant && list.district == candidate.district
                    && list.candidates.contains { $0.number == number }
            }
        guard candidate.ballot.choice == .list, number > 0, isKnown else {
            throw .dispute(dispute, .candidate(candidate))
        }
    }

    /// Whether a piece of evidence is in the record, or a paper that needs not be.
    private func has(_ item: CaseEvidence, _ setUp: SetUp) -> Bool {
        switch item {
        case .form(let form):
            guard let place = setUp.regions.position(of: form.station) else { return false }
            return contest(form.ballot)?.hasForm(place, form.version) ?? false
        case .certificate(let number): return plenaries[number]?.stage == .certified
        case .photo(let digest): return evidence.published(digest) != nil
        case .paper: return true
        }
    }

    private func districts(of ballot: Ballot) -> [ElectoralDistrict] { contest(ballot)?.districts ?? [] }
}

// MARK: - What a ruling orders, and what carries it out

extension ElectionState {
    /// Checks that no ruling of a later day says something else of what a ruling concerns.
    ///
    /// A ruling that was appealed may come to be known behind that of the appeal.
    ///
    /// - Complexity: O(cases × stations).
    private func checkLater(_ dispute: DisputeCase, _ setUp: SetUp) throws(CaseFault) {
        // What orders nothing, as what was not proven, contradicts nobody.
        guard let ruling = dispute.ruling, !ruling.effects.isEmpty else { return }
        let day = ruling.paper.date
        for other in cases.all where other.number != dispute.number {
            guard let later = other.ruling?.paper.date, later > day, !other.filing.kind.effects.isEmpty,
                !cases.isAppeal(other.number, of: dispute.number)
            else { continue }
            guard !contradicts(dispute, other, setUp) else { throw .contradictsLater(other.number) }
        }
    }

    /// Whether two rulings do something else to the same figures, or to the same candidate.
    private func contradicts(_ one: DisputeCase, _ other: DisputeCase, _ setUp: SetUp) -> Bool {
        let candidates = Set(one.scopes.compactMap(\.candidate))
        for candidate in candidates where other.scopes.contains(where: { $0.candidate == candidate }) {
            if one.cancels(candidate) != other.cancels(candidate) { return true }
        }
        return setUp.law.ballots.keys.contains { ballot in
            let (ours, theirs) = (figures(of: one, ballot, setUp), figures(of: other, ballot, setUp))
            guard ours.areas.contains(where: { theirs.touches($0) }) else { return false }
            return ours.kinds(in: theirs) != theirs.kinds(in: ours)
        }
    }

    private func figures(of dispute: DisputeCase, _ ballot: Ballot, _ setUp: SetUp) -> RuledFigures {
        let contested = dispute.filing.kind.effects.contains(.correction) ? [dispute.filing.scope] : []
        return RuledFigures(
            effects: (dispute.ruling?.effects ?? []).filter { $0.kind != .candidateCancelled }.map {
                ($0.kind, Set(concerned($0.scope, ballot, setUp)))
            },
            contested: contested.map { Set(concerned($0, ballot, setUp)) }
        )
    }

    /// The stations whose votes on a ballot are concerned, in the order of the register.
    ///
    /// - Complexity: O(stations).
    private func concerned(_ scope: CaseScope, _ ballot: Ballot, _ setUp: SetUp) -> [StationCode] {
        guard scope.ballots.contains(ballot) else { return [] }
        let stations = setUp.regions.stations.enumerated().filter { place, _ in
            hasBallot(ballot, atStation: place)
        }.map(\.element)
        let named = Set(scope.stations)
        guard named.isEmpty else { return stations.filter(named.contains) }
        let numbers = scope.districts.filter { $0.ballot == ballot }.map(\.number)
        guard !numbers.isEmpty else { return stations }
        let regions = districts(of: ballot).filter { numbers.contains($0.number) }.flatMap(\.regions)
        return stations.filter { station in regions.contains { $0.contains(station.village) } }
    }

    private func check(
        _ fulfilment: Fulfilment,
        _ effect: CaseEffect,
        since day: CalendarDate,
        _ setUp: SetUp
    ) throws(CaseFault) {
        switch fulfilment {
        case .paper: break
        case .revotes(let numbers): try check(numbers, effect, since: day, setUp)
        case .plenary(let number):
            // Its day is public, the moment of its certificate is not.
            guard let plenary = plenaries[number], plenary.stage == .certified, plenary.call.date >= day,
                Set(plenary.call.ballots).isSuperset(of: effect.scope.ballots),
                stations(of: effect, setUp).allSatisfy({ plenary.region.contains($0.station.village) })
            else { throw .wrongPlenary(number) }
        case .cancellation:
            if let candidate = effect.scope.candidate, !isCancelled(candidate) {
                throw .notCancelled(candidate)
            }
        }
    }

    /// The votes an effect concerns: each station with each ballot it has.
    private func stations(of effect: CaseEffect, _ setUp: SetUp) -> [(station: StationCode, ballot: Ballot)] {
        effect.scope.ballots.flatMap { ballot in
            concerned(effect.scope, ballot, setUp).map { ($0, ballot) }
        }
    }

    private func check(
        _ numbers: [Int],
        _ effect: CaseEffect,
        since day: CalendarDate,
        _ setUp: SetUp
    ) throws(CaseFault) {
        let version: FormVersion = effect.kind == .recount ? .recount : .revote
        let ordered = stations(of: effect, setUp)
        var missing = Set(ordered.map { FormKey($0.ballot, $0.station, version) })
        let places = Set(ordered.map(\.station))
        for (place, number) in numbers.enumerated() {
            guard !numbers[..<place].contains(number), let revote = revotes[number],
                let held = revote.holding?.date, held >= day,
                revote.ground == .ruling, revote.version.once == version, places.contains(revote.station),
                Set(effect.scope.ballots).isSuperset(of: revote.ballots)
            else { throw .wrongRevote(number) }
            for ballot in revote.ballots { missing.remove(FormKey(ballot, revote.station, version)) }
        }
        if let form = ordered.lazy.map({ FormKey($0.ballot, $0.station, version) }).first(
            where: missing.contains
        ) {
            throw .revoteMissing(form)
        }
    }

    /// Whether somebody on a list was cancelled since the final list.
    private func isCancelled(_ candidate: CaseCandidate) -> Bool {
        guard let number = candidate.number else { return false }
        let list = ListKey(contestant: candidate.contestant, district: candidate.district)
        return candidacies[candidate.ballot]?.statuses[CandidateKey(list, number)] == .cancelled
    }
}

extension DisputeCase {
    fileprivate func cancels(_ candidate: CaseCandidate) -> Bool {
        (ruling?.effects ?? []).contains {
            $0.kind == .candidateCancelled && $0.scope.candidate == candidate
        }
    }
}

/// What a case concerns of the figures of a ballot, and what its ruling does to them.
private struct RuledFigures {
    let effects: [(kind: CaseEffect.Kind, stations: Set<StationCode>)]
    let contested: [Set<StationCode>]

    var areas: [Set<StationCode>] { contested + effects.map(\.stations) }

    func touches(_ stations: Set<StationCode>) -> Bool { areas.contains { !$0.isDisjoint(with: stations) } }

    /// What is done to figures that another case concerns too.
    func kinds(in other: RuledFigures) -> Set<CaseEffect.Kind> {
        Set(effects.filter { other.touches($0.stations) }.map(\.kind))
    }
}
