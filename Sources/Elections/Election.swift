/// One election as an office holds it: what was voted on, under which law, where, who stood, the figures.
public struct Election: Sendable {
    /// The name of the election.
    public let name: LocalizedText
    /// The day of the vote.
    public let date: CalendarDate
    /// The rules it was held under.
    public let law: Law
    /// The region the office is responsible for.
    public let place: RegionCode
    /// Regions and polling stations.
    public let regions: Regions
    /// The electorate per station, in the order of ``Regions/stations``.
    public let electorate: [Electorate]
    /// The path of the file the electorate stands in; `nil` where it comes from none.
    public let electorateFile: String?
    /// The only ballots of a station that does not have all of them, by its place among the stations.
    public let limitedBallots: [Int: Set<Ballot>]
    /// The ballots of which figures are known, in the order of counting.
    public let contests: [Contest]
    /// What was decided on rules that the law leaves open.
    public let decisions: [Decision]
    /// The files the figures come from.
    public let files: [SourceFile]
    /// The plenaries the office holds.
    public let plenaries: PlenaryRegister
    /// The votes and counts that were not the first.
    public let revotes: RevoteRegister
    /// What was determined, announced and carried to the oath.
    public let results: ResultRegister
    /// The cases before forums.
    public let cases: CaseRegister
    /// What is public of the lists of candidates.
    public let candidacies: CandidacyRegister
    /// The stages of the office's calendar.
    public let stages: StageRegister

    /// An election with all its figures.
    public init(
        name: LocalizedText,
        date: CalendarDate,
        law: Law,
        place: RegionCode,
        regions: Regions,
        electorate: [Electorate],
        electorateFile: String? = nil,
        limitedBallots: [Int: Set<Ballot>] = [:],
        contests: [Contest],
        decisions: [Decision] = [],
        files: [SourceFile],
        plenaries: PlenaryRegister = PlenaryRegister(),
        revotes: RevoteRegister = RevoteRegister(),
        results: ResultRegister = ResultRegister(),
        cases: CaseRegister = CaseRegister(),
        candidacies: CandidacyRegister = CandidacyRegister(),
        stages: StageRegister = StageRegister()
    ) {
        self.name = name
        self.date = date
        self.law = law
        self.place = place
        self.regions = regions
        self.electorate = electorate
        self.electorateFile = electorateFile
        self.limitedBallots = limitedBallots
        self.contests = contests
        self.decisions = decisions
        self.files = files
        self.plenaries = plenaries
        self.revotes = revotes
        self.results = results
        self.cases = cases
        self.candidacies = candidacies
        self.stages = stages
    }

    /// The same election before anything was counted: registers, ballots and lists alone.
    public var withoutFigures: Election {
        Election(
            name: name,
            date: date,
            law: law,
            place: place,
            regions: regions,
            electorate: electorate,
            electorateFile: electorateFile,
            limitedBallots: limitedBallots,
            contests: contests.map { contest in
                Contest(
                    ballot: contest.ballot,
                    contestants: contest.contestants,
                    lists: contest.lists,
                    statuses: contest.statuses,
                    districts: contest.districts,
                    nation: contest.nation
                )
            },
            decisions: decisions,
            files: files.filter { $0.nature == .register || $0.nature == .roll }
        )
    }

    /// Whether a ballot is voted on at a station, given by its place among the stations.
    public func has(_ ballot: Ballot, atStation place: Int) -> Bool {
        limitedBallots[place]?.contains(ballot) ?? true
    }

    /// The rules of the law that are open and that no recorded decision answers.
    public var undecided: [Law.RuleText] {
        law.rules.filter { value(of: $0.provision, $0.id) == nil }
    }

    /// The value of a rule of the law, by its source or a recorded decision; `nil` while it is open.
    public func value<Value>(of provision: Provision<Value>, _ rule: Law.RuleID) -> Value? {
        provision.value(decisions.first { $0.rule == rule })
    }

    /// Whether any of the figures is made up.
    public var isSimulated: Bool {
        files.contains { $0.nature == .simulated }
    }
}
