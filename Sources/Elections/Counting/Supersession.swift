/// A station whose vote or count on a ballot was not the first: what every form of it says, and which counts.
public struct Supersession: Hashable, Sendable {
    /// A form of the station.
    public struct Held: Hashable, Sendable {
        /// The reading that holds it, and its row there.
        public let form: FormInForce
        /// Which vote or count it is the result of.
        public let version: FormVersion
    }

    /// The station, as its place among the stations.
    public let station: Int
    /// Its forms, an earlier version first; of one version in the order of the readings.
    public let forms: [Held]
    /// The form that counts.
    public let inForce: FormInForce

    /// The form that was superseded, the earliest; `nil` where nobody read one.
    public let first: Held?

    /// Which vote or count it is that counts.
    public let version: FormVersion

    /// The stations of a ballot with a form that is not of the first vote, in register order.
    ///
    /// - Complexity: O(stations × readings); O(readings) where every form is of the first vote.
    static func all(in contest: Contest, inForce forms: [FormInForce?]) -> [Supersession] {
        guard contest.readings.contains(where: { !$0.isRegular && $0.comparison == nil }) else { return [] }
        return forms.indices.compactMap { station in
            guard let inForce = forms[station] else { return nil }
            let held = contest.readings.enumerated().filter { $1.comparison == nil }.flatMap {
                place,
                reading in
                reading.rows(ofStation: station).map { row in
                    Held(
                        form: FormInForce(reading: place, row: row),
                        version: reading.version(ofRow: row)
                    )
                }
            }
            // A stable order by version alone keeps the readings in theirs.
            let sorted = FormVersion.allCases.flatMap { version in held.filter { $0.version == version } }
            guard let last = sorted.last, last.version > .regular else { return nil }
            return Supersession(
                station: station,
                forms: sorted,
                inForce: inForce,
                first: sorted.first { $0.version < last.version },
                version: last.version
            )
        }
    }
}

extension ContestResult {
    /// The stations whose vote or count was held again or late, in register order.
    ///
    /// - Legal source: UU 7/2017 art. 372–378; the result of a re-vote replaces that of the first vote.
    /// - Complexity: O(stations × readings).
    public var supersessions: [Supersession] {
        Supersession.all(in: contest, inForce: forms)
    }

    /// Which vote or count it is that counts at a station; `nil` where no form was read.
    public func version(atStation place: Int) -> FormVersion? {
        guard forms.indices.contains(place), let form = forms[place] else { return nil }
        return contest.readings[form.reading].version(ofRow: form.row)
    }

    /// How a figure changed from the form that was superseded to the one that counts; `nil` where either
    /// lacks it.
    public func change(of field: Field, by supersession: Supersession) -> Int? {
        guard let first = supersession.first, let before = contest.figure(field, on: first.form),
            let after = contest.figure(field, on: supersession.inForce)
        else { return nil }
        return after - before
    }

    /// A certified comparison as it would be with another form of one of its stations, per contestant.
    ///
    /// Certified − counted in ballot order; `nil` where a figure is missing.
    public func differences(
        of row: CertifiedComparison,
        with form: FormInForce,
        insteadOf inForce: FormInForce
    ) -> [Int?] {
        let votes = zip(contest.votes(on: form), contest.votes(on: inForce))
        return zip(row.differences, votes).map { difference, votes in
            guard let difference, let other = votes.0, let counted = votes.1 else { return nil }
            return difference + counted - other
        }
    }
}
