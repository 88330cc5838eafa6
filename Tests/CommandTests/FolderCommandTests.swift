import Testing

@Suite("pleno show and pleno check")
struct FolderCommandTests {
    private static let example = "Examples/soppeng-2019"

    @Test("show prints what the election came to")
    func show() async throws {
        let run = try await Command.run("show", Self.example)
        #expect(run.status == 0)
        #expect(run.errors == "")
        try expectGolden(run.output, "show-soppeng-2019.txt")
    }

    @Test("show speaks Indonesian where the reader asks for it")
    func indonesian() async throws {
        let run = try await Command.run("show", Self.example, environment: ["PLENO_LANG": "id"])
        try expectGolden(run.output, "show-soppeng-2019-id.txt")
    }

    @Test(
        "the language is the reader's",
        arguments: [
            (["PLENO_LANG": "id", "LANG": "en_US.UTF-8"], "Pemilu 2019", "our own variable goes first"),
            (["LANG": "id_ID.UTF-8"], "Pemilu 2019", "the locale"),
            (["LC_ALL": "id_ID", "LANG": "en_US"], "Pemilu 2019", "the locale for everything"),
            (["LC_ALL": "", "LANG": "id_ID"], "Pemilu 2019", "an empty variable says nothing"),
            (["PLENO_LANG": "en", "LANG": "id_ID"], "General election", "English is asked for"),
            (["LANG": "de_DE.UTF-8"], "General election", "a language we do not speak"),
        ] as [([String: String], String, Comment)]
    )
    func language(environment: [String: String], expected: String, reason: Comment) async throws {
        let run = try await Command.run(["show", Self.example], environment: environment)
        #expect(run.output.hasPrefix(expected), reason)
    }

    @Test(
        "show finds a region by code or name",
        arguments: ["73.12.04.1006", "7312041006", "Lapajung", "LAPAJUNG"]
    )
    func unit(name: String) async throws {
        let run = try await Command.run("show", Self.example, name)
        #expect(run.status == 0)
        #expect(run.lines.first?.hasPrefix("Lapajung (73.12.") == true)
        #expect(run.output.contains("certified − stations: −9 Prabowo–Sandi"))
    }

    @Test("show does not invent a region", arguments: ["73.13", "Atlantis", ""])
    func unknownUnit(name: String) async throws {
        let run = try await Command.run("show", Self.example, name)
        #expect(
            run
                == Command.Outcome(
                    status: 2,
                    output: "",
                    errors: "\(Self.example): unknown unit \"\(name)\"\n"
                )
        )
    }

    @Test("check says what was read and what is worth a look")
    func check() async throws {
        let run = try await Command.run("check", Self.example)
        #expect(run.status == 0)
        #expect(run.errors == "")
        try expectGolden(run.output, "check-soppeng-2019.txt")
    }

    @Test("a folder that is none is bad input", arguments: ["show", "check", "serve"])
    func noFolder(command: String) async throws {
        let run = try await Command.run(command, "nowhere")
        #expect(
            run
                == Command.Outcome(
                    status: 2,
                    output: "",
                    errors: "nowhere/election.yaml: there is no such file\n"
                )
        )
    }

    @Test("check names everything wrong at its place")
    func problems() async throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/f"
        let line = """
            cp -r \(Self.example) \(folder) && cd \(folder) && rm ppwp/certified.csv &&
            sed -i '3s/,122,/,12Z,/' stations.csv && sed -i 's/^law:.*/law: pemilu2019/' election.yaml &&
            sed -i '2s/73.12.04 73.12.07/73.12.04/' dprd-kabko/districts.csv && cd .. && "$PLENO" check f
            """
        let run = try await Command.shell(line)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(
            run.errors == """
                f/stations.csv: row 3, column "electorate_male": "12Z" is not a count; expected digits only, without \
                points or commas
                f/ppwp/certified.csv: there is no such file

                """
        )
    }
}
