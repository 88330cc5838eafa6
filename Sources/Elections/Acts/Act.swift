/// Something the office did: what is written into the journal, and never changed or removed.
///
/// An act of this version always means what it means now; what a later version adds is a new kind of act, or a
/// field that may be missing.
public enum Act: Sendable {
    /// The election the office carries: its law, its regions, stations and electorate.
    case setUp(ElectionSetUp)
    /// The files that figures come from.
    case filesNamed([SourceFile])
    /// A plenary decided on a rule that the law leaves open.
    case ruleDecided(RuleDecided)
    /// A ballot was opened: who stands, where, on which lists.
    case contestOpened(ContestOpened)
    /// A tie for seats was decided.
    case tieDecided(TieDecided)
    /// Somebody's reading of the forms of a ballot was opened.
    case readingOpened(ReadingOpened)
    /// Forms were taken into a reading.
    case formsTaken(FormsTaken)
    /// Figures of a plenary were taken over.
    case figuresCertified(FiguresCertified)
    /// Totals that somebody published without their forms were taken over.
    case figuresReported(FiguresReported)
    /// The seats of a ballot were determined.
    case seatsDetermined(SeatsDetermined)
    /// A key was made known, or replaced.
    case keyNamed(KeyNamed)
    /// The logs were begun anew.
    case logSucceeded(LogSucceeded)

    /// The kinds of act, by their names in the journal.
    public enum Kind: String, CaseIterable, Canonical, Hashable, Sendable {
        case setUp = "election-set-up"
        case filesNamed = "files-named"
        case ruleDecided = "rule-decided"
        case contestOpened = "contest-opened"
        case tieDecided = "tie-decided"
        case readingOpened = "reading-opened"
        case formsTaken = "forms-taken"
        case figuresCertified = "figures-certified"
        case figuresReported = "figures-reported"
        case seatsDetermined = "seats-determined"
        case keyNamed = "key-named"
        case logSucceeded = "log-succeeded"
    }

    /// What kind of act it is.
    public var kind: Kind {
        switch self {
        case .setUp: .setUp
        case .filesNamed: .filesNamed
        case .ruleDecided: .ruleDecided
        case .contestOpened: .contestOpened
        case .tieDecided: .tieDecided
        case .readingOpened: .readingOpened
        case .formsTaken: .formsTaken
        case .figuresCertified: .figuresCertified
        case .figuresReported: .figuresReported
        case .seatsDetermined: .seatsDetermined
        case .keyNamed: .keyNamed
        case .logSucceeded: .logSucceeded
        }
    }

    /// Whether it is about the office's own keys and logs, and so never taken over from elsewhere.
    public var isOfLogs: Bool { kind == .keyNamed || kind == .logSucceeded }

    /// The ballot it is about; `nil` where it is about the whole election.
    public var ballot: Ballot? {
        switch self {
        case .setUp, .filesNamed, .ruleDecided, .keyNamed, .logSucceeded: nil
        case .contestOpened(let act): act.ballot
        case .tieDecided(let act): act.ballot
        case .readingOpened(let act): act.ballot
        case .formsTaken(let act): act.ballot
        case .figuresCertified(let act): act.ballot
        case .figuresReported(let act): act.ballot
        case .seatsDetermined(let act): act.ballot
        }
    }
}

/// The particulars of an act: the fields of its object behind the name of its kind.
protocol ActContent {
    func writeFields(to writer: inout CanonicalWriter)
    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault)
}

extension Act: Canonical {
    private var content: any ActContent {
        switch self {
        case .setUp(let act): act
        case .filesNamed(let files): FilesNamed(files: files)
        case .ruleDecided(let act): act
        case .contestOpened(let act): act
        case .tieDecided(let act): act
        case .readingOpened(let act): act
        case .formsTaken(let act): act
        case .figuresCertified(let act): act
        case .figuresReported(let act): act
        case .seatsDetermined(let act): act
        case .keyNamed(let act): act
        case .logSucceeded(let act): act
        }
    }

    /// Writes the act as an object that begins with its kind.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("act", kind)
            content.writeFields(to: &writer)
        }
    }

    /// Reads an act of a known kind.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            switch try reader.field("act", Kind.self) {
            case .setUp: .setUp(try ElectionSetUp(fieldsFrom: &reader))
            case .filesNamed: .filesNamed(try FilesNamed(fieldsFrom: &reader).files)
            case .ruleDecided: .ruleDecided(try RuleDecided(fieldsFrom: &reader))
            case .contestOpened: .contestOpened(try ContestOpened(fieldsFrom: &reader))
            case .tieDecided: .tieDecided(try TieDecided(fieldsFrom: &reader))
            case .readingOpened: .readingOpened(try ReadingOpened(fieldsFrom: &reader))
            case .formsTaken: .formsTaken(try FormsTaken(fieldsFrom: &reader))
            case .figuresCertified: .figuresCertified(try FiguresCertified(fieldsFrom: &reader))
            case .figuresReported: .figuresReported(try FiguresReported(fieldsFrom: &reader))
            case .seatsDetermined: .seatsDetermined(try SeatsDetermined(fieldsFrom: &reader))
            case .keyNamed: .keyNamed(try KeyNamed(fieldsFrom: &reader))
            case .logSucceeded: .logSucceeded(try LogSucceeded(fieldsFrom: &reader))
            }
        }
    }
}
