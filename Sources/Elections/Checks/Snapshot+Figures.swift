extension Snapshot {
    /// A figure as a finding sees it: on its form, in the register, on the station's other forms, or certified.
    public func figure(_ field: Field, _ origin: Term.Origin, of finding: Finding) -> Int? {
        switch finding.subject {
        case .form(let ballot, let reading, let row, let station):
            guard let result = result(of: ballot), result.contest.readings.indices.contains(reading) else {
                return nil
            }
            return figure(field, origin, result.contest, reading, row, station)
        case .region(let ballot, let region):
            guard let result = result(of: ballot), let certified = result.contest.certified else {
                return nil
            }
            return figure(field, origin, of: result, certified, in: region)
        case .file: return nil
        }
    }

    private func figure(
        _ field: Field,
        _ origin: Term.Origin,
        _ contest: Contest,
        _ reading: Int,
        _ row: Int,
        _ station: Int
    ) -> Int? {
        switch origin {
        case .form: return contest.readings[reading].forms[row, field]
        case .register:
            guard case .electorate(.permanent, let sex) = field else { return nil }
            return election.electorate[station][sex]
        case .certified:
            let code = election.regions.stations[station]
            return contest.certified.flatMap { certified in
                certified.row(of: code).flatMap { certified.forms[$0, field] }
            }
        case .ballot(let ballot):
            let version = contest.readings[reading].version(ofRow: row)
            // As the examination does: only the first readings are held against each other.
            guard reading == 0, let other = result(of: ballot)?.contest.readings.first else { return nil }
            return other.rows(ofStation: station).last { other.version(ofRow: $0).vote == version.vote }
                .flatMap { other.forms[$0, field] }
        case .below, .stations, .columns: return nil
        }
    }
}
