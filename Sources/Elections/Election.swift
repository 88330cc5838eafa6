/// One election as an office holds it: what was voted on, under which law, where, who stood, the figures.
public struct Election: Sendable {
    /// The name of the election.
    public let name: LocalizedText
    /// The day of the vote.
    public let date: CalendarDate
    /// The rules it was held under.
    public let law: Law
    /// The region the office is responsible for.
    public let place: RegionCode
    /// Regions and polling stations.
    public let regions: Regions
    /// The electorate per station, in the order of ``Regions/stations``.
    public let electorate: [Electorate]
    /// The ballots of which figures are known, in the order of counting.
    public let contests: [Contest]
    /// The files the figures come from.
    public let files: [SourceFile]

    /// An election with all its figures.
    public init(
        name: LocalizedText,
        date: CalendarDate,
        law: Law,
        place: RegionCode,
        regions: Regions,
        electorate: [Electorate],
        contests: [Contest],
        files: [SourceFile]
    ) {
        self.name = name
        self.date = date
        self.law = law
        self.place = place
        self.regions = regions
        self.electorate = electorate
        self.contests = contests
        self.files = files
    }

    /// Whether any of the figures is made up.
    public var isSimulated: Bool {
        files.contains { $0.nature == .simulated }
    }
}
