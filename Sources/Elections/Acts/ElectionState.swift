/// What an office knows: everything that follows from its acts, folded one after the other.
///
/// It holds facts, and no sums of them; ``election`` is what they come to.
public struct ElectionState: Sendable {
    private(set) var setUp: SetUp?
    private var files: [SourceFile] = []
    /// What was decided on rules that the law leaves open.
    public private(set) var decisions: [Decision] = []
    var contests: [ContestState] = []
    /// Who is who in the office.
    public private(set) var organisation = Organisation()
    /// What was handed in.
    public internal(set) var evidence = EvidenceRegister()
    /// The plenaries.
    public internal(set) var plenaries = PlenaryRegister()
    /// The votes and counts that were not the first.
    public internal(set) var revotes = RevoteRegister()
    /// The cases before forums.
    public internal(set) var cases = CaseRegister()
    /// The lists of candidates on their way, and what became of candidates.
    public internal(set) var candidacies = CandidacyRegister()
    /// The sampled audits, in the order in which dice were thrown.
    public internal(set) var audits: [PlenaryAudit] = []
    /// What was determined, announced and carried to the oath.
    public internal(set) var results = ResultRegister()
    /// The papers that were issued, and what came back of them.
    public internal(set) var papers = PaperRegister()
    /// The stages of the calendar.
    public internal(set) var stages = StageRegister()
    /// What was done last.
    public private(set) var recent = RecentActs()
    /// The keys that were made known, in their order.
    public private(set) var keys: [KeyNamed] = []
    /// The place of the office's logs among those it began, from 1.
    public private(set) var logGeneration = 1
    /// What judges forms of a ballot as they are typed, once it was needed.
    var judges: [Ballot: FormJudge] = [:]

    /// Nothing done yet.
    public init() {}

    /// The register of the election.
    struct SetUp {
        let name: LocalizedText
        let date: CalendarDate
        let law: Law
        let place: RegionCode
        let regions: Regions
        let electorate: [Electorate]
        let electorateFile: String?
        let limitedBallots: [Int: Set<Ballot>]
    }

    /// The election with all its figures; `nil` before it is set up.
    ///
    /// - Complexity: O(*n* log *n*) in the forms; O(*n*) when they came in the order of the stations.
    public var election: Election? { election { _ in true } }

    /// The election without any forms; `nil` before it is set up.
    ///
    /// - Complexity: O(stations × readings).
    public var electionWithoutForms: Election? { election(hasForms: false) { _ in true } }

    /// The election with the figures of one ballot; `nil` before it is set up.
    ///
    /// - Complexity: As of ``election``, in the forms of that ballot.
    public func election(of ballot: Ballot) -> Election? { election { $0 == ballot } }

    /// The election with the figures of some ballots; `nil` before it is set up.
    ///
    /// - Complexity: As of ``election``, in the forms of these ballots.
    func election(hasForms: Bool = true, _ isWanted: (Ballot) -> Bool) -> Election? {
        setUp.map { setUp in
            Election(
                name: setUp.name,
                date: setUp.date,
                law: setUp.law,
                place: setUp.place,
                regions: setUp.regions,
                electorate: setUp.electorate,
                electorateFile: setUp.electorateFile,
                limitedBallots: setUp.limitedBallots,
                contests: contests.filter { isWanted($0.ballot) }.map {
                    $0.contest(
                        stations: setUp.regions.stations.count,
                        hasForms: hasForms,
                        candidacies.statuses(of: $0.ballot)
                    )
                },
                decisions: decisions,
                files: files,
                plenaries: plenaries,
                revotes: revotes,
                results: results,
                cases: cases,
                candidacies: candidacies.published,
                stages: stages
            )
        }
    }

    /// Folds an act into the state.
    ///
    /// - Throws: ``ActFault`` when it does not fit; the state is as it was then.
    /// - Complexity: O(size of the act).
    public mutating func apply(_ act: Act, by author: Author = .unknown) throws(ActFault) {
        try fold(act, by: author)
        guard let day = day(of: author) else { return }
        let place = place(of: act)
        recent.note(
            RecentActs.Entry(kind: act.kind, place: place, account: author.account, time: author.time),
            on: day
        )
    }

