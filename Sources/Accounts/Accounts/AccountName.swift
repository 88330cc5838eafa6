/// The name of an account, such as `desk-3`: what the journal knows a person by.
///
/// 2…40 lower-case letters a…z, digits, `-`, `.` and `_`, a letter first.
public struct AccountName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name.
    public let text: String

    /// Why a text is no name.
    public enum Fault: Error, Hashable, Sendable {
        /// It has fewer than 2 or more than 40 bytes; how many.
        case length(Int)
        /// A character that no name has.
        case character(Character)
        /// It does not begin with a letter.
        case beginning
    }

    /// Reads a name.
    ///
    /// - Throws: ``Fault``.
    public init(parsing text: String) throws(Fault) {
        guard (2...40).contains(text.utf8.count) else { throw .length(text.utf8.count) }
        for character in text {
            guard let byte = character.asciiValue, Self.isAllowed(byte) else { throw .character(character) }
        }
        guard let first = text.utf8.first, Self.letters.contains(first) else { throw .beginning }
        self.text = text
    }

    /// The name somebody meant, capitals and outer spaces aside; `nil` when no account can have it.
    init?(typed: String) {
        guard let name = try? AccountName(parsing: Self.plain(typed)) else { return nil }
        self = name
    }

    /// What was typed, without capitals and outer spaces.
    static func plain(_ typed: String) -> String {
        let spaceless = typed.drop { $0 == " " }
        return String(spaceless.prefix(spaceless.count - spaceless.reversed().prefix { $0 == " " }.count))
            .lowercased()
    }

    private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")

    private static func isAllowed(_ byte: UInt8) -> Bool {
        letters.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }

    /// The name.
    public var description: String { text }

    /// By the bytes.
    public static func < (one: AccountName, other: AccountName) -> Bool { one.text < other.text }
}
