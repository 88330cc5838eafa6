extension ElectionState {
    /// Folds an act of a counting desk into the state.
    mutating func applyOfDesk(_ act: Act, _ setUp: SetUp, by author: Author) throws(ActFault) {
        guard let form = act.form else { return }
        guard let station = setUp.regions.position(of: form.station) else {
            throw .unknownStation(form.station)
        }
        if setUp.limitedBallots[station]?.contains(form.ballot) == false {
            throw .ballotNotAtStation(form.ballot, form.station)
        }
        try checkSeen(act, form, station)
        if case .formReopened = act { try checkUnread(form) }
        try change(form.ballot) { (contest) throws(ActFault) in
            switch act {
            case .formEntered(let act):
                if let remark = act.remark { try Organisation.check(remark) }
                guard act.confirmed.allSatisfy({ Check.named($0)?.code == $0 }),
                    Set(act.confirmed).count == act.confirmed.count
                else { throw .unconfirmed(form, act.confirmed) }
                try contest.enter(act, station, by: author)
            case .formDecided(let act):
                try Organisation.check(act.reason)
                try contest.decide(act, station, by: author)
            case .formSentBack:
                try contest.work(form, station) { (work) throws(DeskFault) in try work.sendBack(by: author) }
            case .formHeld(let act):
                try contest.work(form, station) { (work) throws(DeskFault) in
                    try work.hold(act.checks, by: author)
                }
            case .formApproved(let act):
                try Organisation.check(act.reason ?? "")
                try contest.work(form, station) { (work) throws(DeskFault) in try work.approve(by: author) }
            case .formReturned(let act):
                try Organisation.check(act.reason ?? "")
                try contest.work(form, station) { (work) throws(DeskFault) in
                    try work.begin(from: .held, by: author)
                }
            case .formReopened(let act):
                try Organisation.check(act.reason ?? "")
                try contest.reopen(form, station, by: author)
            default: break
            }
        }
    }

    /// Whoever decides about a form must have seen it as it is.
    private func checkSeen(_ act: Act, _ form: FormKey, _ station: Int) throws(ActFault) {
        let seen: Int? =
            switch act {
            case .formDecided(let act): act.seen
            case .formSentBack(let act), .formApproved(let act), .formReturned(let act),
                .formReopened(let act):
                act.seen
            default: nil
            }
        guard let seen, let desk = contest(form.ballot)?.desk else { return }
        guard desk.work(station, form.version)?.steps ?? 0 == seen else { throw .formChanged(form) }
    }

    func contest(_ ballot: Ballot) -> ContestState? { contests.first { $0.ballot == ballot } }
}

// MARK: - Reading

extension ElectionState {
    /// The ballots whose counting desks are open, in the order of counting.
    public var desks: [Ballot] { contests.filter { $0.desk != nil }.map(\.ballot) }

    /// The counting desk of a ballot; `nil` while it is not open.
    public func desk(of ballot: Ballot) -> CountingDesk? { contest(ballot)?.desk }

    /// What has been done about a form; `nil` when nothing was, or there is none.
    public func work(on form: FormKey) -> FormWork? {
        position(of: form.station).flatMap { desk(of: form.ballot)?.work($0, form.version) }
    }

    /// The stations in register order; empty before the election is set up.
    public var stations: [StationCode] { setUp?.regions.stations ?? [] }

    /// The place of a station among ``stations``; `nil` when there is none.
    public func position(of station: StationCode) -> Int? { setUp?.regions.position(of: station) }

    /// Whether a ballot is voted on at a station, by its place.
    public func hasBallot(_ ballot: Ballot, atStation place: Int) -> Bool {
        setUp?.limitedBallots[place]?.contains(ballot) ?? true
    }

    /// The fields of the form of one station, in the order of the paper; empty where the ballot is not opened.
    ///
    /// - Complexity: O(fields + lists).
    public func fields(of form: FormKey) -> [Field] {
        guard let setUp, let contest = contest(form.ballot) else { return [] }
        return contest.layout(setUp.law).fields(in: contest.district(of: form.station.village))
    }

    /// Judges figures of a form, beside the station's other forms.
    ///
    /// - Parameters:
    ///   - form: The form.
    ///   - figures: A figure per field of the desk, 0…``FormTable/largest``; `nil` for none on the paper.
    /// - Returns: What they do not pass.
    /// - Throws: ``ActFault`` when there is no such desk or station.
    /// - Complexity: O(fields), after the first one of a ballot.
    public func findings(of form: FormKey, _ figures: [Int?]) throws(ActFault) -> [FormFinding] {
        guard let station = position(of: form.station) else { throw .unknownStation(form.station) }
        guard let desk = desk(of: form.ballot) else { throw .noDesk(form.ballot) }
        guard figures.count == desk.fields.count else {
            throw .wrongWidth(form.ballot, fields: desk.fields.count)
        }
        var state = self
        return try state.findings(of: form, station, figures.map { $0.map(Int32.init) ?? FormTable.missing })
    }

    /// Judges many forms, each as ``findings(of:_:)`` does.
    ///
    /// - Throws: ``ActFault`` when there is no such desk or station.
    /// - Complexity: O(forms × fields).
    public func findings(
        ofEach forms: some Sequence<(form: FormKey, figures: [Int?])>
    ) throws(ActFault) -> [[FormFinding]] {
        // What judges them is made once, and kept in this copy.
        var state = self
        var findings: [[FormFinding]] = []
        for (form, figures) in forms {
            guard let station = position(of: form.station) else { throw .unknownStation(form.station) }
            let cells = figures.map { $0.map(Int32.init) ?? FormTable.missing }
            findings.append(try state.findings(of: form, station, cells))
        }
        return findings
    }

