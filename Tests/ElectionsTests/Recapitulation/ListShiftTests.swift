import Testing

@testable import Elections

@Suite("Votes that move inside a list")
struct ListShiftTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let certified: [String]
        /// Region, list, differences by column, votes moved.
        let shifts: [String]

        var testDescription: String { reason }
    }

    private static let one = "votes_1=60 party_1=10 candidate_1_1=20 candidate_1_2=30"
    private static let two = "votes_2=6 party_2=1 candidate_2_1=2 candidate_2_2=3"

    @Test(
        "are named by list and region, the most first",
        arguments: [
            Row(
                reason: "everything is what was read",
                certified: ["73.12.01.1001 \(one) \(two)"],
                shifts: []
            ),
            Row(
                reason: "one candidate has what another lacks: the list's votes are as they were",
                certified: ["73.12.01.1001 votes_1=60 party_1=10 candidate_1_1=25 candidate_1_2=25 \(two)"],
                shifts: ["73.12.01.1001 1 candidate_1_1 5, candidate_1_2 -5: 5"]
            ),
            Row(
                reason: "the party's own votes go to a candidate, and two more come from nowhere",
                certified: ["73.12.01.1001 votes_1=62 party_1=2 candidate_1_1=30 candidate_1_2=30 \(two)"],
                shifts: ["73.12.01.1001 1 party_1 -8, candidate_1_1 10: 8"]
            ),
            Row(
                reason: "a candidate gains, nobody of the list loses: no shift inside it",
                certified: ["73.12.01.1001 votes_1=63 party_1=10 candidate_1_1=23 candidate_1_2=30 \(two)"],
                shifts: []
            ),
            Row(
                reason: "what one list loses to another is no shift inside either",
                certified: [
                    "73.12.01.1001 votes_1=59 party_1=10 candidate_1_1=19 candidate_1_2=30 "
                        + "votes_2=7 party_2=1 candidate_2_1=3 candidate_2_2=3"
                ],
                shifts: []
            ),
            Row(
                reason: "a missing figure is not zero",
                certified: ["73.12.01.1001 votes_1=60 party_1= candidate_1_1=30 candidate_1_2=30 \(two)"],
                shifts: []
            ),
            Row(
                reason: "between the tiers, the larger one first",
                certified: [
                    "73.12.01.1001 \(one) votes_2=6 party_2=0 candidate_2_1=3 candidate_2_2=3",
                    "73.12.01.2002 \(one) \(two)",
                    "73.12.01 votes_1=120 party_1=20 candidate_1_1=50 candidate_1_2=50 "
                        + "votes_2=12 party_2=1 candidate_2_1=5 candidate_2_2=6",
                ],
                shifts: [
                    "73.12.01 1 candidate_1_1 10, candidate_1_2 -10: 10",
                    "73.12.01.1001 2 party_2 -1, candidate_2_1 1: 1",
                ]
            ),
        ]
    )
    func rows(row: Row) throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 1), ("73.12.01.2002", 1)]
        office.papers[0].ballot = .house
        office.papers[0].readings = [["0 \(Self.one) \(Self.two)", "1 \(Self.one) \(Self.two)"]]
        office.papers[0].certified = row.certified
        let snapshot = try office.snapshot()
        let shifts = ListShift.all(snapshot, try #require(snapshot.result(of: .house)))
        #expect(
            shifts.map { shift in
                let parts = shift.parts.map { "\($0.field.column) \($0.difference)" }.joined(separator: ", ")
                return "\(shift.region.code) \(shift.contestant) \(parts): \(shift.moved)"
            } == row.shifts
        )
        #expect(shifts.allSatisfy { !$0.isCorrected })
    }

    @Test("are none on a ballot without lists")
    func pairs() throws {
        var office = Office()
        office.papers[0].readings = [["0 votes_1=1 votes_2=2"]]
        office.papers[0].certified = ["73.12.01.1001 votes_1=2 votes_2=1"]
        let snapshot = try office.snapshot()
        #expect(ListShift.all(snapshot, try #require(snapshot.result(of: .president))).isEmpty)
    }
}
