import TestSupport
import Testing

@testable import Elections

@Suite("A re-vote")
struct RevoteTests {
    typealias Row = (reason: String, fault: ActFault, act: @Sendable (inout SmallPlenary) throws -> Void)

    private static func proposal(
        _ number: Int = 1,
        _ version: FormVersion = .revote,
        at place: Int = 1,
        _ ballots: [Ballot] = [.president],
        _ ground: RevoteGround = .strangers
    ) throws -> Act {
        .revote(
            .proposed(
                RevoteProposed(
                    Revote(
                        number: number,
                        version,
                        at: try SmallElection.regions().stations[place],
                        ballots,
                        ground,
                        by: .stationCommittee,
                        cause: "pemilih tanpa KTP-el"
                    )
                )
            )
        )
    }

    private static func order(
        _ number: Int,
        _ key: DecisionKey,
        on day: String? = "2019-04-27",
        ruling: Revote.Ruling? = nil
    ) -> Act {
        .revote(
            .decided(
                RevoteDecided(
                    revote: number,
                    Revote.Outcome(
                        key,
                        on: day.flatMap { CalendarDate(parsing: $0) },
                        ruling: ruling,
                        reason: "rekomendasi Panwascam"
                    )
                )
            )
        )
    }

    private static func holding(
        _ number: Int = 1,
        on day: String = "2019-04-27",
        papers: [Ballot: Int] = [.president: 82]
    ) -> Act {
        .revote(
            .held(
                RevoteHeld(
                    revote: number,
                    Revote.Holding(
                        date: CalendarDate(parsing: day) ?? preconditioned(),
                        papers: papers,
                        hasNewCommittee: true
                    )
                )
            )
        )
    }

    private static func preconditionedDay(_ text: String) -> CalendarDate {
        CalendarDate(parsing: text) ?? preconditioned()
    }

    private static func preconditioned() -> CalendarDate { preconditionFailure("a day of the calendar") }

    private static func ruling(last: String) throws -> Revote.Ruling {
        guard let day = CalendarDate(parsing: "2019-08-09"), let last = CalendarDate(parsing: last) else {
            throw Office.Misspelt(text: last)
        }
        return Revote.Ruling(Revote.Paper("MK 1/PHPU", day), last: last)
    }

    @Test("is proposed, recommended, ordered by a decision, held, and its form supersedes")
    func whole() throws {
        var office = try SmallPlenary()
        try office.perform(Self.proposal(), by: "kpps")
        try office.perform(
            .revote(
                .recommended(
                    RevoteRecommended(revote: 1, Revote.Paper("12/PANWASCAM", try office.date("2019-04-20")))
                )
            ),
            by: "overseer"
        )
        let key = try office.decide()
        try office.perform(Self.order(1, key), by: "chair")
        try office.perform(Self.holding(), by: "chair")
        let revote = try #require(office.state.revotes[1])
        #expect(revote.stage == .held)
        #expect(revote.recommendations.map(\.reference) == ["12/PANWASCAM"])
        #expect(revote.outcome?.decision == key)
        let station = try SmallElection.regions().stations[1]
        #expect(office.state.revotes.held(FormKey(.president, station, .revote)) == revote)
        #expect(office.state.revotes.held(FormKey(.house, station, .revote)) == nil, "another ballot")
        #expect(office.state.revotes.held(FormKey(.president, station, .recount)) == nil, "another count")
    }

    @Test("refused may be proposed again; ordered by a ruling it may be held late and a second time")
    func again() throws {
        var office = try SmallPlenary()
        try office.perform(Self.proposal(), by: "kpps")
        let no = try office.decide(carried: false)
        try office.perform(Self.order(1, no, on: nil), by: "chair")
        #expect(office.state.revotes[1]?.stage == .rejected)
        try office.perform(Self.proposal(2), by: "kpps")
        try office.perform(Self.order(2, try office.decide()), by: "chair")
        try office.perform(Self.holding(2), by: "chair")
        try office.perform(Self.proposal(3, .laterRevote, at: 1, [.president], .ruling), by: "kpps")
        let last = try Self.ruling(last: "2019-09-08")
        try office.perform(Self.order(3, try office.decide(), on: "2019-09-07", ruling: last), by: "chair")
        try office.perform(Self.holding(3, on: "2019-09-07"), by: "chair")
        #expect(office.state.revotes.all.map(\.stage) == [.rejected, .held, .held])
        // Each has a form of its own, of which the last one counts.
        let station = try SmallElection.regions().stations[1]
        #expect(office.state.isHeld(FormKey(.president, station, .revote)))
        #expect(office.state.isHeld(FormKey(.president, station, .laterRevote)))
        #expect(FormVersion.revote < .laterRevote && FormVersion.recount < .laterRevote)
    }

