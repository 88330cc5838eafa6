extension Law {
    /// The regional elections of 9 December 2015.
    ///
    /// - Legal source: UU 1/2015 as changed by UU 8/2015; PKPU 2/2015 (calendar), 10/2015 (voting), 11/2015
    ///   (recapitulation).
    public static let pilkada2015 = Law(
        id: "pilkada2015",
        kind: .regional,
        title: LocalizedText(id: "Pilkada 2015", en: "Regional elections of 2015"),
        source: "UU 1/2015; UU 8/2015; PKPU 2/2015, 10/2015, 11/2015",
        votingDay: .written("2015-12-09"),
        ballots: regionalBallots(
            single: false,
            source: "UU 8/2015",
            voters: {
                regionalVoters(
                    $0,
                    always: LocalizedText(
                        id: "DPT, DPTb-1, dan DPTb-2",
                        en: "the DPT, the DPTb-1 and the DPTb-2"
                    )
                )
            },
            colour: { _ in nil },
            forms: { _ in forms2015 }
        ),
        rolls: rolls2015,
        stationLimit: .settled(800, .articles("UU 1/2015", "87(1)")),
        reserve: regionalReserve,
        supply: regionalSupply("DPTb-1"),
        councilSizes: nil,
        districtSeats: nil,
        candidateLists: nil,
        partyTie: nil,
        candidateTie: nil,
        exhaustedList: nil,
        spread: nil,
        evenSpread: openEvenSpread,
        petition: petition8Of2015,
        severalCandidates: nil,
        disabilities: nil,
        deadlines: deadlines2015,
        stages: preparation2015 + candidacy2015 + results2015
    )

    // The names of the village's and the province's form are not confirmed.
    private static let forms2015 = FormNames(
        station: "C1-KWK",
        tiers: [TierForm(tier: .subdistrict, name: "DA1-KWK"), TierForm(tier: .regency, name: "DB1-KWK")]
    )

    private static let rolls2015 = [
        regionalRolls[0],
        RollName(
            roll: .special,
            acronym: "DPTb-1",
            name: LocalizedText(
                id: "Daftar Pemilih Tambahan 1",
                en: "first added list: after the DPT was set"
            )
        ),
        regionalRolls[1],
        RollName(
            roll: .added,
            acronym: "DPTb-2",
            name: LocalizedText(
                id: "Daftar Pemilih Tambahan 2",
                en: "second added list: identity card on the day"
            )
        ),
    ]

    private static let deadlines2015: [Deadline] = [
        .open(
            .revote,
            [.days(4, from: .vote), .days(2, from: .vote), .days(10, from: .vote)],
            LocalizedText(
                id: "UU 1/2015 pasal 112–114 dan PKPU 10/2015 belum terbaca tentang hal ini.",
                en: "UU 1/2015 art. 112–114 and PKPU 10/2015 could not be read on this."
            )
        ),
        sameDayRecount,
        .settled(
            .regencyResult,
            .days(9, from: .vote),
            LocalizedText(id: "PKPU 2/2015: 18 Desember 2015", en: "PKPU 2/2015: 18 December 2015")
        ),
        .settled(
            .provinceResult,
            .days(10, from: .vote),
            LocalizedText(id: "PKPU 2/2015: 19 Desember 2015", en: "PKPU 2/2015: 19 December 2015")
        ),
        .settled(.resultDispute, .hours(72, from: .announcement), .articles("UU 8/2015", "157(5)")),
        .open(
            .resultRuling,
            [.days(45, from: .receipt), .days(45, from: .registration)],
            LocalizedText(
                id: "UU 8/2015 pasal 157(8): 45 hari; sejak diterima atau diregistrasi belum dipastikan.",
                en: "UU 8/2015 art. 157(8): 45 days; from receipt or from registration is not confirmed."
            )
        ),
        .settled(.violationReport, .days(7, from: .knowledge), .articles("UU 1/2015", "134(4)")),
        .settled(.violationFollowUp, .days(3, from: .receipt), .articles("UU 1/2015", "134(5)")),
        openAdministrativeRuling,
        openProcessRuling,
    ]
}

extension Law {
    private static let calendar2015 = LocalizedText.same("PKPU 2/2015")

    private static let unconfirmed2015 = LocalizedText(
        id: "PKPU 2/2015 belum terbaca lengkap; hari-harinya belum dipastikan.",
        en: "PKPU 2/2015 could not be read in full; the days are not confirmed."
    )

