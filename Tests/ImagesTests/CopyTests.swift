import TestSupport
import Testing

@testable import Images

@Suite("What may be published of a picture")
struct CopyTests {
    private static let payload = "<script>alert('evidence')</script>"
    private static let photo = Drawing.photo(width: 64, height: 48)

    @Test(
        "has nothing but its pixels",
        arguments: [
            (0xE0, "JFXX\0", "the preview of an old camera"),
            (0xE1, "http://ns.adobe.com/xap/1.0/\0", "a description in XML"),
            (0xE2, "ICC_PROFILE\0\u{1}\u{1}", "a profile of colours"),
            (0xE2, "MPF\0", "the list of a phone's further pictures"),
            (0xED, "Photoshop 3.0\0", "a caption of the press"),
            (0xEF, "", "a segment of nobody"),
            (0xFE, "", "a comment"),
        ] as [(UInt8, String, String)]
    )
    func withoutSegments(marker: UInt8, name: String, reason: String) throws {
        let jpeg = Files.jpeg(Files.jpeg(Self.photo), with: marker, Array((name + Self.payload).utf8))
        #expect(jpeg.holds(Self.payload))
        let copy = try #require(try Picture(jpeg)).publishableCopy()
        #expect(!copy.bytes.holds(Self.payload) && !copy.bytes.holds("script"), "\(reason)")
        #expect(copy.isLossless && !copy.isFaulty)
        #expect(try Files.unpackJPEG(copy.bytes) == Files.unpackJPEG(jpeg))
    }

    @Test(
        "ends where the picture ends",
        arguments: ["PK\u{3}\u{4}", "%PDF-1.7 ", "<html>", "ftypmp42", "\u{0}\u{0}"]
    )
    func withoutTail(beginning: String) throws {
        let tail = Array((beginning + Self.payload).utf8)
        for file in [Files.jpeg(Self.photo), try Self.png(Self.photo)] {
            let copy = try #require(try Picture(file + tail)).publishableCopy()
            #expect(!copy.bytes.holds(Self.payload))
            #expect(copy == (try #require(try Picture(file)).publishableCopy()))
        }
    }

    @Test("has no place and no preview of a photo that was turned")
    func withoutPlace() throws {
        let preview = String(decoding: Files.jpeg(Self.photo), as: UTF8.self)
        let exif = Files.exif(orientation: 6, text: "GPS -4.35 119.88" + preview + Self.payload)
        let jpeg = Files.jpeg(Files.jpeg(Self.photo, isFine: true), with: 0xE1, exif)
        let copy = try #require(try Picture(jpeg)).publishableCopy()
        #expect(!copy.bytes.holds("GPS") && !copy.bytes.holds("Exif") && !copy.bytes.holds("script"))
        #expect(copy.header.orientation == .upright)
        #expect([copy.header.width, copy.header.height] == [48, 64])
    }

    @Test(
        "has only the chunks that show it",
        arguments: [
            ("tEXt", "Comment\0", "a comment"),
            ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", "a description in XML"),
            ("zTXt", "Comment\0\0", "a packed comment"),
            ("iCCP", "profile\0\0", "a profile of colours"),
            ("eXIf", "II", "what a camera adds"),
            ("gAMA", "", "colours shown otherwise elsewhere"),
            ("acTL", "", "a film"),
            ("prVt", "", "a chunk of nobody"),
        ] as [(String, String, String)]
    )
    func withoutChunks(chunk: String, name: String, reason: String) throws {
        let plain = try Self.png(Self.photo)
        let png = Files.png(plain, with: chunk, Array((name + Self.payload).utf8))
        let copy = try #require(try Picture(png)).publishableCopy()
        #expect(!copy.bytes.holds(Self.payload), "\(reason)")
        #expect(copy == (try #require(try Picture(plain)).publishableCopy()))
    }

