import Elections
import Testing

/// Article 158 of UU 10/2016.
@Suite("The margin of a petition")
struct PetitionMarginTests {
    private static func margin(
        _ ballot: Ballot,
        _ population: Int?,
        _ valid: Int?,
        _ winner: Int?,
        _ petitioner: Int?,
        law: Law = .pilkada2024,
        _ decisions: [Decision] = []
    ) throws -> PetitionMargin {
        try PetitionMargin(
            law,
            ballot,
            PetitionMargin.Figures(
                population: population,
                validVotes: valid,
                winnersVotes: winner,
                petitionersVotes: petitioner
            ),
            decisions: decisions
        )
    }

    @Test(
        "is a share of the valid votes that falls with the population",
        arguments: [
            (.regent, 250_000, 20), (.regent, 250_001, 15), (.regent, 500_000, 15), (.regent, 500_001, 10),
            (.regent, 1_000_000, 10), (.regent, 1_000_001, 5), (.regent, 0, 20),
            (.governor, 2_000_000, 20), (.governor, 2_000_001, 15), (.governor, 6_000_000, 15),
            (.governor, 6_000_001, 10), (.governor, 12_000_000, 10), (.governor, 12_000_001, 5),
            (.governor, 48_000_000, 5),
        ] as [(Ballot, Int, Int)]
    )
    func brackets(ballot: Ballot, population: Int, thousandths: Int) throws {
        // Of 100,000 valid votes the bound is a whole number, and reaching it is allowed.
        let most = 100 * thousandths
        let winner = 40_000
        let at = try Self.margin(ballot, population, 100_000, winner, winner - most)
        #expect(at.verdict == .admissible)
        #expect(at.bound == Share(thousandths, of: 1_000))
        #expect(at.difference == Ratio(Int128(most), of: 100_000))
        let above = try Self.margin(ballot, population, 100_000, winner, winner - most - 1)
        #expect(above.verdict == .tooLarge)
    }

    @Test(
        "by real and exact figures",
        arguments: [
            (.regent, 240_000, 142_024, 80_266, 61_758, .tooLarge, "Soppeng 2024: 18,508 against 2,840.48"),
            (.regent, 240_000, 142_024, 72_432, 69_592, .admissible, "2,840 votes"),
            (.regent, 240_000, 142_024, 72_433, 69_591, .tooLarge, "2,842 votes"),
            (.regent, 240_000, 0, 0, 0, .admissible, "nobody voted"),
            (.regent, nil, 142_024, 80_266, 61_758, .missing([.population]), "population"),
            (.regent, 240_000, nil, 80_266, nil, .missing([.validVotes, .petitionersVotes]), "votes"),
            (.governor, 9_000_000, 140_000_000, 70_700_000, 69_300_000, .admissible, "the nation's size"),
        ] as [(Ballot, Int?, Int?, Int?, Int?, PetitionMargin.Verdict, String)]
    )
    func figures(
        ballot: Ballot,
        population: Int?,
        valid: Int?,
        winner: Int?,
        petitioner: Int?,
        expected: PetitionMargin.Verdict,
        reason: String
    ) throws {
        let margin = try Self.margin(ballot, population, valid, winner, petitioner)
        #expect(margin.verdict == expected, "\(reason)")
        #expect(margin.source.english == "UU 10/2016 art. 158")
    }

    @Test("of 2015 waits for a decision on what the share is taken of")
    func year2015() throws {
        func verdict(_ winner: Int, _ petitioner: Int, _ reading: String?) throws -> PetitionMargin.Verdict {
            let decisions = reading.map { [Ballots.decision(.petitionBase, $0)] } ?? []
            return try Self.margin(
                .regent,
                240_000,
                100_000,
                winner,
                petitioner,
                law: .pilkada2015,
                decisions
            ).verdict
        }
        #expect(try verdict(41_000, 39_500, nil) == .open(.petitionBase))
        #expect(try verdict(41_000, 39_500, "valid-votes") == .admissible)  // 1,500 of 2,000.
        #expect(try verdict(41_000, 39_500, "winners-votes") == .tooLarge)  // 1,500 of 820.
    }

    @Test("refuses figures that contradict each other, and ballots without a margin")
    func faults() {
        #expect(throws: PetitionMargin.Fault.petitionerAhead) { try Self.margin(.regent, 1, 100, 40, 41) }
        #expect(throws: PetitionMargin.Fault.exceedsValidVotes) { try Self.margin(.regent, 1, 80, 41, 40) }
        #expect(throws: PetitionMargin.Fault.negative(.population)) { try Self.margin(.regent, -1, 9, 4, 3) }
        #expect(throws: PetitionMargin.Fault.noMargin(.senate)) { try Self.margin(.senate, 1, 100, 41, 40) }
        #expect(throws: PetitionMargin.Fault.noMargin(.president)) {
            try Self.margin(.president, 1, 100, 41, 40, law: .pemilu2019)
        }
    }
}
