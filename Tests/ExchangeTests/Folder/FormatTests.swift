import Elections
import Testing

@testable import Exchange

@Suite("What a folder can say")
struct FormatTests {
    private static let lists = """
        district,party,number,title_before,name,title_after,sex
        1,1,1,Hj. A.,Wardah,S.E.,P
        1,1,3,,Ismail,,L
        1,4,1,,Mappa,,
        2,1,1,,Rusly,,L

        """

    @Test("candidates by list, with titles and gaps; a party without rows has an empty list")
    func candidates() async throws {
        let snapshot = try await TinyFolder(.candidates(Self.lists)).read()
        let contest = try #require(snapshot.result(of: .regencyCouncil)).contest
        #expect(contest.lists.map(\.district) == [1, 1, 2])
        #expect(contest.listNumbers(of: 1, in: 1) == [1, 3])
        #expect(contest.listNumbers(of: 4, in: 2) == [])
        let first = contest.lists[0].candidates[0]
        #expect(first.name.full == "Hj. A. Wardah, S.E.")
        #expect(contest.lists.flatMap(\.candidates).map(\.sex) == [.female, .male, nil, .male])
    }

    @Test("forms with every part, candidates and all")
    func forms() async throws {
        let header =
            "village,station,version,votes_1,party_1,candidate_1_1,candidate_1_3,votes_4,valid,invalid,total,"
            + "voters_dpt_male,papers_received,signed_members,note\n"
        let folder = TinyFolder.Change.each([
            .candidates(Self.lists),
            .councilForms(
                header + "73.12.01.1001,1,,10,2,5,3,7,17,1,18,9,,7,wet\n"
                    + "73.12.01.1001,1,psu,11,2,6,3,7,18,0,18,,20,,\n"
            ),
        ])
        let contest = try #require(try await TinyFolder(folder).read().result(of: .regencyCouncil)).contest
        let reading = contest.readings[0]
        #expect(reading.forms.count == 2)
        #expect(reading.version(ofRow: 1) == .revote)
        #expect(reading.forms[0, .candidateVotes(1, 3)] == 3)
        #expect(reading.forms[0, .voters(.permanent, .male)] == 9)
        #expect(reading.forms[1, .voters(.permanent, .male)] == nil)
        #expect(reading.forms[1, .papers(.received)] == 20)
        #expect(reading.forms[0, .signatures(.members)] == 7)
        #expect(contest.formInForce(atStation: 0)?.row == 1)
    }

    @Test("other spellings of a region, between semicolons")
    func aliases() async throws {
        let regions = try await TinyFolder(
            .text(
                "regions.csv",
                "code,name,kind,aliases\n73,Selatan,provinsi,\n73.12,Kecil,kabupaten,\n"
                    + "73.12.01,Utara,kecamatan, UTARA RAYA ;;Lili-Raja\n73.12.01.1001,Bila,desa,\n"
                    + "73.12.01.1002,Lapa,kelurahan,\n73.12.02,Timur,kecamatan,\n73.12.02.1001,Mano,desa,\n"
            )
        ).read().election.regions
        let code = try RegionCode(parsing: "73.12.01")
        #expect(regions[code]?.aliases == ["UTARA RAYA", "Lili-Raja"])
        #expect(regions.named("lili raja").map(\.code) == [code])
    }

