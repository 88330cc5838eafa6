import Apportionment
import Elections
import TestSupport
import Testing

@Suite("Whether stations in doubt can change who is elected")
struct MaterialityTests {
    private static func rules(_ law: Law, _ readings: KeyValuePairs<Law.RuleID, String>) throws -> TieRules {
        try #require(TieRules.candidates(law, .regencyCouncil, Law.decided(readings)))
    }

    @Test(
        "every possible vote of small districts confirms the answer for seats and for each list, in both directions",
        arguments: [
            (.sainteLague, .pemilu2024, [.spread: "areas"]),
            (.sainteLague, .pemilu2024, [.spread: "evenness"]),
            (.sainteLague, .pemilu2019, [:]), (.hare, .pemilu2014, [.spread: "areas"]),
        ] as [(Method, Law, KeyValuePairs<Law.RuleID, String>)]
    )
    func exhaustive(method: Method, law: Law, readings: KeyValuePairs<Law.RuleID, String>) throws {
        var dice = Dice(salt: "materiality \(law.id) \(readings)")
        let rules = try Self.rules(law, readings)
        var answers: [MaterialityVerdict: Int] = [:]
        var causes: Set<ListMateriality.Cause> = []
        for _ in Dice.rounds(120) {
            let small = SmallDispute(method, rules, &dice)
            let materiality = try DistrictMateriality(small.question, method, rules)
            let now = try small.outcome(nil)
            let others = try small.possible.map { try small.outcome($0) }
            #expect(materiality.seats.canChange == others.contains { $0.seats != now.seats }, "\(small)")
            for (place, list) in materiality.lists.enumerated() {
                let changes = others.contains { $0.lists[place] != now.lists[place] }
                #expect(list.verdict == (changes ? .can : .cannot), "\(small) list \(place + 1) \(list)")
                answers[list.verdict, default: 0] += 1
                guard let change = list.change else { continue }
                causes.insert(change.cause)
                let changed = try small.outcome(small.dealt(change.votes))
                #expect(changed.lists[place] != now.lists[place], "\(small) list \(place + 1) \(change)")
            }
        }
        #expect(answers[.can, default: 0] > 0 && answers[.cannot, default: 0] > 0)
        #expect(causes.contains(.order) && causes.contains(.fewerSeats) && causes.contains(.moreSeats))
    }

    /// Three parties for three seats; of the first list two candidates are elected.
    struct Case: Sendable {
        var seats = 3
        var most = [10]
        var parties: [[String]] = [["1 m 50", "2 f 40", "3 m 30"], ["1 m 45"], ["1 f 5"]]
        var stations: [[[String]]] = [[["1 m 5", "2 f 5", "3 m 5"], ["1 m 5"], ["1 f 0"]]]

        func question() throws -> ContestedDistrict {
            let lists = try parties.enumerated().map { place, lines in
                let small = try SmallList(lines, contestant: place + 1)
                return VotedList(list: small.list, party: 0, standings: small.standings)
            }
            let contested = try zip(stations, most).enumerated().map { number, station in
                let votes = try station.0.enumerated().map { place, lines in
                    let small = try SmallList(lines, contestant: place + 1)
                    return (
                        place + 1, ListVotes(party: 0, candidates: small.standings.compactMapValues(\.votes))
                    )
                }
                return ContestedStation(
                    code: SmallList.stations[number],
                    most: station.1,
                    votes: Dictionary(uniqueKeysWithValues: votes)
                )
            }
            let regions = [try RegionCode(parsing: "73.12.01"), try RegionCode(parsing: "73.12.02")]
            let district = ElectoralDistrict(number: 1, name: "1", seats: seats, regions: regions)
            return ContestedDistrict(district: district, lists: lists, stations: contested)
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        var dispute = Case()
        let expected: [String]

        var testDescription: String { reason }
    }

