/// What is done about the result of a ballot, from its figures to the oath.
public enum ResultAct: Sendable {
    /// A plenary decided on equal candidates of a list.
    case listTieDecided(ListTieDecided)
    /// A plenary decided on parties that are tied for seats.
    case seatTieDecided(SeatTieDecided)
    /// Figures, seats or who is elected were determined.
    case determined(Determination)
    /// A determination was announced.
    case announced(ResultAnnouncement)
    /// Elected members were proposed to the governor.
    case proposed(MembersProposed)
    /// The governor decreed who becomes a member.
    case decreed(MembersStep)
    /// Members took the oath.
    case sworn(MembersStep)
    /// A member's oath was postponed.
    case postponed(MemberPostponed)
    /// A member was replaced by the next of the list.
    case replaced(MemberReplaced)

    /// The ballot.
    public var ballot: Ballot {
        switch self {
        case .listTieDecided(let act): act.ballot
        case .seatTieDecided(let act): act.ballot
        case .determined(let act): act.ballot
        case .announced(let act): act.ballot
        case .proposed(let act): act.step.ballot
        case .decreed(let act), .sworn(let act): act.ballot
        case .postponed(let act): act.ballot
        case .replaced(let act): act.ballot
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .listTieDecided: .listTieDecided
        case .seatTieDecided: .seatTieDecided
        case .determined: .resultDetermined
        case .announced: .resultAnnounced
        case .proposed: .membersProposed
        case .decreed: .membersDecreed
        case .sworn: .membersSworn
        case .postponed: .memberPostponed
        case .replaced: .memberReplaced
        }
    }

    /// What people wrote in it.
    var texts: [String] {
        switch self {
        case .listTieDecided, .seatTieDecided, .announced: []
        case .determined(let act): [act.ground, act.notice?.reference].compactMap(\.self)
        case .proposed(let act): [act.via, act.step.paper.reference] + act.enclosures
        case .decreed(let act), .sworn(let act): [act.paper.reference]
        case .postponed(let act): [act.reason, act.paper.reference]
        case .replaced(let act): [act.paper.reference]
        }
    }

    var content: any ActContent {
        switch self {
        case .listTieDecided(let act): act
        case .seatTieDecided(let act): act
        case .determined(let act): act
        case .announced(let act): act
        case .proposed(let act): act
        case .decreed(let act), .sworn(let act): act
        case .postponed(let act): act
        case .replaced(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none of a result's.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .listTieDecided: self = .listTieDecided(try ListTieDecided(fieldsFrom: &reader))
        case .seatTieDecided: self = .seatTieDecided(try SeatTieDecided(fieldsFrom: &reader))
        case .resultDetermined: self = .determined(try Determination(fieldsFrom: &reader))
        case .resultAnnounced: self = .announced(try ResultAnnouncement(fieldsFrom: &reader))
        case .membersProposed: self = .proposed(try MembersProposed(fieldsFrom: &reader))
        case .membersDecreed: self = .decreed(try MembersStep(fieldsFrom: &reader))
        case .membersSworn: self = .sworn(try MembersStep(fieldsFrom: &reader))
        case .memberPostponed: self = .postponed(try MemberPostponed(fieldsFrom: &reader))
        case .memberReplaced: self = .replaced(try MemberReplaced(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// A plenary put equal candidates of a list in an order, where no rule does.
public struct ListTieDecided: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The list: its party and district.
    public let contestant: Int
    /// The district by number.
    public let district: Int
    /// All who were tied, in the order that was decided.
    public let order: [Int]
    /// The seats they were tied for.
    public let seats: Int
    /// The decision of the plenary.
    public let decision: DecisionKey

    /// A decision on equals.
    public init(
        _ ballot: Ballot,
        contestant: Int,
        district: Int,
        order: [Int],
        seats: Int,
        by decision: DecisionKey
    ) {
        self.ballot = ballot
        self.contestant = contestant
        self.district = district
        self.order = order
        self.seats = seats
        self.decision = decision
    }
}

extension ListTieDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("contestant", contestant)
        writer.field("decision", decision)
        writer.field("district", district)
        writer.field("order", order)
        writer.field("seats", seats)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        contestant = try reader.field("contestant")
        decision = try reader.field("decision")
        district = try reader.field("district")
        order = try reader.field("order")
        seats = try reader.field("seats")
    }
}

/// A plenary gave the tied seats of a district to parties, where no rule does.
public struct SeatTieDecided: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The district by number.
    public let district: Int
    /// The contested seats, by contestant number.
    public let seats: [Int: Int]
    /// The decision of the plenary.
    public let decision: DecisionKey

    /// A decision on a tie.
    public init(_ ballot: Ballot, district: Int, seats: [Int: Int], by decision: DecisionKey) {
        self.ballot = ballot
        self.district = district
        self.seats = seats
        self.decision = decision
    }
}

extension SeatTieDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("decision", decision)
        writer.field("district", district)
        writer.field("seats", NumberedCounts(seats))
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        decision = try reader.field("decision")
        district = try reader.field("district")
        seats = try reader.field("seats", NumberedCounts.self).counts
    }
}

