public import Elections

/// A form as it lies there on paper: what everybody who types it should read.
public struct Paper: Hashable, Sendable {
    /// The form.
    public let form: FormKey
    /// What is entered; a field that is missing is left empty.
    public let figures: [Field: Int]

    /// The figures of some fields in their order; `nil` for what is left empty.
    public func figures(of fields: [Field]) -> [Int?] { fields.map { figures[$0] } }
}

extension Paper {
    /// The papers of a plan, station by station and ballot by ballot.
    ///
    /// About one in twelve does not add up, as in reality; each ballot's papers agree with the station's others
    /// otherwise.
    ///
    /// - Complexity: O(forms × fields).
    public static func all(of election: Election, for plan: RehearsalPlan) -> [Paper] {
        election.regions.stationPositions(in: plan.subdistrict).flatMap { place -> [Paper] in
            let station = StationSheet(election, place, plan.seed)
            return election.contests.filter { contest in
                plan.ballots.contains(contest.ballot) && election.has(contest.ballot, atStation: place)
            }.map { contest in
                let form = FormKey(contest.ballot, election.regions.stations[place])
                let layout = FormLayout(contest, election.law)
                let fields = layout.fields(in: contest.districts.number(of: form.station.village))
                var sheet = FormSheet(contest, station, fields, plan)
                return Paper(form: form, figures: sheet.filled())
            }
        }
    }
}
