import Tally

extension Snapshot {
    /// The turnout of every region, from the first ballot that was read from forms.
    ///
    /// A station counts when both its electorate and its total are entered: a share of figures that do not
    /// belong together would say nothing. Where the register lacks the electorate, the form's own DPT stands for it.
    static func turnouts(of election: Election, _ results: [ContestResult]) -> [Turnout?] {
        let result = results.first { !$0.forms.isEmpty }
        var rows = StationRows(counters: 2)
        for (position, station) in election.regions.stations.enumerated() {
            guard let unit = election.regions.position(of: station.village) else { continue }
            let form = result.flatMap { $0.forms[position] }
            let total = form.flatMap { result?.contest.figure(.total, on: $0) }.flatMap {
                UInt32(exactly: $0)
            }
            let stated = form.flatMap { result?.contest.figure(.electorate(.permanent, .both), on: $0) }
            let electorate = (election.electorate[position].total ?? stated).flatMap { UInt32(exactly: $0) }
            let isKnown = total != nil && electorate != nil
            rows.append(unit: unit, cells: isKnown ? [total, electorate] : [nil, nil])
        }
        let totals = StationCounts(rows, in: election.regions.tree).recount()
        return election.regions.all.indices.map { unit in
            guard let voters = totals.sum(of: 0, in: unit), let electorate = totals.sum(of: 1, in: unit)
            else {
                return nil
            }
            return Turnout(
                voters: voters,
                electorate: electorate,
                covered: totals.reported(in: unit),
                stations: totals.stations(in: unit)
            )
        }
    }
}
