extension Span<UInt8> {
    /// The number in two bytes, the larger first; `nil` beyond the end.
    func bigEndian16(at place: Int) -> Int? {
        guard place >= 0, place <= count - 2 else { return nil }
        return Int(self[place]) << 8 | Int(self[place + 1])
    }

    /// The number in four bytes, the largest first; `nil` beyond the end.
    func bigEndian32(at place: Int) -> Int? {
        guard let high = bigEndian16(at: place), let low = bigEndian16(at: place + 2) else { return nil }
        return high << 16 | low
    }

    /// Whether these bytes stand there.
    func holds(_ bytes: some Collection<UInt8>, at place: Int) -> Bool {
        guard place >= 0, place <= count - bytes.count else { return false }
        var index = place
        for byte in bytes {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }
}
