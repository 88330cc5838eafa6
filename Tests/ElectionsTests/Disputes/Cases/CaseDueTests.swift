import TestSupport
import Testing

@testable import Elections

@Suite("What is due in a case")
struct CaseDueTests {
    private static func due(
        _ cases: SmallCases,
        _ law: Law = .pemilu2019,
        holidays: HolidayCalendar? = .official([2019], jointLeave: .dayOff)
    ) -> [String] {
        cases.cases.due(law, [], in: .central, holidays: holidays).map { due in
            let duty =
                switch due.duty {
                case .law(let kind): kind.rawValue
                case .obligation(let number): "obligation \(number)"
                }
            let last =
                switch due.last {
                case .day(let day): "\(day)"
                case .moment(let due): "\(due.day) \(OfficeZone.central.time(due.moment))"
                case .refused(let refusal): refusal.code
                case .undecided: "undecided"
                }
            return "\(duty) \(last) \(due.standing.rawValue)"
        }
    }

    @Test("counts working days over the holidays of April and May 2019")
    func administrative() throws {
        var cases = try SmallCases()
        // Good Friday on the 19th and Labour Day on the 1st of May fall out.
        try cases.perform(SmallCases.registered(filed: "2019-04-18", registered: "2019-04-18"))
        #expect(
            Self.due(cases) == [
                "violation-follow-up 2019-04-25 open", "administrative-ruling 2019-05-10 open",
            ]
        )
        try cases.perform(
            SmallCases.ruled(
                on: "2019-05-13",
                obligations: [
                    CaseObligation(number: 1, "umumkan", due: try SmallCases.day("2019-05-14")),
                    CaseObligation(number: 2, "laporkan"),
                ]
            )
        )
        #expect(
            Self.due(cases) == [
                "violation-follow-up 2019-04-25 late", "administrative-ruling 2019-05-10 late",
                "administrative-follow-up 2019-05-16 open", "obligation 1 2019-05-14 open",
            ]
        )
        let paper = Fulfilment.paper(try SmallCases.paper("1/PENG", "2019-05-13"))
        try cases.perform(SmallCases.fulfilled(1, 1, on: "2019-05-15", by: paper))
        try cases.perform(SmallCases.fulfilled(1, 2, on: "2019-05-15", by: paper))
        #expect(
            Self.due(cases).suffix(2) == [
                "administrative-follow-up 2019-05-16 met", "obligation 1 2019-05-14 late",
            ]
        )
    }

    @Test("says of which year no holidays are known, and of which hour nothing")
    func refusals() throws {
        var cases = try SmallCases()
        try cases.perform(SmallCases.registered())
        #expect(
            Self.due(cases, holidays: nil) == [
                "violation-follow-up 2019-05-10 open", "administrative-ruling holidays-unknown open",
            ]
        )
        cases = try SmallCases()
        // 72 hours from the announcement, whose hour no paper of the case names.
        try cases.perform(
            SmallCases.registered(
                1,
                .result,
                filed: "2019-05-23",
                registered: "2019-07-01",
                about: CaseScope([.regencyCouncil]),
                attacks: try SmallCases.paper("987/PL.01.8-Kpt/06/KPU/V/2019", "2019-05-21")
            )
        )
        #expect(
            Self.due(cases) == [
                "result-dispute needs-moment unknown", "result-ruling 2019-08-09 open",
            ]
        )
        try cases.perform(SmallCases.ruled(on: "2019-08-09", .notAccepted))
        #expect(Self.due(cases).last == "result-ruling 2019-08-09 met")
    }

    @Test(
        "counts hours from the moment a result was made known",
        arguments: [
            ("2019-05-24", "01:46", "met", "the last minute of three times 24 hours"),
            ("2019-05-24", "01:47", "late", "a minute later"),
            ("2019-05-23", nil, "met", "a day before, at whatever hour"),
            ("2019-05-24", nil, "unknown", "on the last day, at nobody knows what hour"),
            ("2019-05-25", nil, "late", "a day later, at whatever hour"),
        ] as [(String, String?, String, String)]
    )
    func hours(_ day: String, _ time: String?, _ standing: String, reason: String) throws {
        var cases = try SmallCases()
        try cases.perform(
            SmallCases.registered(
                1,
                .result,
                filed: day,
                at: time,
                registered: "2019-07-01",
                about: CaseScope([.regencyCouncil]),
                attacks: try SmallCases.paper("987/PL.01.8-Kpt/06/KPU/V/2019", "2019-05-21"),
                madeKnown: "01:46"
            )
        )
        #expect(Self.due(cases).first == "result-dispute 2019-05-24 01.46 \(standing)", "\(reason)")
    }

    @Test("of every kind and forum is by rules of the law", arguments: CaseKind.allCases)
    func kinds(kind: CaseKind) throws {
        let expected: [CaseKind: [CaseForum: [Deadline.Kind]]] = [
            .massive: [
                .nationalSupervisor: [.massiveViolationRuling], .supremeCourt: [.massiveViolationJudgment],
            ],
            .process: [
                .regencySupervisor: [.processRuling], .administrativeCourt: [.courtRuling],
            ],
            .crime: [
                .lawEnforcement: [.violationFollowUp, .crimeInvestigation], .court: [.crimeJudgment],
            ],
            .ethics: [.ethicsCouncil: []],
            .result: [.constitutionalCourt: [.presidentialRuling]],
        ]
        for (forum, kinds) in expected[kind] ?? [:] {
            var cases = try SmallCases()
            try cases.perform(SmallCases.registered(1, kind, forum))
            let due = cases.cases.due(.pemilu2019, [], in: .central, holidays: nil)
            #expect(due.map(\.duty) == kinds.map { .law($0) }, "\(kind) \(forum)")
        }
    }

    @Test("of an appeal begins with the ruling below")
    func appeal() throws {
        var cases = try SmallCases()
        try cases.perform(SmallCases.registered(1, .process, .regencySupervisor))
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", .notProven))
        try cases.perform(
            SmallCases.registered(
                2,
                .process,
                .administrativeCourt,
                filed: "2019-05-20",
                registered: "2019-05-21",
                appeals: 1
            )
        )
        // Five working days from Friday the 10th.
        #expect(Self.due(cases).contains("court-petition 2019-05-17 late"))
    }
}
