/// Reads one JSON text (RFC 8259) strictly, and says where it stops being one.
///
/// A name that stands twice in an object is refused: whoever reads such a file sees either value.
struct JSONReader {
    /// The deepest nesting that is read; what offices publish has three or four levels.
    static let deepest = 32

    /// The most names of an object that are looked through one by one.
    private static let few = 8

    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Where and why a text is no JSON.
    struct Failure: Error, Hashable {
        let fault: Problem.JSONFault
        /// The line, from 1.
        let line: Int
    }

    /// The value that `text` is.
    ///
    /// - Throws: ``Failure`` at the first place where it is none.
    /// - Complexity: O(bytes).
    static func read(_ text: String) throws(Failure) -> JSONValue {
        var reader = JSONReader(Array(text.utf8))
        let value = try reader.value()
        reader.passSpace()
        guard reader.place == reader.bytes.count else { throw reader.unexpected }
        return value
    }
}

extension JSONReader {
    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    /// What is wrong at the present place: another byte than may stand there, or the end of the file.
    private var unexpected: Failure {
        failure(place < bytes.count ? .unexpected(byte: place) : .cut)
    }

    private func failure(_ fault: Problem.JSONFault) -> Failure {
        Failure(fault: fault, line: 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") })
    }

    private mutating func passSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) throws(Failure) {
        guard let next, next == UInt8(ascii: character) else { throw unexpected }
        place += 1
    }

    /// The value at the present place, spaces before it passed.
    private mutating func value() throws(Failure) -> JSONValue {
        passSpace()
        switch next {
        case UInt8(ascii: "{"): return try nested { (reader) throws(Failure) in try reader.object() }
        case UInt8(ascii: "["): return try nested { (reader) throws(Failure) in try reader.array() }
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONValue {
        guard depth < Self.deepest else { throw failure(.tooDeep(limit: Self.deepest)) }
        depth += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for scalar in "\(word)".unicodeScalars { try take(scalar) }
        return value
    }

    private mutating func array() throws(Failure) -> JSONValue {
        try take("[")
        var values: [JSONValue] = []
        passSpace()
        while next != UInt8(ascii: "]") {
            if !values.isEmpty { try take(",") }
            values.append(try value())
            passSpace()
        }
        try take("]")
        return .array(values)
    }

    private mutating func object() throws(Failure) -> JSONValue {
        try take("{")
        var members: [JSONMember] = []
        var names: Set<String> = []
        passSpace()
        while next != UInt8(ascii: "}") {
            if !members.isEmpty {
                try take(",")
                passSpace()
            }
            let name = try text()
            if members.count < Self.few {
                guard !members.contains(where: { $0.name == name }) else {
                    throw failure(.nameTwice(name.shortened))
                }
            } else {
                if names.isEmpty {
                    names.reserveCapacity(256)
                    names.formUnion(members.map(\.name))
                }
                guard names.insert(name).inserted else { throw failure(.nameTwice(name.shortened)) }
            }
            passSpace()
            try take(":")
            members.append(JSONMember(name: name, value: try value()))
            passSpace()
        }
        try take("}")
        return .object(members)
    }

    private mutating func number() throws(Failure) -> String {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        if next == UInt8(ascii: "0") { place += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            place += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits() throws(Failure) {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        guard place > start else { throw unexpected }
    }
}

extension JSONReader {
    private mutating func text() throws(Failure) -> String {
        try take("\"")
        let start = place
        while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "\"") {
            place += 1
        }
        // Nearly every text has no escape in it.
        if next == UInt8(ascii: "\"") {
            defer { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        var text = Array(bytes[start..<place])
        while true {
            guard let byte = next, byte >= 0x20 else { throw unexpected }
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                place += 1
                text += String(try escaped()).utf8
            default:
                text.append(byte)
                place += 1
            }
        }
    }

    /// The character behind a backslash.
    private mutating func escaped() throws(Failure) -> Character {
        let plain: [UInt8: Character] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
            0x74: "\t",
        ]
        guard let byte = next else { throw unexpected }
        if let character = plain[byte] {
            place += 1
            return character
        }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        // Half of a character outside the first plane: the other half must follow.
        try take("\\")
        let second = try unit()
        guard UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
        else { throw unexpected }
        return Character(scalar)
    }

    private mutating func unit() throws(Failure) -> UInt16 {
        try take("u")
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw unexpected
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }
}
