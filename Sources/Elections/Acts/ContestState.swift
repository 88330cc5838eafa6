/// One ballot as its acts left it.
struct ContestState: Sendable {
    let ballot: Ballot
    let contestants: [Contestant]
    let districts: [ElectoralDistrict]
    private let nation: [Int: Int]
    /// The final lists; empty while there are none.
    private(set) var lists: [CandidateList]
    /// Whether it was opened with its final lists, which are on record elsewhere.
    let hasListsElsewhere: Bool
    private var ties: [TieDecision] = []
    private var seatDecisions: [TieDecision] = []
    private var listDecisions: [ListDecision] = []
    private var readings: [ReadingState] = []
    private var reported: ReportedFigures?
    /// The certified figures in force.
    private(set) var certified: CertifiedFigures?
    /// All figures that were certified, in their order.
    private(set) var editions: [CertifiedEdition] = []
    private var determined: [Int: Int]?
    /// Where its forms are typed; `nil` while that is not open.
    private(set) var desk: CountingDesk?

    init(_ act: ContestOpened) throws(ActFault) {
        ballot = act.ballot
        contestants = act.contestants
        districts = act.districts
        nation = act.nation
        lists = act.lists
        hasListsElsewhere = !act.lists.isEmpty
        guard !contestants.isEmpty else { throw .nobodyStands(ballot) }
        var numbers: Set<Int> = []
        for contestant in contestants where !numbers.insert(contestant.number).inserted {
            throw .contestantTwice(ballot, contestant.number)
        }
        for district in districts where district.number <= 0 {
            throw .unknownDistrict(ballot, district.number)
        }
        for number in nation.keys.sorted() where !numbers.contains(number) {
            throw .unknownContestant(ballot, number)
        }
        for list in lists {
            guard numbers.contains(list.contestant) else { throw .unknownContestant(ballot, list.contestant) }
            if let district = list.district { try check(district: district) }
        }
    }

    /// The ballot with its figures; without any forms where `hasForms` does not hold.
    func contest(
        stations: Int,
        hasForms: Bool = true,
        _ statuses: [CandidateKey: CandidateStatus]
    ) -> Contest {
        Contest(
            ballot: ballot,
            contestants: contestants,
            lists: lists,
            statuses: statuses,
            districts: districts,
            tieDecisions: ties,
            seatDecisions: seatDecisions,
            listDecisions: listDecisions,
            nation: nation,
            readings: readings.map { $0.reading(stations: stations, hasForms: hasForms) },
            reported: reported,
            certified: certified,
            editions: editions,
            determined: determined
        )
    }

    /// Its districts; none where their seats are not divided here.
    var electoralDistricts: [ElectoralDistrict] { districts }

    /// The numbers of its districts.
    var districtNumbers: [Int] { districts.map(\.number) }

    /// Whether a reading is there, and one that never counts.
    func isComparison(_ reading: String) -> Bool {
        readings.contains { $0.id == reading && $0.comparison != nil }
    }

    /// Whether a reading is there.
    func hasReading(_ id: String) -> Bool { readings.contains { $0.id == id } }

    /// Whether a station's form is in a reading.
    func has(_ station: Int, _ version: FormVersion, inReading id: String) -> Bool {
        readings.first { $0.id == id }?.has(station, version) ?? false
    }

    /// Whether a plenary certified or the office determined anything of it, or somebody reported what no reading holds.
    var isOfficial: Bool {
        certified != nil || determined != nil || (reported != nil && readings.isEmpty)
    }
    /// Whether any reading that counts has a station's form.
    func hasForm(_ station: Int, _ version: FormVersion) -> Bool {
        readings.contains { $0.comparison == nil && $0.has(station, version) }
    }

    /// Whether anything that depends on what forms have room for was begun.
    var isCounted: Bool { !readings.isEmpty || desk != nil }

    /// The final lists were published.
    mutating func settle(_ lists: [CandidateList]) { self.lists = lists }

