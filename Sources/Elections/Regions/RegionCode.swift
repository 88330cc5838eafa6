/// A region of the national register: province, regency, subdistrict or village.
///
/// The number of digits is the tier, so a parent is always a prefix of its children:
/// `7312041005` (village) lies in `731204` (subdistrict), `7312` (regency) and `73` (province).
///
/// - Legal source: Kepmendagri 300.2.2-2430/2025, annex (code list of regions).
public struct RegionCode: Hashable, Sendable {
    /// A step of the register; the raw value is the number of digits.
    public enum Tier: Int, CaseIterable, Comparable, Sendable {
        case province = 2
        case regency = 4
        case subdistrict = 6
        case village = 10

        /// Whether `left` is the higher tier, with the shorter code.
        public static func < (left: Tier, right: Tier) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// The code without dots, ASCII digits only.
    public let digits: String
    /// The step of the register this region stands on.
    public let tier: Tier

    /// Parses a code as people write it, with all its dots (`73.12.04.1005`) or with none.
    ///
    /// - Throws: ``ParseError`` naming the first thing that is wrong with `text`.
    public init(parsing text: String) throws(ParseError) {
        let digits = text.filter { $0 != "." }
        // Bytes, not characters: `"0"..."9"` as characters also contains "0\u{301}".
        guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw .notDigits(text)
        }
        guard let tier = Tier(rawValue: digits.utf8.count) else { throw .wrongLength(digits.utf8.count) }
        self.init(digits: digits, tier: tier)
        guard text == digits || text == description else { throw .misplacedDots(text) }
    }

    private init(digits: String, tier: Tier) {
        self.digits = digits
        self.tier = tier
    }

    /// Why a text is not a region code.
    public enum ParseError: Error, Hashable, Sendable {
        case notDigits(String)
        case wrongLength(Int)
        case misplacedDots(String)
    }

    /// The region one step up; `nil` for a province.
    public var parent: RegionCode? {
        guard let tier = Tier.allCases.last(where: { $0 < self.tier }) else { return nil }
        return RegionCode(digits: String(digits.prefix(tier.rawValue)), tier: tier)
    }

    /// Whether `other` is this region or lies inside it.
    public func contains(_ other: RegionCode) -> Bool {
        other.digits.hasPrefix(digits)
    }
}

extension RegionCode: CustomStringConvertible {
    /// The code as people write it: `73.12.04.1005`.
    public var description: String {
        digits.enumerated().reduce(into: "") { text, digit in
            if [2, 4, 6].contains(digit.offset) { text.append(".") }
            text.append(digit.element)
        }
    }
}

extension RegionCode: Comparable {
    /// The order of the register, in which a region stands before all that lie in it.
    public static func < (left: RegionCode, right: RegionCode) -> Bool {
        left.digits < right.digits
    }
}
