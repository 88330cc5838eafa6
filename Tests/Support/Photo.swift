@testable import Images

/// Pictures as phones make them, put together in memory.
public enum Photo: Sendable {
    /// What stands in the description of a photo, and must never be published.
    public static let secret = "GPS -4.35 119.88 Budi's phone"

    /// A photo of a paper with marks of its own, with a description.
    public static func jpeg(_ paper: Int, quality: Int = 90) -> [UInt8] {
        described(TurboJPEG.pack(pixels(paper), quality: quality, isFine: false))
    }

    /// The JPEG with a description behind its beginning.
    public static func described(_ jpeg: [UInt8]) -> [UInt8] {
        let body = Array("Exif\0\0II*\0\u{8}\0\0\0\0\0\0\0\0\0".utf8) + secret.utf8
        let length = body.count + 2
        return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + body + jpeg[2...]
    }

    /// A PNG of a paper.
    public static func png(_ paper: Int) -> [UInt8] { LibPNG.pack(pixels(paper), limit: 10_000_000) ?? [] }

    /// A PNG of a few bytes that claims to be a picture of this size.
    public static func bomb(width: Int, height: Int) -> [UInt8] {
        var png = png(0)
        for (place, value) in [(16, width), (20, height)] {
            for byte in 0..<4 { png[place + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
        }
        return png
    }

    /// A paper in light from one side, with blocks that no other paper has.
    private static func pixels(_ paper: Int, width: Int = 360, height: Int = 480) -> Pixels {
        var dice = Dice(everyRun: "paper \(paper)")
        var samples = (0..<width * height).map { UInt8(200 + $0 % width * 40 / width) }
        for _ in 0..<60 {
            let (left, top) = (
                Int.random(in: 0..<width - 40, using: &dice), Int.random(in: 0..<height - 30, using: &dice)
            )
            let (columns, rows) = (Int.random(in: 8..<40, using: &dice), Int.random(in: 6..<30, using: &dice))
            let ink = UInt8.random(in: 0...90, using: &dice)
            for row in top..<top + rows {
                for column in left..<left + columns { samples[row * width + column] = ink }
            }
        }
        return Pixels(width: width, height: height, channels: 1, samples: samples)
    }
}

extension [UInt8] {
    /// Whether other bytes stand anywhere in it.
    public func holds(_ part: some Sequence<UInt8>) -> Bool {
        let part = Array(part)
        guard let first = part.first else { return true }
        return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
    }
}
