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
            (["--from", example, "--whole", "--subdistrict", "73.12.08"], "--subdistrict cannot be given"),
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

@Suite("pleno rehearse --whole")
struct RehearseWholeTests {
    /// A folder of two subdistricts with two villages of two stations each.
    private func folder(_ scratch: borrowing Scratch) throws -> String {
        let subdistricts = ["73.12.01", "73.12.02"]
        let villages = subdistricts.flatMap { ["\($0).2001", "\($0).2002"] }
        func csv(_ name: String, _ lines: [String]) throws {
            _ = try scratch.file(name, lines.joined(separator: "\n") + "\n")
        }
        try csv(
            "regions.csv",
            ["code,name,kind", "73.12,Kecil,kabupaten"] + subdistricts.map { "\($0),Kec,kecamatan" }
                + villages.map { "\($0),Desa,desa" }
        )
        try csv(
            "stations.csv",
            ["village,station,electorate_male,electorate_female"]
                + villages.flatMap { ["\($0),1,101,110", "\($0),2,102,110"] }
        )
        try csv("pairs.csv", ["number,name,short_name,colour", "1,A,A,#112233", "2,B,B,#332211"])
        try csv("total.csv", ["region,stations,stations_blank,votes_1,votes_2", "\(villages[0]),,,1,2"])
        try csv(
            "districts.csv",
            ["number,name,seats,regions", "1,Kecil 1,3,73.12.01 73.12.02"]
        )
        let council = villages.enumerated().map { "\($1),,,\(150 + $0),\(90 - $0)" }
        try csv("council.csv", ["region,stations,stations_blank,votes_1,votes_2"] + council)
        let natures = ["regions", "stations", "pairs", "total", "districts", "council"].map { file in
            let nature = ["stations": "roll", "total": "reported", "council": "reported"][file] ?? "register"
            return "  \(file).csv: { nature: \(nature), source: { id: X, en: X } }"
        }
        try csv(
            "election.yaml",
            [
                "format: 1", "name: { id: Kecil, en: Small }", "date: 2019-04-17", "law: pemilu2019",
                "place: \"73.12\"", "regions: regions.csv", "stations: stations.csv", "ballots:",
                "  - { ballot: PPWP, contestants: pairs.csv, reported: total.csv }",
                "  - ballot: DPRD_KABKO", "    contestants: pairs.csv", "    districts: districts.csv",
                "    reported: council.csv", "files:",
            ] + natures
        )
        return scratch.path
    }

