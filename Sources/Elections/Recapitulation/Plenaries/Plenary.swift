/// A plenary (rapat pleno): a meeting that adds up the figures of a region in the open, or decides.
///
/// ```
/// called ─► opened ─► closed ─► certified      a plenary that decides ends when it is closed
///   └─────────┴─────────┴─────► abandoned      and one that has decided is not given up
/// ```
///
/// Its table has a column per unit: the stations of a subdistrict, or the regions one tier below. What stands in a
/// column is what the station's form in force, or the region's certificate, said when it was read, and what was
/// corrected on it since.
public struct Plenary: Sendable {
    /// How far it has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// People are invited.
        case called
        /// It is being held.
        case opened
        /// Everything was read and answered: it is signed now.
        case closed
        /// Its figures are certified, and stay as they are.
        case certified
        /// It was given up; nothing comes of it.
        case abandoned
    }

    /// What it is for.
    public enum Subject: String, CaseIterable, Hashable, Sendable {
        /// It adds up figures.
        case recapitulation
        /// It decides.
        case decision
    }

    /// What stands in a column when it was read.
    public enum Edition: Hashable, Sendable {
        /// The form of a station: of this vote or count.
        case form(FormVersion)
        /// The certificate of a region: so many were there, this one is the last.
        case certificate(Int)
    }

    /// A unit that was read.
    public struct Reading: Hashable, Sendable {
        /// What was read.
        public let edition: Edition
        /// Its place among the units that were read, from 1.
        public let order: Int
    }

    /// A correction, with what stood in the column when it was made.
    public struct Corrected: Hashable, Sendable {
        /// The correction.
        public let correction: Correction
        /// What had been read.
        public let edition: Edition
        /// The place of its entry in the journal.
        public let entry: Int
        /// When, in milliseconds since 1970.
        public let time: Int
    }

    /// A special event (kejadian khusus).
    public struct Event: Hashable, Sendable {
        /// What happened.
        public let text: String
        /// The ballot it is about; `nil` for all.
        public let ballot: Ballot?
        /// When, in milliseconds since 1970.
        public let time: Int
    }

    /// How somebody ended it.
    public struct Signature: Hashable, Sendable {
        /// The number of who signed, or did not.
        public let attendee: Int
        /// Why not; `nil` of who signed.
        public let refusal: String?
    }

    /// How it was called.
    public let call: PlenaryCalled
    /// How far it has come.
    public private(set) var stage = Stage.called
    /// Who came, by number − 1.
    public private(set) var attendees: [Attendee] = []
    /// The numbers of those who are there; those who were at the closing, once it is closed.
    public private(set) var present: Set<Int> = []
    /// The units that were read, ballot by ballot.
    public private(set) var read: [Ballot: [CertifiedFigures.Place: Reading]] = [:]
    /// The unit that was read last; `nil` before any was.
    public private(set) var last: (ballot: Ballot, unit: CertifiedFigures.Place)?
    /// What was objected, by number − 1.
    public private(set) var objections: [Objection] = []
    /// What was corrected, in its order.
    public private(set) var corrections: [Corrected] = []
    /// What happened, in its order.
    public private(set) var events: [Event] = []
    /// Who signed or refused, in their order.
    public private(set) var signatures: [Signature] = []
    /// What was decided, by number − 1.
    public private(set) var decisions: [OfficeDecision] = []
    /// Why it was given up; `nil` while it was not.
    public private(set) var abandonment: String?
    /// When it came to each stage, in milliseconds since 1970.
    public private(set) var times: [Stage: Int] = [:]

    init(_ call: PlenaryCalled, at time: Int) {
        self.call = call
        times[.called] = time
    }
}

extension Plenary {
    /// Its number in the office, from 1.
    public var number: Int { call.number }

    /// The region whose figures it adds up, or whose body decides.
    public var region: RegionCode { call.region }

    /// The members of the body who are there.
    public var membersPresent: Int { present.count { attendees[$0 - 1].capacity.isMember } }

