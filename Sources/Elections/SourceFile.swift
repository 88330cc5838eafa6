/// A file of figures, where it comes from and what kind of figures it holds.
public struct SourceFile: Hashable, Sendable {
    /// What kind of figures a file holds.
    public enum Nature: String, CaseIterable, Hashable, Sendable {
        /// A register or list: regions, contestants, districts.
        case register
        /// The electorate by station.
        case roll
        /// Figures read from result forms.
        case reading
        /// Totals published without their forms.
        case reported
        /// Figures out of a plenary.
        case certified
        /// What the office decided: seats, votes to be held again.
        case determined
        /// Figures made up for a rehearsal or a test.
        case simulated
    }

    /// The path inside the election folder.
    public let path: String
    /// What kind of figures the file holds.
    public let nature: Nature
    /// Where the figures come from.
    public let source: LocalizedText

    /// The digest it was signed with and the one it has; `nil` where it was not signed.
    public let signature: Signature?

    /// What a file's content came to when it was signed, and what it comes to now.
    public struct Signature: Hashable, Sendable {
        /// The SHA-256 digest when it was signed, in lower-case hexadecimal digits.
        public let signed: String
        /// The SHA-256 digest of the file as it is.
        public let found: String

        /// The digest of a signed file, then and now.
        public init(signed: String, found: String) {
            self.signed = signed
            self.found = found
        }

        /// Whether the file is the one that was signed.
        public var holds: Bool { signed == found }
    }

    /// A file with its source.
    public init(path: String, nature: Nature, source: LocalizedText, signature: Signature? = nil) {
        self.path = path
        self.nature = nature
        self.source = source
        self.signature = signature
    }
}
