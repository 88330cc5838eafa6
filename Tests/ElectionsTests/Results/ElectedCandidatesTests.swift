import Testing

@testable import Elections

@Suite("Who is elected")
struct ElectedCandidatesTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        /// A line per station: its place and figures; districts 1 (stations 0–2) and 2 (3 and 4), three seats each.
        let forms: [String]
        /// District, party, and each seat as number and votes; or what is in the way.
        let elected: [String]
        let given: Int
        /// What was decided on the measure of spread; `nil` while that is open.
        var decided: String?

        var testDescription: String { reason }
    }

    /// District 2's lists are other people under the same numbers.
    private static let first =
        "party_1=1 candidate_1_1=20 candidate_1_2=30 votes_1=51 party_2=0 candidate_2_1=5"
    private static let second =
        "party_1=0 candidate_1_1=7 candidate_1_2=3 votes_1=10 party_2=2 candidate_2_1=20 candidate_2_2=9"

    @Test(
        "follows from the seats of each party and the votes of its candidates, district by district",
        arguments: [
            Row(
                reason: "everybody by votes, also where the second number has more",
                forms: [
                    "0 \(first) candidate_2_2=1 votes_2=6", "1 \(first) candidate_2_2=1 votes_2=6",
                    "2 \(first) candidate_2_2=1 votes_2=6", "3 \(second) votes_2=31",
                    "4 \(second) votes_2=31",
                ],
                // District 1: 153, 51 and 30.6 beat 18; district 2: 62 and 20.7, then 20.
                elected: ["1 1: 2 90, 1 60, unfilled 1", "2 1: 1 14", "2 2: 1 40, 2 18"],
                given: 5
            ),
            Row(
                reason: "a form that is missing leaves its district open, and no other",
                forms: [
                    "0 \(first) candidate_2_2=1 votes_2=6", "1 \(first) candidate_2_2=1 votes_2=6",
                    "3 \(second) votes_2=31", "4 \(second) votes_2=31",
                ],
                elected: ["1 1: missing", "2 1: 1 14", "2 2: 1 40, 2 18"],
                given: 3
            ),
            Row(
                reason: "equals for the last seat wait for a plenary: how the spread is measured is open",
                forms: [
                    "3 party_1=0 candidate_1_1=5 candidate_1_2=5 votes_1=10 party_2=2 candidate_2_1=20 "
                        + "candidate_2_2=9 votes_2=31",
                    "4 \(second) votes_2=31".replacing(
                        "candidate_1_1=7 candidate_1_2=3",
                        with: "candidate_1_1=5 candidate_1_2=5"
                    ),
                ],
                elected: ["2 1: tie [1, 2]", "2 2: 1 40, 2 18"],
                given: 2
            ),
            Row(
                reason: "who has votes at one more station, once areas are what counts",
                forms: [
                    "3 party_1=0 candidate_1_1=10 candidate_1_2=4 votes_1=14 party_2=2 candidate_2_1=20 "
                        + "candidate_2_2=9 votes_2=31",
                    "4 party_1=0 candidate_1_1=0 candidate_1_2=6 votes_1=6 party_2=2 candidate_2_1=20 "
                        + "candidate_2_2=9 votes_2=31",
                ],
                elected: ["2 1: 2 10", "2 2: 1 40, 2 18"],
                given: 3,
                decided: "areas"
            ),
        ]
    )
    func rows(row: Row) throws {
        var office = Office()
        office.papers[0].ballot = .regencyCouncil
        office.decisions =
            row.decided.map { [Decision(rule: .spread, reading: $0, basis: .same("BA 1"))] } ?? []
        office.papers[0].districts = [1: "73.12.01", 2: "73.12.02"]
        office.papers[0].lists = [1: [1: [1, 2], 2: [1, 2]], 2: [1: [1, 2], 2: [1, 2]]]
        office.papers[0].readings = [row.forms]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .regencyCouncil))
        let elected = try #require(ElectedCandidates(snapshot, result))
        let found = elected.districts.flatMap { district in
            district.lists.map { list -> String in
                let text: String
                switch list.ranking {
                case .failure(.votesMissing): text = "missing"
                case .failure(let refusal): text = "\(refusal)"
                case .success(let ranking):
                    text =
                        (ranking.elected.map { "\($0.candidate.number) \($0.votes)" }
                        + (ranking.tie.map { ["tie \($0.tied)"] } ?? [])
                        + (ranking.unfilled.map { ["unfilled \($0.seats)"] } ?? [])).joined(separator: ", ")
                }
                return "\(district.district.number) \(list.contestant): \(text)"
            }
        }
        #expect(found == row.elected)
        #expect(elected.given == row.given)
    }
}
