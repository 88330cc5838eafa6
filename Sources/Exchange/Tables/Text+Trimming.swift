extension Span<UInt8> {
    /// The part of `range` without spaces and tabs at its two ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, isSpace(self[lower]) { lower += 1 }
        while lower < upper, isSpace(self[upper - 1]) { upper -= 1 }
        return lower..<upper
    }
}

extension String {
    /// The text without ASCII spaces and tabs at its two ends.
    var trimmed: String {
        let spaces: Set<Unicode.Scalar> = [" ", "\t"]
        guard let first = unicodeScalars.firstIndex(where: { !spaces.contains($0) }),
            let last = unicodeScalars.lastIndex(where: { !spaces.contains($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }

    /// The text as a message may show it: a cell can hold pages.
    var shortened: String {
        count > 60 ? prefix(60) + "…" : self
    }
}
