/// A calendar as one regulation set it: what an office adopts at the beginning, and again when it is revised.
public struct CalendarEdition: Sendable {
    /// The name by which an office chooses it.
    public let id: String
    /// The regulation.
    public let basis: String
    /// The day on which it was issued, or the first day of the year where only that is known.
    public let issued: CalendarDate
    /// Its stages.
    public let stages: [PlannedStage]

    /// The editions of a law's calendar, the first one in front.
    public static func all(of law: Law) -> [CalendarEdition] {
        let first = law.id == "pilkada2020" ? [beforePostponement] : []
        guard let issued = issues[law.id] else { return first }
        return first + [
            CalendarEdition(id: issued.id, basis: issued.basis, issued: issued.on, stages: law.stages)
        ]
    }

    /// The regulations behind the calendars of the laws, with the day they were issued where it is known.
    private static let issues: [String: (id: String, basis: String, on: CalendarDate)] = [
        "pemilu2019": ("pkpu-7-2017", "PKPU 7/2017; 5/2018; 32/2018; 10/2019", .written("2017-08-01")),
        "pilkada2020": ("pkpu-5-2020", "PKPU 5/2020", .written("2020-06-12")),
        "pemilu2024": ("pkpu-3-2022", "PKPU 3/2022", .written("2022-06-09")),
        "pilkada2024": ("pkpu-2-2024", "PKPU 2/2024", .written("2024-01-26")),
    ]

    /// The stages as an act plans them; of days that the sources leave open the first reading, with its doubt.
    public var planned: StagesPlanned {
        var act = StagesPlanned()
        (act.basis, act.issued) = (basis, issued)
        var keys: [String: Int] = [:]
        act.stages = stages.compactMap { stage in
            guard let days = stage.days.values(nil).first else { return nil }
            var row = StageRow()
            let name = stage.name ?? stage.kind.name
            let key = Self.key(stage.kind, name.english)
            keys[key, default: 0] += 1
            row.key = keys[key, default: 1] == 1 ? key : "\(key.prefix(37))-\(keys[key, default: 1])"
            (row.kind, row.name, row.english) = (stage.kind, name.indonesian, name.english)
            (row.first, row.last) = (days.first, days.last)
            if stage.days.isOpen { row.doubt = stage.days.source.indonesian }
            return row
        }
        return act
    }

    /// Lower-case letters and digits of a name, with hyphens between, behind the kind of the stage.
    private static func key(_ kind: PlannedStage.Kind, _ name: String) -> String {
        let words = (kind.rawValue + " " + name).lowercased().split {
            !$0.isASCII || !($0.isLetter || $0.isNumber)
        }
        var key = ""
        for word in words
        where key.utf8.count + word.utf8.count < 38 && !key.split(separator: "-").contains(word) {
            key += key.isEmpty ? "\(word)" : "-\(word)"
        }
        return key
    }

    private static func moved(
        _ kind: PlannedStage.Kind,
        _ id: String,
        _ en: String,
        _ first: StaticString,
        _ last: StaticString
    ) -> PlannedStage {
        .settled(kind, LocalizedText(id: id, en: en), .days(first, last), .same("PKPU 15/2019"))
    }

    /// The regional election of 2020 as it was planned for 23 September, before the pandemic moved it.
    ///
    /// - Legal source: PKPU 15/2019.
    static let beforePostponement = CalendarEdition(
        id: "pkpu-15-2019",
        basis: "PKPU 15/2019",
        issued: .written("2019-08-09"),
        stages: [
            moved(.outreach, "Sosialisasi", "Outreach", "2019-11-01", "2020-09-22"),
            moved(.adHocBodies, "Pembentukan PPK dan PPS", "PPK and PPS formed", "2020-01-01", "2020-03-21"),
            moved(
                .electorate,
                "Penyampaian daftar pemilih ke PPS",
                "Draft list sent to the PPS",
                "2020-03-23",
                "2020-04-17"
            ),
            moved(
                .adHocBodies,
                "Pembentukan PPDP",
                "Enumerators (PPDP) appointed",
                "2020-04-16",
                "2020-04-29"
            ),
            moved(.electorate, "Pencocokan dan penelitian", "Door-to-door check", "2020-04-18", "2020-05-17"),
            moved(
                .electorate,
                "Rekapitulasi DPS provinsi",
                "Provisional list (DPS) of the province",
                "2020-06-14",
                "2020-06-15"
            ),
            moved(.candidacy, "Pendaftaran pasangan calon", "Pairs registered", "2020-06-16", "2020-06-18"),
            moved(
                .electorate,
                "Pengumuman DPS dan tanggapan",
                "Provisional list (DPS) announced, comments",
                "2020-06-19",
                "2020-06-28"
            ),
            moved(
                .adHocBodies,
                "Pembentukan dan masa kerja KPPS",
                "KPPS formed and at work",
                "2020-06-21",
                "2020-08-21"
            ),
            moved(
                .electorate,
                "Perbaikan DPS oleh PPS",
                "Provisional list (DPS) corrected by the PPS",
                "2020-06-24",
                "2020-07-03"
            ),
            moved(.candidacy, "Penetapan pasangan calon", "Pairs determined", "2020-07-08", "2020-07-08"),
            moved(.candidacy, "Nomor urut pasangan calon", "Pairs numbered", "2020-07-09", "2020-07-09"),
            moved(.campaign, "Kampanye", "Campaign", "2020-07-11", "2020-09-19"),
            moved(.voting, "Pemungutan suara", "Voting", "2020-09-23", "2020-09-23"),
        ]
    )
}
