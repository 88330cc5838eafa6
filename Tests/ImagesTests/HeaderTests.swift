import TestSupport
import Testing

@testable import Images

@Suite("What a picture says of itself")
struct HeaderTests {
    private static let jpeg = Files.jpeg(Drawing.photo(width: 40, height: 24))
    private static let png = Files.png(
        width: 3,
        height: 2,
        colour: 2,
        rows: [[UInt8]](repeating: [UInt8](repeating: 7, count: 9), count: 2)
    )

    @Test("is read from its file, and not from anything behind it")
    func accepted() throws {
        let jpeg = try #require(try Picture(Self.jpeg))
        #expect(jpeg.header.kind == .jpeg)
        #expect([jpeg.header.width, jpeg.header.height] == [40, 24])
        #expect(jpeg.header.orientation == .upright)
        let png = try #require(try Picture(Self.png + Self.jpeg))
        #expect(png.header.kind == .png)
        #expect([png.header.width, png.header.height] == [3, 2])
        let turned = Files.jpeg(Self.jpeg, with: 0xE1, Files.exif(orientation: 6))
        let portrait = try #require(try Picture(turned + Self.png))
        #expect([portrait.header.width, portrait.header.height] == [24, 40])
    }

    @Test("is nothing for a PDF", arguments: ["%PDF-1.7\n", "\n\n%PDF-1.4"])
    func portableDocument(beginning: String) throws {
        #expect(try Picture(Array(beginning.utf8)) == nil)
    }

    @Test(
        "how it lies",
        arguments: [
            (Files.tiff(orientation: 6), .turnedQuarter, "as most phones write it"),
            (Files.tiff(orientation: 8, isLittle: false), .turnedThreeQuarters, "the other order of bytes"),
            (Files.tiff(orientation: 0), .upright, "no such way to lie"),
            (Files.tiff(orientation: 9), .upright, "no such way to lie"),
            (Files.tiff(orientation: 6, type: 4), .upright, "a number of four bytes is none"),
            (Files.tiff(orientation: 6, count: 2), .upright, "two of them are none"),
            (Files.tiff(orientation: 6, entries: 65_535), .turnedQuarter, "more entries than bytes"),
            (Files.tiff(orientation: 6, directory: 4_294_967_295), .upright, "a directory behind the end"),
            (Files.tiff(orientation: 6, directory: 7), .upright, "a directory that overlaps"),
            (Array(Files.tiff(orientation: 6).prefix(17)), .upright, "cut off within the entry"),
            ([0x49, 0x49, 0x2B, 0], .upright, "the number after 42"),
            ([], .upright, "nothing said"),
        ] as [([UInt8], Orientation, String)]
    )
    func lying(tiff: [UInt8], expected: Orientation, reason: String) throws {
        let exif = Array("Exif\0\0".utf8) + tiff
        let jpeg = try #require(try Picture(Files.jpeg(Self.jpeg, with: 0xE1, exif)))
        #expect(jpeg.header.orientation == expected, "\(reason)")
        let png = try #require(try Picture(Files.png(Self.png, with: "eXIf", tiff)))
        #expect(png.header.orientation == expected, "\(reason)")
    }

    @Test("Every beginning of a file is refused")
    func cutOff() throws {
        for file in [Self.jpeg, Self.png] {
            for count in 0..<file.count {
                let fault: PictureFault = count < (file == Self.jpeg ? 3 : 8) ? .unknownKind : .truncated
                #expect(throws: fault) { try Picture(Array(file.prefix(count))) }
            }
        }
    }

