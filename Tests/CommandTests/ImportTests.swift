import Foundation
import Testing

@Suite("pleno import")
struct ImportTests {
    private static let published = "Tests/Fixtures/sirekap"
    private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    /// Forms of two stations of the example; the second differs from the office's reading in one figure.
    private static let situng = """
        village_code,station,office_01,office_02,office_valid,office_invalid,office_total
        73.12.01.1001,1,118,78,196,3,199
        73.12.01.1001,2,125,87,211,1,212
        73.12.99.1001,1,1,2,3,0,3

        """

    @Test("makes a folder of published files, which pleno check then reads")
    func newFolder() async throws {
        let scratch = try Scratch()
        let folder = scratch.path + "/jakarta"
        let run = try await Command.run("import", "sirekap", Self.published, "--into", folder)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(
            scratch.shortened(run.output) == """
                file                                       station            action   reason
                Tests/Fixtures/sirekap/3173011001008.json  31.73.01.1001-008  skipped  no figure is entered

                4  added
                1  skipped                       no figure is entered
                5  forms in all files
                5  stations new in the register
                Written in jakarta: regions.csv, stations.csv, ppwp/contestants.csv, ppwp/readings-sirekap.csv, \
                election.yaml

                """
        )
        let check = try await Command.run("check", folder)
        #expect(check.status == 0)
        #expect(check.output.contains("4 files read, nothing wrong with them."))
        #expect(check.output.contains("A10   PPWP sirekap      3       1"), "896 women of 96")
        #expect(check.output.contains("2 of 5 stations are not complete"))
        #expect(
            scratch.text("jakarta/election.yaml").contains("name:\n  id: Pemilihan Umum 2024, DKI Jakarta\n")
        )
    }

    @Test("changes nothing the second time")
    func again() async throws {
        let scratch = try Scratch()
        let words = ["import", "sirekap", Self.published, "--into", scratch.path + "/f"]
        _ = try await Command.run(words)
        let before = try await Command.shell(
            "cd \(scratch.path)/f && find . -type f | sort | xargs sha256sum"
        )
        let run = try await Command.run(words)
        #expect(run.status == 0)
        #expect(
            run.output.hasSuffix(
                """

                4  skipped             already there
                1  skipped             no figure is entered
                5  forms in all files

                Nothing changes.

                """
            )
        )
        let after = try await Command.shell("cd \(scratch.path)/f && find . -type f | sort | xargs sha256sum")
        #expect(before.lines.count == 5)
        #expect(after == before)
    }

    @Test("says in a preview what would be done, and writes nothing")
    func preview() async throws {
        let scratch = try Scratch()
        let words = ["import", "sirekap", Self.published, "--into", scratch.path + "/f", "--preview"]
        let run = try await Command.run(words)
        #expect(run.status == 0)
        #expect(run.output.contains("Preview: nothing was written. To be written in "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
        let csv = try await Command.run(words + ["--format", "csv"])
        #expect(
            csv.output == """
                file,row,station,version,action,reason
                \(Self.published)/3101011001008.json,,31.01.01.1001-008,reguler,added,
                \(Self.published)/3101011001016.json,,31.01.01.1001-016,reguler,added,
                \(Self.published)/3173011001008.json,,31.73.01.1001-008,reguler,skipped,no figure is entered
                \(Self.published)/3173011002146.json,,31.73.01.1002-146,reguler,added,
                \(Self.published)/3173011002218.json,,31.73.01.1002-218,reguler,added,

                """
        )
        let json = try await Command.run(words + ["--format", "json"])
        #expect(
            json.output.hasPrefix(
                #"[{"file":"Tests/Fixtures/sirekap/3101011001008.json","row":null,"station":"31.01.01.1001-008","#
                    + #""version":"reguler","action":"added","reason":""}"#
            )
        )
    }

    @Test("goes beside the readings of the example, with every form accounted for")
    func example() async throws {
        let scratch = try Scratch()
        _ = try scratch.file("t.csv", Self.situng)
        let folder = scratch.path + "/f"
        let run = try await Command.shell(
            "cp -r Examples/soppeng-2019 \(folder) && cd \(scratch.path) && "
                + "\"$PLENO\" import situng t.csv --prefix office_ --into f"
        )
        #expect(
            run.output == """
                file     station            action   reason
                t.csv:4  73.12.99.1001-001  skipped  village not in the register

                2  added
                1  skipped             village not in the register
                3  forms in all files
                Written in f: ppwp/readings-situng.csv, election.yaml

                """
        )
        let check = try await Command.run("check", folder)
        #expect(check.status == 0)
        #expect(check.output.contains("14 files read"))
        let diff = try await Command.shell("diff Examples/soppeng-2019/election.yaml \(folder)/election.yaml")
        #expect(diff.lines.filter { $0.hasPrefix("<") }.isEmpty, "no line of the person's is changed")
        #expect(diff.lines.filter { $0.hasPrefix(">") }.count == 10)
    }

    @Test("leaves figures that are there alone, unless told to replace them")
    func conflict() async throws {
        let scratch = try Scratch()
        let file = try scratch.file("t.csv", Self.situng)
        let folder = scratch.path + "/f"
        _ = try await Command.shell("cp -r Examples/soppeng-2019 \(folder)")
        let words = [
            "import", "situng", file, "--prefix", "office_", "--into", folder, "--reading", "office",
        ]
        let kept = try await Command.run(words)
        #expect(kept.output.contains("t.csv:3  73.12.01.1001-002  conflict, skipped  votes_2 86 → 87"))
        #expect(kept.output.hasSuffix("Nothing changes.\n"))
        let replaced = try await Command.run(words + ["--replace"])
        #expect(replaced.output.hasSuffix("Written in \(folder): ppwp/readings-office.csv\n"))
        let diff = try await Command.shell("diff -r Examples/soppeng-2019 \(folder)")
        #expect(
            diff.lines.dropFirst(2) == [
                "< 73.12.01.1001,2,125,86,211,1,212,", "---", "> 73.12.01.1001,2,125,87,211,1,212,",
            ]
        )
    }

    @Test(
        "takes nothing of files with anything wrong in them, and says all of it",
        arguments: [
            (
                "en",
                """
                s/7312011001002.json: line 1: the JSON ends in the middle; copy the file again to its end
                s/7312011001003.json: "chart.100026": "12a" is not a count; expected digits only, without points or commas
                s/t.csv: row 3, column "desa": station 73.12.01.1002-001 is in village Bila already (row 2); \
                expected in one village only

                """
            ),
            (
                "id",
                """
                s/7312011001002.json: baris 1: berkas JSON terpotong; salin ulang sampai selesai
                s/7312011001003.json: "chart.100026": "12a" bukan bilangan cacah; tulis angka saja, tanpa titik atau koma
                s/t.csv: baris 3, kolom "desa": TPS 73.12.01.1002-001 sudah ada di desa Bila (baris 2); \
                satu TPS hanya di satu desa

                """
            ),
        ]
    )
    func badFiles(language: String, expected: String) async throws {
        let scratch = try Scratch()
        _ = try await Command.shell(
            """
            mkdir \(scratch.path)/s && cd \(scratch.path)/s
            cp \(Command.repository.path)/\(Self.published)/3101011001016.json 7312011001001.json
            head -c 700 7312011001001.json > 7312011001002.json
            sed 's/"100026": 128/"100026": "12a"/' 7312011001001.json > 7312011001003.json
            printf 'kode_tps,desa,v1,v2,v3\\n7312011002001,Bila,1,2,3\\n7312011002001,Lapa,1,2,3\\n' > t.csv
            """
        )
        let run = try await Command.run(
            ["import", "sirekap", scratch.path + "/s", "--into", scratch.path + "/f"],
            environment: ["PLENO_LANG": language]
        )
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(scratch.shortened(run.errors) == expected)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/f"))
    }

    @Test(
        "asks a person at a terminal, and takes no for an answer",
        .enabled(if: hasTerminal),
        arguments: [("y", true), ("ya", true), ("n", false), ("", false)]
    )
    func asks(answer: String, isTaken: Bool) async throws {
        let scratch = try Scratch()
        let run = try await Command.shell(
            "echo '\(answer)' | script -qec '\"$PLENO\" import sirekap \(Self.published) --into \(scratch.path)/f' "
                + "/dev/null"
        )
        #expect(run.output.contains("Take over into \(scratch.path)/f? [y/N] "))
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/f/election.yaml") == isTaken)
        #expect(run.output.contains("Nothing was taken over.") == !isTaken)
    }

    @Test(
        "refuses what means nothing",
        arguments: [
            (["import", "sirekap", "x"], "--into", "no folder"),
            (["import", "sirekap", "--into", "x"], "dir|file", "no files"),
            (
                ["import", "sirekap", "x", "--into", "f", "--reading", "../x"], "--reading",
                "a path for a name"
            ),
            (
                ["import", "sirekap", "x", "--into", "f", "--law", "pemilu1955"], "--law",
                "a law nobody knows"
            ),
            (
                ["import", "sirekap", "x", "--into", "f", "--prefix", "a_"], "--prefix",
                "tables of Situng only"
            ),
            (
                ["import", "sirekap", "nowhere", "--into", "f"], "nowhere: there is no such file",
                "no such file"
            ),
        ] as [([String], String, Comment)]
    )
    func usage(words: [String], expected: String, reason: Comment) async throws {
        let run = try await Command.run(words)
        #expect(run.status == 2, reason)
        #expect(run.errors.contains(expected), reason)
    }

    @Test("shows its help", arguments: [["import"], ["import", "sirekap"], ["import", "situng"]])
    func help(words: [String]) async throws {
        let help = try await Command.run(words + ["--help"])
        #expect(help.status == 0)
        #expect(help.lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE:") } == [])
        try expectGolden(help.output, "help-\(words.joined(separator: "-")).txt")
    }
}
