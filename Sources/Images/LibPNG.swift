import CPNG

// Every call into libpng, and so every unsafe expression about PNG, is in this file. Its simplified interface comes
// back with a code where the older one jumps over the caller's frames.

/// PNG by libpng.
enum LibPNG {
    /// Unpacks a PNG, on white where it is transparent.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - structure: How it is built; the decoder is given nothing else of it.
    /// - Returns: Its pixels, as they lie in the file.
    /// - Throws: ``PictureFault/damaged``.
    static func unpack(_ bytes: [UInt8], _ structure: PNGStructure) throws(PictureFault) -> Pixels {
        var needed = PNGStructure.signature
        for chunk in structure.chunks { needed += bytes[chunk] }
        let channels = structure.isGrey ? 1 : 3
        var samples = [UInt8](repeating: 0, count: structure.width * structure.height * channels)
        var image = unsafe png_image()
        unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { unsafe png_image_free(&image) }
        let isRead = unsafe needed.withUnsafeBytes { source in
            guard unsafe png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0,
                unsafe image.width == structure.width && image.height == structure.height
            else { return false }
            unsafe image.format = png_uint_32(structure.isGrey ? 0 : PNG_FORMAT_FLAG_COLOR)
            // Its own words about colours are left out: the usual ones hold, for 16 bits too.
            unsafe image.flags |= png_uint_32(PNG_IMAGE_FLAG_16BIT_sRGB)
            var white = png_color(red: 255, green: 255, blue: 255)
            return unsafe samples.withUnsafeMutableBytes { target in
                unsafe png_image_finish_read(&image, &white, target.baseAddress, 0, nil) != 0
            }
        }
        guard isRead else { throw .damaged }
        return Pixels(
            width: structure.width,
            height: structure.height,
            channels: channels,
            samples: samples
        )
    }

    /// Packs pixels as a PNG; `nil` when it would have more bytes than `limit`.
    static func pack(_ pixels: Pixels, limit: Int) -> [UInt8]? {
        var image = unsafe png_image()
        unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
        unsafe image.width = png_uint_32(pixels.width)
        unsafe image.height = png_uint_32(pixels.height)
        unsafe image.format = png_uint_32(pixels.channels == 1 ? 0 : PNG_FORMAT_FLAG_COLOR)
        defer { unsafe png_image_free(&image) }
        var size = limit
        var isWritten = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { target, count in
            unsafe pixels.samples.withUnsafeBytes { source in
                isWritten =
                    unsafe png_image_write_to_memory(
                        &image,
                        target.baseAddress,
                        &size,
                        0,
                        source.baseAddress,
                        0,
                        nil
                    ) != 0
            }
            count = isWritten ? size : 0
        }
        return isWritten ? bytes : nil
    }
}
