/// What a picture says of itself.
public struct PictureHeader: Hashable, Sendable {
    /// What it is written as.
    public let kind: Kind
    /// The columns of the file, 1…``PictureLimits/side``.
    public let storedWidth: Int
    /// The rows of the file, 1…``PictureLimits/side``.
    public let storedHeight: Int
    /// How it lies in the file; upright when nothing readable is said.
    public let orientation: Orientation

    /// The columns as it is shown.
    public var width: Int { orientation.exchangesSides ? storedHeight : storedWidth }

    /// The rows as it is shown.
    public var height: Int { orientation.exchangesSides ? storedWidth : storedHeight }

    /// What a picture can be written as; the raw value is its media type.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
    }
}
