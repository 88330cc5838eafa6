import Tally

/// A recount as a JSON array with one object per unit and line; what is missing is `null`.
struct JSONRecountPage: RecountPage {
    private let recount: Recount
    private let counterKeys: [[UInt8]]
    private let matchedKeys: [[UInt8]]
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(_ recount: Recount) {
        self.recount = recount
        counterKeys = recount.counters.map(Self.quoted)
        matchedKeys = recount.matchedCounters.map(Self.quoted)
    }

    mutating func begin() {
        bytes += "[".utf8
    }

    mutating func add(_ unit: Int) {
        bytes += (isFirst ? "\n" : ",\n").utf8
        isFirst = false
        bytes += #"{"unit_id":"#.utf8
        bytes += Self.quoted(recount.units.id(unit))
        bytes += #","level":"#.utf8
        bytes += Self.quoted(recount.units.level(unit))
        bytes += #","name":"#.utf8
        bytes += Self.quoted(recount.units.name(unit))
        bytes += #","stations":\#(recount.totals.stations(in: unit))"#.utf8
        bytes += #","reported":\#(recount.totals.reported(in: unit)),"counts":"#.utf8
        addObject(counterKeys, recount.counters.indices.map { recount.totals.sum(of: $0, in: unit) })
        if let comparison = recount.comparison {
            let columns = comparison.counters.indices
            bytes += #","certified":"#.utf8
            addObject(matchedKeys, columns.map { comparison.certified[unit, $0] })
            bytes += #","difference":"#.utf8
            addObject(matchedKeys, columns.map { comparison.difference($0, in: unit) })
        }
        bytes += "}".utf8
    }

    mutating func end() {
        bytes += "\n]\n".utf8
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func addObject(_ keys: [[UInt8]], _ values: [Int?]) {
        for (index, value) in values.enumerated() {
            bytes += (index == 0 ? "{" : ",").utf8
            bytes += keys[index]
            bytes += ":".utf8
            if let value { bytes.append(decimal: value) } else { bytes += "null".utf8 }
        }
        bytes += "}".utf8
    }

    /// A text as a JSON string (RFC 8259).
    private static func quoted(_ text: String) -> [UInt8] {
        var quoted = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): quoted += [UInt8(ascii: "\\"), byte]
            case ..<0x20:
                let digits = String(byte, radix: 16)
                quoted += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: quoted.append(byte)
            }
        }
        return quoted + [UInt8(ascii: "\"")]
    }
}
