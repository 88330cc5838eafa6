/// The election an office carries.
public struct ElectionSetUp: Sendable {
    /// The name of the election.
    public let name: LocalizedText
    /// The day of the vote.
    public let date: CalendarDate
    /// The name of its law.
    public let law: String
    /// The region the office is responsible for.
    public let place: RegionCode
    /// The regions.
    public let regions: [Region]
    /// The stations, village by village.
    public let villages: [Village]
    /// The path of the file the electorate comes from; `nil` for none.
    public let electorateFile: String?

    /// The stations of a village.
    public struct Village: Sendable {
        /// The village.
        public let code: RegionCode
        /// Its stations.
        public let stations: [Station]
    }

    /// A station as the register knows it.
    public struct Station: Sendable {
        /// The number in the village.
        public let number: Int
        /// Those on its roll.
        public let electorate: Electorate
        /// The only ballots it has; `nil` for all.
        public let ballots: [Ballot]?
    }
}

extension ElectionSetUp: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("date", date)
        writer.field("electorateFile", electorateFile)
        writer.field("law", law)
        writer.field("name", name)
        writer.field("place", place)
        writer.field("regions", regions)
        writer.field("villages", villages)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        date = try reader.field("date")
        electorateFile = try reader.optionalField("electorateFile")
        law = try reader.field("law")
        name = try reader.field("name")
        place = try reader.field("place")
        regions = try reader.field("regions")
        villages = try reader.field("villages")
    }
}

extension ElectionSetUp.Village: Canonical {
    /// Writes code and stations.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("code", code)
            writer.field("stations", stations)
        }
    }

    /// Reads code and stations.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            Self(code: try reader.field("code"), stations: try reader.field("stations"))
        }
    }
}

extension ElectionSetUp.Station: Canonical {
    /// Writes number, men, women and, where it has not all, its ballots.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { writer in
            writer.write(number)
            writer.write(electorate.male)
            writer.write(electorate.female)
            if let ballots { writer.write(ballots) }
        }
    }

    /// Reads number, men, women and ballots.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var station: Self?
        try reader.array { (reader) throws(CanonicalFault) in
            guard station == nil else { throw reader.expected("]") }
            station = Self(
                number: try reader.value(),
                electorate: Electorate(
                    male: try reader.value(Count?.self)?.number,
                    female: try reader.value(Count?.self)?.number
                ),
                ballots: try reader.isAtEnd() ? nil : try reader.value([Ballot].self)
            )
        }
        guard let station else { throw reader.expected("a station") }
        self = station
    }
}

extension Region: Canonical {
    /// Writes the region.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("aliases", aliases.isEmpty ? nil : aliases)
            writer.field("code", code)
            writer.field("kind", kind)
            writer.field("name", name)
        }
    }

    /// Reads a region.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let aliases = try reader.optionalField("aliases", [String].self)
            guard aliases?.isEmpty != true else { throw reader.expected("an alias") }
            return Region(
                code: try reader.field("code"),
                kind: try reader.field("kind"),
                name: try reader.field("name"),
                aliases: aliases ?? []
            )
        }
    }

    private init(code: RegionCode, kind: Kind, name: String, aliases: [String]) {
        self.init(code: code, name: name, kind: kind, aliases: aliases)
    }
}

/// The files that figures come from.
struct FilesNamed: ActContent {
    let files: [SourceFile]

    init(files: [SourceFile]) {
        self.files = files
    }

    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("files", files)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        files = try reader.field("files")
    }
}

extension SourceFile: Canonical {
    /// Writes path, nature, source and, of a signed file, its digests.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("found", signature?.found)
            writer.field("nature", nature)
            writer.field("path", path)
            writer.field("signed", signature?.signed)
            writer.field("source", source)
        }
    }

    /// Reads a file.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let found = try reader.optionalField("found", String.self)
            let nature = try reader.field("nature", Nature.self)
            let path = try reader.field("path", String.self)
            let signed = try found == nil ? nil : reader.field("signed", String.self)
            return SourceFile(
                path: path,
                nature: nature,
                source: try reader.field("source"),
                signature: signed.flatMap { signed in
                    found.map { Signature(signed: signed, found: $0) }
                }
            )
        }
    }
}

/// A plenary's decision on a rule that the law leaves open.
public struct RuleDecided: Hashable, Sendable {
    /// The rule's name.
    public let rule: String
    /// The reading it picked.
    public let reading: String
    /// The minutes or decree it stands in.
    public let basis: LocalizedText
}

extension RuleDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("basis", basis)
        writer.field("reading", reading)
        writer.field("rule", rule)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        basis = try reader.field("basis")
        reading = try reader.field("reading")
        rule = try reader.field("rule")
    }
}