    @Test(
        "is refused",
        arguments: [
            ([], .unknownKind, "nothing"),
            (Array("GIF89a".utf8), .unknownKind, "a kind that is not taken"),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .unknownKind, "a kind that evidence may be, and no picture"),
            (Array("<html>".utf8), .unknownKind, "a page"),
            (frame(width: 0), .malformed(at: 4), "no columns"),
            (frame(height: 0), .malformed(at: 4), "rows that are told later"),
            (frame(width: 12_001), .tooLarge(width: 12_001, height: 16), "a side too long"),
            (frame(width: 65_535, height: 65_535), .tooLarge(width: 65_535, height: 65_535), "4 gigapixels"),
            (
                frame(width: 10_000, height: 6_001), .tooLarge(width: 10_000, height: 6_001),
                "60 million and more"
            ),
            (frame(width: 10_000, height: 6_000), .truncated, "60 million, and no bytes for them"),
            (frame(marker: 0xC3), .unsupported(.frame(0xC3)), "lossless"),
            (frame(marker: 0xC9), .unsupported(.frame(0xC9)), "arithmetic"),
            (frame(bits: 12), .unsupported(.bits(12)), "samples of 12 bits"),
            (frame(components: 4), .unsupported(.components(4)), "colours of print"),
            (frame(components: 2), .unsupported(.components(2)), "two colours"),
            (frame(factors: 0x05), .malformed(at: 4), "a factor of 0"),
            (frame(factors: 0x15), .malformed(at: 4), "a factor of 5"),
            (frame().dropLast(2) + frame().dropFirst(2), .malformed(at: 28), "a second frame"),
            (frame(scans: 0), .malformed(at: 17), "no scan"),
            (frame(scans: 65), .tooManyScans, "65 scans"),
            (frame(width: 10_000, height: 6_000, scans: 14), .tooManyScans, "14 scans of 60 million"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1], .malformed(at: 4), "a segment shorter than its length"),
            ([0xFF, 0xD8, 0xFF, 0xD8, 0, 2], .malformed(at: 4), "a beginning in the beginning"),
            ([0xFF, 0xD8, 0xFF, 0xFE, 0, 2, 0x3C], .malformed(at: 6), "something between segments"),
        ] as [([UInt8], PictureFault, String)]
    )
    func refusals(file: [UInt8], expected: PictureFault, reason: String) {
        #expect(throws: expected, "\(reason)") { try Picture(file) }
    }

    @Test("64 scans are taken")
    func manyScans() throws {
        #expect(try Picture(Self.frame(scans: 64)) != nil)
    }

    @Test(
        "of a PNG is refused",
        arguments: [
            (size(width: 0), .malformed(at: 8), "no columns"),
            (size(height: 0), .malformed(at: 8), "no rows"),
            (size(width: 4_294_967_295), .tooLarge(width: 4_294_967_295, height: 1), "a side too long"),
            (size(width: 8_000, height: 8_000), .tooLarge(width: 8_000, height: 8_000), "64 million"),
            (
                size(width: 10_000, height: 6_000, depth: 16, colour: 6), .tooManyBytes(480_006_000),
                "480 MB of rows"
            ),
            (size(width: 10_000, height: 6_000), .truncated, "more than packing can hold"),
            (size(depth: 16, colour: 3), .malformed(at: 24), "a palette of 16 bits"),
            (size(colour: 5), .malformed(at: 25), "no such colours"),
            (Files.png(png, with: "ABCD", [1]), .unsupported(.chunk("ABCD")), "a chunk one must know"),
            (Files.png(png, with: "IHDR", [1]), .malformed(at: 33), "a second beginning"),
            (Files.png(png, with: "a:CD", [1]), .malformed(at: 33), "a name that is none"),
        ] as [([UInt8], PictureFault, String)]
    )
    func refusedPNG(file: [UInt8], expected: PictureFault, reason: String) {
        #expect(throws: expected, "\(reason)") { try Picture(file) }
    }

    /// A JPEG of a frame and scans of one byte.
    private static func frame(
        marker: UInt8 = 0xC0,
        width: Int = 16,
        height: Int = 16,
        bits: UInt8 = 8,
        components: Int = 1,
        factors: UInt8 = 0x11,
        scans: Int = 1
    ) -> [UInt8] {
        let size = Files.bigEndian(height).suffix(2) + Files.bigEndian(width).suffix(2)
        var body: [UInt8] = [bits] + size + [UInt8(components)]
        for component in 0..<components { body += [UInt8(component), factors, 0] }
        var jpeg: [UInt8] = [0xFF, 0xD8] + Files.segment(marker, body)
        for _ in 0..<scans { jpeg += Files.segment(0xDA, [1, 0, 0, 0, 63, 0]) + [0x55] }
        return jpeg + [0xFF, 0xD9]
    }

    /// A PNG of a size, with next to no pixels.
    private static func size(
        width: Int = 1,
        height: Int = 1,
        depth: UInt8 = 8,
        colour: UInt8 = 0
    ) -> [UInt8] {
        Files.png(width: width, height: height, depth: depth, colour: colour, rows: [[0]])
    }
}
