import Foundation
import Glibc
import Testing

@Suite("pleno rehearse")
struct RehearseTests {
    private static let example = "Examples/soppeng-2019"
    /// The smallest subdistrict, with two ballots: 56 forms.
    private static let words = [
        "--from", example, "--subdistrict", "73.12.08", "--ballots", "PPWP,DPRD_KABKO", "--seed", "7",
        "--errors", "40",
    ]

    private func rehearse(_ office: String, _ more: [String] = []) async throws -> Command.Outcome {
        try await Command.run(["rehearse", office] + Self.words + more)
    }

    /// The journal without its times: who asked, under which name, for what.
    private func acts(_ office: String) async throws -> [[Substring]] {
        let run = try await Command.run("journal", office, "--format", "csv")
        #expect(run.status == 0)
        return run.lines.map { line in
            line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset != 1 }.map(\.element)
        }
    }

    @Test("plays a subdistrict's count: every form accepted as on paper, everything forbidden refused")
    func plays() async throws {
        let scratch = try Scratch()
        let office = scratch.path + "/practice"
        let run = try await rehearse(office)
        #expect(run.errors == "")
        #expect(run.status == 0)
        #expect(run.lines.first == "Rehearsal Citta: 56 forms accepted, all of them as on paper")
        let refused = try #require(run.output.firstMatch(of: /tried this time: (\d+), all of them refused/))
        #expect(try #require(Int(refused.1)) >= 10)
        let verified = try await Command.run("verify", office)
        #expect(verified.status == 0)
        #expect(verified.output.contains("56 forms: everything holds"))
        let acts = try await acts(office)
        #expect(Set(acts.map { $0[1] }).isSuperset(of: (1...6).map { "typist-\($0)" }))
        #expect(acts.contains { $0[1] == "resolver-1" } && acts.contains { $0[1] == "supervisor-1" })
        let checked = try await Command.run("check", office)
        #expect(checked.status == 0)
        #expect(checked.output.contains("PPWP desk: "))
        let shown = try await Command.run("show", office)
        #expect(shown.output.contains("SIMULATED FIGURES"))
        #expect(shown.output.hasPrefix("Rehearsal: "))
    }

    @Test("publishes what any office does under a rehearsal's key, and never who typed or who stands")
    func publishes() async throws {
        let scratch = try Scratch()
        let (office, site) = (scratch.path + "/practice", scratch.path + "/site")
        #expect(try await rehearse(office).status == 0)
        let published = try await Command.run("publish", office, site, "--keys", office + "-keys")
        #expect(published.errors == "")
        #expect(published.output.contains("signed by localhost/practice/rehearsal/record+"))
        let verified = try await Command.run("verify", site)
        #expect(verified.status == 0)
        #expect(verified.output.contains("everything holds"))
        let files = try #require(FileManager.default.enumerator(atPath: site)?.allObjects as? [String])
        let record = files.reduce(into: Data()) { bytes, file in
            bytes += FileManager.default.contents(atPath: site + "/" + file) ?? Data()
        }
        #expect(record.range(of: Data("forms-taken".utf8)) != nil)
        for secret in ["typist-", "resolver-", "supervisor-", "form-entered", "slips per thousand"] {
            #expect(record.range(of: Data(secret.utf8)) == nil, "\(secret)")
        }
        let journal = try #require(FileManager.default.contents(atPath: office + "/journal.sqlite"))
        for name in ["Widodo", "Amin", "Prabowo", "Sandi", "Jokowi"] {
            #expect(record.range(of: Data(name.utf8)) == nil, "\(name)")
            #expect(journal.range(of: Data(name.utf8)) == nil, "\(name)")
        }
    }

    @Test(
        "killed while it is served, goes on as it would have, and is finished once",
        .timeLimit(.minutes(5))
    )
    func goesOn() async throws {
        let scratch = try Scratch()
        let (whole, broken) = (scratch.path + "/whole", scratch.path + "/broken")
        #expect(try await rehearse(whole).status == 0)
        // Too slow to be over before it is killed, however busy the machine is.
        let site = try await RunningSite.start(
            ["rehearse", broken] + Self.words + ["--port", "0", "--pace", "1"]
        )
        let page = try await site.get("/en/")
        #expect(page.contains("Rehearsal: General election 2019, Soppeng Regency"))
        #expect(page.contains("This office is a rehearsal, not the KPU"))
        while try await acts(broken).count(where: { $0.contains("form-entered") }) < 5 {
            try await Task.sleep(for: .milliseconds(200))
        }
        await site.crash()
        #expect(try await acts(broken).count < (try await acts(whole).count))
        #expect(try await rehearse(broken).status == 0)
        let known = try await acts(whole)
        // The keys are made by chance, and nothing else.
        #expect(
            try await acts(broken).filter { !$0.contains("key-named") }
                == known.filter { !$0.contains("key-named") }
        )
        let again = try await Command.run("rehearse", broken)
        #expect(again.status == 0)
        #expect(again.output.contains("56 forms accepted"))
        #expect(try await acts(broken).count == known.count)
    }

    @Test("serves what it came to until it is asked to stop")
    func serves() async throws {
        let scratch = try Scratch()
        let office = scratch.path + "/practice"
        #expect(try await rehearse(office).status == 0)
        let site = try await RunningSite.start(["rehearse", office, "--port", "0"])
        #expect(try await site.get("/en/").contains("Pasangan 1"))
        let stopped = try await site.stop(SIGTERM)
        #expect(stopped.status == 0)
        #expect(stopped.errors == "")
    }

    @Test("touches no other office, and goes on with nothing else than it began")
    func others() async throws {
        let scratch = try Scratch()
        let (office, folder) = (scratch.path + "/office", scratch.path + "/practice")
        #expect(try await Command.run("new", office, "--from", Self.example).status == 0)
        let before = try await Command.run("verify", office)
        let other = try await rehearse(office)
        #expect(other.status == 2)
        #expect(other.errors.contains("no rehearsal that pleno rehearse began"))
        #expect(try await Command.run("verify", office) == before)
        #expect(!FileManager.default.fileExists(atPath: office + "-keys"))
        #expect(try await rehearse(folder).status == 0)
        let seed = try await Command.run("rehearse", folder, "--seed", "8")
        #expect(seed.status == 2)
        #expect(seed.errors.contains("was begun with --subdistrict 73.12.08"))
        #expect(try await rehearse(scratch.path).errors.contains("there is something already"))
    }

    @Test(
        "bad words are refused with what is expected, and leave nothing behind",
        arguments: [
            ([], "say with --from"),
            (["--from", "nowhere"], "nowhere"),
            (["--from", example, "--subdistrict", "x"], "expected a code such as"),
            (["--from", example, "--subdistrict", "73.12"], "no subdistrict of this election"),
            (["--from", example, "--ballots", "PPWP,X"], "expected some of PPWP"),
            (["--from", example, "--ballots", "DPD"], "DPD: not in this election"),
            (["--from", example, "--seed", "-1"], "seed"),
            (["--from", example, "--errors", "201"], "expected 0 to 200"),
            (["--from", example, "--pace", "3601"], "expected 0 to 3600"),
            (["--from", example, "--port", "65536"], "expected a number from 0 to 65535"),
        ] as [([String], String)]
    )
    func usage(words: [String], expected: String) async throws {
        let scratch = try Scratch()
        let run = try await Command.run(["rehearse", scratch.path + "/o"] + words)
        #expect(run.status == 2)
        #expect(run.errors.contains(expected), "\(run.errors)")
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(left.filter { $0.hasPrefix("o") } == [])
    }

    @Test("lies in no database")
    func directory() async throws {
        let run = try await Command.run(
            "rehearse",
            "postgresql://db.example/pleno?office=practice",
            "--from",
            Self.example
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("expected a directory"))
    }
}
