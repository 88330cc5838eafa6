import TestSupport
import Testing

@testable import Elections

// UU 1/2015 art. 107; UU 10/2016 art. 54C, 54D; domain reference 7.7.

@Suite("The result of a regent's election, from its certificates to the oath")
struct OfficialPairTests {
    private static let ballot = Ballot.regent

    /// The office with certified votes of two subdistricts, which the regency's adds up.
    private static func office(
        _ first: [Int],
        _ second: [Int],
        law: Law = .pilkada2020,
        blank: Int? = nil,
        decisions: [Decision] = [],
        regency: [Int]? = nil
    ) throws -> SmallPlenary {
        let numbers = Array(1...first.count)
        func line(_ code: String, _ votes: [Int]) -> String {
            code + zip(numbers, votes).map { " votes_\($0)=\($1)" }.joined()
        }
        var office = Office()
        office.law = law
        office.decisions = decisions
        office.papers[0].ballot = ballot
        office.papers[0].numbers = numbers
        office.papers[0].blank = blank
        office.papers[0].readings = [[line("0", first)]]
        office.papers[0].certified = [
            line("73.12", regency ?? zip(first, second).map(+)), line("73.12.01", first),
            line("73.12.02", second),
        ]
        return try SmallPlenary(of: office.election())
    }

    private static func determination(
        _ step: Determination.Step,
        _ content: Determination.Content,
        districts: [Int] = [Determination.undivided],
        hasNotice: Bool? = nil,
        _ office: inout SmallPlenary
    ) throws -> Act {
        .result(
            .determined(
                Determination(
                    of: ballot,
                    districts,
                    content,
                    by: try office.decide(.result, on: "2020-12-16"),
                    notice: hasNotice ?? (step == .elected)
                        ? try SmallResult.paper("MK 5/BRPK", "2021-01-20") : nil
                )
            )
        )
    }

    private static func determine(_ step: Determination.Step, _ office: inout SmallPlenary) throws {
        let content = try office.state.following(step, [Determination.undivided], of: ballot)
        try office.perform(try determination(step, content, &office), by: "chair")
    }

