/// A picture or document that was handed in, as the office knows it.
public struct EvidencePiece: Sendable {
    /// Its number among all that were handed in, from 1.
    public let number: Int
    /// What it is.
    public let label: EvidenceLabel
    /// What was handed in; `nil` for readers of the public record.
    public let original: EvidenceFile?
    /// A small picture of it; `nil` where none can be made, and for readers of the public record.
    public let miniature: EvidenceFile?
    /// What is published of it; `nil` where nothing is.
    public let copy: EvidenceFile?
    /// Whether parts of it could not be read and were guessed.
    public let isFaulty: Bool
    /// Who handed it in, and when.
    public let author: Author
    /// That it was withdrawn; `nil` while it stands.
    public internal(set) var withdrawal: Withdrawal?

    /// How it was withdrawn: its bytes are erased, its digests stay.
    public struct Withdrawal: Hashable, Sendable {
        /// Who withdrew it, and when.
        public let author: Author
        /// Why.
        public let reason: String
    }

    /// The station's piece before it; 0 for the first.
    let earlier: Int
    /// How many pieces of the station came before it.
    let ordinal: Int

    /// Where it comes among a station's, for who reads them beside forms.
    public var reading: (Int, Int, Int, Int, Int) {
        let page = EvidencePage.allCases.firstIndex(of: label.page) ?? 0
        return (label.place.ballot == nil ? 1 : 0, label.place.version.rank, page, label.number, number)
    }

    /// The digests of its files, each once.
    public var digests: [EvidenceDigest] {
        var digests: [EvidenceDigest] = []
        for file in [original, miniature, copy] {
            if let digest = file?.digest, !digests.contains(digest) { digests.append(digest) }
        }
        return digests
    }

    /// Whether the same file was handed in for both, or the same is published of both.
    public func isSameFile(as other: EvidencePiece) -> Bool {
        (original != nil && original?.digest == other.original?.digest)
            || (copy != nil && copy?.digest == other.copy?.digest)
    }
}

/// That the same picture, or nearly the same, was handed in for two places: of which one is likely a mistake.
public struct EvidenceLikeness: Hashable, Sendable {
    /// The number of the piece that came later.
    public let piece: Int
    /// The number of the piece that was there.
    public let other: Int
    /// The bits in which their fingerprints differ, 0…``EvidenceFingerprint/nearly``; 0 for documents, which have
    /// none and are the same file.
    public let distance: Int

    /// A likeness.
    public init(piece: Int, other: Int, distance: Int) {
        self.piece = piece
        self.other = other
        self.distance = distance
    }
}
