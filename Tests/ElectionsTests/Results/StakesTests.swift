import TestSupport
import Testing

@testable import Elections

@Suite("The open forms of an office's desks")
struct StakesTests {
    /// The desks for president and the regency's council; of the council district 1 has three stations and three
    /// seats, district 2 two of each.
    private static func desk(_ small: SmallElection = SmallElection()) throws -> SmallDesk {
        var desk = try SmallDesk(small)
        try desk.perform(.deskOpened(DeskOpened(ballot: .regencyCouncil)), by: "head")
        return desk
    }

    private static func form(
        _ place: Int,
        _ ballot: Ballot = .regencyCouncil,
        _ version: FormVersion = .regular
    )
        throws -> FormKey
    {
        FormKey(ballot, try SmallElection.regions().stations[place], version)
    }

    private static func stakes(_ desk: SmallDesk) throws -> [Stake] {
        let figures = try #require(BoardFigures(desk.state, in: try RegionCode(parsing: "73.12")))
        let stakes = try #require(Stakes(figures))
        return try #require(stakes.ballots.first { $0.ballot == .regencyCouncil }).stakes
    }

    /// Each stake in a line: station, reason, uncertain votes of the margin, verdict.
    private static func lines(_ stakes: [Stake]) throws -> [String] {
        let stations = try SmallElection.regions().stations
        return stakes.map { stake in
            let why =
                switch stake.reason {
                case .waits(let phase): phase.rawValue
                case .breaks(let codes): codes.joined(separator: " ")
                case .empty: "empty"
                }
            let version = stake.form.version == .regular ? "" : " \(stake.form.version.rawValue)"
            let place = stations.firstIndex(of: stake.form.station) ?? -1
            let (votes, margin) = (
                stake.uncertain.map { "\($0)" } ?? "?", stake.margin.map { "\($0)" } ?? "?"
            )
            return "\(place)\(version) \(why) \(votes)/\(margin) \(stake.verdict.rawValue)"
        }
    }

