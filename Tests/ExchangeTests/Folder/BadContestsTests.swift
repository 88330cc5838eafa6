import Testing

@testable import Exchange

@Suite("Who stood, and where")
struct BadContestsTests {
    @Test(
        "contestants that cannot be told apart are refused",
        arguments: [
            FolderCase(
                "a number twice",
                .append("parties.csv", "4,Partai Lima,P5,#000000\n"),
                Problem("parties.csv", 4, "number", .duplicate("4", firstRow: 3))
            ),
            FolderCase(
                "an empty name, whose votes are not votes for nobody",
                .replace("parties.csv", "Partai Satu", with: " "),
                Problem("parties.csv", 2, "name", .emptyCell)
            ),
            FolderCase(
                "a colour in words",
                .replace("parties.csv", "#112233", with: "green"),
                Problem("parties.csv", 2, "colour", .malformed("green", expected: .colour))
            ),
            FolderCase(
                "a colour of other digits",
                .replace("parties.csv", "#112233", with: "#11223٣"),
                Problem("parties.csv", 2, "colour", .malformed("#11223٣", expected: .colour))
            ),
            FolderCase(
                "a number that is none",
                .replace("parties.csv", "4,Partai", with: "IV,Partai"),
                Problem("parties.csv", 3, "number", .notACount("IV"))
            ),
        ]
    )
    func contestants(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "districts that do not divide the regions are refused",
        arguments: [
            FolderCase(
                "a district twice",
                .replace("districts.csv", "2,Kecil 2", with: "1,Kecil 2"),
                Problem("districts.csv", 3, "number", .duplicate("1", firstRow: 2))
            ),
            FolderCase(
                "a region nobody knows, and no village is called outside for it",
                .replace("districts.csv", "73.12.02", with: "73.12.03"),
                Problem("districts.csv", 3, "regions", .unknown("73.12.03", of: .unit))
            ),
            FolderCase(
                "a region in two districts",
                .replace("districts.csv", "73.12.02", with: "73.12.02 73.12.01"),
                Problem("districts.csv", 3, "regions", .misfit(.inTwoDistricts("73.12.01")))
            ),
            FolderCase(
                "a village in its subdistrict's district and in another",
                .replace("districts.csv", "73.12.02", with: "73.12.02 73.12.01.1002"),
                Problem("districts.csv", 3, "regions", .misfit(.inTwoDistricts("73.12.01.1002")))
            ),
            FolderCase(
                "a district that holds another",
                .replace("districts.csv", "73.12.02", with: "73.12"),
                Problem("districts.csv", 3, "regions", .misfit(.inTwoDistricts("73.12")))
            ),
            FolderCase(
                "a village in no district",
                .replace("districts.csv", "73.12.01", with: "73.12.01.1001"),
                Problem("districts.csv", nil, "regions", .misfit(.outsideDistricts("73.12.01.1002")))
            ),
            FolderCase(
                "no regions, no seats",
                .replace("districts.csv", "2,73.12.02", with: ","),
                Problem("districts.csv", 3, "seats", .emptyCell),
                Problem("districts.csv", 3, "regions", .emptyCell)
            ),
            FolderCase(
                "regions between commas",
                .replace("districts.csv", "73.12.02", with: "\"73.12.02,73.12.01\""),
                Problem("districts.csv", 3, "regions", .malformed("73.12.02,73.12.01", expected: .regionCode))
            ),
            FolderCase(
                "more seats than any council",
                .replace("districts.csv", "2,2,", with: "2,10000,"),
                Problem("districts.csv", 3, "seats", .tooLarge("10000", limit: 9_999))
            ),
        ]
    )
    func districts(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "determined seats of others, or twice, are refused",
        arguments: [
            FolderCase(
                "a party that did not stand",
                .append("determined.csv", "9,1\n"),
                Problem("determined.csv", 4, "number", .unknown("9", of: .party))
            ),
            FolderCase(
                "a party twice",
                .append("determined.csv", "4,1\n"),
                Problem("determined.csv", 4, "number", .duplicate("4", firstRow: 3))
            ),
            FolderCase(
                "half a seat, and no party",
                .append("determined.csv", ",0.5\n"),
                Problem("determined.csv", 4, "number", .emptyCell),
                Problem("determined.csv", 4, "seats", .notACount("0.5"))
            ),
        ]
    )
    func determined(folder: FolderCase) async throws {
        try await folder.verify()
    }
}
