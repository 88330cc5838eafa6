import Apportionment

extension Law {
    /// The legislative elections of 9 April 2014: DPR, DPD and DPRD.
    ///
    /// - Legal source: UU 8/2012; MK 52/PUU-X/2012 (no threshold for the councils); PKPU 7/2012 and its changes
    ///   (calendar), 26/2013 (voting), 27/2013 (recapitulation), 29/2013 (seats).
    public static let pemilu2014 = Law(
        id: "pemilu2014",
        kind: .general,
        title: LocalizedText(id: "Pemilihan Umum Legislatif 2014", en: "Legislative election of 2014"),
        source: "UU 8/2012; MK 52/PUU-X/2012; PKPU 7/2012, 26/2013, 27/2013, 29/2013",
        votingDay: .written("2014-04-09"),
        ballots: [
            .house: rules2014(.house, station: "C1-DPR", source: "UU 8/2012 art. 208, 211, 212, 215"),
            .senate: rules2014(.senate, station: "C1-DPD", source: "UU 8/2012"),
            .provincialCouncil: rules2014(
                .provincialCouncil,
                station: "C1-DPRD Prov",
                source: "UU 8/2012 art. 211, 212, 215; MK 52/PUU-X/2012"
            ),
            .regencyCouncil: rules2014(
                .regencyCouncil,
                station: "C1-DPRD Kab",
                source: "UU 8/2012 art. 211, 212, 215; MK 52/PUU-X/2012"
            ),
        ],
        rolls: rolls2014,
        stationLimit: .settled(500, .same("UU 8/2012")),
        reserve: .settled(Share(20, of: 1_000), .articles("UU 8/2012", "145(2), 151")),
        supply: .settled(
            [.permanent, .movedIn],
            LocalizedText(
                id: "UU 8/2012 pasal 145(2) dan 151; pembulatan per TPS tidak diatur di sana.",
                en: "UU 8/2012 art. 145(2) and 151; they do not say how to round at a station."
            )
        ),
        councilSizes: councilSizes2014,
        districtSeats: .settled(districtRange, .articles("UU 8/2012", "27(2)")),
        candidateLists: nil,
        partyTie: .settled(
            .spread,
            LocalizedText(
                id: "UU 8/2012 pasal 213: sisa suara yang persebarannya lebih banyak. Cara mengukur sebaran "
                    + "tidak ditemukan.",
                en: "UU 8/2012 art. 213: the remainder with the wider spread. How to measure the spread was "
                    + "not found."
            )
        ),
        candidateTie: candidateTie2014,
        exhaustedList: openExhaustedList,
        spread: openSpread,
        evenSpread: openEvenSpread,
        petition: nil,
        severalCandidates: openSeveralCandidates,
        disabilities: nil,
        deadlines: results2014 + cases2014,
        stages: early2014 + candidacy2014 + late2014 + results2014Stages
    )

    /// The lists of voters of 2014.
    static let rolls2014 =
        rolls7Of2017 + [
            RollName(
                roll: .added,
                acronym: "DPKTb",
                name: LocalizedText(
                    id: "Daftar Pemilih Khusus Tambahan",
                    en: "added special list: identity card on the day"
                )
            )
        ]

    private static let councilSizes2014 = Provision<[CouncilSize]>.settled(
        [
            CouncilSize(population: 100_000, seats: 20), CouncilSize(population: 200_000, seats: 25),
            CouncilSize(population: 300_000, seats: 30), CouncilSize(population: 400_000, seats: 35),
            CouncilSize(population: 500_000, seats: 40), CouncilSize(population: 1_000_000, seats: 45),
            CouncilSize(population: nil, seats: 50),
        ],
        .articles("UU 8/2012", "26")
    )

    private static let candidateTie2014 = Provision<[TieBreak]>.open(
        [
            TieBreak.reading([.spread, .woman, .plenary]), TieBreak.reading([.spread, .woman, .listNumber]),
            TieBreak.reading([.spread, .plenary]),
        ],
        LocalizedText(
            id: "PKPU 29/2013 pasal 42(2): persebaran dukungan lebih banyak. Bagaimana keterwakilan "
                + "perempuan (UU 8/2012 pasal 215) dan nomor urut menyusul belum dipastikan.",
            en: "PKPU 29/2013 art. 42(2): the wider spread of support. How women (UU 8/2012 art. 215) and "
                + "the list number come next is not confirmed."
        )
    )
}

