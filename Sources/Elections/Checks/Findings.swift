/// Everything the checks find in an election, and how often each of them was asked.
///
/// Computed from a snapshot at once; a value like it.
public struct Findings: Sendable {
    /// The findings: ballot by ballot, reading by reading, form by form; then certified figures; then files.
    public let list: [Finding]
    /// How often each check was asked, and failed.
    public let tallies: [CheckTally]
    private let causes: [CauseKey: [CauseSearch.Explained]]

    private let misreadings: [MisreadingKey: Cause]

    private struct MisreadingKey: Hashable {
        let form: CauseKey
        let formula: Formula
    }

    private struct CauseKey: Hashable {
        let ballot: Ballot
        let reading: Int
        let row: Int
    }

    /// Asks every check of every form, region and file of an election.
    ///
    /// - Complexity: O(forms × fields).
    public init(_ snapshot: Snapshot) {
        var list: [Finding] = []
        var tallies: [CheckTally] = []
        var causes: [CauseKey: [CauseSearch.Explained]] = [:]
        var misreadings: [(key: MisreadingKey, cause: Cause)] = []
        for result in snapshot.results {
            let forms = FormSetting(snapshot, result)
            for place in result.contest.readings.indices {
                let examination = forms.examination(ofReading: place)
                for (row, found) in examination.causes {
                    causes[CauseKey(ballot: result.contest.ballot, reading: place, row: row)] = found
                }
                list += examination.findings
                tallies += examination.tallies
            }
            misreadings += Findings.misreadings(snapshot, result, list)
            let tiers = TierExamination(snapshot, result, forms)
            list += tiers.findings
            tallies += tiers.tallies
        }
        let files = Findings.files(of: snapshot.election)
        self.list = list + files.findings
        self.tallies = tallies + files.tallies
        self.causes = causes
        self.misreadings = Dictionary(misreadings.map { ($0.key, $0.cause) }) { first, _ in first }
    }

    /// Broken formulas of forms that another reading of the same form, with other figures, does not break.
    private static func misreadings(
        _ snapshot: Snapshot,
        _ result: ContestResult,
        _ list: [Finding]
    ) -> [(key: MisreadingKey, cause: Cause)] {
        let readings = result.contest.readings
        guard readings.count > 1 else { return [] }
        return list.compactMap { finding in
            guard finding.severity == .hard, case .formula(let formula) = finding.reason,
                case .form(result.contest.ballot, let place, let row, let station) = finding.subject
            else { return nil }
            let version = readings[place].version(ofRow: row)
            for (other, reading) in readings.enumerated() where other != place {
                let same = reading.rows(ofStation: station).first { reading.version(ofRow: $0) == version }
                guard let same else { continue }
                var figures: [Field: Int] = [:]
                for field in formula.fields {
                    guard let read = reading.forms[same, field] else { continue }
                    if ReadingDifference.differ(read, readings[place].forms[row, field]) {
                        figures[field] = read
                    }
                }
                let holds = formula.holds { field, origin in
                    origin == .form
                        ? figures[field] ?? readings[place].forms[row, field]
                        : snapshot.figure(field, origin, of: finding)
                }
                guard !figures.isEmpty, holds == true else { continue }
                let key = CauseKey(ballot: result.contest.ballot, reading: place, row: row)
                return (MisreadingKey(form: key, formula: formula), .misread(reading: other, figures))
            }
            return nil
        }
    }

    /// What probably broke the formula of a finding; none when the figures of its form show nothing.
    ///
    /// Another reading of the form that adds up comes before every guess. One cause that is conclusive is proven by
    /// the figures; of several each is possible.
    public func causes(of finding: Finding) -> [Cause] {
        guard case .formula(let formula) = finding.reason,
            case .form(let ballot, let reading, let row, _) = finding.subject
        else { return [] }
        let key = CauseKey(ballot: ballot, reading: reading, row: row)
        if let misread = misreadings[MisreadingKey(form: key, formula: formula)] { return [misread] }
        let found = causes[key] ?? []
        return found.filter { $0.formulas.contains(formula) }.map(\.cause)
    }

