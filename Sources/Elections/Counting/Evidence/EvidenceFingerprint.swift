/// What a picture looks like from afar, in 1,024 bits that whoever hands it in computed.
public struct EvidenceFingerprint: Hashable, Sendable {
    /// The number of words of 64 bits.
    static let width = 16

    /// The number of bits in which two pictures may differ and still be nearly the same.
    ///
    /// - Source: measured on drawn forms: a picture packed again, made smaller or lighter stays within 70 bits of
    ///   itself, forms of two stations in one print are 100 bits apart and more (`Images`, `Fingerprint.nearly`).
    public static let nearly = 80

    /// Its 16 words.
    public let words: [UInt64]

    /// A fingerprint; `nil` unless there are 16 words.
    public init?(words: [UInt64]) {
        guard words.count == Self.width else { return nil }
        self.words = words
    }

    /// The number of bits in which two differ.
    func distance(to other: EvidenceFingerprint) -> Int {
        zip(words, other.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }

    /// The number of bits in which it differs from 16 words, where they are nearly the same.
    @inline(__always)
    func nearness(of words: Span<UInt64>) -> Int? {
        let own = self.words.span
        var distance = 0
        // Most others are told apart by the first words.
        for start in stride(from: 0, to: Self.width, by: 4) {
            for word in start..<start + 4 { distance += (own[word] ^ words[word]).nonzeroBitCount }
            if distance > Self.nearly { return nil }
        }
        return distance
    }
}

extension EvidenceFingerprint: Canonical {
    /// Writes 256 hexadecimal digits.
    public func write(to writer: inout CanonicalWriter) { writer.string(words.hexadecimal) }

    /// Reads 256 hexadecimal digits.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a fingerprint")
        guard let words = [UInt64](hexadecimal: try reader.string()),
            let fingerprint = EvidenceFingerprint(words: words)
        else { throw fault }
        self = fingerprint
    }
}