    @Test("is determined in two steps, and the pair takes the oath")
    func whole() throws {
        var office = try Self.office([60, 30, 10], [20, 30, 5])
        try Self.determine(.figures, &office)
        try Self.determine(.elected, &office)
        let members = office.state.results.members(of: Self.ballot)
        #expect(members.map(\.key) == [MemberKey(district: 0, contestant: 1, seat: 1)])
        #expect(members.map(\.votes) == [80])
        let keys = members.map(\.key)
        for (act, day) in [
            (
                ResultAct.proposed(
                    MembersProposed(
                        Self.ballot,
                        keys,
                        try SmallResult.paper("Surat 1", "2021-01-23"),
                        via: "DPRD Soppeng",
                        enclosures: ["BA 12"]
                    )
                ), ElectedMember.Stage.proposed
            ),
            (
                .decreed(MembersStep(Self.ballot, keys, try SmallResult.paper("SK Mendagri", "2021-02-20"))),
                .decreed
            ),
            (
                .sworn(MembersStep(Self.ballot, keys, try SmallResult.paper("BA Sumpah", "2021-02-26"))),
                .sworn
            ),
        ] {
            try office.perform(.result(act), by: "chair")
            #expect(office.state.results.members(of: Self.ballot).map(\.stage) == [day])
        }
        // Nobody of a list comes next.
        let successor = CandidateKey(ListKey(contestant: 1, district: 0), 1)
        let paper = try SmallResult.paper("Surat 9", "2021-03-01")
        #expect(throws: ActFault.result(Self.ballot, .stands(keys[0]))) {
            try office.perform(
                .result(.replaced(MemberReplaced(Self.ballot, keys[0], by: successor, paper))),
                by: "chair"
            )
        }
    }

    private static let elected:
        [(reason: String, first: [Int], second: [Int], blank: Int?, law: Law, [Int]?)] = [
            ("the most votes elect, without a majority", [40, 35, 30], [5, 4, 3], nil, .pilkada2020, [1]),
            ("a single pair above half, by one vote", [26, 25], [25, 25], 2, .pilkada2020, [1]),
            ("a single pair at half is not above it", [25, 25], [25, 25], 2, .pilkada2024, []),
            ("the blank column has more: nobody is elected", [20, 25], [20, 25], 2, .pilkada2020, []),
            ("in 2015 no single pair stands: a plenary says", [26, 25], [25, 25], 2, .pilkada2015, nil),
            (
                "equals while nobody decided how spread is measured", [30, 20], [10, 20], nil, .pilkada2020,
                nil
            ),
        ]

    @Test("follows from the votes", arguments: elected.indices)
    func following(place: Int) throws {
        let row = Self.elected[place]
        let office = try Self.office(row.first, row.second, law: row.law, blank: row.blank)
        guard let numbers = row.5 else {
            #expect(throws: ResultFault.tie(district: 0, contestant: nil), "\(row.reason)") {
                try office.state.following(.elected, [0], of: Self.ballot)
            }
            return
        }
        guard case .elected(let elected) = try office.state.following(.elected, [0], of: Self.ballot) else {
            return #expect(Bool(false), "\(row.reason)")
        }
        #expect(elected.map(\.seat.contestant) == numbers, "\(row.reason)")
    }

    @Test(
        "of equals the one whose votes are spread more evenly is elected, once it was decided how that is measured"
    )
    func evenness() throws {
        let decided = [Ballots.decision(.evenSpread, "evenness")]
        let office = try Self.office([30, 20, 5], [10, 20, 5], decisions: decided)
        guard case .elected(let elected) = try office.state.following(.elected, [0], of: Self.ballot) else {
            return #expect(Bool(false))
        }
        #expect(elected.map(\.seat.contestant) == [2])
    }

    @Test(
        "a plenary decides on equals, for one of them and for nobody else; its decision is used while it fits"
    )
    func tie() throws {
        var office = try Self.office([30, 20], [10, 20])
        try Self.determine(.figures, &office)
        let rows: [(String, Int, [Int: Int])] = [
            ("of a district that is none", 1, [1: 1]), ("both of them", 0, [1: 1, 2: 1]), ("nobody", 0, [:]),
            ("somebody twice", 0, [2: 2]), ("somebody who does not stand", 0, [3: 1]),
        ]
        for (reason, district, seats) in rows {
            let key = try office.decide(.result, on: "2020-12-16")
            let act = SeatTieDecided(Self.ballot, district: district, seats: seats, by: key)
            #expect(throws: ActFault.result(Self.ballot, .seatDecision(district: district)), "\(reason)") {
                try office.perform(.result(.seatTieDecided(act)), by: "chair")
            }
        }
        let key = try office.decide(.result, on: "2020-12-16")
        let act = SeatTieDecided(Self.ballot, district: 0, seats: [2: 1], by: key)
        try office.perform(.result(.seatTieDecided(act)), by: "chair")
        try Self.determine(.elected, &office)
        #expect(office.state.results.members(of: Self.ballot).map(\.key.contestant) == [2])
    }

    @Test("a petition at the Constitutional Court holds it up")
    func petition() throws {
        var office = try Self.office([60, 30], [20, 30])
        try Self.determine(.figures, &office)
        let act = try SmallCases.registered(1, .result, about: CaseScope([Self.ballot]))
        try office.perform(.dispute(act), by: "chair")
        let content = try office.state.following(.elected, [0], of: Self.ballot)
        let determination = try Self.determination(.elected, content, &office)
        #expect(throws: ActFault.result(Self.ballot, .petition(case: 1, district: 0))) {
            try office.perform(determination, by: "chair")
        }
    }

    @Test("is refused what does not follow")
    func refused() throws {
        let (figures, elected) = (Determination.Step.figures, Determination.Step.elected)
        var office = try Self.office([60, 30], [20, 30])
        let votes = try office.state.following(figures, [0], of: Self.ballot)
        let pair = try office.state.following(elected, [0], of: Self.ballot)
        let other = Determination.Elected(
            MemberKey(district: 0, contestant: 2, seat: 1),
            candidate: 0,
            votes: 60
        )
        let early = try Self.determination(elected, pair, &office)
        #expect(throws: ActFault.result(Self.ballot, .before(.figures)), "before the figures") {
            try office.perform(early, by: "chair")
        }
        let rows: [(String, Determination.Step, Determination.Content, [Int], Bool?, ResultFault)] = [
            ("figures of a district", figures, votes, [1], nil, .districts),
            ("figures of no district", figures, votes, [], nil, .districts),
            ("seats, which no pair has", .seats, .seats([]), [0], nil, .notDividedHere(Self.ballot)),
            ("figures with the court's notice", figures, votes, [0], true, .noNotice),
        ]
        for (reason, step, content, districts, hasNotice, fault) in rows {
            let act = try Self.determination(
                step,
                content,
                districts: districts,
                hasNotice: hasNotice,
                &office
            )
            #expect(throws: ActFault.result(Self.ballot, fault), "\(reason)") {
                try office.perform(act, by: "chair")
            }
        }
        try Self.determine(.figures, &office)
        for (reason, content, hasNotice, fault) in [
            ("without the court's notice", pair, false, ResultFault.noNotice),
            ("another pair", .elected([other]), true, .notWhatFollows(district: 0)),
            ("nobody", .elected([]), true, .notWhatFollows(district: 0)),
        ] as [(String, Determination.Content, Bool, ResultFault)] {
            let act = try Self.determination(elected, content, hasNotice: hasNotice, &office)
            #expect(throws: ActFault.result(Self.ballot, fault), "\(reason)") {
                try office.perform(act, by: "chair")
            }
        }
        let unsummed = try Self.office([60, 30], [20, 30], regency: [80, 61])
        #expect(throws: ResultFault.notCertified(try RegionCode(parsing: "73.12"))) {
            try unsummed.state.following(figures, [0], of: Self.ballot)
        }
    }

    @Test(
        "a province elects its four representatives, and its governor; Jakarta's needs more than half",
        arguments: [
            ("73", Ballot.senate, Law.pemilu2019, [9, 8, 7, 6, 5], Winners.Outcome.elected([1, 2, 3, 4])),
            ("73", .governor, .pilkada2020, [40, 35, 30], .elected([1])),
            ("31", .governor, .pilkada2024, [40, 35, 30], .runOff([1, 2])),
            ("31", .governor, .pilkada2024, [60, 30, 20], .elected([1])),
        ]
    )
    func province(_ place: String, _ ballot: Ballot, _ law: Law, _ votes: [Int], _ outcome: Winners.Outcome)
        throws
    {
        var office = Office()
        (office.place, office.law) = (place, law)
        office.villages = [("\(place).12.01.1001", 1), ("\(place).13.01.1001", 1)]
        office.papers[0].ballot = ballot
        office.papers[0].numbers = Array(1...votes.count)
        let figures = zip(1..., votes).map { "votes_\($0)=\($1)" }.joined(separator: " ")
        office.papers[0].readings = [["0 \(figures)", "1 \(figures)"]]
        #expect(try office.snapshot().winners(of: ballot)?.outcome == outcome)
    }

    @Test("a province's office determines no governor: only a regency's result is determined here")
    func governor() throws {
        var office = Office()
        (office.place, office.law) = ("73", .pilkada2020)
        office.papers[0].ballot = .governor
        office.papers[0].readings = [["0 votes_1=6 votes_2=4"]]
        office.papers[0].certified = ["73 votes_1=6 votes_2=4", "73.12 votes_1=6 votes_2=4"]
        var state = ElectionState()
        for acts in Act.takingOver(try office.election()) {
            _ = try state.decide(.takeOver(acts), by: Author(account: "head", time: 0, entry: 0))
        }
        #expect(throws: ResultFault.notDividedHere(.governor)) {
            try state.following(.figures, [0], of: .governor)
        }
    }

    @Test("is known from the forms that count, and not while one is missing")
    func counted() throws {
        var office = Office()
        office.law = .pilkada2020
        office.papers[0].ballot = Self.ballot
        let lines = (0..<5).map { "\($0) votes_1=6 votes_2=4" }
        office.papers[0].readings = [lines]
        #expect(try office.snapshot().winners(of: Self.ballot)?.outcome == .elected([1]))
        office.papers[0].readings = [Array(lines.prefix(4))]
        #expect(
            try office.snapshot().winners(of: Self.ballot)?.outcome
                == .missing([.total(contestant: 1), .total(contestant: 2)])
        )
        // Whoever governs a province is elected by all of it.
        office.papers[0].ballot = .governor
        #expect(try office.snapshot().winners(of: .governor) == nil)
    }
}
