package import TransparencyLog
import Testing

/// A log in memory, with every node of its tree.
package struct SmallLog {
    package static let origin = "pleno.example/soppeng"

    package private(set) var entries: [[UInt8]] = []
    package private(set) var nodes: [TreeNode: Hash] = [:]

    /// The right edge at every size, beginning with the empty tree's.
    private var frontiers = [TreeFrontier()]

    /// A log of `count` entries, each different.
    package init(count: Int) {
        self.init((0..<count).map { Array("entry \($0)".utf8) })
    }

    package init(_ entries: [[UInt8]]) {
        let hasher = TreeHasher()
        var frontier = TreeFrontier()
        for entry in entries {
            frontier.append(hasher.leaf(entry), with: hasher) { nodes[$0] = $1 }
            frontiers.append(frontier)
        }
        self.entries = entries
    }

    package var size: Int { entries.count }

    package var root: Hash { root(at: size) }

    package func root(at size: Int) -> Hash { frontiers[size].root }

    /// The hash of a complete subtree, as a store would give it.
    package func hash(_ node: TreeNode) throws(Missing) -> Hash {
        guard let hash = nodes[node] else { throw Missing(node: node) }
        return hash
    }

    /// The tree asked for a node it has not.
    package struct Missing: Error, Hashable {
        package let node: TreeNode

        package init(node: TreeNode) { self.node = node }
    }

    package func inclusion(of index: Int, in size: Int) throws -> InclusionProof {
        try #require(try InclusionProof(index: index, size: size, hash: hash))
    }

    package func consistency(from old: Int, to new: Int) throws -> ConsistencyProof {
        try #require(try ConsistencyProof(from: old, to: new, hash: hash))
    }

    /// The content of all tiles of the tree at `size`.
    package func tiles(at size: Int) throws -> [Tile: [UInt8]] {
        try Dictionary(
            uniqueKeysWithValues: Tile.made(from: 0, to: size).map { ($0, try $0.bytes(hash: hash)) }
        )
    }

    package func checkpoint(at size: Int? = nil) throws -> Checkpoint {
        let size = size ?? self.size
        return try #require(Checkpoint(origin: try NoteLine(Self.origin), size: size, root: root(at: size)))
    }
}

/// Keys that anyone can make again.
package enum Keys {
    package static func key(_ name: String, _ kind: SignatureKind, seed: UInt8) throws -> SigningKey {
        try #require(SigningKey(try KeyName(name), kind, seed: [UInt8](repeating: seed, count: 32)))
    }

    package static func log() throws -> SigningKey { try key(SmallLog.origin, .note, seed: 1) }

    package static func cosigner(_ number: UInt8) throws -> SigningKey {
        try key("cosigner.example/\(number)", .cosignature, seed: 100 + number)
    }
}
