/// What several readers took from the form of one station and vote, side by side.
public struct ReadingAgreement: Hashable, Sendable {
    /// The station, as its place among the stations.
    public let station: Int
    /// Which vote or count it is the result of.
    public let version: FormVersion
    /// The form in each reading: those that count first, then of each other source the reading that came last.
    public let forms: [FormInForce]
    /// The fields in which two of them say different figures, in the order of the readings' fields.
    public let differing: [Field]
    /// The places among ``forms`` of those that hold another figure somewhere than most do.
    public let dissenting: Set<Int>

    /// How many of them agree with each other: no two of these differ anywhere.
    public var agreeing: Int { forms.count - dissenting.count }

    /// The forms that more than one source read, in register order; what is missing differs from nothing.
    ///
    /// Of a field, most hold the figure that most have; of figures that as many have, the one that is read first.
    ///
    /// - Complexity: O(stations × readings × fields).
    public static func all(in contest: Contest, stations: Range<Int>) -> [ReadingAgreement] {
        let readings = contest.readings
        let counting = readings.indices.filter { readings[$0].comparison == nil }
        let others = readings.indices.filter { readings[$0].comparison != nil }
        return stations.flatMap { station in
            let versions = Set(
                readings.flatMap { reading in reading.rows(ofStation: station).map(reading.version) }
            )
            return versions.sorted().compactMap { version -> ReadingAgreement? in
                func form(_ place: Int) -> FormInForce? {
                    readings[place].rows(ofStation: station).first {
                        readings[place].version(ofRow: $0) == version
                    }.map { FormInForce(reading: place, row: $0) }
                }
                var forms = counting.compactMap(form)
                var sources: [ComparisonSource] = []
                for place in others.reversed() {
                    guard let source = readings[place].comparison, !sources.contains(source),
                        let form = form(place)
                    else { continue }
                    sources.append(source)
                    forms.append(form)
                }
                guard forms.count > 1 else { return nil }
                return ReadingAgreement(station, version, forms, contest)
            }
        }
    }

    private init(_ station: Int, _ version: FormVersion, _ forms: [FormInForce], _ contest: Contest) {
        (self.station, self.version, self.forms) = (station, version, forms)
        var seen: Set<Field> = []
        let fields = forms.flatMap { contest.readings[$0.reading].forms.fields }.filter {
            seen.insert($0).inserted
        }
        var differing: [Field] = []
        var dissenting: Set<Int> = []
        for field in fields {
            let figures = forms.map { contest.figure(field, on: $0) }
            guard let first = figures.lazy.compactMap(\.self).first,
                figures.contains(where: { ReadingDifference.differ(first, $0) })
            else { continue }
            differing.append(field)
            let held = figures.compactMap(\.self)
            func count(_ figure: Int) -> Int { held.count { $0 == figure } }
            let most = held.reduce(first) { count($1) > count($0) ? $1 : $0 }
            dissenting.formUnion(figures.indices.filter { ReadingDifference.differ(most, figures[$0]) })
        }
        (self.differing, self.dissenting) = (differing, dissenting)
    }
}

extension ElectionState {
    /// A ballot with all its forms; `nil` when it is not opened.
    ///
    /// - Complexity: O(*n* log *n*) in the forms.
    public func contestWithForms(of ballot: Ballot) -> Contest? {
        contest(ballot)?.contest(stations: stations.count, candidacies.statuses(of: ballot))
    }
}
