/// A part of a workbook before it is parsed.
enum XMLBytes {
    /// Holds against `bytes` what makes XML dangerous: document types, encodings that could hide one, and
    /// tags so long that the parser is busy for minutes.
    ///
    /// - Throws: ``WorkbookRefusal/Fault``.
    /// - Complexity: O(bytes).
    static func check(_ bytes: [UInt8]) throws(WorkbookRefusal.Fault) {
        var check = UTF8Check()
        if let bad = check.firstBad(in: bytes.span) ?? check.badAtEnd() { throw .notUTF8(byte: bad) }
        guard isUTF8Declared(bytes) else { throw .declaration }
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[(start + 1)...]
            if rest.starts(with: "!DOCTYPE".utf8) || rest.starts(with: "!ENTITY".utf8) { throw .declaration }
            // What is inside comments and the like is looked at too: nothing honest hides there.
            let isTag = rest.first != UInt8(ascii: "!") && rest.first != UInt8(ascii: "?")
            index = isTag ? try tagEnd(in: bytes, from: start) : start + 1
        }
    }

    /// Where a tag ends that begins at `start`; a `>` between quotation marks does not end it.
    private static func tagEnd(in bytes: [UInt8], from start: Int) throws(WorkbookRefusal.Fault) -> Int {
        var quote: UInt8?
        for index in start..<bytes.count {
            guard index - start < WorkbookLimits.tag else {
                throw .tooMuch(.tagBytes, limit: WorkbookLimits.tag)
            }
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return bytes.count
    }

    /// Whether the first line names no other encoding.
    private static func isUTF8Declared(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard bytes[start...].starts(with: "<?xml".utf8) else { return true }
        let bytes = bytes[start...].prefix(200).prefix { $0 != UInt8(ascii: ">") }
        let line = String(decoding: bytes, as: UTF8.self)
        let words = line.lowercased().split { " \t\r\n=\"'?".contains($0) }
        guard let word = words.firstIndex(of: "encoding") else { return true }
        return word + 1 < words.count && ["utf-8", "us-ascii"].contains(words[word + 1])
    }
}
