import NIOCore

/// Something that happened, as a stream of events carries it.
///
/// - Source: HTML Standard 9.2.
struct ServerEvent: Hashable, Sendable {
    /// Its number; greater than those before.
    let number: UInt64
    /// As it is sent: written once, for every reader.
    let bytes: ByteBuffer

    /// An event.
    ///
    /// - Parameters:
    ///   - name: What kind it is; `message` to listeners when nil. A word of the program's, without a line's end.
    ///   - number: Its number, which a reader who lost the connection gives back.
    ///   - data: Its text; may have several lines.
    init(_ name: StaticString? = nil, number: UInt64, data: String = "") {
        var text = ""
        if let name {
            precondition("\(name)".utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "names of events are ours")
            text += "event: \(name)\n"
        }
        text += "id: \(number)\n"
        // Every end of a line that a reader knows begins another field of the same event.
        let lines = data.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
        for line in lines { text += "data: \(String(line))\n" }
        self.number = number
        bytes = ByteBuffer(string: text + "\n")
    }
}