    @Test("is upright, however the picture lies", arguments: Orientation.allCases, [true, false])
    func upright(orientation: Orientation, isFine: Bool) throws {
        let plain = Files.jpeg(Self.photo, isFine: isFine)
        let jpeg = Files.jpeg(plain, with: 0xE1, Files.exif(orientation: orientation.rawValue))
        let copy = try #require(try Picture(jpeg)).publishableCopy()
        #expect(copy.isLossless)
        let shown = try Files.unpackJPEG(plain).turned(orientation)
        // The decoder rounds rows before columns, and rounds colours between their places.
        let difference = try #require(try Files.unpackJPEG(copy.bytes).difference(to: shown))
        #expect(difference <= (orientation == .upright ? 0 : isFine ? 3 : 8))
    }

    @Test(
        "leaves out what fills no unit when it is turned",
        arguments: [
            (.upright, true, [70, 50], "nothing is moved"),
            (.mirrored, true, [64, 50], "the right edge would come to the left"),
            (.turnedHalf, true, [64, 48], "both edges"),
            (.transposed, true, [50, 70], "rows become columns where they are"),
            (.turnedQuarter, true, [48, 70], "the lower edge would come to the left"),
            (.turnedQuarter, false, [48, 70], "units of 16"),
            (.turnedThreeQuarters, false, [50, 64], "the right edge would come to the top"),
        ] as [(Orientation, Bool, [Int], String)]
    )
    func trimmed(orientation: Orientation, isFine: Bool, size: [Int], reason: String) throws {
        let plain = Files.jpeg(Drawing.photo(width: 70, height: 50), isFine: isFine)
        let jpeg = Files.jpeg(plain, with: 0xE1, Files.exif(orientation: orientation.rawValue))
        let copy = try #require(try Picture(jpeg)).publishableCopy()
        #expect([copy.header.width, copy.header.height] == size, "\(reason)")
        #expect(copy.isLossless)
    }

    @Test("is coded again when the picture is smaller than a unit")
    func tiny() throws {
        let plain = Files.jpeg(Drawing.photo(width: 9, height: 30))
        let jpeg = Files.jpeg(plain, with: 0xE1, Files.exif(orientation: 6))
        let copy = try #require(try Picture(jpeg)).publishableCopy()
        #expect(!copy.isLossless)
        #expect([copy.header.width, copy.header.height] == [30, 9])
    }

    @Test("of a copy is the copy")
    func again() throws {
        let copy = try #require(try Picture(Files.jpeg(Self.photo))).publishableCopy()
        #expect(try #require(try Picture(copy.bytes)).publishableCopy() == copy)
    }

    @Test("of a grey photo is grey")
    func grey() throws {
        let grey = Drawing.photo(width: 64, height: 48, channels: 1)
        let copy = try #require(try Picture(Files.jpeg(grey))).publishableCopy()
        #expect(try Files.unpackJPEG(copy.bytes).channels == 1)
    }

    @Test("of a photo in scans has the same pixels")
    func progressive() throws {
        let plain = Files.jpeg(Self.photo)
        let picture = try #require(try Picture(Files.progressive(plain)))
        let copy = try picture.publishableCopy()
        #expect(copy.isLossless)
        #expect(try Files.unpackJPEG(copy.bytes) == Files.unpackJPEG(plain))
    }

