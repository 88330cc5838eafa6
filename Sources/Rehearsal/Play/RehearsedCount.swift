public import Elections

/// A count as it is played: what is done next follows from the plan and from how far the office is.
///
/// Nothing is remembered but where to look first, so that a rehearsal that was broken off goes on as it would have.
public struct RehearsedCount: Rehearsed {
    /// What is rehearsed.
    public let plan: RehearsalPlan
    /// The forms as they lie there on paper, in the order in which they are counted.
    public let papers: [Paper]
    /// A station of another subdistrict; `nil` where there is none.
    let elsewhere: StationCode?
    /// Papers before it were accepted when last looked at.
    private var first = 0

    /// How many forms are typed beside each other.
    private static let onTheTable = 2 * People.typists.count

    /// The count of an election, as ``Elections/Election/rehearsed(_:)`` or an office has it.
    ///
    /// - Complexity: O(forms × fields).
    public init(_ election: Election, _ plan: RehearsalPlan) {
        self.init(election, plan, Paper.all(of: election, for: plan))
    }

    /// The count of some papers.
    init(_ election: Election, _ plan: RehearsalPlan, _ papers: [Paper]) {
        self.plan = plan
        self.papers = papers
        elsewhere = election.regions.stations.first { !plan.place.contains($0.village) }
    }

    /// What somebody does next; `nil` once every form is accepted and says what its paper says.
    ///
    /// - Complexity: O(fields), but where all forms are accepted: O(forms × fields).
    public mutating func next(in office: ElectionState) -> Turn? {
        while first < papers.count, office.work(on: papers[first].form)?.stage == .accepted { first += 1 }
        guard first < papers.count else { return reopening(in: office) }
        let open = papers[first...].lazy.filter { office.work(on: $0.form)?.stage != .accepted }
            .prefix(Self.onTheTable)
        let steps = open.reduce(0) { $0 + (office.work(on: $1.form)?.steps ?? 0) }
        var dice = Dice(plan.seed, "turn \(first) \(steps)")
        return dice.pick(Array(open)).flatMap { turn(about: $0, in: office) }
    }

    /// The forms that are not accepted, or not as their papers are.
    ///
    /// - Complexity: O(forms × fields).
    public func unequal(in office: ElectionState) -> [FormKey] {
        papers.filter { !isEqual($0, in: office) }.map(\.form)
    }

    private func isEqual(_ paper: Paper, in office: ElectionState) -> Bool {
        guard let fields = office.fields(ofDesk: paper.form.ballot) else { return false }
        return office.acceptedFigures(of: paper.form) == paper.figures(of: fields)
    }

    /// Two may make the same slip: in the end everything is held beside the papers once more.
    private mutating func reopening(in office: ElectionState) -> Turn? {
        guard let place = papers.firstIndex(where: { !isEqual($0, in: office) }) else { return nil }
        first = 0
        let form = papers[place].form
        let steps = office.work(on: form)?.steps ?? 0
        let step = FormStep(form, reason: "angka diterima lain dari foto", seen: steps)
        return Turn(People.supervisor, .formReopened(step), name(of: form, steps))
    }
}

extension RehearsedCount {
    private func turn(about paper: Paper, in office: ElectionState) -> Turn? {
        let form = paper.form
        guard let fields = office.fields(ofDesk: form.ballot) else { return nil }
        let work = office.work(on: form)
        let steps = work?.steps ?? 0
        var dice = dice(for: form, steps, "who")
        let tries = forbidden(about: paper, in: office)
        func turn(_ account: String, _ act: Act) -> Turn {
            Turn(account, act, name(of: form, steps), forbidden: tries)
        }
        switch work?.stage ?? .typing {
        case .typing, .sentBack:
            let free = People.typists.filter { work?.accepts(typist: $0) ?? true }
            guard let typist = dice.pick(free) else { return nil }
            return turn(typist, entry(of: paper, fields, work, by: typist))
        case .differing:
            let differing = (work?.differing ?? []).map { fields[$0] }
            if work?.resolvers.isEmpty == true, dice.below(3) > 0 {
                return turn(People.resolver, .formSentBack(FormStep(form, seen: steps)))
            }
            let decision = FormDecided(
                form,
                fields: differing,
                figures: paper.figures(of: differing),
                reason: "seperti pada foto",
                seen: steps
            )
            return turn(People.resolver, .formDecided(decision))
        case .held:
            let isAsOnPaper = work?.figures == paper.figures(of: fields)
            let reason = isAsOnPaper ? "demikian tertulis di kertas" : "angka diketik lain dari foto"
            let step = FormStep(form, reason: reason, seen: steps)
            return turn(People.supervisor, isAsOnPaper ? .formApproved(step) : .formReturned(step))
        // The office goes on from these by itself.
        case .agreed, .approved, .accepted: return nil
        }
    }

    private func entry(of paper: Paper, _ fields: [Field], _ work: FormWork?, by account: String) -> Act {
        let asked = work?.stage == .sentBack ? (work?.wanted ?? []).map { fields[$0] } : nil
        var typist = typist(account, paper.form, work, looks: 0)
        let figures = typist.type(paper.figures(of: asked ?? fields))
        return .formEntered(FormEntered(paper.form, figures: figures, fields: asked))
    }

    /// A typist at a form: who has typed it once before looks closer.
    private func typist(_ account: String, _ form: FormKey, _ work: FormWork?, looks: Int) -> Typist {
        let rounds = min(work?.rounds ?? 0, 10)
        return Typist(
            errors: plan.errors >> rounds,
            dice(for: form, work?.steps ?? 0, "\(account) \(looks)")
        )
    }

    /// What a typist does who is told which checks the figures do not pass: looks at the paper again, corrects what
    /// was a slip, and says of the rest that the paper says so.
    public func again(_ turn: Turn, unconfirmed codes: [String], in office: ElectionState) -> Turn? {
        guard case .formEntered(let entry) = turn.act,
            let paper = papers.first(where: { $0.form == entry.form }),
            let fields = office.fields(ofDesk: entry.form.ballot)
        else { return nil }
        let work = office.work(on: entry.form)
        let looks = turn.looks + 1
        var typist = typist(turn.account, entry.form, work, looks: looks)
        let figures = typist.reviewed(entry.figures, beside: paper.figures(of: fields))
        let isCorrected = figures != entry.figures
        return Turn(
            turn.account,
            .formEntered(
                FormEntered(
                    entry.form,
                    figures: figures,
                    confirmed: isCorrected ? [] : entry.confirmed + codes
                )
            ),
            name(of: entry.form, work?.steps ?? 0),
            looks: looks
        )
    }

    func name(of form: FormKey, _ steps: Int) -> String {
        let vote = form.version == .regular ? "" : "\(form.version.rawValue)-"
        return "\(form.ballot.rawValue)-\(form.station)-\(vote)\(steps)"
    }

    func dice(for form: FormKey, _ steps: Int, _ purpose: String) -> Dice {
        Dice(plan.seed, "\(name(of: form, steps)) \(purpose)")
    }
}

extension ElectionState {
    /// The fields of the forms at a ballot's desk; `nil` while none is open.
    func fields(ofDesk ballot: Ballot) -> [Field]? { desk(of: ballot)?.fields }

    /// What has been done about a form; `nil` while nobody touched it.
    func work(on form: FormKey) -> FormWork? {
        guard let station = position(of: form.station) else { return nil }
        return desk(of: form.ballot)?.work(station, form.version)
    }
}
