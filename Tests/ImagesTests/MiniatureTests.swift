import TestSupport
import Testing

@testable import Images

@Suite("Small pictures and parts")
struct MiniatureTests {
    @Test(
        "A miniature's longest side",
        arguments: [
            ([1_000, 600], 1, [320, 192], "a landscape"),
            ([1_000, 600], 6, [192, 320], "a portrait that lies"),
            ([320, 200], 1, [320, 200], "just so large"),
            ([40, 20], 1, [40, 20], "smaller already"),
            ([2_000, 3], 1, [320, 1], "a line stays one"),
        ] as [([Int], Int, [Int], String)]
    )
    func size(of size: [Int], orientation: Int, expected: [Int], reason: String) throws {
        let plain = Files.jpeg(Drawing(width: size[0], height: size[1], channels: 3).pixels)
        let jpeg = Files.jpeg(plain, with: 0xE1, Files.exif(orientation: orientation, text: "GPS"))
        let miniature = try #require(try Picture(jpeg)).miniature()
        #expect([miniature.width, miniature.height] == expected, "\(reason)")
        let file = try #require(try Picture(miniature.jpeg))
        #expect([file.header.width, file.header.height] == expected)
        #expect(!miniature.jpeg.holds("GPS"))
    }

    @Test("A picture made smaller keeps its mean, and one made larger its pixels")
    func scaling() {
        let drawing = Pixels(width: 3, height: 2, channels: 1, samples: [0, 30, 60, 90, 120, 150])
        #expect(drawing.scaled(to: 1, 1).samples == [75])
        #expect(drawing.scaled(to: 2, 1).samples == [55, 95])
        #expect(drawing.scaled(to: 6, 4).scaled(to: 3, 2) == drawing)
        #expect(drawing.scaled(to: 3, 2) == drawing)
    }

    @Test("Turning by what undoes it leaves every pixel where it was", arguments: Orientation.allCases)
    func turning(orientation: Orientation) {
        let undoes: [Orientation: Orientation] = [
            .turnedQuarter: .turnedThreeQuarters, .turnedThreeQuarters: .turnedQuarter,
        ]
        let photo = Drawing.photo(width: 7, height: 5)
        #expect(photo.turned(orientation).turned(undoes[orientation] ?? orientation) == photo)
    }

    @Test(
        "A part shows what stands there, however the picture lies",
        arguments: Orientation.allCases,
        [1, 40, 400]
    )
    func part(orientation: Orientation, width: Int) throws {
        // A picture of four colours as it is shown, put into the file as it lies there.
        var shown = Drawing(width: 400, height: 320, channels: 3)
        let colours: [[UInt8]] = [[200, 40, 40], [40, 200, 40], [40, 40, 200], [200, 200, 40]]
        for (place, colour) in colours.enumerated() {
            shown.fill(x: place % 2 * 200, y: place / 2 * 160, width: 200, height: 160, colour)
        }
        let lies: [Orientation: Orientation] = [
            .turnedQuarter: .turnedThreeQuarters, .turnedThreeQuarters: .turnedQuarter,
        ]
        let stored = shown.pixels.turned(lies[orientation] ?? orientation)
        let exif = Files.exif(orientation: orientation.rawValue)
        let picture = try #require(
            try Picture(Files.jpeg(Files.jpeg(stored, isFine: true), with: 0xE1, exif))
        )
        for (place, colour) in colours.enumerated() {
            let region = PictureRegion(
                x: place % 2 * 200 + 16,
                y: place / 2 * 160 + 16,
                width: 160,
                height: 80
            )
            let part = try Files.unpackJPEG(picture.part(region, width: width))
            #expect(part.width == min(width, 160) && part.height == max(1, min(width, 160) / 2))
            let middle = part.scaled(to: 1, 1).samples
            #expect(zip(middle, colour).allSatisfy { abs(Int($0) - Int($1)) < 12 }, "\(middle) \(colour)")
        }
    }

    @Test(
        "A part that is not in the picture is refused",
        arguments: [
            (0, 0, 0, 10, "no columns"),
            (0, 0, 10, 0, "no rows"),
            (-1, 0, 10, 10, "left of it"),
            (0, 31, 10, 10, "below it"),
            (0, 0, 65, 10, "wider than it"),
            (.max, 0, 10, 10, "far away"),
            (0, 0, .max, .max, "endless"),
        ] as [(Int, Int, Int, Int, String)]
    )
    func outside(x: Int, y: Int, width: Int, height: Int, reason: String) throws {
        let picture = try #require(try Picture(Files.jpeg(Drawing(width: 64, height: 40).pixels)))
        let region = PictureRegion(x: x, y: y, width: width, height: height)
        #expect(throws: PictureFault.outside(region), "\(reason)") { try picture.part(region, width: 10) }
    }
}