    @Test("is a picture that reads the same again, whatever the tables of the original say")
    func forgedTables() throws {
        let jpeg = Files.jpeg(Self.photo, isFine: true)
        let table = try #require(
            jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC4, 0, 0xB5, 0x10]) }
        )
        var isCodedAgain = false
        for symbol in 0..<24 {
            var forged = jpeg
            // A run of no zeros and a value of 12 bits, for which the usual tables have no code.
            forged[table + 21 + symbol] = 0x0C
            guard let copy = try? Picture(forged)?.publishableCopy() else { continue }
            isCodedAgain = isCodedAgain || !copy.isLossless
            let again = try #require(try Picture(copy.bytes)).publishableCopy()
            #expect(again.isLossless && !again.isFaulty)
            #expect(!copy.isLossless || again.bytes == copy.bytes, "symbol \(symbol)")
        }
        #expect(isCodedAgain)
    }

    @Test("tells of parts that had to be guessed")
    func faulty() throws {
        var jpeg = Files.jpeg(Self.photo)
        // The end of the code, written over: too few pixels, and an end of the file.
        jpeg.replaceSubrange(jpeg.count - 400..<jpeg.count - 2, with: [])
        let picture = try #require(try Picture(jpeg))
        #expect(try picture.publishableCopy().isFaulty)
        #expect(try picture.miniature().isFaulty)
    }

    @Test("of a PNG is a PNG when that is smaller, with every pixel")
    func drawing() throws {
        var drawing = Drawing(width: 80, height: 60, channels: 3)
        drawing.fill(x: 10, y: 10, width: 20, height: 9, [200, 0, 0])
        let png = try #require(LibPNG.pack(drawing.pixels, limit: 100_000))
        let copy = try #require(try Picture(png)).publishableCopy()
        #expect(copy.header.kind == .png && copy.isLossless)
        #expect(try Files.unpackPNG(copy.bytes) == drawing.pixels)
        let turned = Files.png(png, with: "eXIf", Files.tiff(orientation: 6))
        let upright = try #require(try Picture(turned)).publishableCopy()
        #expect(try Files.unpackPNG(upright.bytes) == drawing.pixels.turned(.turnedQuarter))
    }

    @Test("of a photo in a PNG is a JPEG of nearly its pixels")
    func photoInPNG() throws {
        let photo = Drawing.photo(width: 160, height: 120)
        let copy = try #require(try Picture(try Self.png(photo))).publishableCopy()
        #expect(copy.header.kind == .jpeg && !copy.isLossless)
        let unpacked = try Files.unpackJPEG(copy.bytes)
        let error = zip(unpacked.samples, photo.samples).map { abs(Int($0) - Int($1)) }.reduce(0, +)
        #expect(error / photo.samples.count < 6)
    }

    @Test(
        "of every kind of PNG has its colours, on white",
        arguments: [
            (8, 0, [[10, 200]], [], [10, 200], "grey"),
            (1, 0, [[0b0100_0000]], [], [0, 255], "grey of a bit"),
            (16, 0, [[10, 10, 200, 200]], [], [10, 200], "grey of 16 bits"),
            (8, 2, [[1, 2, 3, 4, 5, 6]], [], [1, 2, 3, 4, 5, 6], "colours"),
            (8, 3, [[1, 0]], [9, 8, 7, 6, 5, 4], [6, 5, 4, 9, 8, 7], "a palette"),
            (8, 4, [[10, 255, 10, 0]], [], [10, 255], "grey, half of it transparent"),
            (8, 6, [[1, 2, 3, 255, 4, 5, 6, 0]], [], [1, 2, 3, 255, 255, 255], "colours, half transparent"),
        ] as [(UInt8, UInt8, [[UInt8]], [UInt8], [UInt8], String)]
    )
    func colours(
        depth: UInt8,
        colour: UInt8,
        rows: [[UInt8]],
        palette: [UInt8],
        expected: [UInt8],
        reason: String
    ) throws {
        let before = palette.isEmpty ? [] : Files.chunk("PLTE", palette)
        let png = Files.png(width: 2, height: 1, depth: depth, colour: colour, rows: rows, before: before)
        let pixels = try #require(try Picture(png)).unpacked().value
        #expect(pixels.samples == expected, "\(reason)")
    }

    @Test(
        "of a PNG with wrong bytes is refused",
        arguments: [
            (Files.png(width: 4, height: 4, colour: 0, rows: [[1, 2, 3, 4]]), "rows are missing"),
            (Files.png(width: 2, height: 1, colour: 3, rows: [[0, 1]]), "no palette"),
        ] as [([UInt8], String)]
    )
    func damaged(png: [UInt8], reason: String) throws {
        let picture = try #require(try Picture(png))
        #expect(throws: PictureFault.damaged, "\(reason)") { try picture.publishableCopy() }
    }

    /// A PNG of a photo.
    private static func png(_ pixels: Pixels) throws -> [UInt8] {
        let stride = pixels.width * pixels.channels
        let rows = (0..<pixels.height).map { Array(pixels.samples[$0 * stride..<($0 + 1) * stride]) }
        return Files.png(width: pixels.width, height: pixels.height, colour: 2, rows: rows)
    }
}