    private mutating func fold(_ act: Act, by author: Author) throws(ActFault) {
        if act.kind.permission == .manageAccounts { return try applyOfOrganisation(act) }
        if case .setUp(let act) = act { return try apply(act) }
        guard let setUp else { throw .notSetUp }
        switch act {
        case .setUp, .divisionsNamed, .accountOpened, .accountClosed, .signInReset, .mandateGiven,
            .mandateEnded:
            break
        case .filesNamed(let named): files += named
        case .ruleDecided(let act):
            try apply(act, setUp)
            judges = [:]
        case .contestOpened(let act):
            try apply(act, setUp)
            judges = [:]
        case .tieDecided(let act):
            try change(act.ballot) { (contest) throws(ActFault) in try contest.decide(act.decision) }
        case .readingOpened(let act):
            try change(act.ballot) { (contest) throws(ActFault) in try contest.open(act) }
            judges = [:]
        case .formsTaken(let act):
            try checkUnread(act)
            try change(act.ballot) { (contest) throws(ActFault) in
                try contest.take(act, setUp.regions, setUp.limitedBallots, by: author)
            }
        case .figuresCertified(let act):
            try checkCertified(act)
            try change(act.ballot) { (contest) throws(ActFault) in
                try contest.certify(act, setUp.regions)
            }
        case .figuresReported(let act):
            try change(act.ballot) { (contest) throws(ActFault) in
                try contest.report(act.figures, setUp.regions)
            }
        case .seatsDetermined(let act):
            try change(act.ballot) { (contest) throws(ActFault) in try contest.determine(act.seats) }
        case .keyNamed(let act): try apply(act)
        case .logSucceeded(let act):
            guard act.generation == logGeneration + 1 else { throw .generation(next: logGeneration + 1) }
            logGeneration = act.generation
            if act.isKeyLost { keys.removeAll { $0.purpose != .documents } }
        case .deskOpened(let act):
            try change(act.ballot) { (contest) throws(ActFault) in
                try contest.openDesk(stations: setUp.regions.stations.count)
            }
            judges = [:]
        case .formEntered, .formSentBack, .formDecided, .formHeld, .formApproved, .formReturned,
            .formReopened:
            try applyOfDesk(act, setUp, by: author)
        case .evidenceAdded, .evidenceFlagged, .evidenceWithdrawn:
            try applyOfEvidence(act, setUp, by: author)
        case .revotesKnown(let revotes): try apply(revotes, setUp)
        case .plenary(let act): try applyOfPlenary(act, setUp, by: author)
        case .revote(let act): try applyOfRevote(act, setUp, by: author)
        case .audit(let act): try applyOfAudit(act, by: author)
        case .result(let act): try applyOfResult(act, setUp)
        case .dispute(let act): try applyOfDispute(act, setUp)
        case .candidacy(let act): try applyOfCandidacy(act, setUp)
        case .paper(let act): try applyOfPapers(act)
        case .described(let act): try act.applyChecked(to: &self, by: author)
        }
    }

    private mutating func applyOfOrganisation(_ act: Act) throws(ActFault) {
        switch act {
        case .divisionsNamed(let divisions): try organisation.name(divisions)
        case .accountOpened(let act): try organisation.open(act.account)
        case .accountClosed(let act): try organisation.close(act.account, act.reason)
        case .signInReset(let act): try organisation.check(reset: act.account, act.reason)
        case .mandateGiven(let mandate):
            if let place = mandate.place, let setUp, setUp.regions[place] == nil {
                throw .unknownRegion(place)
            }
            try organisation.give(mandate)
        case .mandateEnded(let act): try organisation.end(mandate: act.mandate, act.reason)
        default: break
        }
    }

    /// The ballots with figures of a plenary, totals reported or seats determined, in the order of counting.
    var officialBallots: [Ballot] { contests.filter(\.isOfficial).map(\.ballot) }