    @Test("the only ballots of a station, and what follows: nobody waits for its other forms")
    func ballots() async throws {
        let change = TinyFolder.Change.each([
            .replace("stations.csv", "electorate_female\n", with: "electorate_female,ballots\n"),
            .replace("stations.csv", ",100,110\n", with: ",100,110,\n"),
            .replace("stations.csv", ",90,95\n", with: ",90,95,PPWP DPD\n"),
            .replace("stations.csv", ",80,\n", with: ",80,,\n"),
            .replace("stations.csv", ",70,75\n", with: ",70,75,DPD\n"),
            // The council's ballot is at one station of the first village and at none of the last.
            .replace("reported.csv", "1001,2,0", with: "1001,1,0"),
            .replace("reported.csv", "73.12.02.1001,1,0", with: "73.12.02.1001,0,0"),
        ])
        let snapshot = try await TinyFolder(change).read()
        #expect(snapshot.election.limitedBallots == [1: [.president, .senate], 3: [.senate]])
        let all = try #require(snapshot.figures(of: .president, in: try RegionCode(parsing: "73.12")))
        #expect((all.counted, all.stations) == (3, 3))
        let council = try #require(
            snapshot.figures(of: .regencyCouncil, in: try RegionCode(parsing: "73.12"))
        )
        #expect((council.counted, council.stations) == (2, 2))
    }

    @Test("a single pair and the blank column beside it")
    func blankColumn() async throws {
        let snapshot = try await TinyFolder(
            .text(
                "pairs.csv",
                "number,name,short_name,colour,kind\n1,Satu – Dua,Satu,#112233,pair\n"
                    + "2,Kolom kosong,Kosong,#aabbcc,blank\n"
            )
        ).read()
        let kinds = snapshot.result(of: .president)?.contest.contestants.map(\.kind)
        #expect(kinds == [.pair, .blank])
        #expect(snapshot.result(of: .regencyCouncil)?.contest.contestants.map(\.kind) == [.party, .party])
    }

    @Test("certified figures of a station, and further columns of a certificate")
    func certified() async throws {
        let snapshot = try await TinyFolder(
            .text(
                "certified.csv",
                "region,station,votes_1,votes_2,valid\n73.12.01.1001,,110,75,185\n73.12.01.1001,2,50,31,\n"
            )
        ).read()
        let certified = try #require(snapshot.result(of: .president)?.contest.certified)
        let village = try RegionCode(parsing: "73.12.01.1001")
        #expect(certified.hasStations)
        let station = try #require(certified.row(of: StationCode(village: village, number: 2)))
        #expect(certified.forms[station, .votes(2)] == 31)
        #expect(certified.forms[try #require(certified.row(of: village)), .valid] == 185)
        // The form says 30, its column 31.
        let broken = Findings(snapshot).list.filter { $0.check.code == "P11" }
        #expect(broken.map(\.subject) == [.form(.president, reading: 0, row: 1, station: 1)])
    }

    @Test("decisions on open rules")
    func decisions() async throws {
        let snapshot = try await TinyFolder(
            .decision("  - { rule: party-tie, reading: plenary, basis: { id: BA 3, en: minutes 3 } }\n")
        ).read()
        let election = snapshot.election
        #expect(election.decisions.map(\.rule) == [.partyTie])
        let rule = try #require(election.law.partyTie)
        #expect(election.value(of: rule, .partyTie) == .plenary)
    }

    @Test("the digest of a signed file: held, or a finding when the file has changed")
    func digests() async throws {
        let described = "{ nature: certified, source: { id: C, en: C } }"
        func signed(_ digest: String) -> TinyFolder.Change {
            .replace(
                "election.yaml",
                described,
                with: "{ nature: certified, source: { id: C, en: C }, sha256: \(digest) }"
            )
        }
        let zeros = String(repeating: "0", count: 64)
        let wrong = try await TinyFolder(signed(zeros)).read()
        let file = try #require(wrong.election.files.first { $0.path == "certified.csv" })
        let found = try #require(file.signature?.found)
        #expect(file.signature == SourceFile.Signature(signed: zeros, found: found))
        #expect(
            Findings(wrong).list.filter { $0.check.code == "R06" }.map(\.subject) == [.file("certified.csv")]
        )
        let right = try await TinyFolder(signed(found)).read()
        #expect(right.election.files.compactMap(\.signature).map(\.holds) == [true])
        #expect(Findings(right).list.allSatisfy { $0.check.code != "R06" })
        let changed = try await TinyFolder(.each([signed(found), .append("certified.csv", "\n")])).read()
        #expect(changed.election.files.compactMap(\.signature).map(\.holds) == [false])
    }
}
