import Elections
import Testing

@testable import Exchange

@Suite("The register of regions and stations")
struct BadRegisterTests {
    static let kinds = Region.Kind.allCases.map(\.rawValue)

    @Test(
        "is refused where it is no tree",
        arguments: [
            FolderCase(
                "a region twice",
                .append("regions.csv", "73.12.02,Timur,kecamatan\n"),
                Problem("regions.csv", 9, "code", .duplicate("73.12.02", firstRow: 7))
            ),
            FolderCase(
                "a region twice, once without dots",
                .append("regions.csv", "731202,Timur,kecamatan\n"),
                Problem("regions.csv", 9, "code", .duplicate("73.12.02", firstRow: 7))
            ),
            FolderCase(
                "a region without the one above it",
                .append("regions.csv", "73.12.03.1001,Jauh,desa\n"),
                Problem("regions.csv", 9, "code", .misfit(.parentMissing("73.12.03.1001")))
            ),
            FolderCase(
                "a second province",
                .append("regions.csv", "74,Tenggara,provinsi\n"),
                Problem("regions.csv", 9, "code", .misfit(.parentMissing("74")))
            ),
            FolderCase(
                "a kind of another tier",
                .replace("regions.csv", "Lapa,kelurahan", with: "Lapa,kecamatan"),
                Problem("regions.csv", 6, "kind", .misfit(.wrongKind("73.12.01.1002")))
            ),
            FolderCase(
                "a kind that no law knows: its villages are not orphans for it",
                .replace("regions.csv", "Utara,kecamatan", with: "Utara,distrik"),
                Problem("regions.csv", 4, "kind", .malformed("distrik", expected: .oneOf(kinds)))
            ),
            FolderCase(
                "no name",
                .replace("regions.csv", "Bila", with: ""),
                Problem("regions.csv", 5, "name", .emptyCell)
            ),
            FolderCase(
                "a code that cannot be read: nothing else is called unknown",
                .replace("regions.csv", "73.12.01,", with: "73.12.O1,"),
                Problem("regions.csv", 4, "code", .malformed("73.12.O1", expected: .regionCode))
            ),
            FolderCase(
                "a code with a digit too few",
                .replace("regions.csv", "73.12.02.1001", with: "73.12.02.101"),
                Problem("regions.csv", 8, "code", .malformed("73.12.02.101", expected: .regionCode))
            ),
            FolderCase(
                "no code",
                .replace("regions.csv", "73.12.02.1001", with: ""),
                Problem("regions.csv", 8, "code", .emptyCell)
            ),
            FolderCase(
                "the place of the election is elsewhere",
                .replace("election.yaml", "73.12\"", with: "73.13\""),
                Problem("election.yaml", nil, "place", .unknown("73.13", of: .unit))
            ),
        ]
    )
    func regions(folder: FolderCase) async throws {
        try await folder.verify()
    }

    @Test(
        "is refused where stations do not fit",
        arguments: [
            FolderCase(
                "a station twice",
                .append("stations.csv", "73.12.02.1001,01,70,75\n"),
                Problem("stations.csv", 6, "station", .duplicate("73.12.02.1001-001", firstRow: 5))
            ),
            FolderCase(
                "a village nobody knows",
                .append("stations.csv", "73.12.02.1009,1,70,75\n"),
                Problem("stations.csv", 6, "village", .unknown("73.12.02.1009", of: .unit))
            ),
            FolderCase(
                "a station of a subdistrict",
                .append("stations.csv", "73.12.02,1,70,75\n"),
                Problem("stations.csv", 6, "village", .malformed("73.12.02", expected: .villageCode))
            ),
            FolderCase(
                "a station number zero",
                .append("stations.csv", "73.12.02.1001,0,70,75\n"),
                Problem("stations.csv", 6, "station", .malformed("0", expected: .stationNumber))
            ),
            FolderCase(
                "a station number of four digits",
                .append("stations.csv", "73.12.02.1001,1000,70,75\n"),
                Problem("stations.csv", 6, "station", .tooLarge("1000", limit: 999))
            ),
            FolderCase(
                "no station number",
                .append("stations.csv", "73.12.02.1001,,70,75\n"),
                Problem("stations.csv", 6, "station", .emptyCell)
            ),
            FolderCase(
                "text, below zero, and enormous",
                .append("stations.csv", "73.12.02.1001,2,seventy,-1\n73.12.02.1001,3,1000000000,\(huge)\n"),
                Problem("stations.csv", 6, "electorate_male", .notACount("seventy")),
                Problem("stations.csv", 6, "electorate_female", .negative("-1")),
                Problem("stations.csv", 7, "electorate_male", .tooLarge("1000000000", limit: 999_999_999)),
                Problem("stations.csv", 7, "electorate_female", .tooLarge(huge, limit: 999_999_999))
            ),
            FolderCase(
                "digits of another script",
                .append("stations.csv", "73.12.02.1001,2,٧٠,75\n"),
                Problem("stations.csv", 6, "electorate_male", .notACount("٧٠"))
            ),
        ]
    )
    func stations(folder: FolderCase) async throws {
        try await folder.verify()
    }

    private static let huge = String(repeating: "9", count: 40)
}
