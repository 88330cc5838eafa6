import TestSupport

@testable import Elections

/// The small election's office with its people, before any plenary: five stations in two subdistricts are counted.
struct SmallPlenary {
    var state = ElectionState()
    private(set) var entry = 0
    /// Everything that was done.
    private(set) var acts: [(act: Act, author: Author)] = []
    /// Mandates by account.
    private(set) var mandates: [String: Int] = [:]

    static let ballot = Ballot.president

    /// A region of the small election by the end of its code.
    static func region(_ end: String) throws -> RegionCode { try RegionCode(parsing: "73.12" + end) }

    /// A station as a unit, by its place.
    static func unit(_ place: Int) throws -> CertifiedFigures.Place {
        .station(try SmallElection.regions().stations[place])
    }

    /// People: committees of both subdistricts, the commission, witnesses of both parties, the supervisor.
    private static let people: [(String, Role, String?, Int?)] =
        ["ppk-a", "ppk-b"].enumerated().flatMap { place, name in
            (1...5).map { ("\(name)-\($0)", Role.subdistrictCommittee, ".0\(place + 1)", nil) }
        }
        + [("chair", .chair, nil, nil)] + (2...5).map { ("member-\($0)", .commissioner, nil, nil) }
        + [
            ("witness-1", .witness, nil, 1), ("witness-19", .witness, nil, 19),
            ("witness-b", .witness, ".02", 19), ("witness-7", .witness, nil, 7),
            ("overseer", .overseer, nil, nil),
            ("kpps", .stationCommittee, ".01.1001", nil), ("typist", .typist, nil, nil),
        ]

    /// - Parameters:
    ///   - small: The election.
    ///   - isTyped: Whether its forms are typed at a desk, none of them yet.
    /// - Throws: What the office refuses.
    init(_ small: SmallElection = SmallElection(), isTyped: Bool = false) throws {
        try self.init(of: try small.election(), isTyped: isTyped)
    }

    /// The same people in the office of another election with these regions.
    init(of election: Election, isTyped: Bool = false) throws {
        for act in Act.takingOver(election).flatMap(\.self) {
            if isTyped, [.readingOpened, .formsTaken].contains(act.kind) { continue }
            try take([act])
        }
        if isTyped { try perform(.deskOpened(DeskOpened(ballot: .president)), by: "head") }
        for (number, person) in Self.people.enumerated() {
            try perform(.accountOpened(AccountOpened(account: person.0)), by: "head")
            mandates[person.0] = number + 1
            try perform(
                .mandateGiven(
                    Mandate(
                        number: number + 1,
                        account: person.0,
                        role: person.1,
                        place: try person.2.map(Self.region),
                        contestant: person.3,
                        basis: "SK \(number)"
                    )
                ),
                by: "head"
            )
        }
    }

    private mutating func take(_ taken: [Act]) throws(ActFault) {
        let author = Author(account: "head", time: entry * 1_000, entry: entry)
        acts += try state.decide(.takeOver(taken), by: author).map { ($0, author) }
        entry += 1
    }

    /// Does something as somebody, a second after the last.
    @discardableResult
    mutating func perform(_ act: Act, by account: String) throws(ActFault) -> [Act] {
        let author = Author(account: account, time: entry * 1_000, entry: entry)
        let done = try state.decide(.perform(act), by: author)
        entry += 1
        acts += done.map { ($0, author) }
        return done
    }

    @discardableResult
    mutating func perform(_ act: PlenaryAct, by account: String = "chair") throws(ActFault) -> [Act] {
        try perform(.plenary(act), by: account)
    }
}

extension SmallPlenary {
    /// A call for the figures of a region.
    func call(_ end: String, ground: String? = nil, members: Int = 5) throws -> PlenaryAct {
        .called(
            PlenaryCalled(
                number: state.plenaries.all.count + 1,
                of: try Self.region(end),
                ballots: [Self.ballot],
                invitation: "005/UND/2019",
                agenda: "Rekapitulasi",
                venue: "Aula",
                date: try date("2019-04-20"),
                members: members,
                ground: ground
            )
        )
    }