    /// A list in a line: its verdict, what changes by which votes, and the closest pair.
    private static func line(_ list: ListMateriality) -> String {
        let votes = list.change?.votes.map { "\($0.key.contestant)/\($0.key.candidate ?? 0):\($0.value)" }
            .sorted()
        let change = list.change.map { " \($0.cause) \((votes ?? []).joined(separator: " "))" } ?? ""
        let pair = list.closest.map { " \($0.elected)<\($0.other) \($0.needed) \($0.reach)" } ?? ""
        return "\(list.verdict)\(change)\(pair)"
    }

    @Test(
        "list by list, with the figures",
        arguments: [
            Row(
                reason:
                    "35 and 25 without the station: with all 10 votes the third is level, and what follows is open",
                expected: ["can equals 1/3:10 2<3 10 level", "cannot", "cannot"]
            ),
            Row(
                reason: "with a vote more the third is ahead",
                dispute: Case(most: [11]),
                expected: ["can order 1/3:11 2<3 10 ahead", "cannot", "cannot"]
            ),
            Row(
                reason: "with a vote less nobody is level",
                dispute: Case(most: [9]),
                expected: ["cannot 2<3 10 behind", "cannot", "cannot"]
            ),
            Row(
                reason:
                    "another seat is in reach: of the first list 105 are left, 35 for its second seat, beside 5 + 30",
                dispute: Case(most: [30]),
                expected: ["can fewerSeats 3/0:30 2<3 10 ahead", "cannot", "can moreSeats 3/0:30"]
            ),
            Row(
                reason:
                    "a list whose seats are more than its candidates does not lose anybody with one of them",
                dispute: Case(
                    seats: 2,
                    most: [30],
                    parties: [["1 m 120"], ["1 m 38"]],
                    stations: [[["1 m 15"], ["1 m 3"]]]
                ),
                expected: ["cannot", "can moreSeats 2/0:30"]
            ),
            Row(
                reason: "who died is nobody's rival",
                dispute: Case(
                    most: [11],
                    parties: [["1 m 50", "2 f 40", "3 m 30 died"], ["1 m 45"], ["1 f 5"]]
                ),
                expected: ["cannot", "cannot", "cannot"]
            ),
        ]
    )
    func lists(row: Row) throws {
        let rules = try Self.rules(.pemilu2019, [:])
        let materiality = try DistrictMateriality(try row.dispute.question(), .sainteLague, rules)
        #expect(materiality.lists.map(Self.line) == row.expected)
    }

    @Test("where equals hang on a spread that is not known, the answer is unknown, and says what is missing")
    func unknown() throws {
        let rules = try Self.rules(.pemilu2024, [.spread: "areas"])
        let materiality = try DistrictMateriality(try Case().question(), .sainteLague, rules)
        #expect(materiality.lists[0].verdict == .unknown)
        #expect(materiality.lists[0].missing == .spreadMissing(.subdistrict, [2, 3]))
        #expect(materiality.verdict == .unknown)
    }

    @Test("where equals are elected now in an order nobody can know, so is whether others could be")
    func unknownOrder() throws {
        var dispute = Case(most: [0])
        dispute.parties[0] = ["1 m 50", "2 f 40", "3 m 40"]
        let rules = try Self.rules(.pemilu2024, [.spread: "areas"])
        let list = try DistrictMateriality(try dispute.question(), .sainteLague, rules).lists[0]
        #expect(list.ranking == .failure(.spreadMissing(.subdistrict, [2, 3])))
        #expect(list.verdict == .unknown && list.rivalries.isEmpty)
    }

