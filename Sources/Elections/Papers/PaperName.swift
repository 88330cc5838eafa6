/// The name of an official paper: steps of lower-case letters, digits, dots and hyphens with strokes between them.
public struct PaperName: Hashable, Sendable, CustomStringConvertible {
    /// The name as it is written.
    public let description: String

    /// The most bytes of a name.
    public static let longest = 100

    /// A name; `nil` for what could be the path of something else.
    public init?(_ text: String) {
        func isOfStep(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let steps = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, steps.count > 1,
            steps.allSatisfy({ step in
                step.allSatisfy(isOfStep) && step.first.map { $0 != UInt8(ascii: ".") } ?? false
            })
        else { return nil }
        description = text
    }
}

extension PaperName: Canonical {
    /// Writes the name.
    public func write(to writer: inout CanonicalWriter) { writer.string(description) }

    /// Reads the name.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("the name of a paper")
        guard let name = PaperName(try reader.string()) else { throw fault }
        self = name
    }
}
