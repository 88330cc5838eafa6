import TestSupport
import Testing

@testable import Elections

/// A calendar of three stages, one after the other, and somebody who carries it out.
struct SmallCalendar {
    private(set) var state: ElectionState
    var today = "2019-05-01"
    private var entry = 10

    init() throws {
        state = ElectionState()
        for act in Act.takingOver(try SmallElection().election()).flatMap(\.self) { try state.apply(act) }
        try perform(Self.planned(["panggilan", "pungut", "rekap"]))
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(parsing: text)) }

    static func row(_ key: String, _ first: String = "2019-04-10", _ last: String = "2019-04-17") throws
        -> StageRow
    {
        var row = StageRow()
        (row.key, row.name, row.kind) = (key, key.uppercased(), .voting)
        (row.first, row.last) = (try day(first), try day(last))
        return row
    }

    static func planned(_ keys: [String], _ change: (inout StageRow) -> Void = { _ in }) throws
        -> StagesPlanned
    {
        var act = StagesPlanned()
        (act.basis, act.issued) = ("PKPU 7/2017", try day("2017-08-01"))
        act.stages = try keys.map { key in
            var row = try row(key)
            if key == "rekap" { (row.after, row.products) = (["pungut"], ["DB1"]) }
            change(&row)
            return row
        }
        return act
    }

    mutating func perform(_ act: some DescribedAct) throws {
        entry += 1
        let day = try Self.day(today)
        let author = Author(account: "ketua", time: OfficeZone.central.end(of: day), entry: entry)
        _ = try state.decide(.perform(.described(act)), by: author)
    }

    mutating func begin(_ stage: Int, _ on: String = "2019-04-10", note: String? = nil) throws {
        var act = StageBegun()
        (act.stage, act.on, act.note) = (stage, try Self.day(on), note)
        try perform(act)
    }

    mutating func close(_ stage: Int, _ on: String = "2019-04-18", missing: String? = nil) throws {
        var act = StageClosed()
        (act.stage, act.on, act.done, act.missing) = (stage, try Self.day(on), "Selesai.", missing)
        try perform(act)
    }

    mutating func deliver(_ stage: Int, _ product: String, _ on: String = "2019-04-18") throws {
        var act = ProductDelivered()
        (act.stage, act.product, act.document, act.on) = (stage, product, "BA 1", try Self.day(on))
        try perform(act)
    }
}

@Suite("Stages")
struct StageTests {
    typealias Row = (reason: String, fault: StageFault, act: @Sendable (inout SmallCalendar) throws -> Void)