    /// The figures of an accepted form, a figure per field of the desk; `nil` while it is not accepted.
    public func acceptedFigures(of form: FormKey) -> [Int?]? {
        guard let station = position(of: form.station) else { return nil }
        return contest(form.ballot)?.deskCells(station, form.version)?.map {
            $0 == FormTable.missing ? nil : Int($0)
        }
    }
}

// MARK: - Deciding

extension ElectionState {
    /// What follows from an act on the state behind it; `nil` when nothing does.
    mutating func consequences(of act: Act) throws(ActFault) -> [Act] {
        if case .evidenceAdded = act {
            return evidence.likenessesOfLast().map { [.evidenceFlagged($0)] } ?? []
        }
        if case .plenary(.certified(let step)) = act {
            return try plenaries[step.plenary].map { (plenary) throws(ActFault) in
                try certificates(of: plenary)
            } ?? []
        }
        guard let form = act.form, let setUp, let station = setUp.regions.position(of: form.station),
            let contest = contest(form.ballot), let work = contest.desk?.work(station, form.version)
        else { return [] }
        switch work.stage {
        case .agreed:
            let broken = try findings(of: form, station, work.cells ?? []).codes(from: .hard)
            guard broken.isEmpty else { return [.formHeld(FormStep(form, checks: broken))] }
            return contest.accepted(form, station).map { [.formsTaken($0)] } ?? []
        case .approved: return contest.accepted(form, station).map { [.formsTaken($0)] } ?? []
        case .typing, .differing, .sentBack, .held, .accepted: return []
        }
    }

    /// The acts that must stand before a desk can be opened: the file it counts as, and its reading.
    func preparation(for act: DeskOpened) throws(ActFault) -> [Act] {
        guard let setUp else { throw .notSetUp }
        guard let contest = contest(act.ballot) else { throw .noContest(act.ballot) }
        guard contest.desk == nil else { throw .deskTwice(act.ballot) }
        let path = "\(DeskOpened.reading)/\(act.ballot.rawValue)"
        let source = LocalizedText(
            id: "Meja hitung: setiap formulir diketik oleh dua orang",
            en: "Counting desk: every form typed by two people"
        )
        return [
            .filesNamed([
                SourceFile(path: path, nature: act.isSimulated ? .simulated : .reading, source: source)
            ]),
            .readingOpened(
                ReadingOpened(
                    ballot: act.ballot,
                    id: DeskOpened.reading,
                    name: LocalizedText(id: "Meja hitung", en: "Counting desk"),
                    file: path,
                    fields: contest.layout(setUp.law).fields()
                )
            ),
        ]
    }

    /// Checks that figures are of the station's form, and that what they do not pass was confirmed.
    mutating func checkConfirmed(_ entry: FormEntered) throws(ActFault) {
        guard let setUp else { throw .notSetUp }
        guard let station = setUp.regions.position(of: entry.form.station) else {
            throw .unknownStation(entry.form.station)
        }
        guard let desk = contest(entry.form.ballot)?.desk else { throw .noDesk(entry.form.ballot) }
        // What was sent back says too little to be judged by itself.
        guard entry.fields == nil else { return }
        guard entry.cells.count == desk.fields.count else {
            throw .wrongWidth(entry.form.ballot, fields: desk.fields.count)
        }
        let judge = try judge(entry.form.ballot)
        let strangers = Set(judge.kind(ofStation: station).strangers)
        for (field, cell) in zip(desk.fields, entry.cells) where cell != FormTable.missing {
            if strangers.contains(field) { throw .notOnForm(entry.form, field) }
        }
        let found = try findings(of: entry.form, station, entry.cells).codes(from: .soft)
        let open = found.filter { !entry.confirmed.contains($0) }
        guard open.isEmpty else { throw .unconfirmed(entry.form, open) }
    }

    /// What figures of a form do not pass.
    mutating func findings(of form: FormKey, _ station: Int, _ cells: [Int32]) throws(ActFault)
        -> [FormFinding]
    {
        guard let setUp else { throw .notSetUp }
        let judge = try judge(form.ballot)
        let beside = judge.others.map { ballot in
            contest(ballot)?.countedCells(station, vote: form.version.vote)
        }
        return judge.findings(cells, station: station, electorate: setUp.electorate[station], beside: beside)
    }

    private mutating func judge(_ ballot: Ballot) throws(ActFault) -> FormJudge {
        if let judge = judges[ballot] { return judge }
        guard let election = electionWithoutForms else { throw .notSetUp }
        let snapshot: Snapshot
        do throws(Snapshot.Fault) { snapshot = try Snapshot(election) } catch { throw .sums(error) }
        guard let result = snapshot.result(of: ballot), contest(ballot)?.desk != nil,
            let place = result.contest.readings.firstIndex(where: { $0.id == DeskOpened.reading })
        else { throw .noDesk(ballot) }
        let others = contests.compactMap { other in
            other.ballot == ballot ? nil : other.counted.map { (ballot: other.ballot, fields: $0.fields) }
        }
        let judge = FormSetting(snapshot, result).judge(ofReading: place, others: others)
        judges[ballot] = judge
        return judge
    }
}

extension Act {
    /// The form on its way that it is about; `nil` for every other act.
    public var form: FormKey? {
        switch self {
        case .formEntered(let act): act.form
        case .formDecided(let act): act.form
        case .formSentBack(let act), .formHeld(let act), .formApproved(let act), .formReturned(let act),
            .formReopened(let act):
            act.form
        default: nil
        }
    }
}
