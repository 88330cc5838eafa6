public import Office

/// A small piece of evidence of each kind, with the digest that `sha256sum` gives.
public struct EvidenceSample: Sendable {
    /// Its bytes.
    public let bytes: [UInt8]
    /// What is known of it.
    public let evidence: Evidence

    private init(_ type: Evidence.Kind, _ digest: String, _ head: String, filledTo size: Int? = nil) {
        // The first bytes, one for each scalar, then all values.
        let bytes = head.unicodeScalars.map { UInt8($0.value) } + (size == nil ? Array(0...255) : [])
        self.bytes = bytes + [UInt8](repeating: 0, count: (size ?? bytes.count) - bytes.count)
        evidence = Evidence(digest: digest, size: self.bytes.count, type: type)
    }

    /// The beginning of a JPEG image.
    public static let jpeg = EvidenceSample(
        .jpeg,
        "8be71721f11242591ce4121573b1d140f6801eac62b3efbcdee476c6ffcc4ffa",
        "\u{FF}\u{D8}\u{FF}\u{E0}\0\u{10}JFIF\0"
    )
    /// The beginning of a PNG image.
    public static let png = EvidenceSample(
        .png,
        "f3b8f9332e8c810aee1fd371dada37c0b2f291480aebba90982c38119e8ca740",
        "\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\u{1}\0\0\0\u{2}\u{8}\0\0\0\0"
    )
    /// The beginning of a PDF document.
    public static let pdf = EvidenceSample(
        .pdf,
        "0f0897e18437599f73ead7e7f6d3492c3a3ddd673ce910f264edad054e0f1bda",
        "%PDF-1.7\n"
    )
    /// One of each kind, by digest.
    public static let all = [pdf, jpeg, png]
    /// A document as large as one may be.
    public static let largest = EvidenceSample(
        .pdf,
        "02d0dacb019f657e15d12bc9eefafb68117bd4db1fd69328f34c5d1c755ebef0",
        "%PDF-1.7\n",
        filledTo: Evidence.largest
    )

    /// Its bytes in chunks of a length.
    public func chunks(of length: Int) -> Chunks { Chunks(bytes: bytes, length: length, breaksOff: false) }

    /// Bytes as they come from a sender.
    public struct Chunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
        /// What a sender who goes away leaves.
        public struct BrokenOff: Error {}

        let bytes: [UInt8]
        let length: Int
        let breaksOff: Bool
        private var start = 0

        /// Bytes in chunks of a length, behind which the sender may go away.
        public init(bytes: [UInt8], length: Int, breaksOff: Bool = false) {
            self.bytes = bytes
            self.length = length
            self.breaksOff = breaksOff
        }

        /// At the beginning.
        public func makeAsyncIterator() -> Chunks { self }

        /// The next chunk.
        ///
        /// - Throws: ``BrokenOff`` at the end, if so asked.
        public mutating func next() async throws -> [UInt8]? {
            guard start < bytes.count else {
                if breaksOff { throw BrokenOff() }
                return nil
            }
            defer { start += length }
            return Array(bytes[start..<Swift.min(bytes.count, start + length)])
        }
    }
}
