/// The cells of one row without quotes: the loop that reads the nation.
struct LineScan {
    /// Where the scan stopped.
    private(set) var index: Int
    /// The cells found, the one that is open included.
    private(set) var cells = 1
    /// Why the scan stopped.
    private(set) var end = End.outOfText

    /// Why a scan stops.
    enum End {
        /// A line feed stands at `index`.
        case line
        /// A quotation mark stands at `index`.
        case quote
        case outOfText
    }

    /// Looks for the ends of cells up to the line feed, and notes as many as `ends` has room for.
    ///
    /// - Complexity: O(bytes).
    init(_ text: [UInt8], from start: Int, ends: inout [Int]) {
        let bytes = text.span
        var ends = ends.mutableSpan
        var cell = 0
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            // Digits, letters and most signs come after the comma: one comparison passes over them.
            if byte <= UInt8(ascii: ",") {
                if byte == UInt8(ascii: ",") {
                    if cell < ends.count { ends[cell] = index }
                    cell += 1
                } else if byte == UInt8(ascii: "\n") {
                    end = .line
                    break
                } else if byte == UInt8(ascii: "\"") {
                    end = .quote
                    break
                }
            }
            index += 1
        }
        if cell < ends.count { ends[cell] = index }
        cells = cell + 1
        self.index = index
    }
}
