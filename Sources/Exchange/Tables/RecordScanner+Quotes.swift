extension RecordScanner {
    /// Takes a row apart in which a quotation mark was seen, into `unquoted`.
    mutating func scanQuoted() -> Step {
        var row = QuotedRow(record.bytes, from: next, isAtEnd: isAtEnd)
        unquoted.bytes.removeAll(keepingCapacity: true)
        cellCount = 0
        while true {
            let end = row.readCell(into: &unquoted.bytes)
            switch end {
            case .comma, .lineEnd:
                if cellCount < unquoted.ends.count { unquoted.ends[cellCount] = unquoted.bytes.count }
                unquoted.bytes.append(UInt8(ascii: ","))
                cellCount += 1
                if end == .comma { continue }
                next = row.index
                return .unquoted
            case .stray:
                next = row.index
                _ = skipLine()
                return .strayQuote(column: cellCount)
            case .open where isAtEnd || unquoted.bytes.count > Self.longestRow:
                return .openQuote(column: cellCount)
            case .outOfText where unquoted.bytes.count > Self.longestRow:
                return .tooLong(limit: Self.longestRow)
            case .tooLong:
                return .tooLong(limit: Self.longestCell)
            case .tooLongOpen:
                return .openQuote(column: cellCount)
            case .open, .outOfText:
                return .needsMore
            }
        }
    }
}

/// Reads the cells of one row that has quotation marks.
private struct QuotedRow {
    private let bytes: [UInt8]
    private let isAtEnd: Bool
    /// The byte to be read next.
    private(set) var index: Int

    /// How a cell ends.
    enum End {
        case comma, lineEnd
        /// A quotation mark stands where none may.
        case stray
        /// The text ends inside quotation marks.
        case open
        /// The text ends; what follows it decides.
        case outOfText
        /// The cell is longer than any may be; with `Open`, because its quotation mark is never closed.
        case tooLong, tooLongOpen
    }

    init(_ bytes: [UInt8], from index: Int, isAtEnd: Bool) {
        self.bytes = bytes
        self.index = index
        self.isAtEnd = isAtEnd
    }

    /// Appends the text of the next cell.
    mutating func readCell(into text: inout [UInt8]) -> End {
        let limit = text.count + RecordScanner.longestCell
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            return readPlain(into: &text, limit: limit)
        }
        index += 1
        while index < bytes.count {
            guard text.count <= limit else { return .tooLongOpen }
            let byte = bytes[index]
            index += 1
            if byte != UInt8(ascii: "\"") {
                text.append(byte)
            } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                text.append(byte)
                index += 1
            } else {
                return readSeparator()
            }
        }
        return .open
    }

    /// What follows a closing quotation mark.
    private mutating func readSeparator() -> End {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
        guard index < bytes.count else { return isAtEnd ? .lineEnd : .outOfText }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "\n"): return .lineEnd
        case UInt8(ascii: ",") where bytes[index - 1] == UInt8(ascii: "\""): return .comma
        default:
            index -= 1
            return .stray
        }
    }

    private mutating func readPlain(into text: inout [UInt8], limit: Int) -> End {
        while index < bytes.count {
            guard text.count <= limit else { return .tooLong }
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""): return .stray
            case UInt8(ascii: ","):
                index += 1
                return .comma
            case UInt8(ascii: "\n"):
                if index > 0, bytes[index - 1] == UInt8(ascii: "\r"), text.last == UInt8(ascii: "\r") {
                    text.removeLast()
                }
                index += 1
                return .lineEnd
            default:
                text.append(byte)
                index += 1
            }
        }
        if isAtEnd, text.last == UInt8(ascii: "\r"), bytes.last == UInt8(ascii: "\r") { text.removeLast() }
        return isAtEnd ? .lineEnd : .outOfText
    }
}