extension Law {
    private static func rules2014(_ ballot: Ballot, station: String, source: String) -> Rules {
        Rules(
            colour: colour(of: ballot),
            voters: LocalizedText(
                id: "Pemilih DPT, DPK, dan DPKTb; surat suara mana untuk pemilih DPTb pada 2014 belum "
                    + "dipastikan.",
                en: "Voters on the DPT, the DPK and the DPKTb; which papers those on the DPTb got in 2014 is "
                    + "not confirmed."
            ),
            // The names above the station are not confirmed for 2014.
            forms: FormNames(station: station, tiers: []),
            seats: seatRule2014(ballot),
            winner: winner2014(ballot),
            winners: ballot == .senate ? .senate(.same("UU 8/2012"), tie: .same("UU 8/2012")) : nil,
            ownWinners: [:],
            source: source
        )
    }

    private static func seatRule2014(_ ballot: Ballot) -> SeatRule? {
        switch ballot {
        case .house: SeatRule(method: .hare, threshold: Threshold(35, of: 1_000))
        case .provincialCouncil, .regencyCouncil: SeatRule(method: .hare, threshold: nil)
        case .president, .senate, .governor, .regent: nil
        }
    }

    private static func winner2014(_ ballot: Ballot) -> LocalizedText {
        switch ballot {
        case .house:
            LocalizedText(
                id: "Partai dengan sedikitnya 3,5% suara sah nasional mendapat kursi menurut BPP lalu sisa "
                    + "suara terbanyak, lalu calonnya menurut suara terbanyak.",
                en: "Parties with at least 3.5% of the nation's valid votes get seats by quota (BPP), then "
                    + "largest remainder, then their candidates with the most votes."
            )
        case .senate:
            LocalizedText(
                id: "Empat calon dengan suara terbanyak di provinsi.",
                en: "The four with the most votes in the province."
            )
        case .president, .provincialCouncil, .regencyCouncil, .governor, .regent:
            LocalizedText(
                id: "Semua partai mendapat kursi menurut BPP lalu sisa suara terbanyak, lalu calonnya "
                    + "menurut suara terbanyak.",
                en: "All parties get seats by quota (BPP), then largest remainder, then their candidates "
                    + "with the most votes."
            )
        }
    }
}

extension Law {
    private static func unconfirmed2014(_ article: String) -> LocalizedText {
        LocalizedText(
            id: "UU 8/2012 pasal \(article) belum terbaca; angkanya belum dipastikan.",
            en: "UU 8/2012 art. \(article) could not be read; the number is not confirmed."
        )
    }

    private static let results2014: [Deadline] = [
        .settled(.revote, .days(10, from: .vote), .articles("UU 8/2012", "222(3)")),
        .open(.stationRecount, [.days(0, from: .vote)], unconfirmed2014("224")),
        .open(.regencyResult, [.days(12, from: .vote)], unconfirmed2014("207")),
        .open(.provinceResult, [.days(15, from: .vote)], unconfirmed2014("207")),
        .open(.nationalResult, [.days(30, from: .vote)], unconfirmed2014("207")),
        .settled(.resultDispute, .hours(72, from: .announcement), .articles("UU 8/2012", "272(2)")),
        rulingOnResults,
    ]