extension Determination: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("decision", decision)
        writer.field("districts", districts)
        if case .elected(let elected) = content { writer.field("elected", elected) }
        writer.field("ground", ground)
        writer.field("notice", notice)
        if case .seats(let counts) = content { writer.field("seats", counts) }
        if case .figures(let counts) = content { writer.field("votes", counts) }
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        decision = try reader.field("decision")
        districts = try reader.field("districts")
        let elected = try reader.optionalField("elected", [Elected].self)
        ground = try reader.optionalField("ground", String.self)
        notice = try reader.optionalField("notice", Revote.Paper.self)
        if let elected {
            content = .elected(elected)
        } else if let seats = try reader.optionalField("seats", [Counts].self) {
            content = .seats(seats)
        } else {
            content = .figures(try reader.field("votes"))
        }
    }
}

extension Determination.Counts: Canonical {
    /// Writes an object: counts as pairs in the order of the numbers.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("counts", NumberedVotes(counts))
            writer.field("district", district)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let counts = try reader.field("counts", NumberedVotes.self).counts
            return Self(district: try reader.field("district", Int.self), counts)
        }
    }
}

extension Determination.Elected: Canonical {
    /// Writes district, party, seat, number on the list, votes.
    public func write(to writer: inout CanonicalWriter) {
        writer.write([seat.district, seat.contestant, seat.seat, candidate, votes])
    }

    /// Reads the five numbers.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("district, party, seat, candidate and votes")
        let numbers = try [Int](from: &reader)
        guard numbers.count == 5, numbers.allSatisfy({ $0 >= 0 }) else { throw fault }
        let seat = MemberKey(district: numbers[0], contestant: numbers[1], seat: numbers[2])
        self.init(seat, candidate: numbers[3], votes: numbers[4])
    }
}

extension MemberKey: Canonical {
    /// Writes district, party and seat.
    public func write(to writer: inout CanonicalWriter) { writer.write([district, contestant, seat]) }

    /// Reads the three numbers.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("district, party and seat")
        let numbers = try [Int](from: &reader)
        guard numbers.count == 3 else { throw fault }
        self.init(district: numbers[0], contestant: numbers[1], seat: numbers[2])
    }
}

extension DecisionKey: Canonical {
    /// Writes the plenary and the number in it.
    public func write(to writer: inout CanonicalWriter) { writer.write([plenary, decision]) }

    /// Reads the two numbers.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a plenary and a number")
        let numbers = try [Int](from: &reader)
        guard numbers.count == 2 else { throw fault }
        self.init(plenary: numbers[0], decision: numbers[1])
    }
}

/// A determination was announced, and copies of it were given out.
///
/// - Legal source: PKPU 5/2019 art. 24; PKPU 6/2024 art. 39.
public struct ResultAnnouncement: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The determination, by its place among the office's, from 1.
    public let determination: Int
    /// The day.
    public let date: CalendarDate
    /// The contestants who were given a copy, by number, ascending.
    public let copies: [Int]
    /// Whether the supervisors were given one.
    public let hasOverseerCopy: Bool

    /// An announcement.
    public init(
        _ ballot: Ballot,
        determination: Int,
        on date: CalendarDate,
        copies: [Int],
        hasOverseerCopy: Bool
    ) {
        self.ballot = ballot
        self.determination = determination
        self.date = date
        self.copies = copies
        self.hasOverseerCopy = hasOverseerCopy
    }
}