    /// R06: files that are not the ones that were signed.
    private static func files(of election: Election) -> (findings: [Finding], tallies: [CheckTally]) {
        guard let place = Check.index["R06"] else { return ([], []) }
        let check = Check.all[place]
        let signed = election.files.compactMap { file in
            file.signature.map { (path: file.path, signature: $0) }
        }
        let findings = signed.filter { !$0.signature.holds }.map { path, signature in
            Finding(
                place: place,
                severity: check.severity,
                subject: .file(path),
                reason: .digest(signed: signature.signed, found: signature.found)
            )
        }
        let tally = CheckTally(
            check: check,
            source: .files,
            all: election.files.count,
            applicable: signed.count,
            complete: signed.count,
            failed: findings.isEmpty ? [:] : [check.severity: findings.count]
        )
        return (findings, [tally])
    }

    /// How many forms of a reading break a hard check.
    ///
    /// - Complexity: O(findings).
    public func brokenForms(of ballot: Ballot, reading: Int) -> Int {
        var rows: Set<Int> = []
        for finding in list where finding.severity == .hard {
            if case .form(ballot, reading: reading, row: let row, station: _) = finding.subject {
                rows.insert(row)
            }
        }
        return rows.count
    }

    /// The findings about one station's forms.
    ///
    /// - Complexity: O(findings).
    public func ofStation(_ place: Int) -> [Finding] {
        list.filter { if case .form(_, _, _, place) = $0.subject { true } else { false } }
    }
}

/// What the forms of one ballot are examined by: their kinds, and what they are held against.
struct FormSetting {
    private let election: Election
    private let results: [ContestResult]
    private let result: ContestResult
    private let districts: [Int?]

    init(_ snapshot: Snapshot, _ result: ContestResult) {
        self.init(snapshot.election, snapshot.results, result)
    }

    /// The forms of one of the `results` of an election.
    init(_ election: Election, _ results: [ContestResult], _ result: ContestResult) {
        self.election = election
        self.results = results
        self.result = result
        let numbers = result.contest.lists.isEmpty ? [] : result.contest.districts.map(\.number)
        districts = numbers.isEmpty ? [nil] : numbers
    }

    private var contest: Contest { result.contest }

    /// The kind of form for a whole ballot, whatever the district.
    var wholeKind: FormKind { kind(in: nil, strangers: []) }

    /// The kinds of form in the order of ``districts``.
    private func kinds(of reading: Reading) -> [FormKind] {
        districts.map { district in
            let candidates = reading.forms.fields.filter { field in
                guard case .candidateVotes(let number, let place) = field else { return false }
                return contest.listNumbers(of: number, in: district).map { !$0.contains(place) } ?? false
            }
            return kind(in: district, strangers: candidates, columns: reading.forms.fields)
        }
    }

    /// The kinds of form with the districts they are of.
    func kindsByDistrict(of reading: Reading) -> [(district: Int?, kind: FormKind)] {
        Array(zip(districts, kinds(of: reading))).map { (district: $0, kind: $1) }
    }

    /// The district a region lies in; `nil` where it spans several, or lists do not differ by district.
    ///
    /// - Complexity: O(stations) where they do.
    func district(of region: RegionCode) -> Int? {
        guard !contest.lists.isEmpty, !contest.districts.isEmpty else { return nil }
        let stations = election.regions.stationPositions(in: region)
        let villages = Set(stations.map { election.regions.stations[$0].village })
        let numbers = Set(villages.map { contest.districts.number(of: $0) })
        return numbers.count == 1 ? numbers.first ?? nil : nil
    }

    /// The kind of a certificate, by the district it is of; `nil` for several together.
    func kind(in district: Int?) -> FormKind { kind(in: district, strangers: []) }