    static let refusals: [Row] = [
        ("no stage at all", .none, { try $0.perform(SmallCalendar.planned([])) }),
        (
            "a key that no address can hold", .key("Rapat Pleno"),
            { try $0.perform(SmallCalendar.planned(["Rapat Pleno"])) }
        ),
        (
            "a stage twice in one calendar", .twice("a1"),
            { try $0.perform(SmallCalendar.planned(["a1", "a1"])) }
        ),
        (
            "the last day before the first", .days("a1"),
            { try $0.perform(SmallCalendar.planned(["a1"]) { swap(&$0.first, &$0.last) }) }
        ),
        (
            "a day of another election", .outside("a1", .written("2024-02-14")),
            {
                let day = try SmallCalendar.day("2024-02-14")
                try $0.perform(SmallCalendar.planned(["a1"]) { $0.last = day })
            }
        ),
        (
            "a day long before the election", .outside("a1", .written("2009-04-09")),
            {
                let day = try SmallCalendar.day("2009-04-09")
                try $0.perform(SmallCalendar.planned(["a1"]) { $0.first = day })
            }
        ),
        (
            "after a stage that nobody planned", .after("a1", "zz"),
            { try $0.perform(SmallCalendar.planned(["a1"]) { $0.after = ["zz"] }) }
        ),
        (
            "after itself", .cycle("a1"),
            { try $0.perform(SmallCalendar.planned(["a1"]) { $0.after = ["a1"] }) }
        ),
        (
            "after one that comes after it", .cycle("pungut"),
            { try $0.perform(SmallCalendar.planned(["pungut"]) { $0.after = ["rekap"] }) }
        ),
        (
            "a limit without its days", .limit("a1"),
            { try $0.perform(SmallCalendar.planned(["a1"]) { $0.since = "pungut" }) }
        ),
        ("a stage that is not there", .unknown("9"), { try $0.begin(9) }),
        (
            "begun a second time", .begunTwice(1),
            {
                try $0.begin(1); try $0.begin(1)
            }
        ),
        ("begun tomorrow", .future(.written("2019-05-02")), { try $0.begin(1, "2019-05-02") }),
        ("begun before what it depends on, without a word", .dependsOn(3, "pungut"), { try $0.begin(3) }),
        (
            "closed before it began", .before(.written("2019-04-10")),
            {
                try $0.begin(1); try $0.close(1, "2019-04-09")
            }
        ),
        (
            "closed tomorrow", .future(.written("2019-05-02")),
            {
                try $0.begin(1); try $0.close(1, "2019-05-02")
            }
        ),
        ("closed without having begun", .notBegun(1), { try $0.close(1) }),
        (
            "closed twice", .notBegun(1),
            {
                try $0.begin(1); try $0.close(1); try $0.close(1)
            }
        ),
        (
            "closed without its product", .missing(3, "DB1"),
            {
                try $0.begin(3, note: "x"); try $0.close(3)
            }
        ),
        ("a product that it does not have", .product(1, "DB1"), { try $0.deliver(1, "DB1") }),
        (
            "a product twice", .productTwice(3, "DB1"),
            {
                try $0.deliver(3, "DB1"); try $0.deliver(3, "DB1")
            }
        ),
        (
            "a product of tomorrow", .future(.written("2019-05-02")),
            { try $0.deliver(3, "DB1", "2019-05-02") }
        ),
        (
            "resumed while it goes on", .notClosed(1),
            {
                try $0.begin(1)
                var act = StageResumed()
                (act.stage, act.reason) = (1, "keliru")
                try $0.perform(act)
            }
        ),
        (
            "a holiday of another year", .holiday(.written("2020-01-01"), year: 2019),
            {
                var (act, row) = (HolidaysDecreed(), HolidayRow())
                (row.date, row.name) = (try SmallCalendar.day("2020-01-01"), "Tahun baru")
                (act.year, act.basis, act.days) = (2019, "SKB", [row])
                try $0.perform(act)
            }
        ),
        (
            "more stages than an office can look after", .tooMany,
            { calendar in
                for batch in 0..<4 {
                    try calendar.perform(SmallCalendar.planned((0..<125).map { "s\(batch)-\($0)" }))
                }
            }
        ),
    ]

    @Test("refuse what cannot be, and stay as they are", arguments: refusals.indices)
    func refusal(place: Int) throws {
        var calendar = try SmallCalendar()
        let row = Self.refusals[place]
        #expect(throws: ActFault.stage(row.fault), "\(row.reason)") { try row.act(&calendar) }
        #expect(!row.fault.code.isEmpty && row.fault.field != "")
        // What is refused leaves nothing behind.
        try calendar.perform(SmallCalendar.planned(["sesudahnya"]))
        #expect(calendar.state.stages.all.last?.key == "sesudahnya")
    }

    @Test("a division that is not there is refused; an outsider knows none")
    func division() throws {
        var calendar = try SmallCalendar()
        var act = StageAssigned()
        (act.stage, act.division) = (1, "teknis")
        #expect(throws: ActFault.noDivision("teknis")) { try calendar.perform(act) }
        var outsider = calendar.state
        try outsider.apply(.described(act))
        #expect(outsider.stages[1]?.division == "teknis")
    }

    @Test("keep every plan when a calendar is revised, and none twice")
    func revisions() throws {
        var calendar = try SmallCalendar()
        let day = try SmallCalendar.day("2019-04-27")
        var act = try SmallCalendar.planned(["pungut"]) { $0.last = day }
        (act.basis, act.issued) = ("PKPU 10/2019", try SmallCalendar.day("2019-04-01"))
        try calendar.perform(act)
        try calendar.perform(act)
        let stage = try #require(calendar.state.stages["pungut"])
        #expect(stage.plans.map(\.basis) == ["PKPU 7/2017", "PKPU 10/2019"])
        #expect(stage.plan.days.last == day)
        #expect(stage.number == 2 && calendar.state.stages.all.count == 3)
    }

