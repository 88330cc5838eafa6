public import Elections

/// One command in the journal: who asked, when, and the acts it led to.
///
/// Its text is canonical JSON. It holds 128 random bits, so that its hash, which is published, gives nothing away.
public struct JournalEntry: Sendable {
    /// Its place in the journal; the first is 0.
    public let sequence: Int
    /// When it was decided, in milliseconds since 1970 (UTC); never before the entry in front of it.
    public let time: Int
    /// What the clock said, where it was behind the entry in front; `nil` where it was not.
    public let clock: Int?
    /// The account that asked.
    public let account: String
    /// The account's own name for the command.
    public let request: String
    /// 128 random bits, as 32 lower-case hexadecimal digits.
    public let salt: String
    /// What it led to.
    public let acts: [Act]

    /// An entry.
    public init(
        sequence: Int,
        time: Int,
        clock: Int? = nil,
        account: String,
        request: String,
        salt: String,
        acts: [Act]
    ) {
        self.sequence = sequence
        self.time = time
        self.clock = clock
        self.account = account
        self.request = request
        self.salt = salt
        self.acts = acts
    }

    /// Whether its random bits are written as they must be.
    var isSalted: Bool {
        salt.utf8.count == 32
            && salt.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// The version of entries this program writes, and the newest it reads.
    public static let version = 1
}

extension JournalEntry: Canonical {
    /// Writes the entry.
    public func write(to writer: inout CanonicalWriter) {
        write(to: &writer) { $0.write(acts) }
    }

    /// Its text, given that of its acts with commas between them.
    func text(ofActs acts: [UInt8]) -> [UInt8] {
        var writer = CanonicalWriter(capacity: acts.count + Self.largestEnvelope)
        write(to: &writer) { writer in writer.array { $0.write(canonicalText: acts) } }
        return writer.bytes
    }

    /// What an entry holds beside its acts, at most: account and name of 200 bytes, each of them escaped, and figures.
    static let largestEnvelope = 2 * 200 * 6 + 512

    private func write(to writer: inout CanonicalWriter, acts: (inout CanonicalWriter) -> Void) {
        writer.object { writer in
            writer.field("acts", acts)
            writer.field("at", time)
            writer.field("by", account)
            writer.field("clock", clock)
            writer.field("request", request)
            writer.field("salt", salt)
            writer.field("seq", sequence)
            writer.field("v", Self.version)
        }
    }

    /// Reads an entry.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let acts = try reader.field("acts", [Act].self)
            let time = try reader.field("at", Int.self)
            let account = try reader.field("by", String.self)
            let clock = try reader.optionalField("clock", Int.self)
            let request = try reader.field("request", String.self)
            let salt = try reader.field("salt", String.self)
            let sequence = try reader.field("seq", Int.self)
            guard try reader.field("v", Int.self) == Self.version else {
                throw reader.expected("version \(Self.version)")
            }
            return JournalEntry(
                sequence: sequence,
                time: time,
                clock: clock,
                account: account,
                request: request,
                salt: salt,
                acts: acts
            )
        }
    }
}
