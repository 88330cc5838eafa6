extension Law {
    /// The simultaneous general elections of 17 April 2019.
    ///
    /// Whether the shares of art. 416 bind where only two pairs stand is disputed: PKPU 5/2019 art. 3(7) let
    /// the most votes win, MA 44 P/HUM/2019 struck it. It did not matter in 2019.
    ///
    /// - Legal source: UU 7/2017; PKPU 7/2017 and its changes (calendar), 3/2019 and 9/2019 (voting), 4/2019
    ///   (recapitulation), 5/2019 (seats).
    public static let pemilu2019 = Law(
        id: "pemilu2019",
        kind: .general,
        title: LocalizedText(id: "Pemilihan Umum 2019", en: "General election of 2019"),
        source: "UU 7/2017; PKPU 7/2017, 3/2019, 4/2019, 5/2019, 9/2019",
        votingDay: .written("2019-04-17"),
        ballots: ballots7Of2017(
            president: "UU 7/2017 art. 416; PKPU 5/2019 art. 3(7); MA 44 P/HUM/2019",
            provinces: 34,
            ofTwo: ofTwo2019,
            forms2019
        ),
        rolls: rolls7Of2017,
        stationLimit: .settled(
            300,
            LocalizedText(
                id: "UU 7/2017 pasal 350(1): paling banyak 500; KPU membatasinya 300 (PKPU 11/2018).",
                en: "UU 7/2017 art. 350(1): 500 at most; KPU limits it to 300 (PKPU 11/2018)."
            )
        ),
        reserve: reserve7Of2017,
        supply: supply7Of2017,
        councilSizes: councilSizes7Of2017,
        districtSeats: districtSeats7Of2017,
        candidateLists: .act7Of2017("PKPU 20/2018", rounding: .same("PKPU 20/2018")),
        partyTie: openPartyTie("PKPU 5/2019"),
        candidateTie: candidateTie2019,
        exhaustedList: openExhaustedList,
        spread: openSpread,
        evenSpread: openEvenSpread,
        petition: nil,
        severalCandidates: openSeveralCandidates,
        disabilities: disabilities2019,
        deadlines: deadlines7Of2017(seats: seatDeadlines2019),
        stages: before2019 + after2019
    )

    private static func forms2019(_ ballot: Ballot) -> FormNames {
        let suffix =
            switch ballot {
            case .provincialCouncil: "DPRD Prov"
            case .regencyCouncil: "DPRD Kab/Kota"
            case .president, .house, .senate, .governor, .regent: ballot.rawValue
            }
        return .upwards(
            ballot,
            station: "C1-\(suffix)",
            tiers: ["DAA1", "DA1", "DB1", "DC1", "DD1"].map { "\($0)-\(suffix)" }
        )
    }

    private static let candidateTie2019 = Provision<[TieBreak]>.open(
        [TieBreak.reading([.spread, .woman, .listNumber]), TieBreak.reading([.spread, .plenary])],
        LocalizedText(
            id: "PKPU 5/2019 pasal 13(2): sebaran suara berjenjang. Apakah calon perempuan lalu nomor urut "
                + "menyusul, seperti dalam PKPU 6/2024, belum dipastikan.",
            en: "PKPU 5/2019 art. 13(2): the spread of the votes, tier by tier. Whether a woman, then the "
                + "list number come next, as in PKPU 6/2024, is not confirmed."
        )
    )

    private static let seatDeadlines2019: [Deadline] = [
        .open(
            .seatsWithoutDispute,
            [.days(3, from: .courtNotice)],
            LocalizedText(
                id: "3 hari sejak pemberitahuan MK diketahui untuk 2024 (PKPU 6/2024); untuk 2019 belum "
                    + "dipastikan.",
                en: "3 days from the court's notice are known for 2024 (PKPU 6/2024); for 2019 not confirmed."
            )
        ),
        .settled(
            .seatsAfterRuling,
            .days(3, from: .decision),
            LocalizedText(
                id: "KPU, 2019: paling lambat 3 hari setelah putusan MK.",
                en: "KPU, 2019: 3 days after the court's ruling at the latest."
            )
        ),
    ]
}

extension Law {
    private static let calendar2019 = LocalizedText.same("PKPU 7/2017; 5/2018; 32/2018; 10/2019")

    private static let onlyMonths2019 = LocalizedText(
        id: "Hanya bulannya yang diketahui; harinya belum dipastikan.",
        en: "Only the months are known; the days are not confirmed."
    )