    private static let preparation2015: [PlannedStage] = [
        .open(
            .planning,
            [.days("2015-02-18", "2015-04-30"), .days("2015-02-18", "2015-05-31")],
            LocalizedText(
                id: "Hari pertama diketahui; berakhir April atau Mei 2015.",
                en: "The first day is known; it ended in April or May 2015."
            )
        ),
        .open(.regulations, [.days("2015-02-23", "2015-04-30")], unconfirmed2015),
        .open(
            .adHocBodies,
            LocalizedText(id: "Pembentukan PPK dan PPS", en: "PPK and PPS formed"),
            [.days("2015-04-19", "2015-05-18")],
            unconfirmed2015
        ),
        .open(
            .electorate,
            [.days("2015-06-03", "2015-11-06"), .days("2015-06-09", "2015-11-06")],
            LocalizedText(
                id: "Sumber berbeda tentang hari pertama.",
                en: "The sources differ on the first day."
            )
        ),
        .open(
            .candidacy,
            LocalizedText(id: "Pengumuman pendaftaran", en: "Registration announced"),
            [.days("2015-07-14", "2015-07-25"), .days("2015-07-24", "2015-07-25")],
            LocalizedText(
                id: "Sumber berbeda tentang hari pertama.",
                en: "The sources differ on the first day."
            )
        ),
    ]

    private static let candidacy2015: [PlannedStage] = [
        .settled(
            .candidacy,
            LocalizedText(id: "Pendaftaran pasangan calon", en: "Pairs registered"),
            .days("2015-07-26", "2015-07-28"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pemeriksaan kesehatan", en: "Health checks"),
            .days("2015-07-26", "2015-08-01"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penelitian dokumen", en: "Documents examined"),
            .days("2015-07-28", "2015-08-03"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Perbaikan dokumen", en: "Documents corrected"),
            .days("2015-08-04", "2015-08-07"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penelitian perbaikan", en: "Corrections examined"),
            .days("2015-08-08", "2015-08-14"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penetapan pasangan calon", en: "Pairs determined"),
            .day("2015-08-24"),
            calendar2015
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Nomor urut pasangan calon", en: "Pairs numbered"),
            .days("2015-08-25", "2015-08-26"),
            calendar2015
        ),
        .open(.campaign, [.days("2015-08-27", "2015-12-05")], unconfirmed2015),
        .open(.quietPeriod, [.days("2015-12-06", "2015-12-08")], unconfirmed2015),
        .settled(
            .logistics,
            LocalizedText(
                id: "Penyampaian surat pemberitahuan (C6-KWK)",
                en: "Notices to voters (C6-KWK) delivered"
            ),
            .days("2015-12-06", "2015-12-08"),
            .same("PKPU 10/2015")
        ),
    ]

    private static let results2015: [PlannedStage] = [
        .settled(.voting, .day("2015-12-09"), calendar2015),
        .settled(.counting, .day("2015-12-09"), calendar2015),
        .settled(
            .counting,
            LocalizedText(id: "Pengumuman hasil TPS", en: "Results of the stations posted"),
            .days("2015-12-09", "2015-12-15"),
            .same("PKPU 10/2015")
        ),
        .settled(
            .recapitulation,
            .recapitulation(.subdistrict),
            .days("2015-12-10", "2015-12-16"),
            calendar2015
        ),
        .settled(.recapitulation, .recapitulation(.regency), .days("2015-12-16", "2015-12-18"), calendar2015),
        .settled(
            .recapitulation,
            .recapitulation(.province),
            .days("2015-12-18", "2015-12-19"),
            calendar2015
        ),
        .settled(.disputes, .days("2015-12-18", "2016-02-12"), calendar2015),
        .settled(
            .seats,
            LocalizedText(id: "Penetapan pasangan terpilih tanpa sengketa", en: "Elected pair, no dispute"),
            .days("2015-12-21", "2015-12-22"),
            calendar2015
        ),
        .settled(
            .oath,
            LocalizedText(id: "Usul pengesahan tanpa sengketa", en: "Inauguration proposed, no dispute"),
            .days("2015-12-23", "2015-12-29"),
            calendar2015
        ),
        .settled(
            .seats,
            LocalizedText(
                id: "Penetapan pasangan terpilih setelah putusan",
                en: "Elected pair after a ruling"
            ),
            .days("2016-02-12", "2016-03-13"),
            calendar2015
        ),
        .settled(
            .oath,
            LocalizedText(id: "Usul pengesahan setelah putusan", en: "Inauguration proposed after a ruling"),
            .days("2016-02-13", "2016-03-14"),
            calendar2015
        ),
    ]
}
