/// A picture written anew, so that only what is seen remains of it.
///
/// Descriptions and the place of a photo, its preview, comments, colour profiles, and what stands behind its end
/// are gone. Pixels and the tables they are coded with can still be chosen to spell a text: serve it under its type
/// and with `X-Content-Type-Options: nosniff`.
public struct PublishableCopy: Hashable, Sendable {
    /// Its file.
    public let bytes: [UInt8]
    /// What it says of itself; always upright.
    public let header: PictureHeader
    /// Whether its pixels are those of the original, and were not coded again.
    public let isLossless: Bool
    /// Whether parts of the original could not be read and were guessed: somebody should look at it.
    public let isFaulty: Bool
}

extension Picture {
    /// What may be published of it.
    ///
    /// A JPEG's coefficients are moved, not coded again, into the place where they are shown. When it has to be
    /// turned, a unit that is not whole (up to 7 or 15 pixels, 31 at most) is left out at one or two edges: the
    /// rest stays as the camera wrote it. Only a picture smaller than a unit, of an unusual sampling, with faults,
    /// or with values that no encoder writes, is coded again, with quality 95. A PNG is unpacked and written anew, on
    /// white: as a PNG, or as a JPEG of quality 90 when that is smaller.
    ///
    /// - Throws: ``PictureFault/damaged``.
    /// - Complexity: O(pixels); 6 bytes a pixel in memory for a photo that lies, 12 at most.
    public func publishableCopy() throws(PictureFault) -> PublishableCopy {
        switch structure {
        case .jpeg(let jpeg):
            if let copy = try rewritten(jpeg) { return copy }
            let unpacked = try unpacked()
            let turned = unpacked.value.turned(header.orientation)
            let copy = TurboJPEG.pack(turned, quality: 95, isFine: true)
            return try copyOf(copy, isLossless: false, isFaulty: unpacked.isFaulty)
        case .png:
            let turned = try unpacked().value.turned(header.orientation)
            let jpeg = TurboJPEG.pack(turned, quality: 90, isFine: true)
            // A file twice as large will hardly become smaller than the JPEG, and packing it takes seconds.
            if bytes.count <= 2 * jpeg.count, let png = LibPNG.pack(turned, limit: jpeg.count) {
                return try copyOf(png, isLossless: true, isFaulty: false)
            }
            return try copyOf(jpeg, isLossless: false, isFaulty: false)
        }
    }

    /// The coefficients moved; `nil` when they cannot be.
    private func rewritten(_ jpeg: JPEGStructure) throws(PictureFault) -> PublishableCopy? {
        guard header.orientation == .upright || jpeg.frame.isWhole,
            let copy = try TurboJPEG.rewrite(
                bytes.span.extracting(0..<jpeg.end),
                turned: header.orientation
            ),
            !copy.isFaulty
        else { return nil }
        // The encoder has no code for values that only a forger's tables can tell, and writes something else.
        guard let written = try? Picture(copy.value),
            let again = try? TurboJPEG.rewrite(copy.value.span, turned: .upright),
            !again.isFaulty, again.value == copy.value
        else { return nil }
        return PublishableCopy(
            bytes: copy.value,
            header: written.header,
            isLossless: true,
            isFaulty: false
        )
    }

    /// A copy, after it was looked through like anything else.
    private func copyOf(
        _ copy: [UInt8],
        isLossless: Bool,
        isFaulty: Bool
    ) throws(PictureFault) -> PublishableCopy {
        guard let picture = try Picture(copy) else { throw .damaged }
        return PublishableCopy(
            bytes: copy,
            header: picture.header,
            isLossless: isLossless,
            isFaulty: isFaulty
        )
    }
}

extension JPEGFrame {
    /// Whether a unit at least remains on each side when what is not whole is left out.
    fileprivate var isWhole: Bool { width >= unitWidth && height >= unitHeight }
}
