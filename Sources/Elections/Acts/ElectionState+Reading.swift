extension ElectionState {
    /// The law of the election; `nil` before it is set up.
    public var law: Law? { setUp?.law }

    /// The region the office is of; `nil` before the election is set up.
    public var place: RegionCode? { setUp?.place }

    /// The day of the vote; `nil` before the election is set up.
    public var date: CalendarDate? { setUp?.date }

    /// The regions and stations; `nil` before the election is set up.
    public var regions: Regions? { setUp?.regions }

    /// What the roll says of a station, by its place in ``stations``; `nil` when there is none.
    public func electorate(atStation place: Int) -> Electorate? {
        guard let setUp, setUp.electorate.indices.contains(place) else { return nil }
        return setUp.electorate[place]
    }

    /// The ballots that were opened, in the order of counting.
    public var ballots: [Ballot] { contests.map(\.ballot) }

    /// Who stands on a ballot, without any forms; `nil` when it is not opened.
    ///
    /// - Complexity: O(contestants + lists).
    public func contestWithoutForms(of ballot: Ballot) -> Contest? {
        contest(ballot)?.contest(stations: 0, hasForms: false, candidacies.statuses(of: ballot))
    }

    /// A figure as the checks of a form on its way see it.
    ///
    /// - Parameters:
    ///   - field: Which.
    ///   - origin: Where it stands.
    ///   - form: The form that is checked.
    ///   - figures: Its figures, one per field of the desk.
    /// - Returns: `nil` when it is missing.
    /// - Complexity: O(fields).
    public func figure(
        _ field: Field,
        _ origin: Term.Origin,
        of form: FormKey,
        _ figures: [Int?]
    ) -> Int? {
        guard let station = position(of: form.station) else { return nil }
        switch origin {
        case .form:
            let column = desk(of: form.ballot)?.fields.firstIndex(of: field)
            return column.flatMap { figures.indices.contains($0) ? figures[$0] : nil }
        case .register:
            guard case .electorate(.permanent, let sex) = field else { return nil }
            return electorate(atStation: station)?[sex]
        case .ballot(let ballot):
            guard let other = contest(ballot), let column = other.counted?.fields.firstIndex(of: field),
                let cell = other.countedCells(station, vote: form.version.vote)?[column],
                cell != FormTable.missing
            else { return nil }
            return Int(cell)
        case .certified, .below, .stations, .columns: return nil
        }
    }
}
