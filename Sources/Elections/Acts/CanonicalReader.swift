/// Reads canonical JSON (RFC 8785) and nothing else: what it accepts, written again, is the same bytes.
///
/// The fields of an object come in the order of their names, so they are asked for one after the other.
public struct CanonicalReader: Sendable {
    private let bytes: [UInt8]
    /// Where it stands, in bytes.
    public private(set) var offset = 0
    private var needsComma = false

    /// A reader at the beginning of a text.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads a value.
    public mutating func value<Value: Canonical>(
        _ type: Value.Type = Value.self
    ) throws(CanonicalFault) -> Value {
        try separate()
        let value = try Value(from: &self)
        needsComma = true
        return value
    }

    /// Reads the value of the field with this name, which must come next.
    public mutating func field<Value: Canonical>(
        _ name: StaticString,
        _ type: Value.Type = Value.self
    ) throws(CanonicalFault) -> Value {
        guard try take(name) else { throw expected("field \(name)") }
        let value = try Value(from: &self)
        needsComma = true
        return value
    }

    /// Reads the value of the field with this name; `nil` when another one, or none, comes next.
    public mutating func optionalField<Value: Canonical>(
        _ name: StaticString,
        _ type: Value.Type = Value.self
    ) throws(CanonicalFault) -> Value? {
        guard try take(name) else { return nil }
        let value = try Value(from: &self)
        needsComma = true
        return value
    }

    /// Reads an object whose fields `body` reads.
    public mutating func object<Value>(
        _ body: (inout CanonicalReader) throws(CanonicalFault) -> Value
    ) throws(CanonicalFault) -> Value {
        try separate()
        try take(UInt8(ascii: "{"))
        needsComma = false
        let value = try body(&self)
        try take(UInt8(ascii: "}"))
        needsComma = true
        return value
    }

