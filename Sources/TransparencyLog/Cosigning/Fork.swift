/// The proof that a log signed two histories: no log that only grows has both of its checkpoints.
///
/// Whoever knows the key of the log can check it; it needs the word of nobody.
public struct Fork: Hashable, Sendable {
    /// The checkpoint of the smaller tree, or of one as large.
    public let earlier: SignedNote

    /// The other checkpoint.
    public let later: SignedNote

    /// The root that the first entries of the later tree have, as many as the earlier one claims: another one.
    public let otherRoot: Hash

    /// The consistency proof from ``otherRoot`` to the later tree; none when both are as large.
    public let hashes: [Hash]

    /// A fork; nil unless the parts prove it.
    ///
    /// - Parameters:
    ///   - earlier: The checkpoint of the smaller tree.
    ///   - later: The checkpoint of the larger tree, or of one as large.
    ///   - otherRoot: The root of the later tree's first entries.
    ///   - hashes: The consistency proof from there to the later tree.
    ///   - keys: The keys of the log, one of which must have signed each.
    /// - Complexity: O(bytes).
    public init?(
        earlier: SignedNote,
        later: SignedNote,
        otherRoot: Hash,
        hashes: [Hash],
        keys: [VerifierKey]
    ) {
        guard let old = try? Checkpoint(parsing: earlier.body),
            let new = try? Checkpoint(parsing: later.body),
            old.origin == new.origin, old.size > 0, old.root != otherRoot,
            (try? earlier.verified(by: keys)) != nil, (try? later.verified(by: keys)) != nil
        else { return nil }
        let proof = ConsistencyProof(from: old.size, to: new.size, hashes: hashes)
        guard (try? proof.verify(oldRoot: otherRoot, newRoot: new.root)) != nil else { return nil }
        self.earlier = earlier
        self.later = later
        self.otherRoot = otherRoot
        self.hashes = hashes
    }

    /// The fork that a request proves together with the last confirmed checkpoint; nil when it proves none.
    ///
    /// A proof that leads to the requested tree, but from another one than was confirmed, is enough: anyone
    /// may have sent it.
    ///
    /// - Complexity: O(bytes).
    public init?(confirmed: SignedNote, request: AddCheckpoint, keys: [VerifierKey]) {
        guard let old = try? Checkpoint(parsing: confirmed.body) else { return nil }
        var (otherRoot, hashes) = (request.checkpoint.root, [] as [Hash])
        if old.size != request.checkpoint.size {
            let proof = ConsistencyProof(from: old.size, to: request.checkpoint.size, hashes: request.hashes)
            do throws(ProofError) {
                try proof.verify(oldRoot: old.root, newRoot: request.checkpoint.root)
                return nil
            } catch .oldRootDiffers(let computed) {
                (otherRoot, hashes) = (computed, request.hashes)
            } catch {
                return nil
            }
        }
        self.init(
            earlier: confirmed,
            later: request.note,
            otherRoot: otherRoot,
            hashes: hashes,
            keys: keys
        )
    }
}
