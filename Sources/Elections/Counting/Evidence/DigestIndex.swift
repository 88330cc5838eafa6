/// Which pieces name a digest: a table in pages, so that a copy of it costs little and a change behind a copy copies
/// no more than a page or two.
struct DigestIndex: Sendable {
    private struct Link {
        let hash: Int
        let piece: Int32
        let next: Int32
    }

    private static let end: Int32 = -1

    /// The first link of each chain; their number is a power of two.
    private var heads = Pages<Int32>(repeating: end, count: 64)
    private var links = Pages<Link>()

    /// - Complexity: O(1), amortised.
    mutating func insert(_ digest: EvidenceDigest, piece: Int) {
        if links.count >= heads.count { grow() }
        link(Int32(piece), digest.hashValue)
    }

    /// The pieces that name a digest, the last one first, and seldom others, whose digest has the same hash.
    ///
    /// - Complexity: O(1), expected.
    func pieces(_ digest: EvidenceDigest) -> [Int] {
        let hash = digest.hashValue
        var found: [Int] = []
        var place = heads[hash & (heads.count - 1)]
        while place != Self.end {
            let link = links[Int(place)]
            if link.hash == hash { found.append(Int(link.piece)) }
            place = link.next
        }
        return found
    }

    private mutating func link(_ piece: Int32, _ hash: Int) {
        let head = hash & (heads.count - 1)
        links.append(Link(hash: hash, piece: piece, next: heads[head]))
        heads[head] = Int32(links.count - 1)
    }

    private mutating func grow() {
        let old = links.joined()
        heads = Pages(repeating: Self.end, count: 4 * heads.count)
        links = Pages()
        for entry in old { link(entry.piece, entry.hash) }
    }
}