    /// Reads an array; `element` reads one of its elements each time it is called.
    public mutating func array(
        _ element: (inout CanonicalReader) throws(CanonicalFault) -> Void
    ) throws(CanonicalFault) {
        try separate()
        try take(UInt8(ascii: "["))
        needsComma = false
        while try !isAtEnd() { try element(&self) }
        try take(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Reads the array of the field with this name, which must come next.
    public mutating func arrayField(
        _ name: StaticString,
        _ element: (inout CanonicalReader) throws(CanonicalFault) -> Void
    ) throws(CanonicalFault) {
        guard try take(name) else { throw expected("field \(name)") }
        try array(element)
    }

    /// Reads a list that is left out when it is empty.
    mutating func list<Element: Canonical>(_ name: StaticString) throws(CanonicalFault) -> [Element] {
        guard let list = try optionalField(name, [Element].self) else { return [] }
        guard !list.isEmpty else { throw expected("no empty list") }
        return list
    }

    /// Reads a truth that is left out when it does not hold.
    mutating func flag(_ name: StaticString) throws(CanonicalFault) -> Bool {
        guard let flag = try optionalField(name, Bool.self) else { return false }
        guard flag else { throw expected("true") }
        return true
    }

    /// Whether the array that is read has no further element.
    public func isAtEnd() throws(CanonicalFault) -> Bool {
        guard offset < bytes.count else { throw expected("]") }
        return bytes[offset] == UInt8(ascii: "]")
    }

    /// The end of the text.
    public func end() throws(CanonicalFault) {
        guard offset == bytes.count else { throw expected("the end") }
    }

    /// The fault of finding something else here.
    public func expected(_ what: String) -> CanonicalFault {
        CanonicalFault(offset: offset, expected: what)
    }
}

/// Where a text is not the canonical JSON that it should be.
public struct CanonicalFault: Error, Hashable, Sendable {
    /// The place in bytes.
    public let offset: Int
    /// What should stand there.
    public let expected: String
}

extension CanonicalReader {
    private mutating func separate() throws(CanonicalFault) {
        if needsComma { try take(UInt8(ascii: ",")) }
        needsComma = false
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8) throws(CanonicalFault) {
        guard offset < bytes.count, bytes[offset] == byte else {
            throw expected(String(Unicode.Scalar(byte)))
        }
        offset += 1
    }

    /// Passes over the name of a field, if it comes next.
    private mutating func take(_ name: StaticString) throws(CanonicalFault) -> Bool {
        let start = needsComma ? offset + 1 : offset
        let end = start + name.utf8CodeUnitCount + 3
        guard end <= bytes.count, !needsComma || bytes[offset] == UInt8(ascii: ",") else { return false }
        let isNext = name.withUTF8Buffer { name in
            guard bytes[start] == UInt8(ascii: "\""), bytes[end - 2] == UInt8(ascii: "\""),
                bytes[end - 1] == UInt8(ascii: ":")
            else { return false }
            for place in name.indices where unsafe bytes[start + 1 + place] != name[place] {
                return false
            }
            return true
        }
        if isNext {
            offset = end
            needsComma = false
        }
        return isNext
    }

    @inline(__always)
    mutating func integer() throws(CanonicalFault) -> Int {
        let start = offset
        let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        let first = offset
        var number = 0
        while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10 {
            number = number * 10 + Int(digit)
            offset += 1
            guard number < 1 << 53 else { break }
        }
        let isCanonical = offset - first == 1 || (offset > first && bytes[first] != UInt8(ascii: "0"))
        guard isCanonical, number < 1 << 53, !(isNegative && number == 0) else {
            offset = start
            throw expected("a whole number")
        }
        return isNegative ? -number : number
    }

    /// Reads the counts, or `null`, that are left of an array.
    mutating func figures(into cells: inout [Int32]) throws(CanonicalFault) {
        while try !isAtEnd() {
            let count = cells.count
            cells.append(addingCapacity: 256) { plainFigures(into: &$0) }
            if cells.count == count { cells.append(try figure()) }
        }
    }

    /// Reads counts as long as there is room and they are plain; whatever is not is left to others.
    private mutating func plainFigures(into cells: inout OutputSpan<Int32>) {
        guard needsComma else { return }
        let text = bytes
        let span = text.span
        var place = offset
        defer { offset = place }
        while true {
            // Most figures have one digit.
            while place + 2 < span.count, !cells.isFull, span[place] == UInt8(ascii: ","),
                case let digit = span[place + 1] &- UInt8(ascii: "0"), digit < 10,
                span[place + 2] == UInt8(ascii: ",")
            {
                cells.append(Int32(digit))
                place += 2
            }
            guard place + 1 < span.count, !cells.isFull, span[place] == UInt8(ascii: ",") else { return }
            let first = place + 1
            var end = first
            var number: Int32 = 0
            while end < span.count, case let digit = span[end] &- UInt8(ascii: "0"), digit < 10,
                end < first + 9
            {
                number = number &* 10 &+ Int32(digit)
                end += 1
            }
            guard end > first, end < span.count,
                span[end] == UInt8(ascii: ",") || span[end] == UInt8(ascii: "]"),
                span[first] != UInt8(ascii: "0") || end == first + 1
            else { return }
            cells.append(number)
            place = end
        }
    }

    /// Reads one of the words that are values of a type.
    mutating func word<Word: RawRepresentable<String>>() throws(CanonicalFault) -> Word {
        let start = offset
        let text = try string()
        // Byte by byte: texts are equal in more than one spelling.
        guard let word = Word(rawValue: text), word.rawValue.utf8.elementsEqual(text.utf8) else {
            throw CanonicalFault(offset: start, expected: "\(Word.self)")
        }
        return word
    }

    /// Passes over a text, if it comes next.
    @inline(__always)
    mutating func passes(_ text: StaticString) -> Bool {
        let end = offset + text.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        let isNext = text.withUTF8Buffer { text in
            for place in text.indices where unsafe bytes[offset + place] != text[place] { return false }
            return true
        }
        if isNext { offset = end }
        return isNext
    }

    /// Reads a region's code.
    mutating func code() throws(CanonicalFault) -> RegionCode {
        let start = offset
        var end = start + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), end < start + 14 { end += 1 }
        if end < bytes.count, bytes[start] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            let code = RegionCode(dotted: bytes.span.extracting(start + 1..<end))
        {
            offset = end + 1
            return code
        }
        // Not one, or one in another spelling: what is wrong is found by reading it as a text.
        _ = try string()
        throw CanonicalFault(offset: start, expected: "a region's code")
    }

    mutating func boolean() throws(CanonicalFault) -> Bool {
        if passes("true") { return true }
        if passes("false") { return false }
        throw expected("true or false")
    }

    /// Passes over `null`, if it comes next.
    @inline(__always)
    mutating func nothing() -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "n") else { return false }
        return passes("null")
    }

    mutating func string() throws(CanonicalFault) -> String {
        try take(UInt8(ascii: "\""))
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") {
            guard bytes[offset] >= 0x20 else { throw expected("an escape") }
            offset += 1
        }
        guard offset < bytes.count else { throw expected("\"") }
        if bytes[offset] == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return try text(bytes[start..<offset])
        }
        var plain = Array(bytes[start..<offset])
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            guard bytes[offset] >= 0x20 else { throw expected("an escape") }
            plain.append(bytes[offset] == UInt8(ascii: "\\") ? try escaped() : bytes[offset])
            offset += 1
        }
        try take(UInt8(ascii: "\""))
        return try text(plain[...])
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(CanonicalFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw expected("UTF-8") }
        return text
    }

    /// The byte an escape stands for; afterwards it stands on the escape's last letter.
    private mutating func escaped() throws(CanonicalFault) -> UInt8 {
        guard offset + 1 < bytes.count else { throw expected("an escape") }
        let letter = bytes[offset + 1]
        if let short = CanonicalEscape.short.first(where: { $0.letter == letter }) {
            offset += 1
            return short.byte
        }
        guard offset + 5 < bytes.count, bytes[(offset + 1)...].starts(with: "u00".utf8),
            let high = Self.digit(bytes[offset + 4]), let low = Self.digit(bytes[offset + 5]),
            case let byte = high << 4 | low, byte < 0x20,
            !CanonicalEscape.short.contains(where: { $0.byte == byte })
        else { throw expected("an escape") }
        offset += 5
        return byte
    }

    /// A hexadecimal digit, in lower case.
    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
