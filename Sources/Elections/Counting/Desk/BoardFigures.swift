/// How far the counting of a region has come, ballot by ballot.
///
/// What is typed and not accepted is counted, and never added up.
public struct BoardFigures: Sendable {
    /// How far a form has come, as the board shows it.
    public enum Phase: String, CaseIterable, Hashable, Sendable {
        /// Nobody typed it.
        case untouched
        /// One person typed it.
        case typing
        /// Typists differ: it waits for a resolver.
        case differing
        /// It is typed again in part.
        case sentBack
        /// It does not add up: it waits for a supervisor.
        case held
        /// It counts.
        case accepted

        /// The phase of a form; of one that nobody touched where `nil`.
        public init(_ work: FormWork?) {
            guard let work else {
                self = .untouched
                return
            }
            self =
                switch work.stage {
                case .typing: work.entries.isEmpty ? .untouched : .typing
                case .differing: .differing
                case .sentBack: .sentBack
                // What follows from these follows at once.
                case .agreed, .approved, .held: .held
                case .accepted: .accepted
                }
        }
    }

    /// The forms of a region: of every station its first vote, and what was held again or counted again so far.
    public struct Counts: Sendable {
        /// How many there are of each phase, in the order of ``Phase``.
        public private(set) var forms = Phase.allCases.map { _ in 0 }
        /// How many stations have an accepted form.
        public fileprivate(set) var stations = 0
        /// The roll of the stations with an accepted form.
        public fileprivate(set) var electorate = 0
        /// The valid votes of accepted forms, of each station the one that counts.
        public fileprivate(set) var valid = 0
        /// Its votes, in the order of the contestants.
        public fileprivate(set) var votes: [Int]

        fileprivate init(contestants: Int) { votes = Array(repeating: 0, count: contestants) }

        /// How many forms there are of a phase.
        public subscript(phase: Phase) -> Int { forms[phase.place] }

        /// How many forms there are.
        public var all: Int { forms.reduce(0, +) }

        fileprivate mutating func add(_ phase: Phase) { forms[phase.place] += 1 }
    }

    /// What a line of the board is about.
    public enum Place: Hashable, Sendable {
        case region(RegionCode)
        case station(StationCode)
    }

    /// One ballot.
    public struct Progress: Sendable {
        /// The ballot.
        public let ballot: Ballot
        /// Who stands.
        public let contestants: [Contestant]
        /// The whole region.
        public fileprivate(set) var total: Counts
        /// What lies one step below: regions, or the stations of a village.
        public fileprivate(set) var rows: [(place: Place, counts: Counts)]
        /// The districts, where the figures are of the whole office; none where seats are not divided here.
        fileprivate(set) var districts: [DistrictCount] = []
    }

    /// Forms that wait for somebody.
    public struct Queue: Sendable {
        /// How many.
        public fileprivate(set) var count = 0
        /// Since when the first of them, in milliseconds since 1970; `nil` for none.
        public fileprivate(set) var oldest: Int?

        fileprivate mutating func add(_ time: Int) {
            count += 1
            oldest = min(oldest ?? time, time)
        }
    }

    /// How many forms do not pass a check.
    public struct Rule: Sendable {
        /// The check.
        public let check: Check
        /// Of those that are held.
        public fileprivate(set) var held = 0
        /// Of those that are accepted.
        public fileprivate(set) var accepted = 0
    }

    /// How often somebody typed another figure than the one that stood in the end.
    public struct Typist: Sendable {
        /// Forms they typed, in whole or in part.
        public fileprivate(set) var forms = 0
        /// Figures.
        public fileprivate(set) var slips = 0
    }

    /// The region.
    public let place: RegionCode
    /// Whether it has all stations of the office.
    public let isWhole: Bool
    /// The ballots whose desks are open, in the order of counting.
    public private(set) var ballots: [Progress] = []
    /// What waits, by phase; nothing waits of what nobody touched, or is accepted.
    public private(set) var queues: [Phase: Queue] = [:]
    /// The checks that forms do not pass, in the order of their codes.
    public private(set) var rules: [Rule] = []
    /// Where typists slip, by account.
    public private(set) var typists: [String: Typist] = [:]
    /// The same by part of the form.
    public private(set) var parts: [Field.Part: Int] = [:]

