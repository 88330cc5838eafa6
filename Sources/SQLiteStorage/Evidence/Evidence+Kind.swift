import Office

extension Evidence.Kind {
    /// How many bytes of the beginning tell what a piece is.
    static let telling = 1_024

    /// What begins like this; `nil` when it is nothing that is taken.
    ///
    /// - Parameter head: The first ``telling`` bytes, or all when there are fewer.
    init?(head: [UInt8]) {
        func stands(_ text: String, at place: Int) -> Bool {
            head.count >= place + text.utf8.count && head[place...].starts(with: text.utf8)
        }
        switch true {
        case Self.isJPEG(head): self = .jpeg
        case stands("PNG\r\n\u{1A}\n\0\0\0\rIHDR", at: 1) && head[0] == 0x89 && Self.hasPNGSize(head):
            self = .png
        case Self.holdsPDFHeader(head.prefix(Self.telling)): self = .pdf
        default: return nil
        }
    }

    /// The start of an image, and a marker of a segment that may come first, with a length.
    private static func isJPEG(_ head: [UInt8]) -> Bool {
        guard head.count >= 6, head.starts(with: [0xFF, 0xD8, 0xFF]) else { return false }
        let isSegment = (0xC0...0xCF).contains(head[3]) || (0xDA...0xEF).contains(head[3]) || head[3] == 0xFE
        return isSegment && (Int(head[4]) << 8 | Int(head[5])) >= 2
    }

    /// A width and a height, neither of them 0.
    private static func hasPNGSize(_ head: [UInt8]) -> Bool {
        head.count >= 26 && head[16..<20].contains { $0 != 0 } && head[20..<24].contains { $0 != 0 }
    }

    /// `%PDF-` and a number: what stands before it, readers skip too.
    private static func holdsPDFHeader(_ head: ArraySlice<UInt8>) -> Bool {
        let mark = Array("%PDF-".utf8)
        return head.indices.dropLast(mark.count).contains { place in
            head[place...].starts(with: mark) && (0x31...0x39).contains(head[place + mark.count])
        }
    }
}
