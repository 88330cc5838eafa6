import Apportionment

extension Law {
    /// The simultaneous general elections of 17 April 2019.
    ///
    /// - Legal source: UU 7/2017; PKPU 3/2019 and 9/2019 (voting), 4/2019 (recapitulation), 5/2019 (seats).
    public static let pemilu2019 = Law(
        id: "pemilu2019",
        title: LocalizedText(id: "Pemilihan Umum 2019", en: "General election of 2019"),
        source: "UU 7/2017; PKPU 3/2019, 4/2019, 5/2019, 9/2019",
        ballots: [
            .president: Rules(seats: nil, source: "UU 7/2017 art. 416"),
            .house: Rules(
                seats: SeatRule(method: .sainteLague, threshold: Threshold(4, of: 100)),
                source: "UU 7/2017 art. 414(1), 415, 420"
            ),
            .senate: Rules(seats: nil, source: "UU 7/2017 art. 423"),
            .provincialCouncil: Rules(
                seats: SeatRule(method: .sainteLague, threshold: nil),
                source: "UU 7/2017 art. 414(2), 415(2), 420"
            ),
            .regencyCouncil: Rules(
                seats: SeatRule(method: .sainteLague, threshold: nil),
                source: "UU 7/2017 art. 414(2), 415(2), 420"
            ),
        ]
    )
}
