/// How a picture lies in its file, against how it is shown.
///
/// - Source: Exif 2.32 (CIPA DC-008), tag 274; the raw values are its.
public enum Orientation: Int, CaseIterable, Hashable, Sendable {
    /// As it is shown.
    case upright = 1
    /// Left and right exchanged.
    case mirrored = 2
    /// Turned by half.
    case turnedHalf = 3
    /// Top and bottom exchanged.
    case flipped = 4
    /// Rows and columns exchanged.
    case transposed = 5
    /// To be turned clockwise by a quarter, as most portraits of phones are.
    case turnedQuarter = 6
    /// Rows and columns exchanged, from the other corner.
    case transversed = 7
    /// To be turned clockwise by three quarters.
    case turnedThreeQuarters = 8

    /// Whether rows become columns.
    public var exchangesSides: Bool { rawValue >= 5 }

    /// Whether what is shown counts the columns of the file from the right.
    var flipsColumns: Bool {
        switch self {
        case .mirrored, .turnedHalf, .transversed, .turnedThreeQuarters: true
        case .upright, .flipped, .transposed, .turnedQuarter: false
        }
    }

    /// Whether what is shown counts the rows of the file from the bottom.
    var flipsRows: Bool {
        switch self {
        case .turnedHalf, .flipped, .turnedQuarter, .transversed: true
        case .upright, .mirrored, .transposed, .turnedThreeQuarters: false
        }
    }

    /// The part of the file that shows `region`.
    ///
    /// - Parameters:
    ///   - region: A part of the picture as it is shown.
    ///   - width: The columns of the file.
    ///   - height: The rows of the file.
    /// - Returns: The same part, in columns and rows of the file.
    func stored(_ region: PictureRegion, width: Int, height: Int) -> PictureRegion {
        var stored = region
        if exchangesSides {
            stored = PictureRegion(
                x: region.y,
                y: region.x,
                width: region.height,
                height: region.width
            )
        }
        if flipsColumns { stored.x = width - stored.x - stored.width }
        if flipsRows { stored.y = height - stored.y - stored.height }
        return stored
    }
}