    /// The key in use for a purpose; `nil` while none was made known.
    public func key(for purpose: KeyNamed.Purpose) -> KeyNamed? {
        keys.last { $0.purpose == purpose }
    }
}

extension ElectionState {
    private mutating func apply(_ act: ElectionSetUp) throws(ActFault) {
        guard setUp == nil else { throw .setUpTwice }
        guard let law = Law.named(act.law) else { throw .unknownLaw(act.law) }
        let stations = act.villages.flatMap { village in
            village.stations.map { (StationCode(village: village.code, number: $0.number), $0) }
        }
        let regions: Regions
        do throws(Regions.Fault) {
            regions = try Regions(act.regions, stations: stations.map(\.0))
        } catch {
            throw .regions(error)
        }
        guard regions[act.place] != nil else { throw .unknownRegion(act.place) }
        var electorate = [Electorate](
            repeating: Electorate(male: nil, female: nil),
            count: stations.count
        )
        var limited: [Int: Set<Ballot>] = [:]
        for (guess, (code, station)) in stations.enumerated() {
            // They come in the order of the register, but need not.
            let place = regions.stations[guess] == code ? guess : regions.position(of: code)
            guard let place else { throw .unknownStation(code) }
            electorate[place] = station.electorate
            if let ballots = station.ballots { limited[place] = Set(ballots) }
        }
        setUp = SetUp(
            name: act.name,
            date: act.date,
            law: law,
            place: act.place,
            regions: regions,
            electorate: electorate,
            electorateFile: act.electorateFile,
            limitedBallots: limited
        )
    }

    private mutating func apply(_ act: RuleDecided, _ setUp: SetUp) throws(ActFault) {
        guard let rule = setUp.law.rule(named: act.rule) else { throw .unknownRule(act.rule) }
        guard rule.provision.readings.contains(where: { $0.id == act.reading }) else {
            throw .unknownRuleReading(rule: act.rule, reading: act.reading)
        }
        guard !decisions.contains(where: { $0.rule == rule.id }) else { throw .ruleDecidedTwice(act.rule) }
        decisions.append(Decision(rule: rule.id, reading: act.reading, basis: act.basis))
    }

    private mutating func apply(_ act: ContestOpened, _ setUp: SetUp) throws(ActFault) {
        guard setUp.law.ballots[act.ballot] != nil else { throw .ballotNotInLaw(act.ballot) }
        guard !contests.contains(where: { $0.ballot == act.ballot }) else { throw .contestTwice(act.ballot) }
        for region in act.districts.flatMap(\.regions) where setUp.regions[region] == nil {
            throw .unknownRegion(region)
        }
        contests.append(try ContestState(act))
        let order = Ballot.allCases
        contests.sort { (order.firstIndex(of: $0.ballot) ?? 0) < (order.firstIndex(of: $1.ballot) ?? 0) }
    }

    /// Signatures are not judged here: the domain computes no digests.
    private mutating func apply(_ act: KeyNamed) throws(ActFault) {
        guard !keys.contains(where: { $0.key.utf8.elementsEqual(act.key.utf8) }) else {
            throw .keyTwice(act.key)
        }
        if let other = act.purpose.rival, key(for: other) != nil { throw .otherOffice(other) }
        guard (act.proof == nil) == (key(for: act.purpose) == nil) else { throw .keyProof(act.purpose) }
        keys.append(act)
    }

    /// Changes a ballot that is known to be there.
    mutating func changeContest(_ ballot: Ballot, _ body: (inout ContestState) -> Void) {
        guard let place = contests.firstIndex(where: { $0.ballot == ballot }) else { return }
        body(&contests[place])
    }

    mutating func change(
        _ ballot: Ballot,
        _ body: (inout ContestState) throws(ActFault) -> Void
    ) throws(ActFault) {
        guard let place = contests.firstIndex(where: { $0.ballot == ballot }) else {
            throw .noContest(ballot)
        }
        try body(&contests[place])
    }
}