    @Test("are unknown before anything is counted, in the order of the register, with their ballot papers")
    func nothing() throws {
        let stakes = try Self.stakes(try Self.desk())
        #expect(
            try Self.lines(stakes) == [
                "0 untouched 41/? unknown", "1 untouched 82/? unknown", "2 untouched 123/? unknown",
                "3 untouched 164/? unknown", "4 untouched 204/? unknown",
            ]
        )
        #expect(stakes.map(\.district?.number) == [1, 1, 1, 2, 2])
    }

    // 11 to 20 for three seats: 9 more votes for the first make a tie for the third seat.
    @Test("could change a seat alone, with the margin of their own district")
    func alone() throws {
        var desk = try Self.desk()
        try desk.accept(try Self.form(0))
        #expect(
            try Self.lines(try Self.stakes(desk)) == [
                "2 untouched 123/9 alone", "1 untouched 82/9 alone", "3 untouched 164/? unknown",
                "4 untouched 204/? unknown",
            ]
        )
    }

    @Test("bring no more votes than a wider ballot has voters there, unless that form contradicts itself")
    func wider() throws {
        var small = SmallElection()
        small.electorate = small.electorate.map { _ in Electorate(male: 20, female: 20) }
        var desk = try Self.desk(small)
        try desk.accept(try Self.form(0))
        let eight: [Field: Int?] = [
            .voters(.permanent, .male): 4, .voters(.permanent, .female): 4, .voters(.permanent, .both): 8,
            .voters(.all, .male): 4, .voters(.all, .female): 4, .voters(.all, .both): 8,
            .papers(.used): 8, .papers(.unused): 33, .votes(1): 3, .votes(19): 4, .valid: 7, .total: 8,
        ]
        try desk.accept(try Self.form(1, .president), eight)
        #expect(
            try Self.lines(try Self.stakes(desk)).prefix(2) == [
                "2 untouched 41/9 alone", "1 untouched 8/9 together",
            ]
        )
        // The same, but its voters do not add up.
        let odd = eight.merging([.voters(.all, .male): 3]) { $1 }
        try desk.accept(try Self.form(2, .president), odd)
        #expect(try Self.lines(try Self.stakes(desk)).first == "2 untouched 41/9 alone")
        try desk.accept(try Self.form(2), eight)
        // 14 to 24: 24 ÷ 3 against 14 ÷ 3, 10 more.
        #expect(try Self.lines(try Self.stakes(desk)).contains("1 untouched 8/10 cannot"))
    }

    @Test("have no bound where the roll is missing; then nothing of the district is certain to stand")
    func missing() throws {
        var small = SmallElection()
        small.electorate[1] = Electorate(male: 40, female: nil)
        small.electorate[2] = Electorate(male: 3, female: 5)
        var desk = try Self.desk(small)
        try desk.accept(try Self.form(0))
        #expect(
            try Self.lines(try Self.stakes(desk)).prefix(2) == [
                "2 untouched 9/9 alone", "1 untouched ?/9 unknown",
            ]
        )
    }

    @Test("count an open reserve as its largest reading, and a decided one as decided")
    func reserve() throws {
        var small = SmallElection()
        (small.law, small.hasCouncil) = (.pilpres2014, false)
        small.electorate[0] = Electorate(male: 200, female: 200)
        func most(_ decisions: [Decision]) throws -> Int? {
            let state = try SmallDesk(small, decisions: decisions).state
            return BallotBound(state, .president, .pilpres2014, FormDoubts()).most(
                atStation: 0,
                vote: .regular
            )
        }
        let readings = Law.pilpres2014.reserve.readings
        #expect(!readings.isEmpty)
        #expect(try most([]) == readings.map { 400 + $0.value.roundedUp(of: 400) }.max())
        for reading in readings {
            let basis = LocalizedText(id: "BA 1", en: "minutes 1")
            let decision = Decision(rule: .reserve, reading: reading.id, basis: basis)
            #expect(try most([decision]) == 400 + reading.value.roundedUp(of: 400))
        }
    }

    @Test("are uncertain by what an accepted form contradicts itself in")
    func contradiction() throws {
        var desk = try Self.desk()
        // 14 + 20 votes, and 31 valid.
        try desk.accept(try Self.form(0), [.votes(1): 14])
        #expect(try Self.lines(try Self.stakes(desk)).contains("0 A07 3/3 alone"))
    }

    @Test("are uncertain by all votes where a check compares no votes")
    func incomplete() throws {
        var desk = try Self.desk()
        try desk.accept(try Self.form(0), [.votes(1): nil])
        let form = try Self.form(0)
        let first = try #require(try Self.stakes(desk).first { $0.form == form })
        #expect(first.reason == .breaks(["A12"]) && first.uncertain == 31)
    }

    @Test("are not there for what touches no vote")
    func disability() throws {
        var desk = try Self.desk()
        try desk.accept(try Self.form(0), [.disabled(.both): 1])
        let form = try Self.form(0)
        #expect(try Self.stakes(desk).allSatisfy { $0.form != form })
    }

    @Test("are those of the form that will count: a later vote takes the place of the one that counts")
    func later() throws {
        var desk = try Self.desk()
        try desk.accept(try Self.form(0))
        try desk.holdRevotes(at: [0], .revote, [.regencyCouncil])
        #expect(
            try Self.lines(try Self.stakes(desk)).contains("0 psu untouched 41/5 alone"),
            "nobody typed it"
        )
        try desk.type(try Self.form(0, .regencyCouncil, .revote), by: "ani")
        // 5 votes that move make 16 to 15, and 16 ÷ 3 is above 15 ÷ 3.
        #expect(try Self.lines(try Self.stakes(desk)).contains("0 psu typing 41/5 alone"))
    }

    @Test("of one winner have the lead as their margin")
    func oneWinner() throws {
        var small = SmallElection()
        (small.law, small.readBallot, small.hasCouncil) = (.pilkada2024, .regent, false)
        var desk = try SmallDesk(small)
        try desk.accept(FormKey(.regent, try SmallElection.regions().stations[0]))
        let figures = try #require(BoardFigures(desk.state, in: try RegionCode(parsing: "73.12")))
        let stakes = try #require(Stakes(figures)?.ballots.first { $0.ballot == .regent }).stakes
        // 20 to 11.
        #expect(stakes.map(\.margin) == [9, 9, 9, 9])
        #expect(stakes.allSatisfy { $0.verdict == .alone && $0.district == nil })
    }

    @Test("order the forms of a queue, and those of a part of the office")
    func queues() throws {
        var desk = try Self.desk()
        try desk.accept(try Self.form(0))
        for place in 1..<5 { try desk.type(try Self.form(place), by: "ani") }
        try desk.type(try Self.form(1, .president), by: "ani")
        let whole = try RegionCode(parsing: "73.12")
        let stakes = try #require(BoardFigures(desk.state, in: whole).flatMap { Stakes($0) })
        let forms = desk.state.forms(in: whole, .typing, most: 100)
        let expected = try [2, 1, 3, 4].map { try Self.form($0) } + [try Self.form(1, .president)]
        #expect(stakes.sorted(forms) == expected)
        let part = try RegionCode(parsing: "73.12.02")
        #expect(stakes.stakes(of: .regencyCouncil, in: part)?.map(\.form) == Array(expected[2..<4]))
        #expect(stakes.stakes(of: .president, in: part) == nil, "no seat is divided here")
        #expect(BoardFigures(desk.state, in: part).flatMap { Stakes($0) } == nil, "districts end elsewhere")
    }
}

extension SmallDesk {
    /// One person types a form.
    mutating func type(_ form: FormKey, _ changes: [Field: Int?] = [:], by account: String) throws {
        let known = Dictionary(zip(fields, figures(changes))) { first, _ in first }
        let figures = (state.desk(of: form.ballot)?.fields ?? []).map { known[$0] ?? 0 }
        let codes = try state.findings(of: form, figures).codes(from: .soft)
        try perform(.formEntered(FormEntered(form, figures: figures, confirmed: codes)), by: account)
    }

    /// Two people type a form, and a third accepts it where it does not add up.
    mutating func accept(_ form: FormKey, _ changes: [Field: Int?] = [:]) throws {
        for account in ["ani", "budi"] { try type(form, changes, by: account) }
        guard state.work(on: form)?.stage == .held else { return }
        try perform(.formApproved(FormStep(form, reason: "so it says")), by: "sari")
    }
}
