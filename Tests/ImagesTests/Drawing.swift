import TestSupport

@testable import Images

/// Something to draw on, grey or coloured, white at first.
struct Drawing {
    let width: Int
    let height: Int
    let channels: Int
    private(set) var samples: [UInt8]

    init(width: Int, height: Int, channels: Int = 1) {
        self.width = width
        self.height = height
        self.channels = channels
        samples = [UInt8](repeating: 245, count: width * height * channels)
    }

    var pixels: Pixels { Pixels(width: width, height: height, channels: channels, samples: samples) }

    /// Fills a rectangle; what of it lies outside is left out.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ colour: [UInt8]) {
        for row in max(0, y)..<max(0, min(self.height, y + height)) where row >= y {
            for column in max(0, x)..<max(0, min(self.width, x + width)) where column >= x {
                for channel in 0..<channels {
                    samples[(row * self.width + column) * channels + channel] =
                        colour[channel % colour.count]
                }
            }
        }
    }

    /// A straight line, two pixels thick.
    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ grey: UInt8) {
        let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
        for step in 0...steps {
            let x = start.x + (end.x - start.x) * step / steps
            let y = start.y + (end.y - start.y) * step / steps
            fill(x: x, y: y, width: 2, height: 2, [grey])
        }
    }
}

extension Drawing {
    /// Clouds of colour with edges and noise: nothing of it is flat.
    static func photo(width: Int, height: Int, channels: Int = 3, seed: String = "photo") -> Pixels {
        var dice = Dice(everyRun: seed)
        var drawing = Drawing(width: width, height: height, channels: channels)
        for _ in 0..<24 {
            let colour = (0..<3).map { _ in UInt8.random(in: 0...255, using: &dice) }
            drawing.fill(
                x: Int.random(in: -width / 4..<width, using: &dice),
                y: Int.random(in: -height / 4..<height, using: &dice),
                width: Int.random(in: 1...max(1, width / 2), using: &dice),
                height: Int.random(in: 1...max(1, height / 2), using: &dice),
                colour
            )
        }
        let noisy = drawing.samples.map { sample in
            UInt8(clamping: Int(sample) + Int(truncatingIfNeeded: dice.next() >> 60) - 8)
        }
        return Pixels(width: width, height: height, channels: channels, samples: noisy)
    }

    /// A result form: one print for all of an election, and figures and signatures of one station in it.
    static func form(station: Int, print: String = "C.Hasil", width: Int = 500) -> Pixels {
        let height = width * 7 / 5
        let unit = { (thousandths: Int) in width * thousandths / 1_000 }
        var printer = Dice(everyRun: print)
        var hand = Dice(everyRun: "station \(station)")
        var form = Drawing(width: width, height: height)
        for row in 0..<6 { form.text(from: unit(150), to: unit(850), y: unit(50 + 26 * row), &printer) }
        form.text(from: unit(300), to: unit(700), y: unit(210), &hand)
        let (top, rowHeight) = (unit(260), unit(41))
        for row in 0...24 {
            form.fill(x: unit(60), y: top + row * rowHeight, width: unit(880), height: unit(2), [40])
        }
        for x in [60, 110, 600, 660, 720, 780, 840, 890, 940] {
            form.fill(x: unit(x), y: top, width: unit(2), height: 24 * rowHeight, [40])
        }
        for row in 0..<24 {
            let y = top + row * rowHeight + unit(10)
            form.text(from: unit(120), to: unit(Int.random(in: 300...580, using: &printer)), y: y, &printer)
            for column in 0..<3 {
                let digit = Int.random(in: 0...9, using: &hand)
                form.digit(digit, x: unit(678 + 60 * column), y: y - unit(2), size: unit(24), &hand)
            }
        }
        for signature in 0..<5 {
            for _ in 0..<6 {
                let x = unit(100 + 170 * signature)
                let swing = { (hand: inout Dice) in unit(Int.random(in: -40...40, using: &hand)) }
                form.line(
                    from: (x + swing(&hand), height - unit(80) + swing(&hand) / 2),
                    to: (x + unit(60) + swing(&hand), height - unit(80) + swing(&hand) / 2),
                    40
                )
            }
        }
        return form.pixels
    }

    /// A line of something like letters.
    private mutating func text(from: Int, to: Int, y: Int, _ dice: inout Dice) {
        let letter = max(2, width * 6 / 1_000)
        for x in stride(from: from, to: to, by: letter * 3 / 2) where Int.random(in: 0..<5, using: &dice) > 0
        {
            for part in 0..<4 {
                let isInk = Bool.random(using: &dice)
                fill(
                    x: x,
                    y: y + part * letter / 2,
                    width: letter,
                    height: max(1, letter / 2),
                    [isInk ? 60 : 200]
                )
            }
        }
    }

    /// A digit of seven strokes, none of them quite straight.
    private mutating func digit(_ digit: Int, x: Int, y: Int, size: Int, _ dice: inout Dice) {
        let strokes = [
            "abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg",
        ]
        let corners = [(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)].map { corner in
            (
                x: x + corner.0 * size * 9 / 10 + Int.random(in: -1...1, using: &dice),
                y: y + corner.1 * size / 2 + Int.random(in: -1...1, using: &dice)
            )
        }
        let ink = UInt8.random(in: 20...70, using: &dice)
        for stroke in strokes[digit] {
            let ends: [Character: (Int, Int)] = [
                "a": (0, 1), "b": (1, 3), "c": (3, 5), "d": (4, 5), "e": (2, 4), "f": (0, 2), "g": (2, 3),
            ]
            guard let (from, to) = ends[stroke] else { continue }
            line(from: corners[from], to: corners[to], ink)
        }
    }
}
