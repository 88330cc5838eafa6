/// Figures of many forms of a ballot in the same fields, whose columns are looked up once.
struct ColumnSums {
    let fields: [Field]

    private let contest: Contest
    private let columns: [[Int?]]
    /// The fields whose forms differ by district: votes of candidates.
    private let candidates: [(place: Int, party: Int, number: Int)]

    init(_ contest: Contest, _ fields: [Field]) {
        self.contest = contest
        self.fields = fields
        columns = contest.readings.map { reading in fields.map(reading.forms.column) }
        candidates = fields.enumerated().compactMap { place, field in
            if case .candidateVotes(let party, let number) = field { (place, party, number) } else { nil }
        }
    }

    /// The figures of a form.
    func figures(on form: FormInForce) -> [Int?] {
        let forms = contest.readings[form.reading].forms
        return columns[form.reading].map { column in column.flatMap { forms[form.row, column: $0] } }
    }

    /// The form of a station's vote or count that plenaries read; `nil` where no reading that counts holds it.
    func form(atStation place: Int, _ version: FormVersion) -> FormInForce? {
        for (position, reading) in contest.readings.enumerated() where reading.comparison == nil {
            let row = reading.rows(ofStation: place).first { reading.version(ofRow: $0) == version }
            if let row { return FormInForce(reading: position, row: row) }
        }
        return nil
    }

    /// The sums over rows of figures, each of a place in a village; `nil` where any of them lacks it that has room for
    /// it, or there is none.
    func sum(_ rows: some Sequence<(village: RegionCode?, figures: [Int?]?)>) -> [Int?] {
        var sums = [Int](repeating: 0, count: fields.count)
        var isMissing = [Bool](repeating: false, count: fields.count)
        var isThere = isMissing
        var (village, absent) = (RegionCode?.none, Set<Int>())
        for row in rows {
            if row.village != village {
                village = row.village
                absent = village.map(self.absent) ?? []
            }
            for place in fields.indices {
                if let figure = row.figures?[place] {
                    sums[place] += figure
                    isThere[place] = true
                } else if !absent.contains(place) {
                    isMissing[place] = true
                }
            }
        }
        return fields.indices.map { isThere[$0] && !isMissing[$0] ? sums[$0] : nil }
    }

    /// The fields that the forms of a village have no room for: candidates of other districts.
    private func absent(in village: RegionCode) -> Set<Int> {
        guard !candidates.isEmpty, !contest.lists.isEmpty else { return [] }
        let district = contest.districts.number(of: village)
        return Set(
            candidates.filter { candidate in
                contest.listNumbers(of: candidate.party, in: district)?.contains(candidate.number) == false
            }.map(\.place)
        )
    }
}

extension Snapshot {
    /// Whether a figure of a region is held against the certificates right below it, or against its stations.
    ///
    /// Stations stand for villages, and wherever no certificate lies between.
    func basis(of region: RegionCode, _ contest: Contest) -> ShiftReport.Basis {
        guard let certified = contest.certified, region.tier != .village else { return .stations }
        let children = election.regions.children(of: region)
        guard !children.isEmpty, children.allSatisfy({ certified.row(of: $0.code) != nil }) else {
            return .stations
        }
        let isKnown = contest.contestants.contains { contestant in
            children.allSatisfy { child in
                certified.row(of: child.code).map { certified.forms[$0, .votes(contestant.number)] != nil }
                    ?? false
            }
        }
        return isKnown ? .certified : .stations
    }

    /// What a region's figures come to right below it, in the fields of `sums`; `nil` where anything is missing.
    ///
    /// - Complexity: O(stations × fields) on the basis of stations, else O(regions right below × fields).
    func below(
        _ region: RegionCode,
        _ basis: ShiftReport.Basis,
        _ result: ContestResult,
        _ sums: ColumnSums
    ) -> [Int?] {
        switch basis {
        case .certified:
            return sums.fields.map { field in
                result.contest.certified.flatMap { figure(field, .below, of: result, $0, in: region) }
            }
        case .stations:
            let stations = election.regions.stations
            let places = election.regions.stationPositions(in: region).lazy.filter {
                election.has(result.contest.ballot, atStation: $0)
            }
            guard !result.forms.isEmpty else { return sums.fields.map { _ in nil } }
            return sums.sum(
                places.map { place in
                    (stations[place].village, result.forms[place].map(sums.figures))
                }
            )
        }
    }
}
