/// Different texts, each found by its bytes: the number of a text is the order in which it came.
///
/// Open addressing over the standard library's seeded hash: a hostile file cannot make it slow.
struct TextIndex: Sendable {
    /// The texts.
    private(set) var texts = TextColumn()
    /// Text numbers in the low half, their hashes in the high half, at the places the hashes choose.
    ///
    /// A power of two of places, half of them vacant.
    private var slots = [UInt64](repeating: vacant, count: 64)

    private static let vacant = UInt64.max

    /// The number of texts.
    var count: Int { texts.count }

    /// The number of the text at `range` of `source`; `nil` when it is not among them.
    ///
    /// - Complexity: O(bytes), expected.
    func number(of source: [UInt8], _ range: Range<Int>) -> Int? {
        let found = slots[place(of: source, range, Self.hash(source, range))]
        return found == Self.vacant ? nil : Self.number(found)
    }

    /// The number of the text at `range` of `source`, looking first where the one before was found.
    ///
    /// Two files about the same units mostly name them in the same order: the next text is then found
    /// without a hash, and without the memory a hash leads to.
    ///
    /// - Complexity: O(bytes), expected.
    func number(of source: [UInt8], _ range: Range<Int>, near last: Int) -> Int? {
        for candidate in last..<min(last + 4, texts.count) where texts.isEqual(candidate, to: source, range) {
            return candidate
        }
        return number(of: source, range)
    }

    /// The number of a text.
    ///
    /// - Complexity: O(bytes), expected.
    func number(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        return number(of: bytes, bytes.indices)
    }

    /// Adds the text at `range` of `source` unless it is there.
    ///
    /// - Returns: Its number, and whether it is new.
    mutating func insert(_ source: [UInt8], _ range: Range<Int>) -> (isNew: Bool, number: Int) {
        if texts.count * 2 >= slots.count { grow() }
        let hash = Self.hash(source, range)
        let place = place(of: source, range, hash)
        guard slots[place] == Self.vacant else { return (false, Self.number(slots[place])) }
        slots[place] = UInt64(hash) << 32 | UInt64(texts.count)
        texts.append(source, range)
        return (true, texts.count - 1)
    }

    /// Where the text is, or where it would be put.
    private func place(of source: [UInt8], _ range: Range<Int>, _ hash: UInt32) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] != Self.vacant {
            let isSameHash = slots[place] >> 32 == UInt64(hash)
            if isSameHash, texts.isEqual(Self.number(slots[place]), to: source, range) { break }
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        var larger = Array(repeating: Self.vacant, count: slots.count * 4)
        let mask = larger.count - 1
        for slot in slots where slot != Self.vacant {
            var place = Int(slot >> 32) & mask
            while larger[place] != Self.vacant { place = (place + 1) & mask }
            larger[place] = slot
        }
        slots = larger
    }

    private static func number(_ slot: UInt64) -> Int {
        Int(slot & 0xFFFF_FFFF)
    }

    private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
        var hasher = Hasher()
        var word: UInt64 = 0
        for index in range {
            word = word << 8 | UInt64(source[index])
            if (index - range.lowerBound) % 8 == 7 {
                hasher.combine(word)
                word = 0
            }
        }
        hasher.combine(word)
        hasher.combine(range.count)
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }
}
