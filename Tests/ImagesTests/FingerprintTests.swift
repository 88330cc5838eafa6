import TestSupport
import Testing

@testable import Images

@Suite("Fingerprints of pictures")
struct FingerprintTests {
    @Test("Words make a fingerprint when there are sixteen")
    func words() throws {
        #expect(Fingerprint(words: [1, 2]) == nil)
        let words = (0..<16).map { UInt64($0) }
        let one = try #require(Fingerprint(words: words))
        #expect(one.words == words)
        let other = try #require(Fingerprint(words: words.map { ~$0 }))
        #expect(one.distance(to: one) == 0)
        #expect(one.distance(to: other) == Fingerprint.bits)
    }

    @Test(
        "The same picture is found",
        arguments: [
            (.packed(quality: 60), 40, "sent through a messenger"),
            (.scaled(percent: 60), 64, "made smaller"),
            (.lighter(percent: 15), 78, "lighter"),
            (.turned, 30, "turned, and saying so"),
        ] as [(Change, Int, String)]
    )
    func same(change: Change, limit: Int, reason: String) throws {
        var dice = Dice(salt: "same \(reason)")
        for _ in Dice.rounds(2) {
            let station = Int.random(in: 0..<1_000_000, using: &dice)
            for pixels in [Drawing.form(station: station), Self.photo(station)] {
                let original = try Self.fingerprint(Files.jpeg(pixels))
                let changed = try Self.fingerprint(change.file(of: pixels))
                let distance = original.distance(to: changed)
                #expect(distance <= limit && changed.isNear(original), "station \(station), \(reason)")
            }
        }
    }

    @Test("Forms of other stations are told apart, even scanned in the same place", arguments: [true, false])
    func different(isScan: Bool) throws {
        var dice = Dice(salt: "different \(isScan)")
        let forms = try (0..<6).map { _ in
            let station = Int.random(in: 0..<1_000_000, using: &dice)
            return try Self.fingerprint(
                Files.jpeg(isScan ? Drawing.form(station: station) : Self.photo(station))
            )
        }
        for one in forms.indices {
            for other in 0..<one { #expect(forms[one].distance(to: forms[other]) > 130) }
        }
    }

    @Test("A picture cut at its edges is farther away the more is cut; by 3 % it is a strange one")
    func cut() throws {
        let form = Drawing.form(station: 0)
        let original = try Self.fingerprint(Files.jpeg(form))
        let distances = try [0, 5, 10, 30].map { thousandths in
            let (x, y) = (form.width * thousandths / 2_000, form.height * thousandths / 2_000)
            let region = PictureRegion(x: x, y: y, width: form.width - 2 * x, height: form.height - 2 * y)
            return original.distance(to: try Self.fingerprint(Files.jpeg(form.cut(region))))
        }
        #expect(distances == distances.sorted())
        #expect(distances[1] <= Fingerprint.nearly && distances[3] > 2 * Fingerprint.nearly, "\(distances)")
    }

    /// What happens to a picture on its way.
    enum Change {
        case packed(quality: Int)
        case scaled(percent: Int)
        case lighter(percent: Int)
        case turned

        func file(of pixels: Pixels) -> [UInt8] {
            switch self {
            case .packed(let quality): return Files.jpeg(pixels, quality: quality)
            case .scaled(let percent):
                return Files.jpeg(
                    pixels.scaled(to: pixels.width * percent / 100, pixels.height * percent / 100)
                )
            case .lighter(let percent):
                let lighter = pixels.samples.map { UInt8(clamping: Int($0) * (100 + percent) / 100) }
                return Files.jpeg(
                    Pixels(
                        width: pixels.width,
                        height: pixels.height,
                        channels: pixels.channels,
                        samples: lighter
                    )
                )
            case .turned:
                let lying = pixels.turned(.turnedThreeQuarters)
                return Files.jpeg(Files.jpeg(lying), with: 0xE1, Files.exif(orientation: 6))
            }
        }
    }

    private static func fingerprint(_ file: [UInt8]) throws -> Fingerprint {
        try #require(try Picture(file)).miniature().fingerprint
    }

    /// A form as a phone sees it: on a table, a little turned, in light from one side.
    private static func photo(_ station: Int) -> Pixels {
        let form = Drawing.form(station: station)
        var dice = Dice(everyRun: "phone \(station)")
        let turn = Int.random(in: -40...40, using: &dice)
        let scale = Int.random(in: 1_040...1_180, using: &dice)
        let (left, down) = (Int.random(in: -8...8, using: &dice), Int.random(in: -8...8, using: &dice))
        let light = (Int.random(in: -200...200, using: &dice), Int.random(in: -200...200, using: &dice))
        var samples: [UInt8] = []
        samples.reserveCapacity(form.samples.count)
        for row in 0..<form.height {
            let y = row - form.height / 2
            for column in 0..<form.width {
                let x = column - form.width / 2
                let fromX = (x * scale + y * turn) / 1_000 + form.width / 2 + left
                let fromY = (y * scale - x * turn) / 1_000 + form.height / 2 + down
                let isOnForm = (0..<form.width).contains(fromX) && (0..<form.height).contains(fromY)
                let sample = isOnForm ? Int(form.samples[fromY * form.width + fromX]) : 110
                let lit = 1_000 + light.0 * x / form.width + light.1 * y / form.height
                let noise = Int(truncatingIfNeeded: dice.next() >> 61) - 4
                samples.append(UInt8(clamping: sample * lit / 1_000 + noise))
            }
        }
        return Pixels(width: form.width, height: form.height, channels: 1, samples: samples)
    }
}
