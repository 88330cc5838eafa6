/// A secret that a form carries in a hidden field, so that nobody can send it who has not seen the page.
struct FormToken: Sendable {
    /// The name of the hidden field.
    static let field = "token"

    /// The secret; whoever keeps the session makes it, from bytes nobody can guess.
    let text: String

    /// Compares what was sent, in a time that tells nothing about where it differs.
    ///
    /// - Throws: ``Refusal/Code/staleForm`` when it is another, or none; ``Refusal/Code/fieldTwice``.
    func check(_ fields: Fields) throws(Refusal) {
        guard let sent = try fields.text(Self.field), isEqual(to: sent) else { throw Refusal(.staleForm) }
    }

    /// Whether `other` is this secret; an empty one is nobody's.
    ///
    /// - Complexity: O(bytes of the secret), wherever they differ.
    func isEqual(to other: String) -> Bool {
        let (mine, theirs) = (Array(text.utf8), Array(other.utf8))
        guard !mine.isEmpty else { return false }
        var difference = mine.count ^ theirs.count
        for index in mine.indices {
            difference |= Int(mine[index] ^ (theirs.isEmpty ? 0 : theirs[index % theirs.count]))
        }
        return difference == 0
    }
}
