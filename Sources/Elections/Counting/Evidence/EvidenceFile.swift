/// A file of the office's evidence, as acts name it.
public struct EvidenceFile: Hashable, Sendable {
    /// The SHA-256 of its bytes.
    public let digest: EvidenceDigest
    /// Its length in bytes, 1…``largest``.
    public let size: Int
    /// What it is.
    public let kind: Kind

    /// What such a file can be; the raw value is its media type.
    public enum Kind: String, CaseIterable, Canonical, Hashable, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case pdf = "application/pdf"
    }

    /// The largest one: 20 MB.
    public static let largest = 20_000_000

    /// A file; `nil` when it would be empty or too large.
    public init?(digest: EvidenceDigest, size: Int, kind: Kind) {
        guard (1...Self.largest).contains(size) else { return nil }
        self.digest = digest
        self.size = size
        self.kind = kind
    }
}

extension EvidenceFile: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("digest", digest)
            writer.field("size", size)
            writer.field("type", kind)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let digest = try reader.field("digest", EvidenceDigest.self)
            let size = try reader.field("size", Int.self)
            let kind = try reader.field("type", Kind.self)
            guard let file = EvidenceFile(digest: digest, size: size, kind: kind) else {
                throw reader.expected("a size of 1 to \(Self.largest) bytes")
            }
            return file
        }
    }
}
