public import Elections

/// The small election's council with its forms and certificates: one district of three seats, all of its plenaries over;
/// or pairs in a regent's election.
///
/// Of the council Alpha has two seats, for Ani and Budi; Beta one, for Cici.
public struct DeterminedCouncil: Sendable {
    /// What the office knows.
    public var state = ElectionState()

    /// The ballot.
    public let ballot: Ballot

    struct NoDate: Error {}

    /// The office before anything is determined.
    ///
    /// - Parameter hasSpare: Whether Alpha's list has a third candidate, without votes.
    /// - Throws: What the office refuses.
    public init(hasSpare: Bool = false) throws {
        try self.init(Self.election(hasSpare: hasSpare))
    }

    /// A regent's election before anything is determined.
    ///
    /// - Parameters:
    ///   - votes: Of each pair at each of the five stations.
    ///   - blank: The number of the blank column, from 1.
    ///   - decisions: What was decided on open rules.
    /// - Throws: What the office refuses.
    public init(pairs votes: [Int], blank: Int? = nil, decisions: [Decision] = []) throws {
        try self.init(Self.election(ofPairs: votes, blank: blank, decisions))
    }

    private init(_ election: Election) throws {
        ballot = election.contests.first?.ballot ?? .regencyCouncil
        for acts in Act.takingOver(election) {
            _ = try state.decide(.takeOver(acts), by: .unknown)
        }
    }

    /// What an office takes over of a regent's election.
    public static func acts(ofPairs votes: [Int]) throws -> [Act] {
        Act.takingOver(try election(ofPairs: votes, blank: nil, [])).flatMap(\.self)
    }

    private static let fields: [Field] = [
        .votes(1), .partyVotes(1), .candidateVotes(1, 1), .candidateVotes(1, 2), .votes(2), .partyVotes(2),
        .candidateVotes(2, 1),
    ]
    /// What stands on the form of each of the five stations.
    private static let form: [Int?] = [52, 2, 30, 20, 25, 5, 20]

    /// The same form of each of the five stations, and the certificates above them.
    private static func figures(_ fields: [Field], _ form: [Int?]) throws -> (Reading, CertifiedFigures) {
        var forms = FormTable(fields: fields)
        for _ in 0..<5 { forms.append(form) }
        var certified = FormTable(fields: fields)
        var places: [CertifiedFigures.Place] = []
        let stations = [
            "73.12": 5, "73.12.01": 3, "73.12.01.1001": 2, "73.12.01.2002": 1, "73.12.02": 2,
            "73.12.02.2001": 2,
        ]
        for (code, count) in stations.sorted(by: { $0.key < $1.key }) {
            certified.append(form.map { $0.map { $0 * count } })
            places.append(.region(try RegionCode(parsing: code)))
        }
        let reading = Reading(
            id: "office",
            name: .same("office"),
            file: "a.csv",
            forms: forms,
            places: Array(0..<5),
            stations: 5
        )
        return (reading, CertifiedFigures(forms: certified, places: places))
    }

    private static func election(
        ofPairs votes: [Int],
        blank: Int?,
        _ decisions: [Decision]
    ) throws -> Election {
        let (reading, certified) = try figures((1...votes.count).map { .votes($0) }, votes)
        let contest = Contest(
            ballot: .regent,
            contestants: votes.indices.map {
                Contestant(
                    number: $0 + 1,
                    name: "Ani <\($0 + 1)> & Budi",
                    shortName: "Pasangan \($0 + 1)",
                    colour: "#111111",
                    kind: $0 + 1 == blank ? .blank : .pair
                )
            },
            readings: [reading],
            certified: certified
        )
        var small = SmallElection()
        (small.law, small.decisions) = (.pilkada2020, decisions)
        return try small.election(of: [contest])
    }

