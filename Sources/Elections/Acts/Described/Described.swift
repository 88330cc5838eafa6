/// Something whose fields are named once: from that one list come its text in the journal, the form by which people
/// ask for it, the columns of its lists and what a reader of the record checks.
public protocol Described: Hashable, Sendable {
    /// Nothing filled in yet.
    init()

    /// Shows its fields to a visitor, one after the other, in the order of their names.
    mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure)
}

/// What goes over the fields of something: it writes them, reads them, checks them, shows them or asks for them.
public protocol FieldVisitor {
    /// Why it may stop.
    associatedtype Failure: Error

    /// Comes to a field that is always there.
    mutating func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _ meaning: FieldMeaning
    ) throws(Failure)

    /// Comes to a field that may be left out.
    mutating func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _ meaning: FieldMeaning
    ) throws(Failure)

    /// Comes to a truth that is left out where it does not hold.
    mutating func flag(_ name: StaticString, _ value: inout Bool, _ meaning: FieldMeaning) throws(Failure)

    /// Comes to a list of values that is left out when it is empty.
    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _ meaning: FieldMeaning
    ) throws(Failure)

    /// Comes to a list of rows that is left out when it is empty.
    mutating func rows<Row: Described>(
        _ name: StaticString,
        _ rows: inout [Row],
        _ meaning: FieldMeaning
    ) throws(Failure)
}

/// What a field is called, and what may stand in it.
public struct FieldMeaning: Sendable {
    /// What it is called.
    public let name: LocalizedText
    /// What helps to fill it in.
    public let hint: LocalizedText?
    /// What may stand in it.
    public let limit: Limit
    /// What its value is the number or name of; it may be chosen from a list then.
    public let reference: Reference?

    /// What may stand in a field.
    public enum Limit: Hashable, Sendable {
        /// What its type allows: 1…500 bytes of text, a count from 0.
        case plain
        /// 1…4,000 bytes of text in several lines.
        case long
        /// A whole number in this range.
        case whole(ClosedRange<Int>)
        /// At most so many values or rows.
        case most(Int)
    }

    /// What a field may name.
    public enum Reference: String, CaseIterable, Hashable, Sendable {
        case stage, division, account, item, shipment, order, body, call, budgetLine, letter, party, paper
    }

    /// A field with its name in both languages.
    public init(
        _ indonesian: String,
        _ english: String,
        hint: LocalizedText? = nil,
        _ limit: Limit = .plain,
        of reference: Reference? = nil
    ) {
        name = LocalizedText(id: indonesian, en: english)
        self.hint = hint
        self.limit = limit
        self.reference = reference
    }

    /// The most bytes of a text that stands in it.
    public var longest: Int { limit == .long ? Organisation.longestLongText : Organisation.longestText }

    /// The numbers that may stand in it.
    public var range: ClosedRange<Int> {
        if case .whole(let range) = limit { range } else { 0...Self.largest }
    }

    /// The most values or rows.
    public var most: Int { if case .most(let most) = limit { most } else { 1_000 } }

    /// The largest number that every reader of JSON reads as it is.
    private static let largest = 1 << 53 - 1
}
