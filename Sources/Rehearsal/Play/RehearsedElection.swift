import Elections

/// A whole election as it is played: the count of every subdistrict, votes that are held again and their count, and the
/// plenaries from the subdistricts to the election's place, where dice draw forms that are read again; a complaint; and
/// the result of its council, to the oath.
///
/// ```
/// count ─► re-votes ─► their count ─► plenaries, one after the other ─► case ─► result
/// ```
struct RehearsedElection: Rehearsed {
    let plan: RehearsalPlan
    private var count: RehearsedCount
    private var recount: RehearsedCount
    private let revotes: RehearsedRevotes
    private let plenaries: [RehearsedPlenary]
    private let audit: RehearsedAudit
    private let dispute: RehearsedCase
    private let result: RehearsedResult
    private let election: Election

    /// What stands before everything that is made up and written by people.
    static let mark = "simulasi:"

    /// A whole rehearsal.
    ///
    /// - Complexity: O(forms × fields).
    init(
        _ election: Election,
        _ plan: RehearsalPlan,
        sha256: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.plan = plan
        self.election = election
        revotes = RehearsedRevotes(election, plan)
        count = RehearsedCount(election, plan)
        recount = RehearsedCount(election, plan, Paper.all(of: revotes.planned, election, for: plan))
        plenaries = PlenaryPlan.all(of: election, for: plan).enumerated().map { place, script in
            RehearsedPlenary(plan: plan, election: election, script: script, place: place)
        }
        dispute = RehearsedCase(election, plan)
        result = RehearsedResult(election, plan)
        audit = RehearsedAudit(
            plan: plan,
            sha256: sha256,
            papers: Dictionary(uniqueKeysWithValues: (count.papers + recount.papers).map { ($0.form, $0) })
        )
    }

    var papers: [Paper] { count.papers + recount.papers }

    mutating func next(in office: ElectionState) -> Turn? {
        // Each part begins once the one before it has ended, so that the state alone tells which one it is.
        let isRecapitulated = office.plenaries.all.contains { $0.call.subject == .recapitulation }
        if !isRecapitulated {
            if office.revotes.all.isEmpty, let turn = count.next(in: office) { return turn }
            if let turn = revotes.next(in: office) ?? recount.next(in: office) { return turn }
        }
        guard let plenary = plenaries.first(where: { !$0.isOver(in: office) }) else {
            return dispute.next(in: office) ?? result.next(in: office)
        }
        return audit.next(in: office, plenary.plenary(in: office)) ?? plenary.next(in: office)
    }

    func again(_ turn: Turn, unconfirmed codes: [String], in office: ElectionState) -> Turn? {
        count.again(turn, unconfirmed: codes, in: office)
            ?? recount.again(turn, unconfirmed: codes, in: office)
    }

    func unequal(in office: ElectionState) -> [FormKey] {
        count.unequal(in: office) + recount.unequal(in: office)
    }

    func isUnfinished(in office: ElectionState) -> Bool { result.isUnfinished(in: office) }

    func uncertified(in office: ElectionState) -> [Certificate] {
        let known = office.electionWithoutForms?.contests ?? []
        return election.contests.filter { plan.ballots.contains($0.ballot) }.flatMap { contest in
            let ballot = contest.ballot
            let editions = known.first { $0.ballot == ballot }?.editions ?? []
            var sums = PaperSums(contest, papers.filter { $0.form.ballot == ballot }, election)
            return plenaries.map(\.script).filter { $0.ballots.contains(ballot) }.compactMap { script in
                let plenary = office.plenaries.last(of: script.region, ballot)
                let sum = sums.add(script.region, plenary?.corrections.map(\.correction) ?? [])
                let figures = editions.first { $0.plenary == plenary?.number }?.figures
                guard let plenary, plenary.stage == .certified, let figures, let sum,
                    let row = figures.row(of: script.region),
                    figures.forms.fields.allSatisfy({ figures.forms[row, $0] == sum[$0] })
                else { return Certificate(region: script.region, ballot: ballot) }
                return nil
            }
        }
    }
}

/// What papers and corrections add up to, region by region: no figure of the office is looked at.
private struct PaperSums {
    typealias Figures = [Field: Int]

    private let ballot: Ballot
    private let regions: Regions
    /// What the last paper of each station says, with the fields it has room for.
    private var stations: [StationCode: (figures: Figures, fields: Set<Field>)] = [:]
    private var sums: [RegionCode: Figures] = [:]

    init(_ contest: Contest, _ papers: [Paper], _ election: Election) {
        ballot = contest.ballot
        regions = election.regions
        let layout = FormLayout(contest, election.law)
        // A later vote comes behind the first one.
        for paper in papers {
            let station = paper.form.station
            let fields = layout.fields(in: contest.districts.number(of: station.village))
            stations[station] = (paper.figures, Set(fields))
        }
    }

    /// Adds up a region, whose regions below were added up before.
    ///
    /// - Returns: The sums; a figure that one of its columns lacks is missing. `nil` where something was corrected that
    ///   did not stand there.
    mutating func add(_ region: RegionCode, _ corrections: [Correction]) -> [Field: Int]? {
        var columns: [CertifiedFigures.Place: (figures: Figures, fields: Set<Field>?)] = [:]
        if region.tier == .subdistrict {
            for (station, column) in stations where region.contains(station.village) {
                columns[.station(station)] = column
            }
        } else {
            for (code, figures) in sums where code.parent == region {
                columns[.region(code)] = (figures, nil)
            }
        }
        for correction in corrections where correction.ballot == ballot {
            for change in correction.changes {
                guard let column = columns[correction.unit], column.figures[change.field] == change.old else {
                    return nil
                }
                columns[correction.unit]?.figures[change.field] = change.new
            }
        }
        var sum: Figures = [:]
        for field in Set(columns.values.flatMap(\.figures.keys)) {
            // Who stands in another district is on none of these papers.
            let figures = columns.values.filter { $0.fields?.contains(field) ?? true }.map(\.figures[field])
            let known = figures.compactMap(\.self)
            if known.count == figures.count { sum[field] = known.reduce(0, +) }
        }
        sums[region] = sum
        return sum
    }
}
