/// All that is needed to check offline that an entry is in a log: a file `….tlog-proof`.
///
/// - Source: C2SP tlog-proof.
public struct ProofFile: Hashable, Sendable {
    /// Bytes for the application's own use, which nothing confirms; nil when there are none.
    public let extra: [UInt8]?

    /// The way from the entry to the root.
    public let proof: InclusionProof

    /// The checkpoint as log and cosigners signed it.
    public let note: SignedNote

    /// What the note says.
    public let checkpoint: Checkpoint

    /// The proof of the entry at `index` in the tree of a checkpoint.
    ///
    /// - Throws: ``CheckpointError`` when `note` is another kind of note.
    public init(index: Int, hashes: [Hash], note: SignedNote, extra: [UInt8]? = nil) throws(CheckpointError) {
        self.extra = extra
        self.note = note
        checkpoint = try Checkpoint(parsing: note.body)
        proof = InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
    }

    /// Reads the file.
    ///
    /// - Throws: ``MessageError``.
    /// - Complexity: O(bytes).
    public init(parsing bytes: [UInt8]) throws(MessageError) {
        let message = try HeadedNote(bytes)
        guard message.head.first?.elementsEqual(Self.version.utf8) == true else {
            throw .line(1, expected: .version)
        }
        if let text = message.rest(of: 1, after: "extra") {
            guard let bytes = Base64.bytes(text) else { throw .line(2, expected: .extra) }
            extra = bytes
        } else {
            extra = nil
        }
        let place = extra == nil ? 1 : 2
        guard let index = message.rest(of: place, after: "index").flatMap(Decimal.number) else {
            throw .line(place + 1, expected: .index)
        }
        let hashes = try message.hashes(from: place + 1)
        proof = InclusionProof(index: index, size: message.checkpoint.size, hashes: hashes)
        note = message.note
        checkpoint = message.checkpoint
    }

    private static let version = "c2sp.org/tlog-proof@v1"

    /// The file.
    public var bytes: [UInt8] {
        let extra = self.extra.map { ["extra \(Base64.text($0))"] } ?? []
        return HeadedNote.bytes(
            head: [Self.version] + extra + ["index \(proof.index)"],
            hashes: proof.hashes,
            note: note
        )
    }

    /// Checks that the entry with this leaf hash is in a log that `policy` trusts.
    ///
    /// - Throws: ``Refusal``.
    /// - Complexity: O(bytes).
    @discardableResult
    public func verify(leaf: Hash, by policy: TrustPolicy) throws(Refusal) -> VerifiedCheckpoint {
        let verified: VerifiedCheckpoint
        do { verified = try policy.verify(note) } catch { throw .policy(error) }
        do { try proof.verify(leaf: leaf, root: checkpoint.root) } catch { throw .proof(error) }
        return verified
    }

    /// Why the file proves nothing about an entry.
    public enum Refusal: Error, Hashable, Sendable {
        /// The checkpoint is not trusted.
        case policy(PolicyRefusal)
        /// The entry is not at this place of the tree.
        case proof(ProofError)
    }
}
