import TestSupport
import Testing

@testable import Elections

@Suite("Acts about cases")
struct CaseTextTests {
    /// An act of each kind, with everything in it that it can hold, and each thing that carries an obligation out.
    static func acts() throws -> [Act] {
        let station = try SmallCases.station(1)
        let day = try SmallCases.day("2019-05-10")
        let paper = Revote.Paper("1/PUT", day)
        let candidate = CaseCandidate(.house, contestant: 4, district: 2, number: 3)
        guard let digest = EvidenceDigest(String(repeating: "0a", count: 32)) else { return [] }
        let scope = CaseScope(
            [.house, .president],
            stations: [station],
            districts: [.init(.house, 2)],
            candidate: candidate
        )
        let acts: [DisputeAct] = [
            .registered(
                CaseRegistered(
                    number: 2,
                    .administrative,
                    before: .nationalSupervisor,
                    register: "09/LP/\"ADM\"",
                    filed: day,
                    filedTime: try SmallCases.time("23:59"),
                    registered: day,
                    reporter: CaseParty(.participant, .house, contestant: 4),
                    respondent: CaseParty(.subdistrictCommittee),
                    object: "o",
                    relief: "r",
                    stage: "rekapitulasi",
                    scope,
                    attacks: paper,
                    attackedTime: try SmallCases.time("00:00"),
                    appeals: 1,
                    isSimulated: true
                )
            ),
            try SmallCases.registered(1, .ethics, about: CaseScope()),
            .heard(HearingHeld(case: 1, .mediation, on: day, "t", venue: "Makassar")),
            .bundled(
                EvidenceBundled(
                    case: 1,
                    number: 1,
                    [
                        .form(FormKey(.president, station, .revote)), .certificate(3), .photo(digest),
                        .paper(paper),
                    ]
                )
            ),
            .answered(CaseAnswered(case: 1, paper, "s")),
            .ruled(
                CaseRuled(
                    case: 1,
                    paper,
                    .partly,
                    "amar",
                    effects: [
                        CaseEffect(.recount, CaseScope([.house])), CaseEffect(.candidateCancelled, scope),
                    ],
                    obligations: [
                        CaseObligation(number: 1, "w", due: day, effect: 2),
                        CaseObligation(number: 2, "x", effect: 1), CaseObligation(number: 3, "y"),
                    ]
                )
            ),
            .closed(CaseClosed(case: 1, on: day)),
        ]
        let fulfilments: [Fulfilment] = [.revotes([1, 2]), .plenary(3), .cancellation, .paper(paper)]
        return (acts + (try fulfilments.map { try SmallCases.fulfilled(by: $0) })).map { .dispute($0) }
    }

    @Test("are read as they were written, one of each kind")
    func texts() throws {
        let acts = try Self.acts()
        #expect(Set(acts.map(\.kind)).count == 7)
        for act in acts {
            #expect(act.parts.count == 1 && act.parts[0].isPublishedForm)
            try expectOneText(of: act)
        }
    }

    @Test("hold no list that says nothing")
    func empty() throws {
        for text in [
            #"{"act":"case-ruled","case":1,"effects":[],"operative":"a","outcome":"proven","paper":{"date":"2019-05-10","reference":"1"}}"#,
            #"{"act":"case-ruled","case":1,"effects":[{"kind":"recount","scope":{"ballots":["PPWP"],"stations":[]}}],"operative":"a","outcome":"proven","paper":{"date":"2019-05-10","reference":"1"}}"#,
            #"{"act":"obligation-fulfilled","cancelled":false,"case":1,"date":"2019-05-10","obligation":1}"#,
            #"{"act":"evidence-bundled","case":1,"items":[{}],"number":1}"#,
        ] {
            #expect(throws: CanonicalFault.self) { try Act(canonicalText: Array(text.utf8)) }
        }
    }
}
