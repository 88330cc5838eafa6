/// Workbooks that are no zip files: old ones, and those behind a password.
enum CompoundFile {
    /// What a file that is no zip file seems to be.
    static func fault(of bytes: [UInt8]) -> WorkbookRefusal.Fault {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return .notZip }
        // The name of a stream, in UTF-16: what is packed behind a password has it.
        let name = Array("EncryptedPackage".utf8.map { [$0, 0] }.joined())
        let isThere = bytes.indices.contains { bytes[$0] == name[0] && bytes[$0...].starts(with: name) }
        return isThere ? .encrypted : .oldFormat
    }
}
