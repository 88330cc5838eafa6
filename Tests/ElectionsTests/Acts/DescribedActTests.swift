import TestSupport
import Testing

@testable import Elections

/// Fills every field of something described with a value that may stand there.
private struct FieldFiller: FieldVisitor {
    typealias Failure = Never

    var dice: Dice
    var names: [String] = []
    /// Whether what may be left out is there.
    let isWhole: Bool

    private mutating func value<Value: FieldValue>(_ meaning: FieldMeaning) -> Value {
        switch Value.form {
        case .whole:
            let range = meaning.range
            let top = min(range.upperBound, range.lowerBound + 1_000_000)
            return Value(typed: "\(Int.random(in: range.lowerBound...top, using: &dice))") ?? .blank
        case .day:
            return Value(
                typed: "2019-0\(Int.random(in: 1...9, using: &dice))-1\(Int.random(in: 0...9, using: &dice))"
            )
                ?? .blank
        case .moment: return Value(typed: "2019-04-17T07:00") ?? .blank
        case .word(let choices):
            return choices.randomElement(using: &dice).flatMap { Value(typed: $0.word) } ?? .blank
        case .place(let tiers):
            let text =
                tiers.isEmpty ? "73.12.04.1005-00\(Int.random(in: 1...9, using: &dice))" : "73.12.04.1005"
            return Value(typed: text) ?? .blank
        case .text:
            let texts = ["a", "Berita \"acara\" 12\\", "é–ü 東京", "=1+1", String(repeating: "x", count: 500)]
            return Value(typed: texts.randomElement(using: &dice) ?? "a") ?? .blank
        }
    }

    mutating func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _ meaning: FieldMeaning
    ) {
        names.append("\(name)")
        value = self.value(meaning)
    }

    mutating func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _ meaning: FieldMeaning
    ) {
        names.append("\(name)")
        value = isWhole || Bool.random(using: &dice) ? self.value(meaning) : nil
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool, _: FieldMeaning) {
        names.append("\(name)")
        value = isWhole || Bool.random(using: &dice)
    }

    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _ meaning: FieldMeaning
    ) {
        names.append("\(name)")
        let count = isWhole ? 2 : Int.random(in: 0...3, using: &dice)
        values = (0..<count).map { _ in value(meaning) }
    }

    mutating func rows<Row: Described>(_ name: StaticString, _ rows: inout [Row], _: FieldMeaning) {
        names.append("\(name)")
        let count = isWhole ? 2 : Int.random(in: 0...3, using: &dice)
        rows = (0..<count).map { _ in
            var (filler, row) = (FieldFiller(dice: dice, isWhole: isWhole), Row())
            row.visit(&filler)
            dice = filler.dice
            #expect(filler.names == filler.names.sorted(), "\(Row.self)")
            return row
        }
    }
}

@Suite("Described acts")
struct DescribedActTests {
    static let types = Act.Kind.allDescribed.compactMap(\.described)

    /// An act of a type with something in each of its fields.
    static func filled<Filled: DescribedAct>(_ type: Filled.Type, salt: String, isWhole: Bool) -> (
        act: Filled, names: [String]
    ) {
        var (filler, act) = (FieldFiller(dice: Dice(salt: salt), isWhole: isWhole), Filled())
        act.visit(&filler)
        return (act, filler.names)
    }

    @Test("name their fields in the order of canonical JSON, each once")
    func order() {
        for type in Self.types {
            func names<Filled: DescribedAct>(_ type: Filled.Type) -> [String] {
                Self.filled(type, salt: "order", isWhole: true).names
            }
            let names = names(type)
            #expect(names == Set(names).sorted(), "\(type)")
            #expect(!names.contains { $0 <= "act" }, "\(type): the kind comes first")
            let order = type.order.split(separator: " ").map(String.init)
            #expect(Set(order).isSubset(of: names), "\(type) orders fields it does not have")
        }
    }