    @Test("is put on another day whatever was ordered since")
    func otherDayLater() throws {
        var office = try SmallPlenary()
        try office.perform(Self.proposal(), by: "kpps")
        try office.perform(Self.order(1, try office.decide(), on: "2019-04-25"), by: "chair")
        try office.perform(Self.proposal(2, .laterRecount, at: 1, [.president], .closedCount), by: "kpps")
        try office.perform(Self.order(2, try office.decide()), by: "chair")
        try office.perform(Self.order(1, try office.decide(), on: "2019-04-27"), by: "chair")
        try office.perform(Self.holding(), by: "chair")
        try office.perform(Self.holding(2, papers: [:]), by: "chair")
        #expect(office.state.revotes.all.map(\.stage) == [.held, .held])
    }

    @Test("behind a recount the law allows one too: it has the later one's form")
    func behindRecount() throws {
        var office = try SmallPlenary()
        try office.perform(Self.proposal(1, .recount, at: 1, [.president], .closedCount), by: "kpps")
        try office.perform(Self.order(1, try office.decide()), by: "chair")
        try office.perform(Self.holding(papers: [:]), by: "chair")
        try office.perform(Self.proposal(2, .laterRevote), by: "kpps")
        try office.perform(Self.order(2, try office.decide()), by: "chair")
        try office.perform(Self.holding(2), by: "chair")
        #expect(office.state.revotes.all.map(\.stage) == [.held, .held])
    }

    @Test("ordered is put on another day, or called off and proposed again")
    func otherDay() throws {
        var office = try SmallPlenary()
        try office.perform(Self.proposal(), by: "kpps")
        try office.perform(Self.order(1, try office.decide(), on: "2019-04-25"), by: "chair")
        try office.perform(Self.order(1, try office.decide(), on: "2019-04-27"), by: "chair")
        #expect(office.state.revotes[1]?.outcome?.date == CalendarDate(parsing: "2019-04-27"))
        try office.perform(Self.order(1, try office.decide(carried: false), on: nil), by: "chair")
        #expect(office.state.revotes[1]?.stage == .rejected)
        try office.perform(Self.proposal(2), by: "kpps")
        #expect(office.state.revotes[2]?.stage == .proposed)
    }

    @Test("is refused where it does not fit, and nothing changes", arguments: refusals.indices)
    func refused(row: Int) throws {
        let row = Self.refusals[row]
        var office = try SmallPlenary()
        do {
            try row.act(&office)
            Issue.record("not refused: \(row.reason)")
        } catch let fault as ActFault {
            #expect(fault == row.fault, "\(row.reason)")
        }
    }