    /// The figures of a region.
    ///
    /// - Returns: `nil` when there is no such region.
    /// - Complexity: O(stations of the region × ballots + fields and checks of the forms that are held or accepted).
    public init?(_ state: ElectionState, in place: RegionCode) {
        guard let regions = state.regions, regions[place] != nil else { return nil }
        self.place = place
        let stations = regions.stationPositions(in: place)
        isWhole = stations == regions.stations.indices
        let doubts = judge(state, regions, stations)
        let lines = Self.lines(in: place, regions)
        let held = state.revotes.heldByStation
        for ballot in state.desks {
            guard let contest = state.contest(ballot), let desk = contest.desk else { continue }
            let bare = state.contestWithoutForms(of: ballot)
            let contestants = bare?.contestants ?? []
            let columns = VoteColumns(desk.fields, contestants)
            var districts = isWhole ? bare.flatMap { DistrictCounter(state, $0, doubts) } : nil
            var progress = Progress(
                ballot: ballot,
                contestants: contestants,
                total: Counts(contestants: contestants.count),
                rows: lines.map { ($0.place, Counts(contestants: contestants.count)) }
            )
            var line = 0
            for station in stations where state.hasBallot(ballot, atStation: station) {
                while line < lines.count, lines[line].stations.upperBound <= station { line += 1 }
                let work = desk.work(
                    ofStation: station,
                    ballot,
                    heldAgain: held[regions.stations[station]] ?? []
                )
                for phase in Self.phases(work) { progress.add(phase, to: line) }
                for form in work { wait(form, desk) }
                // The latest version that is accepted counts.
                let accepted = work.last { $0.stage == .accepted }
                let counted = accepted.flatMap { form in
                    contest.deskCells(station, form.version).map { (form.version, columns.read($0)) }
                }
                districts?.add(station, regions.stations[station], work, counted)
                guard let (_, votes) = counted else { continue }
                progress.add(votes, state.electorate(atStation: station)?.total ?? 0, to: line)
            }
            progress.districts = districts?.districts ?? []
            ballots.append(progress)
        }
    }

    /// Judges the forms that are held or accepted; where accepted ones contradict themselves is what comes of it.
    private mutating func judge(_ state: ElectionState, _ regions: Regions, _ stations: Range<Int>)
        -> FormDoubts
    {
        var judged: [Int: Rule] = [:]
        var doubts = FormDoubts()
        // What judges forms is made once, and kept in this copy.
        var state = state
        for ballot in state.desks {
            guard let contest = state.contest(ballot), let desk = contest.desk else { continue }
            let columns = Dictionary(uniqueKeysWithValues: desk.fields.enumerated().map { ($1, $0) })
            for station in stations {
                for form in desk.work(ofStation: station) where [.held, .accepted].contains(form.stage) {
                    let key = FormKey(ballot, regions.stations[station], form.version)
                    guard let cells = form.cells ?? contest.deskCells(station, form.version),
                        let findings = try? state.findings(of: key, station, cells), !findings.isEmpty
                    else { continue }
                    for check in Set(findings.map(\.place)) {
                        judged[check, default: Rule(check: Check.all[check])].add(form.stage)
                    }
                    guard form.stage == .accepted else { continue }
                    doubts.add(ballot, station, form.version, findings) { field, origin in
                        guard origin == .form else { return state.figure(field, origin, of: key, []) }
                        return columns[field].flatMap {
                            cells[$0] == FormTable.missing ? nil : Int(cells[$0])
                        }
                    }
                }
            }
        }
        rules = judged.sorted { $0.key < $1.key }.map(\.value)
        return doubts
    }

