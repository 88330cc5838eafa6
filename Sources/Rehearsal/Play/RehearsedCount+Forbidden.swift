import Elections

extension RehearsedCount {
    /// What is tried about a form before its next turn: everything at the first form, one thing now and then later.
    func forbidden(about paper: Paper, in office: ElectionState) -> [Forbidden] {
        let form = paper.form
        var dice = dice(for: form, office.work(on: form)?.steps ?? 0, "forbidden")
        let isFirst = form == papers.first?.form
        guard isFirst || dice.happens(120) else { return [] }
        let kinds = Forbidden.Kind.allCases.filter(Forbidden.Kind.ofCount.contains)
        let all = kinds.compactMap { attempt($0, paper, in: office) }
        return isFirst ? all : dice.pick(all).map { [$0] } ?? []
    }

    /// One thing that is forbidden as the form stands; `nil` where it cannot be tried.
    private func attempt(_ kind: Forbidden.Kind, _ paper: Paper, in office: ElectionState) -> Forbidden? {
        let form = paper.form
        guard let fields = office.fields(ofDesk: form.ballot) else { return nil }
        let work = office.work(on: form)
        let typist = People.typists[0]
        func refused(_ account: String, _ act: Act, _ answer: Forbidden.Answer = .notPermitted) -> Forbidden {
            Forbidden(kind: kind, account: account, command: .perform(act), answer: answer)
        }
        switch kind {
        case .twice:
            guard work?.stage == .typing, let first = work?.entries.first else { return nil }
            return refused(
                first.account,
                entry(form, paper.figures(of: fields)),
                .fault(.desk(form, .samePerson))
            )
        case .elsewhere:
            guard let elsewhere else { return nil }
            return refused(typist, entry(FormKey(form.ballot, elsewhere), paper.figures(of: fields)))
        case .decision:
            let decision = FormDecided(form, fields: [.valid], figures: [0], reason: "mau saya")
            return refused(typist, .formDecided(decision))
        case .approval: return refused(People.resolver, .formApproved(FormStep(form, reason: "mau saya")))
        case .supervisor: return refused(People.supervisor, entry(form, paper.figures(of: fields)))
        case .account: return refused(typist, .accountOpened(AccountOpened(account: "typist-99")))
        case .stranger: return refused("nobody", entry(form, paper.figures(of: fields)))
        case .facts:
            return Forbidden(
                kind: kind,
                account: typist,
                command: .takeOver([.filesNamed([])]),
                answer: .notPermitted
            )
        case .accepted:
            let accepted = papers.last { office.work(on: $0.form)?.stage == .accepted }
            guard let accepted, let fields = office.fields(ofDesk: accepted.form.ballot) else { return nil }
            return refused(
                typist,
                entry(accepted.form, accepted.figures(of: fields)),
                .fault(.desk(accepted.form, .stage(.accepted)))
            )
        case .unseen:
            guard work?.stage == .differing, let steps = work?.steps else { return nil }
            return refused(
                People.resolver,
                .formSentBack(FormStep(form, seen: steps - 1)),
                .fault(.formChanged(form))
            )
        default: return nil
        }
    }

    /// An entry that no check keeps back.
    private func entry(_ form: FormKey, _ figures: [Int?]) -> Act {
        .formEntered(
            FormEntered(form, figures: figures, confirmed: Check.askedOfForms.map(\.code))
        )
    }
}
