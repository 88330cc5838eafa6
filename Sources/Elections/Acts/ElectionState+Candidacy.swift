extension ElectionState {
    /// Folds what is done about lists of candidates into the state.
    mutating func applyOfCandidacy(_ act: CandidacyAct, _ setUp: SetUp) throws(ActFault) {
        for text in act.texts { try Organisation.check(text) }
        guard let contest = contest(act.ballot) else { throw .noContest(act.ballot) }
        do throws(CandidacyFault) { try apply(act, contest, setUp) } catch {
            throw .candidacy(act.ballot, error)
        }
        guard case .published(let act) = act, act.published.kind == .final else { return }
        try change(act.ballot) { $0.settle(act.published.lists) }
        judges = [:]
    }

    private mutating func apply(_ act: CandidacyAct, _ contest: ContestState, _ setUp: SetUp)
        throws(CandidacyFault)
    {
        if case .statusSet(let act) = act {
            guard act.ballot.choice == .list else { throw .noLists }
            return try candidacies.change(act.ballot) { (candidacy) throws(CandidacyFault) in
                try candidacy.set(act.place, act.change, on: contest.lists)
            }
        }
        guard let rules = contest.listRules(setUp.law) else { throw .noLists }
        guard !contest.hasListsElsewhere else { throw .onRecordElsewhere }
        if [.listSubmitted, .listsPublished].contains(act.kind), contest.isCounted { throw .counted }
        let decision = decision(of: act, setUp)
        try candidacies.change(act.ballot) { (candidacy) throws(CandidacyFault) in
            switch act {
            case .submitted(let act): try candidacy.submit(act.list, on: act.date, rules)
            case .published(let act) where act.published.kind == .provisional:
                try candidacy.publish(provisional: act.published, rules)
            case .published(let act):
                try candidacy.publish(final: act.published, rules, decision, vote: setUp.date)
            case .objected(let act): try candidacy.object(act.objection)
            case .answered(let act): try candidacy.answer(act.objection, act.answer)
            case .replaced(let act): try candidacy.replace(act.replacement)
            case .statusSet: break
            }
        }
    }

    /// The decision that lists name, of the commission or of a body above it.
    private func decision(of act: CandidacyAct, _ setUp: SetUp) -> OfficeDecision? {
        guard case .published(let act) = act, let key = act.published.decision,
            let plenary = plenaries[key.plenary], plenary.region.tier < .subdistrict,
            plenary.region.contains(setUp.place)
        else { return nil }
        return plenaries.decision(key)
    }

    /// Whoever publishes lists has had them handed in; a reader of the public record knows of none.
    func checkSubmitted(_ act: ListsPublished) throws(ActFault) {
        let (candidacy, lists) = (candidacies[act.ballot] ?? Candidacy(), act.published.lists)
        guard candidacy.stage == .submitted, candidacy.submissions.isEmpty, let list = lists.first,
            contest(act.ballot)?.hasListsElsewhere == false
        else { return }
        throw .candidacy(act.ballot, .otherList(list.key))
    }

    /// No desk is opened while lists are on their way: its forms would have no room for them, and they could not become
    /// final any more.
    func checkListsSettled(_ ballot: Ballot) throws(ActFault) {
        guard let stage = candidacies[ballot]?.stage, stage != .final,
            contest(ballot)?.hasListsElsewhere == false
        else { return }
        throw .candidacy(ballot, .stage(stage))
    }

    /// What lists of a ballot must be; `nil` where none stand on it, the ballot is not opened, or the law's rules are
    /// not known.
    public func listRules(of ballot: Ballot) -> ListRules? {
        guard let setUp else { return nil }
        return contest(ballot)?.listRules(setUp.law)
    }
}

extension ContestState {
    fileprivate func listRules(_ law: Law) -> ListRules? {
        guard ballot.choice == .list, let lists = law.candidateLists else { return nil }
        return ListRules(lists, contestants: contestants.map(\.number), districts: districts)
    }
}