    private static let cases2014: [Deadline] = [
        .open(
            .violationReport,
            [.days(7, from: .knowledge), .workingDays(7, from: .knowledge)],
            LocalizedText(
                id: "UU 8/2012 pasal 249: 7 hari; naskah yang ditemukan terpotong, jenis harinya belum "
                    + "dipastikan.",
                en: "UU 8/2012 art. 249: 7 days; the text found is cut, the kind of days is not confirmed."
            )
        ),
        .open(
            .administrativeRuling,
            [.days(7, from: .receipt), .workingDays(7, from: .receipt)],
            LocalizedText(
                id: "UU 8/2012 pasal 256: KPU memutus atas rekomendasi Bawaslu; 7 hari belum dipastikan.",
                en: "UU 8/2012 art. 256: KPU decides on Bawaslu's recommendation; the 7 days are not "
                    + "confirmed."
            )
        ),
        .settled(.processRuling, .days(12, from: .receipt), .articles("UU 8/2012", "258(3)")),
        .settled(.replacementDecree, .days(14, from: .vacancy), .articles("UU 8/2012", "220")),
    ]
}

extension Law {
    private static let calendar2014 = LocalizedText.same("PKPU 7/2012; 6/2013")

    private static let unconfirmedDays2014 = LocalizedText(
        id: "PKPU 7/2012 dan perubahannya belum terbaca; hari-harinya belum dipastikan.",
        en: "PKPU 7/2012 and its changes could not be read; the days are not confirmed."
    )

    private static let early2014: [PlannedStage] = [
        .wholeMonths(
            .outreach,
            .days("2012-06-01", "2014-06-30"),
            LocalizedText(
                id: "PKPU 6/2013: Juni 2012 sampai Juni 2014; harinya tidak disebut.",
                en: "PKPU 6/2013: June 2012 to June 2014; the days are not given."
            )
        ),
        .settled(
            .logistics,
            LocalizedText(id: "Pengadaan", en: "Procurement"),
            .days("2012-06-09", "2014-03-31"),
            calendar2014
        ),
        .open(
            .parties,
            LocalizedText(id: "Pendaftaran dan verifikasi partai", en: "Parties registered and verified"),
            [.days("2012-08-09", "2012-12-30")],
            LocalizedText(
                id: "Hari pertama diketahui; verifikasi di daerah sampai 30 Desember 2012, hasilnya Januari "
                    + "2013.",
                en: "The first day is known; verified in the regions until 30 December 2012, results in "
                    + "January 2013."
            )
        ),
        .settled(
            .districts,
            LocalizedText(id: "Penetapan jumlah kursi DPRD", en: "Seats of the councils set"),
            .days("2012-12-10", "2013-01-15"),
            calendar2014
        ),
        .open(
            .campaign,
            LocalizedText(id: "Kampanye segala bentuk", en: "Campaign in all its forms"),
            [.days("2013-01-11", "2014-04-05"), .days("2014-01-11", "2014-04-05")],
            LocalizedText(
                id: "Hari terakhir diketahui; sumber menulis 11 Januari 2013 atau 2014.",
                en: "The last day is known; sources print 11 January 2013 or 2014."
            )
        ),
        .open(
            .parties,
            LocalizedText(id: "Penetapan dan nomor urut partai", en: "Parties determined and numbered"),
            [.days("2013-01-12", "2013-01-14")],
            LocalizedText(
                id: "Sumber mencetak tahun 2014, tampaknya salah tulis.",
                en: "The source prints the year 2014, apparently a slip."
            )
        ),
        .settled(
            .districts,
            LocalizedText(id: "Penetapan daerah pemilihan", en: "Districts set"),
            .days("2013-03-01", "2013-03-09"),
            calendar2014
        ),
    ]

    private static let candidacy2014: [PlannedStage] = [
        .settled(.electorate, .days("2013-04-01", "2013-06-09"), calendar2014),
        .open(
            .candidacy,
            LocalizedText(id: "Pengumuman pencalonan", en: "Candidacy announced"),
            [.days("2013-04-06", "2013-04-08")],
            unconfirmedDays2014
        ),
        .open(
            .candidacy,
            LocalizedText(id: "Pengajuan calon", en: "Candidates submitted"),
            [.days("2013-04-09", "2013-04-22"), .days("2013-04-06", "2013-04-15")],
            LocalizedText(id: "Dua sumber berbeda.", en: "Two sources differ.")
        ),
        .settled(
            .electorate,
            LocalizedText(id: "Pengumuman DPS", en: "Provisional list (DPS) announced"),
            .days("2013-07-11", "2013-07-24"),
            calendar2014
        ),
        .open(
            .candidacy,
            LocalizedText(id: "Pengumuman DCT", en: "Final lists (DCT) announced"),
            [.day("2013-08-04"), .day("2013-08-22")],
            LocalizedText(id: "Dua sumber berbeda.", en: "Two sources differ.")
        ),
        .open(
            .electorate,
            LocalizedText(id: "Penetapan DPT kabupaten/kota", en: "Permanent list (DPT) of the regency set"),
            [.days("2013-09-07", "2013-09-13")],
            LocalizedText(
                id: "Kemudian diundur (PKPU 19/2013, 21/2013); hari barunya belum dipastikan.",
                en: "Moved later (PKPU 19/2013, 21/2013); the new days are not confirmed."
            )
        ),
    ]