    private func kind(in district: Int?, strangers: [Field], columns: [Field] = []) -> FormKind {
        // Of several districts together nobody can say who stands on the list.
        let isKnown = district != nil || contest.districts.isEmpty
        return FormKind(
            ballot: contest.ballot,
            rolls: election.law.rolls.map(\.roll),
            options: contest.contestants.map {
                FormKind.Option(
                    number: $0.number,
                    candidates: isKnown
                        ? contest.listNumbers(of: $0.number, in: district)
                            ?? Self.numbers(of: $0.number, in: columns) : nil
                )
            },
            stationLimit: election.value(of: election.law.stationLimit, .stationLimit),
            reserve: election.value(of: election.law.reserve, .reserve),
            supply: election.value(of: election.law.supply, .supply),
            ballots: Ballot.byReach.filter { ballot in
                results.contains { $0.contest.ballot == ballot && !$0.contest.readings.isEmpty }
            },
            certified: contest.certified?.forms.fields,
            strangers: strangers
        )
    }

    private func comparisons(ofReading place: Int) -> [ReadingExamination.Comparison] {
        [register] + columns + (place == 0 ? otherBallots : [])
    }

    func examination(ofReading place: Int, isBrief: Bool = false) -> ReadingExamination {
        let reading = contest.readings[place]
        let stationKinds = stationKinds
        return ReadingExamination(
            reading,
            place: place,
            kinds: kinds(of: reading),
            kind: { stationKinds?[$0] ?? 0 },
            neighbourhoods: Neighbourhoods(election.regions),
            // A check that holds a form back asks for nothing but the form.
            comparisons: isBrief ? [] : comparisons(ofReading: place),
            isBrief: isBrief
        )
    }

    /// What judges single forms of a reading, beside the readings of other ballots with these fields.
    ///
    /// - Complexity: O(checks × fields + stations).
    func judge(ofReading place: Int, others: [(ballot: Ballot, fields: [Field])]) -> FormJudge {
        let reading = contest.readings[place]
        return FormJudge(
            fields: reading.forms.fields,
            kinds: kinds(of: reading),
            stationKinds: stationKinds,
            others: others
        )
    }

    /// For each station the place of its kind; `nil` when all are of one.
    private var stationKinds: [Int]? {
        guard districts.count > 1 else { return nil }
        return election.regions.stations.map { station in
            let number = contest.districts.number(of: station.village)
            return districts.firstIndex(of: number) ?? 0
        }
    }

    /// The electorate of every station by the register.
    private var register: ReadingExamination.Comparison {
        let sexes = Field.Sex.allCases.map { Field.electorate(.permanent, $0) }
        var forms = FormTable(fields: sexes)
        for electorate in election.electorate {
            forms.append([electorate.male, electorate.female, electorate.total])
        }
        return ReadingExamination.Comparison(.register, forms) { station, _ in station }
    }

    /// The numbers of a party's candidates for whom the forms have columns; `nil` where they have none.
    ///
    /// Where no lists are known the forms themselves say who stood.
    private static func numbers(of contestant: Int, in columns: [Field]) -> [Int]? {
        let numbers = columns.compactMap { field -> Int? in
            if case .candidateVotes(contestant, let number) = field { number } else { nil }
        }
        return columns.contains(.partyVotes(contestant)) ? numbers.sorted() : nil
    }

    /// The stations' columns of the recapitulation, where they are known.
    private var columns: [ReadingExamination.Comparison] {
        guard let certified = contest.certified, certified.hasStations else { return [] }
        let rows = election.regions.stations.map { certified.row(of: $0) }
        // A recapitulation takes in the form that is in force.
        let forms = result.forms
        let readings = contest.readings
        return [
            ReadingExamination.Comparison(.certified, certified.forms) { station, version in
                guard let form = forms[station] else { return nil }
                return readings[form.reading].version(ofRow: form.row) == version ? rows[station] : nil
            }
        ]
    }

    /// The first readings of the station's other ballots; a form is held against one of the same vote only.
    private var otherBallots: [ReadingExamination.Comparison] {
        results.filter { $0.contest.ballot != contest.ballot }.compactMap { other in
            guard let reading = other.contest.readings.first else { return nil }
            return ReadingExamination.Comparison(.ballot(other.contest.ballot), reading.forms) {
                station,
                version in
                reading.rows(ofStation: station).last { reading.version(ofRow: $0).vote == version.vote }
            }
        }
    }
}
