/// Why a text is not a policy.
public struct PolicyError: Error, Hashable, Sendable {
    /// The line, from 1.
    public let line: Int

    /// What is wrong there.
    public let fault: Fault

    /// What can be wrong with a line.
    public enum Fault: Error, Hashable, Sendable {
        /// A byte that is neither tab nor printable.
        case byte(UInt8)
        /// The first word is none of `log`, `witness`, `group` and `quorum`.
        case keyword(String)
        /// Too few words, or too many.
        case wordCount(Int)
        /// A word is not a key.
        case key(KeyError)
        /// A log's key where a cosigner's belongs, or the other way round.
        case kind(SignatureKind)
        /// The same key stands on an earlier line of this kind.
        case keyTwice(VerifierKey)
        /// The name is given to another cosigner or group, or is `none`.
        case nameTaken(String)
        /// No cosigner or group of this name stands on an earlier line.
        case unknownName(String)
        /// The name is a member of this or another group already.
        case memberTwice(String)
        /// Neither `any` nor `all` nor a number from 1 to `members`.
        case threshold(String, members: Int)
        /// More lines of this kind than ``TrustPolicy/mostOfAKind``.
        case tooMany
        /// There is a quorum already.
        case secondQuorum
        /// The text has no quorum; the line is its last.
        case noQuorum
    }
}