    private static let late2014: [PlannedStage] = [
        .settled(
            .logistics,
            LocalizedText(id: "Penerimaan di kabupaten/kota", en: "Received by the regency"),
            .days("2014-02-01", "2014-03-31"),
            calendar2014
        ),
        .settled(
            .adHocBodies,
            LocalizedText(id: "Pembentukan KPPS", en: "KPPS formed"),
            .days("2014-02-09", "2014-03-09"),
            calendar2014
        ),
        .settled(
            .logistics,
            LocalizedText(id: "Pengiriman ke PPK", en: "Sent to the PPK"),
            .days("2014-03-01", "2014-04-05"),
            calendar2014
        ),
        .settled(
            .campaign,
            LocalizedText(id: "Rapat umum dan iklan media", en: "Rallies and advertising"),
            .days("2014-03-16", "2014-04-05"),
            calendar2014
        ),
        .settled(
            .logistics,
            LocalizedText(id: "Pengiriman ke PPS", en: "Sent to the PPS"),
            .days("2014-04-05", "2014-04-08"),
            calendar2014
        ),
        .settled(.quietPeriod, .days("2014-04-06", "2014-04-08"), calendar2014),
        .settled(
            .logistics,
            LocalizedText(id: "Pengiriman ke KPPS", en: "Sent to the KPPS"),
            .day("2014-04-08"),
            calendar2014
        ),
        .settled(.voting, .day("2014-04-09"), calendar2014),
        .settled(.counting, .day("2014-04-09"), calendar2014),
    ]

    private static let results2014Stages: [PlannedStage] = [
        .open(
            .recapitulation,
            .recapitulation(.village),
            [.days("2014-04-10", "2014-04-15")],
            unconfirmedDays2014
        ),
        .open(
            .recapitulation,
            .recapitulation(.subdistrict),
            [.days("2014-04-13", "2014-04-17")],
            unconfirmedDays2014
        ),
        .open(
            .recapitulation,
            .recapitulation(.regency),
            [.days("2014-04-19", "2014-04-21")],
            unconfirmedDays2014
        ),
        .open(
            .recapitulation,
            .recapitulation(.province),
            [.days("2014-04-22", "2014-04-24")],
            unconfirmedDays2014
        ),
        .settled(.recapitulation, .recapitulation(nil), .days("2014-04-26", "2014-05-06"), calendar2014),
        .settled(
            .recapitulation,
            LocalizedText(
                id: "Penetapan hasil nasional dan ambang batas",
                en: "National result and threshold determined"
            ),
            .days("2014-05-07", "2014-05-09"),
            calendar2014
        ),
        .open(
            .seats,
            [.days("2014-05-10", "2014-05-17"), .days("2014-05-11", "2014-05-18")],
            LocalizedText(id: "Sumber berbeda sehari.", en: "The sources differ by a day.")
        ),
        .open(
            .oath,
            LocalizedText(id: "Sumpah/janji anggota DPRD", en: "Oath of the councils"),
            [.days("2014-06-01", "2014-09-30"), .days("2014-07-01", "2014-10-31")],
            LocalizedText(
                id: "Hanya bulannya yang diketahui: Juni–September atau Juli–Oktober 2014.",
                en: "Only the months are known: June to September or July to October 2014."
            )
        ),
    ]
}
