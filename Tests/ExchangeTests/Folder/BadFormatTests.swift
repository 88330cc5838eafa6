import Elections
import Testing

@testable import Exchange

@Suite("What a folder cannot say")
struct BadFormatTests {
    private static let file = "election.yaml"

    private static func listing(_ rows: String) -> TinyFolder.Change {
        .candidates("district,party,number,name,title_before,sex\n1,1,1,Wardah,,P\n" + rows)
    }

    @Test(
        "of candidates is refused",
        arguments: [
            FolderCase(
                "a party that did not stand",
                listing("1,9,1,Ani,,\n"),
                Problem("candidates.csv", 3, "party", .unknown("9", of: .party))
            ),
            FolderCase(
                "a district nobody knows",
                listing("3,1,1,Ani,,\n"),
                Problem("candidates.csv", 3, "district", .unknown("3", of: .district))
            ),
            FolderCase(
                "a number twice on a list",
                listing("1,1,1,Ani,,\n"),
                Problem("candidates.csv", 3, "number", .duplicate("1-1-1", firstRow: 2))
            ),
            FolderCase(
                "a number zero",
                listing("1,1,0,Ani,,\n"),
                Problem("candidates.csv", 3, "number", .malformed("0", expected: .listNumber))
            ),
            FolderCase(
                "a person on the lists of two parties",
                listing("1,4,1,Wardah,,\n"),
                Problem("candidates.csv", 3, "name", .misfit(.candidateInTwoLists("Wardah", firstRow: 2)))
            ),
            FolderCase(
                "a person in two districts",
                listing("2,1,1,Wardah,,\n"),
                Problem("candidates.csv", 3, "name", .misfit(.candidateInTwoLists("Wardah", firstRow: 2)))
            ),
            FolderCase(
                "another person of that name, told apart by the titles",
                listing("1,4,1,Wardah,H.,\n")
            ),
            FolderCase(
                "a sex in words",
                listing("1,4,1,Ani,,laki-laki\n"),
                Problem("candidates.csv", 3, "sex", .malformed("laki-laki", expected: .oneOf(["L", "P"])))
            ),
            FolderCase(
                "no name, no number, no party",
                listing("1,,,,,\n"),
                Problem("candidates.csv", 3, "name", .emptyCell),
                Problem("candidates.csv", 3, "number", .emptyCell),
                Problem("candidates.csv", 3, "party", .emptyCell)
            ),
            FolderCase(
                "no district where the ballot has districts",
                .candidates("party,number,name\n1,1,Wardah\n"),
                Problem(
                    "candidates.csv",
                    1,
                    "district",
                    .columnMissing(found: ["party", "number", "name"])
                )
            ),
        ]
    )
    func candidates(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let head = "village,station,votes_1,votes_4,valid,invalid,total"
    private static let row = "\n73.12.01.1001,1,1,1,2,0,2"

    @Test(
        "of forms is refused",
        arguments: [
            FolderCase(
                "a column that is nearly a field's",
                .councilForms("\(head),voters_dtp_male\(row),3\n"),
                Problem("council.csv", 1, "voters_dtp_male", .columnMisspelt(nearest: "voters_dpt_male"))
            ),
            FolderCase(
                "the version in other letters, in Indonesian, and totals that are none of ours",
                .councilForms("\(head),Version,versi,suara\(row),psu,psu,1\n"),
                Problem("council.csv", 1, "Version", .columnMisspelt(nearest: "version")),
                Problem("council.csv", 1, "versi", .columnMisspelt(nearest: "version"))
            ),
            FolderCase(
                "more men and women than any station has room for",
                .replace("stations.csv", ",100,110", with: ",999999999,110"),
                Problem("stations.csv", 2, "electorate_female", .sumTooLarge(limit: 999_999_999))
            ),
            FolderCase(
                "a second name of a field",
                .councilForms("\(head),votes_01\(row),3\n"),
                Problem("council.csv", 1, "votes_01", .columnMisspelt(nearest: "votes_1"))
            ),
            FolderCase(
                "a candidate without a number",
                .councilForms("\(head),candidate_1\(row),3\n"),
                Problem("council.csv", 1, "candidate_1", .unknown("candidate_1", of: .field))
            ),
            FolderCase(
                "a column of notes is none",
                .councilForms("\(head),checked_by,remarks\(row),A,wet\n")
            ),
            FolderCase(
                "candidates of a party that did not stand",
                .councilForms("\(head),candidate_9_1\(row),3\n"),
                Problem("council.csv", 1, "candidate_9_1", .unknown("9", of: .party))
            ),
            FolderCase(
                "candidates on a ballot of pairs",
                .text(
                    "readings.csv",
                    "village,station,votes_1,votes_2,candidate_1_1,party_2,valid,invalid,total\n"
                        + "73.12.01.1001,1,1,1,1,1,2,0,2\n"
                ),
                Problem("readings.csv", 1, "candidate_1_1", .unknown("candidate_1_1", of: .field)),
                Problem("readings.csv", 1, "party_2", .unknown("party_2", of: .field))
            ),
            FolderCase(
                "a column twice",
                .councilForms("\(head),voters_all_total,voters_all_total\(row),3,3\n"),
                Problem("council.csv", 1, "voters_all_total", .columnTwice)
            ),
            FolderCase(
                "a version nobody knows",
                .councilForms("\(head),version\(row),PSU\n"),
                Problem(
                    "council.csv",
                    2,
                    "version",
                    .malformed("PSU", expected: .oneOf(FormVersion.allCases.map(\.rawValue)))
                )
            ),
            FolderCase(
                "a version twice at one station, once left out",
                .councilForms("\(head),version\(row),\(row),psu\(row),reguler\(row),psu\n"),
                Problem("council.csv", 4, "station", .duplicate("73.12.01.1001-001", firstRow: 2)),
                Problem("council.csv", 5, "station", .duplicate("73.12.01.1001-001", firstRow: 3))
            ),
            FolderCase(
                "a figure below zero in a further column",
                .councilForms("\(head),papers_used\(row),-3\n"),
                Problem("council.csv", 2, "papers_used", .negative("-3"))
            ),
            FolderCase(
                "a form of a ballot its station does not have",
                .each([
                    .councilForms("\(head)\(row)\n"),
                    .replace("stations.csv", "electorate_female\n", with: "electorate_female,ballots\n"),
                    .replace("stations.csv", ",100,110\n", with: ",100,110,PPWP\n"),
                    .replace("stations.csv", ",90,95\n", with: ",90,95,\n"),
                    .replace("stations.csv", ",80,\n", with: ",80,,\n"),
                    .replace("stations.csv", ",70,75\n", with: ",70,75,\n"),
                    .replace("reported.csv", "1001,2,0", with: "1001,1,0"),
                ]),
                Problem(
                    "council.csv",
                    2,
                    "station",
                    .misfit(.ballotNotAtStation("DPRD_KABKO", "73.12.01.1001-001"))
                )
            ),
        ]
    )
    func forms(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "of stations and contestants is refused",
        arguments: [
            FolderCase(
                "a station in two villages",
                .text(
                    "stations.csv",
                    "id,village,station,electorate_male,electorate_female\nT1,73.12.01.1001,1,1,1\n"
                        + "T2,73.12.01.1001,2,1,1\nT3,73.12.01.1002,1,1,1\nT1,73.12.02.1001,1,1,1\n"
                ),
                Problem(
                    "stations.csv",
                    5,
                    "id",
                    .misfit(.stationInTwoVillages("T1", other: "73.12.01.1001", row: 2))
                )
            ),
            FolderCase(
                "an id twice in one village",
                .text(
                    "stations.csv",
                    "id,village,station,electorate_male,electorate_female\nT1,73.12.01.1001,1,1,1\n"
                        + "T1,73.12.01.1001,2,1,1\n,73.12.01.1002,1,1,1\n,73.12.02.1001,1,1,1\n"
                ),
                Problem("stations.csv", 3, "id", .duplicate("T1", firstRow: 2))
            ),
            FolderCase(
                "a ballot the law does not have, and one nobody has",
                .text(
                    "stations.csv",
                    "village,station,electorate_male,electorate_female,ballots\n73.12.01.1001,1,1,1,PPWP PILBUP\n"
                        + "73.12.01.1001,2,1,1,ppwp\n73.12.01.1002,1,1,1,\n73.12.02.1001,1,1,1,\n"
                ),
                Problem("stations.csv", 2, "ballots", .malformed("PILBUP", expected: .oneOf(ballotCodes))),
                Problem("stations.csv", 3, "ballots", .malformed("ppwp", expected: .oneOf(ballotCodes)))
            ),
            FolderCase(
                "a blank column on a ballot of parties",
                .text(
                    "parties.csv",
                    "number,name,short_name,colour,kind\n1,Satu,S,#112233,party\n4,Kosong,K,#aabbcc,blank\n"
                ),
                Problem("parties.csv", 3, "kind", .malformed("blank", expected: .oneOf(["party"])))
            ),
            FolderCase(
                "a party on a ballot of pairs",
                .text(
                    "pairs.csv",
                    "number,name,short_name,colour,kind\n1,Satu,S,#112233,party\n2,Dua,D,#aabbcc,\n"
                ),
                Problem("pairs.csv", 2, "kind", .malformed("party", expected: .oneOf(["pair", "blank"])))
            ),
            FolderCase(
                "a ballot without options",
                .text("pairs.csv", "number,name,short_name,colour\n"),
                Problem("pairs.csv", nil, nil, .noRows)
            ),
            FolderCase(
                "a certified station nobody knows, and one of a subdistrict",
                .text(
                    "certified.csv",
                    "region,station,votes_1,votes_2\n73.12.01.1001,3,1,1\n73.12.01,1,1,1\n73.12.01.1001,1,1,1\n"
                        + "73.12.01.1001,1,1,1\n"
                ),
                Problem("certified.csv", 3, "region", .malformed("73.12.01", expected: .villageCode)),
                Problem("certified.csv", 5, "station", .duplicate("73.12.01.1001-001", firstRow: 4)),
                Problem("certified.csv", 2, "station", .unknown("73.12.01.1001-003", of: .station))
            ),
        ]
    )
    func contests(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let ballotCodes = ["PPWP", "DPR", "DPD", "DPRD_PROV", "DPRD_KABKO"]
    private static let open = Law.pemilu2019.rules.filter(\.provision.isOpen).map {
        Law.pemilu2019.name(of: $0.id)
    }

    @Test(
        "of the description is refused",
        arguments: [
            FolderCase(
                "a decision on a rule the law settles",
                .decision("  - { rule: reserve, reading: spread, basis: { id: A, en: A } }\n"),
                Problem(file, 32, "rule", .malformed("reserve", expected: .oneOf(open)))
            ),
            FolderCase(
                "a reading the rule does not have",
                .decision("  - { rule: party-tie, reading: coin, basis: { id: A, en: A } }\n"),
                Problem(file, 32, "reading", .malformed("coin", expected: .oneOf(["spread", "plenary"])))
            ),
            FolderCase(
                "a decision without its minutes",
                .decision("  - { rule: party-tie, reading: spread }\n"),
                Problem(file, 32, "basis", .keyMissing)
            ),
            FolderCase(
                "a rule decided twice",
                .decision(
                    "  - { rule: party-tie, reading: spread, basis: { id: A, en: A } }\n"
                        + "  - { rule: party-tie, reading: plenary, basis: { id: A, en: A } }\n"
                ),
                Problem(file, 33, "rule", .duplicate("party-tie", firstRow: 32))
            ),
            FolderCase(
                "decisions that are no list",
                .decision("  party-tie: spread\n"),
                Problem(file, 32, "decisions", .malformed("", expected: .list))
            ),
            FolderCase(
                "a digest that is none",
                .replace(file, "{ id: C, en: C } }", with: "{ id: C, en: C }, sha256: 12ab }"),
                Problem(file, 26, "sha256", .malformed("12ab", expected: .digest))
            ),
            FolderCase(
                "a digest in capitals",
                .replace(file, "{ id: C, en: C } }", with: "{ id: C, en: C }, sha256: \(capitals) }"),
                Problem(file, 26, "sha256", .malformed(capitals, expected: .digest))
            ),
            FolderCase(
                "a signed file that is not there is missing once",
                .each([
                    .replace(file, "{ id: C, en: C } }", with: "{ id: C, en: C }, sha256: \(zeros) }"),
                    .remove("certified.csv"),
                ]),
                Problem("certified.csv", nil, nil, .fileMissing)
            ),
            FolderCase(
                "a law nobody knows",
                .replace(file, "pemilu2019", with: "pemilu 2019"),
                Problem(file, 4, "law", .malformed("pemilu 2019", expected: .oneOf(Law.all.map(\.id))))
            ),
            FolderCase(
                "a ballot the law does not have",
                .replace(file, "law: pemilu2019", with: "law: pemilu2014"),
                Problem(file, 9, "ballot", .misfit(.ballotNotInLaw("PPWP")))
            ),
        ]
    )
    func description(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let capitals = String(repeating: "AB", count: 32)
    private static let zeros = String(repeating: "0", count: 64)
}
