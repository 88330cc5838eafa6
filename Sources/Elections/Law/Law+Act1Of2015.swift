// What UU 1/2015 and its changes say alike for the regional elections of 2015, 2020 and 2024.

extension Law {
    /// The two ballots of regional elections under the act `source`.
    ///
    /// `single` says whether a single pair stands against a blank column (UU 10/2016 art. 54D).
    static func regionalBallots(
        single: Bool,
        source: String,
        voters: (Ballot) -> LocalizedText,
        colour: (Ballot) -> LocalizedText?,
        forms: (Ballot) -> FormNames
    ) -> [Ballot: Rules] {
        let ofJakarta = WinnerRule.jakarta(source, single: single)
        func rules(_ ballot: Ballot, _ article: String) -> Rules {
            Rules(
                colour: colour(ballot),
                voters: voters(ballot),
                forms: forms(ballot),
                seats: nil,
                winner: mostVotes(ballot, single: single),
                winners: .regional(ballot, source, single: single),
                ownWinners: ballot == .governor ? [.jakarta: ofJakarta] : [:],
                source: "\(source) art. \(single ? "54D, " : "")\(article)"
            )
        }
        return [.governor: rules(.governor, "109"), .regent: rules(.regent, "107")]
    }

    private static func mostVotes(_ ballot: Ballot, single: Bool) -> LocalizedText {
        let areas =
            ballot == .governor
            ? (
                "kabupaten/kota (di Jakarta wajib lebih dari 50%)",
                "regencies (in Jakarta more than 50% are needed)"
            )
            : ("kecamatan", "subdistricts")
        let alone =
            single
            ? (
                "; pasangan tunggal harus meraih lebih dari 50% suara sah",
                "; a single pair needs more than 50% of the valid votes"
            ) : ("", "")
        return LocalizedText(
            id: "Pasangan dengan suara terbanyak; bila sama, yang dukungannya lebih merata di semua "
                + "\(areas.0)\(alone.0).",
            en: "The pair with the most votes; of equals, the one supported more evenly over all "
                + "\(areas.1)\(alone.1)."
        )
    }

    /// Voters of regional elections: those from elsewhere get a paper as far as their old address is in the area.
    static func regionalVoters(_ ballot: Ballot, always: LocalizedText) -> LocalizedText {
        let area = ballot == .governor ? ("provinsi", "province") : ("kabupaten/kota", "regency")
        return LocalizedText(
            id: "Pemilih \(always.indonesian); pemilih DPPh bila alamat asalnya di \(area.0) yang sama "
                + "(pasalnya belum dipastikan).",
            en: "Voters on \(always.english); those on the DPPh whose old address is in the same \(area.1) "
                + "(the article is not confirmed)."
        )
    }

    /// The lists of voters of 2020 and 2024.
    static let regionalRolls = [
        rolls7Of2017[0],
        RollName(
            roll: .movedIn,
            acronym: "DPPh",
            name: LocalizedText(id: "Daftar Pemilih Pindahan", en: "list of voters from elsewhere")
        ),
        RollName(
            roll: .special,
            acronym: "DPTb",
            name: LocalizedText(
                id: "Daftar Pemilih Tambahan",
                en: "added list: identity card, not on the DPT"
            )
        ),
    ]

    /// The reserve of ballot papers.
    static let regionalReserve = Provision<Share>.settled(
        Share(25, of: 1_000),
        LocalizedText(
            id: "UU 1/2015 pasal 80 dan 87. Pembulatan ke atas per TPS cocok dengan contoh yang ada.",
            en: "UU 1/2015 art. 80 and 87. Rounding up at every station fits the samples at hand."
        )
    )

    /// The lists whose electors get a ballot paper; `added` is the name of the act's "DPTb" in that year.
    static func regionalSupply(_ added: String) -> Provision<[Field.Roll]> {
        .open(
            [
                ("dpt", .same("DPT"), [.permanent]),
                ("dpt-dptb", .same("DPT + \(added)"), [.permanent, .special]),
            ],
            LocalizedText(
                id: "UU 1/2015 pasal 80: dicetak sebanyak DPT dan cadangan; pasal 87: per TPS DPT, DPTb dan "
                    + "cadangan. Daftar mana yang kini dimaksud belum dipastikan; DPT saja cocok dengan contoh "
                    + "yang ada.",
                en:
                    "UU 1/2015 art. 80: the DPT and the reserve are printed; art. 87: DPT, DPTb and the reserve "
                    + "at a station. Which list that means now is not confirmed; the DPT alone fits the samples "
                    + "at hand."
            )
        )
    }
}

