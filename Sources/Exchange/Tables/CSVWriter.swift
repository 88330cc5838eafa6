/// Writes rows of CSV (RFC 4180) into a buffer of bytes: quotes only where needed, "\n" ends a row.
public struct CSVWriter: Sendable {
    /// What has been written since the last ``clear()``.
    public private(set) var bytes: [UInt8] = []
    private var isAtRowStart = true
    /// Where the row began.
    private var rowStart = 0

    /// An empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes a cell of text.
    public mutating func cell(_ text: String) {
        let bytes = Array(text.utf8)
        cell(bytes.span)
    }

    /// Writes a cell of text, given as UTF-8.
    ///
    /// - Complexity: O(bytes).
    public mutating func cell(_ text: Span<UInt8>) {
        separate()
        var needsQuotes = false
        for index in text.indices {
            let byte = text[index]
            if byte <= 0x2C { needsQuotes = needsQuotes || [0x0A, 0x0D, 0x22, 0x2C].contains(byte) }
        }
        guard needsQuotes else { return append(text) }
        bytes.append(UInt8(ascii: "\""))
        for index in text.indices {
            if text[index] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
            bytes.append(text[index])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a number.
    public mutating func cell(_ number: Int) {
        separate()
        bytes.append(decimal: number)
    }

    /// Writes a number, or an empty cell for none.
    public mutating func cell(_ number: Int?) {
        guard let number else { return separate() }
        cell(number)
    }

    /// Ends the row.
    public mutating func endRow() {
        // A row of one empty cell would read as a blank line.
        if bytes.count == rowStart { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
        bytes.append(UInt8(ascii: "\n"))
        isAtRowStart = true
        rowStart = bytes.count
    }

    /// Writes a whole row of text.
    public mutating func row(_ cells: [String]) {
        for text in cells { cell(text) }
        endRow()
    }

    /// Starts anew in the same memory, at the start of a row.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        isAtRowStart = true
        rowStart = 0
    }

    private mutating func separate() {
        if !isAtRowStart { bytes.append(UInt8(ascii: ",")) }
        isAtRowStart = false
    }

    private mutating func append(_ text: Span<UInt8>) {
        bytes.append(addingCapacity: text.count) { output in
            for index in text.indices { output.append(text[index]) }
        }
    }
}
