/// Everything that was handed in, in its order: which files there must be, which may be shown, and which look alike.
public struct EvidenceRegister: Sendable {
    private var pieces = Pages<EvidencePiece>()
    /// The last piece of each station; 0 where it has none.
    private var last = Pages<Int>()
    private var index = DigestIndex()
    /// The fingerprints, 16 words each.
    private var prints = Pages<UInt64>()
    /// The piece of each fingerprint, in rising order.
    private var printed = Pages<Int>()
    private var found = Pages<EvidenceLikeness>()

    /// The most pieces of a station, withdrawn ones too.
    public static let mostOfStation = 500
    /// The most likenesses that are noted of a piece: the nearest ones.
    public static let mostLikenesses = 20

    /// Of nothing handed in yet.
    public init() {}

    /// The number of pieces, withdrawn ones too.
    public var count: Int { pieces.count }

    /// A piece by its number, from 1; `nil` when there is none.
    public subscript(number: Int) -> EvidencePiece? {
        (1..<count + 1).contains(number) ? pieces[number - 1] : nil
    }

    /// The pieces that name a digest in any part, the last one first.
    ///
    /// - Complexity: O(1), expected, in the number of pieces.
    public func pieces(naming digest: EvidenceDigest) -> [EvidencePiece] {
        index.pieces(digest).map { pieces[$0 - 1] }.filter { $0.digests.contains(digest) }
    }

    /// Whether a file must be there: a piece that stands names it.
    public func needs(_ digest: EvidenceDigest) -> Bool {
        pieces(naming: digest).contains { $0.withdrawal == nil }
    }

    /// A file that anybody may see, for it is what is published of a piece that stands; `nil` for any other.
    public func published(_ digest: EvidenceDigest) -> EvidenceFile? {
        pieces(naming: digest).first { $0.withdrawal == nil && $0.copy?.digest == digest }?.copy
    }

    /// The digests of everything that was withdrawn and that nothing that stands names.
    ///
    /// - Complexity: O(pieces).
    public var erased: Set<EvidenceDigest> {
        var digests: Set<EvidenceDigest> = []
        pieces.forEachPage { page in
            for piece in page where piece.withdrawal != nil {
                digests.formUnion(piece.digests.filter { !needs($0) })
            }
        }
        return digests
    }

    /// The same pictures, or nearly the same, of different places, in the order in which they were found; those of
    /// withdrawn pieces too.
    public var likenesses: [EvidenceLikeness] { found.joined() }

    /// The likenesses of a piece, whether it came first or later.
    ///
    /// - Complexity: O(likenesses).
    public func likenesses(of number: Int) -> [EvidenceLikeness] {
        likenesses.filter { $0.piece == number || $0.other == number }
    }

    /// The likenesses of which both pieces stand: somebody has to look at them.
    public var openLikenesses: [EvidenceLikeness] {
        likenesses.filter { likeness in
            [likeness.piece, likeness.other].allSatisfy { self[$0].map { $0.withdrawal == nil } ?? false }
        }
    }

    /// The fingerprint of a piece; `nil` where it has none.
    ///
    /// - Complexity: O(log pieces).
    func fingerprint(of number: Int) -> EvidenceFingerprint? {
        var range = 0..<printed.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let piece = printed[middle]
            if piece == number {
                let words = (0..<EvidenceFingerprint.width).map {
                    prints[middle * EvidenceFingerprint.width + $0]
                }
                return EvidenceFingerprint(words: words)
            }
            range = piece < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// What is published of a ballot's forms at a station and of the station's own pages, and stands: forms first,
    /// vote by vote, then page by page.
    public func published(ofStation station: Int, ballot: Ballot) -> [EvidencePiece] {
        pieces(ofStation: station).filter { piece in
            piece.withdrawal == nil && piece.copy != nil
                && (piece.label.place.ballot == nil || piece.label.place.ballot == ballot)
        }.sorted { $0.reading < $1.reading }
    }

    /// The pieces of a station by its place in the register, in the order in which they came.
    func pieces(ofStation station: Int) -> [EvidencePiece] {
        guard station < last.count else { return [] }
        return sequence(first: last[station]) { pieces[$0 - 1].earlier }.prefix { $0 > 0 }.map {
            pieces[$0 - 1]
        }
        .reversed()
    }

    /// The piece of a place that stands, was handed in as this file or is published as this file.
    func standing(
        at place: EvidencePlace,
        original: EvidenceDigest?,
        copy: EvidenceDigest?
    ) -> EvidencePiece? {
        with(original, copy, at: place).first { $0.withdrawal == nil }
    }

    private func with(
        _ original: EvidenceDigest?,
        _ copy: EvidenceDigest?,
        at place: EvidencePlace
    ) -> [EvidencePiece] {
        [original, copy].compactMap(\.self).flatMap(pieces(naming:)).filter { piece in
            piece.label.place == place
                && ((original != nil && piece.original?.digest == original)
                    || (copy != nil && piece.copy?.digest == copy))
        }
    }
}

extension EvidenceRegister {
    mutating func add(
        _ act: EvidenceAdded,
        _ station: Int,
        stations: Int,
        by author: Author
    ) throws(ActFault) {
        let label = act.label
        for piece in with(act.kept?.original.digest, act.copy?.digest, at: label.place) {
            guard piece.withdrawal != nil else { throw .evidenceTwice(piece.number) }
            // With another page or number, what was mended by withdrawing comes again.
            guard piece.label != label else { throw .evidenceWithdrawn(piece.number) }
        }
        let earlier = station < last.count ? last[station] : 0
        let ordinal = self[earlier].map { $0.ordinal + 1 } ?? 0
        guard ordinal < Self.mostOfStation else { throw .tooMuchEvidence(label.place.station) }
        if last.count == 0 { last = Pages(repeating: 0, count: stations) }
        let piece = EvidencePiece(
            number: count + 1,
            label: label,
            original: act.kept?.original,
            miniature: act.kept?.miniature,
            copy: act.copy,
            isFaulty: act.isFaulty,
            author: author,
            earlier: earlier,
            ordinal: ordinal
        )
        pieces.append(piece)
        last[station] = piece.number
        for digest in piece.digests { index.insert(digest, piece: piece.number) }
        if let fingerprint = act.kept?.fingerprint {
            prints.append(fingerprint.words[...])
            printed.append(piece.number)
        }
    }

