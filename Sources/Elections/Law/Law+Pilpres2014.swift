extension Law {
    /// The presidential election of 9 July 2014.
    ///
    /// - Legal source: UU 42/2008; MK 50/PUU-XII/2014 (two pairs); PKPU 4/2014 (calendar), 9/2014 (voters),
    ///   21/2014 (recapitulation).
    public static let pilpres2014 = Law(
        id: "pilpres2014",
        kind: .general,
        title: LocalizedText(id: "Pemilihan Presiden 2014", en: "Presidential election of 2014"),
        source: "UU 42/2008; MK 50/PUU-XII/2014; PKPU 4/2014, 9/2014, 21/2014",
        votingDay: .written("2014-07-09"),
        ballots: [.president: president2014],
        rolls: rolls2014,
        stationLimit: .settled(
            800,
            LocalizedText(id: "UU 42/2008; PKPU 9/2014 pasal 16(4)", en: "UU 42/2008; PKPU 9/2014 art. 16(4)")
        ),
        reserve: reserveOfPilpres2014,
        supply: supplyOfPilpres2014,
        councilSizes: nil,
        districtSeats: nil,
        candidateLists: nil,
        partyTie: nil,
        candidateTie: nil,
        exhaustedList: nil,
        spread: openSpread,
        evenSpread: nil,
        petition: nil,
        severalCandidates: nil,
        disabilities: nil,
        deadlines: deadlinesOfPilpres2014,
        stages: electorateOfPilpres2014 + stagesOfPilpres2014
    )

    private static let president2014 = Rules(
        colour: nil,
        voters: LocalizedText(
            id: "Pemilih DPT, DPTb, DPK, dan DPKTb.",
            en: "Voters on the DPT, the DPTb, the DPK and the DPKTb."
        ),
        // The names above the station are not confirmed for 2014.
        forms: FormNames(station: "C1-PPWP", tiers: []),
        seats: nil,
        winner: LocalizedText(
            id: "Dari dua pasangan, yang suaranya terbanyak; dari tiga atau lebih, yang meraih lebih dari "
                + "50% suara dan sedikitnya 20% di lebih dari separuh provinsi.",
            en: "Of two pairs the one with the most votes; of three or more, the one with more than 50% and "
                + "at least 20% in each of more than half of the provinces."
        ),
        winners: .president(
            provinces: 33,
            ofTwo: ofTwo2014,
            tie: .articles("UU 42/2008", "159"),
            source: .articles("UU 42/2008", "159")
        ),
        ownWinners: [:],
        source: "UU 42/2008 art. 159; MK 50/PUU-XII/2014"
    )

    private static let reserveOfPilpres2014 = Provision<Share>.open(
        [("2-percent", LocalizedText(id: "2% dari DPT", en: "2% of the DPT"), Share(20, of: 1_000))],
        LocalizedText(
            id: "Aturan UU 42/2008 tidak ditemukan; 2% berlaku pada pemilu legislatif tahun itu.",
            en: "The rule of UU 42/2008 was not found; 2% held in the legislative election of that year."
        )
    )

    private static let supplyOfPilpres2014 = Provision<[Field.Roll]>.open(
        [("dpt-dptb", .same("DPT + DPTb"), [.permanent, .movedIn]), ("dpt", .same("DPT"), [.permanent])],
        LocalizedText(
            id: "Aturan UU 42/2008 tidak ditemukan; DPT + DPTb berlaku pada pemilu legislatif tahun itu.",
            en:
                "The rule of UU 42/2008 was not found; DPT + DPTb held in the legislative election of that year."
        )
    )
}

extension Law {
    private static func unread(_ id: String, _ en: String) -> LocalizedText {
        LocalizedText(
            id: "UU 42/2008 belum terbaca tentang hal ini: \(id).",
            en: "UU 42/2008 could not be read on this: \(en)."
        )
    }

    private static let deadlinesOfPilpres2014: [Deadline] = [
        .open(
            .revote,
            [.days(10, from: .vote)],
            unread("10 hari berlaku pada pemilu legislatif", "10 days held in the legislative election")
        ),
        .open(
            .nationalResult,
            [.days(30, from: .vote)],
            unread("30 hari belum dipastikan", "30 days unconfirmed")
        ),
        .open(
            .presidentialDispute,
            [.days(3, from: .announcement), .workingDays(3, from: .announcement)],
            unread("3 hari, jenisnya belum dipastikan", "3 days, of which kind is not confirmed")
        ),
        .open(
            .presidentialRuling,
            [.workingDays(14, counting: .registration), .days(14, from: .registration)],
            LocalizedText(
                id: "UU MK pasal 78(a): 14 hari; jenis harinya belum dipastikan.",
                en: "UU MK art. 78(a): 14 days; of which kind is not confirmed."
            )
        ),
    ]

    private static let calendarOfPilpres2014 = LocalizedText.same("PKPU 4/2014")

    private static let electorateOfPilpres2014: [PlannedStage] = [
        .settled(
            .electorate,
            LocalizedText(id: "DPS dari DPT pemilu legislatif", en: "Provisional list from the April list"),
            .days("2014-03-24", "2014-03-30"),
            calendarOfPilpres2014
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Perbaikan DPS", en: "Provisional list corrected"),
            .days("2014-05-11", "2014-05-12"),
            calendarOfPilpres2014
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pendaftaran pasangan calon", en: "Pairs registered"),
            .days("2014-05-18", "2014-05-20"),
            calendarOfPilpres2014
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Pemeriksaan kesehatan", en: "Health checks"),
            .days("2014-05-19", "2014-05-23"),
            calendarOfPilpres2014
        ),
        .settled(
            .candidacy,
            LocalizedText(id: "Penetapan pasangan calon", en: "Pairs determined"),
            .day("2014-05-31"),
            calendarOfPilpres2014
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Penetapan DPT", en: "Permanent list (DPT) set"),
            .days("2014-06-03", "2014-06-13"),
            calendarOfPilpres2014
        ),
    ]

    private static let stagesOfPilpres2014: [PlannedStage] = [
        .settled(.campaign, .days("2014-06-04", "2014-07-05"), calendarOfPilpres2014),
        .settled(
            .electorate,
            LocalizedText(id: "Penetapan DPK", en: "Special list (DPK) set"),
            .days("2014-07-01", "2014-07-02"),
            calendarOfPilpres2014
        ),
        .settled(.quietPeriod, .days("2014-07-06", "2014-07-08"), calendarOfPilpres2014),
        .settled(.voting, .day("2014-07-09"), calendarOfPilpres2014),
        recapOfPilpres2014(.village, .days("2014-07-10", "2014-07-12")),
        recapOfPilpres2014(.subdistrict, .days("2014-07-13", "2014-07-15")),
        recapOfPilpres2014(.regency, .days("2014-07-16", "2014-07-17")),
        recapOfPilpres2014(.province, .days("2014-07-18", "2014-07-19")),
        recapOfPilpres2014(nil, .days("2014-07-20", "2014-07-22")),
        .settled(.oath, .day("2014-10-20"), calendarOfPilpres2014),
    ]

    private static func recapOfPilpres2014(_ tier: RegionCode.Tier?, _ days: PlannedStage.Days)
        -> PlannedStage
    {
        .open(
            .recapitulation,
            .recapitulation(tier),
            [days],
            LocalizedText(
                id: "PKPU 4/2014 belum terbaca sampai akhir; hari-harinya belum dipastikan.",
                en: "PKPU 4/2014 could not be read to its end; the days are not confirmed."
            )
        )
    }
}
