import TestSupport
import Testing

@testable import Elections

@Suite("A case before a forum")
struct CaseTests {
    @Test("a ruling that orders nothing is taken behind a later one that does")
    func ordersNothing() throws {
        var cases = try SmallCases()
        let scope = CaseScope([.president], stations: [try SmallCases.station(0)])
        for number in [1, 2] { try cases.perform(SmallCases.registered(number, about: scope)) }
        try cases.perform(
            SmallCases.ruled(
                2,
                on: "2019-05-20",
                effects: [CaseEffect(.revote, scope)],
                obligations: [CaseObligation(number: 1, "pemungutan suara ulang", effect: 1)]
            )
        )
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", .notProven))
        #expect(cases.cases.all.map(\.ruling?.outcome) == [.notProven, .proven])
    }

    @Test("of Soppeng, 2019: registered, heard, answered, not proven, closed (domain reference 6.4)")
    func soppeng() throws {
        var cases = try SmallCases()
        let scope = CaseScope([.president], candidate: CaseCandidate(.president, contestant: 1))
        try cases.perform(SmallCases.registered(1, register: "09/LP/PL/ADM/Prov/27.00/V/2019", about: scope))
        try cases.perform(
            .heard(
                HearingHeld(
                    case: 1,
                    .examination,
                    on: try SmallCases.day("2019-05-06"),
                    "pemeriksaan pelapor dan terlapor"
                )
            )
        )
        try cases.perform(
            .answered(
                CaseAnswered(
                    case: 1,
                    try SmallCases.paper("120/PY.01.1-SD/7312/KPU-Kab/V/2019", "2019-05-06"),
                    "tidak ada penggelembungan suara"
                )
            )
        )
        #expect(cases.cases[1]?.stage == .answered)
        try cases.perform(
            .bundled(
                EvidenceBundled(
                    case: 1,
                    number: 1,
                    [
                        .form(FormKey(.president, try SmallCases.station(0), .regular)),
                        .paper(try SmallCases.paper("BA 12", "2019-04-30")),
                    ]
                )
            )
        )
        try cases.perform(
            .heard(
                HearingHeld(
                    case: 1,
                    .verdict,
                    on: try SmallCases.day("2019-05-10"),
                    "tidak terbukti secara sah dan meyakinkan",
                    venue: "Hotel Harper, Makassar"
                )
            )
        )
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", .notProven))
        #expect(cases.cases[1]?.stage == .ruled)
        try cases.perform(SmallCases.closed(1, on: "2019-05-10"))
        let dispute = try #require(cases.cases[1])
        #expect(dispute.stage == .closed)
        #expect(dispute.hearings.map(\.kind) == [.examination, .verdict])
        #expect(dispute.bundles.flatMap(\.items).count == 2)
        #expect(try #require(cases.office.state.election).cases.all.count == 1)
    }

    @Test("kind goes before a forum by the law", arguments: CaseKind.allCases)
    func forums(kind: CaseKind) throws {
        for forum in CaseForum.allCases {
            var cases = try SmallCases()
            let act = try SmallCases.registered(1, kind, forum)
            if kind.forums.contains(forum) {
                try cases.perform(act)
            } else {
                #expect(throws: ActFault.dispute(1, .forum(kind, forum))) { try cases.perform(act) }
            }
        }
    }

    @Test("that orders a re-vote is fulfilled by it, and closed then")
    func revote() throws {
        var cases = try SmallCases()
        try cases.order(CaseEffect(.revote, CaseScope([.president], stations: [SmallCases.station(1)])))
        try cases.holdAgain()
        try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
        #expect(cases.cases[1]?.openObligations == [])
        try cases.perform(SmallCases.closed())
        #expect(cases.cases[1]?.stage == .closed)
    }

