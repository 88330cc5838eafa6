/// A polling station (TPS): its village and its number in it.
public struct StationCode: Hashable, Sendable {
    /// The village the station stands in.
    public let village: RegionCode
    /// The number in the village, from 1; special stations start at 901.
    public let number: Int

    /// Whether it is a special station (lokasi khusus), such as one in a prison.
    public var isSpecial: Bool { number > 900 }

    /// The station `number` of `village`.
    public init(village: RegionCode, number: Int) {
        self.village = village
        self.number = number
    }
}

extension StationCode: Comparable {
    /// The order of the register: by village, then by number.
    public static func < (left: StationCode, right: StationCode) -> Bool {
        (left.village, left.number) < (right.village, right.number)
    }
}

extension StationCode: CustomStringConvertible {
    /// The code as people write it: `73.12.04.1005-007`.
    public var description: String {
        let digits = String(number)
        return "\(village)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
}