    mutating func withdraw(_ act: EvidenceWithdrawn, by author: Author) throws(ActFault) {
        guard let piece = standing(at: act.place, original: act.original, copy: act.copy),
            act.original == nil || piece.original?.digest == act.original, piece.copy?.digest == act.copy
        else { throw .noEvidence }
        pieces[piece.number - 1].withdrawal = .init(author: author, reason: act.reason)
    }

    mutating func note(_ act: EvidenceFlagged) throws(ActFault) {
        guard act.piece == count, let piece = self[act.piece], !act.others.isEmpty,
            act.others.count <= Self.mostLikenesses,
            found.count == 0 || found[found.count - 1].piece < act.piece
        else { throw .evidenceLikeness(act.piece) }
        var before: (distance: Int, number: Int) = (0, 0)
        for other in act.others {
            guard let earlier = self[other.number], earlier.number < act.piece,
                earlier.label.place != piece.label.place, distance(piece, earlier) == other.distance,
                before < (other.distance, other.number)
            else { throw .evidenceLikeness(act.piece) }
            before = (other.distance, other.number)
        }
        for other in act.others {
            found.append(EvidenceLikeness(piece: act.piece, other: other.number, distance: other.distance))
        }
    }

    /// How far two pieces are apart, where they are the same or nearly the same.
    private func distance(_ piece: EvidencePiece, _ other: EvidencePiece) -> Int? {
        if piece.isSameFile(as: other) { return 0 }
        guard let one = fingerprint(of: piece.number), let two = fingerprint(of: other.number) else {
            return nil
        }
        let distance = one.distance(to: two)
        return distance <= EvidenceFingerprint.nearly ? distance : nil
    }

    /// The pieces of other places that are the same as the last one or nearly so, the nearest first.
    ///
    /// - Complexity: O(pieces): a few milliseconds for all pictures of a regency's election.
    func likenessesOfLast() -> EvidenceFlagged? {
        guard let piece = self[count] else { return nil }
        var others: [Int: Int] = [:]
        for file in [piece.original, piece.copy] {
            guard let file else { continue }
            for other in pieces(naming: file.digest) where other.isSameFile(as: piece) {
                others[other.number] = 0
            }
        }
        if let fingerprint = fingerprint(of: count) {
            for (number, distance) in near(fingerprint) where others[number] == nil {
                others[number] = distance
            }
        }
        let found = others.filter { number, _ in self[number]?.label.place != piece.label.place }
            .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .prefix(Self.mostLikenesses)
            .map { EvidenceFlagged.Other(number: $0.key, distance: $0.value) }
        return found.isEmpty ? nil : EvidenceFlagged(piece: count, others: found)
    }

    /// The pieces whose fingerprint is nearly this one.
    private func near(_ fingerprint: EvidenceFingerprint) -> [(number: Int, distance: Int)] {
        var near: [(number: Int, distance: Int)] = []
        var place = 0
        prints.forEachPage { page in
            let words = page.span
            for start in stride(from: 0, to: words.count, by: EvidenceFingerprint.width) {
                let row = words.extracting(start..<start + EvidenceFingerprint.width)
                if let distance = fingerprint.nearness(of: row) { near.append((printed[place], distance)) }
                place += 1
            }
        }
        return near
    }
}
