/// A parameter of a statement, sent in the server's binary form.
enum PostgresValue: Hashable, Sendable {
    case integer(Int)
    case text(String)
    case bytes([UInt8])
    case integers([Int])
    case texts([String])
    case byteStrings([[UInt8]])

    /// The server's number of the type; these never change (`pg_type.dat`).
    var type: UInt32 {
        switch self {
        case .integer: 20
        case .text: 25
        case .bytes: 17
        case .integers: 1016
        case .texts: 1009
        case .byteStrings: 1001
        }
    }

    /// Adds the binary form to `buffer`.
    ///
    /// - Complexity: O(bytes).
    func encode(into buffer: inout [UInt8]) {
        switch self {
        case .integer(let number): buffer.append(bigEndian: number)
        case .text(let text): buffer.append(contentsOf: text.utf8)
        case .bytes(let bytes): buffer.append(contentsOf: bytes)
        case .integers(let numbers):
            buffer.append(arrayOf: 20, count: numbers.count)
            for number in numbers {
                buffer.append(bigEndian: UInt32(8))
                buffer.append(bigEndian: number)
            }
        case .texts(let texts):
            buffer.append(arrayOf: 25, count: texts.count)
            for text in texts {
                buffer.append(bigEndian: UInt32(text.utf8.count))
                buffer.append(contentsOf: text.utf8)
            }
        case .byteStrings(let strings):
            buffer.append(arrayOf: 17, count: strings.count)
            for bytes in strings {
                buffer.append(bigEndian: UInt32(bytes.count))
                buffer.append(contentsOf: bytes)
            }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// The head of an array of one dimension, without nulls, counted from 1.
    fileprivate mutating func append(arrayOf type: UInt32, count: Int) {
        for word in [count == 0 ? 0 : 1, 0, type] { append(bigEndian: word) }
        guard count > 0 else { return }
        append(bigEndian: UInt32(count))
        append(bigEndian: UInt32(1))
    }
}
