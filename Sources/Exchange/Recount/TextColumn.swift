/// Many short texts in one buffer, as UTF-8: a third of the memory of strings, and no allocations.
struct TextColumn: Sendable {
    /// The texts, one after the other.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// The number of texts.
    var count: Int { ends.count }

    /// Where text `index` lies in `bytes`.
    @inline(__always)
    func range(_ index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// Text `index`.
    ///
    /// What goes in has been checked to be UTF-8: the text is exact.
    subscript(index: Int) -> String {
        String(decoding: bytes[range(index)], as: UTF8.self)
    }

    /// Adds a text that lies in `source`.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        bytes += source[range]
        ends.append(bytes.count)
    }

    /// Whether text `index` and the one in `source` are the same bytes.
    @inline(__always)
    func isEqual(_ index: Int, to source: [UInt8], _ other: Range<Int>) -> Bool {
        let own = range(index)
        guard own.count == other.count else { return false }
        for offset in 0..<own.count
        where bytes[own.lowerBound + offset] != source[other.lowerBound + offset] {
            return false
        }
        return true
    }
}
