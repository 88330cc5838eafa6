// MARK: - A region

extension TrailBuilder {
    private func figures(_ edition: CertifiedEdition, _ region: RegionCode) -> [Int?]? {
        edition.figures.row(of: region).map { edition.figures.forms.row($0, sums.fields) }
    }

    /// What is below a region, what plenaries read of it, and its certificates.
    func steps(of region: RegionCode) -> [FigureTrail.Step] {
        let editions = contest.editions.filter { $0.figures.row(of: region) != nil }
        // A plenary of a subdistrict reads stations, whether or not it certifies its villages.
        let isRead = region.tier == .subdistrict && editions.contains { $0.plenary != nil }
        let basis = isRead ? .stations : snapshot.basis(of: region, contest)
        let below = below(region, basis, without: editions.last?.plenary)
        var steps = [
            FigureTrail.Step(
                source: basis == .stations && result.forms.isEmpty ? .reported : .below(basis),
                figures: below,
                change: nil,
                isInForce: false
            )
        ]
        for (place, edition) in editions.enumerated() {
            guard let figures = figures(edition, region) else { continue }
            var (from, corrections) = (0, [MadeCorrection]())
            if let number = edition.plenary, let plenary = election.plenaries[number] {
                steps.append(step(read(region, in: plenary), of: plenary, region, place, steps))
                from = steps.count - 1
                corrections = plenary.corrections(contest.ballot, in: region)
            }
            let next = place + 1 < editions.count ? editions[place + 1].plenary : nil
            let change = change(
                figures,
                from: from,
                steps[from].figures,
                in: edition.figures.forms
            ) { differences in
                if explains(corrections, differences) { return .explained(.corrections(corrections)) }
                if from > 0 { return .flagged(nil) }
                if let next {
                    return .explained(.later(plenary: next, ground: election.plenaries[next]?.call.ground))
                }
                return verdict(on: differences, of: region)
            }
            steps.append(
                FigureTrail.Step(
                    source: .certificate(place + 1, plenary: edition.plenary),
                    figures: figures,
                    change: change,
                    isInForce: place + 1 == editions.count
                )
            )
        }
        return steps
    }

    /// What is below a region, without what a plenary certified of it while it added the region up.
    private func below(
        _ region: RegionCode,
        _ basis: ShiftReport.Basis,
        without plenary: Int? = nil
    ) -> [Int?] {
        if basis == .certified, plenary != nil {
            let editions = contest.editions.filter { $0.plenary != plenary }
            return sums.sum(
                election.regions.children(of: region).lazy.map { child in
                    let last = editions.last { $0.figures.row(of: child.code) != nil }
                    return (nil, last.flatMap { figures($0, child.code) })
                }
            )
        }
        // Votes of all stations are added up already.
        guard basis == .stations, let figures = snapshot.figures(of: contest.ballot, in: region),
            figures.isComplete,
            result.forms.isEmpty || sums.fields.allSatisfy(\.isVotes)
        else { return snapshot.below(region, basis, result, sums) }
        return sums.fields.map { field in
            contest.contestants.firstIndex { .votes($0.number) == field }.flatMap { figures.votes[$0] }
        }
    }

    /// What a plenary read of a region: from the certificate before, or from what is below now.
    private func step(
        _ figures: [Int?],
        of plenary: Plenary,
        _ region: RegionCode,
        _ place: Int,
        _ steps: [FigureTrail.Step]
    ) -> FigureTrail.Step {
        // The last step is the certificate before, or what is below.
        let from = steps.count - 1
        return FigureTrail.Step(
            source: .readTogether(plenary: plenary.number),
            figures: figures,
            change: change(figures, from: from, steps[from].figures) { differences in
                guard place == 0 else {
                    return .explained(.later(plenary: plenary.number, ground: plenary.call.ground))
                }
                let units = unitsReadOtherwise(region, plenary)
                return units.isEmpty ? .flagged(nil) : verdict(on: differences, units, plenary)
            },
            isInForce: false
        )
    }

    private func units(of region: RegionCode, in plenary: Plenary) -> [CertifiedFigures.Place] {
        if plenary.region.tier == .subdistrict {
            return election.regions.stationPositions(in: region).filter {
                election.has(contest.ballot, atStation: $0)
            }.map { .station(election.regions.stations[$0]) }
        }
        return election.regions.children(of: region).map { .region($0.code) }.filter {
            plenary.read[contest.ballot]?[$0] != nil
        }
    }

    /// What a plenary read of a region, or of the units of it, added up; none of its corrections.
    private func read(_ region: RegionCode, in plenary: Plenary) -> [Int?] {
        if plenary.read[contest.ballot]?[.region(region)] != nil {
            return figures(.region(region), in: plenary) ?? sums.fields.map { _ in nil }
        }
        let units = units(of: region, in: plenary)
        return sums.sum(units.lazy.map { unit in (village(of: unit), figures(unit, in: plenary)) })
    }

    private func village(of unit: CertifiedFigures.Place) -> RegionCode? {
        if case .station(let station) = unit { station.village } else { nil }
    }

