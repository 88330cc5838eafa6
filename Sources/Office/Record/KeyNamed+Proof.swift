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
    /// Whether the key that an act names is signed by the one before it.
    public func accepts(keyOf act: Act) -> Bool {
        guard case .keyNamed(let named) = act else { return true }
        return named.isProven(after: key(for: named.purpose))
    }
}
