import Elections
import Testing

@Suite("Registers of two years")
struct RegionChangeTests {
    private func regions(_ rows: [(String, String, Region.Kind)]) throws -> Regions {
        try Regions(
            rows.map { Region(code: try RegionCode(parsing: $0), name: $1, kind: $2) },
            stations: []
        )
    }

    private static let frame: [(String, String, Region.Kind)] = [
        ("73", "Sulawesi Selatan", .province), ("73.12", "Soppeng", .regency),
    ]

    /// Spellings of the registers of 2018 and 2025; the codes are the same in both.
    private static let soppeng2018: [(String, String, Region.Kind)] =
        frame + [
            ("73.12.02", "Liliraja", .subdistrict), ("73.12.04", "Lalabata", .subdistrict),
            ("73.12.04.2009", "Umpungenga", .ruralVillage), ("73.12.06", "Donri Donri", .subdistrict),
            ("73.12.07", "Ganra", .subdistrict), ("73.12.07.2004", "Enrekang", .ruralVillage),
        ]
    private static let soppeng2025: [(String, String, Region.Kind)] =
        frame + [
            ("73.12.02", "Liliriaja", .subdistrict), ("73.12.04", "Lalabata", .subdistrict),
            ("73.12.04.2009", "Umpungeng", .ruralVillage), ("73.12.06", "Donri-Donri", .subdistrict),
            ("73.12.07", "Ganra", .subdistrict), ("73.12.07.2004", "Enrekeng", .ruralVillage),
        ]

    private func text(_ change: RegionChange) -> String {
        switch change {
        case .added(let region): "+ \(region.name)"
        case .removed(let region): "- \(region.name)"
        case .renamed(let old, let new): "\(old.name) → \(new.name)"
        case .kindChanged(let old, let new): "\(new.name): \(old.kind.rawValue) → \(new.kind.rawValue)"
        }
    }

    @Test(
        "are matched by code: what is spelt anew is not new",
        arguments: [
            (
                "Soppeng 2018 and 2025", soppeng2018, soppeng2025,
                [
                    "Liliraja → Liliriaja", "Umpungenga → Umpungeng", "Donri Donri → Donri-Donri",
                    "Enrekang → Enrekeng",
                ]
            ),
            ("the same register", soppeng2018, soppeng2018, []),
            ("a village more", frame, frame + [("73.12.04", "Lalabata", .subdistrict)], ["+ Lalabata"]),
            ("a village less", frame + [("73.12.04", "Lalabata", .subdistrict)], frame, ["- Lalabata"]),
            (
                "a desa became a kelurahan under a new name",
                frame + [("73.12.04", "L", .subdistrict), ("73.12.04.1001", "Lama", .ruralVillage)],
                frame + [("73.12.04", "L", .subdistrict), ("73.12.04.1001", "Baru", .urbanVillage)],
                ["Lama → Baru", "Baru: desa → kelurahan"]
            ),
        ] as [(String, [(String, String, Region.Kind)], [(String, String, Region.Kind)], [String])]
    )
    func changes(
        reason: String,
        earlier: [(String, String, Region.Kind)],
        later: [(String, String, Region.Kind)],
        expected: [String]
    ) throws {
        let changes = try regions(later).changes(since: try regions(earlier))
        #expect(changes.map(text) == expected)
    }

    @Test(
        "a region is meant by its name or an alias, in any case, whatever stands between the words",
        arguments: [
            ("Donri-Donri", true), ("DONRI DONRI", true), ("donri  donri", true), ("donri_donri", true),
            ("Donridonri", false), ("Donri", false), ("LILIRAJA", true), ("Lili-raja", false), ("", false),
            ("-", false),
        ]
    )
    func called(text: String, isMeant: Bool) throws {
        let region = Region(
            code: try RegionCode(parsing: "73.12.06"),
            name: "Donri-Donri",
            kind: .subdistrict,
            aliases: ["Liliraja"]
        )
        #expect(region.isCalled(text) == isMeant)
    }

    @Test("stations from 901 are special", arguments: [(1, false), (900, false), (901, true), (999, true)])
    func special(number: Int, isSpecial: Bool) throws {
        let village = try RegionCode(parsing: "73.12.04.1004")
        #expect(StationCode(village: village, number: number).isSpecial == isSpecial)
    }
}
