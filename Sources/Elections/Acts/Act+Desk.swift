/// The counting desk of a ballot was opened: two people type every form of it.
public struct DeskOpened: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Whether its figures are made up, for a rehearsal.
    public let isSimulated: Bool

    /// The desk of a ballot.
    public init(ballot: Ballot, isSimulated: Bool = false) {
        self.ballot = ballot
        self.isSimulated = isSimulated
    }

    /// What the reading is called that accepted forms go into.
    public static let reading = "desk"
}

extension DeskOpened: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("simulated", isSimulated ? true : nil)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        isSimulated = try reader.flag("simulated")
    }
}

/// Somebody typed a form, or the fields of it that were sent back.
public struct FormEntered: Hashable, Sendable {
    /// The form.
    public let form: FormKey
    /// The codes of the checks it does not pass, of which the typist said that the paper says so.
    public let confirmed: [String]
    /// The fields that were typed; every field of the reading where `nil`.
    public let fields: [Field]?
    /// What the paper says beside its figures; `nil` for nothing.
    public let remark: String?
    /// The figures in the order of the fields; ``FormTable/missing`` for what the paper leaves empty.
    var cells: [Int32]

    /// What was typed; `nil` for what the paper leaves empty, every figure 0…``FormTable/largest``.
    public init(
        _ form: FormKey,
        figures: [Int?],
        fields: [Field]? = nil,
        confirmed: [String] = [],
        remark: String? = nil
    ) {
        precondition(figures.allSatisfy { $0.map((0...FormTable.largest).contains) ?? true }, "a figure")
        self.form = form
        self.confirmed = confirmed
        self.fields = fields
        self.remark = remark
        cells = figures.map { $0.map(Int32.init) ?? FormTable.missing }
    }

    /// The figures in the order of the fields; `nil` for what the paper leaves empty.
    public var figures: [Int?] { cells.map { $0 == FormTable.missing ? nil : Int($0) } }
}

extension FormEntered: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", form.ballot)
        writer.field("confirmed", confirmed.isEmpty ? nil : confirmed)
        writer.field("fields", fields)
        writer.figures("figures", cells)
        writer.field("remark", remark)
        writer.fields(ofStation: form)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        confirmed = try reader.list("confirmed")
        fields = try reader.optionalField("fields", [Field].self)
        cells = try reader.figures("figures")
        remark = try reader.optionalField("remark", String.self)
        form = try reader.key(of: ballot)
    }
}

/// A resolver decided the figures that typists differ about.
public struct FormDecided: Hashable, Sendable {
    /// The form.
    public let form: FormKey
    /// The fields that were decided, in the order of the reading.
    public let fields: [Field]
    /// Why.
    public let reason: String
    /// The acts about the form that were known; `nil` where nobody looked.
    public let seen: Int?
    /// The figures in the order of the fields; ``FormTable/missing`` for what the paper leaves empty.
    var cells: [Int32]

    /// A decision; every figure 0…``FormTable/largest``.
    public init(_ form: FormKey, fields: [Field], figures: [Int?], reason: String, seen: Int? = nil) {
        precondition(figures.allSatisfy { $0.map((0...FormTable.largest).contains) ?? true }, "a figure")
        self.form = form
        self.fields = fields
        self.reason = reason
        self.seen = seen
        cells = figures.map { $0.map(Int32.init) ?? FormTable.missing }
    }

    /// The figures in the order of the fields; `nil` for what the paper leaves empty.
    public var figures: [Int?] { cells.map { $0 == FormTable.missing ? nil : Int($0) } }
}

extension FormDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", form.ballot)
        writer.field("fields", fields)
        writer.figures("figures", cells)
        writer.field("reason", reason)
        writer.field("seen", seen)
        writer.fields(ofStation: form)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        fields = try reader.field("fields")
        cells = try reader.figures("figures")
        reason = try reader.field("reason")
        seen = try reader.optionalField("seen", Int.self)
        form = try reader.key(of: ballot)
    }
}

/// Something was done about a form on its way.
public struct FormStep: Hashable, Sendable {
    /// The form.
    public let form: FormKey
    /// The codes of the checks that hold it; none where it is not held.
    public let checks: [String]
    /// Why; `nil` where nothing need be said.
    public let reason: String?
    /// The acts about the form that were known; `nil` where nobody looked.
    public let seen: Int?

    /// A step.
    public init(_ form: FormKey, checks: [String] = [], reason: String? = nil, seen: Int? = nil) {
        self.form = form
        self.checks = checks
        self.reason = reason
        self.seen = seen
    }
}

extension FormStep {
    /// What is published of it: the form and the reason.
    var published: FormStep { FormStep(form, reason: reason) }
}

extension FormStep: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", form.ballot)
        writer.field("checks", checks.isEmpty ? nil : checks)
        writer.field("reason", reason)
        writer.field("seen", seen)
        writer.fields(ofStation: form)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        checks = try reader.list("checks")
        reason = try reader.optionalField("reason", String.self)
        seen = try reader.optionalField("seen", Int.self)
        form = try reader.key(of: ballot)
    }
}

extension CanonicalWriter {
    fileprivate mutating func figures(_ name: StaticString, _ cells: [Int32]) {
        field(name) { writer in
            writer.array { writer in
                for cell in cells { writer.write(cell == FormTable.missing ? nil : Int(cell)) }
            }
        }
    }

    fileprivate mutating func fields(ofStation form: FormKey) {
        field("station", form.station.number)
        field("version", form.version)
        field("village", form.station.village)
    }
}

extension CanonicalReader {
    fileprivate mutating func figures(_ name: StaticString) throws(CanonicalFault) -> [Int32] {
        var cells: [Int32] = []
        try arrayField(name) { (reader) throws(CanonicalFault) in try reader.figures(into: &cells) }
        return cells
    }

    fileprivate mutating func key(of ballot: Ballot) throws(CanonicalFault) -> FormKey {
        let number = try field("station", Int.self)
        let version = try field("version", FormVersion.self)
        return FormKey(ballot, StationCode(village: try field("village"), number: number), version)
    }
}
