import Elections
import Testing

@testable import Exchange

@Suite("An import into a new folder")
struct NewFolderTests {
    @Test("takes published files as they are, with their nulls and placeholders")
    func published() async throws {
        let outcome = try await ImportFiles.published().run()
        #expect(
            outcome.actions == [.added, .added, .skipped(.nothingEntered), .added, .added],
            "in the order of the names"
        )
        let election = try #require(outcome.election)
        #expect(election.law == .pemilu2024)
        #expect(election.place.digits == "31")
        #expect(election.regions.stations.count == 5, "a station without figures is a station")
        let reading = try #require(election.contests.first?.readings.first)
        #expect(reading.id == "sirekap")
        #expect(reading.forms.count == 4)
        let full = try #require(reading.latest(ofStation: 1))
        let expected: [(Field, Int?, Comment)] = [
            (.votes(1), 80, "100025"), (.votes(2), 128, "100026"), (.votes(3), 27, "100027"),
            (.valid, 235, "suara_sah"), (.invalid, 0, "zero is a figure"), (.total, 235, "suara_total"),
            (.electorate(.permanent, .both), 283, "pemilih_dpt_j"), (.voters(.permanent, .male), 112, "l"),
            (.voters(.movedIn, .female), 3, "p"), (.voters(.special, .both), 4, "pengguna_non_dpt_j"),
            (.voters(.all, .both), 235, "pengguna_total_j"),
        ]
        for (field, figure, reason) in expected { #expect(reading.forms[full, field] == figure, reason) }
        // What a form says of its DPT is not the decreed one: the register waits for it.
        #expect(election.electorate[1] == Electorate(male: nil, female: nil))
        let votesOnly = try #require(reading.latest(ofStation: 0))
        #expect(reading.forms[votesOnly, .votes(1)] == 100)
        #expect(reading.forms[votesOnly, .valid] == nil, "null is not zero")
    }

    @Test(
        "takes every word for a vote or count",
        arguments: [
            ("null", .regular), ("\"Reguler\"", .regular), ("\"Pemungutan Suara Ulang\"", .revote),
            ("\"Pemungutan Suara Susulan\"", .postponed), ("\"Pemungutan Suara Lanjutan\"", .continued),
            ("\"Penghitungan Suara Ulang\"", .recount), ("\"Penghitungan Suara Susulan\"", .postponedCount),
            ("\"psu\"", .revote),
        ] as [(String, FormVersion)]
    )
    func versions(word: String, version: FormVersion) async throws {
        let files = ImportFiles(["7312011001001.json": ImportFiles.sirekap([1, 2, 3], psu: word)])
        let reading = try #require(try await files.run().election?.contests.first?.readings.first)
        #expect(reading.version(ofRow: 0) == version)
    }

