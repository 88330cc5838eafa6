/// Numbers as the protocols of logs write them: decimal digits without sign or leading zeros.
enum Decimal {
    /// The number; nil for any other text and above `Int.max`.
    static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
        guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
