import Testing

@testable import Exchange

@Suite("Figures of the folder")
struct BadFiguresTests {
    @Test(
        "on forms are refused where they are no figures of a station",
        arguments: [
            FolderCase(
                "text, below zero, and enormous",
                .replace("readings.csv", "60,40,100,2,102", with: "sixty,-40,1000000000,,1e3"),
                Problem("readings.csv", 2, "votes_1", .notACount("sixty")),
                Problem("readings.csv", 2, "votes_2", .negative("-40")),
                Problem("readings.csv", 2, "valid", .tooLarge("1000000000", limit: 999_999_999)),
                Problem("readings.csv", 2, "total", .notACount("1e3"))
            ),
            FolderCase(
                "a station nobody knows",
                .append("readings.csv", "73.12.01.1001,3,1,1,2,0,2\n"),
                Problem("readings.csv", 6, "station", .unknown("73.12.01.1001-003", of: .station))
            ),
            FolderCase(
                "a station twice",
                .append("readings.csv", "73.12.01.1001,1,1,1,2,0,2\n"),
                Problem("readings.csv", 6, "station", .duplicate("73.12.01.1001-001", firstRow: 2))
            ),
            FolderCase(
                "a column of votes in the place of the spoilt ones",
                .replace("readings.csv", "votes_2,valid,invalid", with: "votes_2,valid,votes_3"),
                Problem(
                    "readings.csv",
                    1,
                    "invalid",
                    .columnMissing(found: [
                        "village", "station", "votes_1", "votes_2", "valid", "votes_3", "total",
                    ])
                )
            ),
            FolderCase(
                "a column of votes too many",
                .text("certified.csv", "region,votes_1,votes_2,votes_3\n73.12,1,2,3\n"),
                Problem("certified.csv", 1, "votes_3", .unknown("3", of: .party))
            ),
            FolderCase(
                "a contestant without votes",
                .text("certified.csv", "region,votes_1\n73.12,1\n"),
                Problem("certified.csv", 1, "votes_2", .columnMissing(found: ["region", "votes_1"]))
            ),
        ]
    )
    func forms(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "that were reported or certified are refused where they fit no region",
        arguments: [
            FolderCase(
                "a region twice",
                .append("certified.csv", "73.12.01.1001,1,1\n"),
                Problem("certified.csv", 4, "region", .duplicate("73.12.01.1001", firstRow: 2))
            ),
            FolderCase(
                "a region nobody knows",
                .append("certified.csv", "73.13,1,1\n"),
                Problem("certified.csv", 4, "region", .unknown("73.13", of: .unit))
            ),
            FolderCase(
                "a name where a code should be",
                .append("reported.csv", "Bila,1,0,1,1\n"),
                Problem("reported.csv", 5, "region", .malformed("Bila", expected: .regionCode))
            ),
            FolderCase(
                "no region",
                .append("reported.csv", ",1,0,1,1\n"),
                Problem("reported.csv", 5, "region", .emptyCell)
            ),
            FolderCase(
                "a subdistrict after its villages",
                .append("reported.csv", "73.12.01,3,0,130,90\n"),
                Problem("reported.csv", 2, "region", .misfit(.nested("73.12.01.1001"))),
                Problem("reported.csv", 3, "region", .misfit(.nested("73.12.01.1002")))
            ),
            FolderCase(
                "the whole regency in one row: its votes would be in no district",
                .text("reported.csv", "region,stations,stations_blank,votes_1,votes_4\n73.12,4,0,150,120\n"),
                Problem("reported.csv", 2, "region", .misfit(.outsideDistricts("73.12")))
            ),
            FolderCase(
                "another number of stations than the register has",
                .replace("reported.csv", "1001,2,0", with: "1001,3,0"),
                Problem("reported.csv", 2, "stations", .misfit(.stationsDiffer(register: 2)))
            ),
            FolderCase(
                "more blank stations than stations",
                .replace("reported.csv", "1001,2,0", with: "1001,2,3"),
                Problem("reported.csv", 2, "stations_blank", .misfit(.blankAboveStations))
            ),
            FolderCase(
                "more blank stations than the register has",
                .replace("reported.csv", "1001,2,0", with: "1001,,3"),
                Problem("reported.csv", 2, "stations_blank", .misfit(.blankAboveStations))
            ),
            FolderCase(
                "one vote more than a form has room for",
                .replace("reported.csv", "100,50", with: "1000000000,"),
                Problem("reported.csv", 2, "votes_1", .tooLarge("1000000000", limit: 999_999_999))
            ),
        ]
    )
    func regions(folder: FolderCase) async throws {
        try await folder.verify()
    }
}
