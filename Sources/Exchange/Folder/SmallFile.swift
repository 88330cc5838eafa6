/// A file of text small enough to be held whole.
enum SmallFile {
    /// The text of the file at `path`.
    ///
    /// - Throws: A ``Problem`` when it is missing, unreadable, above `limit` bytes, or not UTF-8.
    static func text(at path: String, limit: Int) throws(Problem) -> String {
        var bytes: [UInt8] = []
        do throws(InputFile.Failure) {
            let file = try InputFile(path: path)
            while bytes.count <= limit {
                let chunk = try file.read(upTo: 64 << 10)
                if chunk.isEmpty { break }
                bytes += chunk
            }
        } catch {
            throw Problem(error.kind, file: path)
        }
        return try text(bytes, as: path, limit: limit)
    }

    /// The text that bytes are.
    ///
    /// - Throws: A ``Problem`` when they are above `limit`, or not UTF-8.
    static func text(_ bytes: [UInt8], as path: String, limit: Int) throws(Problem) -> String {
        guard bytes.count <= limit else {
            throw Problem(.tooLong(limit: limit), file: path)
        }
        var check = UTF8Check()
        if let bad = check.firstBad(in: bytes.span) ?? check.badAtEnd() {
            throw Problem(.notUTF8(byte: bad), file: path)
        }
        // Some editors begin a file with a byte order mark; it is no part of the text.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(decoding: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    }
}
