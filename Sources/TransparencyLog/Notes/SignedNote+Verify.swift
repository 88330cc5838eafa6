/// A signature that a known key made over the note.
public struct VerifiedSignature: Hashable, Sendable {
    /// The key.
    public let key: VerifierKey

    /// When it was made, as the cosigner says: seconds since 1970; nil for a plain signature.
    public let time: Int?
}

/// Why a note is not believed.
public enum NoteRefusal: Error, Hashable, Sendable {
    /// None of the signatures is by a known key.
    case noKnownSignature
    /// A signature bears name and number of a known key, which did not make it.
    case forged(KeyName, keyID: UInt32)
}

extension SignedNote {
    /// The signatures by `keys`, one for each key: its first.
    ///
    /// Signatures by other keys prove nothing and do no harm. A key that signed twice, a cosigner at two
    /// times, counts once, but every one of its signatures must hold.
    ///
    /// - Throws: ``NoteRefusal``.
    /// - Complexity: O(signatures × bytes).
    public func verified(by keys: [VerifierKey]) throws(NoteRefusal) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            let candidates = keys.filter { $0.name == signature.name && $0.id == signature.keyID }
            guard !candidates.isEmpty else { continue }
            guard let key = candidates.first(where: { $0.accepts(signature, over: body) }) else {
                throw .forged(signature.name, keyID: signature.keyID)
            }
            guard !verified.contains(where: { $0.key == key }) else { continue }
            verified.append(VerifiedSignature(key: key, time: key.kind.time(of: signature.bytes)))
        }
        guard !verified.isEmpty else { throw .noKnownSignature }
        return verified
    }
}
