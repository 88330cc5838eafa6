import Testing

@Suite("pleno seats in a tie")
struct SeatsTieCommandTests {
    private static let votes = "district,party,votes\n1,A,10\n1,B,10\n1,C,4\n2,A,9\n2,B,5\n"

    private func seats(
        _ words: [String],
        decision: String? = nil,
        environment: [String: String] = [:]
    ) async throws -> Command.Outcome {
        let scratch = try Scratch()
        var words =
            ["seats", try scratch.file("v.csv", Self.votes), "--seats", "1", "--format", "csv"] + words
        if let decision { words += ["--decision", try scratch.file("d.csv", decision)] }
        let run = try await Command.run(words, environment: environment)
        let errors = scratch.shortened(run.errors)
        return Command.Outcome(status: run.status, output: run.output, errors: errors)
    }

    @Test("a name cannot command the terminal, and is whole in a file")
    func hostileNames() async throws {
        let scratch = try Scratch()
        let file = try scratch.file("v.csv", "party,votes\nA\u{1B}[2J,5\nB,5\n")
        let table = try await Command.run("seats", file, "--seats", "1")
        #expect(!(table.output + table.errors).contains("\u{1B}"))
        #expect(table.errors.contains("A\\u{1B}[2J, B"))
        let csv = try await Command.run("seats", file, "--seats", "1", "--format", "csv")
        #expect(csv.output.contains("A\u{1B}[2J,5,0"))
    }

    @Test("prints the sure seats, names the tie on standard error and ends with 3")
    func tie() async throws {
        let run = try await seats([])
        #expect(run.status == 3)
        #expect(
            run.lines.dropFirst()
                == ["1,A,10,0", "1,B,10,0", "1,C,4,0", "2,A,9,1", "2,B,5,0"].map { "," + $0 }[...]
        )
        #expect(run.errors == "1: tie for 1 seat(s): A, B. It needs a decision: --decision FILE.csv\n")
    }

    @Test("prints the sure steps and ends with 3")
    func steps() async throws {
        let run = try await seats(["--steps"])
        #expect(run.status == 3)
        #expect(run.lines.dropFirst() == [",2,1,A,9,1,9/1"])
    }

    @Test(
        "speaks Indonesian to whom it may concern",
        arguments: [["PLENO_LANG": "id"], ["LANG": "id_ID.UTF-8"]]
    )
    func indonesian(environment: [String: String]) async throws {
        let run = try await seats([], environment: environment)
        #expect(run.errors == "1: seri untuk 1 kursi: A, B. Perlu keputusan: --decision FILE.csv\n")
    }

    @Test("is settled by a decision")
    func decided() async throws {
        let run = try await seats([], decision: "election,district,party,seats\n,1,B,1\n")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.dropFirst().prefix(2) == [",1,A,10,0", ",1,B,10,1"])
        let steps = try await seats(["--steps"], decision: "district,party,seats\n1,B,1\n")
        #expect(steps.lines.dropFirst() == [",1,1,B,10,1,10/1", ",2,1,A,9,1,9/1"])
    }

    @Test(
        "refuses a decision that does not fit",
        arguments: [
            (
                "1,C,1", "d.csv: row 2, column \"party\": this party is not tied; tied are: A, B",
                "d.csv: baris 2, kolom \"party\": partai ini tidak seri; yang seri: A, B"
            ),
            (
                "1,A,0", "d.csv: row 2, column \"seats\": 0 seat(s) decided; 1 contested",
                "d.csv: baris 2, kolom \"seats\": 0 kursi diputuskan; yang seri 1"
            ),
            (
                "1,A,2",
                "d.csv: row 2, column \"seats\": one party can take at most 1 of the contested seats",
                "d.csv: baris 2, kolom \"seats\": paling banyak 1 kursi seri untuk satu partai"
            ),
            (
                "2,A,1",
                "d.csv: row 2, column \"party\": nothing is tied here; the decision does not fit (any more)",
                "d.csv: baris 2, kolom \"party\": tidak ada seri di sini; keputusan ini tidak (lagi) cocok"
            ),
            (
                "3,A,1", "d.csv: row 2, column \"district\": unknown district \"3\"",
                "d.csv: baris 2, kolom \"district\": daerah pemilihan \"3\" tidak dikenal"
            ),
        ]
    )
    func misfit(row: String, english: String, indonesian: String) async throws {
        let decision = "district,party,seats\n\(row)\n"
        #expect(
            try await seats([], decision: decision)
                == Command.Outcome(status: 2, output: "", errors: english + "\n")
        )
        #expect(
            try await seats([], decision: decision, environment: ["PLENO_LANG": "id"])
                == Command.Outcome(status: 2, output: "", errors: indonesian + "\n")
        )
    }
}
