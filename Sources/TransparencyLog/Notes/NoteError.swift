/// Why bytes are not a signed note; lines are counted from 1.
public enum NoteError: Error, Hashable, Sendable {
    /// More bytes than ``SignedNote/mostBytes``.
    case tooLong(bytes: Int)
    /// Not UTF-8.
    case notUTF8
    /// A control character other than a newline.
    case controlCharacter(line: Int)
    /// The last line has no newline.
    case unfinished
    /// No empty line between text and signatures, or nothing after it.
    case noSignatures
    /// More signatures than ``SignedNote/mostSignatures``.
    case tooManySignatures
    /// A line among the signatures is none.
    case signature(line: Int, SignatureFault)

    /// What is wrong with a signature line.
    public enum SignatureFault: Error, Hashable, Sendable {
        /// It does not begin with an em dash and a space.
        case noDash
        /// The name cannot be one.
        case name(KeyName.Fault)
        /// What follows the name is not Base 64 in its one spelling.
        case notBase64
        /// Nothing is left after the four bytes of the key's number.
        case tooShort
    }
}
