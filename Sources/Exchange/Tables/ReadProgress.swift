/// How far the reading of a file is.
public struct ReadProgress: Hashable, Sendable {
    /// The bytes read from the disk, packed if the file is.
    public let bytes: Int
    /// The size of the file on the disk; 0 for what has none, such as a pipe.
    public let size: Int

    init(bytes: Int, of size: Int) {
        self.bytes = bytes
        self.size = size
    }
}
