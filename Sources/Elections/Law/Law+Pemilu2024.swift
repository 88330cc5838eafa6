extension Law {
    /// The simultaneous general elections of 14 February 2024.
    ///
    /// - Legal source: UU 7/2017 as changed by UU 7/2023; PKPU 3/2022 (calendar), 6/2022 and 6/2023 (districts),
    ///   25/2023 (voting), 5/2024 (recapitulation), 6/2024 (seats).
    public static let pemilu2024 = Law(
        id: "pemilu2024",
        kind: .general,
        title: LocalizedText(id: "Pemilihan Umum 2024", en: "General election of 2024"),
        source: "UU 7/2017; UU 7/2023; PKPU 3/2022, 6/2022, 25/2023, 5/2024, 6/2024",
        votingDay: .written("2024-02-14"),
        ballots: ballots7Of2017(
            president: "UU 7/2017 art. 416",
            provinces: 38,
            ofTwo: openOfTwo,
            forms2024
        ),
        rolls: rolls7Of2017,
        stationLimit: .settled(
            300,
            LocalizedText(
                id: "UU 7/2017 pasal 350(1): paling banyak 500; KPU membatasinya 300 (PKPU 7/2022).",
                en: "UU 7/2017 art. 350(1): 500 at most; KPU limits it to 300 (PKPU 7/2022)."
            )
        ),
        reserve: reserve7Of2017,
        supply: supply7Of2017,
        councilSizes: councilSizes7Of2017,
        districtSeats: districtSeats7Of2017,
        candidateLists: .act7Of2017("PKPU 10/2023", rounding: .ruling24Of2023),
        partyTie: openPartyTie("PKPU 6/2024"),
        candidateTie: .settled(
            [.spread, .woman, .listNumber],
            LocalizedText(
                id: "PKPU 6/2024 pasal 29; cara mengukur sebaran tidak dirinci di sumber.",
                en: "PKPU 6/2024 art. 29; how to measure the spread is not in the sources."
            )
        ),
        exhaustedList: openExhaustedList,
        spread: openSpread,
        evenSpread: openEvenSpread,
        petition: nil,
        severalCandidates: openSeveralCandidates,
        disabilities: disabilities2024,
        deadlines: deadlines7Of2017(seats: seatDeadlines2024),
        stages: preparation2024 + candidacy2024 + results2024
    )

    private static func forms2024(_ ballot: Ballot) -> FormNames {
        let suffix =
            switch ballot {
            case .provincialCouncil: "DPRD-PROV"
            case .regencyCouncil: "DPRD-KABKO"
            case .president, .house, .senate, .governor, .regent: ballot.rawValue
            }
        let tiers = ["KECAMATAN", "KABKO", "PROV", "NASIONAL"].map { "D.HASIL \($0)-\(suffix)" }
        return .upwards(
            ballot,
            station: "C.HASIL-\(suffix)",
            tiers: ["LAMPIRAN D.HASIL KECAMATAN"] + tiers
        )
    }

    private static let seatDeadlines2024: [Deadline] = [
        .settled(.seatsWithoutDispute, .days(3, from: .courtNotice), .same("PKPU 3/2022; PKPU 6/2024")),
        .settled(.seatsAfterRuling, .days(3, from: .resultAfterRuling), .same("PKPU 3/2022; PKPU 6/2024")),
    ]
}

extension Law {
    private static let calendar2024 = LocalizedText.same("PKPU 3/2022")
    private static let listsOf2024 = LocalizedText.same("PKPU 3/2022; PKPU 7/2022")

    private static let preparation2024: [PlannedStage] = [
        .settled(
            .parties,
            LocalizedText(id: "Pendaftaran dan verifikasi partai", en: "Parties registered and verified"),
            .days("2022-07-29", "2022-12-13"),
            calendar2024
        ),
        .settled(.electorate, .days("2022-10-14", "2023-06-21"), calendar2024),
        .settled(
            .electorate,
            LocalizedText(id: "Penyusunan daftar pemilih", en: "List of voters drawn up"),
            .days("2022-10-14", "2023-03-14"),
            listsOf2024
        ),
        .settled(.districts, .days("2022-10-14", "2023-02-09"), calendar2024),
        .settled(
            .candidacy,
            LocalizedText(id: "Pencalonan DPD", en: "Candidacy for the DPD"),
            .days("2022-12-06", "2023-11-25"),
            calendar2024
        ),
        .settled(
            .parties,
            LocalizedText(id: "Penetapan partai", en: "Parties determined"),
            .day("2022-12-14"),
            calendar2024
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Penyusunan DPS", en: "Provisional list (DPS)"),
            .days("2023-02-28", "2023-04-05"),
            listsOf2024
        ),
    ]

    private static let candidacy2024: [PlannedStage] = [
        .settled(
            .candidacy,
            LocalizedText(id: "Pencalonan DPR dan DPRD", en: "Candidacy for the DPR and DPRD"),
            .days("2023-04-24", "2023-11-25"),
            calendar2024
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Penyusunan DPSHP", en: "Corrected provisional list (DPSHP)"),
            .days("2023-04-24", "2023-05-12"),
            listsOf2024
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Penyusunan DPT", en: "Permanent list (DPT)"),
            .days("2023-05-21", "2023-06-21"),
            listsOf2024
        ),
        .settled(
            .electorate,
            LocalizedText(
                id: "Rekapitulasi dan pengumuman DPT",
                en: "Permanent list (DPT) added up and announced"
            ),
            .days("2023-06-22", "2024-02-14"),
            listsOf2024
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pencalonan presiden", en: "Candidacy for president"),
            .days("2023-10-19", "2023-11-25"),
            calendar2024
        ),
        .settled(.campaign, .days("2023-11-28", "2024-02-10"), calendar2024),
        .settled(.quietPeriod, .days("2024-02-11", "2024-02-13"), calendar2024),
    ]

    private static let results2024: [PlannedStage] = [
        .settled(.voting, .day("2024-02-14"), calendar2024),
        .settled(.counting, .days("2024-02-14", "2024-02-15"), calendar2024),
        .settled(.recapitulation, .days("2024-02-15", "2024-03-20"), calendar2024),
        recap2024(.subdistrict, .days("2024-02-15", "2024-03-02")),
        recap2024(.regency, .days("2024-02-17", "2024-03-05")),
        recap2024(.province, .days("2024-02-19", "2024-03-10")),
        recap2024(nil, .days("2024-02-22", "2024-03-20")),
        .settled(
            .oath,
            LocalizedText(id: "Sumpah/janji anggota DPR dan DPD", en: "Oath of the DPR and DPD"),
            .day("2024-10-01"),
            calendar2024
        ),
        .settled(
            .oath,
            LocalizedText(id: "Sumpah/janji presiden", en: "Oath of the president"),
            .day("2024-10-20"),
            calendar2024
        ),
    ]

    private static func recap2024(_ tier: RegionCode.Tier?, _ days: PlannedStage.Days) -> PlannedStage {
        .open(
            .recapitulation,
            .recapitulation(tier),
            [days],
            LocalizedText(
                id: "Hari pertama tiap tingkat belum dipastikan; batas akhirnya: UU 7/2017 pasal 413 dan "
                    + "PKPU 3/2022.",
                en: "The first day of each tier is not confirmed; for the last see UU 7/2017 art. 413 and "
                    + "PKPU 3/2022."
            )
        )
    }
}
