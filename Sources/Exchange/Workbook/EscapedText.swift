/// Text of a workbook, in which `_x000D_` stands for a character XML cannot carry (ECMA-376, ST_Xstring).
enum EscapedText {
    /// The text that `escaped` stands for.
    ///
    /// - Complexity: O(bytes).
    static func decode(_ escaped: String) -> String {
        guard escaped.utf8.contains(UInt8(ascii: "_")) else { return escaped }
        let bytes = Array(escaped.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let scalar = escape(in: bytes, at: index) {
                text += Array(String(Character(scalar)).utf8)
                index += 7
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `text` so that ``decode(_:)`` gives it back, and XML can carry it.
    ///
    /// - Complexity: O(bytes).
    static func encode(_ text: String) -> String {
        let bytes = Array(text.utf8)
        // What is escaped begins with one of these bytes.
        let mayNeed = bytes.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }
        guard mayNeed else { return text }
        var escaped = ""
        var offset = 0
        for scalar in text.unicodeScalars {
            let isEscape = scalar == "_" && escape(in: bytes, at: offset) != nil
            if isEscape || !isCarried(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
            offset += UTF8.width(scalar)
        }
        return escaped
    }

    /// Whether XML carries the character as it is; a carriage return would become a line feed.
    private static func isCarried(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The character that the seven bytes at `index` stand for; `nil` when they are no escape.
    private static func escape(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard bytes[index] == UInt8(ascii: "_"), index + 7 <= bytes.count,
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(index + 2)..<(index + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return Unicode.Scalar(value)
    }
}