    /// The numbers of the chairs who are there; one at most.
    public var chair: Int? { present.first { attendees[$0 - 1].capacity == .chair } }

    /// Whoever has a number, if they are there.
    public func attendee(_ number: Int) throws(PlenaryFault) -> Attendee {
        guard attendees.indices.contains(number - 1) else { throw .noAttendee(number) }
        guard present.contains(number) else { throw .absent(number) }
        return attendees[number - 1]
    }

    /// The figures corrected on a column as it was last read, the latest of each.
    public func corrected(_ ballot: Ballot, _ unit: CertifiedFigures.Place) -> [Field: Int] {
        guard let reading = read[ballot]?[unit] else { return [:] }
        var figures: [Field: Int] = [:]
        for done in corrections
        where done.correction.ballot == ballot && done.correction.unit == unit
            && done.edition == reading.edition
        {
            for change in done.correction.changes { figures[change.field] = change.new }
        }
        return figures
    }

    /// The units of a ballot with a column that was corrected as it was last read.
    public func correctedUnits(_ ballot: Ballot) -> Set<CertifiedFigures.Place> {
        Set(
            corrections.filter {
                $0.correction.ballot == ballot && read[ballot]?[$0.correction.unit]?.edition == $0.edition
            }.map(\.correction.unit)
        )
    }

    /// The numbers of the objections that nobody answered.
    public var unanswered: [Int] { objections.filter { $0.answer == nil }.map(\.number) }

    /// Whether an objection asks for a figure to be another, and was found right, while that figure was not corrected.
    ///
    /// A figure is corrected once, however many object to it, and whether before or after they are answered.
    public func awaitsCorrection(_ objection: Objection) -> Bool {
        objection.field != nil && objection.answer?.outcome == .accepted
            && !corrections.contains { Self.settles($0.correction, objection) }
    }

    /// The number of units of a ballot that were read.
    public func readCount(_ ballot: Ballot) -> Int { read[ballot]?.count ?? 0 }

    /// Whether it can still be given up: it neither certified nor decided anything.
    public var mayBeAbandoned: Bool {
        stage <= (call.subject == .decision ? .opened : .closed) && decisions.isEmpty
    }

    /// Those who are asked to sign and neither did nor refused.
    public var unsigned: [Int] {
        let asked = Set(signatures.map(\.attendee))
        return present.filter { attendees[$0 - 1].capacity.signs && !asked.contains($0) }.sorted()
    }
}

// MARK: - What is done in it

extension Plenary {
    private func check(_ stage: Stage, _ subject: Subject? = nil) throws(PlenaryFault) {
        if let subject, call.subject != subject { throw .subject(call.subject) }
        guard self.stage == stage else { throw .stage(self.stage) }
    }

    /// Somebody comes; they are called or go in while it is held.
    mutating func attend(_ attendee: Attendee) throws(PlenaryFault) {
        guard stage == .called || stage == .opened else { throw .stage(stage) }
        guard attendee.number == attendees.count + 1 else { throw .next(attendees.count + 1) }
        guard (attendee.capacity == .witness) == (attendee.contestant != nil),
            attendee.capacity == .witness || attendee.ballots.isEmpty,
            attendee.capacity != .witness || !attendee.ballots.isEmpty,
            Set(attendee.ballots).count == attendee.ballots.count,
            attendee.ballots.allSatisfy(call.ballots.contains)
        else { throw .mandate(attendee.capacity) }
        for number in present.sorted() {
            let other = attendees[number - 1]
            // A body has one chair; a contestant one witness in the room for a ballot (PKPU 5/2024 art. 14(4)).
            let isSame =
                (other.capacity == .chair && attendee.capacity == .chair)
                || (attendee.mandate != nil && other.mandate == attendee.mandate)
                || (attendee.capacity == .witness && other.contestant == attendee.contestant
                    && !Set(other.ballots).isDisjoint(with: attendee.ballots))
            if isSame { throw .attendsAlready(number) }
        }
        if attendee.capacity.isMember, membersPresent >= call.members { throw .tooManyMembers(call.members) }
        attendees.append(attendee)
        present.insert(attendee.number)
    }