    private static func election(hasSpare: Bool) throws -> Election {
        let (reading, certified) = try figures(
            fields + (hasSpare ? [.candidateVotes(1, 3)] : []),
            form + (hasSpare ? [0] : [])
        )
        func list(_ contestant: Int, _ names: [String]) -> CandidateList {
            CandidateList(
                district: 1,
                contestant: contestant,
                candidates: names.enumerated().map {
                    Candidate(number: $0 + 1, name: PersonName(before: "Hj.", name: $1), sex: .female)
                }
            )
        }
        let contest = Contest(
            ballot: .regencyCouncil,
            contestants: [
                Contestant(number: 1, name: "Partai Alpha", shortName: "Alpha", colour: "#111111"),
                Contestant(number: 2, name: "Partai Beta", shortName: "Beta", colour: "#222222"),
            ],
            lists: [list(1, ["Ani <A>", "Budi"] + (hasSpare ? ["Dewi"] : [])), list(2, ["Cici"])],
            districts: [
                ElectoralDistrict(
                    number: 1,
                    name: "Kecil 1",
                    seats: 3,
                    regions: [try RegionCode(parsing: "73.12.01"), try RegionCode(parsing: "73.12.02")]
                )
            ],
            readings: [reading],
            certified: certified
        )
        return try SmallElection().election(of: [contest])
    }

    private mutating func perform(_ act: Act) throws { _ = try state.decide(.perform(act), by: .unknown) }

