/// Where the public record stands, for the page about it.
public struct RecordStanding: Hashable, Sendable {
    /// Somebody who confirmed that the record only grew.
    public struct Cosigner: Hashable, Sendable {
        /// The name of the key.
        public let name: String
        /// The size of the record that was confirmed.
        public let size: Int
        /// When, in seconds since 1970 (UTC); `nil` when nothing was confirmed yet.
        public let time: Int?

        /// A cosigner.
        public init(name: String, size: Int, time: Int?) {
            self.name = name
            self.size = size
            self.time = time
        }
    }

    /// The name of the log.
    public let origin: String
    /// The publications in it.
    public let size: Int
    /// The root of its tree in Base 64.
    public let root: String
    /// The entries of the journal behind it.
    public let entries: Int
    /// The public half of the key that signs it.
    public let key: String
    /// Whether it is a rehearsal's.
    public let isRehearsal: Bool
    /// Who confirmed it.
    public let cosigners: [Cosigner]

    /// Where a record stands.
    public init(
        origin: String,
        size: Int,
        root: String,
        entries: Int,
        key: String,
        isRehearsal: Bool,
        cosigners: [Cosigner]
    ) {
        self.origin = origin
        self.size = size
        self.root = root
        self.entries = entries
        self.key = key
        self.isRehearsal = isRehearsal
        self.cosigners = cosigners
    }
}
