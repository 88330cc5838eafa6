/// Codes on paper, each good once, for who lost the authenticator.
enum RecoveryCode {
    /// How many are handed out.
    static let count = 10

    /// New ones, 80 bits each: four groups of four letters and digits.
    ///
    /// - Parameter random: Makes random bytes, as many as asked.
    /// - Returns: The codes.
    static func make(_ random: (Int) -> [UInt8]) -> [Secret] {
        (0..<count).map { _ in
            let text = Array(Base32.text(random(10)).lowercased())
            return Secret(
                stride(from: 0, to: 16, by: 4).map { String(text[$0..<($0 + 4)]) }.joined(separator: "-")
            )
        }
    }

    /// A code as it is compared: people leave out strokes, or type capitals; `nil` when it cannot be one.
    static func plain(_ typed: String) -> String? {
        guard typed.utf8.count <= 64 else { return nil }
        let plain = typed.lowercased().filter { $0 != "-" && $0 != " " }
        return plain.utf8.count == 16 ? plain : nil
    }
}