    @Test("stand as their days and what was done say")
    func standing() throws {
        var calendar = try SmallCalendar()
        func standing(_ day: String) throws -> StageStanding {
            try #require(calendar.state.stages[1]).standing(on: SmallCalendar.day(day))
        }
        #expect(try standing("2019-03-26") == .planned, "fifteen days before")
        #expect(try standing("2019-03-27") == .next, "fourteen days before")
        #expect(try standing("2019-04-10") == .next, "on its first day it may still begin")
        #expect(try standing("2019-04-11") == .late)
        #expect(try standing("2019-04-18") == .overdue, "never begun")
        try calendar.begin(1)
        #expect(try standing("2019-04-17") == .running)
        #expect(try standing("2019-04-18") == .overdue)
        try calendar.close(1, "2019-04-19")
        #expect(try standing("2019-04-20") == .closed)
        #expect(calendar.state.stages[1]?.delay == 2)
        var resumed = StageResumed()
        (resumed.stage, resumed.reason) = (1, "laporan keliru")
        try calendar.perform(resumed)
        #expect(calendar.state.stages[1]?.closing == nil)
        #expect(calendar.state.stages[1]?.closings.count == 1, "what was reported stays")
        try calendar.close(1, "2019-04-17")
        #expect(calendar.state.stages[1]?.delay == 0)
    }

    @Test(
        "have last days that follow from another's end, over weekends and holidays",
        arguments: [
            // 19 April 2019 was Good Friday, 20–21 a weekend.
            ("three working days after Wednesday 17 April", DayUnit.working, 3, "2019-04-23"),
            ("ten days of the calendar", .calendar, 10, "2019-04-27"),
            ("the same day", .calendar, 0, "2019-04-17"),
        ]
    )
    func limits(reason: String, unit: DayUnit, count: Int, due: String) throws {
        var calendar = try SmallCalendar()
        try calendar.perform(
            SmallCalendar.planned(["psu"]) { ($0.since, $0.within, $0.unit) = ("pungut", count, unit) }
        )
        let stage = try #require(calendar.state.stages["psu"])
        #expect(try calendar.state.stages.due(stage) == SmallCalendar.day(due), "\(reason)")
    }

    @Test("count from the actual end once there is one, and by the holidays that the office noted")
    func actualLimits() throws {
        var calendar = try SmallCalendar()
        try calendar.perform(
            SmallCalendar.planned(["psu"]) { ($0.since, $0.within, $0.unit) = ("pungut", 1, .working) }
        )
        try calendar.begin(2)
        try calendar.close(2, "2019-04-24")
        let stage = try #require(calendar.state.stages["psu"])
        #expect(try calendar.state.stages.due(stage) == SmallCalendar.day("2019-04-25"))
        var (act, row) = (HolidaysDecreed(), HolidayRow())
        (row.date, row.name) = (try SmallCalendar.day("2019-04-25"), "Hari libur daerah")
        (act.year, act.basis, act.days) = (2019, "SK Bupati", [row])
        try calendar.perform(act)
        #expect(try calendar.state.stages.due(stage) == SmallCalendar.day("2019-04-26"))
    }

    @Test("refuse to count working days into a year whose holidays nobody noted")
    func unknownYear() throws {
        var calendar = try SmallCalendar()
        let day = try SmallCalendar.day("2017-06-30")
        try calendar.perform(SmallCalendar.planned(["daftar"]) { ($0.first, $0.last) = (day, day) })
        try calendar.perform(
            SmallCalendar.planned(["tetap"]) { ($0.since, $0.within, $0.unit) = ("daftar", 3, .working) }
        )
        let stage = try #require(calendar.state.stages["tetap"])
        #expect(throws: Deadline.Refusal.holidaysUnknown(year: 2017)) { try calendar.state.stages.due(stage) }
    }

    @Test("of every law can be adopted as they are", arguments: Law.all)
    func editions(law: Law) throws {
        for edition in CalendarEdition.all(of: law) {
            var register = StageRegister()
            let act = edition.planned
            try act.checkFields()
            try register.plan(act, votingDay: law.votingDay)
            #expect(register.all.count == edition.stages.count, "\(edition.id)")
            #expect(Act.described(act).isPublishable)
        }
    }

    @Test("of 2020 keep what was planned before the pandemic beside what was held")
    func postponement() throws {
        var register = StageRegister()
        for edition in CalendarEdition.all(of: .pilkada2020) {
            try register.plan(edition.planned, votingDay: Law.pilkada2020.votingDay)
        }
        let voting = try #require(register.all.first { $0.kind == .voting })
        #expect(voting.plans.map(\.days.first.description) == ["2020-09-23", "2020-12-09"])
        let moved = register.all.filter { $0.plans.count == 2 }.count
        #expect(moved == 14, "every stage of the first calendar is in the second")
    }

    @Test("as acts come to the same when they are cut in two")
    func halves() throws {
        let act = try #require(CalendarEdition.all(of: .pemilu2019).first).planned
        let (front, back) = try #require(act.halves)
        #expect(front.joined(with: back) == act)
        #expect(front.stages.count + back.stages.count == act.stages.count)
    }
}
