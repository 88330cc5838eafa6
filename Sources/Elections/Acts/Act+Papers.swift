/// What is done about official papers.
public enum PaperAct: Sendable {
    /// Papers were issued: their files are frozen.
    case issued(PapersIssued)
    /// A signed copy came back as a scan.
    case returned(PaperReturned)
    /// Somebody gave minutes their words.
    case worded(MinutesWorded)

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .issued: .papersIssued
        case .returned: .paperReturned
        case .worded: .minutesWorded
        }
    }

    var content: any ActContent {
        switch self {
        case .issued(let act): act
        case .returned(let act): act
        case .worded(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none about papers.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .papersIssued: self = .issued(try PapersIssued(fieldsFrom: &reader))
        case .paperReturned: self = .returned(try PaperReturned(fieldsFrom: &reader))
        case .minutesWorded: self = .worded(try MinutesWorded(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// Papers were issued together, by one engine, on one state of the record.
public struct PapersIssued: Hashable, Sendable {
    /// The papers, none twice.
    public let papers: [IssuedPaper]
    /// What they follow from.
    public let basis: PaperBasis
    /// What set them: a name and a version.
    public let engine: String

    /// The most papers of one act: their publication is not cut.
    public static let most = 150

    /// Papers.
    public init(_ papers: [IssuedPaper], basis: PaperBasis, engine: String) {
        self.papers = papers
        self.basis = basis
        self.engine = engine
    }
}

extension PapersIssued: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("engine", engine)
        writer.field("issues", papers)
        writer.field("record", basis)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        engine = try reader.field("engine")
        papers = try reader.field("issues")
        basis = try reader.field("record")
    }
}

/// A scan of a signed copy was matched to the paper it is of, by the codes on its pages.
public struct PaperReturned: Hashable, Sendable {
    /// The paper.
    public let name: PaperName
    /// Its edition.
    public let edition: Int
    /// The scan; it is kept and not published, for it shows people's hands.
    public let file: EvidenceFile
    /// The pages it shows.
    public let pages: [Int]

    /// A copy.
    public init(_ name: PaperName, edition: Int, file: EvidenceFile, pages: [Int]) {
        self.name = name
        self.edition = edition
        self.file = file
        self.pages = pages
    }
}

extension PaperReturned: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("edition", edition)
        writer.field("file", file)
        writer.field("name", name)
        writer.field("pages", pages)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        edition = try reader.field("edition")
        file = try reader.field("file")
        name = try reader.field("name")
        pages = try reader.field("pages")
    }
}

/// The minutes of a plenary in the words of people; without paragraphs they are the proposed ones again.
public struct MinutesWorded: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// What stands in the minutes above the signatures; a heading begins with `# `.
    public let paragraphs: [String]

    /// The most paragraphs.
    public static let most = 400
    /// The most bytes of a paragraph.
    public static let longest = 4_000
    /// The most bytes of all of them.
    static let longestText = 40_000

    /// Whether a text holds only what is seen, and nothing that turns what stands around it.
    static func isVisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                false
            default: true
            }
        }
    }

    /// The paragraphs of a text: what stands between empty lines, each in one line.
    public static func paragraphs(of text: String) -> [String] {
        var (paragraphs, lines) = ([String](), [Substring]())
        func words(_ line: Substring) -> [Substring] { line.split(whereSeparator: \.isWhitespace) }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [Substring()] {
            let parts = words(line)
            // A heading is one without an empty line around it, too.
            let isHeading = parts.first == "#"
            if parts.isEmpty || isHeading, !lines.isEmpty {
                paragraphs.append(lines.joined(separator: " "))
                lines = []
            }
            if isHeading { paragraphs.append(parts.joined(separator: " ")) } else { lines += parts }
        }
        return paragraphs
    }

    /// Words.
    public init(plenary: Int, paragraphs: [String]) {
        self.plenary = plenary
        self.paragraphs = paragraphs
    }
}

extension MinutesWorded: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("paragraphs", paragraphs)
        writer.field("plenary", plenary)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        paragraphs = try reader.field("paragraphs")
        plenary = try reader.field("plenary")
    }
}
