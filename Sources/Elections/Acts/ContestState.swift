/// One ballot as its acts left it.
struct ContestState: Sendable {
    let ballot: Ballot
    private let contestants: [Contestant]
    private let districts: [ElectoralDistrict]
    private let lists: [CandidateList]
    private var ties: [TieDecision] = []
    private var readings: [ReadingState] = []
    private var reported: ReportedFigures?
    private var certified: CertifiedFigures?
    private var determined: [Int: Int]?

    init(_ act: ContestOpened) throws(ActFault) {
        ballot = act.ballot
        contestants = act.contestants
        districts = act.districts
        lists = act.lists
        guard !contestants.isEmpty else { throw .nobodyStands(ballot) }
        var numbers: Set<Int> = []
        for contestant in contestants where !numbers.insert(contestant.number).inserted {
            throw .contestantTwice(ballot, contestant.number)
        }
        for list in lists {
            guard numbers.contains(list.contestant) else { throw .unknownContestant(ballot, list.contestant) }
            if let district = list.district { try check(district: district) }
        }
    }

    func contest(stations: Int) -> Contest {
        Contest(
            ballot: ballot,
            contestants: contestants,
            lists: lists,
            districts: districts,
            tieDecisions: ties,
            readings: readings.map { $0.reading(stations: stations) },
            reported: reported,
            certified: certified,
            determined: determined
        )
    }

    /// Whether a plenary certified, somebody reported or the office determined anything of it.
    var isOfficial: Bool { certified != nil || reported != nil || determined != nil }

    mutating func decide(_ decision: TieDecision) throws(ActFault) {
        try check(district: decision.district)
        try check(contestants: decision.seats.keys)
        guard !ties.contains(where: { $0.district == decision.district }) else {
            throw .tieDecidedTwice(ballot, district: decision.district)
        }
        ties.append(decision)
    }

    mutating func open(_ act: ReadingOpened) throws(ActFault) {
        guard !readings.contains(where: { $0.id == act.id }) else { throw .readingTwice(ballot, act.id) }
        guard Set(act.fields).count == act.fields.count else {
            throw .wrongWidth(ballot, fields: act.fields.count)
        }
        readings.append(ReadingState(act))
    }

    mutating func take(
        _ act: FormsTaken,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>]
    ) throws(ActFault) {
        guard let place = readings.firstIndex(where: { $0.id == act.reading }) else {
            throw .noReading(ballot, act.reading)
        }
        try readings[place].take(act, regions, limited)
    }

    mutating func certify(_ figures: CertifiedFigures, _ regions: Regions) throws(ActFault) {
        guard certified == nil else { throw .figuresTwice(ballot, .figuresCertified) }
        for place in figures.places {
            switch place {
            case .region(let code) where regions[code] == nil: throw .unknownRegion(code)
            case .station(let station) where regions.position(of: station) == nil:
                throw .unknownStation(station)
            case .region, .station: break
            }
        }
        certified = figures
    }

    mutating func report(_ figures: ReportedFigures, _ regions: Regions) throws(ActFault) {
        guard reported == nil else { throw .figuresTwice(ballot, .figuresReported) }
        for row in figures.rows {
            guard regions[row.region] != nil else { throw .unknownRegion(row.region) }
            guard row.votes.count == contestants.count else {
                throw .wrongWidth(ballot, fields: contestants.count)
            }
        }
        reported = figures
    }

    mutating func determine(_ seats: [Int: Int]) throws(ActFault) {
        guard determined == nil else { throw .figuresTwice(ballot, .seatsDetermined) }
        try check(contestants: seats.keys)
        determined = seats
    }

    private func check(district: Int) throws(ActFault) {
        guard districts.contains(where: { $0.number == district }) else {
            throw .unknownDistrict(ballot, district)
        }
    }

    private func check(contestants numbers: some Sequence<Int>) throws(ActFault) {
        for number in numbers where !contestants.contains(where: { $0.number == number }) {
            throw .unknownContestant(ballot, number)
        }
    }
}

/// One reading as its acts left it: forms in the order in which they came.
private struct ReadingState: Sendable {
    let ballot: Ballot
    let id: String
    let name: LocalizedText
    let file: String
    private let fields: [Field]
    private var rows = Pages<Row>()
    /// Row after row, as a ``FormTable`` holds them.
    private var cells = Pages<Int32>()
    /// The versions there are of each station's form, a bit each.
    private var known = Pages<UInt8>()

    /// Which form a row is.
    private struct Row {
        let station: Int32
        let version: FormVersion
    }

    init(_ act: ReadingOpened) {
        ballot = act.ballot
        id = act.id
        name = act.name
        file = act.file
        fields = act.fields
    }

    func reading(stations: Int) -> Reading {
        var forms = FormTable(fields: fields)
        forms.append(cells: cells.joined(), rows: rows.count)
        let rows = rows.joined()
        return Reading(
            id: id,
            name: name,
            file: file,
            forms: forms,
            places: rows.map { Int($0.station) },
            versions: rows.map(\.version),
            stations: stations
        )
    }

    /// Takes in forms, all of them or none.
    mutating func take(
        _ act: FormsTaken,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>]
    ) throws(ActFault) {
        if known.count == 0 { known = Pages(repeating: 0, count: regions.stations.count) }
        var added: [Row] = []
        do throws(ActFault) {
            for village in act.villages { try mark(village, regions, limited, &added) }
        } catch {
            for row in added { known[Int(row.station)] &= ~row.version.bit }
            throw error
        }
        rows.append(added[...])
        for village in act.villages { cells.append(village.cells[...]) }
    }

    /// Marks the forms of a village as known.
    private mutating func mark(
        _ village: FormsTaken.Village,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>],
        _ added: inout [Row]
    ) throws(ActFault) {
        guard village.cells.count == village.forms.count * fields.count else {
            throw .wrongWidth(ballot, fields: fields.count)
        }
        let range = regions.stationPositions(in: village.code)
        for form in village.forms {
            let code = StationCode(village: village.code, number: form.station)
            guard let place = regions.position(of: code, in: range) else { throw .unknownStation(code) }
            if limited[place]?.contains(ballot) == false { throw .ballotNotAtStation(ballot, code) }
            guard known[place] & form.version.bit == 0 else {
                throw .formTwice(ballot, code, form.version)
            }
            known[place] |= form.version.bit
            added.append(Row(station: Int32(place), version: form.version))
        }
    }
}

extension FormVersion {
    fileprivate var bit: UInt8 {
        switch self {
        case .regular: 1
        case .postponed: 2
        case .continued: 4
        case .postponedCount: 8
        case .revote: 16
        case .recount: 32
        }
    }
}
