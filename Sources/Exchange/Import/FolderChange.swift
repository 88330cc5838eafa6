/// Files of a folder that are made or take the place of others, in the order in which they are put there.
struct FolderChange: Hashable, Sendable {
    /// A file as it will be.
    struct File: Hashable, Sendable {
        /// The path in the folder.
        let path: String
        /// The whole content.
        let bytes: [UInt8]
        /// The digest of the file it replaces; `nil` where there is none.
        let base: String?
    }

    /// The files; the description comes last, so that it never names what is not there.
    private(set) var files: [File] = []

    /// Adds a file.
    mutating func add(_ path: String, _ bytes: [UInt8], replacing base: String? = nil) {
        files.append(File(path: path, bytes: bytes, base: base))
    }
}
