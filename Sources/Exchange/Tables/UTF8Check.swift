/// Looks for the first byte that is not UTF-8 text, chunk by chunk.
///
/// A zero byte counts as bad too: no table holds one, a damaged or binary file does.
struct UTF8Check {
    /// Offset in the file of the chunk that comes next.
    private(set) var offset = 0
    /// Offset of the first byte of a character that is not complete yet.
    private var start = 0
    /// Bytes this character still needs, and the range the next of them must lie in.
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// The offset in the file of the first bad byte in `chunk`; `nil` when all is well so far.
    ///
    /// - Complexity: O(bytes), vectorised while all is ASCII.
    mutating func firstBad(in chunk: Span<UInt8>) -> Int? {
        defer { offset += chunk.count }
        if missing == 0, Self.isPlain(chunk) { return nil }
        for index in chunk.indices {
            let byte = chunk[index]
            if missing == 0 {
                if byte < 0x80, byte > 0 { continue }
                start = offset + index
                guard begin(byte) else { return start }
            } else {
                guard allowed.contains(byte) else { return start }
                missing -= 1
                allowed = 0x80...0xBF
            }
        }
        return nil
    }

    /// The offset of a character that the end of the file cuts.
    func badAtEnd() -> Int? {
        missing > 0 ? start : nil
    }

    /// Whether a chunk holds nothing but ASCII.
    private static func isPlain(_ chunk: Span<UInt8>) -> Bool {
        var high: UInt8 = 0
        var least: UInt8 = .max
        for index in chunk.indices {
            high |= chunk[index]
            least = min(least, chunk[index])
        }
        return high < 0x80 && least > 0
    }

    /// Starts a character of several bytes (Unicode, table 3-7).
    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: (missing, allowed) = (1, 0x80...0xBF)
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (missing, allowed) = (2, 0x80...0xBF)
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        case 0xF1...0xF3: (missing, allowed) = (3, 0x80...0xBF)
        default: return false
        }
        return true
    }
}
