/// A seat of a council: the party's first, second … in a district.
public struct MemberKey: Hashable, Sendable, Comparable {
    /// The district by number.
    public let district: Int
    /// The party by number.
    public let contestant: Int
    /// The number of the seat among the party's there, from 1.
    public let seat: Int

    /// A seat.
    public init(district: Int, contestant: Int, seat: Int) {
        self.district = district
        self.contestant = contestant
        self.seat = seat
    }

    /// The list whose seat it is.
    public var list: ListKey { ListKey(contestant: contestant, district: district) }

    /// In the order of districts, parties, seats.
    public static func < (one: MemberKey, other: MemberKey) -> Bool {
        (one.district, one.contestant, one.seat) < (other.district, other.contestant, other.seat)
    }
}

/// Who was determined for a seat, and how far they have come to it.
///
/// ```
/// determined ─► proposed ─► decreed ─► sworn     postponed: decreed, and not sworn for a while
///      ▲            └──────────┴──────────┴───►  replaced: the next of the list is determined
///      └───────────────────────────────────────────────┘
/// ```
///
/// - Legal source: UU 7/2017 art. 426; UU 23/2014 art. 155 and 193 (decree of the governor, oath).
public struct ElectedMember: Hashable, Sendable {
    /// How far somebody has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        case determined, proposed, decreed, postponed, sworn
    }

    /// Somebody who had the seat before.
    public struct Former: Hashable, Sendable {
        /// The candidate.
        public let candidate: CandidateKey
        /// How far they had come.
        public let stage: Stage
        /// What became of them.
        public let status: CandidateStatus
        /// The day on which they were replaced.
        public let date: CalendarDate
    }

    /// The seat.
    public let key: MemberKey
    /// The candidate.
    public internal(set) var candidate: CandidateKey
    /// The personal votes.
    public internal(set) var votes: Int
    /// How far they have come.
    public internal(set) var stage = Stage.determined
    /// The papers of each step they have come: letter, decree, minutes of the oath.
    public internal(set) var papers: [Stage: Revote.Paper] = [:]
    /// Why the oath is postponed; `nil` where it is not.
    public internal(set) var postponement: String?
    /// Who had the seat before, the first of them first.
    public internal(set) var former: [Former] = []

    /// Takes over how far somebody has come.
    mutating func goOn(from known: ElectedMember) {
        (stage, papers) = (known.stage, known.papers)
        (postponement, former) = (known.postponement, known.former)
    }

    /// The last day on which anything was done.
    var last: CalendarDate? { papers.values.map(\.date).max() }
}
