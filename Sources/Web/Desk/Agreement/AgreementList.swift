import Elections

/// The forms of a region that more than one source read, those on which they disagree first.
struct AgreementList: Sendable {
    let contest: Contest
    let place: RegionCode
    let agreements: [ReadingAgreement]
    /// How many of them everybody reads alike.
    let unanimous: Int

    /// The readings of a ballot's forms in a region.
    ///
    /// - Throws: ``Refusal/Code/notFound`` for a ballot or region that is not there, or none of theirs.
    /// - Complexity: O(stations × readings × fields + *n* log *n*) in all forms.
    init(_ ballot: Ballot, _ named: RegionCode?, _ caller: DeskCaller) throws(Refusal) {
        let state = caller.state
        let place = try caller.region(named, .seeForms)
        guard let regions = state.regions, regions[place] != nil,
            let contest = state.contestWithForms(of: ballot)
        else { throw Refusal(.notFound) }
        let all = ReadingAgreement.all(in: contest, stations: regions.stationPositions(in: place))
        // A stable order keeps the register's within each.
        let differing = all.filter { !$0.differing.isEmpty }
        let alike = all.filter(\.differing.isEmpty)
        (self.contest, self.place) = (contest, place)
        agreements = differing + alike
        unanimous = alike.count
    }
}
