import TestSupport
import Testing

@testable import Elections

@Suite("Refusals about cases")
struct CaseRefusalTests {
    typealias Row = (reason: String, fault: ActFault, act: @Sendable (inout SmallCases) throws -> Void)

    @Test("leave everything as it was", arguments: refusals.indices)
    func refused(row: Int) throws {
        let row = Self.refusals[row]
        var cases = try SmallCases()
        do {
            try row.act(&cases)
            Issue.record("not refused: \(row.reason)")
        } catch let fault as ActFault {
            #expect(fault == row.fault, "\(row.reason)")
        }
    }

    private static func day(_ text: String) -> CalendarDate {
        guard let day = CalendarDate(parsing: text) else { preconditionFailure("a day of the calendar") }
        return day
    }

    private static let station = StationCode(village: village, number: 2)
    private static var village: RegionCode {
        guard let code = try? RegionCode(parsing: "73.12.01.1001") else { preconditionFailure("a village") }
        return code
    }
    private static let scope = CaseScope([.president], stations: [station])
    private static let recount = CaseEffect(.recount, scope)
    private static let revote = CaseEffect(.revote, scope)
    private static let candidate = CaseCandidate(.president, contestant: 1)
    private static let listed = CaseCandidate(.regencyCouncil, contestant: 1, district: 1, number: 1)
    private static let cancelled = CaseEffect(
        .candidateCancelled,
        CaseScope([.president], candidate: candidate)
    )

    private static func obliged(_ effect: Int? = 1, number: Int = 1) -> [CaseObligation] {
        [CaseObligation(number: number, "laksanakan", effect: effect)]
    }

    private static func hearing(_ number: Int = 1, on date: String) -> DisputeAct {
        .heard(HearingHeld(case: number, .examination, on: day(date), "sidang"))
    }

    private static func answered(on date: String) -> DisputeAct {
        .answered(CaseAnswered(case: 1, Revote.Paper("1/J", day(date)), "jawaban"))
    }

    private static func bundled(_ items: [CaseEvidence], number: Int = 1) -> DisputeAct {
        .bundled(EvidenceBundled(case: 1, number: number, items))
    }

    private static func papers(_ count: Int) -> [CaseEvidence] {
        (0..<count).map { .paper(Revote.Paper("\($0)", day("2019-05-01"))) }
    }

    static let refusals: [Row] = registration + course + rulings + fulfilments

