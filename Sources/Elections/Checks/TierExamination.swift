/// The checks of certified figures: each certificate by itself, beside those below it, beside the stations.
struct TierExamination {
    private(set) var findings: [Finding] = []
    private(set) var tallies: [CheckTally] = []

    init(_ snapshot: Snapshot, _ result: ContestResult, _ forms: FormSetting) {
        guard let certified = result.contest.certified else { return }
        let regions = certified.places.compactMap { place -> RegionCode? in
            if case .region(let code) = place { code } else { nil }
        }.sorted()
        let figures = TierFigures(snapshot, result, certified)
        let districts = regions.map { forms.district(of: $0) }
        let kinds = Dictionary(uniqueKeysWithValues: Set(districts).map { ($0, forms.kind(in: $0)) })
        for (place, check) in Check.all.enumerated() where check.scope == .tiers {
            var (applicable, complete) = (0, 0)
            var failed: [Condition.Severity: Int] = [:]
            let conditions = kinds.mapValues { check.conditions(for: $0) }
            for (region, district) in zip(regions, districts) {
                let verdicts =
                    check.code == "R02"
                    ? [figures.stationsRead(in: region)]
                    : conditions[district, default: []].map { figures.judge($0, in: region) }
                if verdicts.contains(where: { $0.verdict != .notApplicable }) { applicable += 1 }
                if verdicts.allSatisfy({ $0.verdict != .notApplicable || $0.severity < check.severity }) {
                    complete += 1
                }
                let broken = verdicts.filter { $0.verdict == .failed }
                if let worst = broken.map(\.severity).max() { failed[worst, default: 0] += 1 }
                findings += broken.compactMap { broken in
                    broken.reason.map {
                        Finding(
                            place: place,
                            severity: broken.severity,
                            subject: .region(result.contest.ballot, region),
                            reason: $0
                        )
                    }
                }
            }
            tallies.append(
                CheckTally(
                    check: check,
                    source: .certified(result.contest.ballot),
                    all: regions.count,
                    applicable: applicable,
                    complete: complete,
                    failed: failed
                )
            )
        }
    }
}

/// The figures a tier's checks need, region by region.
private struct TierFigures {
    struct Judgement {
        let verdict: Verdict
        let severity: Condition.Severity
        let reason: Finding.Reason?
    }

    private let snapshot: Snapshot
    private let result: ContestResult
    private let certified: CertifiedFigures

    init(_ snapshot: Snapshot, _ result: ContestResult, _ certified: CertifiedFigures) {
        self.snapshot = snapshot
        self.result = result
        self.certified = certified
    }

    func judge(_ condition: Condition, in region: RegionCode) -> Judgement {
        Judgement(
            verdict: condition.verdict { figure($0, $1, region) },
            severity: condition.severity,
            reason: .formula(condition.formula)
        )
    }

    func stationsRead(in region: RegionCode) -> Judgement {
        let none = Judgement(verdict: .notApplicable, severity: .hard, reason: nil)
        guard !result.forms.isEmpty else { return none }
        let stations = snapshot.election.regions.stationPositions(in: region).filter {
            snapshot.election.has(result.contest.ballot, atStation: $0)
        }
        guard !stations.isEmpty else { return none }
        // A form without all votes is not read.
        let read = stations.count { place in
            result.forms[place].map { !result.contest.votes(on: $0).contains(nil) } ?? false
        }
        return Judgement(
            verdict: read == stations.count ? .passed : .failed,
            severity: .hard,
            reason: .stations(read: read, of: stations.count)
        )
    }

    func figure(_ field: Field, _ origin: Term.Origin, _ region: RegionCode) -> Int? {
        snapshot.figure(field, origin, of: result, certified, in: region)
    }
}

extension Snapshot {
    /// A figure of a region as the checks of tiers see it.
    ///
    /// The stations are added up where no certified tier lies between, and only when all of them are in.
    func figure(
        _ field: Field,
        _ origin: Term.Origin,
        of result: ContestResult,
        _ certified: CertifiedFigures,
        in region: RegionCode
    ) -> Int? {
        switch origin {
        case .form, .certified: return certified.row(of: region).flatMap { certified.forms[$0, field] }
        case .below: return sumBelow(field, certified, region)
        case .stations:
            guard sumBelow(field, certified, region) == nil else { return nil }
            return sumOfStations(field, result, region)
        case .columns: return sumOfColumns(field, result, certified, region)
        case .register: return registered(field, result.contest.ballot, in: region)
        case .ballot: return nil
        }
    }

    private func sumBelow(_ field: Field, _ certified: CertifiedFigures, _ region: RegionCode) -> Int? {
        let children = election.regions.children(of: region)
        let figures = children.compactMap { child in
            certified.row(of: child.code).flatMap { certified.forms[$0, field] }
        }
        guard !children.isEmpty, figures.count == children.count else { return nil }
        return figures.reduce(0, +)
    }

    /// The stations of a region that have the ballot.
    private func stations(of ballot: Ballot, in region: RegionCode) -> [Int] {
        election.regions.stationPositions(in: region).filter { election.has(ballot, atStation: $0) }
    }

    /// A figure of the forms in force, added up when every station has it.
    private func sumOfStations(_ field: Field, _ result: ContestResult, _ region: RegionCode) -> Int? {
        guard !result.forms.isEmpty else { return nil }
        return sum(stations(of: result.contest.ballot, in: region)) { place in
            result.forms[place].flatMap { result.contest.figure(field, on: $0) }
        }
    }

    /// A figure of the stations' columns of a recapitulation, added up when every station has one.
    private func sumOfColumns(
        _ field: Field,
        _ result: ContestResult,
        _ certified: CertifiedFigures,
        _ region: RegionCode
    ) -> Int? {
        guard region.tier == .village, certified.hasStations else { return nil }
        return sum(stations(of: result.contest.ballot, in: region)) { place in
            certified.row(of: election.regions.stations[place]).flatMap { certified.forms[$0, field] }
        }
    }

    private func registered(_ field: Field, _ ballot: Ballot, in region: RegionCode) -> Int? {
        guard case .electorate(.permanent, let sex) = field else { return nil }
        return sum(stations(of: ballot, in: region)) { election.electorate[$0][sex] }
    }

    /// The sum of a figure over stations; `nil` when one lacks it, or there are none.
    private func sum(_ stations: [Int], _ figure: (Int) -> Int?) -> Int? {
        guard !stations.isEmpty else { return nil }
        var sum = 0
        for station in stations {
            guard let figure = figure(station) else { return nil }
            sum += figure
        }
        return sum
    }
}