    private static let before2019: [PlannedStage] = [
        .wholeMonths(.outreach, .days("2017-08-01", "2019-04-30"), onlyMonths2019),
        .settled(
            .parties,
            LocalizedText(id: "Pendaftaran partai", en: "Registration of parties"),
            .days("2017-10-03", "2017-10-16"),
            calendar2019
        ),
        .wholeMonths(.electorate, .days("2017-12-01", "2019-04-30"), onlyMonths2019),
        .wholeMonths(
            .adHocBodies,
            LocalizedText(id: "Pembentukan PPK dan PPS", en: "PPK and PPS formed"),
            .days("2018-01-01", "2018-03-31"),
            onlyMonths2019
        ),
        .settled(
            .parties,
            LocalizedText(id: "Penetapan dan nomor urut partai", en: "Parties determined and numbered"),
            .days("2018-02-17", "2018-02-18"),
            calendar2019
        ),
        .wholeMonths(.logistics, .days("2018-07-01", "2019-04-30"), onlyMonths2019),
        .open(
            .candidacy,
            LocalizedText(id: "Pendaftaran calon DPD", en: "Candidates of the DPD registered"),
            [.days("2018-07-02", "2018-07-08"), .days("2018-07-09", "2018-07-11")],
            LocalizedText(id: "Dua sumber berbeda.", en: "Two sources differ.")
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pengajuan calon DPR dan DPRD", en: "Candidates of the DPR and DPRD submitted"),
            .days("2018-07-04", "2018-07-17"),
            calendar2019
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pendaftaran pasangan calon presiden", en: "Pairs for president registered"),
            .days("2018-08-04", "2018-08-10"),
            calendar2019
        ),
        .open(
            .candidacy,
            LocalizedText(id: "Penetapan dan pengumuman DCT", en: "Final lists (DCT) set and announced"),
            [.days("2018-09-20", "2018-09-21"), .days("2018-09-20", "2018-09-23")],
            LocalizedText(
                id: "Ditetapkan 20 September 2018; hari terakhir pengumumannya antara 21 dan 23 September.",
                en: "Set on 20 September 2018; the announcement ended between 21 and 23 September."
            )
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penetapan dan nomor urut pasangan calon", en: "Pairs determined and numbered"),
            .days("2018-09-20", "2018-09-21"),
            calendar2019
        ),
        .settled(.campaign, .days("2018-09-23", "2019-04-13"), calendar2019),
        .wholeMonths(
            .adHocBodies,
            LocalizedText(id: "Pembentukan KPPS", en: "KPPS formed"),
            .days("2019-02-01", "2019-03-31"),
            onlyMonths2019
        ),
    ]

    private static let after2019: [PlannedStage] = [
        .settled(.quietPeriod, .days("2019-04-14", "2019-04-16"), calendar2019),
        .settled(
            .logistics,
            LocalizedText(id: "Penyampaian surat pemberitahuan (C6)", en: "Notices to voters (C6) delivered"),
            .days("2019-04-14", "2019-04-16"),
            .same("PKPU 3/2019")
        ),
        .settled(
            .logistics,
            LocalizedText(
                id: "Logistik di KPPS, TPS disiapkan",
                en: "Materials with the KPPS, stations prepared"
            ),
            .day("2019-04-16"),
            .same("PKPU 3/2019")
        ),
        .settled(.voting, .day("2019-04-17"), calendar2019),
        .settled(
            .counting,
            .day("2019-04-17"),
            LocalizedText(
                id: "UU 7/2017 pasal 383(2); MK 20/PUU-XVII/2019: boleh berlanjut 12 jam tanpa jeda.",
                en: "UU 7/2017 art. 383(2); MK 20/PUU-XVII/2019: may go on for 12 hours without a break."
            )
        ),
        recap2019(.subdistrict, [.days("2019-04-18", "2019-05-04"), .days("2019-04-18", "2019-05-05")]),
        recap2019(.regency, [.days("2019-04-21", "2019-05-06"), .days("2019-04-21", "2019-05-07")]),
        recap2019(.province, [.days("2019-04-23", "2019-05-09"), .days("2019-04-23", "2019-05-12")]),
        .settled(
            .recapitulation,
            .recapitulation(nil),
            .days("2019-04-25", "2019-05-22"),
            calendar2019
        ),
        .wholeMonths(
            .oath,
            LocalizedText(id: "Proses peresmian anggota DPRD", en: "Inauguration of the councils prepared"),
            .days("2019-07-01", "2019-08-31"),
            onlyMonths2019
        ),
        .settled(
            .disputes,
            LocalizedText(
                id: "Sidang sengketa hasil legislatif di MK",
                en: "Hearings on the councils' results"
            ),
            .days("2019-07-09", "2019-08-09"),
            LocalizedText(id: "Jadwal sidang MK", en: "Hearings of the Constitutional Court (MK)")
        ),
        .wholeMonths(
            .oath,
            LocalizedText(id: "Sumpah/janji anggota DPRD", en: "Oath of the councils"),
            .days("2019-08-01", "2019-10-31"),
            onlyMonths2019
        ),
        .settled(
            .oath,
            LocalizedText(id: "Sumpah/janji anggota DPR dan DPD", en: "Oath of the DPR and DPD"),
            .day("2019-10-01"),
            calendar2019
        ),
        .settled(
            .oath,
            LocalizedText(id: "Sumpah/janji presiden", en: "Oath of the president"),
            .day("2019-10-20"),
            calendar2019
        ),
    ]

    private static func recap2019(_ tier: RegionCode.Tier, _ readings: [PlannedStage.Days]) -> PlannedStage {
        .open(
            .recapitulation,
            .recapitulation(tier),
            readings,
            LocalizedText(
                id: "Hari pertama diketahui; sumber berbeda tentang hari terakhir.",
                en: "The first day is known; the sources differ on the last."
            )
        )
    }
}
