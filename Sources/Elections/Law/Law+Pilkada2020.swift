extension Law {
    /// The regional elections of 9 December 2020, first planned for 23 September.
    ///
    /// - Legal source: UU 1/2015 as changed by UU 10/2016 and UU 6/2020; PKPU 15/2019 and 5/2020 (calendar),
    ///   18/2020 (voting), 19/2020 (recapitulation).
    public static let pilkada2020 = Law(
        id: "pilkada2020",
        kind: .regional,
        title: LocalizedText(id: "Pilkada 2020", en: "Regional elections of 2020"),
        source: "UU 1/2015; UU 10/2016; UU 6/2020; PKPU 15/2019, 5/2020, 18/2020, 19/2020",
        votingDay: .written("2020-12-09"),
        ballots: regionalBallots(
            single: true,
            source: "UU 10/2016",
            voters: {
                regionalVoters($0, always: LocalizedText(id: "DPT dan DPTb", en: "the DPT and the DPTb"))
            },
            colour: { _ in nil },
            forms: regionalForms
        ),
        rolls: regionalRolls,
        stationLimit: .settled(
            500,
            LocalizedText(
                id: "UU 1/2015 pasal 87(1): paling banyak 800; KPU membatasinya 500 (PKPU 6/2020).",
                en: "UU 1/2015 art. 87(1): 800 at most; KPU limits it to 500 (PKPU 6/2020)."
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
        disabilities: disabilities2019,
        deadlines: results2020 + regionalCases + elected2020,
        stages: preparation2020 + electorate2020 + voting2020
    )

    /// The names of the forms of 2020 and 2024; those above the station are not confirmed.
    static func regionalForms(_ ballot: Ballot) -> FormNames {
        FormNames(station: ballot == .governor ? "C.HASIL-KWK-GUBERNUR" : "C.HASIL-KWK-BUPATI", tiers: [])
    }

    private static let results2020: [Deadline] = [
        .open(
            .revote,
            [.days(4, from: .vote), .days(10, from: .vote)],
            LocalizedText(
                id: "PKPU 8/2018 dan 18/2020 belum terbaca tentang hal ini.",
                en: "PKPU 8/2018 and 18/2020 could not be read on this."
            )
        ),
        sameDayRecount,
        .settled(
            .regencyResult,
            .days(8, from: .vote),
            LocalizedText(id: "PKPU 5/2020: 17 Desember 2020", en: "PKPU 5/2020: 17 December 2020")
        ),
        .settled(
            .provinceResult,
            .days(11, from: .vote),
            LocalizedText(id: "PKPU 5/2020: 20 Desember 2020", en: "PKPU 5/2020: 20 December 2020")
        ),
    ]

    private static let elected2020: [Deadline] = [
        .settled(.seatsWithoutDispute, .days(5, from: .courtNotice), .same("PKPU 5/2020")),
        .open(
            .seatsAfterRuling,
            [.days(5, from: .decision)],
            LocalizedText(
                id: "5 hari pasti untuk daerah tanpa sengketa; setelah putusan belum dipastikan.",
                en: "5 days are certain where there is no dispute; after a ruling they are not confirmed."
            )
        ),
    ]
}

extension Law {
    private static let calendar2020 = LocalizedText.same("PKPU 5/2020")

    private static func moved2020(_ id: String, _ en: String) -> LocalizedText {
        LocalizedText(
            id: "PKPU 5/2020; semula \(id) (PKPU 15/2019)",
            en: "PKPU 5/2020; first planned for \(en) (PKPU 15/2019)"
        )
    }

    private static func electorate2020(
        _ id: String,
        _ en: String,
        _ days: PlannedStage.Days,
        _ source: LocalizedText = calendar2020
    ) -> PlannedStage {
        .settled(.electorate, LocalizedText(id: id, en: en), days, source)
    }

    private static let preparation2020: [PlannedStage] = [
        .open(
            .outreach,
            [.days("2019-11-01", "2020-09-22")],
            LocalizedText(
                id: "PKPU 15/2019; dilanjutkan menurut PKPU 5/2020, hari terakhirnya belum dipastikan.",
                en: "PKPU 15/2019; went on under PKPU 5/2020, the last day is not confirmed."
            )
        ),
        .open(
            .adHocBodies,
            LocalizedText(id: "Pembentukan PPK dan PPS", en: "PPK and PPS formed"),
            [.days("2020-01-01", "2020-03-21"), .days("2020-01-01", "2020-03-23")],
            LocalizedText(
                id: "PKPU 15/2019; sumber berbeda tentang hari terakhir. Diaktifkan kembali 15 Juni 2020.",
                en: "PKPU 15/2019; the sources differ on the last day. Re-activated on 15 June 2020."
            )
        ),
        electorate2020(
            "Penyampaian daftar pemilih ke PPS",
            "Draft list sent to the PPS",
            .days("2020-06-15", "2020-07-14"),
            moved2020("23 Maret–17 April", "23 March to 17 April")
        ),
        .settled(
            .adHocBodies,
            LocalizedText(id: "Pembentukan PPDP", en: "Enumerators (PPDP) appointed"),
            .days("2020-06-24", "2020-07-14"),
            moved2020("16–29 April", "16 to 29 April")
        ),
        electorate2020(
            "Pencocokan dan penelitian",
            "Door-to-door check",
            .days("2020-07-15", "2020-08-13")
        ),
        electorate2020(
            "Daftar hasil pemutakhiran (DPHP) oleh PPS",
            "Updated list (DPHP) by the PPS",
            .days("2020-08-07", "2020-08-29")
        ),
        electorate2020(
            "Rekapitulasi DPHP desa/kelurahan",
            "Updated list of the village",
            .days("2020-08-30", "2020-09-01")
        ),
        electorate2020(
            "Rekapitulasi DPHP kecamatan",
            "Updated list of the subdistrict",
            .days("2020-09-02", "2020-09-04")
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pendaftaran pasangan calon", en: "Pairs registered"),
            .days("2020-09-04", "2020-09-06"),
            moved2020("16–18 Juni", "16 to 18 June")
        ),
        electorate2020(
            "Penetapan DPS kabupaten/kota",
            "Provisional list (DPS) of the regency",
            .days("2020-09-05", "2020-09-14")
        ),
        electorate2020(
            "Rekapitulasi DPS provinsi",
            "Provisional list (DPS) of the province",
            .days("2020-09-15", "2020-09-16"),
            moved2020("14–15 Juni", "14 to 15 June")
        ),
    ]

    private static let electorate2020: [PlannedStage] = [
        electorate2020(
            "Pengumuman DPS dan tanggapan",
            "Provisional list (DPS) announced, comments",
            .days("2020-09-19", "2020-09-28"),
            moved2020("19–28 Juni", "19 to 28 June")
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penetapan pasangan calon", en: "Pairs determined"),
            .day("2020-09-23"),
            moved2020("8 Juli", "8 July")
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Nomor urut pasangan calon", en: "Pairs numbered"),
            .day("2020-09-24"),
            moved2020("9 Juli", "9 July")
        ),
        .settled(
            .campaign,
            .days("2020-09-26", "2020-12-05"),
            moved2020("11 Juli–19 September", "11 July to 19 September")
        ),
        electorate2020(
            "Perbaikan DPS oleh PPS",
            "Provisional list (DPS) corrected by the PPS",
            .days("2020-09-29", "2020-10-03"),
            moved2020("24 Juni–3 Juli", "24 June to 3 July")
        ),
        electorate2020(
            "Rekapitulasi DPS perbaikan desa/kelurahan",
            "Corrected list of the village",
            .days("2020-10-04", "2020-10-06")
        ),
        electorate2020(
            "Rekapitulasi DPS perbaikan kecamatan",
            "Corrected list of the subdistrict",
            .days("2020-10-07", "2020-10-09")
        ),
        electorate2020(
            "Penetapan DPT kabupaten/kota",
            "Permanent list (DPT) of the regency",
            .days("2020-10-09", "2020-10-16")
        ),
        electorate2020(
            "Rekapitulasi DPT provinsi",
            "Permanent list (DPT) of the province",
            .days("2020-10-17", "2020-10-18")
        ),
        electorate2020(
            "Penyampaian DPT ke PPS",
            "Permanent list (DPT) sent to the PPS",
            .days("2020-10-17", "2020-10-26")
        ),
        electorate2020(
            "Pengumuman DPT",
            "Permanent list (DPT) announced",
            .days("2020-10-28", "2020-12-06")
        ),
    ]

    private static let voting2020: [PlannedStage] = [
        .settled(
            .adHocBodies,
            LocalizedText(id: "Pembentukan dan masa kerja KPPS", en: "KPPS formed and at work"),
            .days("2020-11-24", "2020-12-23"),
            moved2020("21 Juni–21 Agustus", "21 June to 21 August")
        ),
        .settled(
            .quietPeriod,
            .days("2020-12-06", "2020-12-08"),
            LocalizedText(
                id: "PKPU 5/2020: kampanye berakhir 5 Desember",
                en: "PKPU 5/2020: the campaign ends on 5 December"
            )
        ),
        .settled(
            .voting,
            .day("2020-12-09"),
            LocalizedText(
                id: "UU 6/2020 pasal 201A; PKPU 5/2020; semula 23 September (PKPU 15/2019)",
                en: "UU 6/2020 art. 201A; PKPU 5/2020; first planned for 23 September (PKPU 15/2019)"
            )
        ),
        .settled(
            .recapitulation,
            .recapitulation(.subdistrict),
            .days("2020-12-10", "2020-12-14"),
            calendar2020
        ),
        .settled(.recapitulation, .recapitulation(.regency), .days("2020-12-13", "2020-12-17"), calendar2020),
        .settled(
            .recapitulation,
            .recapitulation(.province),
            .days("2020-12-16", "2020-12-20"),
            calendar2020
        ),
    ]
}
