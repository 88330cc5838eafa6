/// Why a proof does not prove what it should.
public enum ProofError: Error, Hashable, Sendable {
    /// The tree has no such entry.
    case noSuchEntry(index: Int, size: Int)
    /// The later tree is the smaller one, or a size is negative.
    case sizes(old: Int, new: Int)
    /// A proof for these sizes has another number of hashes.
    case length(hashes: Int, expected: Int)
    /// The hashes lead to another root of the (later) tree.
    case rootDiffers(computed: Hash)
    /// The hashes lead to another root of the earlier tree.
    case oldRootDiffers(computed: Hash)
}
