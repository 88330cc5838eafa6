/// The lists of candidates of a ballot, from what parties hand in to what became of those on the final ones.
///
/// ```
/// submitted ─► provisional (DCS) ─► final (DCT)
///    └─ again      └─ objected, replaced     └─ a status: votes stay
/// ```
///
/// - Legal source: UU 7/2017 art. 240–256.
public struct Candidacy: Hashable, Sendable {
    /// How far they have come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Parties hand them in.
        case submitted
        /// Provisional ones are published: the public objects, parties replace.
        case provisional
        /// Final ones are published.
        case final
    }

    /// A list as it was handed in.
    public struct Submission: Hashable, Sendable {
        /// How often the party had handed in a list of the district, this one included.
        public let round: Int
        /// The list.
        public let list: CandidateList
        /// The day.
        public let date: CalendarDate
        /// What it lacks: such a list is not published.
        public let faults: [ListFault]
    }

    /// Everything that was handed in, in its order; never public.
    public private(set) var submissions: [Submission] = []
    /// The provisional lists; `nil` while there are none.
    public private(set) var provisional: PublishedLists?
    /// The final lists; `nil` while there are none.
    public private(set) var final: PublishedLists?
    /// The published lists with every replacement since; empty before there are any.
    public private(set) var lists: [CandidateList] = []
    /// What the public objected, by number − 1.
    public private(set) var objections: [ListObjection] = []
    /// Who was replaced, in order.
    public private(set) var replacements: [Replacement] = []
    /// What became of candidates, in order.
    public private(set) var changes: [CandidateKey: [StatusChange]] = [:]

    /// Nothing yet.
    init() {}

    /// How far they have come.
    public var stage: Stage { final != nil ? .final : provisional != nil ? .provisional : .submitted }

    /// The last that was handed in of each list.
    public var latest: [ListKey: Submission] {
        Dictionary(submissions.map { ($0.list.key, $0) }) { _, later in later }
    }

    /// The objections that have no answer.
    public var openObjections: [ListObjection] { objections.filter { $0.answer == nil } }

    /// What became of each candidate of whom anything is known.
    public var statuses: [CandidateKey: CandidateStatus] { changes.compactMapValues(\.last?.status) }

    /// What of it is public: all but what was handed in.
    public var published: Candidacy {
        var copy = self
        copy.submissions = []
        return copy
    }

    /// The lists that would be published next: those handed in that lack nothing, or the provisional ones as they
    /// stand.
    public func next(_ rules: ListRules) -> [CandidateList] {
        guard provisional == nil else { return lists }
        return rules.arranged(latest.values.filter(\.faults.isEmpty).map(\.list))
    }
}

extension Candidacy {
    mutating func submit(_ list: CandidateList, on date: CalendarDate, _ rules: ListRules)
        throws(CandidacyFault)
    {
        try check(.submitted)
        try rules.checkSubmitted(list)
        let earlier = submissions.filter { $0.list.key == list.key }
        try Self.check(date, first: earlier.last?.date)
        submissions.append(
            Submission(
                round: earlier.count + 1,
                list: list,
                date: date,
                faults: rules.faults(of: list.candidates)
            )
        )
    }

    /// Whoever publishes has what was handed in; a reader of the public record has none of it.
    func checkNext(_ published: PublishedLists, _ rules: ListRules) throws(CandidacyFault) {
        let next = next(rules)
        guard
            let place = (0..<max(next.count, published.lists.count)).first(where: {
                !next.indices.contains($0) || !published.lists.indices.contains($0)
                    || next[$0].canonicalText != published.lists[$0].canonicalText
            })
        else { return }
        throw .otherList((published.lists.indices.contains(place) ? published.lists : next)[place].key)
    }

    mutating func publish(provisional published: PublishedLists, _ rules: ListRules)
        throws(CandidacyFault)
    {
        try check(.submitted)
        if let decision = published.decision { throw .decision(decision) }
        for list in published.lists { try rules.checkSubmitted(list) }
        try rules.checkPublished(published.lists)
        try Self.check(published.date, first: submissions.map(\.date).max())
        if !submissions.isEmpty { try checkNext(published, rules) }
        provisional = published
        lists = published.lists
    }