extension Law {
    /// The limits for petitions, rulings and violations that 2020 and 2024 have alike.
    static let regionalCases: [Deadline] =
        [
            .settled(
                .resultDispute,
                .workingDays(3, counting: .announcement),
                LocalizedText(
                    id: "UU 10/2016 pasal 157(5). Hari pengumuman dihitung (MK, Desember 2024).",
                    en:
                        "UU 10/2016 art. 157(5). The day of the announcement is counted (the court, December 2024)."
                )
            ),
            .open(
                .petitionCompletion,
                [.workingDays(3, from: .receipt)],
                LocalizedText(
                    id: "UU 10/2016 pasal 157(7) belum terbaca; 3 hari kerja belum dipastikan.",
                    en: "UU 10/2016 art. 157(7) could not be read; the 3 working days are not confirmed."
                )
            ),
            .open(
                .resultRuling,
                [
                    .workingDays(45, counting: .registration), .workingDays(45, from: .receipt),
                    .days(45, from: .registration),
                ],
                LocalizedText(
                    id: "UU 10/2016 pasal 157(8): 45 hari sejak diterima; MK menghitung sejak registrasi. "
                        + "Hari kerja lebih mungkin, belum dipastikan.",
                    en: "UU 10/2016 art. 157(8): 45 days from receipt; the court counts from registration. "
                        + "Working days are likelier, not confirmed."
                )
            ),
            .open(
                .violationReport,
                [.days(7, from: .knowledge), .workingDays(7, from: .knowledge)],
                LocalizedText(
                    id: "UU 1/2015 pasal 134: 7 hari; jenis harinya belum dipastikan.",
                    en: "UU 1/2015 art. 134: 7 days; of which kind is not confirmed."
                )
            ),
            .open(
                .violationFollowUp,
                [.days(3, from: .receipt), .workingDays(3, from: .receipt)],
                LocalizedText(
                    id: "UU 1/2015 pasal 134(5): 3 hari; jenis harinya belum dipastikan.",
                    en: "UU 1/2015 art. 134(5): 3 days; of which kind is not confirmed."
                )
            ),
            openAdministrativeRuling,
            .settled(.processDispute, .workingDays(3, from: .decision), .articles("UU 10/2016", "154(1)")),
            openProcessRuling,
            .settled(.courtCompletion, .workingDays(3, from: .receipt), .articles("UU 10/2016", "154(3)")),
            .settled(.courtRuling, .workingDays(15, from: .completion), .articles("UU 10/2016", "154(6)")),
            .settled(.cassationPetition, .workingDays(5, from: .decision), .articles("UU 10/2016", "154(8)")),
            .open(
                .cassationRuling,
                [.workingDays(20, from: .receipt)],
                LocalizedText(
                    id:
                        "UU 10/2016 pasal 154(9): teks yang ditemukan terpotong; 20 hari kerja belum dipastikan.",
                    en:
                        "UU 10/2016 art. 154(9): the text found is cut; the 20 working days are not confirmed."
                )
            ),
            .open(
                .crimeInvestigation,
                [.workingDays(14, from: .receipt)],
                LocalizedText(
                    id: "UU 10/2016 pasal 146 belum terbaca; 14 hari kerja diketahui dari kepustakaan.",
                    en:
                        "UU 10/2016 art. 146 could not be read; the 14 working days are known from literature."
                )
            ),
        ] + openInformation

    /// KPU decides on a recommendation.
    static let openAdministrativeRuling = Deadline.open(
        .administrativeRuling,
        [.days(7, from: .receipt), .workingDays(7, from: .receipt)],
        LocalizedText(
            id: "UU 1/2015 pasal 139–140: KPU memutus atas rekomendasi Bawaslu; jenis harinya belum "
                + "dipastikan.",
            en: "UU 1/2015 art. 139–140: KPU decides on Bawaslu's recommendation; which days is not "
                + "confirmed."
        )
    )

    /// Bawaslu decides a dispute of the process.
    static let openProcessRuling = Deadline.open(
        .processRuling,
        [.days(12, from: .receipt)],
        LocalizedText(
            id: "UU 1/2015 pasal 143 belum terbaca; 12 hari belum dipastikan.",
            en: "UU 1/2015 art. 143 could not be read; the 12 days are not confirmed."
        )
    )

    /// A recount at the station is over on the day of the vote.
    static let sameDayRecount = Deadline.settled(
        .stationRecount,
        .days(0, from: .vote),
        .articles("UU 1/2015", "113")
    )
}
