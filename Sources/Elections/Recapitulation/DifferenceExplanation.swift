/// What could explain why a region's certified figures differ from the sum of its stations.
///
/// A station is named only with a figure that fits; where none does, the difference stays unexplained.
public struct DifferenceExplanation: Hashable, Sendable {
    /// How well a figure fits.
    public enum Strength: String, CaseIterable, Hashable, Sendable {
        /// The figure fits exactly, and no other station's does.
        case proven
        /// The figure fits, but so does another; or it takes two stations to make up the difference.
        case compatible
    }

    /// Which figure it is.
    public enum Evidence: Hashable, Sendable {
        /// The station's column of the recapitulation.
        case certifiedColumn
        /// Another form of the station: its reading by place, and the row in it.
        case otherForm(reading: Int, row: Int)
        /// The form contradicts itself: with so many votes less or more for a contestant it adds up.
        case contradiction(contestant: Int)
    }

    /// The station, as its place among the stations.
    public let station: Int
    /// What would change, per contestant in ballot order.
    public let change: [Int]
    /// How well it fits.
    public let strength: Strength
    /// The figure that fits.
    public let evidence: Evidence
}

extension Snapshot {
    /// What could explain a difference, `beforeRevotes` of the first reading's first forms.
    ///
    /// None when nothing fits: then it is unexplained.
    ///
    /// - Complexity: O(*s*²) in the stations of the region that have another figure to offer.
    public func explanations(
        of row: CertifiedComparison,
        in result: ContestResult,
        beforeRevotes: Bool = false
    ) -> [DifferenceExplanation] {
        let wanted = row.differences.compactMap(\.self)
        guard row.differs, wanted.count == row.differences.count else { return [] }
        let stations = election.regions.stationPositions(in: row.region.code)
        let candidates = stations.flatMap { alternatives(at: $0, in: result, beforeRevotes) }
        let fitting = candidates.filter { $0.change == wanted }
        if !fitting.isEmpty {
            let isProven = Set(fitting.map(\.station)).count == 1
            return fitting.map { $0.explanation(isProven ? .proven : .compatible) }
        }
        return pair(of: candidates, adding: wanted).map { $0.explanation(.compatible) }
    }

    private func alternatives(
        at station: Int,
        in result: ContestResult,
        _ beforeRevotes: Bool
    ) -> [Alternative] {
        let contest = result.contest
        var counted = result.forms[station]
        if beforeRevotes {
            counted = contest.readings[0].rows(ofStation: station).first.map {
                FormInForce(reading: 0, row: $0)
            }
        }
        guard let counted else { return [] }
        let votes = contest.votes(on: counted).compactMap(\.self)
        guard votes.count == contest.contestants.count else { return [] }
        return certifiedColumn(of: contest, station, votes) + otherForms(of: contest, station, counted, votes)
            + contradictions(of: contest, station, counted, votes)
    }

    /// What the recapitulation itself has for the station.
    private func certifiedColumn(of contest: Contest, _ station: Int, _ votes: [Int]) -> [Alternative] {
        guard let certified = contest.certified,
            let row = certified.row(of: election.regions.stations[station])
        else {
            return []
        }
        let figures = contest.contestants.compactMap { certified.forms[row, .votes($0.number)] }
        guard figures.count == votes.count, figures != votes else { return [] }
        let change = zip(figures, votes).map { $0 - $1 }
        return [Alternative(station: station, change: change, evidence: .certifiedColumn)]
    }

    private func otherForms(
        of contest: Contest,
        _ station: Int,
        _ counted: FormInForce,
        _ votes: [Int]
    ) -> [Alternative] {
        var seen: Set<[Int]> = []
        return contest.readings.indices.flatMap { reading in
            contest.readings[reading].rows(ofStation: station).compactMap { row in
                let other = FormInForce(reading: reading, row: row)
                let figures = contest.votes(on: other).compactMap(\.self)
                guard other != counted, figures.count == votes.count, figures != votes else { return nil }
                let change = zip(figures, votes).map { $0 - $1 }
                guard seen.insert(change).inserted else { return nil }
                return Alternative(
                    station: station,
                    change: change,
                    evidence: .otherForm(reading: reading, row: row)
                )
            }
        }
    }

    /// A form whose votes are not its valid votes, while these fit the total: one contestant's votes are wrong.
    private func contradictions(
        of contest: Contest,
        _ station: Int,
        _ counted: FormInForce,
        _ votes: [Int]
    ) -> [Alternative] {
        guard let valid = contest.figure(.valid, on: counted) else { return [] }
        if let invalid = contest.figure(.invalid, on: counted),
            let total = contest.figure(.total, on: counted),
            valid + invalid != total
        {
            return []
        }
        let gap = valid - votes.reduce(0, +)
        guard gap != 0 else { return [] }
        return votes.indices.filter { votes[$0] + gap >= 0 }.map { contestant in
            Alternative(
                station: station,
                change: votes.indices.map { $0 == contestant ? gap : 0 },
                evidence: .contradiction(contestant: contest.contestants[contestant].number)
            )
        }
    }

    /// The only two stations whose figures together make up the difference; none when several pairs do.
    ///
    /// A figure that two sources offer alike is one figure: it does not make a second pair.
    private func pair(of alternatives: [Alternative], adding wanted: [Int]) -> [Alternative] {
        var byChange: [[Int]: [Alternative]] = [:]
        var found: (Alternative, Alternative)?
        for second in alternatives {
            let rest = zip(wanted, second.change).map { $0 - $1 }
            for first in byChange[rest] ?? [] where first.station != second.station {
                if let found, !found.0.isSame(as: first) || !found.1.isSame(as: second) { return [] }
                found = found ?? (first, second)
            }
            // Of one station one figure of a kind is enough.
            if byChange[second.change]?.contains(where: { $0.station == second.station }) != true {
                byChange[second.change, default: []].append(second)
            }
        }
        return found.map { [$0.0, $0.1] } ?? []
    }
}

/// A figure a station has to offer beside the one that was counted.
private struct Alternative {
    let station: Int
    let change: [Int]
    let evidence: DifferenceExplanation.Evidence

    /// Whether it says the same of the same station, whatever it says it by.
    func isSame(as other: Alternative) -> Bool {
        station == other.station && change == other.change
    }

    func explanation(_ strength: DifferenceExplanation.Strength) -> DifferenceExplanation {
        DifferenceExplanation(station: station, change: change, strength: strength, evidence: evidence)
    }
}
