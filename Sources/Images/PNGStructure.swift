/// How a PNG is built: its size, how it lies, and the chunks that are needed to show it.
///
/// - Source: W3C Portable Network Graphics (third edition), sections 5 and 11.
struct PNGStructure: Hashable, Sendable {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    let width: Int
    let height: Int
    let isGrey: Bool
    let orientation: Orientation
    /// Where the chunks stand that a decoder is given.
    let chunks: [Range<Int>]

    /// Looks through a file.
    ///
    /// - Throws: ``PictureFault``.
    /// - Complexity: O(bytes).
    init(_ bytes: Span<UInt8>) throws(PictureFault) {
        let size = try PNGSize(bytes)
        var orientation: Orientation?
        var chunks: [Range<Int>] = []
        var packed = 0
        var place = Self.signature.count
        while true {
            guard let length = bytes.bigEndian32(at: place) else { throw .truncated }
            guard length <= bytes.count - place - 12 else { throw .truncated }
            let letters = bytes.extracting(place + 4..<place + 8)
            guard (0..<4).allSatisfy({ Self.isLetter(letters[$0]) }) else { throw .malformed(at: place) }
            let name = String(decoding: (0..<4).map { letters[$0] }, as: UTF8.self)
            let chunk = place..<place + length + 12
            switch name {
            case "IHDR":
                guard chunks.isEmpty else { throw .malformed(at: place) }
                chunks.append(chunk)
            case "IDAT":
                packed += length
                chunks.append(chunk)
            case "PLTE", "tRNS": chunks.append(chunk)
            case "IEND": chunks.append(chunk)
            case "eXIf" where orientation == nil:
                orientation = Orientation(exif: bytes.extracting(place + 8..<place + 8 + length))
            // A capital letter first: whoever does not know it must not show the picture.
            default: if letters[0] & 0x20 == 0 { throw .unsupported(.chunk(name)) }
            }
            place = chunk.upperBound
            if name == "IEND" { break }
        }
        // Packing makes nothing smaller than this.
        guard size.rowBytes / 1_032 <= packed else { throw .truncated }
        width = size.width
        height = size.height
        isGrey = size.isGrey
        self.orientation = orientation ?? .upright
        self.chunks = chunks
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

/// What the first chunk of a PNG says.
private struct PNGSize {
    let width: Int
    let height: Int
    let isGrey: Bool
    /// The bytes of its rows, unpacked.
    let rowBytes: Int

    init(_ bytes: Span<UInt8>) throws(PictureFault) {
        guard let length = bytes.bigEndian32(at: 8),
            let width = bytes.bigEndian32(at: 16), let height = bytes.bigEndian32(at: 20), bytes.count >= 33
        else { throw .truncated }
        guard length == 13, bytes.holds("IHDR".utf8, at: 12), width > 0, height > 0 else {
            throw .malformed(at: 8)
        }
        let (depth, colour) = (Int(bytes[24]), bytes[25])
        let samples: Int
        let depths: [Int]
        switch colour {
        case 0: (samples, depths) = (1, [1, 2, 4, 8, 16])
        case 2: (samples, depths) = (3, [8, 16])
        case 3: (samples, depths) = (1, [1, 2, 4, 8])
        case 4: (samples, depths) = (2, [8, 16])
        case 6: (samples, depths) = (4, [8, 16])
        default: throw .malformed(at: 25)
        }
        guard depths.contains(depth), bytes[26] == 0, bytes[27] == 0, bytes[28] <= 1 else {
            throw .malformed(at: 24)
        }
        try Picture.check(width: width, height: height)
        rowBytes = height * (1 + (width * samples * depth + 7) / 8)
        guard rowBytes <= PictureLimits.rowBytes else { throw .tooManyBytes(rowBytes) }
        self.width = width
        self.height = height
        isGrey = colour == 0 || colour == 4
    }
}
