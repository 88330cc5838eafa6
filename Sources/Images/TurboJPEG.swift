import CTurboJPEG

// Every call into TurboJPEG, and so every unsafe expression about JPEG, is in this file.

/// JPEG by libjpeg-turbo.
enum TurboJPEG {
    /// What came of a file, and whether the decoder had to guess parts of it.
    struct Outcome<Value> {
        let value: Value
        let isFaulty: Bool
    }

    /// Unpacks a JPEG, or an eighth to a half of it on each side.
    ///
    /// - Parameters:
    ///   - jpeg: The bytes from its beginning to its end.
    ///   - frame: Its frame.
    ///   - eighths: The scale: 1, 2, 4 or 8.
    /// - Returns: Its pixels, as they lie in the file.
    /// - Throws: ``PictureFault/damaged``.
    static func unpack(
        _ jpeg: Span<UInt8>,
        frame: JPEGFrame,
        eighths: Int = 8
    ) throws(PictureFault) -> Outcome<Pixels> {
        guard let decoder = unsafe tjInitDecompress() else { preconditionFailure("out of memory") }
        defer { unsafe tjDestroy(decoder) }
        let (width, height) = ((frame.width * eighths + 7) / 8, (frame.height * eighths + 7) / 8)
        let channels = frame.isGrey ? 1 : 3
        var samples = [UInt8](repeating: 0, count: width * height * channels)
        let status = unsafe jpeg.withUnsafeBufferPointer { source in
            unsafe samples.withUnsafeMutableBufferPointer { target in
                var found: (width: CInt, height: CInt, sampling: CInt, colours: CInt) = (0, 0, 0, 0)
                // An unusual sampling is refused here and unpacked below, so only the size counts.
                _ = unsafe tjDecompressHeader3(
                    decoder,
                    source.baseAddress,
                    CUnsignedLong(source.count),
                    &found.width,
                    &found.height,
                    &found.sampling,
                    &found.colours
                )
                guard found.width == frame.width, found.height == frame.height else { return CInt(-1) }
                return unsafe tjDecompress2(
                    decoder,
                    source.baseAddress,
                    CUnsignedLong(source.count),
                    target.baseAddress,
                    CInt(width),
                    CInt(width * channels),
                    CInt(height),
                    frame.isGrey ? TJPF_GRAY.rawValue : TJPF_RGB.rawValue,
                    TJFLAG_ACCURATEDCT
                )
            }
        }
        let isFaulty = try unsafe outcome(status, of: decoder)
        let pixels = Pixels(width: width, height: height, channels: channels, samples: samples)
        return Outcome(value: pixels, isFaulty: isFaulty)
    }

    /// Packs pixels as a JPEG.
    ///
    /// - Parameters:
    ///   - pixels: The picture.
    ///   - quality: 1…100.
    ///   - isFine: Whether colours are kept for each pixel, and not for four.
    /// - Returns: The file.
    static func pack(_ pixels: Pixels, quality: Int, isFine: Bool) -> [UInt8] {
        guard let encoder = unsafe tjInitCompress() else { preconditionFailure("out of memory") }
        defer { unsafe tjDestroy(encoder) }
        let isGrey = pixels.channels == 1
        var memory: UnsafeMutablePointer<UInt8>?
        var size: CUnsignedLong = 0
        defer { unsafe tjFree(memory) }
        let status = unsafe pixels.samples.withUnsafeBufferPointer { source in
            unsafe tjCompress2(
                encoder,
                source.baseAddress,
                CInt(pixels.width),
                CInt(pixels.width * pixels.channels),
                CInt(pixels.height),
                isGrey ? TJPF_GRAY.rawValue : TJPF_RGB.rawValue,
                &memory,
                &size,
                CInt((isGrey ? TJSAMP_GRAY : isFine ? TJSAMP_444 : TJSAMP_420).rawValue),
                CInt(quality),
                TJFLAG_ACCURATEDCT
            )
        }
        precondition(status == 0, "pixels within the limits can be packed")
        return unsafe Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }

    /// Writes a JPEG's coefficients anew and nothing else of it, turned; `nil` when its sampling cannot be moved.
    ///
    /// Columns and rows that fill no whole unit and would come to lie at the left or the top are left out.
    ///
    /// - Parameters:
    ///   - jpeg: The bytes from its beginning to its end.
    ///   - orientation: How it lies now.
    /// - Returns: The file, upright.
    /// - Throws: ``PictureFault/damaged``.
    static func rewrite(
        _ jpeg: Span<UInt8>,
        turned orientation: Orientation
    ) throws(PictureFault) -> Outcome<[UInt8]>? {
        guard let transformer = unsafe tjInitTransform() else { preconditionFailure("out of memory") }
        defer { unsafe tjDestroy(transformer) }
        var memory: UnsafeMutablePointer<UInt8>?
        var size: CUnsignedLong = 0
        defer { unsafe tjFree(memory) }
        var request = unsafe tjtransform()
        unsafe request.op = CInt(operation(orientation).rawValue)
        unsafe request.options = TJXOPT_COPYNONE | TJXOPT_TRIM
        var found: (width: CInt, height: CInt, sampling: CInt, colours: CInt) = (0, 0, -1, 0)
        let status = unsafe jpeg.withUnsafeBufferPointer { source -> CInt? in
            let count = CUnsignedLong(source.count)
            _ = unsafe tjDecompressHeader3(
                transformer,
                source.baseAddress,
                count,
                &found.width,
                &found.height,
                &found.sampling,
                &found.colours
            )
            guard found.sampling >= 0 else { return nil }
            return unsafe tjTransform(
                transformer,
                source.baseAddress,
                count,
                1,
                &memory,
                &size,
                &request,
                0
            )
        }
        guard let status else { return nil }
        let isFaulty = try unsafe outcome(status, of: transformer)
        return unsafe Outcome(
            value: Array(UnsafeBufferPointer(start: memory, count: Int(size))),
            isFaulty: isFaulty
        )
    }

    /// Whether a decoder went on although something was wrong.
    private static func outcome(_ status: CInt, of handle: tjhandle) throws(PictureFault) -> Bool {
        guard status != 0 else { return false }
        guard unsafe tjGetErrorCode(handle) == CInt(TJERR_WARNING.rawValue) else { throw .damaged }
        return true
    }

    private static func operation(_ orientation: Orientation) -> TJXOP {
        switch orientation {
        case .upright: TJXOP_NONE
        case .mirrored: TJXOP_HFLIP
        case .turnedHalf: TJXOP_ROT180
        case .flipped: TJXOP_VFLIP
        case .transposed: TJXOP_TRANSPOSE
        case .turnedQuarter: TJXOP_ROT90
        case .transversed: TJXOP_TRANSVERSE
        case .turnedThreeQuarters: TJXOP_ROT270
        }
    }
}