extension ResultAnnouncement: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("copies", copies)
        writer.field("date", date)
        writer.field("determination", determination)
        writer.field("overseer", hasOverseerCopy ? true : nil)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let ascending = reader.expected("numbers in their order")
        copies = try reader.field("copies")
        guard zip(copies, copies.dropFirst()).allSatisfy(<) else { throw ascending }
        date = try reader.field("date")
        determination = try reader.field("determination")
        hasOverseerCopy = try reader.flag("overseer")
    }
}

/// Members come one step nearer to their seats by a paper: decree, or minutes of the oath.
public struct MembersStep: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The members.
    public let members: [MemberKey]
    /// The paper: its number, and the day of the decree or oath.
    public let paper: Revote.Paper

    /// A step of members.
    public init(_ ballot: Ballot, _ members: [MemberKey], _ paper: Revote.Paper) {
        self.ballot = ballot
        self.members = members
        self.paper = paper
    }
}

extension MembersStep: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("paper", paper)
        writer.field("seats", members)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        paper = try reader.field("paper")
        members = try reader.field("seats")
    }
}

/// Elected members were proposed to the governor, through the regent.
///
/// - Legal source: UU 23/2014 art. 155(3).
public struct MembersProposed: Hashable, Sendable {
    /// The members, and the letter.
    public let step: MembersStep
    /// Through whom.
    public let via: String
    /// What is enclosed with the letter.
    public let enclosures: [String]

    /// A proposal.
    public init(
        _ ballot: Ballot,
        _ members: [MemberKey],
        _ letter: Revote.Paper,
        via: String,
        enclosures: [String]
    ) {
        step = MembersStep(ballot, members, letter)
        self.via = via
        self.enclosures = enclosures
    }
}

extension MembersProposed: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", step.ballot)
        writer.field("enclosures", enclosures)
        writer.field("paper", step.paper)
        writer.field("seats", step.members)
        writer.field("via", via)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        enclosures = try reader.field("enclosures")
        let paper = try reader.field("paper", Revote.Paper.self)
        step = MembersStep(ballot, try reader.field("seats"), paper)
        via = try reader.field("via")
    }
}

/// A member's oath was postponed, as while a criminal case is open.
///
/// - Legal source: UU 7/2017 art. 426; domain reference 7.6.
public struct MemberPostponed: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The member.
    public let member: MemberKey
    /// Why.
    public let reason: String
    /// The letter or decree.
    public let paper: Revote.Paper

    /// A postponement.
    public init(_ ballot: Ballot, _ member: MemberKey, reason: String, _ paper: Revote.Paper) {
        self.ballot = ballot
        self.member = member
        self.reason = reason
        self.paper = paper
    }
}

extension MemberPostponed: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("paper", paper)
        writer.field("reason", reason)
        writer.field("seat", member)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        paper = try reader.field("paper")
        reason = try reader.field("reason")
        member = try reader.field("seat")
    }
}

/// A member who cannot take or keep the seat was replaced by the next of the list: before the oath by a decision of the
/// office, after it at the request of the council's leaders (penggantian antarwaktu).
///
/// - Legal source: UU 7/2017 art. 426; UU 23/2014 art. 193–194; PKPU 6/2017 art. 17–20.
public struct MemberReplaced: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The member.
    public let member: MemberKey
    /// Who takes the seat.
    public let successor: CandidateKey
    /// The decision of the office; `nil` after the oath.
    public let decision: DecisionKey?
    /// The decree of the office, or its answer to the council's leaders.
    public let paper: Revote.Paper

    /// A replacement.
    public init(
        _ ballot: Ballot,
        _ member: MemberKey,
        by successor: CandidateKey,
        decision: DecisionKey? = nil,
        _ paper: Revote.Paper
    ) {
        self.ballot = ballot
        self.member = member
        self.successor = successor
        self.decision = decision
        self.paper = paper
    }
}

extension MemberReplaced: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("decision", decision)
        writer.field("paper", paper)
        writer.field("seat", member)
        writer.field("successor") { writer in
            writer.write([successor.list.contestant, successor.list.district ?? 0, successor.number])
        }
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        decision = try reader.optionalField("decision", DecisionKey.self)
        paper = try reader.field("paper")
        member = try reader.field("seat")
        let fault = reader.expected("party, district and number")
        let numbers = try reader.field("successor", [Int].self)
        guard numbers.count == 3 else { throw fault }
        successor = CandidateKey(ListKey(contestant: numbers[0], district: numbers[1]), numbers[2])
    }
}
