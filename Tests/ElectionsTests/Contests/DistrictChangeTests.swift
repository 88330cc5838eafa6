import Elections
import Testing

@Suite("Districts of two elections")
struct DistrictChangeTests {
    private func districts(_ regions: [Int: String]) throws -> [ElectoralDistrict] {
        try regions.sorted { $0.key < $1.key }.map { number, codes in
            ElectoralDistrict(
                number: number,
                name: "Dapil \(number)",
                seats: 6,
                regions: try codes.split(separator: " ").map { try RegionCode(parsing: String($0)) }
            )
        }
    }

    private static let soppeng2019 = [
        1: "73.12.04 73.12.07", 2: "73.12.05 73.12.06", 3: "73.12.03", 4: "73.12.02 73.12.08", 5: "73.12.01",
    ]
    private static let soppeng2024 = [
        1: "73.12.04", 2: "73.12.05 73.12.06", 3: "73.12.03 73.12.07", 4: "73.12.02 73.12.08", 5: "73.12.01",
    ]

    @Test(
        "name the regions that moved, by their smallest parts",
        arguments: [
            ("Soppeng 2019 and 2024: Ganra went from 1 to 3", soppeng2019, soppeng2024, ["73.12.07 1 3"]),
            ("nothing moved", soppeng2019, soppeng2019, []),
            ("a region was in no district", [1: "73.12.01"], [1: "73.12.01 73.12.02"], ["73.12.02 – 1"]),
            ("a region is in none any more", [1: "73.12.01 73.12.02"], [1: "73.12.01"], ["73.12.02 1 –"]),
            (
                "a subdistrict was divided", [1: "73.12.01"], [1: "73.12.01.1001", 2: "73.12.01.1002"],
                ["73.12.01.1002 1 2"]
            ),
            (
                "parts were joined", [1: "73.12.01.1001", 2: "73.12.01.1002"], [2: "73.12.01"],
                ["73.12.01.1001 1 2"]
            ),
            ("the district has another number", [1: "73.12.01"], [3: "73.12.01"], ["73.12.01 1 3"]),
            ("there were no districts", [:], [1: "73.12.01"], ["73.12.01 – 1"]),
        ] as [(String, [Int: String], [Int: String], [String])]
    )
    func changes(reason: String, earlier: [Int: String], later: [Int: String], expected: [String]) throws {
        let changes = try districts(later).changes(since: try districts(earlier))
        func text(_ number: Int?) -> String { number.map(String.init) ?? "–" }
        #expect(changes.map { "\($0.region) \(text($0.from)) \(text($0.to))" } == expected)
    }

    @Test("a village lies in its subdistrict's district, its subdistrict not in the village's")
    func number() throws {
        let districts = try districts([1: "73.12.01", 2: "73.12.02.1001"])
        func number(_ code: String) throws -> Int? { districts.number(of: try RegionCode(parsing: code)) }
        #expect(try number("73.12.01.1001") == 1)
        #expect(try number("73.12.02.1001") == 2)
        #expect(try number("73.12.02") == nil)
        #expect(try number("73.12.03") == nil)
    }
}

@Suite("Names of people")
struct PersonNameTests {
    @Test(
        "are written with the titles there are",
        arguments: [
            (nil, nil, "Wardah"), ("A.", nil, "A. Wardah"), (nil, "S.E.", "Wardah, S.E."),
            ("Hj. A.", "S.Sos, M.Si", "Hj. A. Wardah, S.Sos, M.Si"),
        ] as [(String?, String?, String)]
    )
    func full(before: String?, after: String?, expected: String) {
        #expect(PersonName(before: before, name: "Wardah", after: after).full == expected)
    }
}

@Suite("Lists of candidates")
struct ListNumbersTests {
    private func contest(_ ballot: Ballot, _ lists: [CandidateList]) -> Contest {
        Contest(ballot: ballot, contestants: [], lists: lists)
    }

    private func list(_ district: Int?, _ numbers: [Int]) -> CandidateList {
        CandidateList(
            district: district,
            contestant: 4,
            candidates: numbers.map { Candidate(number: $0, name: PersonName(name: "C\($0)"), sex: nil) }
        )
    }

    @Test("are known by district, empty where a party has none, and unknown where there are none at all")
    func numbers() {
        let contest = contest(.regencyCouncil, [list(1, [1, 2, 4]), list(2, [])])
        #expect(contest.listNumbers(of: 4, in: 1) == [1, 2, 4])  // Number 3 was struck.
        #expect(contest.listNumbers(of: 4, in: 2) == [])
        #expect(contest.listNumbers(of: 5, in: 1) == [])
        #expect(contest.listNumbers(of: 4, in: nil) == [])
        #expect(self.contest(.regencyCouncil, []).listNumbers(of: 4, in: 1) == nil)
        #expect(self.contest(.regencyCouncil, [list(nil, [1])]).listNumbers(of: 4, in: nil) == [1])
        #expect(self.contest(.president, [list(1, [1])]).listNumbers(of: 4, in: 1) == nil)
    }
}
