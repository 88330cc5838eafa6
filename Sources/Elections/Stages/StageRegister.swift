/// The stages of the office's calendar, and the holidays behind its deadlines.
public struct StageRegister: Hashable, Sendable {
    /// The stages by their numbers, which begin at 1.
    public private(set) var all: [ElectionStage] = []
    /// The public holidays of years that were decreed, by year.
    public private(set) var holidays: [Int: HolidaysDecreed] = [:]

    /// The most stages.
    public static let most = 500
    /// How many days before the vote a stage may begin.
    public static let earliest = 1_100
    /// How many days behind the vote a stage may end.
    public static let latest = 730

    /// The acts about them.
    static let acts: [any DescribedAct.Type] = [
        StagesPlanned.self, StageAssigned.self, StageBegun.self, ProductDelivered.self, StageClosed.self,
        StageResumed.self, HolidaysDecreed.self,
    ]

    /// None.
    public init() {}

    /// The stage of a number; `nil` where there is none.
    public subscript(number: Int) -> ElectionStage? {
        all.indices.contains(number - 1) ? all[number - 1] : nil
    }

    /// The stage of a key; `nil` where there is none.
    ///
    /// - Complexity: O(stages).
    public subscript(key: String) -> ElectionStage? { all.first { $0.key == key } }
}

/// Why something cannot be done about stages.
public enum StageFault: Error, Hashable, Sendable {
    case none
    case tooMany
    case key(String)
    case twice(String)
    case unknown(String)
    case days(String)
    case outside(String, CalendarDate)
    case after(String, String)
    case cycle(String)
    case limit(String)
    case begunTwice(Int)
    case notBegun(Int)
    case future(CalendarDate)
    case before(CalendarDate)
    case dependsOn(Int, String)
    case product(Int, String)
    case productTwice(Int, String)
    case missing(Int, String)
    case notClosed(Int)
    case holiday(CalendarDate, year: Int)

    /// The code by which programs tell faults apart.
    public var code: String {
        switch self {
        case .none: "none"
        case .tooMany: "too-many"
        case .key: "key"
        case .twice: "twice"
        case .unknown: "unknown"
        case .days: "days"
        case .outside: "outside"
        case .after: "after"
        case .cycle: "cycle"
        case .limit: "limit"
        case .begunTwice: "begun-twice"
        case .notBegun: "not-begun"
        case .future: "future"
        case .before: "before"
        case .dependsOn: "depends-on"
        case .product: "product"
        case .productTwice: "product-twice"
        case .missing: "missing"
        case .notClosed: "not-closed"
        case .holiday: "holiday"
        }
    }

    /// The field it is about; `nil` where it is about all of it.
    public var field: String? {
        switch self {
        case .none, .tooMany, .twice, .after, .cycle: "stages"
        case .key: "key"
        case .unknown, .begunTwice, .notBegun, .notClosed: "stage"
        case .days, .outside, .limit: "last"
        case .future, .before: "on"
        case .dependsOn: "note"
        case .product, .productTwice: "product"
        case .missing: "missing"
        case .holiday: "days"
        }
    }
}

extension StageRegister {
    /// Plans stages: new ones behind the others, known ones anew.
    mutating func plan(_ act: StagesPlanned, votingDay: CalendarDate) throws(StageFault) {
        guard !act.stages.isEmpty else { throw .none }
        var next = self
        var keys: Set<String> = []
        for row in act.stages {
            guard Organisation.isName(row.key) else { throw .key(row.key) }
            guard keys.insert(row.key).inserted else { throw .twice(row.key) }
            try Self.check(row, votingDay)
            next.plan(row, basis: act.basis, issued: act.issued)
        }
        guard next.all.count <= Self.most else { throw .tooMany }
        try next.checkOrder(keys)
        self = next
    }

    private static func check(_ row: StageRow, _ votingDay: CalendarDate) throws(StageFault) {
        guard row.first <= row.last else { throw .days(row.key) }
        for day in [row.first, row.last] {
            let distance = day.dayNumber - votingDay.dayNumber
            guard (-earliest...latest).contains(distance) else { throw .outside(row.key, day) }
        }
        let parts = [row.since != nil, row.within != nil, row.unit != nil]
        guard Set(parts).count == 1 else { throw .limit(row.key) }
    }

