/// The forms a sampled audit may draw, one per line, as they are published before the seed is thrown.
///
/// A line is `PPWP 73.12.04.1005-020 psu`: ballot, station, and which vote or count. Only forms that count are
/// there, so a form that a re-vote superseded is not.
public struct AuditManifest: Hashable, Sendable {
    /// A form that may be drawn.
    public struct Line: Hashable, Sendable {
        /// The form.
        public let form: FormKey

        /// The line as it is published, without its end.
        public var text: String { "\(form.ballot.rawValue) \(form.station) \(form.version.rawValue)" }
    }

    /// The lines, in the order of the ballots asked for, then of the register.
    public let lines: [Line]
    /// How many stations vote on a ballot and have no form that counts: nothing can be drawn of them.
    public let stationsWithoutForm: Int

    init(lines: [Line], stationsWithoutForm: Int) {
        self.lines = lines
        self.stationsWithoutForm = stationsWithoutForm
    }

    /// The forms that count on some ballots.
    ///
    /// - Complexity: O(ballots × stations).
    public init(_ snapshot: Snapshot, ballots: [Ballot]) {
        var lines: [Line] = []
        var missing = 0
        for result in ballots.compactMap(snapshot.result) {
            for (place, station) in snapshot.election.regions.stations.enumerated()
            where snapshot.election.has(result.contest.ballot, atStation: place) {
                guard let form = result.forms[place] else {
                    missing += 1
                    continue
                }
                let version = result.contest.readings[form.reading].version(ofRow: form.row)
                lines.append(Line(form: FormKey(result.contest.ballot, station, version)))
            }
        }
        self.lines = lines
        stationsWithoutForm = missing
    }

    /// The whole manifest, each line with its end (`\n`): what is published, and what its digest is of.
    public var text: String { lines.map { $0.text + "\n" }.joined() }
}
