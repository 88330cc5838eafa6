import Elections

extension RehearsedRevotes {
    /// What is tried before a step and must be refused.
    func forbidden(before act: Act, in office: ElectionState) -> [Forbidden] {
        switch act {
        case .revote(.proposed(let act)) where act.revote.number == 1: [unordered(act.revote)]
        case .plenary(.decided(let act)) where act.decision.number == 1: undecreed(act)
        case .revote(.decided(let act)): early(act, in: office) + again(act.revote - 1, in: office)
        case .revote(.held(let act)): unheld(act) + again(act.revote, in: office)
        default: []
        }
    }

    /// Forms of a vote that nobody ordered.
    private func unordered(_ revote: Revote) -> Forbidden {
        let form = FormKey(revote.ballots[0], revote.station, revote.version)
        return refused(
            .unheld,
            People.typists[0],
            .formEntered(FormEntered(form, figures: [])),
            .notHeld(form),
            0
        )
    }

    private func undecreed(_ act: DecisionTaken) -> [Forbidden] {
        let decision = act.decision
        let against = OfficeDecision.Ballot(People.bodySize, .against)
        let bare = OfficeDecision(
            number: decision.number,
            decision.matter,
            motion: decision.motion,
            votes: decision.votes,
            minutes: decision.minutes
        )
        let silent = OfficeDecision(
            number: decision.number,
            decision.matter,
            motion: decision.motion,
            votes: decision.votes.dropLast() + [against],
            decree: decision.decree,
            minutes: decision.minutes
        )
        return [(bare, .decree), (silent, .dissentNeedsReason(against.attendee))].map { decision, fault in
            Forbidden(
                kind: .undecreed,
                account: People.chair,
                command: .perform(.plenary(.decided(DecisionTaken(plenary: act.plenary, decision)))),
                answer: .fault(.plenary(act.plenary, fault))
            )
        }
    }

    /// By whoever proposed it, on the day after the last, or by a decision that was not taken.
    private func early(_ act: RevoteDecided, in office: ElectionState) -> [Forbidden] {
        let unknown = DecisionKey(plenary: act.outcome.decision.plenary, decision: planned.count + 1)
        func decided(_ outcome: Revote.Outcome) -> Act {
            .revote(.decided(RevoteDecided(revote: act.revote, outcome)))
        }
        let baseless = Revote.Outcome(unknown, on: day, reason: act.outcome.reason)
        var tries = [
            refused(.undecided, People.chair, decided(baseless), .decision(unknown), act.revote),
            Forbidden(
                kind: .proposer,
                account: People.committee(ofRevote: act.revote),
                command: .perform(decided(act.outcome)),
                answer: .notPermitted
            ),
        ]
        if let last = election.law.lastDayOfRevotes(election.date, election.decisions) {
            let late = Revote.Outcome(
                act.outcome.decision,
                on: last.adding(days: 1),
                reason: act.outcome.reason
            )
            tries.append(refused(.late, People.chair, decided(late), .date(last: last), act.revote))
        }
        return tries
    }

    /// Held on the day after the last, or without the special papers.
    private func unheld(_ act: RevoteHeld) -> [Forbidden] {
        func held(_ holding: Revote.Holding) -> Act {
            .revote(.held(RevoteHeld(revote: act.revote, holding)))
        }
        let bare = Revote.Holding(date: day, papers: [:])
        var tries = [refused(.unpapered, People.chair, held(bare), .papers, act.revote)]
        if let last = election.law.lastDayOfRevotes(election.date, election.decisions) {
            let late = Revote.Holding(date: last.adding(days: 1), papers: act.holding.papers)
            tries.append(refused(.late, People.chair, held(late), .date(last: last), act.revote))
        }
        return tries
    }

    /// A second one where one is ordered or held.
    private func again(_ number: Int, in office: ElectionState) -> [Forbidden] {
        guard let known = office.revotes[number], [.ordered, .held].contains(known.stage) else { return [] }
        let next = office.revotes.all.count + 1
        let revote = Revote(
            number: next,
            known.version,
            at: known.station,
            known.ballots,
            known.ground,
            by: known.proposer,
            cause: known.cause,
            isSimulated: true
        )
        let account = People.committee(ofRevote: number)
        return [
            refused(
                .secondRevote,
                account,
                .revote(.proposed(RevoteProposed(revote))),
                .oncePerStation(number),
                next
            )
        ]
    }

    private func refused(
        _ kind: Forbidden.Kind,
        _ account: String,
        _ act: Act,
        _ fault: RevoteFault,
        _ number: Int
    ) -> Forbidden {
        Forbidden(
            kind: kind,
            account: account,
            command: .perform(act),
            answer: .fault(.revote(number, fault))
        )
    }
}