    /// What lies below a region, in the order of the register, each with its stations.
    private static func lines(
        in place: RegionCode,
        _ regions: Regions
    ) -> [(place: Place, stations: Range<Int>)] {
        guard place.tier == .village else {
            return regions.children(of: place).map {
                (.region($0.code), regions.stationPositions(in: $0.code))
            }
        }
        return regions.stationPositions(in: place).map { (.station(regions.stations[$0]), $0..<$0 + 1) }
    }

    private static func phases(_ work: [FormWork]) -> [Phase] {
        let phases = work.map { Phase($0) }
        return work.contains { $0.version == .regular } ? phases : [.untouched] + phases
    }

    private mutating func wait(_ form: FormWork, _ desk: CountingDesk) {
        let phase = Phase(form)
        switch phase {
        case .untouched, .accepted: break
        case .typing: queues[phase, default: Queue()].add(form.begun ?? form.changed)
        case .differing, .sentBack, .held: queues[phase, default: Queue()].add(form.changed)
        }
        for entry in form.entries {
            typists[entry.account, default: Typist()].forms += 1
            typists[entry.account, default: Typist()].slips += entry.slips.count
            for column in entry.slips { parts[desk.fields[column].part, default: 0] += 1 }
        }
    }
}

extension BoardFigures.Phase {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension BoardFigures.Rule {
    fileprivate mutating func add(_ stage: FormWork.Stage) {
        if stage == .accepted { accepted += 1 } else { held += 1 }
    }
}

extension BoardFigures.Progress {
    fileprivate mutating func add(_ phase: BoardFigures.Phase, to line: Int) {
        total.add(phase)
        rows[line].counts.add(phase)
    }

    fileprivate mutating func add(_ figures: CountedVotes, _ electorate: Int, to line: Int) {
        total.add(figures, electorate)
        rows[line].counts.add(figures, electorate)
    }
}

extension BoardFigures.Counts {
    fileprivate mutating func add(_ figures: CountedVotes, _ electorate: Int) {
        stations += 1
        self.electorate += electorate
        valid += figures.stated ?? 0
        for (place, figure) in figures.votes.enumerated() { votes[place] += figure }
    }
}

/// Where the votes of a form stand; a figure that the paper leaves empty adds nothing.
private struct VoteColumns {
    private let valid: Int?
    private let votes: [Int?]

    init(_ fields: [Field], _ contestants: [Contestant]) {
        valid = fields.firstIndex(of: .valid)
        votes = contestants.map { fields.firstIndex(of: .votes($0.number)) }
    }

    func read(_ cells: [Int32]) -> CountedVotes {
        func figure(_ column: Int?) -> Int? {
            column.flatMap { cells[$0] == FormTable.missing ? nil : Int(cells[$0]) }
        }
        let votes = votes.map(figure)
        return CountedVotes(
            stated: figure(valid),
            votes: votes.map { $0 ?? 0 },
            isEntered: votes.contains { $0 != nil }
        )
    }
}

extension ElectionState {
    /// The forms of a region in one phase, in the order of ballots and stations; so many at most.
    ///
    /// - Complexity: O(stations of the region × ballots).
    public func forms(in place: RegionCode, _ phase: BoardFigures.Phase, most: Int) -> [FormKey] {
        guard let regions else { return [] }
        var forms: [FormKey] = []
        let held = revotes.heldByStation
        for ballot in desks {
            guard let desk = desk(of: ballot) else { continue }
            for station in regions.stationPositions(in: place) where hasBallot(ballot, atStation: station) {
                let work = desk.work(
                    ofStation: station,
                    ballot,
                    heldAgain: held[regions.stations[station]] ?? []
                )
                let versions = Set(work.map(\.version) + [.regular]).sorted()
                for version in versions
                where BoardFigures.Phase(work.first { $0.version == version }) == phase {
                    forms.append(FormKey(ballot, regions.stations[station], version))
                    if forms.count == most { return forms }
                }
            }
        }
        return forms
    }
}