    mutating func decide(_ decision: TieDecision) throws(ActFault) {
        try check(district: decision.district)
        try check(contestants: decision.seats.keys)
        guard !ties.contains(where: { $0.district == decision.district }) else {
            throw .tieDecidedTwice(ballot, district: decision.district)
        }
        ties.append(decision)
    }

    /// A decision on equal candidates whose tie was looked up.
    mutating func add(_ decision: ListDecision) { listDecisions.append(decision) }

    /// A decision on a tie of parties that was looked up.
    mutating func add(_ decision: TieDecision) { seatDecisions.append(decision) }

    mutating func open(_ act: ReadingOpened) throws(ActFault) {
        guard !readings.contains(where: { $0.id == act.id }) else { throw .readingTwice(ballot, act.id) }
        guard Set(act.fields).count == act.fields.count else {
            throw .wrongWidth(ballot, fields: act.fields.count)
        }
        if let source = act.comparison {
            // Behind one that counts, so that whoever takes the first reading never takes this one.
            guard readings.contains(where: { $0.comparison == nil }), act.id != DeskOpened.reading else {
                throw .noReading(ballot, DeskOpened.reading)
            }
            if case .witnesses(let number) = source { try check(contestants: [number]) }
        }
        readings.append(ReadingState(act))
    }

