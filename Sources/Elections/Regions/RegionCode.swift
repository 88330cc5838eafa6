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

    /// One more than each digit in four bits, the first digit in the highest ones: the order of such numbers is
    /// the order of the register.
    private let packed: UInt64

    /// Parses a code as people write it, with all its dots (`73.12.04.1005`) or with none.
    ///
    /// - Throws: ``ParseError`` naming the first thing that is wrong with `text`.
    public init(parsing text: String) throws(ParseError) {
        var (packed, count, dots, areInPlace) = (UInt64(0), 0, 0, true)
        // Bytes, not characters: `"0"..."9"` as characters also contains "0\u{301}".
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                dots += 1
                areInPlace = areInPlace && count == 2 * dots
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                count += 1
                if count <= 10 { packed |= Self.bits(byte, at: count) }
            default: throw .notDigits(text)
            }
        }
        guard let tier = Tier(rawValue: count) else { throw .wrongLength(count) }
        guard dots == 0 || (areInPlace && dots == tier.dots) else { throw .misplacedDots(text) }
        self.init(packed: packed)
    }

    /// A code with all its dots; `nil` for anything else.
    @inline(__always)
    init?(dotted bytes: Span<UInt8>) {
        var (packed, count) = (UInt64(0), 0)
        for place in bytes.indices {
            if place == 2 || place == 5 || place == 8 {
                guard bytes[place] == UInt8(ascii: ".") else { return nil }
                continue
            }
            guard bytes[place] &- UInt8(ascii: "0") < 10, count < 10 else { return nil }
            count += 1
            packed |= Self.bits(bytes[place], at: count)
        }
        switch bytes.count {
        case 2, 5, 8, 13: self.init(packed: packed)
        default: return nil
        }
    }

    private init(packed: UInt64) {
        self.packed = packed
    }

    private static func bits(_ digit: UInt8, at place: Int) -> UInt64 {
        UInt64(digit - UInt8(ascii: "0") + 1) &<< UInt64(64 - 4 * place)
    }

    /// The code without dots, ASCII digits only.
    public var digits: String {
        String(decoding: (1...tier.rawValue).map(digit), as: UTF8.self)
    }

    /// The step of the register this region stands on.
    public var tier: Tier {
        // The lowest bits that are set belong to the last digit.
        switch 16 - packed.trailingZeroBitCount / 4 {
        case 2: .province
        case 4: .regency
        case 6: .subdistrict
        default: .village
        }
    }

    /// A number of its own, in the order of the register, below 2^40.
    public var number: Int { Int(packed >> 24) }

    private func digit(_ place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (packed &>> UInt64(64 - 4 * place)) & 15) + UInt8(ascii: "0") - 1
    }

    /// Why a text is not a region code.
    public enum ParseError: Error, Hashable, Sendable {
        case notDigits(String)
        case wrongLength(Int)
        case misplacedDots(String)
    }

    /// The region one step up; `nil` for a province.
    public var parent: RegionCode? {
        switch tier {
        case .province: nil
        case .regency: RegionCode(packed: packed & Tier.province.mask)
        case .subdistrict: RegionCode(packed: packed & Tier.regency.mask)
        case .village: RegionCode(packed: packed & Tier.subdistrict.mask)
        }
    }

    /// Whether `other` is this region or lies inside it.
    public func contains(_ other: RegionCode) -> Bool {
        other.packed & tier.mask == packed
    }
}

extension RegionCode.Tier {
    /// The dots of its codes.
    fileprivate var dots: Int { rawValue == 10 ? 3 : rawValue / 2 - 1 }

    /// The bits of its digits.
    fileprivate var mask: UInt64 { ~0 &<< UInt64(64 - 4 * rawValue) }
}

extension RegionCode: CustomStringConvertible {
    /// The code as people write it: `73.12.04.1005`.
    public var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes the code as people do.
    func append(to text: inout [UInt8]) {
        for place in 1...tier.rawValue {
            if place == 3 || place == 5 || place == 7 { text.append(UInt8(ascii: ".")) }
            text.append(digit(place))
        }
    }
}

extension RegionCode: Comparable {
    /// The order of the register, in which a region stands before all that lie in it.
    public static func < (left: RegionCode, right: RegionCode) -> Bool {
        left.packed < right.packed
    }
}
