import Apportionment

// What UU 7/2017 says alike for the general elections of 2019 and 2024.

extension Law {
    /// The lists of voters of UU 7/2017.
    static let rolls7Of2017 = [
        RollName(
            roll: .permanent,
            acronym: "DPT",
            name: LocalizedText(id: "Daftar Pemilih Tetap", en: "permanent list")
        ),
        RollName(
            roll: .movedIn,
            acronym: "DPTb",
            name: LocalizedText(id: "Daftar Pemilih Tambahan", en: "list of voters from elsewhere")
        ),
        RollName(
            roll: .special,
            acronym: "DPK",
            name: LocalizedText(
                id: "Daftar Pemilih Khusus",
                en: "special list: identity card, on no other list"
            )
        ),
    ]

    /// The reserve of ballot papers.
    static let reserve7Of2017 = Provision<Share>.settled(
        Share(20, of: 1_000),
        LocalizedText(
            id: "UU 7/2017 pasal 344(2). Pembulatan ke atas per TPS cocok dengan contoh yang ada.",
            en: "UU 7/2017 art. 344(2). Rounding up at every station fits the samples at hand."
        )
    )

    /// The lists whose electors get a ballot paper.
    static let supply7Of2017 = Provision<[Field.Roll]>.settled(
        [.permanent],
        .articles("UU 7/2017", "344(2)")
    )

    /// The seats of a regency's council.
    static let councilSizes7Of2017 = Provision<[CouncilSize]>.settled(
        [
            CouncilSize(population: 100_000, seats: 20), CouncilSize(population: 200_000, seats: 25),
            CouncilSize(population: 300_000, seats: 30), CouncilSize(population: 400_000, seats: 35),
            CouncilSize(population: 500_000, seats: 40), CouncilSize(population: 1_000_000, seats: 45),
            CouncilSize(population: 3_000_000, seats: 50), CouncilSize(population: nil, seats: 55),
        ],
        .articles("UU 7/2017", "191")
    )

    /// The seats an electoral district of a regency's council may have.
    static let districtSeats7Of2017 = Provision<ClosedRange<Int>>.settled(districtRange, .same("UU 7/2017"))

    /// How equal quotients of parties are decided.
    static func openPartyTie(_ regulation: String) -> Provision<TieBreak> {
        .open(
            [TieBreak.spread, .plenary].map { ($0.rawValue, $0.name, $0) },
            LocalizedText(
                id: "UU 7/2017 pasal 420 tidak mengaturnya; isi \(regulation) tentang hal ini belum terbaca. "
                    + "UU 8/2012 pasal 213 memakai sebaran suara.",
                en: "UU 7/2017 art. 420 has no rule; what \(regulation) says of it could not be read. UU "
                    + "8/2012 art. 213 went by the spread of the votes."
            )
        )
    }
}

extension Law {
    /// The five ballots of UU 7/2017; `president` are the articles behind the president's rules, `provinces` those
    /// of the year, and `ofTwo` what holds for two pairs.
    static func ballots7Of2017(
        president: String,
        provinces: Int,
        ofTwo: Provision<OfTwo>,
        _ forms: (Ballot) -> FormNames
    ) -> [Ballot: Rules] {
        let ballots: [Ballot] = [.president, .house, .senate, .provincialCouncil, .regencyCouncil]
        let rules = ballots.map { ballot in
            Rules(
                colour: colour(of: ballot),
                voters: voters7Of2017(ballot),
                forms: forms(ballot),
                seats: seatRule7Of2017(ballot),
                winner: winner7Of2017(ballot),
                winners: winners7Of2017(ballot, provinces: provinces, ofTwo: ofTwo),
                ownWinners: [:],
                source: ballot == .president ? president : source7Of2017(ballot)
            )
        }
        return Dictionary(uniqueKeysWithValues: zip(ballots, rules))
    }

