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
        let known = KnownVotes(election, plan)
        return election.regions.stationPositions(in: plan.place).flatMap { place in
            forms(of: election, for: plan, place, plan.ballots, .regular, known)
        }
    }

    /// The papers of the votes that are held again, in their order.
    ///
    /// - Complexity: O(forms × fields).
    static func all(of revotes: [Revote], _ election: Election, for plan: RehearsalPlan) -> [Paper] {
        revotes.flatMap { revote in
            election.regions.position(of: revote.station).map { place in
                forms(of: election, for: plan, place, revote.ballots, revote.version)
            } ?? []
        }
    }

    /// The papers of one station's vote.
    private static func forms(
        of election: Election,
        for plan: RehearsalPlan,
        _ place: Int,
        _ ballots: [Ballot],
        _ version: FormVersion,
        _ known: KnownVotes? = nil
    ) -> [Paper] {
        let votes = known?.votes(at: election.regions.stations[place])
        let valid = votes?.reduce(0, +)
        let station = StationSheet(election, place, plan.seed, version, valid: valid)
        return election.contests.filter { contest in
            ballots.contains(contest.ballot) && election.has(contest.ballot, atStation: place)
        }.map { contest in
            let form = FormKey(contest.ballot, election.regions.stations[place], version)
            let layout = FormLayout(contest, election.law)
            let fields = layout.fields(in: contest.districts.number(of: form.station.village))
            var sheet = FormSheet(
                contest,
                station,
                fields,
                plan,
                known: contest.ballot == known?.ballot ? votes : nil
            )
            return Paper(form: form, figures: sheet.filled())
        }
    }
}
