/// A part of a picture as it is shown, in pixels from its upper left corner.
public struct PictureRegion: Hashable, Sendable {
    /// Its first column.
    public var x: Int
    /// Its first row.
    public var y: Int
    /// Its columns.
    public var width: Int
    /// Its rows.
    public var height: Int

    /// A part of a picture.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// Whether it holds a pixel, and none beyond a picture of this size.
    func lies(inWidth pictureWidth: Int, height pictureHeight: Int) -> Bool {
        width > 0 && height > 0 && x >= 0 && y >= 0
            && width <= pictureWidth && height <= pictureHeight
            && x <= pictureWidth - width && y <= pictureHeight - height
    }
}
