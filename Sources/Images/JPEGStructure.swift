/// How a JPEG is built: its frame, how it lies, and where it ends.
///
/// Read by ourselves before a decoder sees it, so that what a decoder would choke on is refused, and so that what
/// stands behind the end is never given to one.
///
/// - Source: ITU-T T.81 annex B.
struct JPEGStructure: Hashable, Sendable {
    static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

    let frame: JPEGFrame
    let orientation: Orientation
    /// The first byte behind its end.
    let end: Int

    /// Looks through a file.
    ///
    /// - Throws: ``PictureFault``.
    /// - Complexity: O(bytes).
    init(_ bytes: Span<UInt8>) throws(PictureFault) {
        var frame: JPEGFrame?
        var orientation: Orientation?
        var scans = 0
        var coded = 0
        var place = 2
        while true {
            let marker = try Self.marker(in: bytes, at: &place)
            if marker == Marker.end { break }
            guard let length = bytes.bigEndian16(at: place) else { throw .truncated }
            guard length >= 2 else { throw .malformed(at: place) }
            guard length <= bytes.count - place else { throw .truncated }
            let body = bytes.extracting(place + 2..<place + length)
            switch marker {
            case Marker.application1 where frame == nil && orientation == nil:
                orientation = Self.orientation(body)
            case Marker.frames where !Marker.noFrames.contains(marker):
                guard frame == nil, scans == 0 else { throw .malformed(at: place) }
                frame = try JPEGFrame(marker: marker, body, at: place)
            case Marker.scan:
                guard let frame else { throw .malformed(at: place) }
                scans += 1
                guard scans <= PictureLimits.scans,
                    scans * frame.width * frame.height <= PictureLimits.scannedPixels
                else { throw .tooManyScans }
            // Tables, comments, descriptions; a second image, a number of lines that comes late, or what is reserved.
            case 0xC4, 0xDB, 0xDD, 0xE0...0xEF, 0xFE: break
            default: throw .malformed(at: place)
            }
            place += length
            if marker == Marker.scan {
                let start = place
                try Self.skipCoded(bytes, from: &place)
                coded += place - start
            }
        }
        guard let frame, scans > 0 else { throw .malformed(at: place) }
        // A block takes a bit at least: fewer bytes are a picture that was cut off, or never was one.
        guard coded >= frame.blocks / 8 else { throw .truncated }
        self.frame = frame
        self.orientation = orientation ?? .upright
        end = place
    }

    /// The bytes of segments that mean something here.
    private enum Marker {
        static let frames: ClosedRange<UInt8> = 0xC0...0xCF
        /// Huffman tables, an extension, arithmetic conditioning: among the frames, and none.
        static let noFrames: [UInt8] = [0xC4, 0xC8, 0xCC]
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let application1: UInt8 = 0xE1
    }

    /// Reads a marker, and the filling before it.
    private static func marker(
        in bytes: Span<UInt8>,
        at place: inout Int
    ) throws(PictureFault) -> UInt8 {
        guard place < bytes.count else { throw .truncated }
        guard bytes[place] == 0xFF else { throw .malformed(at: place) }
        while place < bytes.count, bytes[place] == 0xFF { place += 1 }
        guard place < bytes.count else { throw .truncated }
        place += 1
        return bytes[place - 1]
    }

    /// Goes behind the coded pixels of a scan, to the marker that ends them.
    private static func skipCoded(_ bytes: Span<UInt8>, from place: inout Int) throws(PictureFault) {
        while place < bytes.count - 1 {
            if bytes[place] == 0xFF {
                let next = bytes[place + 1]
                // A 0xFF of the pixels, the places where a decoder starts again, filling.
                guard next == 0 || (0xD0...0xD7).contains(next) || next == 0xFF else { return }
            }
            place += 1
        }
        throw .truncated
    }

    private static func orientation(_ body: Span<UInt8>) -> Orientation? {
        let name = Array("Exif\0\0".utf8)
        guard body.holds(name, at: 0) else { return nil }
        return Orientation(exif: body.extracting(name.count..<body.count))
    }
}