    private static let registration: [Row] = [
        (
            "a number that is not the next", .dispute(2, .number(next: 1)),
            { try $0.perform(SmallCases.registered(2)) }
        ),
        (
            "registered before it was filed", .dispute(1, .notBefore(day("2019-05-02"))),
            { try $0.perform(SmallCases.registered(registered: "2019-05-01")) }
        ),
        (
            "filed before what it attacks", .dispute(1, .notBefore(day("2019-05-03"))),
            { cases in
                let decree = try SmallCases.paper("SK 1", "2019-05-03")
                try cases.perform(SmallCases.registered(attacks: decree))
            }
        ),
        (
            "the same number of the same register", .dispute(2, .registeredAlready(1)),
            { cases in
                try cases.perform(SmallCases.registered(1, register: "09/ADM"))
                try cases.perform(SmallCases.registered(2, register: "09/ADM"))
            }
        ),
        (
            "a register's number without digits", .reason,
            { try $0.perform(SmallCases.registered(register: "")) }
        ),
        (
            "brought by a committee", .dispute(1, .party(.stationCommittee)),
            { try $0.perform(SmallCases.registered(reporter: CaseParty(.stationCommittee))) }
        ),
        (
            "against a voter", .dispute(1, .party(.voter)),
            { try $0.perform(SmallCases.registered(respondent: CaseParty(.voter))) }
        ),
        (
            "a participant without a number", .dispute(1, .party(.participant)),
            { try $0.perform(SmallCases.registered(reporter: CaseParty(.participant))) }
        ),
        (
            "a voter with a number", .dispute(1, .party(.voter)),
            { try $0.perform(SmallCases.registered(reporter: CaseParty(.voter, .president, contestant: 1))) }
        ),
        (
            "a participant whom nobody knows", .unknownContestant(.president, 2),
            {
                try $0.perform(
                    SmallCases.registered(reporter: CaseParty(.participant, .president, contestant: 2))
                )
            }
        ),
        (
            "a result without ballots", .dispute(1, .ballots),
            { try $0.perform(SmallCases.registered(1, .result, about: CaseScope())) }
        ),
        (
            "a ballot twice", .dispute(1, .ballots),
            { try $0.perform(SmallCases.registered(about: CaseScope([.president, .president]))) }
        ),
        (
            "a ballot the law has not", .ballotNotInLaw(.regent),
            { try $0.perform(SmallCases.registered(about: CaseScope([.regent]))) }
        ),
        (
            "a station twice", .dispute(1, .stations),
            {
                try $0.perform(
                    SmallCases.registered(about: CaseScope([.president], stations: [station, station]))
                )
            }
        ),
        (
            "stations without a ballot", .dispute(1, .stations),
            { try $0.perform(SmallCases.registered(about: CaseScope(stations: [station]))) }
        ),
        (
            "a station nobody knows", .unknownStation(StationCode(village: village, number: 9)),
            {
                let other = StationCode(village: village, number: 9)
                try $0.perform(SmallCases.registered(about: CaseScope([.president], stations: [other])))
            }
        ),
        (
            "a district nobody knows", .unknownDistrict(.regencyCouncil, 3),
            {
                let scope = CaseScope([.regencyCouncil], districts: [.init(.regencyCouncil, 3)])
                try $0.perform(SmallCases.registered(about: scope))
            }
        ),
        (
            "a district twice", .dispute(1, .districts),
            {
                let one = CaseScope.District(.regencyCouncil, 1)
                let scope = CaseScope([.regencyCouncil], districts: [one, one])
                try $0.perform(SmallCases.registered(about: scope))
            }
        ),
        (
            "a district of a ballot that is not named", .dispute(1, .ballots),
            {
                let scope = CaseScope([.president], districts: [.init(.regencyCouncil, 1)])
                try $0.perform(SmallCases.registered(about: scope))
            }
        ),
        (
            "a candidate of a ballot that is not named", .dispute(1, .ballots),
            { try $0.perform(SmallCases.registered(about: CaseScope(candidate: candidate))) }
        ),
        (
            "a number on a list where nobody has lists",
            .dispute(1, .candidate(CaseCandidate(.president, contestant: 1, number: 1))),
            {
                let scope = CaseScope(
                    [.president],
                    candidate: CaseCandidate(.president, contestant: 1, number: 1)
                )
                try $0.perform(SmallCases.registered(about: scope))
            }
        ),
        (
            "an appeal of itself", .dispute(1, .appeal(1)),
            { try $0.perform(SmallCases.registered(appeals: 1)) }
        ),
        (
            "an appeal of another kind", .dispute(2, .appeal(1)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.registered(2, .result, appeals: 1))
            }
        ),
        (
            "an appeal against the Constitutional Court, whose rulings are final", .dispute(2, .appeal(1)),
            { cases in
                try cases.perform(SmallCases.registered(1, .result))
                try cases.perform(SmallCases.registered(2, .result, appeals: 1))
            }
        ),
        (
            "an appeal before the case", .dispute(2, .notBefore(day("2019-05-03"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.registered(2, filed: "2019-05-02", appeals: 1))
            }
        ),
    ]