    private static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(parsing: text) else { throw NoDate() }
        return day
    }

    private static func paper(_ reference: String, _ day: String) throws -> Revote.Paper {
        Revote.Paper(reference, try Self.day(day))
    }

    /// A plenary in which the commission carries three motions on results.
    private mutating func meet() throws {
        func plenary(_ act: PlenaryAct) throws { try perform(.plenary(act)) }
        try plenary(
            .called(
                PlenaryCalled(
                    number: 1,
                    .decision,
                    of: try RegionCode(parsing: "73.12"),
                    invitation: "1/UND",
                    agenda: "Penetapan hasil",
                    venue: "Triple 8",
                    date: try Self.day("2019-07-20"),
                    members: 3
                )
            )
        )
        for number in 1...3 {
            let attendee = Attendee(number: number, number == 1 ? .chair : .member)
            try plenary(.attended(PlenaryAttended(plenary: 1, attendee: attendee)))
        }
        try plenary(.opened(PlenaryStep(1)))
        for number in 1...3 {
            let decision = OfficeDecision(
                number: number,
                .result,
                motion: "Penetapan \(number)",
                votes: (1...3).map { OfficeDecision.Ballot($0, .inFavour) },
                decree: "\(number)/Kpt",
                minutes: "BA \(number)"
            )
            try plenary(.decided(DecisionTaken(plenary: 1, decision)))
        }
    }

    /// The first determinations, by a plenary that carries three motions.
    public mutating func determine(first count: Int) throws {
        try meet()
        let districts = [ballot.choice == .list ? 1 : Determination.undivided]
        for (place, step) in Determination.Step.all(of: ballot).prefix(count).enumerated() {
            let determination = Determination(
                of: ballot,
                districts,
                try state.following(step, districts, of: ballot),
                by: DecisionKey(plenary: 1, decision: place + 1),
                notice: step.namesNotice(of: ballot) ? try Self.paper("MK 14", "2019-07-17") : nil
            )
            try perform(.result(.determined(determination)))
        }
    }

    /// Everybody from the determination to a stage.
    public mutating func bring(to stage: ElectedMember.Stage) throws {
        try determine(first: 3)
        let members = state.results.members(of: ballot).map(\.key)
        guard stage != .determined else { return }
        let letter = try Self.paper("101/PL", "2019-07-23")
        let proposal = MembersProposed(ballot, members, letter, via: "Bupati", enclosures: ["BA 3"])
        try perform(.result(.proposed(proposal)))
        guard stage != .proposed else { return }
        try perform(
            .result(.decreed(MembersStep(ballot, members, try Self.paper("SK 986", "2019-08-08"))))
        )
        guard stage == .sworn else { return }
        try perform(
            .result(.sworn(MembersStep(ballot, members, try Self.paper("BA Sumpah", "2019-08-26"))))
        )
    }

    /// Alpha's first member dies in office, and the third of the list takes the seat; there must be one.
    public mutating func replace() throws {
        let list = ListKey(contestant: 1, district: 1)
        let death = StatusChange(
            .died,
            on: try Self.day("2020-02-03"),
            try Self.paper("Akta 7", "2020-02-03")
        )
        try perform(
            .candidacy(.statusSet(CandidateStatusSet(ballot: ballot, CandidateKey(list, 1), death)))
        )
        let seat = MemberKey(district: 1, contestant: 1, seat: 1)
        let paper = try Self.paper("SK 12", "2020-03-02")
        try perform(
            .result(.replaced(MemberReplaced(ballot, seat, by: CandidateKey(list, 3), paper)))
        )
    }

    /// A supervisor's ruling that cancels the first candidate of Alpha, and what carries it out.
    public mutating func cancel() throws {
        let candidate = CaseCandidate(ballot, contestant: 1, district: 1, number: 1)
        let scope = CaseScope([ballot], candidate: candidate)
        try perform(
            .dispute(
                .registered(
                    CaseRegistered(
                        number: 1,
                        .massive,
                        before: .provincialSupervisor,
                        register: "02/TSM",
                        filed: try Self.day("2019-04-27"),
                        registered: try Self.day("2019-04-29"),
                        reporter: CaseParty(.voter),
                        respondent: CaseParty(.candidate, ballot, contestant: 1),
                        object: "Politik uang",
                        relief: "Dibatalkan",
                        scope
                    )
                )
            )
        )
        try perform(
            .dispute(
                .ruled(
                    CaseRuled(
                        case: 1,
                        try Self.paper("Putusan 2", "2019-05-14"),
                        .proven,
                        "dibatalkan",
                        effects: [CaseEffect(.candidateCancelled, scope)],
                        obligations: [CaseObligation(number: 1, "Batalkan", effect: 1)]
                    )
                )
            )
        )
        let status = CandidateStatusSet(
            ballot: ballot,
            CandidateKey(ListKey(contestant: 1, district: 1), 1),
            StatusChange(.cancelled, on: try Self.day("2019-05-16"), try Self.paper("SK 3", "2019-05-16"))
        )
        try perform(.candidacy(.statusSet(status)))
        let done = ObligationFulfilled(
            case: 1,
            obligation: 1,
            on: try Self.day("2019-05-16"),
            by: .cancellation
        )
        try perform(.dispute(.fulfilled(done)))
    }

    /// A complaint about two stations at the province's supervisors, or a petition at the Constitutional Court: answered
    /// with evidence, and not proven.
    public mutating func complain(_ kind: CaseKind = .administrative) throws {
        let stations = Array(try SmallElection.regions().stations.prefix(2))
        try perform(
            .dispute(
                .registered(
                    CaseRegistered(
                        number: 1,
                        kind,
                        before: kind == .result ? .constitutionalCourt : .provincialSupervisor,
                        register: "01/LP <1>",
                        filed: try Self.day("2019-04-27"),
                        registered: try Self.day("2019-04-29"),
                        reporter: CaseParty(.participant, ballot, contestant: 2),
                        respondent: CaseParty(.office),
                        object: "Penggelembungan suara",
                        relief: "Dinyatakan melanggar",
                        CaseScope([ballot], stations: stations)
                    )
                )
            )
        )
        let items =
            stations.map { CaseEvidence.form(FormKey(ballot, $0, .regular)) }
            + [.paper(try Self.paper("Daftar hadir", "2019-04-17"))]
        try perform(.dispute(.bundled(EvidenceBundled(case: 1, number: 1, items))))
        let answer = try Self.paper("Jawaban 1", "2019-05-06")
        try perform(.dispute(.answered(CaseAnswered(case: 1, answer, "angkanya sama"))))
        let hearing = HearingHeld(case: 1, .evidence, on: try Self.day("2019-05-07"), "bukti didengar")
        try perform(.dispute(.heard(hearing)))
        try perform(
            .dispute(
                .ruled(
                    CaseRuled(
                        case: 1,
                        try Self.paper("Putusan 1", "2019-05-10"),
                        .notProven,
                        "tidak terbukti",
                        obligations: [
                            CaseObligation(number: 1, "Umumkan putusan", due: try Self.day("2019-05-14"))
                        ]
                    )
                )
            )
        )
    }
}
