extension Picture {
    /// The picture unpacked, as it lies in its file.
    ///
    /// - Parameter side: Its longest side may be made smaller, not below this; `nil` for its own size.
    /// - Returns: Its pixels, and whether some were guessed.
    /// - Throws: ``PictureFault/damaged``.
    /// - Complexity: O(pixels).
    func unpacked(notBelow side: Int? = nil) throws(PictureFault) -> TurboJPEG.Outcome<Pixels> {
        switch structure {
        case .png(let png): return TurboJPEG.Outcome(value: try LibPNG.unpack(bytes, png), isFaulty: false)
        case .jpeg(let jpeg):
            let longest = max(jpeg.frame.width, jpeg.frame.height)
            // The decoder's steps that cost least: it leaves out the fine parts of each block.
            let eighths = side.flatMap { side in [1, 2, 4].first { longest * $0 / 8 >= side } } ?? 8
            return try TurboJPEG.unpack(
                bytes.span.extracting(0..<jpeg.end),
                frame: jpeg.frame,
                eighths: eighths
            )
        }
    }
}
