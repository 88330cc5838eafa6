import TestSupport
import Testing

@testable import Elections

@Suite("Lists of candidates")
struct CandidacyTests {
    typealias Row = (reason: String, fault: ActFault, act: @Sendable (inout SmallLists) throws -> Void)

    private static func list(_ contestant: Int = 1, _ district: Int? = 1) -> ListKey {
        ListKey(contestant: contestant, district: district)
    }

    private static func refusal(_ fault: CandidacyFault) -> ActFault {
        .candidacy(SmallLists.ballot, fault)
    }

    @Test("are handed in, published, objected to, changed and made final; forms have room for those")
    func whole() throws {
        var lists = try SmallLists()
        try lists.toProvisional()
        #expect(
            lists.candidacy?.lists.map(\.key) == [Self.list(), Self.list(19), Self.list(19, 2)],
            "by district, in each as on the ballot"
        )
        try lists.object()
        try lists.answer()
        try lists.replace(2, by: .female, .afterObjection)
        try lists.object(2, to: nil, on: "2018-08-16")
        try lists.answer(2, .rejected)
        try lists.replace(3, by: nil)
        try lists.publish(.final, try lists.office.decide(.other))
        let final = try #require(lists.candidacy?.final)
        #expect(final.lists[0].candidates.map(\.number) == [1, 2], "who was struck has no successor")
        #expect(final.lists[0].candidates[1].name == PersonName(name: "Pengganti"))
        #expect(lists.candidacy?.stage == .final)
        #expect(lists.office.state.contestWithoutForms(of: SmallLists.ballot)?.lists == final.lists)
        try lists.office.perform(.deskOpened(DeskOpened(ballot: SmallLists.ballot)), by: "head")
        let station = try SmallElection.regions().stations[0]
        let fields = lists.office.state.fields(of: FormKey(SmallLists.ballot, station))
        let party = fields.filter { if case .candidateVotes(1, _) = $0 { true } else { false } }
        #expect(party == [.candidateVotes(1, 1), .candidateVotes(1, 2)])
    }

    @Test("that lack women are taken in, and published once they are handed in again")
    func rounds() throws {
        var lists = try SmallLists()
        try lists.submit(SmallLists.list("LLL"))
        try lists.submit(SmallLists.list("PLL", of: 19))
        let missing: [ListFault] = [.tooFewWomen(women: 0, needed: 1), .noWoman(among: [1, 2, 3])]
        #expect(lists.candidacy?.latest[Self.list()]?.faults == missing)
        let rules = try #require(lists.office.state.listRules(of: SmallLists.ballot))
        #expect(lists.candidacy?.next(rules).map(\.key) == [Self.list(19)])
        try lists.submit(SmallLists.list("LLP"), on: "2018-07-16")
        #expect(lists.candidacy?.submissions.map(\.round) == [1, 1, 2])
        #expect(lists.candidacy?.latest[Self.list()]?.faults == [])
        try lists.publish(.provisional)
        #expect(lists.candidacy?.lists.map(\.key) == [Self.list(), Self.list(19)])
    }

    @Test("are struck whole where a party replaces nobody: it can be voted for all the same")
    func struck() throws {
        var lists = try SmallLists()
        try lists.submit(SmallLists.list("P"))
        try lists.publish(.provisional)
        try lists.replace(1, by: nil, .died)
        try lists.publish(.final, try lists.office.decide(.other))
        #expect(lists.candidacy?.final?.lists == [SmallLists.list("")])
    }

    @Test("are refused where they do not fit, and nothing changes", arguments: refusals.indices)
    func refused(row: Int) throws {
        let row = Self.refusals[row]
        var lists = try SmallLists()
        do {
            try row.act(&lists)
            Issue.record("not refused: \(row.reason)")
        } catch let fault as ActFault {
            #expect(fault == row.fault, "\(row.reason)")
        }
    }

    static let refusals: [Row] = submissions + publications + objections + finals + statuses

    private static let submissions: [Row] = [
        (
            "more candidates than seats (UU 7/2017 art. 244)",
            refusal(.tooMany(list(1, 2), candidates: 4, seats: 3)),
            { try $0.submit(SmallLists.list("LPLP", in: 2)) }
        ),
        (
            "a party that is not on the ballot", refusal(.unknownContestant(7)),
            { try $0.submit(SmallLists.list("P", of: 7)) }
        ),
        (
            "a district that is not there", refusal(.unknownDistrict(9)),
            { try $0.submit(SmallLists.list("P", in: 9)) }
        ),
        (
            "no district where there are some", refusal(.unknownDistrict(nil)),
            { try $0.submit(SmallLists.list("P", in: nil)) }
        ),
        ("nobody", refusal(.nobody(list())), { try $0.submit(SmallLists.list("")) }),
        (
            "somebody whose sex is not said: the share of women cannot be counted (art. 245)",
            refusal(.sexUnknown(list(), [2])), { try $0.submit(SmallLists.list("P?L")) }
        ),
        (
            "numbers with a gap (art. 246(1): in order)", refusal(.numbers(list())),
            { lists in
                let candidates = SmallLists.candidates("PLP").filter { $0.number != 2 }
                try lists.submit(CandidateList(district: 1, contestant: 1, candidates: candidates))
            }
        ),
        (
            "a later round of an earlier day",
            refusal(.date(first: try? SmallLists.day("2018-07-10"), last: nil)),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.submit(SmallLists.list("P"), on: "2018-07-09")
            }
        ),
        (
            "once the provisional lists are published", refusal(.stage(.provisional)),
            { lists in
                try lists.toProvisional()
                try lists.submit(SmallLists.list("P"), on: "2018-08-13")
            }
        ),
        (
            "once forms are typed, which have no room for candidates", refusal(.counted),
            { lists in
                try lists.office.perform(.deskOpened(DeskOpened(ballot: SmallLists.ballot)), by: "head")
                try lists.submit(SmallLists.list("P"))
            }
        ),
        (
            "a desk while lists are on their way, whose forms would have no room for them",
            refusal(.stage(.submitted)),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.office.perform(.deskOpened(DeskOpened(ballot: SmallLists.ballot)), by: "head")
            }
        ),
        (
            "a name nobody could read", .reason,
            { lists in
                let name = PersonName(name: String(repeating: "a", count: 501))
                let list = CandidateList(
                    district: 1,
                    contestant: 1,
                    candidates: [Candidate(number: 1, name: name, sex: .female)]
                )
                try lists.submit(list)
            }
        ),
        (
            "a ballot that nobody opened", .noContest(.house),
            { lists in
                let list = SmallLists.list("P", in: nil)
                let day = try SmallLists.day("2018-07-10")
                try lists.perform(.submitted(ListSubmitted(ballot: .house, list, on: day)))
            }
        ),
        (
            "a ballot without lists", .candidacy(.president, .noLists),
            { lists in
                let list = SmallLists.list("P", in: nil)
                let day = try SmallLists.day("2018-07-10")
                try lists.perform(.submitted(ListSubmitted(ballot: .president, list, on: day)))
            }
        ),
        (
            "a law whose rules of lists are not known here", refusal(.noLists),
            { lists in
                lists = try SmallLists(.pemilu2014, others: .senate)
                try lists.submit(SmallLists.list("P"))
            }
        ),
    ]

    private static let publications: [Row] = [
        ("nothing", refusal(.nothingToPublish), { try $0.publish(.provisional) }),
        (
            "a list that nobody handed in", refusal(.otherList(list())),
            { try $0.publish(.provisional, [SmallLists.list("P")]) }
        ),
        (
            "somebody else than was handed in", refusal(.otherList(list())),
            { lists in
                try lists.submit(SmallLists.list("PL"))
                try lists.publish(.provisional, [SmallLists.list("LP")])
            }
        ),
        (
            "one list fewer than was handed in", refusal(.otherList(list(19))),
            { lists in
                try lists.submit(SmallLists.list("PL"))
                try lists.submit(SmallLists.list("P", of: 19))
                try lists.publish(.provisional, [SmallLists.list("PL")])
            }
        ),
        (
            "an earlier round", refusal(.otherList(list())),
            { lists in
                try lists.submit(SmallLists.list("PL"))
                try lists.submit(SmallLists.list("PP"))
                try lists.publish(.provisional, [SmallLists.list("PL")])
            }
        ),
        (
            "a list that lacks women (art. 245)",
            refusal(.incomplete(list(), [.tooFewWomen(women: 0, needed: 1)])),
            { lists in
                try lists.submit(SmallLists.list("LL"))
                try lists.publish(.provisional, [SmallLists.list("LL")])
            }
        ),
        (
            "in another order", refusal(.order(list())),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.submit(SmallLists.list("P", of: 19))
                try lists.publish(.provisional, [SmallLists.list("P", of: 19), SmallLists.list("P")])
            }
        ),
        (
            "a list twice", refusal(.order(list())),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.publish(.provisional, [SmallLists.list("P"), SmallLists.list("P")])
            }
        ),
        (
            "before it was handed in",
            refusal(.date(first: try? SmallLists.day("2018-07-10"), last: nil)),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.publish(.provisional, on: "2018-07-09")
            }
        ),
        (
            "provisional ones twice", refusal(.stage(.provisional)),
            { lists in
                try lists.toProvisional()
                try lists.publish(.provisional)
            }
        ),
        (
            "provisional ones that rest on a decision",
            refusal(.decision(DecisionKey(plenary: 1, decision: 1))),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.publish(.provisional, try lists.office.decide(.other))
            }
        ),
    ]

    private static let objections: [Row] = [
        ("an objection to what is not published", refusal(.stage(.submitted)), { try $0.object() }),
        (
            "a number that is not the next", refusal(.objectionNumber(next: 1)),
            { lists in
                try lists.toProvisional()
                try lists.object(2)
            }
        ),
        (
            "to nobody", refusal(.noCandidate(SmallLists.key(4))),
            { lists in
                try lists.toProvisional()
                try lists.object(to: 4)
            }
        ),
        (
            "to what was published later",
            refusal(.date(first: try? SmallLists.day("2018-08-12"), last: nil)),
            { lists in
                try lists.toProvisional()
                try lists.object(on: "2018-08-11")
            }
        ),
        (
            "an answer to nobody", refusal(.noOpenObjection(1)),
            { lists in
                try lists.toProvisional()
                try lists.answer()
            }
        ),
        (
            "a second answer", refusal(.noOpenObjection(1)),
            { lists in
                try lists.toProvisional()
                try lists.object()
                try lists.answer()
                try lists.answer(1, .rejected)
            }
        ),
        (
            "a replacement before anything is published", refusal(.stage(.submitted)),
            { try $0.replace(by: .female) }
        ),
        (
            "somebody struck twice", refusal(.noCandidate(SmallLists.key(2))),
            { lists in
                try lists.toProvisional()
                try lists.replace(by: nil)
                try lists.replace(by: .female)
            }
        ),
        (
            "for an objection that was rejected", refusal(.noObjectionUpheld(SmallLists.key(2))),
            { lists in
                try lists.toProvisional()
                try lists.object()
                try lists.answer(1, .rejected)
                try lists.replace(by: .female, .afterObjection)
            }
        ),
        (
            "for an objection to another candidate", refusal(.noObjectionUpheld(SmallLists.key(3))),
            { lists in
                try lists.toProvisional()
                try lists.object()
                try lists.answer()
                try lists.replace(3, by: .male, .afterObjection)
            }
        ),
        (
            "by somebody whose sex is not said", refusal(.sexUnknown(list(), [2])),
            { lists in
                try lists.toProvisional()
                try lists.replace(by: .both)
            }
        ),
    ]

    private static let finals: [Row] = [
        (
            "final ones without provisional ones", refusal(.stage(.submitted)),
            { lists in
                try lists.submit(SmallLists.list("P"))
                try lists.publish(.final, try lists.office.decide(.other))
            }
        ),
        (
            "while an objection is open", refusal(.openObjections([1])),
            { lists in
                try lists.toProvisional()
                try lists.object()
                try lists.publish(.final, try lists.office.decide(.other))
            }
        ),
        (
            "without a decision", refusal(.decision(nil)),
            { lists in
                try lists.toProvisional()
                try lists.publish(.final)
            }
        ),
        (
            "by a decision that was not carried", refusal(.decision(DecisionKey(plenary: 1, decision: 1))),
            { lists in
                try lists.toProvisional()
                try lists.publish(.final, try lists.office.decide(.other, carried: false))
            }
        ),
        (
            "by a decision about a re-vote", refusal(.decision(DecisionKey(plenary: 1, decision: 1))),
            { lists in
                try lists.toProvisional()
                try lists.publish(.final, try lists.office.decide())
            }
        ),
        (
            "that lost the woman they need (art. 245 and 246(2))",
            refusal(
                .incomplete(list(), [.tooFewWomen(women: 0, needed: 1), .noWoman(among: [1, 2, 3])])
            ),
            { lists in
                try lists.toProvisional()
                try lists.replace(by: .male)
                try lists.publish(.final, try lists.office.decide(.other))
            }
        ),
        (
            "with somebody who was replaced", refusal(.otherList(list())),
            { lists in
                try lists.toProvisional()
                let before = try #require(lists.candidacy?.lists)
                try lists.replace(by: .female)
                try lists.publish(.final, before, on: nil, try lists.office.decide(.other))
            }
        ),
        (
            "dated before a replacement",
            refusal(
                .date(first: try? SmallLists.day("2018-08-25"), last: try? SmallLists.day("2019-04-17"))
            ),
            { lists in
                try lists.toProvisional()
                try lists.replace(by: .female)
                try lists.publish(.final, nil, on: "2018-08-24", try lists.office.decide(.other))
            }
        ),
        (
            "dated behind the vote",
            refusal(
                .date(first: try? SmallLists.day("2018-08-12"), last: try? SmallLists.day("2019-04-17"))
            ),
            { lists in
                try lists.toProvisional()
                try lists.publish(.final, nil, on: "2019-04-18", try lists.office.decide(.other))
            }
        ),
        (
            "once forms are read, whose rows they would change", refusal(.counted),
            { lists in
                try lists.toProvisional()
                let reading = Reading(
                    id: "a",
                    name: .same("a"),
                    file: "a.csv",
                    forms: FormTable(fields: [.votes(1)]),
                    places: [],
                    stations: 5
                )
                let opened = ReadingOpened(reading, of: SmallLists.ballot)
                try lists.office.state.apply(.readingOpened(opened))
                try lists.publish(.final, try lists.office.decide(.other))
            }
        ),
        (
            "final ones twice", refusal(.stage(.final)),
            { lists in
                try lists.toFinal()
                try lists.publish(.final, try lists.office.decide(.other))
            }
        ),
        (
            "a replacement on a final list (PKPU 20/2018 art. 35)", refusal(.stage(.final)),
            { lists in
                try lists.toFinal()
                try lists.replace(by: .female)
            }
        ),
    ]

    private static let statuses: [Row] = [
        (
            "a status before the final lists", refusal(.stage(.provisional)),
            { lists in
                try lists.toProvisional()
                try lists.set(1, .died)
            }
        ),
        (
            "a status of nobody", refusal(.noCandidate(SmallLists.key(9))),
            { lists in
                try lists.toFinal()
                try lists.set(9, .died)
            }
        ),
        (
            "the status that everybody has", refusal(.status(.standing)),
            { lists in
                try lists.toFinal()
                try lists.set(1, .standing)
            }
        ),
        (
            "a status twice", refusal(.status(.died)),
            { lists in
                try lists.toFinal()
                try lists.set(1, .died)
                try lists.set(1, .died, on: "2019-01-11")
            }
        ),
        (
            "dated before the former one",
            refusal(.date(first: try? SmallLists.day("2019-01-10"), last: nil)),
            { lists in
                try lists.toFinal()
                try lists.set(1, .ineligible)
                try lists.set(1, .standing, on: "2019-01-09")
            }
        ),
        (
            "dated before the final lists",
            refusal(.date(first: try? SmallLists.day("2018-09-20"), last: nil)),
            { lists in
                try lists.toFinal()
                try lists.set(1, .died, on: "2018-09-19")
            }
        ),
        (
            "of a ballot of pairs", .candidacy(.president, .noLists),
            { lists in
                let day = try SmallLists.day("2019-01-10")
                let change = StatusChange(.died, on: day, Revote.Paper("x", day))
                let act = CandidateStatusSet(ballot: .president, SmallLists.key(1, in: nil), change)
                try lists.perform(.statusSet(act))
            }
        ),
    ]

    @Test("are asked for by the commission and its secretary, and by nobody else")
    func permission() {
        let kinds: [Act.Kind] = [
            .listSubmitted, .listsPublished, .listObjected, .listObjectionAnswered, .candidateReplaced,
            .candidateStatusSet,
        ]
        #expect(kinds.allSatisfy { $0.permission == .manageCandidates })
        #expect(kinds.filter { !$0.isPublic } == [.listSubmitted])
        let roles = Role.allCases.filter { $0.permissions.contains(.manageCandidates) }
        #expect(roles == [.chair, .commissioner, .secretary])
    }
}
