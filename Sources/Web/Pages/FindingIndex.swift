import Elections

/// Findings in the order of the stations, so that those of a rule, a station or a region are at hand and counted
/// without asking all of them.
struct FindingIndex: Sendable {
    /// Findings of one region, counted.
    struct Counts: Hashable {
        /// The forms that count at the region's stations, of all ballots.
        var forms = 0
        /// Those of them with a hard finding.
        var brokenForms = 0
        var hard = 0
        var soft = 0
        var information = 0

        /// All findings.
        var all: Int { hard + soft + information }
    }

    /// How often each check was asked.
    let tallies: [CheckTally]

    private let findings: Findings
    private let regions: Regions
    /// Findings about forms, by station.
    private let ofForms: [Finding]
    /// Findings about certified figures and files.
    private let others: [Finding]
    /// The first finding of each station; one more at the end.
    private let firsts: [Int]
    /// What was counted before each station; one more at the end.
    private let sums: [Counts]
    private let byRule: [Check: [Finding]]

    /// Orders the findings of an election.
    ///
    /// - Complexity: O(findings × log findings + stations × readings).
    init(_ findings: Findings, _ snapshot: Snapshot) {
        self.findings = findings
        tallies = findings.tallies
        regions = snapshot.election.regions
        let stations = regions.stations.count
        var byStation = [[Finding]](repeating: [], count: stations)
        var others: [Finding] = []
        for finding in findings.list {
            if let station = finding.station {
                byStation[station].append(finding)
            } else {
                others.append(finding)
            }
        }
        var firsts = [0]
        var sums = [Counts()]
        for (station, found) in byStation.enumerated() {
            var sum = sums[station]
            let counting = snapshot.results.compactMap { $0.form(thatCountsAt: station) }
            sum.forms += counting.count
            sum.brokenForms += counting.count { form in
                found.contains { $0.severity == .hard && $0.subject == form }
            }
            for finding in found { sum.add(finding) }
            sums.append(sum)
            firsts.append(firsts[station] + found.count)
        }
        ofForms = byStation.flatMap(\.self)
        self.others = others
        self.firsts = firsts
        self.sums = sums
        byRule = Dictionary(grouping: findings.list, by: \.check)
    }

    /// What probably broke the formula of a finding; none when the figures of its form show nothing.
    func causes(of finding: Finding) -> [Cause] { findings.causes(of: finding) }

    /// The findings of one rule, in the order they were made.
    func ofRule(_ check: Check) -> [Finding] { byRule[check] ?? [] }

    /// The findings about one station's forms.
    func ofStation(_ place: Int) -> [Finding] { Array(ofForms[firsts[place]..<firsts[place + 1]]) }

    /// The findings about forms of a region's stations, station by station, then about certified figures in it.
    func inside(_ code: RegionCode) -> [Finding] {
        let stations = regions.stationPositions(in: code)
        return ofForms[firsts[stations.lowerBound]..<firsts[stations.upperBound]] + certified(in: code)
    }

    /// Counts the findings of a region, and its forms.
    ///
    /// - Complexity: O(log stations + findings about certified figures).
    func counts(in code: RegionCode) -> Counts {
        let stations = regions.stationPositions(in: code)
        var counts = sums[stations.upperBound] - sums[stations.lowerBound]
        for finding in certified(in: code) { counts.add(finding) }
        return counts
    }

    private func certified(in code: RegionCode) -> [Finding] {
        others.filter { if case .region(_, let region) = $0.subject { code.contains(region) } else { false } }
    }
}

extension FindingIndex.Counts {
    fileprivate mutating func add(_ finding: Finding) {
        switch finding.severity {
        case .hard: hard += 1
        case .soft: soft += 1
        case .information: information += 1
        }
    }

    fileprivate static func - (left: Self, right: Self) -> Self {
        FindingIndex.Counts(
            forms: left.forms - right.forms,
            brokenForms: left.brokenForms - right.brokenForms,
            hard: left.hard - right.hard,
            soft: left.soft - right.soft,
            information: left.information - right.information
        )
    }
}

extension ContestResult {
    /// The form that counts at a station, as what a finding is about.
    fileprivate func form(thatCountsAt station: Int) -> Finding.Subject? {
        guard forms.indices.contains(station), let form = forms[station] else { return nil }
        return .form(contest.ballot, reading: form.reading, row: form.row, station: station)
    }
}

extension Finding {
    /// The station whose form it is about, by its place; `nil` for certified figures and files.
    var station: Int? {
        guard case .form(_, _, _, let station) = subject else { return nil }
        return station
    }
}
