public import Elections
public import TransparencyLog

extension KeyNamed {
    /// A key that takes the place of another, which signs that it does.
    ///
    /// - Returns: `nil` when the two have different names: then it is no successor.
    public init?(replacing old: SigningKey, with new: VerifierKey, for purpose: Purpose) {
        guard old.verifier.name == new.name,
            let body = Self.statement(purpose, old: old.verifier.text, new: new.text)
        else { return nil }
        self.init(purpose: purpose, key: new.text, proof: old.sign(body, at: 0).line)
    }

    /// Whether it is a key, and signed by the one before it, where there is one.
    public func isProven(after old: KeyNamed?) -> Bool {
        guard let key = try? VerifierKey(parsing: key), key.kind == .note else { return false }
        guard let old else { return proof == nil }
        guard let before = try? VerifierKey(parsing: old.key), before.name == key.name, let proof,
            let signature = try? NoteSignature(parsing: proof),
            let body = Self.statement(purpose, old: old.key, new: self.key)
        else { return false }
        let note = SignedNote(body, signature)
        return (try? note.verified(by: [before])) != nil
    }

    /// What the old key signs.
    private static func statement(_ purpose: Purpose, old: String, new: String) -> NoteBody? {
        try? NoteBody(Array("pleno key succession v1\n\(purpose.rawValue)\n\(old)\n\(new)\n".utf8))
    }
}

extension ElectionState {
    /// Whether what an act brings with it is signed as it must be: a key by the one before it, the checkpoint of a
    /// lost record by the office.
    public func accepts(signaturesOf act: Act) -> Bool {
        switch act {
        case .keyNamed(let named): return named.isProven(after: key(for: named.purpose))
        case .logSucceeded(let succeeded):
            guard let note = try? SignedNote(parsing: Array(succeeded.checkpoint.utf8)),
                let checkpoint = try? Checkpoint(parsing: note.body), let key = verifiers(of: .record).first
            else { return false }
            return checkpoint.origin.description.utf8.elementsEqual(key.name.description.utf8)
                && (try? note.verified(by: verifiers(of: .record))) != nil
        default: return true
        }
    }
}