    /// Somebody goes.
    mutating func leave(_ number: Int) throws(PlenaryFault) {
        guard stage == .called || stage == .opened else { throw .stage(stage) }
        _ = try attendee(number)
        present.remove(number)
    }

    private func checkQuorum() throws(PlenaryFault) {
        guard chair != nil else { throw .noChair }
        let needed = Quorum.attending(call.members)
        guard membersPresent >= needed else { throw .quorum(present: membersPresent, needed: needed) }
    }

    mutating func open(at time: Int) throws(PlenaryFault) {
        try check(.called)
        try checkQuorum()
        advance(to: .opened, at: time)
    }

    private mutating func advance(to stage: Stage, at time: Int) {
        self.stage = stage
        times[stage] = time
    }

    /// A unit of its table is read: what stands there is known now.
    mutating func read(
        _ ballot: Ballot,
        _ unit: CertifiedFigures.Place,
        _ edition: Edition
    ) throws(PlenaryFault) {
        try check(.opened, .recapitulation)
        guard read[ballot]?[unit]?.edition != edition else { throw .readAlready(ballot, unit) }
        let order = read[ballot]?[unit]?.order ?? readCount(ballot) + 1
        read[ballot, default: [:]][unit] = Reading(edition: edition, order: order)
        last = (ballot, unit)
    }

    mutating func object(_ objection: Objection) throws(PlenaryFault) {
        try check(.opened, .recapitulation)
        guard objection.number == objections.count + 1 else { throw .next(objections.count + 1) }
        let attendee = try attendee(objection.attendee)
        // What was deferred below is taken up by whoever presides.
        guard objection.deferred == nil ? attendee.capacity.mayObject : attendee.capacity == .chair,
            attendee.capacity != .witness || attendee.ballots.contains(objection.ballot)
        else { throw .noVoice(objection.attendee) }
        guard call.ballots.contains(objection.ballot) else {
            throw .ballotNotHere(objection.ballot, region)
        }
        if let unit = objection.unit {
            guard read[objection.ballot]?[unit] != nil else { throw .unread(objection.ballot, unit) }
        } else if objection.field != nil {
            throw .fields
        }
        if objection.field == nil, objection.claimed != nil { throw .fields }
        objections.append(objection)
    }

    mutating func answer(
        _ number: Int,
        _ answer: Objection.Answer,
        isLastTier: (Ballot) -> Bool
    ) throws(PlenaryFault) {
        try check(.opened)
        guard objections.indices.contains(number - 1) else { throw .noObjection(number) }
        let objection = objections[number - 1]
        guard objection.answer == nil else { throw .answeredAlready(number) }
        if answer.outcome == .deferred, isLastTier(objection.ballot) { throw .lastTier(objection.ballot) }
        objections[number - 1].answer = answer
    }

    /// Figures on a column are struck out and written anew; `standing` says what stands there.
    mutating func correct(
        _ correction: Correction,
        entry: Int,
        at time: Int,
        standing: (Field) -> Int??
    ) throws(PlenaryFault) {
        try check(.opened, .recapitulation)
        guard let reading = read[correction.ballot]?[correction.unit] else {
            throw .unread(correction.ballot, correction.unit)
        }
        guard !correction.changes.isEmpty,
            Set(correction.changes.map(\.field)).count == correction.changes.count
        else { throw .fields }
        for change in correction.changes {
            guard let standing = standing(change.field), (0...FormTable.largest).contains(change.new) else {
                throw .fields
            }
            guard standing == change.old, change.old != change.new else {
                throw .otherFigure(change.field, standing: standing)
            }
        }
        for number in correction.initials { _ = try attendee(number) }
        guard let chair, correction.initials.contains(chair),
            Set(correction.initials).count == correction.initials.count
        else { throw .initials }
        if let number = correction.objection { try check(objection: number, by: correction) }
        corrections.append(
            Corrected(correction: correction, edition: reading.edition, entry: entry, time: time)
        )
    }

