/// One ballot of an election: who stood, where, and every figure known of it.
public struct Contest: Sendable {
    /// The ballot voted on.
    public let ballot: Ballot
    /// Who stood, in ballot order.
    public let contestants: [Contestant]
    /// The electoral districts; empty where their seats are not divided here.
    public let districts: [ElectoralDistrict]
    /// The readings of the station forms; the first one is counted.
    public let readings: [Reading]
    /// Published totals without forms; counted where there is no reading.
    public let reported: ReportedFigures?
    /// The figures of the plenaries.
    public let certified: CertifiedFigures?
    /// The seats the office determined, by contestant number.
    public let determined: [Int: Int]?

    /// A ballot with its figures.
    public init(
        ballot: Ballot,
        contestants: [Contestant],
        districts: [ElectoralDistrict] = [],
        readings: [Reading] = [],
        reported: ReportedFigures? = nil,
        certified: CertifiedFigures? = nil,
        determined: [Int: Int]? = nil
    ) {
        self.ballot = ballot
        self.contestants = contestants
        self.districts = districts
        self.readings = readings
        self.reported = reported
        self.certified = certified
        self.determined = determined
    }
}
