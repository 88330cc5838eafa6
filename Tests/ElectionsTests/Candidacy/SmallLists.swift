import TestSupport

@testable import Elections

/// The small election's council before anybody stands for it: two parties, two districts of twelve and three seats.
struct SmallLists {
    var office: SmallPlenary

    static let ballot = Ballot.regencyCouncil

    /// - Parameters:
    ///   - law: The law.
    ///   - others: The ballot that is counted already.
    /// - Throws: What the office refuses.
    init(_ law: Law = .pemilu2019, others: Ballot = .president) throws {
        var small = SmallElection()
        (small.law, small.readBallot, small.seats) = (law, others, (12, 3))
        office = try SmallPlenary(small)
    }

    /// What is known of the council's lists.
    var candidacy: Candidacy? { office.state.candidacies[Self.ballot] }

    /// People by a letter each, as lists name their sex: `L` a man, `P` a woman, `?` nobody says.
    static func candidates(_ letters: String) -> [Candidate] {
        letters.enumerated().map { place, letter in
            Candidate(
                number: place + 1,
                name: PersonName(before: "H.", name: "Calon \(place + 1)", after: "S.H."),
                sex: letter == "L" ? .male : letter == "P" ? .female : nil
            )
        }
    }

    static func list(_ letters: String, of contestant: Int = 1, in district: Int? = 1) -> CandidateList {
        CandidateList(district: district, contestant: contestant, candidates: candidates(letters))
    }

    static func key(_ number: Int, of contestant: Int = 1, in district: Int? = 1) -> CandidateKey {
        CandidateKey(ListKey(contestant: contestant, district: district), number)
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(parsing: text) else { throw Office.Misspelt(text: text) }
        return date
    }

    mutating func perform(_ act: CandidacyAct) throws { try office.perform(.candidacy(act), by: "chair") }

    mutating func submit(_ list: CandidateList, on day: String = "2018-07-10") throws {
        try perform(.submitted(ListSubmitted(ballot: Self.ballot, list, on: Self.day(day))))
    }

    mutating func publish(
        _ kind: PublishedLists.Kind,
        _ lists: [CandidateList]? = nil,
        on day: String? = nil,
        _ decision: DecisionKey? = nil
    ) throws {
        let next = office.state.listRules(of: Self.ballot).flatMap { candidacy?.next($0) }
        let published = PublishedLists(
            kind,
            lists ?? next ?? [],
            on: try Self.day(day ?? (kind == .provisional ? "2018-08-12" : "2018-09-20")),
            decision: decision
        )
        try perform(.published(ListsPublished(ballot: Self.ballot, published)))
    }

    mutating func object(_ number: Int = 1, to candidate: Int? = 2, on day: String = "2018-08-15") throws {
        let objection = ListObjection(
            number: number,
            to: ListKey(contestant: 1, district: 1),
            candidate: candidate,
            claim: "ijazah",
            on: try Self.day(day)
        )
        try perform(.objected(ListObjected(ballot: Self.ballot, objection)))
    }

    mutating func answer(
        _ number: Int = 1,
        _ outcome: ListObjection.Answer.Outcome = .upheld,
        on day: String = "2018-08-20"
    ) throws {
        let answer = ListObjection.Answer(outcome, reason: "diperiksa", on: try Self.day(day))
        try perform(.answered(ListObjectionAnswered(ballot: Self.ballot, objection: number, answer)))
    }

    mutating func replace(
        _ number: Int = 2,
        by sex: Field.Sex?,
        _ reason: Replacement.Reason = .resigned,
        on day: String = "2018-08-25"
    ) throws {
        let replacement = Replacement(
            of: Self.key(number),
            by: sex.map { Replacement.Successor(PersonName(name: "Pengganti"), $0) },
            reason,
            on: try Self.day(day),
            Revote.Paper("7/PARTAI", try Self.day(day))
        )
        try perform(.replaced(CandidateReplaced(ballot: Self.ballot, replacement)))
    }

    mutating func set(_ number: Int, _ status: CandidateStatus, on day: String = "2019-01-10") throws {
        let change = StatusChange(status, on: try Self.day(day), Revote.Paper("474/AKTA", try Self.day(day)))
        try perform(
            .statusSet(CandidateStatusSet(ballot: Self.ballot, Self.key(number), change))
        )
    }

    /// Both parties hand in lists, and the provisional ones are published.
    mutating func toProvisional() throws {
        try submit(Self.list("LPL"))
        try submit(Self.list("PLL", of: 19))
        try submit(Self.list("P", of: 19, in: 2))
        try publish(.provisional)
    }

    /// The same up to the final lists.
    mutating func toFinal() throws {
        try toProvisional()
        try publish(.final, try office.decide(.other))
    }

    mutating func publish(_ kind: PublishedLists.Kind, _ decision: DecisionKey) throws {
        try publish(kind, nil, on: nil, decision)
    }
}
