/// What a cosigner keeps of one log: the last checkpoint it confirmed.
///
/// Whoever signs must have stored the next state first, and one request at a time: otherwise a cosigner could
/// confirm two histories.
///
/// - Source: C2SP tlog-witness.
public struct CosignerState: Hashable, Sendable {
    /// The log.
    public let origin: NoteLine

    /// The keys of the log.
    public let keys: [VerifierKey]

    /// The entries of the last confirmed tree; zero when there was none.
    public let size: Int

    /// Its root.
    public let root: Hash

    /// The state of a log; without size and root of one that was never confirmed.
    public init(origin: NoteLine, keys: [VerifierKey], size: Int = 0, root: Hash = .emptyRoot) {
        self.origin = origin
        self.keys = keys
        self.size = size
        self.root = root
    }

    /// What to answer to a request.
    public enum Decision: Hashable, Sendable {
        /// Store this state, then sign.
        case cosign(next: CosignerState)
        /// Sign nothing.
        case refuse(CosignRefusal)
    }

    /// Whether the cosigner may confirm a checkpoint.
    ///
    /// - Complexity: O(bytes of the request).
    public func decide(_ request: AddCheckpoint) -> Decision {
        do throws(CosignRefusal) {
            try check(request)
        } catch {
            return .refuse(error)
        }
        let checkpoint = request.checkpoint
        return .cosign(
            next: CosignerState(origin: origin, keys: keys, size: checkpoint.size, root: checkpoint.root)
        )
    }

    /// In the order that the protocol prescribes.
    private func check(_ request: AddCheckpoint) throws(CosignRefusal) {
        let checkpoint = request.checkpoint
        guard checkpoint.origin == origin else { throw .unknownOrigin(checkpoint.origin) }
        do { _ = try request.note.verified(by: keys) } catch { throw .signature(error) }
        guard request.oldSize <= checkpoint.size else {
            throw .rollback(from: request.oldSize, to: checkpoint.size)
        }
        guard request.oldSize == size else { throw .otherSize(latest: size) }
        guard size != checkpoint.size || root == checkpoint.root else {
            throw .fork(size: size, confirmed: root, offered: checkpoint.root)
        }
        let proof = ConsistencyProof(from: size, to: checkpoint.size, hashes: request.hashes)
        do { try proof.verify(oldRoot: root, newRoot: checkpoint.root) } catch { throw .proof(error) }
    }
}

/// Why a cosigner does not confirm a checkpoint.
public enum CosignRefusal: Error, Hashable, Sendable {
    /// Another log's checkpoint.
    case unknownOrigin(NoteLine)
    /// The log did not sign it.
    case signature(NoteRefusal)
    /// The tree would shrink.
    case rollback(from: Int, to: Int)
    /// The proof does not begin at the last confirmed size, which is `latest`.
    case otherSize(latest: Int)
    /// The log signed two trees of the same size: it showed different people different things.
    case fork(size: Int, confirmed: Hash, offered: Hash)
    /// The proof does not hold.
    case proof(ProofError)

    /// The status of the answer.
    ///
    /// - Source: C2SP tlog-witness.
    public var status: Int {
        switch self {
        case .unknownOrigin: 404
        case .signature: 403
        case .rollback: 400
        case .otherSize, .fork: 409
        case .proof: 422
        }
    }
}
