/// Why bytes are not looked into as a picture, or a part of one cannot be had.
public enum PictureFault: Error, Hashable, Sendable {
    /// They begin like nothing that is taken.
    case unknownKind
    /// They end before the picture does, or hold too few bytes for one of its size.
    case truncated
    /// What stands at this byte, counted from 0, cannot stand there.
    case malformed(at: Int)
    /// A side is longer than ``PictureLimits/side``, or there are more pixels than ``PictureLimits/pixels``.
    case tooLarge(width: Int, height: Int)
    /// Its rows come to more bytes than ``PictureLimits/rowBytes``.
    case tooManyBytes(Int)
    /// A JPEG has more scans than ``PictureLimits/scans``, or too many for its size.
    case tooManyScans
    /// It is coded in a way that browsers do not show.
    case unsupported(Coding)
    /// Its pixels cannot be read.
    case damaged
    /// The part asked for is empty or reaches beyond the picture.
    case outside(PictureRegion)

    /// A way of coding that is not taken.
    public enum Coding: Hashable, Sendable {
        /// The marker of a JPEG frame: arithmetic, lossless or hierarchical.
        case frame(UInt8)
        /// The bits of a sample of a JPEG.
        case bits(Int)
        /// The colours of a JPEG: neither grey nor three, as in print.
        case components(Int)
        /// A chunk of a PNG that is needed and not known, as its four letters.
        case chunk(String)
    }
}
