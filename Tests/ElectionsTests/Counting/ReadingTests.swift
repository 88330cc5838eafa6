import Elections
import TestSupport
import Testing

@Suite("Readings and versions of forms")
struct ReadingTests {
    /// A reading of forms whose votes tell which line they came from.
    private func reading(_ lines: [(Int, FormVersion)], stations: Int = 3, hasVersions: Bool = true)
        -> Reading
    {
        var forms = FormTable(fields: [.valid])
        for line in lines.indices { forms.append([line]) }
        return Reading(
            id: "a",
            name: LocalizedText(id: "a", en: "a"),
            file: "a.csv",
            forms: forms,
            places: lines.map(\.0),
            versions: hasVersions ? lines.map(\.1) : [],
            stations: stations
        )
    }

    @Test(
        "lie in the order of stations, a later version behind the earlier; of two alike the first is kept",
        arguments: [
            ([], []), ([(0, .regular), (1, .regular), (2, .regular)], [0, 1, 2]),
            ([(2, .regular), (0, .regular)], [1, 0]),
            ([(1, .revote), (1, .regular), (0, .regular)], [2, 1, 0]),
            ([(1, .recount), (1, .revote), (1, .regular), (1, .postponed)], [2, 3, 1, 0]),
            ([(1, .regular), (1, .regular), (0, .regular)], [2, 0]),
            ([(1, .revote), (1, .revote)], [0]), ([(1, .regular), (1, .regular)], [0]),
        ] as [([(Int, FormVersion)], [Int])]
    )
    func order(lines: [(Int, FormVersion)], expected: [Int]) {
        let reading = reading(lines)
        #expect((0..<reading.forms.count).map { reading.forms[$0, .valid] } == expected)
        for row in 0..<reading.forms.count {
            #expect(reading.station(ofRow: row) == lines[expected[row]].0)
            #expect(reading.version(ofRow: row) == lines[expected[row]].1)
        }
        #expect(reading.isRegular == lines.allSatisfy { $0.1 == .regular })
    }

    @Test("without versions all forms are of the first vote")
    func noVersions() {
        let reading = reading([(2, .regular), (0, .regular), (2, .regular)], hasVersions: false)
        #expect((0..<reading.forms.count).map { reading.forms[$0, .valid] } == [1, 0])
        #expect(reading.isRegular)
        #expect(reading.rows(ofStation: 1).isEmpty)
        #expect(reading.latest(ofStation: 1) == nil)
    }

    @Test("any order of the lines is the same reading")
    func shuffled() {
        var dice = Dice(salt: "readings")
        let lines = (0..<4).flatMap { station in FormVersion.allCases.map { (station, $0) } }
        for _ in Dice.rounds(100) {
            let some = lines.filter { _ in Bool.random(using: &dice) }.shuffled(using: &dice)
            let reading = reading(some, stations: 4)
            #expect(reading.forms.count == some.count)
            for station in 0..<4 {
                let rows = reading.rows(ofStation: station)
                let versions = some.filter { $0.0 == station }.map(\.1).sorted()
                #expect(rows.map { reading.version(ofRow: $0) } == versions)
                #expect(reading.latest(ofStation: station) == rows.last)
                for row in rows {
                    let line = reading.forms[row, .valid] ?? 0
                    #expect(some[line] == (station, reading.version(ofRow: row)))
                }
            }
        }
    }

    @Test("votes held late come before votes held again, recounts behind, and both once more last")
    func versions() {
        let order: [FormVersion] = [
            .regular, .postponed, .continued, .postponedCount, .revote, .recount, .laterRevote, .laterRecount,
        ]
        #expect(FormVersion.allCases.sorted() == order)
        #expect(
            order.map(\.rawValue) == [
                "reguler", "pss", "psl", "hitung-susulan", "psu", "pssu", "psu-2", "pssu-2",
            ]
        )
        for (place, version) in order.enumerated() {
            for (other, later) in order.enumerated() { #expect((version < later) == (place < other)) }
        }
    }

    /// A row: for each reading the versions it has of one station, and where the form in force stands.
    @Test(
        "the form in force is the first reading's latest, or a later version another one holds",
        arguments: [
            ("nobody read it", [[], []], nil), ("the first vote", [[.regular], [.regular]], (0, 0)),
            ("the second reading's first vote is no substitute", [[], [.regular]], nil),
            ("the second reading's re-vote is", [[], [.revote]], (1, 0)),
            ("a re-vote supersedes", [[.regular, .revote], [.regular]], (0, 1)),
            ("a re-vote only the second reading has", [[.regular], [.regular, .revote]], (1, 1)),
            ("both have it: the first is counted", [[.regular, .revote], [.revote]], (0, 1)),
            ("a recount after the re-vote", [[.regular, .revote], [.recount]], (1, 0)),
            ("the second reading is behind", [[.recount], [.revote]], (0, 0)),
            ("a third reading is ahead of both", [[.regular], [.revote], [.revote, .recount]], (2, 1)),
            ("of two others alike the earlier one", [[.regular], [.revote], [.revote]], (1, 0)),
        ] as [(String, [[FormVersion]], (Int, Int)?)]
    )
    func inForce(reason: String, versions: [[FormVersion]], expected: (Int, Int)?) {
        let contest = Contest(
            ballot: .president,
            contestants: [],
            readings: versions.map { reading($0.map { (0, $0) }, stations: 1) }
        )
        let form = contest.formInForce(atStation: 0)
        #expect(form?.reading == expected?.0)
        #expect(form?.row == expected?.1)
    }
}