    /// The journal without its times and keys, which are made by chance.
    private func acts(_ office: String) async throws -> [[Substring]] {
        let run = try await Command.run("journal", office, "--format", "csv")
        return run.lines.map { line in
            line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset != 1 }.map(\.element)
        }.filter { !$0.contains("key-named") }
    }

    @Test(
        "of a council ends with the oath of its real seats, a complaint, and evidence that proves itself",
        .timeLimit(.minutes(5))
    )
    func council() async throws {
        let scratch = try Scratch()
        let place = try Scratch()
        let (office, site, bundle) = (place.path + "/office", place.path + "/site", place.path + "/bundle")
        let run = try await Command.run([
            "rehearse", office, "--from", try folder(scratch), "--whole", "--ballots", "DPRD_KABKO",
        ])
        #expect(run.errors == "" && run.status == 0)
        #expect(run.output.contains("cases closed: 1; determinations: 3; sworn in: 3"))
        #expect(try await Command.run("publish", office, site, "--keys", office + "-keys").status == 0)
        // 606 and 354 votes: 606, 354, 202.
        let script = "\(Command.repository.path)/verify/verify_record.py"
        let elected = try await Command.shell("python3 \(script) \(site) --elected DPRD_KABKO")
        #expect(elected.status == 0)
        #expect(elected.lines.dropFirst().map { $0.prefix(5) } == ["1,1,1", "1,1,2", "1,2,1"])
        let made = try await Command.run("bundle", site, "--case", "1", "--to", bundle)
        #expect(made.errors == "" && made.status == 0)
        let again = try await Command.run("bundle", site, "--case", "1", "--to", bundle)
        #expect(again.status == 2 && again.errors.contains("nothing is overwritten"))
        #expect(try await Command.run("bundle", site, "--case", "2", "--to", bundle + "2").status == 2)
        let contents = try String(contentsOf: URL(filePath: bundle + "/CONTENTS.txt"), encoding: .utf8)
        #expect(
            contents.contains("the certificate of plenary")
                && contents.contains("form DPRD_KABKO of station 73.12.0")
        )
        let checked = try await Command.run("bundle", bundle)
        #expect(checked.status == 0 && checked.output.contains("all of them proven to be in one record"))
        #expect(try await Command.shell("python3 \(script) \(bundle) --bundle").status == 0)
        // One digit of a figure is another.
        let piece = URL(filePath: bundle + "/001.json")
        let text = try String(contentsOf: piece, encoding: .utf8)
        try Data(text.replacing("73.12", with: "73.13").utf8).write(to: piece)
        #expect(try await Command.run("bundle", bundle).errors.contains("is not proven to be in the record"))
        #expect(try await Command.shell("python3 \(script) \(bundle) --bundle").status == 1)
    }

    @Test(
        "ends with every plenary certified; killed in a plenary, goes on as it would have; its record holds",
        .timeLimit(.minutes(5))
    )
    func whole() async throws {
        let scratch = try Scratch()
        let place = try Scratch()
        let words = ["--from", try folder(scratch), "--whole", "--seed", "5", "--ballots", "PPWP"]
        let (whole, broken) = (place.path + "/whole", place.path + "/broken")
        let run = try await Command.run(["rehearse", whole] + words)
        #expect(run.errors == "")
        #expect(run.status == 0)
        #expect(run.lines.first == "Rehearsal Kecil: 12 forms accepted, all of them as on paper")
        #expect(run.output.contains("re-votes: 4, 4 of them simulated"))
        #expect(run.output.contains("audit: 8 forms drawn by dice and read again"))
        #expect(run.output.contains("plenaries: 3, certificates: 3, all of them the sum of papers"))
        let objections = try #require(
            run.output.firstMatch(
                of: /objections: (\d+) accepted, (\d+) rejected, (\d+) deferred.*; corrections: (\d+)/
            )
        )
        #expect(objections.1 != "0" && objections.2 != "0" && objections.3 != "0" && objections.4 != "0")
        let again = try await Command.run(["rehearse", whole], environment: ["PLENO_LANG": "id"])
        #expect(again.output.contains("rapat pleno: 3, sertifikat: 3, semuanya jumlah kertas dan"))
        let site = try await RunningSite.start(
            ["rehearse", broken] + words + ["--port", "0", "--pace", "0.2"]
        )
        while try await !acts(broken).contains(where: { $0.contains("units-read") }) {
            try await Task.sleep(for: .milliseconds(100))
        }
        await site.crash()
        let known = try await acts(whole)
        let proposed = known.filter { $0.contains("revote-proposed") }
        #expect(proposed.count == 4 && proposed.allSatisfy { $0.last?.contains("(simulated)") ?? false })
        #expect(try await acts(broken).count < known.count)
        #expect(try await Command.run("rehearse", broken).status == 0)
        #expect(try await acts(broken) == known)
        let other = try await Command.run("rehearse", whole, "--subdistrict", "73.12.01")
        #expect(other.errors.contains("was begun with --whole"))
        let published = try await Command.run(
            "publish",
            whole,
            place.path + "/site",
            "--keys",
            whole + "-keys"
        )
        #expect(published.status == 0)
        let verified = try await Command.run("verify", place.path + "/site")
        #expect(verified.output.contains("everything holds"))
    }
}
