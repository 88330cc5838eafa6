import CTurboJPEG

@testable import Images

/// Files of pictures, put together byte by byte.
enum Files {
    /// A JPEG of these pixels.
    static func jpeg(_ pixels: Pixels, quality: Int = 90, isFine: Bool = false) -> [UInt8] {
        TurboJPEG.pack(pixels, quality: quality, isFine: isFine)
    }

    /// The JPEG with a segment behind its beginning.
    static func jpeg(_ jpeg: [UInt8], with marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        Array(jpeg[..<2]) + segment(marker, body) + jpeg[2...]
    }

    /// The JPEG in ten scans, from rough to fine.
    static func progressive(_ jpeg: [UInt8]) -> [UInt8] {
        let transformer = unsafe tjInitTransform()
        defer { unsafe tjDestroy(transformer) }
        var memory: UnsafeMutablePointer<UInt8>?
        var size: CUnsignedLong = 0
        defer { unsafe tjFree(memory) }
        var request = unsafe tjtransform()
        unsafe request.options = TJXOPT_PROGRESSIVE
        let status = unsafe tjTransform(
            transformer,
            jpeg,
            CUnsignedLong(jpeg.count),
            1,
            &memory,
            &size,
            &request,
            0
        )
        precondition(status == 0, "a JPEG can be written in scans")
        return unsafe Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }

    static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + bigEndian(body.count + 2).suffix(2) + body
    }

    /// The body of a segment that says how the picture lies, and a text.
    static func exif(orientation: Int, text: String = "") -> [UInt8] {
        Array("Exif\0\0".utf8) + tiff(orientation: orientation) + text.utf8
    }

    /// A description with one entry.
    static func tiff(
        orientation: Int,
        isLittle: Bool = true,
        type: Int = 3,
        count: Int = 1,
        entries: Int = 1,
        directory: Int = 8
    ) -> [UInt8] {
        func number(_ value: Int, _ bytes: Int) -> [UInt8] {
            let big = Array(bigEndian(value).suffix(bytes))
            return isLittle ? big.reversed() : big
        }
        return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(directory, 4)
            + number(entries, 2) + number(274, 2) + number(type, 2) + number(count, 4)
            + number(orientation, 2) + number(0, 2) + number(0, 4)
    }

    /// A PNG that packs nothing: rows as they are given, without their filters.
    static func png(
        width: Int,
        height: Int,
        depth: UInt8 = 8,
        colour: UInt8,
        rows: [[UInt8]],
        before: [UInt8] = []
    ) -> [UInt8] {
        let head = bigEndian(width) + bigEndian(height) + [depth, colour, 0, 0, 0]
        return PNGStructure.signature + chunk("IHDR", head) + before
            + chunk("IDAT", zlib(rows.flatMap { [0] + $0 })) + chunk("IEND", [])
    }

    /// The PNG with a chunk behind its first.
    static func png(_ png: [UInt8], with name: String, _ body: [UInt8]) -> [UInt8] {
        Array(png[..<33]) + chunk(name, body) + png[33...]
    }

    static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return bigEndian(body.count) + named + bigEndian(Int(checksum(named)))
    }

    /// The pixels of a PNG.
    static func unpackPNG(_ bytes: [UInt8]) throws -> Pixels {
        try LibPNG.unpack(bytes, PNGStructure(bytes.span))
    }

    /// The pixels of a JPEG.
    static func unpackJPEG(_ bytes: [UInt8]) throws -> Pixels {
        let structure = try JPEGStructure(bytes.span)
        return try TurboJPEG.unpack(bytes.span, frame: structure.frame).value
    }

    static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// Stored blocks (RFC 1950, RFC 1951).
    private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x01]
        var place = 0
        repeat {
            let count = min(65_535, bytes.count - place)
            let (low, high) = (UInt8(count & 255), UInt8(count >> 8))
            packed += [place + count == bytes.count ? 1 : 0, low, high, ~low, ~high]
            packed += bytes[place..<place + count]
            place += count
        } while place < bytes.count
        var (first, second) = (1, 0)
        for byte in bytes {
            first = (first + Int(byte)) % 65_521
            second = (second + first) % 65_521
        }
        return packed + bigEndian(second << 16 | first)
    }

    /// The CRC of a chunk (PNG, annex D).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
        return ~sum
    }
}

extension [UInt8] {
    /// Whether a text stands anywhere in it.
    func holds(_ text: String) -> Bool {
        let text = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: text) }
    }
}

extension Pixels {
    /// The largest difference of two samples; `nil` for pictures of another size.
    func difference(to other: Pixels) -> Int? {
        guard width == other.width, height == other.height, channels == other.channels else { return nil }
        return zip(samples, other.samples).map { abs(Int($0) - Int($1)) }.max()
    }
}