    func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(parsing: text) else { throw Office.Misspelt(text: text) }
        return date
    }

    /// Somebody comes to the last plenary.
    func arrival(
        _ account: String,
        _ capacity: Attendee.Capacity,
        contestant: Int? = nil,
        number: Int? = nil
    ) -> PlenaryAct {
        let plenary = state.plenaries.all.count
        return .attended(
            PlenaryAttended(
                plenary: plenary,
                attendee: Attendee(
                    number: number ?? (state.plenaries[plenary]?.attendees.count ?? 0) + 1,
                    capacity,
                    contestant: contestant,
                    ballots: contestant == nil ? [] : [Self.ballot],
                    mandate: mandates[account]
                )
            )
        )
    }

    /// Calls a plenary and has its body, two witnesses and the supervisor come: numbers 1…5, 6 and 7, 8.
    @discardableResult
    mutating func gather(_ end: String, ground: String? = nil, members: Int = 5) throws -> Int {
        try perform(call(end, ground: ground))
        let names: [String] =
            switch end {
            case ".01": (1...5).map { "ppk-a-\($0)" }
            case ".02": (1...5).map { "ppk-b-\($0)" }
            default: ["chair"] + (2...5).map { "member-\($0)" }
            }
        for (place, name) in names.prefix(members).enumerated() {
            try perform(arrival(name, place == 0 ? .chair : .member))
        }
        for number in [1, 19] { try perform(arrival("witness-\(number)", .witness, contestant: number)) }
        try perform(arrival("overseer", .overseer))
        return state.plenaries.all.count
    }

    /// Reads every unit of the last plenary that is not read as it stands.
    mutating func readAll() throws {
        let number = state.plenaries.all.count
        guard let plenary = state.plenaries[number] else { return }
        let units = state.units(of: plenary.region, Self.ballot).filter {
            plenary.read[Self.ballot]?[$0]?.edition != state.edition($0, Self.ballot)
        }
        try perform(.read(UnitsRead(plenary: number, Self.ballot, units)))
    }

    /// Closes the last plenary, has everybody sign, and issues its certificates.
    @discardableResult
    mutating func finish() throws -> [Act] {
        let number = state.plenaries.all.count
        try perform(.closed(PlenaryStep(number)))
        for attendee in state.plenaries[number]?.unsigned ?? [] {
            try perform(.signed(PlenarySigned(plenary: number, attendee: attendee)))
        }
        return try perform(.certified(PlenaryStep(number)))
    }

    /// Holds a whole plenary in which nobody objects.
    mutating func hold(_ end: String, ground: String? = nil) throws {
        let number = try gather(end, ground: ground)
        try perform(.opened(PlenaryStep(number)))
        try readAll()
        try finish()
    }

    /// The certified votes of a region in force.
    func certified(_ end: String) throws -> [Int?]? {
        guard let figures = state.contest(Self.ballot)?.certified,
            let row = figures.row(of: try Self.region(end))
        else { return nil }
        return [figures.forms[row, .votes(1)], figures.forms[row, .votes(19)]]
    }

    /// A motion about a re-vote that the whole commission carries, in a plenary of its own.
    mutating func decide(
        _ matter: OfficeDecision.Matter = .revote,
        carried: Bool = true,
        on day: String = "2019-04-22"
    ) throws -> DecisionKey {
        let number = state.plenaries.all.count + 1
        try perform(
            .called(
                PlenaryCalled(
                    number: number,
                    .decision,
                    of: try Self.region(""),
                    invitation: "006/UND/2019",
                    agenda: "Pemungutan suara ulang",
                    venue: "Kantor",
                    date: try date(day)
                )
            )
        )
        try perform(arrival("chair", .chair))
        for place in 2...5 { try perform(arrival("member-\(place)", .member)) }
        try perform(.opened(PlenaryStep(number)))
        try perform(
            .decided(
                DecisionTaken(
                    plenary: number,
                    OfficeDecision(
                        number: 1,
                        matter,
                        motion: "Pemungutan suara ulang",
                        votes: (1...5).map { number in
                            carried
                                ? OfficeDecision.Ballot(number, .inFavour)
                                : OfficeDecision.Ballot(number, .against, reason: "tidak beralasan")
                        },
                        decree: carried ? "12/HK.03.1-Kpt/7312/KPU-Kab/IV/2019" : nil,
                        minutes: "BA 12"
                    )
                )
            )
        )
        return DecisionKey(plenary: number, decision: 1)
    }
}