    @Test(
        "a recorded order of equals stands as long as nothing is in doubt",
        arguments: [
            ("nothing may come: the decision fits as before", 0, [2, 1], "cannot 2<1 0 level"),
            ("a vote puts the other one ahead", 1, [2, 1], "can order 1/1:1 2<1 0 ahead"),
            ("nobody decided, and nothing may come", 0, [], "cannot"),
            ("nobody decided, and a vote ends the tie", 1, [], "can tie 1/1:1"),
        ] as [(String, Int, [Int], String)]
    )
    func decided(reason: String, most: Int, order: [Int], expected: String) throws {
        let dispute = Case(
            seats: 1,
            most: [most],
            parties: [["1 m 20 1:20", "2 m 20 2:20"], ["1 m 5"]],
            stations: [[["1 m 0", "2 m 0"], ["1 m 0"]]]
        )
        let decision = ListDecision(district: 1, contestant: 1, order: order, seats: 1, basis: "BA 7")
        let rules = try Self.rules(.pemilu2019, [.spread: "areas", .candidateTie: "spread-plenary"])
        let question = try dispute.question()
        let materiality = try DistrictMateriality(question, .sainteLague, rules, decisions: [decision])
        #expect(Self.line(materiality.lists[0]) == expected)
    }

    @Test("what is missing or contradicts itself is refused")
    func refusals() throws {
        let whole = try Case().question()
        let list = whole.lists[1]
        let unknown = VotedList(list: list.list, party: nil, standings: list.standings)
        let station = whole.stations[0]
        func question(
            _ lists: [VotedList]? = nil,
            _ stations: [ContestedStation]? = nil
        ) -> ContestedDistrict {
            ContestedDistrict(
                district: whole.district,
                lists: lists ?? whole.lists,
                stations: stations ?? whole.stations
            )
        }
        func changed(most: Int = 1, at code: StationCode? = nil, _ second: ListVotes? = nil)
            -> ContestedStation
        {
            let votes = second.map { second in station.votes.merging([2: second]) { $1 } } ?? station.votes
            return ContestedStation(code: code ?? station.code, most: most, votes: votes)
        }
        let second = ListChoice(contestant: 2, candidate: 1)
        let few = ListVotes(party: 0, candidates: [:])
        let many = ListVotes(party: 0, candidates: [1: 46])
        let rows: [(String, ContestedDistrict, DistrictMateriality.Refusal)] = [
            (
                "a figure of the district is not known", question([whole.lists[0], unknown, whole.lists[2]]),
                .figureMissing(ListChoice(contestant: 2, candidate: nil))
            ),
            (
                "a party twice", question(whole.lists + [list]),
                .choiceTwice(ListChoice(contestant: 2, candidate: nil))
            ),
            (
                "a figure of a station is not known", question(nil, [changed(few)]),
                .stationFigureMissing(station.code, second)
            ),
            (
                "more votes at a station than in the district",
                question(nil, [changed(many)]),
                .moreAtStations(second, stations: 46, district: 45)
            ),
            ("a station twice", question(nil, [station, station]), .stationTwice(station.code)),
            ("a bound below none", question(nil, [changed(most: -1)]), .boundOutOfRange(station.code, -1)),
            (
                "a bound that no form holds", question(nil, [changed(most: .max)]),
                .boundOutOfRange(station.code, .max)
            ),
            (
                "a station of another district", question(nil, [changed(at: SmallList.stations[5])]),
                .stationElsewhere(SmallList.stations[5])
            ),
            ("nobody to divide seats among", question([], []), .votes(.nobodyTakesPart(seats: 3))),
        ]
        let rules = try Self.rules(.pemilu2019, [:])
        for (reason, question, refusal) in rows {
            #expect(throws: refusal, "\(reason)") { try DistrictMateriality(question, .sainteLague, rules) }
        }
    }

    @Test("a council's districts have bounds of their own; one that can change is enough")
    func council() throws {
        let rules = try Self.rules(.pemilu2019, [:])
        let (safe, close) = (try Case(most: [9]).question(), try Case(most: [11]).question())
        let council = try ContestMateriality([safe, close], .sainteLague, rules)
        #expect(council.districts.map(\.verdict) == [.cannot, .can])
        #expect(council.verdict == .can)
        #expect(try ContestMateriality([safe], .sainteLague, rules).verdict == .cannot)
        #expect(try ContestMateriality([], .sainteLague, rules).verdict == .cannot)
    }
}