    private mutating func plan(_ row: StageRow, basis: String, issued: CalendarDate) {
        let plan = ElectionStage.Plan(
            days: PlannedStage.Days(first: row.first, last: row.last),
            basis: basis,
            issued: issued,
            doubt: row.doubt
        )
        var limit: ElectionStage.Limit?
        if let stage = row.since, let count = row.within, let unit = row.unit {
            limit = ElectionStage.Limit(stage: stage, count: count, unit: unit)
        }
        if let place = all.firstIndex(where: { $0.key == row.key }) {
            if all[place].plan != plan { all[place].plans.append(plan) }
            all[place].after = row.after
            all[place].limit = limit
            all[place].products = row.products
            return
        }
        all.append(
            ElectionStage(
                number: all.count + 1,
                key: row.key,
                kind: row.kind,
                name: LocalizedText(id: row.name, en: row.english ?? row.name),
                after: row.after,
                products: row.products,
                plans: [plan],
                limit: limit
            )
        )
    }

    /// Checks that stages come after others that are known, and none after itself by way of others.
    private func checkOrder(_ keys: Set<String>) throws(StageFault) {
        let known = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
        for stage in all where keys.contains(stage.key) {
            let before = stage.after + (stage.limit.map { [$0.stage] } ?? [])
            for key in before where known[key] == nil { throw .after(stage.key, key) }
            var (seen, next): (Set<String>, [String]) = ([], before)
            while let key = next.popLast() {
                guard key != stage.key else { throw .cycle(stage.key) }
                guard seen.insert(key).inserted, let other = known[key] else { continue }
                next += other.after + (other.limit.map { [$0.stage] } ?? [])
            }
        }
    }

    private func place(of number: Int) throws(StageFault) -> Int {
        guard all.indices.contains(number - 1) else { throw .unknown("\(number)") }
        return number - 1
    }

    mutating func assign(_ act: StageAssigned) throws(StageFault) {
        all[try place(of: act.stage)].division = act.division
    }

    mutating func begin(_ act: StageBegun, today: CalendarDate?) throws(StageFault) {
        let place = try place(of: act.stage)
        guard all[place].begun == nil else { throw .begunTwice(act.stage) }
        if let today, today < act.on { throw .future(act.on) }
        if act.note == nil {
            for key in all[place].after where self[key]?.closing == nil { throw .dependsOn(act.stage, key) }
        }
        all[place].begun = act.on
        all[place].isOpen = true
    }

    mutating func deliver(_ act: ProductDelivered, today: CalendarDate?) throws(StageFault) {
        let place = try place(of: act.stage)
        guard all[place].products.contains(act.product) else { throw .product(act.stage, act.product) }
        guard all[place].missing.contains(act.product) else { throw .productTwice(act.stage, act.product) }
        if let today, today < act.on { throw .future(act.on) }
        all[place].deliveries.append(act)
    }

    mutating func close(_ act: StageClosed, today: CalendarDate?) throws(StageFault) {
        let place = try place(of: act.stage)
        guard all[place].isOpen, let begun = all[place].begun else { throw .notBegun(act.stage) }
        guard begun <= act.on else { throw .before(begun) }
        if let today, today < act.on { throw .future(act.on) }
        if let product = all[place].missing.first, act.missing == nil { throw .missing(act.stage, product) }
        all[place].closings.append(act)
        all[place].isOpen = false
    }

    mutating func resume(_ act: StageResumed) throws(StageFault) {
        let place = try place(of: act.stage)
        guard !all[place].isOpen, all[place].begun != nil else { throw .notClosed(act.stage) }
        all[place].isOpen = true
    }

    mutating func decree(_ act: HolidaysDecreed) throws(StageFault) {
        for row in act.days where row.date.year != act.year { throw .holiday(row.date, year: act.year) }
        holidays[act.year] = act
    }
}

extension ElectionState {
    /// Changes the stages: all of it, or nothing.
    mutating func changeStages(_ body: (inout StageRegister) throws(StageFault) -> Void) throws(ActFault) {
        do throws(StageFault) { try body(&stages) } catch { throw .stage(error) }
    }

    /// The day on which somebody does something, by the clock of the office's place; `nil` where nobody is known.
    func day(of author: Author) -> CalendarDate? {
        guard author != .unknown else { return nil }
        return (setUp.flatMap { OfficeZone(of: $0.place) } ?? .central).day(author.time)
    }
}
