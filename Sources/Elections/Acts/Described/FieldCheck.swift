/// What is wrong with a field by itself, whatever else is known.
public struct DescribedFault: Error, Hashable, Sendable {
    /// The field; of a row `lines.2.item`, counted from 0.
    public let field: String
    /// What is wrong.
    public let problem: Problem

    /// What can be wrong.
    public enum Problem: Hashable, Sendable {
        /// A text of 1…this many bytes is needed.
        case text(most: Int)
        /// Something stands in a text that nobody sees.
        case invisible
        /// A number in this range is needed.
        case number(ClosedRange<Int>)
        /// More than so many.
        case many(most: Int)

        /// The code by which programs tell problems apart.
        public var code: String {
            switch self {
            case .text: "text"
            case .invisible: "invisible"
            case .number: "number"
            case .many: "many"
            }
        }
    }
}

/// Holds every field against what may stand in it.
struct FieldCheck: FieldVisitor {
    typealias Failure = DescribedFault

    /// What stands before the names of the fields of a row.
    var prefix = ""

    private func fault(_ name: String, _ problem: DescribedFault.Problem) -> DescribedFault {
        DescribedFault(field: prefix + name, problem: problem)
    }

    func check(
        _ value: some FieldValue,
        _ name: @autoclosure () -> String,
        _ meaning: FieldMeaning
    ) throws(DescribedFault) {
        switch value {
        case let text as String:
            guard (1...meaning.longest).contains(text.utf8.count) else {
                throw fault(name(), .text(most: meaning.longest))
            }
            // Lines may end in a long text; nothing else that nobody sees may stand anywhere.
            let isSeen =
                meaning.limit == .long
                ? text.split(separator: "\n").allSatisfy { MinutesWorded.isVisible(String($0)) }
                : MinutesWorded.isVisible(text)
            guard isSeen else { throw fault(name(), .invisible) }
        case let number as Int:
            guard meaning.range.contains(number) else { throw fault(name(), .number(meaning.range)) }
        default: break
        }
    }

    func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _ meaning: FieldMeaning
    ) throws(DescribedFault) {
        try check(value, "\(name)", meaning)
    }

    func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _ meaning: FieldMeaning
    ) throws(DescribedFault) {
        if let value { try check(value, "\(name)", meaning) }
    }

    func flag(_: StaticString, _: inout Bool, _: FieldMeaning) {}

    func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _ meaning: FieldMeaning
    ) throws(DescribedFault) {
        guard values.count <= meaning.most else { throw fault("\(name)", .many(most: meaning.most)) }
        for value in values { try check(value, "\(name)", meaning) }
    }

    func rows<Row: Described>(
        _ name: StaticString,
        _ rows: inout [Row],
        _ meaning: FieldMeaning
    ) throws(DescribedFault) {
        guard rows.count <= meaning.most else { throw fault("\(name)", .many(most: meaning.most)) }
        for place in rows.indices {
            var check = FieldCheck(prefix: "\(prefix)\(name).\(place).")
            try rows[place].visit(&check)
        }
    }
}

extension Described {
    /// Holds every field against what may stand in it.
    ///
    /// - Throws: ``DescribedFault`` of the first that does not fit.
    func checkFields() throws(DescribedFault) {
        var (check, copy) = (FieldCheck(), self)
        try copy.visit(&check)
    }
}
