extension Fingerprint {
    /// The side of the square that a picture is brought to, whatever its shape.
    private static let side = 64
    /// The waves along each side.
    private static let waves = 32

    /// The fingerprint of a picture; in whole numbers, so that it is the same on every machine.
    ///
    /// - Complexity: O(pixels).
    init(_ pixels: Pixels) {
        let square = pixels.grey().scaled(to: Self.side, Self.side).samples
        let (side, waves) = (Self.side, Self.waves)
        let cosines = (0..<waves).flatMap { wave in (0..<side).map { Self.cosine(wave + 1, at: $0) } }
        var across = [Int](repeating: 0, count: side * waves)
        for row in 0..<side {
            for wave in 0..<waves {
                var sum = 0
                for column in 0..<side {
                    sum += Int(square[row * side + column]) * cosines[wave * side + column]
                }
                across[row * waves + wave] = sum
            }
        }
        var heights = [Int](repeating: 0, count: waves * waves)
        for wave in 0..<waves {
            for row in 0..<side {
                let cosine = cosines[wave * side + row]
                for column in 0..<waves {
                    heights[wave * waves + column] += across[row * waves + column] * cosine
                }
            }
        }
        let middle = heights.sorted()[heights.count / 2]
        var words = [UInt64](repeating: 0, count: heights.count / 64)
        for (bit, height) in heights.enumerated() where height > middle { words[bit / 64] |= 1 << (bit % 64) }
        self.words = words
    }

    /// The cosine of a wave at the middle of a pixel, in 16,384ths.
    private static func cosine(_ wave: Int, at place: Int) -> Int {
        // The circle has 256 parts, the table the first quarter of it.
        let part = (2 * place + 1) * wave % 256
        let half = min(part, 256 - part)
        return half <= 64 ? quarter[half] : -quarter[128 - half]
    }

    /// cos(π *i* / 128) for *i* in 0…64, in 16,384ths.
    private static let quarter = [
        16_384, 16_379, 16_364, 16_340, 16_305, 16_261, 16_207, 16_143, 16_069, 15_986, 15_893, 15_791,
        15_679,
        15_557, 15_426, 15_286, 15_137, 14_978, 14_811, 14_635, 14_449, 14_256, 14_053, 13_842, 13_623,
        13_395,
        13_160, 12_916, 12_665, 12_406, 12_140, 11_866, 11_585, 11_297, 11_003, 10_702, 10_394, 10_080, 9760,
        9434, 9102, 8765, 8423, 8076, 7723, 7366, 7005, 6639, 6270, 5897, 5520, 5139,
        4756, 4370, 3981, 3590, 3196, 2801, 2404, 2006, 1606, 1205, 804, 402, 0,
    ]
}
