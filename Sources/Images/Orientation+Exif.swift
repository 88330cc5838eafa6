extension Orientation {
    /// What the description that a camera adds says; `nil` when it says nothing, or nothing that can be read.
    ///
    /// Only the first directory is looked at, and of it no more entries than there are bytes for.
    ///
    /// - Parameter tiff: The description, from its `II` or `MM` on.
    /// - Complexity: O(bytes).
    /// - Source: TIFF 6.0 section 2; Exif 2.32 tag 274.
    init?(exif tiff: Span<UInt8>) {
        let isLittle: Bool
        switch tiff.bigEndian16(at: 0) {
        case 0x4949: isLittle = true
        case 0x4D4D: isLittle = false
        default: return nil
        }
        func number16(_ place: Int) -> Int? {
            tiff.bigEndian16(at: place).map { isLittle ? ($0 & 0xFF) << 8 | $0 >> 8 : $0 }
        }
        func number32(_ place: Int) -> Int? {
            guard let first = number16(place), let second = number16(place + 2) else { return nil }
            return isLittle ? second << 16 | first : first << 16 | second
        }
        guard number16(2) == 42, let directory = number32(4), let count = number16(directory) else {
            return nil
        }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = number16(place) else { return nil }
            guard tag == 274 else { continue }
            // A number of two bytes, and one of them.
            guard number16(place + 2) == 3, number32(place + 4) == 1, let value = number16(place + 8) else {
                return nil
            }
            self.init(rawValue: value)
            return
        }
        return nil
    }
}