    static let refusals: [Row] = [
        (
            "a number that is not the next", .revote(2, .number(next: 1)),
            { try $0.perform(proposal(2), by: "kpps") }
        ),
        ("no ballot", .revote(1, .ballots), { try $0.perform(proposal(1, .revote, at: 1, []), by: "kpps") }),
        (
            "a ballot nobody opened", .noContest(.senate),
            { try $0.perform(proposal(1, .revote, at: 1, [.senate]), by: "kpps") }
        ),
        (
            "a recount for what leads to a re-vote", .revote(1, .ground(.strangers, .recount)),
            { try $0.perform(proposal(1, .recount), by: "kpps") }
        ),
        (
            "the first vote", .revote(1, .ground(.strangers, .regular)),
            { try $0.perform(proposal(1, .regular), by: "kpps") }
        ),
        (
            "proposed twice", .revote(2, .proposedAlready(1)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(proposal(2), by: "kpps")
            }
        ),
        (
            "a second one at a station", .revote(2, .oncePerStation(1)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .revote, at: 1, [.regencyCouncil]), by: "kpps")
            }
        ),
        (
            "a second one, called a later one", .revote(2, .oncePerStation(1)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .laterRevote), by: "kpps")
            }
        ),
        (
            "by a ruling, with a form that would be the first one's", .revote(2, .order(last: .revote)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .revote, at: 1, [.president], .ruling), by: "kpps")
            }
        ),
        (
            "behind a recount, whose form would count", .revote(2, .order(last: .recount)),
            { office in
                try office.perform(proposal(1, .recount, at: 1, [.president], .closedCount), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2), by: "kpps")
            }
        ),
        (
            "a recount behind a re-vote, whose form would be of the first vote",
            .revote(2, .order(last: .revote)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .recount, at: 1, [.president], .closedCount), by: "kpps")
            }
        ),
        (
            "a later one held before the one that comes before it", .revote(2, .earlierOrdered(1)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .laterRevote, at: 1, [.president], .ruling), by: "kpps")
                let last = try ruling(last: "2019-09-08")
                try office.perform(
                    order(2, try office.decide(), on: "2019-09-07", ruling: last),
                    by: "chair"
                )
                try office.perform(holding(2, on: "2019-09-07"), by: "chair")
            }
        ),
        (
            "a later one of a ballot that none was held of", .revote(2, .order(last: nil)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .laterRevote, at: 1, [.regencyCouncil], .ruling), by: "kpps")
            }
        ),
        (
            "a later one, ordered before the one it would come behind of was called off",
            .revote(2, .order(last: nil)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(proposal(2, .laterRevote, at: 1, [.president], .ruling), by: "kpps")
                try office.perform(order(1, try office.decide(carried: false), on: nil), by: "chair")
                let last = try ruling(last: "2019-09-08")
                try office.perform(
                    order(2, try office.decide(), on: "2019-09-07", ruling: last),
                    by: "chair"
                )
            }
        ),
        (
            "an eleventh day", .revote(1, .date(last: CalendarDate(parsing: "2019-04-27"))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(), on: "2019-04-28"), by: "chair")
            }
        ),
        (
            "a day before the vote", .revote(1, .date(last: CalendarDate(parsing: "2019-04-27"))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(), on: "2019-04-16"), by: "chair")
            }
        ),
        (
            "a day behind the ruling's own", .revote(1, .date(last: CalendarDate(parsing: "2019-09-08"))),
            { office in
                try office.perform(proposal(), by: "kpps")
                let last = try ruling(last: "2019-09-08")
                try office.perform(
                    order(1, try office.decide(), on: "2019-09-09", ruling: last),
                    by: "chair"
                )
            }
        ),
        (
            "held on another day than was ordered", .revote(1, .otherDay(preconditionedDay("2019-04-25"))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(), on: "2019-04-25"), by: "chair")
                try office.perform(holding(), by: "chair")
            }
        ),
        (
            "proposed in the supervisor's name", .revote(1, .proposer),
            { office in
                let act = try proposal()
                guard case .revote(.proposed(let plain)) = act else { return }
                let revote = Revote(
                    number: 1,
                    .revote,
                    at: plain.revote.station,
                    [.president],
                    .strangers,
                    by: .overseer,
                    cause: "x"
                )
                try office.perform(.revote(.proposed(RevoteProposed(revote))), by: "kpps")
            }
        ),
        (
            "a second one by a ruling that nobody names", .revote(2, .noRuling),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(holding(), by: "chair")
                try office.perform(proposal(2, .laterRevote, at: 1, [.president], .ruling), by: "kpps")
                try office.perform(order(2, try office.decide()), by: "chair")
            }
        ),
        (
            "held out of time", .revote(1, .date(last: CalendarDate(parsing: "2019-04-27"))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(holding(on: "2019-04-28"), by: "chair")
            }
        ),
        (
            "no decision", .revote(1, .decision(DecisionKey(plenary: 1, decision: 1))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, DecisionKey(plenary: 1, decision: 1)), by: "chair")
            }
        ),
        (
            "a decision about something else", .revote(1, .decision(DecisionKey(plenary: 1, decision: 1))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(.other)), by: "chair")
            }
        ),
        (
            "ordered where the motion was not carried",
            .revote(1, .decision(DecisionKey(plenary: 1, decision: 1))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(carried: false)), by: "chair")
            }
        ),
        (
            "refused where the motion was carried",
            .revote(1, .decision(DecisionKey(plenary: 1, decision: 1))),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide(), on: nil), by: "chair")
            }
        ),
        (
            "ordered by who proposed it", .revote(1, .samePerson),
            { office in
                try office.perform(proposal(), by: "chair")
                try office.perform(order(1, try office.decide()), by: "chair")
            }
        ),
        (
            "held before it was ordered", .revote(1, .stage(.proposed)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(holding(), by: "chair")
            }
        ),
        (
            "papers of another ballot", .revote(1, .papers),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(holding(papers: [.regencyCouncil: 40]), by: "chair")
            }
        ),
        (
            "papers for a recount", .revote(1, .papers),
            { office in
                try office.perform(proposal(1, .recount, at: 1, [.president], .unequalTotals), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                try office.perform(holding(), by: "chair")
            }
        ),
        (
            "recommended once it is ordered", .revote(1, .stage(.ordered)),
            { office in
                try office.perform(proposal(), by: "kpps")
                try office.perform(order(1, try office.decide()), by: "chair")
                let paper = Revote.Paper("x", try office.date("2019-04-20"))
                try office.perform(
                    .revote(.recommended(RevoteRecommended(revote: 1, paper))),
                    by: "overseer"
                )
            }
        ),
    ]

    @Test("has no form typed before it was held, and the forms of a plenary stay")
    func typing() throws {
        var desk = try SmallDesk()
        let form = try SmallDesk.form(1, .revote)
        #expect(throws: ActFault.revote(0, .notHeld(form))) {
            try desk.perform(.formEntered(FormEntered(form, figures: desk.figures())), by: "one")
        }
    }
}
