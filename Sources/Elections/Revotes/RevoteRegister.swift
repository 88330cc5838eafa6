/// The votes and counts of an office that were not the first.
public struct RevoteRegister: Sendable {
    /// All of them, by number − 1.
    public private(set) var all: [Revote] = []
    /// Those that others have on record, in the order in which they were taken over.
    public private(set) var known: [KnownRevote] = []
    /// Who proposed each, by number − 1; empty where nobody knows.
    private var proposers: [String] = []

    /// Nothing yet, but what others have on record.
    public init(known: [KnownRevote] = []) {
        self.known = known
    }

    /// The one with a number; `nil` when there is none.
    public subscript(number: Int) -> Revote? {
        all.indices.contains(number - 1) ? all[number - 1] : nil
    }

    /// Those of a station, in their order.
    public func revotes(at station: StationCode) -> [Revote] { all.filter { $0.station == station } }

    /// The one a form is the result of; `nil` where none was held.
    public func held(_ form: FormKey) -> Revote? {
        all.last {
            $0.stage == .held && $0.station == form.station && $0.version == form.version
                && $0.ballots.contains(form.ballot)
        }
    }

    /// Those that were held, by station.
    var heldByStation: [StationCode: [Revote]] {
        Dictionary(grouping: all.filter { $0.stage == .held }, by: \.station)
    }

    /// Whether a form can be there: of a vote or count that was held here, or as others tell.
    func isHeld(_ form: FormKey) -> Bool {
        held(form) != nil || known.contains { $0.held != nil && $0.isOf(form) }
    }

    /// The one that others tell of, of which a form is the result; `nil` where none does.
    public func known(_ form: FormKey) -> KnownRevote? { known.first { $0.isOf(form) } }

    /// Takes over one that others have on record; `first` is the day of the first vote.
    mutating func take(_ revote: KnownRevote, first: CalendarDate) throws(RevoteFault) {
        guard !revote.ballots.isEmpty, Set(revote.ballots).count == revote.ballots.count else {
            throw .ballots
        }
        guard revote.version != .regular else { throw .ground(revote.ground ?? .ruling, .regular) }
        if let ground = revote.ground, !ground.versions.contains(revote.version.once) {
            throw .ground(ground, revote.version)
        }
        if let held = revote.held, held < first { throw .date(last: nil) }
        let isKnown = known.contains { other in
            other.station == revote.station && other.version == revote.version
                && !Set(other.ballots).isDisjoint(with: revote.ballots)
        }
        guard !isKnown else { throw .knownAlready(revote.station) }
        known.append(revote)
    }

    mutating func propose(_ revote: Revote, by account: String) throws(RevoteFault) {
        guard revote.number == all.count + 1 else { throw .number(next: all.count + 1) }
        guard !revote.ballots.isEmpty, Set(revote.ballots).count == revote.ballots.count else {
            throw .ballots
        }
        guard revote.ground.versions.contains(revote.version.once) else {
            throw .ground(revote.ground, revote.version)
        }
        let proposed = revotes(at: revote.station).first { other in
            other.stage == .proposed && other.version == revote.version
                && !Set(other.ballots).isDisjoint(with: revote.ballots)
        }
        if let proposed { throw .proposedAlready(proposed.number) }
        try check(revote)
        all.append(revote)
        proposers.append(account)
    }

    /// Checks that one may be ordered beside those of its station that were ordered or held, and that its form will
    /// supersede theirs.
    private func check(_ revote: Revote) throws(RevoteFault) {
        let others = revotes(at: revote.station).filter {
            $0.number != revote.number && [.ordered, .held].contains($0.stage)
        }
        let known = known.filter { $0.held != nil && $0.station == revote.station }
        // A ruling may order what the law allows once.
        if revote.ground != .ruling {
            if let other = others.first(where: { $0.version.once == revote.version.once }) {
                throw .oncePerStation(other.number)
            }
            if known.contains(where: { $0.version.once == revote.version.once }) {
                throw .knownAlready(revote.station)
            }
        }
        let all =
            others.map { ($0.version, $0.ballots) } + known.map { ($0.version, $0.ballots) }
        let before = all.filter { !Set($0.1).isDisjoint(with: revote.ballots) }.map(\.0)
        if let last = before.max(), last >= revote.version { throw .order(last: last) }
        // A first recount is of the ballots of the first vote.
        if revote.version == .recount, before.contains(.revote) { throw .order(last: .revote) }
        guard revote.version == revote.version.once || !before.isEmpty else { throw .order(last: nil) }
    }

    private func place(_ number: Int) throws(RevoteFault) -> Int {
        guard all.indices.contains(number - 1) else { throw .number(next: all.count + 1) }
        return number - 1
    }

    mutating func recommend(_ number: Int, _ paper: Revote.Paper) throws(RevoteFault) {
        let place = try place(number)
        guard all[place].stage == .proposed else { throw .stage(all[place].stage) }
        all[place].recommendations.append(paper)
    }

    /// Orders it or refuses it; `first` is the day of the first vote, `last` the last day the law allows.
    mutating func decide(
        _ number: Int,
        _ outcome: Revote.Outcome,
        _ decision: OfficeDecision?,
        first: CalendarDate,
        last: CalendarDate?,
        by account: String
    ) throws(RevoteFault) {
        let place = try place(number)
        // What was ordered may be put on another day, or called off.
        guard [.proposed, .ordered].contains(all[place].stage) else { throw .stage(all[place].stage) }
        guard account.isEmpty || proposers[place] != account else { throw .samePerson }
        let isOrdered = outcome.date != nil
        guard let decision, decision.matter == .revote, decision.isCarried == isOrdered else {
            throw .decision(outcome.decision)
        }
        if let date = outcome.date {
            guard all[place].ground != .ruling || outcome.ruling != nil else { throw .noRuling }
            let last = outcome.ruling?.last ?? last
            guard date >= first, last.map({ date <= $0 }) ?? true else { throw .date(last: last) }
            // What was ordered before is put on another day, whatever was ordered since.
            if all[place].stage == .proposed { try check(all[place]) }
        }
        all[place].outcome = outcome
        all[place].stage = isOrdered ? .ordered : .rejected
    }

    mutating func hold(
        _ number: Int,
        _ holding: Revote.Holding,
        first: CalendarDate,
        last: CalendarDate?
    ) throws(RevoteFault) {
        let place = try place(number)
        guard all[place].stage == .ordered else { throw .stage(all[place].stage) }
        let last = all[place].outcome?.ruling?.last ?? last
        guard holding.date >= first, last.map({ holding.date <= $0 }) ?? true else {
            throw .date(last: last)
        }
        if let day = all[place].outcome?.date, day != holding.date { throw .otherDay(day) }
        for other in revotes(at: all[place].station)
        where other.number != number && !Set(other.ballots).isDisjoint(with: all[place].ballots) {
            if other.stage == .held, other.version > all[place].version { throw .order(last: other.version) }
            if other.stage == .ordered, other.version < all[place].version {
                throw .earlierOrdered(other.number)
            }
        }
        guard Set(holding.papers.keys) == (all[place].version.isCount ? [] : Set(all[place].ballots)),
            holding.papers.values.allSatisfy((0...FormTable.largest).contains)
        else { throw .papers }
        all[place].holding = holding
        all[place].stage = .held
    }
}
