/// A size of QR code at level M: how many codewords, in which blocks.
struct QRVersion: Hashable, Sendable {
    /// From 1.
    let number: Int
    /// The codewords for correction in each block.
    let correction: Int
    /// The blocks.
    let blocks: Int

    /// Versions 1 to 15.
    ///
    /// - Source: ISO/IEC 18004:2015, table 9, rows M.
    static let all: [QRVersion] = zip(
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10]
    ).enumerated().map { QRVersion(number: $0 + 1, correction: $1.0, blocks: $1.1) }

    /// Modules on each side.
    var size: Int { 17 + 4 * number }

    /// Where the centres of alignment patterns stand, in both directions; none in version 1.
    ///
    /// - Source: annex E, by its rule: even distances, the uneven one first.
    var alignments: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).reversed().map { size - 7 - $0 * step }
    }

    /// All codewords: what is left beside the patterns, in bytes.
    var total: Int {
        var modules = (16 * number + 128) * number + 64
        if number > 1 {
            let count = number / 7 + 2
            modules -= (25 * count - 10) * count - 55
            if number > 6 { modules -= 36 }
        }
        return modules / 8
    }

    private var data: Int { total - correction * blocks }

    private var lengthBits: Int { number < 10 ? 8 : 16 }

    /// The most bytes of a text.
    var bytes: Int { (data * 8 - 4 - lengthBits) / 8 }

    /// The codewords of a text of ``bytes`` bytes at most: in blocks, each with its correction, interleaved.
    func codewords(of text: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func add(_ value: Int, _ count: Int) {
            for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
        }
        add(4, 4)
        add(text.count, lengthBits)
        for byte in text { add(Int(byte), 8) }
        add(0, min(4, data * 8 - bits.count))
        add(0, (8 - bits.count % 8) % 8)
        var padding = 0xEC
        while bits.count < data * 8 {
            add(padding, 8)
            padding ^= 0xEC ^ 0x11
        }
        let words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let long = total % blocks
        let shortest = total / blocks - correction
        var parts: [[UInt8]] = []
        var start = 0
        for block in 0..<blocks {
            let length = shortest + (block < blocks - long ? 0 : 1)
            parts.append(Array(words[start..<(start + length)]))
            start += length
        }
        let corrections = parts.map { ReedSolomon.correction(of: $0, count: correction) }
        return Self.interleaved(parts) + Self.interleaved(corrections)
    }

    private static func interleaved(_ parts: [[UInt8]]) -> [UInt8] {
        (0..<(parts.map(\.count).max() ?? 0)).flatMap { place in
            parts.compactMap { $0.indices.contains(place) ? $0[place] : nil }
        }
    }
}

/// Error correction over the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
    /// The codewords that follow `data`: the rest of its division by the generator of that degree.
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        var generator = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for place in 0..<count {
                generator[place] = product(generator[place], root)
                if place + 1 < count { generator[place] ^= generator[place + 1] }
            }
            root = product(root, 2)
        }
        var rest = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for place in 0..<count { rest[place] ^= product(generator[place], factor) }
        }
        return rest
    }

    static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var result = 0
        for place in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7) * 0x11D
            result ^= (Int(other) >> place & 1) * Int(one)
        }
        return UInt8(result)
    }
}
