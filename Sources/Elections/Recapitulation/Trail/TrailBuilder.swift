/// Finds the steps of a trail.
struct TrailBuilder {
    typealias Trail = FigureTrail

    let snapshot: Snapshot
    let result: ContestResult
    let sums: ColumnSums

    init(_ snapshot: Snapshot, _ result: ContestResult, _ sums: ColumnSums) {
        self.snapshot = snapshot
        self.result = result
        self.sums = sums
    }

    var contest: Contest { result.contest }
    var election: Election { snapshot.election }
    private var fields: [Field] { sums.fields }

    static func differences(_ figures: [Int?], _ earlier: [Int?]) -> [Int?] {
        zip(figures, earlier).map { figure, earlier in
            guard let figure, let earlier else { return nil }
            return figure - earlier
        }
    }

    /// A change from an earlier step; `explain` is asked where figures differ.
    ///
    /// What their table has no room for is not missing.
    func change(
        _ figures: [Int?],
        from place: Int,
        _ earlier: [Int?],
        in table: FormTable? = nil,
        explain: ([Int?]) -> Trail.Verdict = { _ in .flagged(nil) }
    ) -> Trail.Change {
        let differences = Self.differences(figures, earlier)
        let verdict: Trail.Verdict =
            if differences.contains(where: { ($0 ?? 0) != 0 }) {
                explain(differences)
            } else {
                // What neither has is not on the form.
                zip(fields, zip(figures, earlier)).contains { field, pair in
                    (pair.0 == nil) != (pair.1 == nil) && (table.map { $0.column(of: field) != nil } ?? true)
                } || differences.allSatisfy { $0 == nil }
                    ? .open : .same
            }
        return Trail.Change(from: place, differences: differences, verdict: verdict)
    }

    /// Whether corrections come to these differences.
    func explains(_ corrections: [MadeCorrection], _ differences: [Int?]) -> Bool {
        guard !corrections.isEmpty else { return false }
        return zip(corrections.change(of: fields), differences).allSatisfy { change, difference in
            difference == nil || change == difference
        }
    }
}

// MARK: - A station

extension TrailBuilder {
    /// The forms of a station, what plenaries read of it, and its columns.
    func steps(ofStation place: Int) -> [Trail.Step] {
        let station = election.regions.stations[place]
        var steps = forms(of: station, place) + missing(station)
        let counted = steps.lastIndex { $0.isInForce }
        for plenary in election.plenaries.standing
        where plenary.read[contest.ballot]?[.station(station)] != nil {
            add(plenary, station, place, from: counted, to: &steps)
        }
        addColumns(station, place, from: counted, to: &steps)
        return steps
    }

    /// Every form in every reading, an earlier version first.
    private func forms(of station: StationCode, _ place: Int) -> [Trail.Step] {
        let forms = contest.readings.indices.flatMap { reading in
            contest.readings[reading].rows(ofStation: place).map { row in
                (FormInForce(reading: reading, row: row), contest.readings[reading].version(ofRow: row))
            }
        }
        var steps: [Trail.Step] = []
        // The first step of the version before.
        var earlier: Int?
        for version in FormVersion.allCases {
            // The first reading that counts is the one others are held against.
            let held = forms.filter { $0.1 == version }.sorted {
                (isCompared($0.0), $0.0.reading) < (isCompared($1.0), $1.0.reading)
            }
            let first = steps.count
            for (form, _) in held {
                let figures = sums.figures(on: form)
                let table = contest.readings[form.reading].forms
                let change: Trail.Change? =
                    if steps.count > first {
                        self.change(figures, from: first, steps[first].figures, in: table)
                    } else if let earlier {
                        self.change(figures, from: earlier, steps[earlier].figures, in: table) { _ in
                            .explained(reason(for: FormKey(contest.ballot, station, version)))
                        }
                    } else {
                        nil
                    }
                steps.append(
                    Trail.Step(
                        source: .form(form, version),
                        figures: figures,
                        change: change,
                        isInForce: form == result.forms[place]
                    )
                )
            }
            if steps.count > first { earlier = first }
        }
        return steps
    }

