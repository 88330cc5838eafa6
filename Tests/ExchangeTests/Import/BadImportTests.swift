import Elections
import Testing

@testable import Exchange

@Suite("Files that are not taken over")
struct BadImportTests {
    private static let form = "7312011001001.json"
    private static let good = ImportFiles.sirekap([10, 20, 30])

    private static func replaced(_ old: String, _ new: String) -> [String: String] {
        [form: good.replacing(old, with: new)]
    }

    @Test(
        "of Sirekap's JSON",
        arguments: [
            ImportCase(
                "cut in the middle",
                [form: String(good.prefix(60))],
                Problem(form, 1, nil, .notJSON(.cut))
            ),
            ImportCase("empty", [form: ""], Problem(form, 1, nil, .notJSON(.cut))),
            ImportCase(
                "a page that says there is no such file",
                [form: "<!DOCTYPE html>"],
                Problem(form, 1, nil, .notJSON(.unexpected(byte: 0)))
            ),
            ImportCase("a list", [form: "[]"], Problem(form, nil, nil, .malformed("", expected: .mapping))),
            ImportCase(
                "another file of the same server",
                [form: #"{"731201": "Marioriwawo"}"#],
                Problem(form, nil, "chart", .keyMissing),
                Problem(form, nil, "administrasi", .keyMissing)
            ),
            ImportCase(
                "a name that is no station",
                ["7312011001.json": good],
                Problem("7312011001.json", nil, nil, .malformed("7312011001.json", expected: .stationCode))
            ),
            ImportCase(
                "station zero",
                ["7312011001000.json": good],
                Problem(
                    "7312011001000.json",
                    nil,
                    nil,
                    .malformed("7312011001000.json", expected: .stationCode)
                )
            ),
            ImportCase(
                "a pair that did not stand",
                replaced("100027", "100028"),
                Problem(form, nil, "chart.100028", .unknown("100028", of: .key))
            ),
            ImportCase(
                "a figure in the place that never has one",
                replaced("\"null\": null", "\"null\": 7"),
                Problem(form, nil, "chart.null", .unknown("null", of: .key))
            ),
            ImportCase(
                "a figure nobody knows",
                replaced("suara_sah", "suara_syah"),
                Problem(form, nil, "administrasi.suara_syah", .unknown("suara_syah", of: .key))
            ),
            ImportCase(
                "every kind of figure that is no count, all at once",
                [
                    form: #"""
                    {"chart": {"null": null, "100025": "12a", "100026": -1, "100027": 1.5},
                     "administrasi": {"suara_sah": 1e3, "suara_total": 1000000000, "suara_tidak_sah": true,
                                      "pemilih_dpt_j": [], "pemilih_dpt_l": {"j": 1}, "pemilih_dpt_p": "12"}}
                    """#
                ],
                Problem(form, nil, "chart.100025", .notACount("12a")),
                Problem(form, nil, "chart.100026", .negative("-1")),
                Problem(form, nil, "chart.100027", .notACount("1.5")),
                Problem(form, nil, "administrasi.suara_sah", .notACount("1e3")),
                Problem(
                    form,
                    nil,
                    "administrasi.suara_total",
                    .tooLarge("1000000000", limit: FormTable.largest)
                ),
                Problem(form, nil, "administrasi.suara_tidak_sah", .notACount("true")),
                Problem(form, nil, "administrasi.pemilih_dpt_j", .notACount("[…]")),
                Problem(form, nil, "administrasi.pemilih_dpt_l", .notACount("{…}")),
                Problem(form, nil, "administrasi.pemilih_dpt_p", .notACount("\"12\""))
            ),
            ImportCase(
                "a chart that is a list",
                [form: #"{"chart": [1, 2, 3], "administrasi": null}"#],
                Problem(form, nil, "chart", .malformed("[…]", expected: .mapping))
            ),
            ImportCase(
                "one figure under two names",
                [form: #"{"chart": null, "administrasi": {"pengguna_dpk_j": 1, "pengguna_non_dpt_j": 2}}"#],
                Problem(
                    form,
                    nil,
                    "administrasi",
                    .columnsExclude(["pengguna_dpk_j", "pengguna_non_dpt_j"])
                )
            ),
            ImportCase(
                "a vote of another kind",
                replaced("\"psu\": null", "\"psu\": \"Pilkades\""),
                Problem(
                    form,
                    nil,
                    "psu",
                    .malformed("Pilkades", expected: .oneOf(ImportSource.versionWords))
                )
            ),
            ImportCase(
                "larger than any form",
                [form: String(repeating: " ", count: 1_048_577)],
                Problem(form, nil, nil, .tooLong(limit: 1_048_576))
            ),
            ImportCase(
                "a form twice with other figures",
                ["a/\(form)": good, "b/\(form)": ImportFiles.sirekap([11, 20, 30])],
                Problem(
                    "b/\(form)",
                    nil,
                    nil,
                    .misfit(.formsDiffer("73.12.01.1001-001", file: "a/\(form)", row: nil))
                )
            ),
            ImportCase(
                "every file has its say",
                [form: "{", "7312011001002.json": "}", "7312011001003.json": good],
                Problem(form, 1, nil, .notJSON(.cut)),
                Problem("7312011001002.json", 1, nil, .notJSON(.unexpected(byte: 0)))
            ),
            ImportCase(
                "stations of two provinces",
                [form: good, "3101011001001.json": good],
                Problem("into", nil, nil, .misfit(.severalProvinces(["DKI Jakarta", "Sulawesi Selatan"])))
            ),
            ImportCase("no files", ["README.txt": ""], Problem("in", nil, nil, .nothingToImport)),
        ]
    )
    func sirekapFiles(row: ImportCase) async throws {
        let found = try await ImportFiles(row.files).problems()
        #expect(found == row.problems, "found \(found)")
    }

    private static let header = "kode_tps,kab,kec,desa,v1,v2,v3,suara_sah\n"

    private static func table(_ rows: String) -> [String: String] { ["t.csv": header + rows] }

    @Test(
        "of Sirekap's tables",
        arguments: [
            ImportCase(
                "figures that are no counts",
                table("7312011001001,a,b,c,12a,-1,1.5,4\n"),
                Problem("t.csv", 2, "v1", .notACount("12a")),
                Problem("t.csv", 2, "v2", .negative("-1")),
                Problem("t.csv", 2, "v3", .notACount("1.5"))
            ),
            ImportCase(
                "a code cut by a spreadsheet, and none",
                table("7.31201E+12,a,b,c,1,2,3,6\n,a,b,c,1,2,3,6\n"),
                Problem("t.csv", 2, "kode_tps", .malformed("7.31201E+12", expected: .stationCode)),
                Problem("t.csv", 3, "kode_tps", .emptyCell)
            ),
            ImportCase(
                "a station in two villages",
                table("7312011001001,a,b,Bila,1,2,3,6\n7312011001001,a,b,Lapa,1,2,3,6\n"),
                Problem(
                    "t.csv",
                    3,
                    "desa",
                    .misfit(.stationInTwoVillages("73.12.01.1001-001", other: "Bila", row: 2))
                )
            ),
            ImportCase(
                "a village under two names",
                table("7312011001001,a,b,Bila,1,2,3,6\n7312011001002,a,b,Lapa,1,2,3,6\n"),
                Problem("t.csv", 3, "desa", .contradiction("Lapa", expected: "Bila", row: 2))
            ),
            ImportCase(
                "a village under two codes",
                table("7312011001001,a,b,Bila,1,2,3,6\n7312011002001,a,b,bila,1,2,3,6\n"),
                Problem(
                    "t.csv",
                    3,
                    "kode_tps",
                    .contradiction("73.12.01.1002 bila", expected: "73.12.01.1001", row: 2)
                )
            ),
            ImportCase(
                "a subdistrict under two codes",
                table("7312011001001,a,b,Bila,1,2,3,6\n7312021001001,a,b,Lapa,1,2,3,6\n"),
                Problem("t.csv", 3, "kode_tps", .contradiction("73.12.02 b", expected: "73.12.01", row: 2))
            ),
            ImportCase(
                "a form twice with other figures",
                table("7312011001001,a,b,c,1,2,3,6\n7312011001001,a,b,c,1,2,4,6\n"),
                Problem("t.csv", 3, "kode_tps", .misfit(.formsDiffer("73.12.01.1001-001", file: "", row: 2)))
            ),
            ImportCase(
                "a village another file calls otherwise",
                [
                    "a.csv": header + "7312011001001,a,b,Bila,1,2,3,6\n",
                    "b.csv": header + "7312011001002,a,b,Lapa,1,2,3,6\n",
                ],
                Problem(
                    "b.csv",
                    2,
                    "desa",
                    .misfit(.otherFileDiffers("Lapa", expected: "Bila", file: "a.csv", row: 2))
                )
            ),
            ImportCase(
                "another table",
                ["t.csv": "party,votes\nA,1\n"],
                Problem("t.csv", 1, "kode_tps", .columnMissing(found: ["party", "votes"])),
                Problem(
                    "t.csv",
                    1,
                    nil,
                    .columnsMissing(anyOf: ["v1", "votes_1"], found: ["party", "votes"])
                ),
                Problem(
                    "t.csv",
                    1,
                    nil,
                    .columnsMissing(anyOf: ["v2", "votes_2"], found: ["party", "votes"])
                ),
                Problem(
                    "t.csv",
                    1,
                    nil,
                    .columnsMissing(anyOf: ["v3", "votes_3"], found: ["party", "votes"])
                )
            ),
            ImportCase("semicolons", ["t.csv": "kode_tps;v1;v2\n"], Problem("t.csv", 1, nil, .semicolons)),
            ImportCase(
                "a pair that did not stand, and a slip of the pen",
                ["t.csv": "kode_tps,v1,v2,v3,v4,suara_syah\n7312011001001,1,2,3,4,10\n"],
                Problem("t.csv", 1, "v4", .unknown("4", of: .party)),
                Problem("t.csv", 1, "suara_syah", .unknown("suara_syah", of: .field))
            ),
            ImportCase(
                "one figure in two columns",
                ["t.csv": "kode_tps,v1,v2,v3,pengguna_dpk_j,pengguna_non_dpt_j\n7312011001001,1,2,3,4,4\n"],
                Problem("t.csv", 1, nil, .columnsExclude(["pengguna_dpk_j", "pengguna_non_dpt_j"]))
            ),
        ]
    )
    func sirekapTables(row: ImportCase) async throws {
        let found = try await ImportFiles(row.files).problems()
        #expect(found == row.problems, "found \(found)")
    }

    @Test(
        "of Situng's tables",
        arguments: [
            ImportCase(
                "a station by its id in two villages",
                [
                    "t.csv":
                        "village_code,station,id_tps,v1,v2\n7312011001,1,77,1,2\n7312011002,1,77,1,2\n"
                ],
                Problem(
                    "t.csv",
                    3,
                    "id_tps",
                    .misfit(.stationInTwoVillages("77", other: "73.12.01.1001", row: 2))
                )
            ),
            ImportCase(
                "a code that is of another village than the row",
                ["t.csv": "kode_tps,village_code,v1,v2\n7312011001001,7312011002,1,2\n"],
                Problem(
                    "t.csv",
                    2,
                    "village_code",
                    .misfit(.stationInTwoVillages("73.12.01.1001-001", other: "73.12.01.1001", row: 2))
                )
            ),
            ImportCase(
                "a village by name, a station that is none",
                ["t.csv": "village,station,v1,v2\nBila,1,1,2\n7312011001,0,1,2\n7312011001,,1,2\n"],
                Problem("t.csv", 2, "village", .malformed("Bila", expected: .villageCode)),
                Problem("t.csv", 3, "station", .malformed("0", expected: .stationNumber)),
                Problem("t.csv", 4, "station", .emptyCell)
            ),
            ImportCase(
                "a subdistrict for a village, a station above all",
                ["t.csv": "village,station,v1,v2\n731201,1,1,2\n7312011001,1000,1,2\n"],
                Problem("t.csv", 2, "village", .malformed("731201", expected: .villageCode)),
                Problem("t.csv", 3, "station", .tooLarge("1000", limit: 999))
            ),
            ImportCase(
                "votes under a prefix nobody named",
                ["t.csv": "village,station,a_01,a_02,b_01,b_02\n7312011001,1,1,2,1,2\n"],
                Problem("t.csv", 1, nil, .needs(option: "--prefix a_ / b_"))
            ),
            ImportCase(
                "votes of one pair only",
                ["t.csv": "village,station,v1\n7312011001,1,1\n"],
                Problem(
                    "t.csv",
                    1,
                    nil,
                    .columnsMissing(anyOf: ["02", "votes_2"], found: ["village", "station", "v1"])
                )
            ),
        ]
    )
    func situngTables(row: ImportCase) async throws {
        let found = try await ImportFiles(row.files, source: .situng).problems()
        #expect(found == row.problems, "found \(found)")
    }

    @Test(
        "under a law the files cannot be of",
        arguments: [
            (ImportSource.sirekap, Law.pemilu2019, ["pemilu2024"]),
            (.situng, .pilkada2020, ["pemilu2019", "pemilu2024"]),
        ]
    )
    func law(source: ImportSource, law: Law, expected: [String]) async throws {
        var files = ImportFiles([Self.form: Self.good], source: source)
        files.law = law
        #expect(
            try await files.problems() == [
                Problem("--law", nil, nil, .malformed(law.id, expected: .oneOf(expected)))
            ]
        )
    }
}
