/// What is done about the sampled audit of a recapitulation.
public enum AuditAct: Sendable {
    /// A seed was thrown in the meeting: the sample follows from it.
    case drawn(AuditDrawn)
    /// Somebody of the second team read a form again.
    case read(AuditRead)

    /// The plenary it belongs to.
    public var plenary: Int {
        switch self {
        case .drawn(let act): act.plenary
        case .read(let act): act.plenary
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .drawn: .auditDrawn
        case .read: .auditRead
        }
    }

    var content: any ActContent {
        switch self {
        case .drawn(let act): act
        case .read(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none of an audit's.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .auditDrawn: self = .drawn(try AuditDrawn(fieldsFrom: &reader))
        case .auditRead: self = .read(try AuditRead(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// Dice were thrown in a plenary: how many forms of a ballot are read again, and by which digits they are drawn.
///
/// Which forms these are is not written: anybody finds them with SHA-256 from the manifest of that moment.
public struct AuditDrawn: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The ballot.
    public let ballot: Ballot
    /// The digits.
    public let seed: AuditSeed
    /// How many forms, from 1.
    public let size: Int

    /// A draw.
    public init(plenary: Int, _ ballot: Ballot, seed: AuditSeed, size: Int) {
        self.plenary = plenary
        self.ballot = ballot
        self.seed = seed
        self.size = size
    }
}

extension AuditDrawn: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("plenary", plenary)
        writer.field("seed", seed.description)
        writer.field("size", size)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        plenary = try reader.field("plenary")
        let fault = reader.expected("the digits of dice")
        let text = try reader.field("seed", String.self)
        guard let seed = try? AuditSeed(parsing: text), seed.description.utf8.elementsEqual(text.utf8) else {
            throw fault
        }
        self.seed = seed
        size = try reader.field("size")
    }
}

/// A form was read again from its picture, by somebody who had no part in it.
public struct AuditRead: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The form.
    public let form: FormKey
    /// What was read, field by field; `nil` for what the paper leaves empty.
    public let figures: [Figure]

    /// A figure that was read.
    public struct Figure: Hashable, Sendable {
        /// Which.
        public let field: Field
        /// What the paper says, 0…``FormTable/largest``; `nil` where it is empty.
        public let figure: Int?

        /// A figure.
        public init(_ field: Field, _ figure: Int?) {
            self.field = field
            self.figure = figure
        }
    }

    /// A reading.
    public init(plenary: Int, _ form: FormKey, _ figures: [Figure]) {
        self.plenary = plenary
        self.form = form
        self.figures = figures
    }
}

extension AuditRead: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", form.ballot)
        writer.field("figures", figures)
        writer.field("plenary", plenary)
        writer.field("station", form.station.number)
        writer.field("version", form.version)
        writer.field("village", form.station.village)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        figures = try reader.field("figures")
        plenary = try reader.field("plenary")
        let station = try reader.field("station", Int.self)
        let version = try reader.field("version", FormVersion.self)
        form = FormKey(ballot, StationCode(village: try reader.field("village"), number: station), version)
    }
}

extension AuditRead.Figure: Canonical {
    /// Writes an array of the field and its figure.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { writer in
            writer.write(field)
            writer.write(figure)
        }
    }

    /// Reads a field and a figure.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var figure: Self?
        try reader.array { (reader) throws(CanonicalFault) in
            guard figure == nil else { throw reader.expected("]") }
            let field = try reader.value(Field.self)
            figure = Self(field, try reader.value(Count?.self)?.number)
        }
        guard let figure else { throw reader.expected("a figure") }
        self = figure
    }
}