    /// What was held there, and has no form.
    private func missing(_ station: StationCode) -> [Trail.Step] {
        revotesWithoutForm(in: .station(station)).map { revote in
            Trail.Step(
                source: .missing(revote),
                figures: fields.map { _ in nil },
                change: nil,
                isInForce: false
            )
        }
    }

    /// The re-votes on record of a place of which no reading has the form.
    func revotesWithoutForm(in place: CertifiedFigures.Place) -> [KnownRevote] {
        switch place {
        case .region(let code): snapshot.missingRevotes(of: contest, in: code)
        case .station(let station):
            snapshot.missingRevotes(of: contest, in: station.village).filter { $0.station == station }
        }
    }

    private func isCompared(_ form: FormInForce) -> Int {
        contest.readings[form.reading].comparison == nil ? 0 : 1
    }

    private func reason(for form: FormKey) -> Trail.Reason {
        if let revote = election.revotes.held(form) { return .revote(revote) }
        return election.revotes.known(form).map { .known($0) } ?? .version(form.version)
    }

    /// What a plenary read of a station, and corrected on its column, also before it read it again.
    private func add(
        _ plenary: Plenary,
        _ station: StationCode,
        _ place: Int,
        from counted: Int?,
        to steps: inout [Trail.Step]
    ) {
        let unit = CertifiedFigures.Place.station(station)
        guard let last = plenary.read[contest.ballot]?[unit]?.edition else { return }
        let corrections = plenary.corrections.filter {
            $0.correction.ballot == contest.ballot && $0.correction.unit == unit
        }
        var editions: [Plenary.Edition] = []
        for edition in corrections.map(\.edition) + [last] where edition != editions.last {
            editions.append(edition)
        }
        for edition in editions {
            guard case .form(let version) = edition else { continue }
            let figures =
                sums.form(atStation: place, version).map(sums.figures) ?? fields.map { _ in nil }
            let inForce = result.version(atStation: place)
            steps.append(
                Trail.Step(
                    source: .read(plenary: plenary.number, version),
                    figures: figures,
                    change: counted.map { counted in
                        change(figures, from: counted, steps[counted].figures) { _ in
                            version == inForce ? .flagged(nil) : .explained(.editions([unit]))
                        }
                    },
                    isInForce: false
                )
            )
            for done in corrections where done.edition == edition {
                let made = MadeCorrection(plenary: plenary.number, made: done)
                let earlier = steps[steps.count - 1].figures
                var figures = earlier
                for change in done.correction.changes {
                    if let field = fields.firstIndex(of: change.field) { figures[field] = change.new }
                }
                // One on other figures than those that are followed is no step of theirs.
                guard figures != earlier else { continue }
                steps.append(
                    Trail.Step(
                        source: .corrected(made),
                        figures: figures,
                        change: Trail.Change(
                            from: steps.count - 1,
                            differences: Self.differences(figures, earlier),
                            verdict: .explained(.corrections([made]))
                        ),
                        isInForce: false
                    )
                )
            }
        }
    }

    /// Its columns of recapitulations that were taken over; those of this office's plenaries are what they read.
    private func addColumns(
        _ station: StationCode,
        _ place: Int,
        from counted: Int?,
        to steps: inout [Trail.Step]
    ) {
        for edition in contest.editions where edition.plenary == nil {
            guard let row = edition.figures.row(of: station) else { continue }
            let figures = edition.figures.forms.row(row, fields)
            steps.append(
                Trail.Step(
                    source: .column,
                    figures: figures,
                    change: counted.map { counted in
                        change(
                            figures,
                            from: counted,
                            steps[counted].figures,
                            in: edition.figures.forms
                        ) { _ in
                            otherForm(with: figures, place).map { .explained(.otherForm($0)) }
                                ?? .flagged(nil)
                        }
                    },
                    isInForce: false
                )
            )
        }
    }

    /// A form of the station with just these figures, as far as they are there.
    private func otherForm(with figures: [Int?], _ place: Int) -> FormInForce? {
        for reading in contest.readings.indices {
            for row in contest.readings[reading].rows(ofStation: place) {
                let form = FormInForce(reading: reading, row: row)
                let isSame = zip(figures, sums.figures(on: form)).allSatisfy { $0 == nil || $0 == $1 }
                if isSame { return form }
            }
        }
        return nil
    }
}