    /// Publishes the final lists; `decision` is the one they name, `vote` the day of the vote.
    mutating func publish(
        final published: PublishedLists,
        _ rules: ListRules,
        _ decision: OfficeDecision?,
        vote: CalendarDate
    ) throws(CandidacyFault) {
        try check(.provisional)
        let open = openObjections.map(\.number)
        guard open.isEmpty else { throw .openObjections(open) }
        try rules.checkPublished(published.lists)
        try checkNext(published, rules)
        guard let decision, decision.isCarried, decision.matter != .revote, decision.decree != nil else {
            throw .decision(published.decision)
        }
        let days = [provisional?.date] + objections.map(\.answer?.date) + replacements.map(\.date)
        try Self.check(published.date, first: days.compactMap(\.self).max(), last: vote)
        final = published
    }

    mutating func object(_ objection: ListObjection) throws(CandidacyFault) {
        try check(.provisional)
        guard objection.number == objections.count + 1 else {
            throw .objectionNumber(next: objections.count + 1)
        }
        guard let list = lists.first(where: { $0.key == objection.list }) else {
            throw .otherList(objection.list)
        }
        if let number = objection.candidate, !list.candidates.contains(where: { $0.number == number }) {
            throw .noCandidate(CandidateKey(objection.list, number))
        }
        try Self.check(objection.date, first: provisional?.date)
        objections.append(objection)
    }

    mutating func answer(_ number: Int, _ answer: ListObjection.Answer) throws(CandidacyFault) {
        try check(.provisional)
        guard objections.indices.contains(number - 1), objections[number - 1].answer == nil else {
            throw .noOpenObjection(number)
        }
        try Self.check(answer.date, first: objections[number - 1].date)
        objections[number - 1].answer = answer
    }

    mutating func replace(_ replacement: Replacement) throws(CandidacyFault) {
        try check(.provisional)
        let place = replacement.place
        guard let index = lists.firstIndex(where: { $0.key == place.list }),
            lists.candidate(place) != nil
        else { throw .noCandidate(place) }
        if replacement.reason == .afterObjection {
            let isUpheld = objections.contains { objection in
                objection.answer?.outcome == .upheld && objection.list == place.list
                    && (objection.candidate ?? place.number) == place.number
            }
            guard isUpheld else { throw .noObjectionUpheld(place) }
        }
        if let sex = replacement.successor?.sex, ![.male, .female].contains(sex) {
            throw .sexUnknown(place.list, [place.number])
        }
        try Self.check(replacement.date, first: provisional?.date)
        lists[index] = lists[index].replacing(place.number, by: replacement.successor)
        replacements.append(replacement)
    }

    /// Sets what became of somebody on a final list; `lists` are those the ballot is voted on by.
    mutating func set(_ key: CandidateKey, _ change: StatusChange, on lists: [CandidateList])
        throws(CandidacyFault)
    {
        guard !lists.isEmpty else { throw .stage(stage) }
        guard lists.candidate(key) != nil else { throw .noCandidate(key) }
        let last = changes[key]?.last
        guard change.status != last?.status ?? .standing else { throw .status(change.status) }
        try Self.check(change.date, first: last?.date ?? final?.date)
        changes[key, default: []].append(change)
    }

    private func check(_ wanted: Stage) throws(CandidacyFault) {
        guard stage == wanted else { throw .stage(stage) }
    }

    private static func check(_ date: CalendarDate, first: CalendarDate?, last: CalendarDate? = nil)
        throws(CandidacyFault)
    {
        guard first.map({ $0 <= date }) ?? true, last.map({ date <= $0 }) ?? true else {
            throw .date(first: first, last: last)
        }
    }
}

extension CandidateList {
    /// The list with somebody else at a number, or with nobody.
    fileprivate func replacing(_ number: Int, by successor: Replacement.Successor?) -> CandidateList {
        CandidateList(
            district: district,
            contestant: contestant,
            candidates: candidates.compactMap { candidate in
                guard candidate.number == number else { return candidate }
                return successor.map { Candidate(number: number, name: $0.name, sex: $0.sex) }
            }
        )
    }
}
