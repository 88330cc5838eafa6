/// Whom a verifier believes: logs, cosigners, and which of them must have signed.
///
/// - Source: C2SP tlog-policy.
public struct TrustPolicy: Hashable, Sendable {
    /// A log or a cosigner.
    public struct Party: Hashable, Sendable {
        /// Its key.
        public let key: VerifierKey

        /// Where it is reached; nil when the policy does not say.
        public let url: String?

        /// A log or a cosigner with its key.
        public init(key: VerifierKey, url: String? = nil) {
            self.key = key
            self.url = url
        }
    }

    /// The logs; any of them may have signed, each the checkpoints of its own name.
    public let logs: [Party]

    /// The cosigners.
    public let cosigners: [Party]

    /// Which cosigners are needed.
    public let quorum: Quorum

    /// A policy from its parts.
    public init(logs: [Party], cosigners: [Party] = [], quorum: Quorum = .nobody) {
        self.logs = logs
        self.cosigners = cosigners
        self.quorum = quorum
    }

    /// Checks that a note is a checkpoint of a known log, signed by it and by enough cosigners.
    ///
    /// Whether the times of the cosignatures are recent enough is the caller's to say.
    ///
    /// - Throws: ``PolicyRefusal``.
    /// - Complexity: O(signatures × bytes).
    public func verify(_ note: SignedNote) throws(PolicyRefusal) -> VerifiedCheckpoint {
        let checkpoint: Checkpoint
        do { checkpoint = try Checkpoint(parsing: note.body) } catch { throw .checkpoint(error) }
        let origin = checkpoint.origin
        let keys = logs.map(\.key).filter { $0.name.description.utf8.elementsEqual(origin.description.utf8) }
        guard !keys.isEmpty else { throw .unknownLog(origin) }
        let signatures: [VerifiedSignature]
        do { signatures = try note.verified(by: keys + cosigners.map(\.key)) } catch {
            throw .signature(error)
        }
        let signers = Set(signatures.map(\.key))
        guard !signers.isDisjoint(with: keys) else { throw .logDidNotSign(origin) }
        guard quorum.isMet(by: signers) else {
            throw .quorumNotMet(cosigners: signatures.map(\.key).filter { !keys.contains($0) })
        }
        return VerifiedCheckpoint(checkpoint: checkpoint, signatures: signatures)
    }

    /// Whether ``verify(_:)`` accepts a note.
    public func isSatisfied(by note: SignedNote) -> Bool {
        (try? verify(note)) != nil
    }
}

/// A checkpoint that a policy believes.
public struct VerifiedCheckpoint: Hashable, Sendable {
    /// The checkpoint.
    public let checkpoint: Checkpoint

    /// The signatures of the log and of the known cosigners, with their times.
    public let signatures: [VerifiedSignature]
}

/// Why a policy does not believe a note.
public enum PolicyRefusal: Error, Hashable, Sendable {
    /// The note is no checkpoint.
    case checkpoint(CheckpointError)
    /// The policy has no log of this name.
    case unknownLog(NoteLine)
    /// Nobody known signed it, or a signature is forged.
    case signature(NoteRefusal)
    /// Cosigners signed it, but not the log.
    case logDidNotSign(NoteLine)
    /// Only these cosigners signed it.
    case quorumNotMet(cosigners: [VerifierKey])
}