    @Test("that orders a correction is fulfilled by a plenary that certifies anew")
    func correction() throws {
        var cases = try SmallCases()
        try cases.office.hold(".01")
        try cases.order(
            CaseEffect(.correction, CaseScope([.president], stations: [SmallCases.station(1)])),
            on: "2019-05-10"
        )
        #expect(throws: ActFault.dispute(1, .wrongPlenary(1)), "certified before the ruling") {
            try cases.perform(SmallCases.fulfilled(by: .plenary(1)))
        }
        try cases.office.perform(
            .called(
                PlenaryCalled(
                    number: 2,
                    of: try SmallPlenary.region(".01"),
                    ballots: [.president],
                    invitation: "9/UND",
                    agenda: "Putusan",
                    venue: "Aula",
                    date: try SmallCases.day("2019-05-12"),
                    members: 5,
                    ground: "putusan 1/PUT/2019"
                )
            )
        )
        #expect(throws: ActFault.dispute(1, .wrongPlenary(2)), "not certified yet") {
            try cases.perform(SmallCases.fulfilled(by: .plenary(2)))
        }
        for (place, name) in (1...5).map({ "ppk-a-\($0)" }).enumerated() {
            try cases.office.perform(cases.office.arrival(name, place == 0 ? .chair : .member))
        }
        try cases.office.perform(.opened(PlenaryStep(2)))
        try cases.office.readAll()
        try cases.office.finish()
        try cases.perform(SmallCases.fulfilled(by: .plenary(2)))
        #expect(cases.cases[1]?.openObligations == [])
    }

    @Test("is fulfilled late, and known to be so")
    func late() throws {
        var cases = try SmallCases()
        try cases.perform(SmallCases.registered())
        let due = try SmallCases.day("2019-05-13")
        try cases.perform(
            SmallCases.ruled(obligations: [
                CaseObligation(number: 1, "umumkan", due: due),
                CaseObligation(number: 2, "laporkan", due: due),
            ])
        )
        let paper = Fulfilment.paper(try SmallCases.paper("1/PENG", "2019-05-13"))
        try cases.perform(SmallCases.fulfilled(1, 1, on: "2019-05-13", by: paper))
        try cases.perform(SmallCases.fulfilled(1, 2, on: "2019-05-14", by: paper))
        let dispute = try #require(cases.cases[1])
        #expect(dispute.ruling?.obligations.map(dispute.isLate) == [false, true])
    }

    @Test("on appeal supersedes what it grants against, and nothing where it fails")
    func appeal() throws {
        for outcome in CaseOutcome.allCases {
            var cases = try SmallCases()
            try cases.order(CaseEffect(.recount, CaseScope([.president])))
            try cases.perform(
                SmallCases.registered(
                    2,
                    .administrative,
                    .nationalSupervisor,
                    filed: "2019-05-13",
                    registered: "2019-05-14",
                    appeals: 1
                )
            )
            try cases.perform(SmallCases.ruled(2, on: "2019-05-20", outcome))
            #expect((cases.cases.superseding(1) == 2) == outcome.isGranted)
            let close = try SmallCases.closed(on: "2019-05-21")
            if outcome.isGranted {
                #expect(throws: ActFault.dispute(1, .superseded(2))) {
                    try cases.perform(SmallCases.fulfilled(by: .revotes([1])))
                }
                try cases.perform(close)
            } else {
                #expect(throws: ActFault.dispute(1, .obligationsOpen([1]))) { try cases.perform(close) }
            }
        }
    }

    @Test("of an earlier day is taken behind a later one where both say the same, or one appeals the other")
    func behindLater() throws {
        let recount = CaseEffect(.recount, CaseScope([.president], stations: [try SmallCases.station(1)]))
        let one = [CaseObligation(number: 1, "hitung ulang", effect: 1)]
        // Of the same stations the same.
        var cases = try SmallCases()
        for number in [1, 2] {
            try cases.perform(SmallCases.registered(number, .administrative, about: recount.scope))
        }
        try cases.perform(SmallCases.ruled(2, on: "2019-05-20", effects: [recount], obligations: one))
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", effects: [recount], obligations: one))
        // Of other stations something else.
        cases = try SmallCases()
        try cases.perform(
            SmallCases.registered(1, about: CaseScope([.president], stations: [SmallCases.station(2)]))
        )
        try cases.perform(SmallCases.registered(2, .administrative, about: recount.scope))
        try cases.perform(SmallCases.ruled(2, on: "2019-05-20", effects: [recount], obligations: one))
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", .notProven))
        // The ruling that was appealed.
        cases = try SmallCases()
        try cases.perform(SmallCases.registered(1, .administrative, about: recount.scope))
        try cases.perform(
            SmallCases.registered(
                2,
                .administrative,
                .nationalSupervisor,
                filed: "2019-05-13",
                registered: "2019-05-14",
                about: recount.scope,
                appeals: 1
            )
        )
        try cases.perform(SmallCases.ruled(2, on: "2019-05-20", .notProven))
        try cases.perform(SmallCases.ruled(1, on: "2019-05-10", effects: [recount], obligations: one))
    }

    @Test("holds a determination up only where it is a petition about that district, until it is carried out")
    func pending() throws {
        let ballot = Ballot.regencyCouncil
        let districts = try #require(
            SmallElection().election().contests.first { $0.ballot == ballot }?.districts
        )
        func pending(_ cases: SmallCases) -> [Int?] {
            [1, 2, nil].map { cases.cases.pendingPetition(ballot, district: $0, of: districts) }
        }
        let rows: [(reason: String, scope: CaseScope, expected: [Int?])] = [
            ("all of the ballot", CaseScope([ballot]), [1, 1, 1]),
            ("another ballot", CaseScope([.president]), [nil, nil, nil]),
            ("a district", CaseScope([ballot], districts: [.init(ballot, 2)]), [nil, 1, 1]),
            (
                "a station of a district", CaseScope([ballot], stations: [try SmallCases.station(0)]),
                [1, nil, 1]
            ),
            (
                "a district of another ballot beside it",
                CaseScope([ballot, .president], districts: [.init(ballot, 1)]), [1, nil, 1]
            ),
        ]
        for row in rows {
            var cases = try SmallCases()
            try cases.perform(SmallCases.registered(1, .result, about: row.scope))
            #expect(pending(cases) == row.expected, "\(row.reason)")
            try cases.perform(SmallCases.ruled(1, .notAccepted))
            #expect(pending(cases) == [nil, nil, nil], "\(row.reason), ruled")
        }
        for kind in CaseKind.allCases where kind != .result {
            var cases = try SmallCases()
            try cases.perform(SmallCases.registered(1, kind, about: CaseScope([ballot])))
            #expect(pending(cases) == [nil, nil, nil], "\(kind)")
        }
        var cases = try SmallCases()
        try cases.perform(
            SmallCases.registered(1, .result, about: CaseScope([ballot], districts: [.init(ballot, 1)]))
        )
        try cases.perform(SmallCases.ruled(1, obligations: [CaseObligation(number: 1, "umumkan")]))
        #expect(pending(cases) == [1, nil, 1], "ruled, and not carried out")
        try cases.perform(
            SmallCases.fulfilled(by: .paper(try SmallCases.paper("1/PENG", "2019-05-13")))
        )
        #expect(pending(cases) == [nil, nil, nil], "carried out")
    }

    @Test("a pair is cancelled by a paper, for a status is kept only of who stands on a list")
    func pair() throws {
        let pair = CaseCandidate(.president, contestant: 1)
        var cases = try SmallCases()
        try cases.order(CaseEffect(.candidateCancelled, CaseScope([.president], candidate: pair)), .massive)
        #expect(throws: ActFault.dispute(1, .otherFulfilment(.candidateCancelled))) {
            try cases.perform(SmallCases.fulfilled(by: .cancellation))
        }
        try cases.perform(SmallCases.fulfilled(by: .paper(try SmallCases.paper("Kpt 9", "2019-05-13"))))
        try cases.perform(SmallCases.closed())
    }

    @Test("is kept by chair, commissioners and staff, and by nobody else")
    func permission() {
        #expect(
            Set(Role.allCases.filter { $0.permissions.contains(.manageCases) }) == [
                .chair, .commissioner, .staff,
            ]
        )
        for kind in Act.Kind.allCases where kind.permission == .manageCases { #expect(kind.isPublic) }
        #expect(Act.Kind.allCases.count { $0.permission == .manageCases } == 7)
    }
}
