import Apportionment
import Testing

@Suite("pleno seats")
struct SeatsCommandTests {
    private func seats(_ votes: String, _ words: String...) async throws -> Command.Outcome {
        let scratch = try Scratch()
        return try await Command.run(["seats", scratch.file("v.csv", votes)] + words)
    }

    @Test("prints CSV with five columns, rows in the order of the file, absent columns empty")
    func csv() async throws {
        let run = try await seats(
            "note,votes,party\nx,10,B\ny,30,\"A, a\"\n",
            "--seats",
            "4",
            "--format",
            "csv"
        )
        #expect(
            run
                == Command.Outcome(
                    status: 0,
                    output: "election,district,party,votes,seats\n,,B,10,1\n,,\"A, a\",30,3\n",
                    errors: ""
                )
        )
    }

    @Test("takes election, district and seats_total from the file")
    func columns() async throws {
        let votes = """
            election,district,party,votes,seats_total
            2019,1,A,60,2
            2019,2,A,5,1
            2019,1,B,30,2
            2019,2,B,6,1

            """
        let run = try await seats(votes, "--format", "csv", "--seats", "9")
        #expect(run.lines.dropFirst() == ["2019,1,A,60,1", "2019,2,A,5,0", "2019,1,B,30,1", "2019,2,B,6,1"])
        #expect(run.status == 0)
    }

    @Test("prints a table to read, without the columns that say nothing")
    func table() async throws {
        let run = try await seats("party,votes\nÖVP,100\nB,50\n", "--seats", "3")
        #expect(run.output == "party  votes  seats\nÖVP      100      2\nB         50      1\n")
        #expect(run.status == 0)
    }

    @Test("prints JSON, numbers as numbers")
    func json() async throws {
        let run = try await seats(
            "district,party,votes\n1,\"A \"\"x\"\"\",9\n",
            "--seats",
            "1",
            "--format",
            "json"
        )
        #expect(
            run.output
                == #"[{"election":"","district":"1","party":"A \"x\"","votes":9,"seats":1}]"# + "\n"
        )
    }

    @Test(
        "prints every seat with its exact quotient",
        arguments: [
            ("sainte-lague", ["1,A,90,1,90/1", "2,B,50,1,50/1", "3,A,90,3,90/3"]),
            ("dhondt", ["1,A,90,1,90/1", "2,B,50,1,50/1", "3,A,90,2,90/2"]),
        ]
    )
    func steps(method: String, expected: [String]) async throws {
        let words = ["--seats", "3", "--steps", "--format", "csv", "--method", method]
        let scratch = try Scratch()
        let file = try scratch.file("v.csv", "party,votes\nA,90\nB,50\nC,2\n")
        let run = try await Command.run(["seats", file] + words)
        #expect(run.lines.first == "election,district,seat,party,votes,divisor,quotient")
        #expect(run.lines.dropFirst() == expected.map { ",," + $0 }[...])
    }

    @Test("knows all twelve methods by name, and divides by them", arguments: Method.allCases)
    func methods(method: Apportionment.Method) async throws {
        let run = try await seats(
            "party,votes\nA,57\nB,29\nC,14\n",
            "--seats",
            "5",
            "--format",
            "csv",
            "--method",
            method.rawValue
        )
        let seats = run.lines.dropFirst().compactMap { Int($0.split(separator: ",").last ?? "") }
        let expected = try Distribution(method, seats: 5, votes: [57, 29, 14]).allocation()
        #expect(run.status == (expected.tie == nil ? 0 : 3))
        #expect(seats == expected.seats)
    }

    @Test("divides by Sainte-Laguë unless told otherwise")
    func defaultMethod() async throws {
        let votes = "party,votes\nA,53\nB,24\nC,23\n"
        let plain = try await seats(votes, "--seats", "7", "--format", "csv")
        #expect(
            try await seats(votes, "--seats", "7", "--format", "csv", "--method", "sainte-lague") == plain
        )
        #expect(try await seats(votes, "--seats", "7", "--format", "csv", "--method", "dhondt") != plain)
    }

    @Test("reads a threshold in every spelling", arguments: ["4%", "4.0%", "0.04", "1/25", "04%"])
    func threshold(text: String) async throws {
        let at = try await seats(
            "party,votes\nA,96\nB,4\n",
            "--seats",
            "25",
            "--threshold",
            text,
            "--format",
            "csv"
        )
        #expect(at.lines.dropFirst() == [",,A,96,24", ",,B,4,1"])
        let below = try await seats(
            "party,votes\nA,97\nB,4\n",
            "--seats",
            "25",
            "--threshold",
            text,
            "--format",
            "csv"
        )
        #expect(below.lines.dropFirst() == [",,A,97,25", ",,B,4,0"])
    }

    @Test("takes shares of a file of totals")
    func totals() async throws {
        let scratch = try Scratch()
        let votes = try scratch.file("v.csv", "party,votes\nA,96\nB,4\n")
        let totals = try scratch.file("t.csv", "party,votes\nA,1000\nB,4\n")
        let words = [
            "seats", votes, "--seats", "25", "--threshold", "4%", "--format", "csv", "--totals", totals,
        ]
        #expect(try await Command.run(words).lines.dropFirst() == [",,A,96,25", ",,B,4,0"])
    }

    @Test("reads the file plain or packed, with either line end")
    func packed() async throws {
        let scratch = try Scratch()
        let file = try scratch.file("v.csv", "party,votes\r\nA,3\r\nB,1\r\n")
        let line = "gzip -k \(file) && \"$PLENO\" seats \(file).gz --seats 4 --format csv"
        let run = try await Command.shell(line)
        #expect(run.lines.dropFirst() == [",,A,3,3", ",,B,1,1"])
    }
}
