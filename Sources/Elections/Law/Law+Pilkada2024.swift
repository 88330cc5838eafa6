extension Law {
    /// The regional elections of 27 November 2024.
    ///
    /// The lists of voters have the names of the voting regulation; PKPU 7/2024 calls the last one DPK.
    ///
    /// - Legal source: UU 1/2015 as changed by UU 10/2016 and UU 6/2020; PKPU 2/2024 (calendar), 7/2024 (voters),
    ///   17/2024 (voting), 18/2024 (recapitulation); Kep. KPU 1337/2024 (colours).
    public static let pilkada2024 = Law(
        id: "pilkada2024",
        kind: .regional,
        title: LocalizedText(id: "Pilkada 2024", en: "Regional elections of 2024"),
        source: "UU 1/2015; UU 10/2016; UU 6/2020; PKPU 2/2024, 7/2024, 17/2024, 18/2024",
        votingDay: .written("2024-11-27"),
        ballots: regionalBallots(
            single: true,
            source: "UU 10/2016",
            voters: {
                regionalVoters($0, always: LocalizedText(id: "DPT dan DPTb", en: "the DPT and the DPTb"))
            },
            colour: regionalColour2024,
            forms: regionalForms
        ),
        rolls: regionalRolls,
        stationLimit: .settled(
            600,
            LocalizedText(
                id: "UU 1/2015 pasal 87(1): paling banyak 800; KPU membatasinya 600 (PKPU 7/2024).",
                en: "UU 1/2015 art. 87(1): 800 at most; KPU limits it to 600 (PKPU 7/2024)."
            )
        ),
        reserve: regionalReserve,
        supply: regionalSupply("DPTb"),
        councilSizes: nil,
        districtSeats: nil,
        candidateLists: nil,
        partyTie: nil,
        candidateTie: nil,
        exhaustedList: nil,
        spread: nil,
        evenSpread: openEvenSpread,
        petition: petition10Of2016,
        severalCandidates: nil,
        disabilities: disabilities2024,
        deadlines: regionalResults2024 + regionalCases + elected2024,
        stages: regionalPreparation2024 + regionalVoting2024
    )

    private static func regionalColour2024(_ ballot: Ballot) -> LocalizedText? {
        ballot == .governor
            ? LocalizedText(id: "putih, lis merah marun", en: "white, maroon stripe")
            : LocalizedText(
                id: "putih, lis biru muda (wali kota: hijau tosca)",
                en: "white, light blue stripe (mayor: tosca green)"
            )
    }

    private static let regionalResults2024: [Deadline] = [
        .open(
            .revote,
            [.days(10, from: .vote), .days(4, from: .vote)],
            LocalizedText(
                id: "PKPU 17/2024 belum terbaca tentang hal ini; 10 hari lebih mungkin.",
                en: "PKPU 17/2024 could not be read on this; 10 days are likelier."
            )
        ),
        sameDayRecount,
        .settled(
            .regencyResult,
            .days(9, from: .vote),
            LocalizedText(id: "Jadwal KPU: 6 Desember 2024", en: "KPU's schedule: 6 December 2024")
        ),
        .settled(
            .provinceResult,
            .days(12, from: .vote),
            LocalizedText(id: "Jadwal KPU: 9 Desember 2024", en: "KPU's schedule: 9 December 2024")
        ),
    ]

    private static let elected2024: [Deadline] = [
        .open(
            .seatsWithoutDispute,
            [.days(5, from: .courtNotice), .days(3, from: .courtNotice)],
            electedSource2024
        ),
        .open(.seatsAfterRuling, [.days(5, from: .decision), .days(3, from: .decision)], electedSource2024),
    ]

    private static let electedSource2024 = LocalizedText(
        id: "PKPU 2/2024: 5 hari; menurut PKPU 18/2024, yang belum terbaca, 3 hari.",
        en: "PKPU 2/2024: 5 days; by PKPU 18/2024, which could not be read, 3 days."
    )
}

extension Law {
    private static let regionalCalendar2024 = LocalizedText.same("PKPU 2/2024")

    private static let recapSchedule2024 = LocalizedText(
        id: "Jadwal rekapitulasi KPU 2024",
        en: "KPU's schedule of the recapitulation, 2024"
    )

    private static let regionalPreparation2024: [PlannedStage] = [
        .settled(
            .adHocBodies,
            LocalizedText(id: "Pembentukan PPK, PPS, dan KPPS", en: "PPK, PPS and KPPS formed"),
            .days("2024-04-17", "2024-11-05"),
            regionalCalendar2024
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Penyerahan DP4", en: "Register of possible voters (DP4) handed over"),
            .days("2024-04-24", "2024-05-31"),
            regionalCalendar2024
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Dukungan pasangan perseorangan", en: "Support of independent pairs"),
            .days("2024-05-05", "2024-08-19"),
            regionalCalendar2024
        ),
        .settled(.electorate, .days("2024-05-31", "2024-09-23"), regionalCalendar2024),
        .settled(
            .candidacy,
            LocalizedText(id: "Pengumuman pendaftaran", en: "Registration announced"),
            .days("2024-08-24", "2024-08-26"),
            regionalCalendar2024
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pendaftaran pasangan calon", en: "Pairs registered"),
            .days("2024-08-27", "2024-08-29"),
            regionalCalendar2024
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penelitian persyaratan", en: "Requirements examined"),
            .days("2024-08-27", "2024-09-21"),
            regionalCalendar2024
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penetapan pasangan calon", en: "Pairs determined"),
            .day("2024-09-22"),
            regionalCalendar2024
        ),
        .settled(.campaign, .days("2024-09-25", "2024-11-23"), regionalCalendar2024),
    ]

    private static let regionalVoting2024: [PlannedStage] = [
        .settled(
            .quietPeriod,
            .days("2024-11-24", "2024-11-26"),
            LocalizedText(
                id: "PKPU 2/2024: kampanye berakhir 23 November",
                en: "PKPU 2/2024: the campaign ends on 23 November"
            )
        ),
        .settled(.voting, .day("2024-11-27"), regionalCalendar2024),
        .settled(
            .counting,
            LocalizedText(id: "Penghitungan dan rekapitulasi", en: "Counting and recapitulation"),
            .days("2024-11-27", "2024-12-16"),
            regionalCalendar2024
        ),
        .settled(
            .counting,
            LocalizedText(id: "Penyampaian hasil TPS ke PPK", en: "Results of the stations sent to the PPK"),
            .days("2024-11-28", "2024-11-30"),
            recapSchedule2024
        ),
        .settled(
            .recapitulation,
            .recapitulation(.subdistrict),
            .days("2024-11-28", "2024-12-03"),
            recapSchedule2024
        ),
        .settled(
            .recapitulation,
            .recapitulation(.regency),
            .days("2024-11-29", "2024-12-06"),
            recapSchedule2024
        ),
        .settled(
            .recapitulation,
            LocalizedText(id: "Pengumuman hasil kabupaten/kota", en: "Result of the regency announced"),
            .days("2024-11-29", "2024-12-12"),
            recapSchedule2024
        ),
        .settled(
            .recapitulation,
            .recapitulation(.province),
            .days("2024-11-30", "2024-12-09"),
            recapSchedule2024
        ),
        .settled(
            .recapitulation,
            LocalizedText(id: "Pengumuman hasil provinsi", en: "Result of the province announced"),
            .days("2024-11-30", "2024-12-15"),
            recapSchedule2024
        ),
    ]
}
