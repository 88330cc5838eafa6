/// What a picture looks like from afar, in 1,024 bits: near for pictures that look the same, however they are written.
///
/// Each bit says whether one of the 32 × 32 slowest waves of the picture's lightness (without those along a side) is
/// above the middle one. So many, because result forms are one layout with other digits: with 64 bits, two forms
/// are as near to each other as a photo is to its own copy.
public struct Fingerprint: Hashable, Sendable {
    /// The bits of a fingerprint.
    public static let bits = 1_024

    /// The distance up to which two pictures are said to be nearly the same.
    ///
    /// Measured on 40 drawn forms of one print: packed again at quality 60, made smaller to 25 % or lighter by 15 %,
    /// a picture stays within 70 of itself. Two stations' forms, scanned in the very same place, are 134 to 230
    /// apart, and 100 to 184 when four figures of five are zero; photographed by hand, 130 to 560. Cut by 1 % a
    /// picture is 86 to 140 from itself, and by 3 % as far as a strange one: that is not found.
    public static let nearly = 80

    /// Its 16 words, in order.
    public let words: [UInt64]

    /// A fingerprint from its words; `nil` unless there are 16.
    public init?(words: [UInt64]) {
        guard words.count * 64 == Self.bits else { return nil }
        self.words = words
    }

    /// The number of bits in which two differ, 0…``bits``.
    public func distance(to other: Fingerprint) -> Int {
        var distance = 0
        for index in words.indices { distance += (words[index] ^ other.words[index]).nonzeroBitCount }
        return distance
    }

    /// Whether the same picture may have been used for both.
    public func isNear(_ other: Fingerprint) -> Bool {
        distance(to: other) <= Self.nearly
    }
}
