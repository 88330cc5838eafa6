import Apportionment
import Tally

/// Adds up one ballot of an election: every region, the comparison, the seats.
struct Adder {
    let election: Election
    let contest: Contest

    func result() throws(Snapshot.Fault) -> ContestResult {
        guard let rules = election.law.ballots[contest.ballot] else {
            throw .ballotNotInLaw(contest.ballot)
        }
        let basis: ContestResult.Basis
        let figures: [UnitFigures]
        var displayed: [UnitFigures]?
        var forms: [FormInForce?] = []
        if let reading = contest.readings.first {
            basis = .forms(reading)
            forms = formsInForce()
            figures = try sums(of: forms)
            let first = firstForms(reading)
            if first != forms { displayed = try sums(of: first) }
        } else if let reported = contest.reported {
            basis = .reported
            figures = try sums(of: reported)
        } else {
            throw .noFigures(contest.ballot)
        }
        return ContestResult(
            contest: contest,
            basis: basis,
            rules: rules,
            districts: try districts(figures, rules),
            comparison: comparison(figures),
            firstComparison: displayed.map { comparison($0) },
            forms: forms,
            figures: figures
        )
    }

    /// The figures and districts of other forms than those that count, ties left open: what was decided on them fits
    /// what counts.
    func sums(with forms: [FormInForce?]) throws(Snapshot.Fault)
        -> (figures: [UnitFigures], districts: [DistrictResult])
    {
        guard let rules = election.law.ballots[contest.ballot] else {
            throw .ballotNotInLaw(contest.ballot)
        }
        let figures = try sums(of: forms)
        let open = Contest(
            ballot: contest.ballot,
            contestants: contest.contestants,
            lists: contest.lists,
            districts: contest.districts,
            nation: contest.nation,
            readings: contest.readings
        )
        return (figures, try Adder(election: election, contest: open).districts(figures, rules))
    }

    private func formsInForce() -> [FormInForce?] {
        election.regions.stations.indices.map { place in
            election.has(contest.ballot, atStation: place) ? contest.formInForce(atStation: place) : nil
        }
    }

    /// The first reading's forms of the first vote, as they were displayed before any was superseded.
    private func firstForms(_ reading: Reading) -> [FormInForce?] {
        election.regions.stations.indices.map { place in
            guard election.has(contest.ballot, atStation: place) else { return nil }
            return reading.rows(ofStation: place).first.map { FormInForce(reading: 0, row: $0) }
        }
    }
}

extension Adder {
    private func sums(of forms: [FormInForce?]) throws(Snapshot.Fault) -> [UnitFigures] {
        let votes = try totals(contest.contestants.map { .votes($0.number) }, of: forms)
        let states = try totals([.valid, .invalid, .total], of: forms)
        return election.regions.all.indices.map { unit in
            UnitFigures(
                votes: votes[unit].sums,
                valid: states.sum(of: 0, in: unit),
                invalid: states.sum(of: 1, in: unit),
                total: states.sum(of: 2, in: unit),
                stations: votes.stations(in: unit),
                counted: votes.reported(in: unit)
            )
        }
    }

    /// What the form of every station says of some figures.
    private func totals(_ fields: [Field], of forms: [FormInForce?]) throws(Snapshot.Fault) -> UnitTotals {
        let tables = contest.readings.map(\.forms)
        let columns = tables.map { table in fields.map(table.column) }
        return try totals(counters: fields.count) { place, cells in
            guard let form = forms[place] else {
                for _ in fields { cells.append(nil) }
                return
            }
            for column in columns[form.reading] {
                let figure = column.flatMap { tables[form.reading][form.row, column: $0] }
                cells.append(figure.map { UInt32($0) })
            }
        }
    }

    /// One row per station that has the ballot, in register order; `fill` adds its cells.
    private func totals(
        counters: Int,
        fill: (Int, inout [UInt32?]) -> Void
    ) throws(Snapshot.Fault) -> UnitTotals {
        let regions = election.regions
        var rows = StationRows(counters: counters)
        rows.reserveCapacity(regions.stations.count)
        var cells: [UInt32?] = []
        var (village, unit) = (RegionCode?.none, 0)
        for (place, station) in regions.stations.enumerated()
        where election.has(contest.ballot, atStation: place) {
            if village != station.village {
                unit = try position(of: station.village)
                village = station.village
            }
            cells.removeAll(keepingCapacity: true)
            fill(place, &cells)
            rows.append(unit: unit, cells: cells)
        }
        return StationCounts(rows, in: regions.tree).recount()
    }

    private func sums(of reported: ReportedFigures) throws(Snapshot.Fault) -> [UnitFigures] {
        let register = try totals(counters: 1) { _, cells in cells.append(1) }
        let contestants = contest.contestants.count
        var rows = StationRows(counters: contestants + 1)
        for row in try checked(reported.rows) {
            let unit = election.regions.position(of: row.region)
            let stations = row.stations ?? unit.map { register.stations(in: $0) } ?? 0
            let isComplete = row.votes.allSatisfy { $0 != nil }
            try append(row.votes + [isComplete ? stations - (row.blank ?? 0) : 0], of: row.region, to: &rows)
        }
        let totals = StationCounts(rows, in: election.regions.tree).recount()
        return election.regions.all.indices.map { unit in
            UnitFigures(
                votes: Array(totals[unit].sums.prefix(contestants)),
                valid: nil,
                invalid: nil,
                total: nil,
                stations: register.stations(in: unit),
                counted: totals.sum(of: contestants, in: unit) ?? 0
            )
        }
    }

