/// A password that is read out once and changed at the first sign-in.
enum TemporaryPassword {
    /// No letter that looks like another one or a digit, and no vowel: no words come of it.
    private static let letters = Array("bcdfghjkmnpqrstvwxyz".utf8)

    /// Four groups of four letters: 69 bits.
    ///
    /// - Parameter random: Makes random bytes, as many as asked.
    /// - Returns: The password.
    static func make(_ random: (Int) -> [UInt8]) -> Secret {
        var text: [UInt8] = []
        while text.count < 19 {
            // Bytes beyond the last whole round of the alphabet would favour its beginning.
            for byte in random(32) where byte < 240 && text.count < 19 {
                if text.count % 5 == 4 { text.append(UInt8(ascii: "-")) }
                text.append(letters[Int(byte) % letters.count])
            }
        }
        return Secret(String(decoding: text, as: UTF8.self))
    }
}
