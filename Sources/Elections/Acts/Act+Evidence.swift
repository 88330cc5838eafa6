/// A photo, scan or document from a polling station was handed in.
///
/// In the journal it names all its files; what is published of it leaves out ``kept``.
public struct EvidenceAdded: Hashable, Sendable {
    /// What it is.
    public let label: EvidenceLabel
    /// What may be published of it: the picture, without its descriptions; `nil` where nothing may.
    public let copy: EvidenceFile?
    /// Whether parts of it could not be read and were guessed.
    public let isFaulty: Bool
    /// What stays in the office; `nil` in the public record.
    public let kept: Kept?

    /// What only the office knows of it.
    public struct Kept: Hashable, Sendable {
        /// What was handed in.
        public let original: EvidenceFile
        /// A small picture of it; `nil` of a document.
        public let miniature: EvidenceFile?
        /// What it looks like; `nil` of a document.
        public let fingerprint: EvidenceFingerprint?

        /// What is known of an original.
        public init(
            original: EvidenceFile,
            miniature: EvidenceFile? = nil,
            fingerprint: EvidenceFingerprint? = nil
        ) {
            self.original = original
            self.miniature = miniature
            self.fingerprint = fingerprint
        }
    }

    /// Something handed in.
    public init(_ label: EvidenceLabel, copy: EvidenceFile?, isFaulty: Bool = false, kept: Kept?) {
        self.label = label
        self.copy = copy
        self.isFaulty = isFaulty
        self.kept = kept
    }

    /// What is published of it; `nil` for nothing.
    var published: EvidenceAdded? {
        copy.map { EvidenceAdded(label, copy: $0, isFaulty: isFaulty, kept: nil) }
    }
}

extension EvidenceAdded: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", label.place.ballot)
        writer.field("copy", copy)
        writer.field("faulty", isFaulty ? true : nil)
        writer.field("kept", kept)
        writer.field("number", label.number)
        writer.field("page", label.page)
        writer.fields(ofStation: label.place)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.optionalField("ballot", Ballot.self)
        copy = try reader.optionalField("copy", EvidenceFile.self)
        isFaulty = try reader.flag("faulty")
        kept = try reader.optionalField("kept", Kept.self)
        let number = try reader.field("number", Int.self)
        let page = try reader.field("page", EvidencePage.self)
        label = EvidenceLabel(try reader.place(of: ballot), page, number: number)
    }
}

extension EvidenceAdded.Kept: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("fingerprint", fingerprint)
            writer.field("miniature", miniature)
            writer.field("original", original)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let fingerprint = try reader.optionalField("fingerprint", EvidenceFingerprint.self)
            let miniature = try reader.optionalField("miniature", EvidenceFile.self)
            return EvidenceAdded.Kept(
                original: try reader.field("original"),
                miniature: miniature,
                fingerprint: fingerprint
            )
        }
    }
}

/// What was handed in by mistake was withdrawn: its bytes are erased, unless something else is the same file.
public struct EvidenceWithdrawn: Hashable, Sendable {
    /// Where it belonged.
    public let place: EvidencePlace
    /// What was published of it; `nil` where nothing was.
    public let copy: EvidenceDigest?
    /// What was handed in; `nil` in the public record.
    public let original: EvidenceDigest?
    /// Why, 1…500 bytes; published where a copy was.
    public let reason: String

    /// A withdrawal.
    public init(_ place: EvidencePlace, copy: EvidenceDigest?, original: EvidenceDigest?, reason: String) {
        self.place = place
        self.copy = copy
        self.original = original
        self.reason = reason
    }

    /// The withdrawal of a piece.
    public init(_ piece: EvidencePiece, reason: String) {
        self.init(
            piece.label.place,
            copy: piece.copy?.digest,
            original: piece.original?.digest,
            reason: reason
        )
    }

    /// What is published of it; `nil` for nothing.
    var published: EvidenceWithdrawn? {
        copy.map { EvidenceWithdrawn(place, copy: $0, original: nil, reason: reason) }
    }
}

extension EvidenceWithdrawn: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", place.ballot)
        writer.field("copy", copy)
        writer.field("original", original)
        writer.field("reason", reason)
        writer.fields(ofStation: place)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.optionalField("ballot", Ballot.self)
        copy = try reader.optionalField("copy", EvidenceDigest.self)
        original = try reader.optionalField("original", EvidenceDigest.self)
        reason = try reader.field("reason")
        place = try reader.place(of: ballot)
    }
}

/// What was just handed in is the same as something of another place, or nearly: it follows from handing in.
public struct EvidenceFlagged: Hashable, Sendable {
    /// The number of the piece.
    public let piece: Int
    /// The pieces it is like, the nearest first.
    public let others: [Other]

    /// A piece that was there.
    public struct Other: Hashable, Sendable {
        /// Its number.
        public let number: Int
        /// The bits in which the fingerprints differ; 0 where it is the same file.
        public let distance: Int
    }
}

extension EvidenceFlagged: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("like", others.map { [$0.number, $0.distance] })
        writer.field("piece", piece)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        var others: [Other] = []
        try reader.arrayField("like") { (reader) throws(CanonicalFault) in
            let pair = try reader.value([Int].self)
            guard pair.count == 2 else { throw reader.expected("a number and a distance") }
            others.append(Other(number: pair[0], distance: pair[1]))
        }
        self.others = others
        piece = try reader.field("piece")
    }
}

extension CanonicalWriter {
    fileprivate mutating func fields(ofStation place: EvidencePlace) {
        field("station", place.station.number)
        field("version", place.version)
        field("village", place.station.village)
    }
}

extension CanonicalReader {
    fileprivate mutating func place(of ballot: Ballot?) throws(CanonicalFault) -> EvidencePlace {
        let number = try field("station", Int.self)
        let version = try field("version", FormVersion.self)
        let station = StationCode(village: try field("village"), number: number)
        return ballot.map { EvidencePlace(FormKey($0, station, version)) } ?? EvidencePlace(station, version)
    }
}
