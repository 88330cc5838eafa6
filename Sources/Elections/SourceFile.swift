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
        /// What the office decided: seats.
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

    /// A file with its source.
    public init(path: String, nature: Nature, source: LocalizedText) {
        self.path = path
        self.nature = nature
        self.source = source
    }
}