    private static func voters7Of2017(_ ballot: Ballot) -> LocalizedText {
        let from: LocalizedText
        switch ballot {
        case .senate: from = LocalizedText(id: "provinsi yang sama", en: "the same province")
        case .house: from = LocalizedText(id: "dapil DPR yang sama", en: "the same district of the DPR")
        case .provincialCouncil:
            from = LocalizedText(
                id: "dapil DPRD provinsi yang sama",
                en: "the same district of the provincial council"
            )
        case .regencyCouncil:
            from = LocalizedText(
                id: "dapil DPRD kabupaten/kota yang sama",
                en: "the same district of the regency's council"
            )
        case .president, .governor, .regent:
            return LocalizedText(
                id: "Pemilih DPT, DPTb, dan DPK.",
                en: "Voters on the DPT, the DPTb and the DPK."
            )
        }
        return LocalizedText(
            id: "Pemilih DPT dan DPK, serta pemilih DPTb yang pindah dari \(from.indonesian).",
            en: "Voters on the DPT and the DPK, and those on the DPTb who moved from \(from.english)."
        )
    }

    private static func seatRule7Of2017(_ ballot: Ballot) -> SeatRule? {
        switch ballot {
        case .house: SeatRule(method: .sainteLague, threshold: Threshold(4, of: 100))
        case .provincialCouncil, .regencyCouncil: SeatRule(method: .sainteLague, threshold: nil)
        case .president, .senate, .governor, .regent: nil
        }
    }

    private static func winner7Of2017(_ ballot: Ballot) -> LocalizedText {
        switch ballot {
        case .house:
            LocalizedText(
                id: "Partai dengan sedikitnya 4% suara sah nasional mendapat kursi menurut Sainte-Laguë, "
                    + "lalu calonnya menurut suara terbanyak.",
                en: "Parties with at least 4% of the nation's valid votes get seats by Sainte-Laguë, then "
                    + "their candidates with the most votes."
            )
        case .provincialCouncil, .regencyCouncil:
            LocalizedText(
                id: "Semua partai mendapat kursi menurut Sainte-Laguë, lalu calonnya menurut suara "
                    + "terbanyak.",
                en: "All parties get seats by Sainte-Laguë, then their candidates with the most votes."
            )
        case .senate:
            LocalizedText(
                id: "Empat calon dengan suara terbanyak di provinsi; bila sama, yang suaranya lebih merata "
                    + "di kabupaten/kota.",
                en: "The four with the most votes in the province; of equals, the one whose votes spread "
                    + "more evenly over its regencies."
            )
        case .president, .governor, .regent: absoluteMajority
        }
    }

    private static func source7Of2017(_ ballot: Ballot) -> String {
        switch ballot {
        case .house: "UU 7/2017 art. 414(1), 415(2), 420, 422"
        case .senate: "UU 7/2017 art. 423"
        case .provincialCouncil, .regencyCouncil: "UU 7/2017 art. 414(2), 415(2), 420, 422"
        case .president, .governor, .regent: "UU 7/2017 art. 416"
        }
    }

    private static let absoluteMajority = LocalizedText(
        id: "Pasangan dengan lebih dari 50% suara dan sedikitnya 20% suara di lebih dari separuh provinsi; "
            + "bila tidak ada, putaran kedua antara dua pasangan teratas.",
        en: "The pair with more than 50% of the votes and at least 20% in each of more than half of the "
            + "provinces; if there is none, a second round between the first two."
    )
}

extension Law {
    /// What must be done by when under UU 7/2017; the seats come last, from the regulation of the election.
    static func deadlines7Of2017(seats: [Deadline]) -> [Deadline] {
        tiers7Of2017 + cases7Of2017 + seats + openDeadlines + [
            .open(
                .replacementDecree,
                [.days(14, from: .vacancy)],
                LocalizedText(
                    id: "UU 7/2017 pasal 426; jumlah harinya hanya diketahui dari UU 8/2012 pasal 220.",
                    en: "UU 7/2017 art. 426; the number of days is known from UU 8/2012 art. 220 only."
                )
            )
        ]
    }

    private static let tiers7Of2017: [Deadline] = [
        .settled(.revote, .days(10, from: .vote), .articles("UU 7/2017", "373(3)")),
        .settled(.stationRecount, .days(0, from: .vote), .articles("UU 7/2017", "375")),
        .settled(.regencyResult, .days(20, from: .vote), .articles("UU 7/2017", "413(3)")),
        .settled(.provinceResult, .days(25, from: .vote), .articles("UU 7/2017", "413(2)")),
        .settled(.nationalResult, .days(35, from: .vote), .articles("UU 7/2017", "413(1)")),
    ]
}