    /// Rows in register order, none inside another: votes must not be counted twice.
    private func checked(_ rows: [ReportedFigures.Row]) throws(Snapshot.Fault) -> [ReportedFigures.Row] {
        let sorted = rows.sorted { $0.region < $1.region }
        for (row, next) in zip(sorted, sorted.dropFirst()) where row.region.contains(next.region) {
            throw .overlap(contest.ballot, next.region)
        }
        return sorted
    }

    private func append(
        _ cells: [Int?],
        of region: RegionCode,
        to rows: inout StationRows
    ) throws(Snapshot.Fault) {
        let unit = try position(of: region)
        var counts: [UInt32?] = []
        for cell in cells {
            guard let cell else {
                counts.append(nil)
                continue
            }
            guard let count = UInt32(exactly: cell) else { throw .tooLarge(contest.ballot) }
            counts.append(count)
        }
        rows.append(unit: unit, cells: counts)
    }

    private func position(of region: RegionCode) throws(Snapshot.Fault) -> Int {
        guard let unit = election.regions.position(of: region) else {
            throw .unknownRegion(contest.ballot, region)
        }
        return unit
    }
}

extension Adder {
    fileprivate func districts(
        _ figures: [UnitFigures],
        _ rules: Law.Rules
    ) throws(Snapshot.Fault) -> [DistrictResult] {
        guard !contest.districts.isEmpty else { return [] }
        guard let rule = rules.seats else { throw .noSeatRule(contest.ballot) }
        try checkApart(contest.districts)
        var results: [DistrictResult] = []
        for district in contest.districts {
            results.append(try divide(district, figures, rule))
        }
        return results
    }

    private func checkApart(_ districts: [ElectoralDistrict]) throws(Snapshot.Fault) {
        let regions = districts.flatMap(\.regions).sorted()
        for (region, next) in zip(regions, regions.dropFirst()) where region.contains(next) {
            throw .overlap(contest.ballot, next)
        }
    }

    private func divide(
        _ district: ElectoralDistrict,
        _ figures: [UnitFigures],
        _ rule: Law.SeatRule
    ) throws(Snapshot.Fault) -> DistrictResult {
        var parts: [UnitFigures] = []
        for region in district.regions {
            parts.append(figures[try position(of: region)])
        }
        let sum = UnitFigures(joining: parts, contestants: contest.contestants.count)
        let margins: Margins
        do throws(Law.SeatRule.Refusal) {
            let votes = sum.votes.map { $0 ?? 0 }
            // Nothing entered is no tie of everybody at zero: no seat is divided before figures are in.
            let seats = sum.sum == nil ? 0 : district.seats
            let nation = contest.contestants.map { contest.nation[$0.number] }
            margins = try rule.distribution(seats: seats, votes: votes, nation: nation).margins()
        } catch {
            if case .nationMissing = error { throw .thresholdUnknown(contest.ballot) }
            throw .tooLarge(contest.ballot)
        }
        return try settled(district, sum, margins)
    }

    /// The district's result, its tie settled where a decision was recorded.
    private func settled(
        _ district: ElectoralDistrict,
        _ figures: UnitFigures,
        _ margins: Margins
    ) throws(Snapshot.Fault) -> DistrictResult {
        var decision = contest.tieDecisions.first { $0.district == district.number }
        var allocation = margins.allocation
        if decision == nil, let fitting = contest.fittingDecision(district, allocation) {
            (decision, allocation) = fitting
        } else if let decision {
            let seats = contest.contestants.map { decision.seats[$0.number, default: 0] }
            do throws(DecisionRefusal) {
                allocation = try allocation.settled(by: seats)
            } catch {
                throw .decision(contest.ballot, district: district.number, error)
            }
        }
        return DistrictResult(
            district: district,
            figures: figures,
            margins: margins,
            allocation: allocation,
            decision: decision
        )
    }

    private func comparison(_ figures: [UnitFigures]) -> [CertifiedComparison] {
        guard let certified = contest.certified else { return [] }
        return zip(election.regions.all, figures).compactMap { region, counted in
            certified.row(of: region.code).map { row in
                CertifiedComparison(
                    region: region,
                    certified: contest.contestants.map { certified.forms[row, .votes($0.number)] },
                    counted: counted.votes,
                    isComplete: counted.isComplete
                )
            }
        }
    }
}

extension UnitFigures {
    /// The figures of several regions together, none of which lies in another.
    init(joining parts: [UnitFigures], contestants: Int) {
        func sum(_ figure: (UnitFigures) -> Int?) -> Int? {
            let filled = parts.compactMap(figure)
            return filled.isEmpty ? nil : filled.reduce(0, +)
        }
        votes = (0..<contestants).map { contestant in sum { $0.votes[contestant] } }
        valid = sum(\.valid)
        invalid = sum(\.invalid)
        total = sum(\.total)
        stations = parts.reduce(0) { $0 + $1.stations }
        counted = parts.reduce(0) { $0 + $1.counted }
    }
}
