import TestSupport
import Testing

@testable import Elections

@Suite("What became of a candidate")
struct CandidateStatusTests {
    /// A council of one district with three seats, whose lists are on record elsewhere: party 1 gets two of them.
    private static func office() throws -> ElectionState {
        var office = Office()
        office.papers[0].ballot = .regencyCouncil
        office.papers[0].districts = [1: "73.12.01 73.12.02"]
        office.papers[0].lists = [1: [1: [1, 2, 3], 2: [1, 2]]]
        office.papers[0].readings = [
            (0..<5).map {
                "\($0) party_1=1 candidate_1_1=20 candidate_1_2=30 candidate_1_3=5 votes_1=56 party_2=2 "
                    + "candidate_2_1=20 candidate_2_2=9 votes_2=31"
            }
        ]
        var state = ElectionState()
        for act in Act.takingOver(try office.election()).flatMap(\.self) { try state.apply(act) }
        return state
    }

    private static func act(_ number: Int, _ status: CandidateStatus, on day: String = "2019-04-20") throws
        -> Act
    {
        let date = try SmallLists.day(day)
        let change = StatusChange(status, on: date, Revote.Paper("474/AKTA", date))
        return .candidacy(
            .statusSet(CandidateStatusSet(ballot: .regencyCouncil, SmallLists.key(number), change))
        )
    }

    /// Who of party 1 is elected; and the votes of both lists.
    private static func elected(_ state: ElectionState) throws -> (numbers: [Int], votes: [Int?]) {
        let election = try #require(state.election)
        let snapshot = try Snapshot(election)
        let result = try #require(snapshot.results.first)
        let elected = try #require(ElectedCandidates(snapshot, result)?.districts.first)
        let lists = try #require(DistrictLists(elected.district, of: result, in: snapshot)).lists
        let list = try #require(elected.lists.first { $0.contestant == 1 })
        return (try list.ranking.get().elected.map(\.candidate.number), lists.map(\.votes))
    }

    static let rows: [(reason: String, changes: [(Int, CandidateStatus)], elected: [Int])] = [
        ("everybody stands: most votes first (UU 7/2017 art. 422)", [], [2, 1]),
        ("who has most votes died: the next gets the seat (art. 426(1)a)", [(2, .died)], [1, 3]),
        ("resigned (art. 426(1)b)", [(2, .resigned)], [1, 3]),
        ("does not meet the requirements any more (art. 426(1)c)", [(1, .ineligible)], [2, 3]),
        ("was struck by a judgment (art. 426(1)d)", [(1, .cancelled)], [2, 3]),
        ("who would get no seat", [(3, .died)], [2, 1]),
        ("two of them", [(2, .died), (1, .resigned)], [3]),
        ("a judgment that restores the candidate", [(2, .ineligible), (2, .standing)], [2, 1]),
    ]

    @Test(
        "takes a seat from nobody's votes: the party keeps them, the next of the list sits",
        arguments: rows.indices
    )
    func seats(row: Int) throws {
        let row = Self.rows[row]
        var state = try Self.office()
        let before = try Self.elected(state).votes
        for (number, status) in row.changes { try state.apply(Self.act(number, status)) }
        let after = try Self.elected(state)
        #expect(after.numbers == row.elected, "\(row.reason)")
        #expect(after.votes == before && before == [280, 155], "\(row.reason)")
    }

    @Test("is all that can be said of lists that are on record elsewhere")
    func elsewhere() throws {
        var state = try Self.office()
        let day = try SmallLists.day("2018-07-10")
        let list = SmallLists.list("P")
        let acts: [CandidacyAct] = [
            .submitted(ListSubmitted(ballot: .regencyCouncil, list, on: day)),
            .published(
                ListsPublished(ballot: .regencyCouncil, PublishedLists(.provisional, [list], on: day))
            ),
        ]
        for act in acts {
            let author = Author(account: "chair", time: 0, entry: 0)
            #expect(throws: ActFault.candidacy(.regencyCouncil, .onRecordElsewhere)) {
                try state.decide(.perform(.candidacy(act)), by: author)
            }
        }
    }

    @Test("makes a mark the party's only where it was known at the vote; papers and votes stay")
    func effect() throws {
        let vote = try SmallLists.day("2019-04-17")
        let rows:
            [(reason: String, status: CandidateStatus, day: String, mark: StatusEffect.Vote, sits: Bool)] = [
                ("died before the vote (PKPU 25/2023 art. 53(5)l)", .died, "2019-03-01", .party, false),
                ("died on the day of the vote", .died, "2019-04-17", .party, false),
                ("died afterwards (UU 7/2017 art. 426)", .died, "2019-04-18", .candidate, false),
                ("cancelled afterwards", .cancelled, "2019-05-18", .candidate, false),
                ("restored", .standing, "2019-03-02", .candidate, true),
            ]
        for row in rows {
            let date = try SmallLists.day(row.day)
            let change = StatusChange(row.status, on: date, Revote.Paper("x", date))
            let effect = StatusEffect(change, vote: vote)
            #expect(effect.mark == row.mark, "\(row.reason)")
            #expect(effect.canTakeSeat == row.sits, "\(row.reason)")
            #expect(effect.staysOnPapers && effect.countsForParty, "\(row.reason)")
        }
    }
}
