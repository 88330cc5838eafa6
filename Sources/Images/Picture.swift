/// A photo or scan whose file was looked through, and is small enough to be unpacked.
///
/// Nothing of its pixels has been read: they may turn out to be damaged.
public struct Picture: Sendable {
    /// What it says of itself.
    public let header: PictureHeader
    let bytes: [UInt8]
    let structure: Structure

    /// How its file is built.
    enum Structure: Sendable {
        case jpeg(JPEGStructure)
        case png(PNGStructure)
    }

    /// Looks through a file; `nil` for a PDF, of which no picture is made.
    ///
    /// What stands behind the end of the picture is not looked at: films and second pictures of phones, or worse.
    ///
    /// - Throws: ``PictureFault``, before anything is unpacked.
    /// - Complexity: O(bytes).
    public init?(_ bytes: [UInt8]) throws(PictureFault) {
        if bytes.starts(with: JPEGStructure.signature) {
            let jpeg = try JPEGStructure(bytes.span)
            structure = .jpeg(jpeg)
            header = PictureHeader(
                kind: .jpeg,
                storedWidth: jpeg.frame.width,
                storedHeight: jpeg.frame.height,
                orientation: jpeg.orientation
            )
        } else if bytes.starts(with: PNGStructure.signature) {
            let png = try PNGStructure(bytes.span)
            structure = .png(png)
            header = PictureHeader(
                kind: .png,
                storedWidth: png.width,
                storedHeight: png.height,
                orientation: png.orientation
            )
        } else if Self.isPDF(bytes) {
            return nil
        } else {
            throw .unknownKind
        }
        self.bytes = bytes
    }

    /// Refuses a size that is too large to be unpacked.
    static func check(width: Int, height: Int) throws(PictureFault) {
        guard max(width, height) <= PictureLimits.side, width * height <= PictureLimits.pixels else {
            throw .tooLarge(width: width, height: height)
        }
    }

    /// `%PDF-` among the first bytes: what stands before it, readers skip too.
    private static func isPDF(_ bytes: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(1_024)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }
}