    /// A unit as a plenary read it.
    func figures(_ unit: CertifiedFigures.Place, in plenary: Plenary) -> [Int?]? {
        switch (unit, plenary.read[contest.ballot]?[unit]?.edition) {
        case (.station(let station), .form(let version)?):
            return election.regions.position(of: station).flatMap { sums.form(atStation: $0, version) }
                .map(sums.figures)
        case (.region(let code), .certificate(let number)?):
            let editions = contest.editions.filter { $0.figures.row(of: code) != nil }
            guard editions.indices.contains(number - 1) else { return nil }
            return figures(editions[number - 1], code)
        default: return nil
        }
    }

    /// A unit as it stands now.
    private func figures(now unit: CertifiedFigures.Place) -> [Int?]? {
        switch unit {
        case .station(let station):
            return election.regions.position(of: station).flatMap { position in
                result.forms.indices.contains(position) ? result.forms[position] : nil
            }.map(sums.figures)
        case .region(let code):
            return contest.editions.last { $0.figures.row(of: code) != nil }.flatMap { figures($0, code) }
        }
    }

    /// The units of a region that a plenary read in another edition than the one in force.
    private func unitsReadOtherwise(
        _ region: RegionCode,
        _ plenary: Plenary
    ) -> [CertifiedFigures.Place] {
        units(of: region, in: plenary).filter { unit in
            switch (unit, plenary.read[contest.ballot]?[unit]?.edition) {
            case (.station(let station), .form(let version)?):
                election.regions.position(of: station).flatMap { result.version(atStation: $0) } != version
            case (.region(let code), .certificate(let number)?):
                contest.editions.count {
                    $0.figures.row(of: code) != nil && $0.plenary != plenary.number
                } != number
            default: false
            }
        }
    }

    /// Whether these units, as they were read, make the difference.
    private func verdict(
        on differences: [Int?],
        _ units: [CertifiedFigures.Place],
        _ plenary: Plenary
    ) -> FigureTrail.Verdict {
        let read = sums.sum(units.map { (village(of: $0), figures($0, in: plenary)) })
        let now = sums.sum(units.map { (village(of: $0), figures(now: $0)) })
        let isExplained = zip(differences, Self.differences(read, now)).allSatisfy { $0 == nil || $0 == $1 }
        return isExplained ? .explained(.editions(units)) : .flagged(nil)
    }

    /// What the shift report says of a certificate that was taken over.
    private func verdict(on differences: [Int?], of region: RegionCode) -> FigureTrail.Verdict {
        let row = ShiftReport.row(of: region, snapshot, result)
        guard let row, row.standing == .proven, isOfVotes(differences) else { return .flagged(row) }
        return .explained(.proven(row.explanations))
    }

    /// Whether any votes of a contestant differ: the shift report speaks of these.
    private func isOfVotes(_ differences: [Int?]) -> Bool {
        zip(sums.fields, differences).contains { field, difference in
            field.isVotes && (difference ?? 0) != 0
        }
    }
}

// MARK: - What a region is added up from

extension TrailBuilder {
    /// The stations of a village, or the regions right below another region, each beside what was certified of it.
    func parts(of region: RegionCode) -> [FigureTrail.Part] {
        let children = election.regions.children(of: region)
        guard children.isEmpty else { return children.compactMap { part($0.code) } }
        return election.regions.stationPositions(in: region).filter {
            election.has(contest.ballot, atStation: $0)
        }.map(part)
    }

    private func part(_ region: RegionCode) -> FigureTrail.Part? {
        guard
            election.regions.stationPositions(in: region).contains(where: {
                election.has(contest.ballot, atStation: $0)
            })
        else { return nil }
        let (basis, place) = (snapshot.basis(of: region, contest), CertifiedFigures.Place.region(region))
        let below = below(region, basis)
        let certified = figures(now: place) ?? sums.fields.map { _ in nil }
        let corrections = snapshot.corrections(of: contest, in: region, basis)
        return FigureTrail.Part(
            place: place,
            below: below,
            certified: certified,
            change: change(certified, from: 0, below, in: contest.certified?.forms) { differences in
                explains(corrections, differences)
                    ? .explained(.corrections(corrections)) : verdict(on: differences, of: region)
            },
            missing: revotesWithoutForm(in: place)
        )
    }

    private func part(_ station: Int) -> FigureTrail.Part {
        let unit = CertifiedFigures.Place.station(election.regions.stations[station])
        let steps = steps(ofStation: station)
        let missing: [Int?] = sums.fields.map { _ in nil }
        let below = steps.last { $0.isInForce }?.figures ?? missing
        let above = steps.filter { if case .form = $0.source { false } else { true } }
        let verdicts = above.compactMap { $0.change?.verdict }
        let verdict = verdicts.first(where: \.isFlagged) ?? verdicts.last(where: \.isExplained) ?? .open
        return FigureTrail.Part(
            place: unit,
            below: below,
            certified: above.last?.figures ?? missing,
            change: change(above.last?.figures ?? missing, from: 0, below, in: contest.certified?.forms) {
                _ in verdict
            },
            missing: revotesWithoutForm(in: unit)
        )
    }
}

extension Field {
    /// Whether it is all votes of a contestant.
    fileprivate var isVotes: Bool { if case .votes = self { true } else { false } }
}
