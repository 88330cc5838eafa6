import Testing

@Suite("pleno due")
struct DueCommandTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let words: [String]
        let status: Int32
        let expected: [String]
        var testDescription: String { reason }
    }

    @Test(
        "counts from a day or a moment, or says what it lacks",
        arguments: [
            Row(
                reason: "working days leave out the weekend, Good Friday and the day itself",
                words: ["pemilu2019", "violation-report", "2019-04-17"],
                status: 0,
                expected: ["UU 7/2017 art. 454(6)", "7 working days", "29 April 2019, 24.00 WITA"]
            ),
            Row(
                reason: "nobody says whether joint leave is worked: a line for each answer",
                words: ["pemilu2019", "process-dispute", "2019-05-28"],
                status: 0,
                expected: [
                    "10 June 2019, 24.00 WITA (joint leave off)",
                    "3 June 2019, 24.00 WITA (joint leave a working day)",
                ]
            ),
            Row(
                reason: "hours end at their minute, by the clock of the place",
                words: ["pemilu2019", "result-dispute", "2019-05-21T01:46", "--zone", "WIB"],
                status: 0,
                expected: ["24 May 2019, 01.46 WIB"]
            ),
            Row(
                reason: "calendar days from the vote",
                words: ["pemilu2019", "revote", "2019-04-17"],
                status: 0,
                expected: ["27 April 2019, 24.00 WITA"]
            ),
            Row(
                reason: "no deadline: all of them are listed",
                words: ["pemilu2019"],
                status: 0,
                expected: ["replacement-decree", "administrative-follow-up"]
            ),
            Row(
                reason: "hours from a day alone",
                words: ["pemilu2019", "result-dispute", "2019-05-21"],
                status: 2,
                expected: ["hours are counted from a moment"]
            ),
            Row(
                reason: "a year whose holidays nobody told",
                words: ["pemilu2019", "process-dispute", "2021-02-01"],
                status: 2,
                expected: ["the holidays of 2021 are not known"]
            ),
            Row(
                reason: "a deadline that the law does not have",
                words: ["pemilu2019", "nothing", "2019-04-17"],
                status: 2,
                expected: ["\"nothing\" is no deadline of pemilu2019", "violation-report"]
            ),
            Row(
                reason: "a day that is none",
                words: ["pemilu2019", "revote", "2019-02-30"],
                status: 2,
                expected: ["expected a day as 2019-04-26"]
            ),
            Row(
                reason: "an hour that is none",
                words: ["pemilu2019", "revote", "2019-04-17T24:00"],
                status: 2,
                expected: ["a moment as 2019-05-21T01:46"]
            ),
            Row(
                reason: "no day",
                words: ["pemilu2019", "revote"],
                status: 2,
                expected: ["say the day"]
            ),
        ]
    )
    func rows(row: Row) async throws {
        let run = try await Command.run(["due"] + row.words)
        #expect(run.status == row.status, "\(run.errors)")
        for text in row.expected {
            #expect((run.output + run.errors).contains(text), "\(run.output)\(run.errors)")
        }
        #expect((row.status == 0) == run.errors.isEmpty)
    }
}
