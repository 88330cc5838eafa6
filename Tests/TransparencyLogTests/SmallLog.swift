import TransparencyLog
import Testing

/// A log in memory, with every node of its tree.
struct SmallLog {
    static let origin = "pleno.example/soppeng"

    private(set) var entries: [[UInt8]] = []
    private(set) var nodes: [TreeNode: Hash] = [:]

    /// The right edge at every size, beginning with the empty tree's.
    private var frontiers = [TreeFrontier()]

    /// A log of `count` entries, each different.
    init(count: Int) {
        self.init((0..<count).map { Array("entry \($0)".utf8) })
    }

    init(_ entries: [[UInt8]]) {
        let hasher = TreeHasher()
        var frontier = TreeFrontier()
        for entry in entries {
            frontier.append(hasher.leaf(entry), with: hasher) { nodes[$0] = $1 }
            frontiers.append(frontier)
        }
        self.entries = entries
    }

    var size: Int { entries.count }

    var root: Hash { root(at: size) }

    func root(at size: Int) -> Hash { frontiers[size].root }

    /// The hash of a complete subtree, as a store would give it.
    func hash(_ node: TreeNode) throws(Missing) -> Hash {
        guard let hash = nodes[node] else { throw Missing(node: node) }
        return hash
    }

    /// The tree asked for a node it has not.
    struct Missing: Error, Hashable {
        let node: TreeNode
    }

    func inclusion(of index: Int, in size: Int) throws -> InclusionProof {
        try #require(try InclusionProof(index: index, size: size, hash: hash))
    }

    func consistency(from old: Int, to new: Int) throws -> ConsistencyProof {
        try #require(try ConsistencyProof(from: old, to: new, hash: hash))
    }

    /// The content of all tiles of the tree at `size`.
    func tiles(at size: Int) throws -> [Tile: [UInt8]] {
        try Dictionary(
            uniqueKeysWithValues: Tile.made(from: 0, to: size).map { ($0, try $0.bytes(hash: hash)) }
        )
    }

    func checkpoint(at size: Int? = nil) throws -> Checkpoint {
        let size = size ?? self.size
        return try #require(Checkpoint(origin: try NoteLine(Self.origin), size: size, root: root(at: size)))
    }
}

/// Keys that anyone can make again.
enum Keys {
    static func key(_ name: String, _ kind: SignatureKind, seed: UInt8) throws -> SigningKey {
        try #require(SigningKey(try KeyName(name), kind, seed: [UInt8](repeating: seed, count: 32)))
    }

    static func log() throws -> SigningKey { try key(SmallLog.origin, .note, seed: 1) }

    static func cosigner(_ number: UInt8) throws -> SigningKey {
        try key("cosigner.example/\(number)", .cosignature, seed: 100 + number)
    }
}

/// What a throwing expression throws; nil when it does not throw.
func failure<Failure: Error, Value>(_ body: () throws(Failure) -> Value) -> Failure? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}

/// Every version of `bytes` in which one byte has another value: each bit flipped alone, and all of them.
func changes(of bytes: [UInt8]) -> [(place: Int, bytes: [UInt8])] {
    bytes.indices.flatMap { place in
        ((0..<8).map { UInt8(1) << $0 } + [0xFF]).map { mask in
            var changed = bytes
            changed[place] ^= mask
            return (place, changed)
        }
    }
}