    private static let course: [Row] = [
        ("of no case", .dispute(1, .number(next: 1)), { try $0.perform(hearing(on: "2019-05-06")) }),
        (
            "heard before it was filed", .dispute(1, .notBefore(day("2019-05-02"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(hearing(on: "2019-05-01"))
            }
        ),
        (
            "heard after the ruling", .dispute(1, .notAfter(day("2019-05-10"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(hearing(on: "2019-05-11"))
            }
        ),
        (
            "heard once it is closed", .dispute(1, .stage(.closed)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(SmallCases.closed())
                try cases.perform(hearing(on: "2019-05-10"))
            }
        ),
        (
            "heard without words", .reason,
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(.heard(HearingHeld(case: 1, .verdict, on: day("2019-05-10"), "")))
            }
        ),
        (
            "answered after the ruling", .dispute(1, .stage(.ruled)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(answered(on: "2019-05-09"))
            }
        ),
        (
            "answered twice", .dispute(1, .stage(.answered)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(answered(on: "2019-05-06"))
                try cases.perform(answered(on: "2019-05-07"))
            }
        ),
        (
            "answered before it was filed", .dispute(1, .notBefore(day("2019-05-02"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(answered(on: "2019-05-01"))
            }
        ),
        (
            "an empty bundle", .dispute(1, .items),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled([]))
            }
        ),
        (
            "too large a bundle", .dispute(1, .items),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled(papers(EvidenceBundled.mostItems + 1)))
            }
        ),
        (
            "the first bundle with another number", .dispute(1, .number(next: 1)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled(papers(1), number: 2))
            }
        ),
        (
            "a piece of an earlier bundle", .dispute(1, .itemTwice(papers(1)[0])),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled(papers(1)))
                try cases.perform(bundled(papers(1), number: 2))
            }
        ),
        (
            "a form nobody read", .dispute(1, .noItem(.form(FormKey(.president, station, .recount)))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled([.form(FormKey(.president, station, .recount))]))
            }
        ),
        (
            "a certificate nobody issued", .dispute(1, .noItem(.certificate(1))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled([.certificate(1)]))
            }
        ),
        (
            "a picture nobody published", .dispute(1, .noItem(.photo(digest))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(bundled([.photo(digest)]))
            }
        ),
        (
            "evidence after the ruling", .dispute(1, .stage(.ruled)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(bundled(papers(1)))
            }
        ),
        (
            "closed before it is ruled", .dispute(1, .stage(.registered)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.closed())
            }
        ),
        (
            "closed before the ruling's day", .dispute(1, .notBefore(day("2019-05-10"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(SmallCases.closed(on: "2019-05-09"))
            }
        ),
        (
            "closed twice", .dispute(1, .stage(.closed)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, .notProven))
                try cases.perform(SmallCases.closed())
                try cases.perform(SmallCases.closed())
            }
        ),
        (
            "closed with obligations open", .dispute(1, .obligationsOpen([1])),
            { cases in
                try cases.order(recount)
                try cases.perform(SmallCases.closed())
            }
        ),
    ]

    private static var digest: EvidenceDigest {
        guard let digest = EvidenceDigest(String(repeating: "a", count: 64)) else {
            preconditionFailure("a digest")
        }
        return digest
    }

    private static let rulings: [Row] = [
        (
            "ruled before it was registered", .dispute(1, .notBefore(day("2019-05-03"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(1, on: "2019-05-02"))
            }
        ),
        (
            "ruled before it was heard", .dispute(1, .notBefore(day("2019-05-11"))),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(hearing(on: "2019-05-11"))
                try cases.perform(SmallCases.ruled())
            }
        ),
        (
            "ruled twice", .dispute(1, .stage(.ruled)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled())
                try cases.perform(SmallCases.ruled())
            }
        ),
        (
            "an effect of what was not proven", .dispute(1, .outcome(.notProven)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(
                    SmallCases.ruled(1, .notProven, effects: [recount], obligations: obliged())
                )
            }
        ),
        (
            "figures set by a supervisor", .dispute(1, .effect(.administrative, .figures)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(
                    SmallCases.ruled(effects: [CaseEffect(.figures, scope)], obligations: obliged())
                )
            }
        ),
        (
            "a re-vote for a breach of ethics", .dispute(1, .effect(.ethics, .revote)),
            { cases in
                try cases.perform(SmallCases.registered(1, .ethics))
                try cases.perform(SmallCases.ruled(effects: [revote], obligations: obliged()))
            }
        ),
        (
            "a recount of no ballot", .dispute(1, .scope(.recount)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(
                    SmallCases.ruled(effects: [CaseEffect(.recount, CaseScope())], obligations: obliged())
                )
            }
        ),
        (
            "nobody cancelled", .dispute(1, .scope(.candidateCancelled)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(
                    SmallCases.ruled(
                        effects: [CaseEffect(.candidateCancelled, scope)],
                        obligations: obliged()
                    )
                )
            }
        ),
        (
            "an effect that nobody is told to carry out", .dispute(1, .obligations),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(effects: [recount], obligations: obliged(nil)))
            }
        ),
        (
            "an effect that is not there", .dispute(1, .obligations),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(obligations: obliged()))
            }
        ),
        (
            "obligations from the second on", .dispute(1, .obligations),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(obligations: obliged(nil, number: 2)))
            }
        ),
        (
            "due before it was ruled", .dispute(1, .notBefore(day("2019-05-10"))),
            { cases in
                try cases.perform(SmallCases.registered())
                let early = CaseObligation(number: 1, "umumkan", due: day("2019-05-09"))
                try cases.perform(SmallCases.ruled(obligations: [early]))
            }
        ),
        (
            "an effect at a station nobody knows", .unknownStation(StationCode(village: village, number: 9)),
            { cases in
                try cases.perform(SmallCases.registered())
                let scope = CaseScope([.president], stations: [StationCode(village: village, number: 9)])
                try cases.perform(
                    SmallCases.ruled(effects: [CaseEffect(.recount, scope)], obligations: obliged())
                )
            }
        ),
        (
            "something else than a later ruling on the same stations", .dispute(1, .contradictsLater(2)),
            { cases in
                for number in [1, 2] { try cases.perform(SmallCases.registered(number, about: scope)) }
                try cases.perform(
                    SmallCases.ruled(2, on: "2019-05-20", effects: [recount], obligations: obliged())
                )
                try cases.perform(
                    SmallCases.ruled(1, on: "2019-05-10", effects: [revote], obligations: obliged())
                )
            }
        ),
        (
            "what a later ruling on the same stations found not proven", .dispute(1, .contradictsLater(2)),
            { cases in
                for number in [1, 2] { try cases.perform(SmallCases.registered(number, about: scope)) }
                try cases.perform(SmallCases.ruled(2, on: "2019-05-20", .notProven))
                try cases.perform(
                    SmallCases.ruled(1, on: "2019-05-10", effects: [revote], obligations: obliged())
                )
            }
        ),
        (
            "somebody cancelled whom a later one left standing", .dispute(1, .contradictsLater(2)),
            { cases in
                let scope = CaseScope([.president], candidate: candidate)
                for number in [1, 2] {
                    try cases.perform(SmallCases.registered(number, .massive, about: scope))
                }
                try cases.perform(SmallCases.ruled(2, on: "2019-05-20", .notProven))
                try cases.perform(
                    SmallCases.ruled(1, on: "2019-05-10", effects: [cancelled], obligations: obliged())
                )
            }
        ),
        (
            "an operative text of more than 4,000 bytes", .longText,
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(operative: String(repeating: "x", count: 4_001)))
            }
        ),
        (
            "filed a minute before what it attacks was made known",
            .dispute(1, .notBefore(day("2019-05-02"))),
            { cases in
                try cases.perform(
                    SmallCases.registered(
                        1,
                        .result,
                        filed: "2019-05-02",
                        at: "01:45",
                        attacks: try SmallCases.paper("987", "2019-05-02"),
                        madeKnown: "01:46"
                    )
                )
            }
        ),
    ]

    private static let fulfilments: [Row] = [
        (
            "fulfilled before it is ruled", .dispute(1, .stage(.registered)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "an obligation that is not there", .dispute(1, .noObligation(2)),
            { cases in
                try cases.order(recount)
                try cases.perform(SmallCases.fulfilled(1, 2, by: .revotes([1])))
            }
        ),
        (
            "fulfilled twice", .dispute(1, .fulfilledAlready(1)),
            { cases in
                try cases.order(revote)
                try cases.holdAgain()
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "fulfilled before it was ruled", .dispute(1, .notBefore(day("2019-05-10"))),
            { cases in
                try cases.order(revote)
                try cases.holdAgain()
                try cases.perform(SmallCases.fulfilled(on: "2019-05-09", by: .revotes([1])))
            }
        ),
        (
            "a letter instead of a recount", .dispute(1, .otherFulfilment(.recount)),
            { cases in
                try cases.order(recount)
                try cases.perform(SmallCases.fulfilled(by: .paper(SmallCases.paper("1", "2019-05-12"))))
            }
        ),
        (
            "a plenary where a letter is asked for", .dispute(1, .otherFulfilment(nil)),
            { cases in
                try cases.perform(SmallCases.registered())
                try cases.perform(SmallCases.ruled(obligations: obliged(nil)))
                try cases.perform(SmallCases.fulfilled(by: .plenary(1)))
            }
        ),
        (
            "a re-vote that is not there", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.order(revote)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a re-vote at another station", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.order(revote)
                try cases.holdAgain(at: 2)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a re-vote of another ballot", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.order(revote)
                try cases.holdAgain(at: 1, [.regencyCouncil])
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a recount instead of a re-vote", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.order(revote)
                try cases.holdAgain(at: 1, [.president], .recount)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a re-vote that the law led to", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.holdAgain(at: 1, [.president], .revote, .strangers, on: "2019-04-27")
                try cases.order(revote)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a re-vote before the ruling", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.holdAgain(on: "2019-05-09")
                try cases.order(revote)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "one re-vote twice", .dispute(1, .wrongRevote(1)),
            { cases in
                try cases.order(revote)
                try cases.holdAgain()
                try cases.perform(SmallCases.fulfilled(by: .revotes([1, 1])))
            }
        ),
        (
            "one of two stations", .dispute(1, .revoteMissing(FormKey(.president, station, .revote))),
            { cases in
                let first = try SmallCases.station(0)
                try cases.order(CaseEffect(.revote, CaseScope([.president], stations: [first, station])))
                try cases.holdAgain(at: 0)
                try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
            }
        ),
        (
            "a plenary of another region", .dispute(1, .wrongPlenary(1)),
            { cases in
                try cases.order(CaseEffect(.correction, scope), on: "2019-05-03")
                try cases.office.hold(".02")
                try cases.perform(SmallCases.fulfilled(by: .plenary(1)))
            }
        ),
        (
            "somebody cancelled who still stands", .dispute(1, .notCancelled(listed)),
            { cases in
                let scope = CaseScope([.regencyCouncil], candidate: listed)
                try cases.order(CaseEffect(.candidateCancelled, scope), .massive)
                try cases.perform(SmallCases.fulfilled(by: .cancellation))
            }
        ),
    ]
}
