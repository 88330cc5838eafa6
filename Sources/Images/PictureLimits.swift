/// What a picture may come to, before its pixels are touched.
///
/// A file of a few kilobytes can claim to be a picture of gigabytes; the claim alone is refused.
public enum PictureLimits: Sendable {
    /// The longest side, in pixels: cameras of phones stay below.
    public static let side = 12_000
    /// The number of pixels.
    public static let pixels = 60_000_000
    /// The scans of a JPEG; cameras write 1, encoders of the web about 10.
    public static let scans = 64
    /// The pixels of a JPEG times its scans: a decoder goes through all of them in each.
    public static let scannedPixels = 800_000_000
    /// The bytes of a PNG's rows when they are unpacked.
    public static let rowBytes = 256_000_000
}
