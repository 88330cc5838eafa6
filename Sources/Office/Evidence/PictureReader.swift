/// Looks into the pictures that are handed in: whoever opens an office brings one, as the office unpacks none itself.
public protocol PictureReader: Sendable {
    /// Looks into a file of ``Evidence/largest`` bytes at most.
    ///
    /// - Parameters:
    ///   - file: Its bytes.
    ///   - isPublished: Whether a copy is needed that may be published.
    /// - Returns: What came of it; `nil` for a document, of which no picture is made.
    /// - Throws: ``PictureRefusal`` when it cannot be read as what it says it is.
    func look(into file: [UInt8], isPublished: Bool) throws(PictureRefusal) -> PictureFindings?
}

/// What came of a picture.
public struct PictureFindings: Sendable {
    /// The picture without its descriptions, a JPEG or PNG; `nil` where none was asked for.
    public let copy: [UInt8]?
    /// A small picture of it, a JPEG.
    public let miniature: [UInt8]
    /// What it looks like: 16 words.
    public let fingerprint: [UInt64]
    /// Whether parts of it could not be read and were guessed.
    public let isFaulty: Bool

    /// What came of a picture.
    public init(copy: [UInt8]?, miniature: [UInt8], fingerprint: [UInt64], isFaulty: Bool) {
        self.copy = copy
        self.miniature = miniature
        self.fingerprint = fingerprint
        self.isFaulty = isFaulty
    }
}

/// Why a file is no picture that can be looked at.
public enum PictureRefusal: Error, Hashable, Sendable {
    /// Its bytes are not those of a picture or document of a kind that is taken.
    case unreadable
    /// It ends before the picture does.
    case truncated
    /// It says that it has so many columns and rows.
    case tooLarge(width: Int, height: Int)
    /// Unpacking it would take too long or too much memory.
    case tooComplex
    /// It is coded in a way that browsers do not show.
    case unsupported
}
