/// A value that a field may have.
public protocol FieldValue: Canonical, Hashable, Sendable {
    /// What stands there before anything is filled in.
    static var blank: Self { get }
    /// How it is asked for.
    static var form: FieldForm { get }

    /// Reads it as people type it, without the spaces around it; `nil` where it is none.
    init?(typed text: String)
    /// It as people type it.
    var typed: String { get }
}

/// How a value is asked for.
public enum FieldForm: Hashable, Sendable {
    /// A line or lines of text.
    case text
    /// A whole number.
    case whole
    /// A day.
    case day
    /// A moment.
    case moment
    /// One of some words, each with its name.
    case word([Choice])
    /// A region of one of these tiers; without tiers a station: its village's code, a hyphen, its number.
    case place(Set<RegionCode.Tier>)

    /// A word to choose.
    public struct Choice: Hashable, Sendable {
        /// The word as it is written.
        public let word: String
        /// What it is called.
        public let name: LocalizedText
    }
}

/// One of some words that people know by a name.
public protocol FieldWord: FieldValue, CaseIterable, RawRepresentable<String> {
    /// What it is called.
    var name: LocalizedText { get }
}

extension FieldWord {
    /// What stands there before anything is filled in.
    public static var blank: Self {
        guard let first = allCases.first else { preconditionFailure("a word of none") }
        return first
    }

    /// How it is asked for.
    public static var form: FieldForm {
        .word(allCases.map { FieldForm.Choice(word: $0.rawValue, name: $0.name) })
    }

    /// Reads it as people type it.
    public init?(typed text: String) { self.init(rawValue: text) }

    /// It as people type it.
    public var typed: String { rawValue }
}

extension Int: FieldValue {
    /// What stands there before anything is filled in.
    public static var blank: Int { 0 }

    /// How it is asked for.
    public static var form: FieldForm { .whole }

    /// Reads digits, also in groups of three with points between them, as Indonesian writes them.
    public init?(typed text: String) {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            groups.count == 1 || (1...3).contains(groups[0].utf8.count),
            case let digits = groups.joined(), (1...15).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(digits)
    }

    /// It as people type it.
    public var typed: String { String(self) }
}

extension String: FieldValue {
    /// What stands there before anything is filled in.
    public static var blank: String { "" }

    /// How it is asked for.
    public static var form: FieldForm { .text }

    /// Reads it as people type it.
    public init?(typed text: String) { self = text }

    /// It as people type it.
    public var typed: String { self }
}

extension CalendarDate: FieldValue {
    /// What stands there before anything is filled in.
    public static var blank: CalendarDate {
        guard let day = CalendarDate(dayNumber: 0) else { preconditionFailure("no day of the calendar") }
        return day
    }

    /// How it is asked for.
    public static var form: FieldForm { .day }

    /// Reads it as people type it.
    public init?(typed text: String) { self.init(parsing: text) }

    /// It as people type it.
    public var typed: String { description }
}

extension RegionCode: FieldValue {
    /// What stands there before anything is filled in.
    public static var blank: RegionCode {
        guard let code = try? RegionCode(parsing: "00") else { preconditionFailure("no region's code") }
        return code
    }

    /// How it is asked for.
    public static var form: FieldForm { .place([.province, .regency, .subdistrict, .village]) }

    /// Reads it as people type it.
    public init?(typed text: String) {
        guard let code = try? RegionCode(parsing: text) else { return nil }
        self = code
    }

    /// It as people type it.
    public var typed: String { description }
}

extension StationCode: FieldValue {
    /// What stands there before anything is filled in.
    public static var blank: StationCode { StationCode(village: .blank, number: 0) }

    /// How it is asked for.
    public static var form: FieldForm { .place([]) }

    /// Reads it as people type it.
    public init?(typed text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let village = RegionCode(typed: String(parts[0])), village.tier == .village,
            let number = Int(typed: String(parts[1])), (1...999).contains(number)
        else { return nil }
        self.init(village: village, number: number)
    }

    /// It as people type it.
    public var typed: String { description }
}

extension StationCode: Canonical {
    /// Writes the code as people write it.
    public func write(to writer: inout CanonicalWriter) { writer.string(description) }

    /// Reads a code as it is written.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a station's code")
        let text = try reader.string()
        guard let code = StationCode(typed: text), code.description.utf8.elementsEqual(text.utf8) else {
            throw fault
        }
        self = code
    }
}
