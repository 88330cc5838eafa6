/// A paper as it was issued: its file is evidence, and is the paper from then on.
public struct IssuedPaper: Hashable, Sendable {
    /// Which paper.
    public let name: PaperName
    /// Which issue of it, from 1.
    public let edition: Int
    /// The digest of what stands on it.
    public let content: EvidenceDigest
    /// The file that was made.
    public let file: EvidenceFile
    /// How many pages it has, 1…``mostPages``.
    public let pages: Int

    /// The most pages of a paper.
    public static let mostPages = 2_000

    /// A paper that is to be issued.
    public init(_ name: PaperName, edition: Int, content: EvidenceDigest, file: EvidenceFile, pages: Int) {
        self.name = name
        self.edition = edition
        self.content = content
        self.file = file
        self.pages = pages
    }
}

extension IssuedPaper: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("content", content)
            writer.field("edition", edition)
            writer.field("file", file)
            writer.field("name", name)
            writer.field("pages", pages)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let content = try reader.field("content", EvidenceDigest.self)
            let edition = try reader.field("edition", Int.self)
            let file = try reader.field("file", EvidenceFile.self)
            let name = try reader.field("name", PaperName.self)
            let pages = try reader.field("pages", Int.self)
            return IssuedPaper(name, edition: edition, content: content, file: file, pages: pages)
        }
    }
}

/// What of the office's logs a paper follows from.
public struct PaperBasis: Hashable, Sendable {
    /// The entries of the journal it was made from.
    public let entries: Int
    /// The publications of the record at that moment.
    public let size: Int
    /// The root of the tree over them.
    public let root: EvidenceDigest

    /// A basis.
    public init(entries: Int, size: Int, root: EvidenceDigest) {
        self.entries = entries
        self.size = size
        self.root = root
    }
}

extension PaperBasis: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("entries", entries)
            writer.field("root", root)
            writer.field("size", size)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let entries = try reader.field("entries", Int.self)
            let root = try reader.field("root", EvidenceDigest.self)
            return PaperBasis(entries: entries, size: try reader.field("size"), root: root)
        }
    }
}

/// A signed copy of a paper that came back as a scan, or some pages of it.
public struct SignedCopy: Hashable, Sendable {
    /// The file.
    public let file: EvidenceFile
    /// The pages it shows, in rising order.
    public let pages: [Int]
}