    mutating func take(
        _ act: FormsTaken,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>],
        by author: Author
    ) throws(ActFault) {
        guard let place = readings.firstIndex(where: { $0.id == act.reading }) else {
            throw .noReading(ballot, act.reading)
        }
        guard let desk, act.reading == DeskOpened.reading else {
            return try readings[place].take(act, regions, limited)
        }
        try checkAgreed(act, desk, regions)
        try readings[place].take(act, regions, limited)
        try each(act, regions) { (form, station, figures) throws(ActFault) in
            try work(form, station) { (work) throws(DeskFault) in try work.accept(figures, by: author) }
        }
    }

    mutating func certify(_ act: FiguresCertified, _ regions: Regions) throws(ActFault) {
        let figures = act.figures
        let isTwice =
            act.plenary == nil
            ? certified != nil : editions.contains { $0.plenary == act.plenary }
        guard !isTwice else { throw .figuresTwice(ballot, .figuresCertified) }
        for place in figures.places {
            switch place {
            case .region(let code) where regions[code] == nil: throw .unknownRegion(code)
            case .station(let station) where regions.position(of: station) == nil:
                throw .unknownStation(station)
            case .region, .station: break
            }
        }
        certified = certified.map { $0.superseded(by: figures) } ?? figures
        editions.append(CertifiedEdition(plenary: act.plenary, figures: figures))
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

// MARK: - The counting desk

extension ContestState {
    /// What forms of the ballot have room for under a law.
    func layout(_ law: Law) -> FormLayout { FormLayout(ballot, law, contestants, lists) }

    /// The reading that a station's form is held against from other ballots: the desk's, or else the first.
    var counted: (id: String, fields: [Field])? {
        countedReading.map { ($0.id, $0.fields) }
    }

    /// The figures of a station's latest form of one vote in ``counted``; `nil` where there is none.
    func countedCells(_ station: Int, vote: FormVersion) -> [Int32]? {
        countedReading?.cells(station, vote: vote)
    }

    /// The fields in which figures of its forms are added up: those of the first reading that counts, or else of what
    /// was certified.
    var countedFields: [Field] {
        readings.first { $0.comparison == nil }?.fields ?? certified?.forms.fields ?? []
    }

    /// Where the votes of the contestants stand among ``countedFields``, in the order of the ballot.
    var voteColumns: [Int?] {
        let fields = countedFields
        return contestants.map { fields.firstIndex(of: .votes($0.number)) }
    }

    /// The version of the form that counts at a station; `nil` where there is none.
    ///
    /// It is the form of ``Contest/formInForce(atStation:)``.
    func inForce(_ station: Int) -> FormVersion? { readingInForce(station)?.version }

    private func readingInForce(_ station: Int) -> (reading: Int, version: FormVersion)? {
        var found: (reading: Int, version: FormVersion)?
        for (place, reading) in readings.enumerated() where reading.comparison == nil {
            guard let version = reading.latest(station) else { continue }
            if let known = found?.version {
                if version <= known { continue }
            } else if place > 0, version == .regular {
                continue
            }
            found = (place, version)
        }
        return found
    }

    /// The figures of a station's form of one version in ``countedFields``, from the first reading that holds it;
    /// `nil` where none does.
    func countedCells(_ station: Int, _ version: FormVersion) -> [Int32]? {
        for reading in readings where reading.comparison == nil {
            guard let cells = reading.cells(station, version) else { continue }
            let fields = countedFields
            guard reading.fields != fields else { return cells }
            return fields.map { field in
                reading.fields.firstIndex(of: field).map { cells[$0] } ?? FormTable.missing
            }
        }
        return nil
    }

    /// What readings that never count say of a station's form of one version.
    func copies(_ station: Int, _ version: FormVersion) -> [FormCopy] {
        readings.compactMap { reading in
            guard let source = reading.comparison, let cells = reading.cells(station, version) else {
                return nil
            }
            return FormCopy(
                source: source,
                name: reading.name,
                figures: zip(reading.fields, cells).map { ($0, $1 == FormTable.missing ? nil : Int($1)) }
            )
        }
    }

    private var countedReading: ReadingState? {
        (desk == nil ? nil : readings.first { $0.id == DeskOpened.reading })
            ?? readings.first { $0.comparison == nil }
    }

    /// The district a village lies in; `nil` where lists do not differ by district.
    func district(of village: RegionCode) -> Int? {
        lists.isEmpty ? nil : districts.number(of: village)
    }

    /// The figures of a form in the desk's reading; `nil` when it is not there.
    func deskCells(_ station: Int, _ version: FormVersion) -> [Int32]? {
        guard desk != nil else { return nil }
        return readings.first { $0.id == DeskOpened.reading }?.cells(station, version)
    }

    /// One figure, by its column, of a station's latest form of one vote in the desk's reading; `nil` where there is
    /// none.
    func deskFigure(_ column: Int, _ station: Int, vote: FormVersion) -> Int? {
        readings.first { $0.id == DeskOpened.reading }?.figure(column, station, vote: vote)
    }

    mutating func openDesk(stations: Int) throws(ActFault) {
        guard desk == nil else { throw .deskTwice(ballot) }
        guard let reading = readings.first(where: { $0.id == DeskOpened.reading }) else {
            throw .noReading(ballot, DeskOpened.reading)
        }
        guard reading.isEmpty else { throw .readingTwice(ballot, DeskOpened.reading) }
        desk = CountingDesk(fields: reading.fields, stations: stations)
    }

    /// Changes what is known of a form's way.
    mutating func work(
        _ form: FormKey,
        _ station: Int,
        _ body: (inout FormWork) throws(DeskFault) -> Void
    ) throws(ActFault) {
        guard desk != nil else { throw .noDesk(ballot) }
        do throws(DeskFault) { try desk?.change(station, form.version, body) } catch {
            throw .desk(form, error)
        }
    }

    mutating func enter(_ act: FormEntered, _ station: Int, by author: Author) throws(ActFault) {
        guard let desk else { throw .noDesk(ballot) }
        let isKnown = readings.contains { reading in
            reading.id == DeskOpened.reading && reading.has(station, act.form.version)
        }
        guard !isKnown else { throw .desk(act.form, .stage(.accepted)) }
        let fields = act.fields ?? desk.fields
        guard let cells = act.fields == nil ? act.cells : desk.cells(act.cells, of: fields),
            cells.count == desk.fields.count
        else { throw .wrongWidth(ballot, fields: desk.fields.count) }
        try work(act.form, station) { (work) throws(DeskFault) in
            try work.type(cells, act.remark, by: author)
        }
    }

    mutating func decide(_ act: FormDecided, _ station: Int, by author: Author) throws(ActFault) {
        guard let desk else { throw .noDesk(ballot) }
        guard let cells = desk.cells(act.cells, of: act.fields) else { throw .desk(act.form, .fields) }
        let decided = cells.enumerated().filter { $1 != FormWork.untyped }.map { ($0, $1) }
        try work(act.form, station) { (work) throws(DeskFault) in
            try work.decide(Dictionary(uniqueKeysWithValues: decided), by: author)
        }
    }

    /// Takes an accepted form out of the reading: readers of the record, who have no desk, do the same.
    mutating func reopen(_ form: FormKey, _ station: Int, by author: Author) throws(ActFault) {
        guard !editions.contains(where: { $0.plenary == nil }) else {
            throw .figuresTwice(ballot, .figuresCertified)
        }
        guard let place = readings.firstIndex(where: { $0.id == DeskOpened.reading }),
            readings[place].has(station, form.version)
        else { throw .desk(form, .stage(.typing)) }
        if desk != nil {
            try work(form, station) { (work) throws(DeskFault) in
                try work.begin(from: .accepted, by: author)
            }
        }
        readings[place].remove(station, form.version)
    }

    /// The act that takes a form whose figures stand into the reading; `nil` while they do not.
    func accepted(_ form: FormKey, _ station: Int) -> FormsTaken? {
        guard let desk, let cells = desk.work(station, form.version)?.cells else { return nil }
        var village = FormsTaken.Village(code: form.station.village)
        village.forms = [FormsTaken.Form(station: form.station.number, version: form.version)]
        village.cells = cells
        return FormsTaken(ballot: ballot, reading: DeskOpened.reading, villages: [village])
    }

    private func checkAgreed(_ act: FormsTaken, _ desk: CountingDesk, _ regions: Regions) throws(ActFault) {
        try each(act, regions) { (form, station, figures) throws(ActFault) in
            // On a copy: all of them are accepted, or none.
            guard var work = desk.work(station, form.version) else { throw .desk(form, .stage(.typing)) }
            do throws(DeskFault) { try work.accept(figures, by: .unknown) } catch { throw .desk(form, error) }
        }
    }

    private func each(
        _ act: FormsTaken,
        _ regions: Regions,
        _ body: (FormKey, _ station: Int, ArraySlice<Int32>) throws(ActFault) -> Void
    ) throws(ActFault) {
        for village in act.villages where !village.forms.isEmpty {
            let width = village.cells.count / village.forms.count
            for (row, form) in village.forms.enumerated() {
                let code = StationCode(village: village.code, number: form.station)
                guard let station = regions.position(of: code) else { throw .unknownStation(code) }
                let figures = village.cells[row * width..<(row + 1) * width]
                try body(FormKey(ballot, code, form.version), station, figures)
            }
        }
    }
}

/// One reading as its acts left it: forms in the order in which they came.
private struct ReadingState: Sendable {
    let ballot: Ballot
    let id: String
    let name: LocalizedText
    let file: String
    let fields: [Field]
    /// Whose it is where it never counts.
    let comparison: ComparisonSource?
    private var rows = Pages<Row>()
    /// Row after row, as a ``FormTable`` holds them.
    private var cells = Pages<Int32>()
    /// The last row of each station; ``nothing`` where it has none.
    private var last = Pages<Int32>()
    private var removed = 0

    private static let nothing: Int32 = -1

    /// Which form a row is.
    private struct Row {
        /// ``nothing`` of a row that was taken out again.
        var station: Int32
        let version: FormVersion
        /// The station's row before it; ``nothing`` for the first.
        var earlier: Int32
    }

    init(_ act: ReadingOpened) {
        ballot = act.ballot
        id = act.id
        name = act.name
        file = act.file
        fields = act.fields
        comparison = act.comparison
    }

    var isEmpty: Bool { rows.count == removed }

    func reading(stations: Int, hasForms: Bool) -> Reading {
        var forms = FormTable(fields: fields)
        var kept = hasForms ? rows.joined() : []
        forms.append(cells: hasForms ? cells.joined() : [], rows: kept.count)
        if hasForms, removed > 0 {
            forms = forms.arranged(kept.indices.filter { kept[$0].station != Self.nothing })
            kept.removeAll { $0.station == Self.nothing }
        }
        return Reading(
            id: id,
            name: name,
            file: file,
            forms: forms,
            places: kept.map { Int($0.station) },
            versions: kept.map(\.version),
            stations: stations,
            comparison: comparison
        )
    }

    /// The rows of a station, the last one first.
    private func rows(of station: Int) -> some Sequence<Int> {
        let first = station < last.count ? last[station] : Self.nothing
        return sequence(first: Int(first)) { Int(rows[$0].earlier) }.prefix { $0 >= 0 }
    }

    func has(_ station: Int, _ version: FormVersion) -> Bool {
        guard station < last.count else { return false }
        var row = last[station]
        while row != Self.nothing {
            if rows[Int(row)].version == version { return true }
            row = rows[Int(row)].earlier
        }
        return false
    }

    /// The figures of a station's latest form of one vote; `nil` where there is none.
    func cells(_ station: Int, vote: FormVersion) -> [Int32]? {
        latest(station, vote: vote).map { row in
            (row * fields.count..<(row + 1) * fields.count).map { cells[$0] }
        }
    }

    /// One of these figures; `nil` also where the paper has none.
    func figure(_ column: Int, _ station: Int, vote: FormVersion) -> Int? {
        latest(station, vote: vote).map { cells[$0 * fields.count + column] }.flatMap {
            $0 == FormTable.missing ? nil : Int($0)
        }
    }

    private func latest(_ station: Int, vote: FormVersion) -> Int? {
        rows(of: station).filter { rows[$0].version.vote == vote }.max {
            rows[$0].version < rows[$1].version
        }
    }

    /// The latest version of a station's forms; `nil` where there is none.
    func latest(_ station: Int) -> FormVersion? { rows(of: station).map { rows[$0].version }.max() }

    /// The figures of a station's form; `nil` when it is not there.
    func cells(_ station: Int, _ version: FormVersion) -> [Int32]? {
        let row = rows(of: station).first { rows[$0].version == version }
        return row.map { row in (row * fields.count..<(row + 1) * fields.count).map { cells[$0] } }
    }

    /// Takes in forms, all of them or none.
    mutating func take(
        _ act: FormsTaken,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>]
    ) throws(ActFault) {
        if last.count == 0 { last = Pages(repeating: Self.nothing, count: regions.stations.count) }
        let known = rows.count
        do throws(ActFault) {
            for village in act.villages { try add(village, regions, limited) }
        } catch {
            while rows.count > known {
                let row = rows[rows.count - 1]
                last[Int(row.station)] = row.earlier
                rows.removeLast()
            }
            throw error
        }
        for village in act.villages { cells.append(village.cells[...]) }
    }

    /// Adds the rows of a village's forms.
    private mutating func add(
        _ village: FormsTaken.Village,
        _ regions: Regions,
        _ limited: [Int: Set<Ballot>]
    ) throws(ActFault) {
        guard village.cells.count == village.forms.count * fields.count else {
            throw .wrongWidth(ballot, fields: fields.count)
        }
        let range = regions.stationPositions(in: village.code)
        for form in village.forms {
            let code = StationCode(village: village.code, number: form.station)
            guard let place = regions.position(of: code, in: range) else { throw .unknownStation(code) }
            if limited[place]?.contains(ballot) == false { throw .ballotNotAtStation(ballot, code) }
            guard !has(place, form.version) else { throw .formTwice(ballot, code, form.version) }
            rows.append(Row(station: Int32(place), version: form.version, earlier: last[place]))
            last[place] = Int32(rows.count - 1)
        }
    }

    /// Takes a form out again, which must be there.
    mutating func remove(_ station: Int, _ version: FormVersion) {
        guard let row = rows(of: station).first(where: { rows[$0].version == version }) else { return }
        let later = rows(of: station).first { Int(rows[$0].earlier) == row }
        if let later { rows[later].earlier = rows[row].earlier } else { last[station] = rows[row].earlier }
        rows[row].station = Self.nothing
        removed += 1
    }
}