    /// An objection that a correction answers was accepted, and against one of its figures where it is against any.
    private func check(objection number: Int, by correction: Correction) throws(PlenaryFault) {
        guard objections.indices.contains(number - 1) else { throw .noObjection(number) }
        let objection = objections[number - 1]
        guard objection.ballot == correction.ballot,
            objection.field == nil || Self.settles(correction, objection)
        else { throw .noObjection(number) }
        guard objection.answer?.outcome == .accepted else { throw .unanswered([number]) }
    }

    private static func settles(_ correction: Correction, _ objection: Objection) -> Bool {
        objection.ballot == correction.ballot && objection.unit == correction.unit
            && correction.changes.contains { $0.field == objection.field }
    }

    mutating func note(_ event: Event) throws(PlenaryFault) {
        try check(.opened)
        events.append(event)
    }

    /// Ends the reading; `units` are the columns of a ballot, `isCurrent` says whether one was read as it stands.
    mutating func close(
        at time: Int,
        units: (Ballot) -> [CertifiedFigures.Place],
        isCurrent: (Ballot, CertifiedFigures.Place, Edition) -> Bool
    ) throws(PlenaryFault) {
        try check(.opened)
        for ballot in call.subject == .recapitulation ? call.ballots : [] {
            let open = units(ballot).filter { unit in
                guard let edition = read[ballot]?[unit]?.edition else { return true }
                return !isCurrent(ballot, unit, edition)
            }
            if let first = open.first { throw .unreadUnits(ballot, open.count, first) }
        }
        guard unanswered.isEmpty else { throw .unanswered(unanswered) }
        let uncorrected = objections.filter(awaitsCorrection).map(\.number)
        guard uncorrected.isEmpty else { throw .uncorrected(uncorrected) }
        try checkQuorum()
        advance(to: .closed, at: time)
    }

    mutating func sign(_ signature: Signature) throws(PlenaryFault) {
        try check(.closed, .recapitulation)
        guard try attendee(signature.attendee).capacity.signs else { throw .noVoice(signature.attendee) }
        guard !signatures.contains(where: { $0.attendee == signature.attendee }) else {
            throw .signedAlready(signature.attendee)
        }
        signatures.append(signature)
    }

    mutating func certify(at time: Int) throws(PlenaryFault) {
        try check(.closed, .recapitulation)
        guard unsigned.isEmpty else { throw .unsigned(unsigned) }
        let signed = signatures.count { $0.refusal == nil && attendees[$0.attendee - 1].capacity.isMember }
        let needed = Quorum.attending(call.members)
        guard signed >= needed else { throw .tooFewSignatures(signed, needed: needed) }
        advance(to: .certified, at: time)
    }

    /// It is given up, unless it certified or decided.
    mutating func abandon(_ reason: String, at time: Int) throws(PlenaryFault) {
        guard mayBeAbandoned else { throw .stage(stage) }
        abandonment = reason
        advance(to: .abandoned, at: time)
    }

    mutating func decide(_ decision: OfficeDecision) throws(PlenaryFault) {
        try check(.opened, .decision)
        guard decision.number == decisions.count + 1 else { throw .next(decisions.count + 1) }
        try checkQuorum()
        let members = present.filter { attendees[$0 - 1].capacity.isMember }
        for vote in decision.votes { _ = try attendee(vote.attendee) }
        guard decision.votes.count == members.count, Set(decision.votes.map(\.attendee)) == members else {
            throw .votes
        }
        for vote in decision.votes where vote.vote == .against && vote.reason == nil {
            throw .dissentNeedsReason(vote.attendee)
        }
        if decision.matter.needsDecree, decision.minutes == nil { throw .decree }
        if decision.matter.needsDecree, decision.isCarried, decision.decree == nil { throw .decree }
        decisions.append(decision)
    }
}
