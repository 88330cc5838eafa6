extension Picture {
    /// A part of it as a JPEG of quality 85 without any description, to be shown beside what is read in it.
    ///
    /// - Parameters:
    ///   - region: The part, as the picture is shown.
    ///   - width: The columns it is scaled to, at least 1; a part that has fewer keeps its size.
    /// - Returns: The file.
    /// - Throws: ``PictureFault/outside(_:)`` when the part is not in the picture; ``PictureFault/damaged``.
    /// - Complexity: O(pixels) of the picture at the scale that is needed.
    public func part(_ region: PictureRegion, width: Int) throws(PictureFault) -> [UInt8] {
        guard region.lies(inWidth: header.width, height: header.height) else { throw .outside(region) }
        let columns = min(max(1, width), region.width)
        let longest = max(header.width, header.height)
        // The whole picture, in the size that gives the part its columns.
        let side = (longest * columns + region.width - 1) / region.width
        let pixels = try unpacked(notBelow: side).value
        let stored = header.orientation.stored(
            region,
            width: header.storedWidth,
            height: header.storedHeight
        )
        let cut = pixels.cut(stored.scaled(from: header, to: pixels)).turned(header.orientation)
        let rows = max(1, (cut.height * columns + cut.width / 2) / cut.width)
        let scaled = columns < cut.width ? cut.scaled(to: columns, rows) : cut
        return TurboJPEG.pack(scaled, quality: 85, isFine: true)
    }
}

extension PictureRegion {
    /// The same part of a picture that was unpacked in a smaller size: at least a pixel, and within it.
    fileprivate func scaled(from header: PictureHeader, to pixels: Pixels) -> PictureRegion {
        func scaled(_ start: Int, _ length: Int, _ old: Int, _ new: Int) -> (start: Int, length: Int) {
            let first = start * new / old
            let end = max(first + 1, min(new, ((start + length) * new + old / 2) / old))
            return (first, end - first)
        }
        let across = scaled(x, width, header.storedWidth, pixels.width)
        let down = scaled(y, height, header.storedHeight, pixels.height)
        return PictureRegion(x: across.start, y: down.start, width: across.length, height: down.length)
    }
}
