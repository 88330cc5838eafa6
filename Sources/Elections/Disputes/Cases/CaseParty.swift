/// Somebody on one side of a case: what they are, never who.
public struct CaseParty: Hashable, Sendable {
    /// What somebody is to the case.
    ///
    /// - Legal source: UU 7/2017 art. 454(3) (who reports), 461(1), 467(2), 474(1).
    public enum Capacity: String, CaseIterable, Canonical, Hashable, Sendable {
        /// A citizen with the right to vote.
        case voter = "pemilih"
        /// A party, a pair, or a person who stands for the DPD, as a participant of the election.
        case participant = "peserta"
        /// Somebody on a list.
        case candidate = "calon"
        /// A pair of candidates.
        case pair = "pasangan-calon"
        /// An accredited observer.
        case observer = "pemantau"
        /// A supervisor, by a finding of their own.
        case overseer = "bawaslu"
        /// This office.
        case office = "kpu-kabupaten"
        /// The commission of the province.
        case provincialCommission = "kpu-provinsi"
        /// The commission of the nation.
        case nationalCommission = "kpu-ri"
        /// A subdistrict's committee.
        case subdistrictCommittee = "ppk"
        /// A village's committee.
        case villageCommittee = "pps"
        /// A station's committee.
        case stationCommittee = "kpps"
        /// Anybody else.
        case other = "lain"

        /// Whether it may stand on a ballot.
        var stands: Bool { self == .participant || self == .candidate || self == .pair }

        /// Whether somebody brings a case as such: committees answer for what they did.
        public var mayReport: Bool {
            switch self {
            case .voter, .participant, .candidate, .pair, .observer, .overseer, .office,
                .provincialCommission, .nationalCommission, .other:
                true
            case .subdistrictCommittee, .villageCommittee, .stationCommittee: false
            }
        }

        /// Whether a case can be brought against somebody as such: observers and voters as anybody else.
        public var mayRespond: Bool { self != .voter && self != .observer }
    }

    /// What they are.
    public let capacity: Capacity
    /// The ballot they stand on; always that of a participant, `nil` of who does not stand.
    public let ballot: Ballot?
    /// The number they stand under there, or their party.
    public let contestant: Int?

    /// A side of a case.
    public init(_ capacity: Capacity, _ ballot: Ballot? = nil, contestant: Int? = nil) {
        self.capacity = capacity
        self.ballot = ballot
        self.contestant = contestant
    }

    /// Whether it names a ballot and a number where it must, and nowhere else.
    var isWhole: Bool {
        guard (ballot == nil) == (contestant == nil) else { return false }
        return ballot == nil ? capacity != .participant : capacity.stands
    }
}
