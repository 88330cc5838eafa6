// Who is elected where no lists divide seats, act by act.

extension Law.WinnerRule {
    /// The pair of president and vice-president among the provinces of that year.
    static func president(
        provinces: Int,
        ofTwo: Provision<Law.OfTwo>,
        tie: LocalizedText,
        source: LocalizedText
    ) -> Law.WinnerRule {
        Law.WinnerRule(
            places: 1,
            majority: Majority(
                share: Share(1, of: 2),
                breadth: Breadth(share: Share(1, of: 5), provinces: Share(1, of: 2), count: provinces),
                ofTwo: ofTwo,
                source: source,
                runOff: source,
                inRunOff: .articles("UUD 1945", "6A(4)")
            ),
            tie: Tie(asks: .wider, tiers: [.province, .regency, .subdistrict, .village], source: tie),
            alone: nil,
            source: source
        )
    }

    /// The four members of the Regional Representative Council of a province.
    static func senate(_ source: LocalizedText, tie: LocalizedText) -> Law.WinnerRule {
        Law.WinnerRule(
            places: 4,
            majority: nil,
            tie: Tie(asks: .moreEven, tiers: [.regency], source: tie),
            alone: nil,
            source: source
        )
    }

    /// A governor, or a regent or mayor, and the deputy; `act` is the act of that year.
    static func regional(_ ballot: Ballot, _ act: String, single: Bool) -> Law.WinnerRule {
        let (articles, tier) =
            ballot == .governor ? ("109", RegionCode.Tier.regency) : ("107", RegionCode.Tier.subdistrict)
        return Law.WinnerRule(
            places: 1,
            majority: nil,
            tie: Tie(asks: .moreEven, tiers: [tier], source: .articles(act, "\(articles)(2)")),
            alone: single ? Alone(share: Share(1, of: 2), source: .articles(act, "54C, 54D")) : nil,
            source: .articles(act, "\(articles)(1)")
        )
    }

    /// The governor of Jakarta, for whom the most votes are not enough.
    static func jakarta(_ act: String, single: Bool) -> Law.WinnerRule {
        let source = LocalizedText(
            id: "UU 29/2007 pasal 11; UU 2/2024 pasal 10(2)–(3)",
            en: "UU 29/2007 art. 11; UU 2/2024 art. 10(2)–(3)"
        )
        return Law.WinnerRule(
            places: 1,
            majority: Majority(
                share: Share(1, of: 2),
                breadth: nil,
                ofTwo: nil,
                source: source,
                runOff: source,
                inRunOff: source
            ),
            tie: nil,
            alone: regional(.governor, act, single: single).alone,
            source: source
        )
    }
}

extension RegionCode {
    /// The province of Jakarta.
    static let jakarta: RegionCode = {
        guard let code = try? RegionCode(parsing: "31") else {
            preconditionFailure("31 is a province's code")
        }
        return code
    }()
}

extension Law {
    /// How the ballots of UU 7/2017 elect; `provinces` and `ofTwo` are those of the year.
    static func winners7Of2017(
        _ ballot: Ballot,
        provinces: Int,
        ofTwo: Provision<OfTwo>
    ) -> WinnerRule? {
        switch ballot {
        case .president:
            .president(
                provinces: provinces,
                ofTwo: ofTwo,
                tie: .articles("UU 7/2017", "416(4)–(5)"),
                source: LocalizedText(
                    id: "UU 7/2017 pasal 416; UUD 1945 pasal 6A(3)–(4)",
                    en: "UU 7/2017 art. 416; 1945 constitution art. 6A(3)–(4)"
                )
            )
        case .senate: .senate(.articles("UU 7/2017", "423(1)"), tie: .articles("UU 7/2017", "423(2)"))
        case .house, .provincialCouncil, .regencyCouncil, .governor, .regent: nil
        }
    }

    /// Of two pairs the most votes elect: 2014.
    static let ofTwo2014 = Provision<OfTwo>.settled(.mostVotes, .same("MK 50/PUU-XII/2014"))

    /// Of two pairs the most votes elected in 2019, by the regulation that was in force.
    static let ofTwo2019 = Provision<OfTwo>.settled(
        .mostVotes,
        LocalizedText(
            id: "MK 50/PUU-XII/2014; PKPU 5/2019 pasal 3(7), dibatalkan kemudian (MA 44 P/HUM/2019) tanpa "
                + "berlaku surut",
            en: "MK 50/PUU-XII/2014; PKPU 5/2019 art. 3(7), annulled afterwards (MA 44 P/HUM/2019) without "
                + "effect for the past"
        )
    )

    /// Whether two pairs need the majority since the regulation of 2019 was annulled.
    static let openOfTwo = Provision<OfTwo>.open(
        OfTwo.allCases.map { ($0.rawValue, $0.name, $0) },
        LocalizedText(
            id:
                "MK 50/PUU-XII/2014 memaknai UU 42/2008; MA 44 P/HUM/2019 membatalkan aturan yang sama karena UU "
                + "7/2017 pasal 416(1). Mana yang berlaku bagi dua pasangan belum dipastikan.",
            en:
                "MK 50/PUU-XII/2014 read UU 42/2008; MA 44 P/HUM/2019 annulled the same rule for UU 7/2017 art. "
                + "416(1). Which of them holds for two pairs is not confirmed."
        )
    )

    /// How a more even spread is measured.
    static let openEvenSpread = Provision<SpreadMeasure>.open(
        SpreadMeasure.allCases.map { ($0.rawValue, $0.name, $0) },
        LocalizedText(
            id:
                "Undang-undang menyebut dukungan \"lebih merata penyebarannya\" tanpa merincinya dalam sumber yang "
                + "ada.",
            en:
                "The acts say support that is \"more evenly spread\", and the sources at hand do not define it."
        )
    )
}
