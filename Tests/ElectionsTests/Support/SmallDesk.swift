import TestSupport

@testable import Elections

/// The small election's counting desk, for president unless said otherwise, with nothing typed yet.
struct SmallDesk {
    var state = ElectionState()
    private let ballot: Ballot
    private(set) var entry = 0
    /// The acts with which it was opened.
    private(set) var opening: [Act] = []

    /// The form of a station by its place.
    static func form(_ place: Int = 0, _ version: FormVersion = .regular) throws -> FormKey {
        FormKey(.president, try SmallElection.regions().stations[place], version)
    }

    init(_ small: SmallElection = SmallElection(), decisions: [Decision] = []) throws {
        var small = small
        small.decisions = decisions
        ballot = small.readBallot
        let acts = Act.takingOver(try small.election()).flatMap(\.self)
        let kept = acts.filter { ![.readingOpened, .formsTaken].contains($0.kind) }
        opening = try state.decide(.takeOver(kept), by: .unknown)
        opening += try perform(.deskOpened(DeskOpened(ballot: ballot)), by: "head")
    }

    /// Does something as somebody, a second after the last.
    @discardableResult
    mutating func perform(_ act: Act, by account: String) throws(ActFault) -> [Act] {
        let author = Author(account: account, time: entry * 1_000, entry: entry)
        let acts = try state.decide(.perform(act), by: author)
        entry += 1
        return acts
    }

    /// Has the votes of some stations held again, by their places.
    mutating func holdRevotes(
        at places: [Int],
        _ version: FormVersion = .revote,
        _ ballots: [Ballot] = [.president]
    ) throws {
        guard let day = CalendarDate(parsing: "2019-04-27") else { return }
        let stations = try SmallElection.regions().stations
        let votes = places.map { (stations[$0], version) }
        for (act, account) in HeldRevotes.acts(votes, ballots, on: day, state) {
            try perform(act, by: account)
        }
    }

    /// The fields of its forms.
    var fields: [Field] { state.contest(ballot)?.desk?.fields ?? [] }

    /// The form of a station with 40 electors and 32 voters that adds up, but for what is changed.
    func figures(_ changes: [Field: Int?] = [:]) -> [Int?] {
        let figures: [Field: Int] = [
            .electorate(.permanent, .male): 20, .electorate(.permanent, .female): 20,
            .electorate(.permanent, .both): 40, .electorate(.all, .male): 20, .electorate(.all, .female): 20,
            .electorate(.all, .both): 40, .voters(.permanent, .male): 16, .voters(.permanent, .female): 16,
            .voters(.permanent, .both): 32, .voters(.all, .male): 16, .voters(.all, .female): 16,
            .voters(.all, .both): 32, .papers(.received): 41, .papers(.used): 32, .papers(.unused): 9,
            .votes(1): 11, .votes(19): 20, .valid: 31, .invalid: 1, .total: 32, .signatures(.members): 7,
            .signatures(.witnesses): 2,
        ]
        return fields.map { changes[$0] ?? figures[$0] ?? 0 }
    }

    /// What has been done about a form.
    func work(_ form: FormKey) throws -> FormWork? {
        let place = try SmallElection.regions().position(of: form.station) ?? 0
        return state.contest(form.ballot)?.desk?.work(place, form.version)
    }

    /// The figures of an accepted form; `nil` when it is not in the reading.
    func accepted(_ form: FormKey) throws -> [Int?]? {
        let place = try SmallElection.regions().position(of: form.station) ?? 0
        guard let reading = state.election?.contests.first?.readings.first(where: { $0.id == "desk" }) else {
            return nil
        }
        let row = reading.rows(ofStation: place).first { reading.version(ofRow: $0) == form.version }
        return row.map { reading.forms.row($0) }
    }
}