    @Test("takes tables, plain or packed, with their names")
    func tables() async throws {
        let table = """
            kode_tps,kab,kec,desa,v1,v2,v3,pemilih_dpt_l,pemilih_dpt_p,suara_sah,suara_tidak_sah,suara_total,psu,ts
            7371011001001,kota-makassar,mariso,Bontorannu,10,20,3,60,70,33,1,34,,2024
            7371011001002,kota-makassar,mariso,Bontorannu,,,,50,55,,,,,2024
            7371011001001,kota-makassar,MARISO,Bontorannu,9,21,3,,,33,1,34,Pemungutan Suara Ulang,2024
            7371011001003,kota-makassar,mariso,Bontorannu,,,,,,,,,,2024

            """
        var files = ImportFiles(["t.csv": table])
        let plain = try await files.run()
        files.inputs = ["t.csv.gz": Samples.gzip(Array(table.utf8))]
        let packed = try await files.run()
        #expect(packed.files == plain.files)
        #expect(plain.actions == [.added, .added, .added, .skipped(.nothingEntered)])
        #expect(
            plain.files["regions.csv"] == """
                code,name,kind
                73,Sulawesi Selatan,provinsi
                73.71,Kota Makassar,kota
                73.71.01,Mariso,kecamatan
                73.71.01.1001,Bontorannu,kelurahan

                """
        )
        #expect(
            plain.files["stations.csv"] == """
                village,station,electorate_male,electorate_female
                73.71.01.1001,1,,
                73.71.01.1001,2,,
                73.71.01.1001,3,,

                """
        )
        #expect(
            plain.files["ppwp/readings-sirekap.csv"] == """
                village,station,electorate_dpt_male,electorate_dpt_female,votes_1,votes_2,votes_3,valid,invalid,\
                total,version
                73.71.01.1001,1,60,70,10,20,3,33,1,34,
                73.71.01.1001,1,,,9,21,3,33,1,34,psu
                73.71.01.1001,2,50,55,,,,,,,

                """
        )
    }

    @Test(
        "lies in the smallest region that contains every station",
        arguments: [
            (["7312011001001"], "7312011001"), (["7312011001001", "7312011002001"], "731201"),
            (["7312011001001", "7312021001001"], "7312"), (["7312011001001", "7313011001001"], "73"),
        ]
    )
    func place(codes: [String], place: String) async throws {
        let pairs = codes.map { ("\($0).json", ImportFiles.sirekap([1, 2, 3])) }
        let files = ImportFiles(Dictionary(uniqueKeysWithValues: pairs))
        #expect(try await files.run().election?.place.digits == place)
    }

    @Test(
        "takes tables in the shape of Situng",
        arguments: [
            ("village_code,station,01,02,valid,invalid,total", "", "the plain names"),
            ("kode_desa,tps,v1,v2,suara_sah,suara_tidak_sah,suara_total", "", "Indonesian names"),
            ("village,station,votes_1,votes_2,valid,invalid,total", "", "the names of an election folder"),
            (
                "village_code,station,office_01,office_02,office_valid,office_invalid,office_total",
                "office_", "a prefix"
            ),
            ("Kode_Desa,TPS,V1,V2,Suara_Sah,Suara_Tidak_Sah,Suara_Total", "", "capital letters"),
        ] as [(String, String, Comment)]
    )
    func situng(header: String, prefix: String, reason: Comment) async throws {
        let rows = "73.12.01.1001,1,60,40,100,2,102\n7312011001,2,50,30,80,1,81\n"
        var files = ImportFiles(["t.csv": "\(header)\n\(rows)"], source: .situng)
        files.prefix = prefix
        let outcome = try await files.run()
        #expect(outcome.election?.law == .pemilu2019, reason)
        #expect(
            outcome.files["ppwp/readings-situng.csv"] == """
                village,station,votes_1,votes_2,valid,invalid,total
                73.12.01.1001,1,60,40,100,2,102
                73.12.01.1001,2,50,30,80,1,81

                """,
            reason
        )
    }

    @Test("takes of several readings the one that is asked for, and the roll beside it")
    func prefix() async throws {
        var files = ImportFiles(
            [
                "t.csv": """
                village_code,subdistrict,village,station,roll_male,roll_female,pengguna_j,a_01,a_02,a_valid,b_01,b_02
                73.12.01.1001,Utara,Bila,1,55,65,103,60,40,100,61,41

                """
            ],
            source: .situng
        )
        files.prefix = "a_"
        let outcome = try await files.run()
        #expect(
            outcome.files["ppwp/readings-situng.csv"] == """
                village,station,voters_all_total,votes_1,votes_2,valid,invalid,total
                73.12.01.1001,1,103,60,40,100,,

                """
        )
        #expect(outcome.files["stations.csv"]?.hasSuffix("73.12.01.1001,1,55,65\n") == true)
        #expect(outcome.files["regions.csv"]?.contains("73.12.01.1001,Bila,kelurahan\n") == true)
    }

    @Test("makes no folder of forms without a figure")
    func nothing() async throws {
        let files = ImportFiles(["7312011001001.json": #"{"chart":{"null":null},"administrasi":null}"#])
        let outcome = try await files.run()
        #expect(outcome.plan.changesNothing)
        #expect(outcome.files.isEmpty)
    }
}