    @Test("have one text, which is read as what was written", arguments: [false, true])
    func text(isWhole: Bool) throws {
        for type in Self.types {
            for round in Dice.rounds(20) {
                let salt = "\(type) \(isWhole) \(round)"
                func check<Filled: DescribedAct>(_ type: Filled.Type) throws {
                    let act = Self.filled(type, salt: salt, isWhole: isWhole).act
                    let text = Act.described(act).canonicalText
                    let read = try Act(canonicalText: text)
                    #expect(read.canonicalText == text, "\(type), \(salt)")
                    guard case .described(let same) = read else {
                        Issue.record("\(type) was read as something else")
                        return
                    }
                    #expect(same as? Filled == act, "\(type), \(salt)")
                }
                try check(type)
            }
        }
    }

    @Test("are read from what people type as they are shown")
    func typing() {
        for type in Self.types {
            let salt = "\(type) typed"
            func check<Filled: DescribedAct>(_ type: Filled.Type) {
                let act = Self.filled(type, salt: salt, isWhole: true).act
                var texts: [String: String] = [:]
                func show(_ fields: [DescribedField], _ prefix: String) {
                    for field in fields where field.extent != .rows {
                        texts[prefix + field.name] = field.texts.joined(separator: "\n")
                    }
                    for field in fields {
                        for (place, row) in field.rows.enumerated() { show(row, "\(field.name).\(place).") }
                    }
                }
                show(act.fields, "")
                let (read, faults) = Filled.typed { texts[$0] }
                #expect(faults.isEmpty, "\(type), \(salt): \(faults)")
                #expect(read == act, "\(type), \(salt)")
            }
            check(type)
        }
    }

    @Test("say everything that is wrong at once, each beside its field")
    func faults() {
        let sent = [
            "basis": "  ", "issued": "17-04-2019", "stages.0.name": "Rapat", "stages.0.kind": "tea",
            "stages.0.within": "12a", "stages.1.key": "", "stages.2.key": "b",
        ]
        let faults = StagesPlanned.typed { sent[$0] }.faults.map { "\($0.field) \($0.problem)" }
        let kinds = PlannedStage.Kind.form
        #expect(
            Set(faults)
                == Set([
                    "basis missing", "issued not(Elections.FieldForm.day)", "stages.0.first missing",
                    "stages.0.key missing", "stages.0.kind \(TypedFault.Problem.not(kinds))",
                    "stages.0.last missing", "stages.0.within not(Elections.FieldForm.whole)",
                    "stages.2.first missing", "stages.2.kind missing", "stages.2.last missing",
                    "stages.2.name missing",
                ])
        )
    }

    @Test(
        "hold each field against what may stand in it",
        arguments: [
            ("a text that is missing", "basis", "", DescribedFault.Problem.text(most: 500)),
            ("a text that is too long", "basis", String(repeating: "x", count: 501), .text(most: 500)),
            ("a mark that turns what stands around it", "basis", "a\u{202E}b", .invisible),
            ("a line's end in a short text", "basis", "a\nb", .invisible),
        ]
    )
    func limits(reason: String, field: String, text: String, problem: DescribedFault.Problem) {
        var act = HolidaysDecreed()
        (act.basis, act.year) = (text, 2019)
        #expect(throws: DescribedFault(field: field, problem: problem), "\(reason)") { try act.checkFields() }
    }

    @Test("count rows from 0 where one is wrong, and refuse more than there may be")
    func rows() {
        var act = HolidaysDecreed()
        (act.basis, act.year) = ("SKB", 2019)
        act.days = [HolidayRow(), HolidayRow()]
        act.days[0].name = "Tahun baru"
        #expect(throws: DescribedFault(field: "days.1.name", problem: .text(most: 500))) {
            try act.checkFields()
        }
        act.days = Array(repeating: act.days[0], count: 61)
        #expect(throws: DescribedFault(field: "days", problem: .many(most: 60))) { try act.checkFields() }
        act.year = 1999
        act.days = []
        #expect(throws: DescribedFault(field: "year", problem: .number(2000...2999))) {
            try act.checkFields()
        }
    }

    @Test("every kind is either described or named by its permission")
    func kinds() {
        for kind in Act.Kind.allCases {
            if let type = kind.described {
                #expect(kind.permission == type.permission)
                #expect(!kind.follows && !kind.isTakenOver)
            } else {
                // Asked for so that one that is forgotten is found here.
                _ = (kind.permission, kind.isPublic)
            }
        }
        #expect(Act.Kind.allDescribed.count == Set(Self.types.map { "\($0)" }).count)
    }
}
