/// The modules of a QR code in the making: patterns, then codewords, then a mask.
struct QRGrid {
    private let version: QRVersion
    private var size: Int { version.size }
    private(set) var isDark: [Bool]
    /// Whether a module belongs to a pattern, so that no codeword and no mask touches it.
    private var isPattern: [Bool]

    /// The patterns of a version.
    init(_ version: QRVersion) {
        self.version = version
        isDark = Array(repeating: false, count: version.size * version.size)
        isPattern = isDark
        for place in 0..<size {
            draw(6, place, place % 2 == 0)
            draw(place, 6, place % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
        let places = version.alignments
        for x in places {
            for y in places {
                let isAtFinder = (x, y) == (6, 6) || (x, y) == (6, size - 7) || (x, y) == (size - 7, 6)
                if !isAtFinder { drawAlignment(x, y) }
            }
        }
        drawFormat(0)
        drawVersion()
    }

    private mutating func draw(_ x: Int, _ y: Int, _ dark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        isDark[y * size + x] = dark
        isPattern[y * size + x] = true
    }

    private mutating func drawFinder(_ x: Int, _ y: Int) {
        for dy in -4...4 {
            for dx in -4...4 {
                let distance = max(abs(dx), abs(dy))
                draw(x + dx, y + dy, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ x: Int, _ y: Int) {
        for dy in -2...2 {
            for dx in -2...2 { draw(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
    }

    /// The level (M is 0) and the mask, twice, with 10 bits of correction (section 7.9).
    private mutating func drawFormat(_ mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { draw(8, place, bit(place)) }
        draw(8, 7, bit(6))
        draw(8, 8, bit(7))
        draw(7, 8, bit(8))
        for place in 9..<15 { draw(14 - place, 8, bit(place)) }
        for place in 0..<8 { draw(size - 1 - place, 8, bit(place)) }
        for place in 8..<15 { draw(8, size - 15 + place, bit(place)) }
        draw(8, size - 8, true)
    }

    /// The version, twice, with 12 bits of correction (section 7.10).
    private mutating func drawVersion() {
        guard version.number > 6 else { return }
        var rest = version.number
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version.number << 12 | rest
        for place in 0..<18 {
            let (a, b) = (size - 11 + place % 3, place / 3)
            draw(a, b, bits >> place & 1 == 1)
            draw(b, a, bits >> place & 1 == 1)
        }
    }

    /// Lays codewords into the free modules: pairs of columns from the right, up and down by turns.
    mutating func place(_ codewords: [UInt8]) {
        var next = 0
        for pair in stride(from: size - 1, through: 1, by: -2) {
            // The column of the timing pattern is no part of a pair.
            let right = pair <= 6 ? pair - 1 : pair
            for step in 0..<size {
                for x in [right, right - 1] {
                    let y = (right + 1) & 2 == 0 ? size - 1 - step : step
                    guard !isPattern[y * size + x], next < codewords.count * 8 else { continue }
                    isDark[y * size + x] = codewords[next / 8] >> (7 - next % 8) & 1 == 1
                    next += 1
                }
            }
        }
    }

    /// The same with a mask over all codewords.
    func masked(_ mask: Int) -> QRGrid {
        var grid = self
        for y in 0..<size {
            for x in 0..<size where !isPattern[y * size + x] && Self.flips(mask, x, y) {
                grid.isDark[y * size + x].toggle()
            }
        }
        grid.drawFormat(mask)
        return grid
    }

    private static func flips(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    /// How hard it is to read: long runs, squares, what looks like a finder, too much of one colour (section 7.8.3).
    var penalty: Int {
        var sum = 0
        let finders: [[Bool]] = [
            [true, false, true, true, true, false, true, false, false, false, false],
            [false, false, false, false, true, false, true, true, true, false, true],
        ]
        for line in 0..<size {
            for row in [
                (0..<size).map { isDark[line * size + $0] }, (0..<size).map { isDark[$0 * size + line] },
            ] {
                var run = 1
                for place in 1...size {
                    if place < size, row[place] == row[place - 1] {
                        run += 1
                    } else {
                        if run >= 5 { sum += run - 2 }
                        run = 1
                    }
                }
                for start in 0...(size - 11) where finders.contains(Array(row[start..<(start + 11)])) {
                    sum += 40
                }
            }
        }
        for y in 1..<size {
            for x in 1..<size {
                let here = isDark[y * size + x]
                let others = [(y - 1) * size + x, y * size + x - 1, (y - 1) * size + x - 1]
                if others.allSatisfy({ isDark[$0] == here }) { sum += 3 }
            }
        }
        let dark = isDark.count { $0 }
        return sum + abs(dark * 20 - isDark.count * 10) / isDark.count * 10
    }
}
