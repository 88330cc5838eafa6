/// Why a password cannot be one.
public enum PasswordFault: Error, Hashable, Sendable {
    /// It has fewer than ``shortest`` characters; how many.
    case tooShort(characters: Int)
    /// It has more than ``longest`` bytes; how many.
    case tooLong(bytes: Int)
    /// It holds a control character.
    case controlCharacter
    /// Many people have it.
    case common
    /// Those who guess passwords come to it soon: it consists of so few words, runs, rows of keys and years.
    case simple(pieces: Int)
    /// Without the account's own name too little is left.
    case ownName
    /// It is the one that is to be replaced.
    case unchanged

    /// The fewest characters.
    public static let shortest = 12
    /// The most bytes, of the normalised text.
    public static let longest = 256
}

extension PasswordText {
    /// Checks that it may become the password of an account.
    ///
    /// - Complexity: O(characters · common words).
    func check(for account: AccountName) throws(PasswordFault) {
        guard text.count >= PasswordFault.shortest else { throw .tooShort(characters: text.count) }
        guard text.utf8.count <= PasswordFault.longest else { throw .tooLong(bytes: text.utf8.count) }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw .controlCharacter
        }
        let pieces = PasswordPieces(text)
        guard !pieces.isCommonWord else { throw .common }
        let count = pieces.fewest()
        guard count >= PasswordPieces.enough else { throw .simple(pieces: count) }
        guard pieces.fewest(with: account.text) >= PasswordPieces.enough else { throw .ownName }
    }
}
