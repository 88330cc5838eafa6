import Foundation

/// A password as it is compared: however a keyboard composed its letters, it is the same.
///
/// - Source: RFC 8265 section 4 (OpaqueString): spaces become U+0020, canonical composition, no controls.
struct PasswordText: Hashable, Sendable {
    /// The most bytes of a text that is looked at: far more than a password may have.
    static let longest = 1_024

    let text: String

    /// The bytes scrypt is given.
    var bytes: [UInt8] { Array(text.utf8) }

    /// Normalises what somebody typed; `nil` when it is too long to be looked at.
    init?(typed: String) {
        guard typed.utf8.count <= Self.longest else { return nil }
        var spaced = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        text = String(spaced).precomposedStringWithCanonicalMapping
    }
}
