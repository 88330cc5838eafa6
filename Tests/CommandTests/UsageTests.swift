import Testing

@Suite("Bad usage")
struct UsageTests {
    @Test("an option that needs another says so once")
    func needsOption() async throws {
        let run = try await Command.run(
            "recount",
            "--units",
            "u",
            "--stations",
            "s",
            "--counts",
            "a",
            "--differences"
        )
        #expect(run.status == 2)
        #expect(run.errors == "--differences: needs --certified\n")
    }

    @Test(
        "ends with 2, says what is wrong, and prints nothing",
        arguments: [
            (["tally"], "Unexpected argument 'tally'", "no such command"),
            (
                ["audit", "sample", "a", "--size", "3", "--seed", "123456789"],
                "9 digits; expected at least 20",
                "a seed that could be chosen"
            ),
            (
                ["audit", "sample", "a", "--size", "3", "--seed", "1234567890123456789x"],
                "\"x\" at place 20 is no digit", "a seed with a letter"
            ),
            (
                ["audit", "sample", "a", "--size", "3", "--seed", "11111111111111111111"],
                "were not thrown with dice", "a seed nobody threw"
            ),
            (
                ["audit", "sample", "a", "--size", "0", "--seed", "60210427859134726508"],
                "expected one or more", "an empty sample"
            ),
            (
                ["audit", "manifest", "a", "--ballots", "ppwp"], "expected some of PPWP",
                "a ballot in small letters"
            ),
            (
                ["audit", "manifest", "Examples/soppeng-2019", "--ballots", "DPD,PPWP"],
                "there is no ballot DPD; there are PPWP", "a ballot that the folder does not have"
            ),
            (["--colour"], "Unknown option '--colour'", "no such option"),
            (["show"], "Missing expected argument '<folder>'", "a folder is missing"),
            (["show", "a", "b", "c"], "Unexpected argument 'c'", "a word too many"),
            (["check"], "Missing expected argument '<folder>'", "a folder is missing"),
            (
                ["serve", "a", "--port", "x"], "The value 'x' is invalid for '--port <port>'",
                "a port in letters"
            ),
            (["serve", "a", "--port", "65536"], "expected a number from 0 to 65535", "a port nobody has"),
            (["serve", "a", "--port=-1"], "expected a number from 0 to 65535", "a port below zero"),
            (["seats"], "Missing expected argument '<file.csv>'", "a file is missing"),
            (["seats", "v.csv", "--seats", "few"], "The value 'few' is invalid", "seats in letters"),
            (["seats", "v.csv", "--seats=-1"], "--seats -1: expected zero or more", "seats below zero"),
            (
                ["seats", "v.csv", "--seats"], "Missing value for '--seats <seats>'",
                "an option without its value"
            ),
            (
                ["seats", "v.csv", "--method", "hondt"], "expected one of sainte-lague, modified-sa",
                "no such method"
            ),
            (["seats", "v.csv", "--method", "SAINTE-LAGUE"], "expected one of sainte-lague", "in capitals"),
            (["seats", "v.csv", "--format", "xml"], "one of 'table', 'csv' or 'json'", "no such format"),
            (
                ["seats", "v.csv", "--threshold", "4"], "more than all votes; 4% perhaps?",
                "a share above all"
            ),
            (
                ["seats", "v.csv", "--threshold", "four"], "expected a share such as 4%, 3.25%",
                "a share in words"
            ),
            (["seats", "v.csv", "--threshold", "4,5%"], "expected a share such as 4%", "a decimal comma"),
            (["seats", "v.csv", "--threshold=-4%"], "expected a share such as 4%", "a share below zero"),
            (
                ["seats", "v.csv", "--threshold", "1/0"], "a share cannot be divided by zero",
                "a share of nothing"
            ),
            (
                ["seats", "v.csv", "--threshold", "0.0000000000000001"], "at most 15 digits",
                "too fine a share"
            ),
            (["recount"], "Missing expected argument '--units <units.csv>'", "the smoke test of recount"),
        ] as [([String], String, Comment)]
    )
    func refusal(words: [String], expected: String, reason: Comment) async throws {
        let run = try await Command.run(words)
        #expect(run.status == 2, reason)
        #expect(run.output == "", reason)
        #expect(run.errors.contains(expected), reason)
        #expect(!run.errors.hasSuffix("\n\n"), reason)
    }
}
