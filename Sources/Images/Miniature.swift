/// A small picture of a picture, and the fingerprint by which it is found again.
public struct Miniature: Hashable, Sendable {
    /// Its columns, as it is shown.
    public let width: Int
    /// Its rows, as it is shown.
    public let height: Int
    /// Its file: a JPEG of quality 80 without any description.
    public let jpeg: [UInt8]
    /// The fingerprint of the picture as it is shown.
    public let fingerprint: Fingerprint
    /// Whether parts of the picture could not be read and were guessed.
    public let isFaulty: Bool
}

extension Picture {
    /// The longest side of a miniature, in pixels.
    public static let miniatureSide = 320

    /// A small picture of it, upright; a smaller picture keeps its size.
    ///
    /// A JPEG is unpacked at the smallest eighth that is large enough, so a photo of 12 megapixels costs little
    /// more than reading its code.
    ///
    /// - Throws: ``PictureFault/damaged``.
    /// - Complexity: O(bytes) for a JPEG of one scan, O(pixels) for others.
    public func miniature() throws(PictureFault) -> Miniature {
        let unpacked = try unpacked(notBelow: Self.miniatureSide)
        let size = Pixels.size(
            within: Self.miniatureSide,
            width: unpacked.value.width,
            height: unpacked.value.height
        )
        let turned = unpacked.value.scaled(to: size.width, size.height).turned(header.orientation)
        return Miniature(
            width: turned.width,
            height: turned.height,
            jpeg: TurboJPEG.pack(turned, quality: 80, isFine: false),
            fingerprint: Fingerprint(turned),
            isFaulty: unpacked.isFaulty
        )
    }
}
