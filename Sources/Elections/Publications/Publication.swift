/// A piece of what the office made public: an entry of the public record.
///
/// It holds all that a reader needs who never sees the journal, and names the entry of the journal it comes from.
public struct Publication: Sendable {
    /// The place of that entry in the journal.
    public let entry: Int
    /// The hash of that entry's leaf, 64 lower-case hexadecimal digits.
    public let leaf: String
    /// When it was decided, in milliseconds since 1970 (UTC).
    public let time: Int
    /// Whether the next publication goes on with the same content.
    public let continues: Bool
    /// What it says.
    public let content: Content

    /// What a publication can say.
    public enum Content: Sendable {
        /// What the office did, or a piece of it.
        case act(Act)
        /// What a ballot came to, or a piece of it.
        case result(PublishedResult)
    }

    /// A publication of what an entry of the journal holds.
    public init(entry: Int, leaf: String, time: Int, continues: Bool = false, content: Content) {
        self.entry = entry
        self.leaf = leaf
        self.time = time
        self.continues = continues
        self.content = content
    }

    /// The version of publications this program writes, and the newest it reads.
    public static let version = 1

    /// The most bytes of a publication's text: what an entry of the log may have.
    ///
    /// - Source: C2SP tlog-tiles, "Log entries".
    public static let largest = 65_535

    /// The most bytes of a content's text, which leaves room for what a publication says around it.
    static let largestContent = largest - 300
}

extension Publication: Canonical {
    /// Writes the publication.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            if case .act(let act) = content { writer.field("act", act) }
            writer.field("at", time)
            writer.field("entry", entry)
            writer.field("leaf", leaf)
            writer.field("more", continues ? true : nil)
            if case .result(let result) = content { writer.field("result", result) }
            writer.field("v", Self.version)
        }
    }

    /// Reads a publication.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let act = try reader.optionalField("act", Act.self)
            let time = try reader.field("at", Int.self)
            let entry = try reader.field("entry", Int.self)
            let leaf = try reader.field("leaf", String.self)
            let more = try reader.optionalField("more", Bool.self)
            guard more != false else { throw reader.expected("true") }
            let content: Content
            if let act { content = .act(act) } else { content = .result(try reader.field("result")) }
            guard try reader.field("v", Int.self) == Self.version else {
                throw reader.expected("version \(Self.version)")
            }
            return Publication(
                entry: entry,
                leaf: leaf,
                time: time,
                continues: more ?? false,
                content: content
            )
        }
    }
}

extension Publication {
    /// What becomes public of an entry of the journal.
    ///
    /// Every ballot whose plenary certified figures, whose totals were reported or whose seats were determined is
    /// added up again whenever an act touches it.
    ///
    /// - Parameters:
    ///   - acts: What the entry holds.
    ///   - entry: Its place in the journal.
    ///   - leaf: The hash of its leaf in hexadecimal digits.
    ///   - time: When it was decided, in milliseconds since 1970.
    ///   - state: What the office knew behind it.
    /// - Returns: The publications in their order; none where nothing is public.
    /// - Complexity: O(size of the acts); O(state) where a ballot is added up.
    public static func all(
        of acts: [Act],
        entry: Int,
        leaf: String,
        time: Int,
        state: ElectionState
    ) -> [Publication] {
        func pieces(_ contents: [Content]) -> [Publication] {
            contents.enumerated().map { place, content in
                Publication(
                    entry: entry,
                    leaf: leaf,
                    time: time,
                    continues: place < contents.count - 1,
                    content: content
                )
            }
        }
        var publications: [Publication] = []
        for act in acts {
            for whole in act.parts { publications += pieces(whole.pieces().map(Content.act)) }
        }
        let touched = Set(acts.compactMap(\.touchedBallot))
        let official = state.officialBallots.filter(touched.contains)
        for ballot in official {
            guard let result = PublishedResult(ballot, of: state) else { continue }
            publications += pieces(result.pieces().map(Content.result))
        }
        return publications
    }
}
