import Apportionment
import Testing

@Suite("What a distribution accepts")
struct DistributionTests {
    private static let most = Distribution.voteRange.upperBound - 1

    @Test(
        "bad figures are refused with their reason",
        arguments: [
            (-1, [1], nil, .negativeSeats(-1)),
            (1, [3, -1], nil, .votesOutOfRange(party: 1, votes: -1)),
            (1, [1 << 53], nil, .votesOutOfRange(party: 0, votes: 1 << 53)),
            (1, [1, 2], [true], .countsDiffer(votes: 2, other: 1)),
            (1, [], nil, .nobodyTakesPart(seats: 1)),
            (3, [8, 9], [false, false], .nobodyTakesPart(seats: 3)),
            // 1024 · (2⁵³ − 1) is below 2⁶³, 1025 · (2⁵³ − 1) is not.
            (1, Array(repeating: most, count: 1025), nil, .totalOutOfRange),
            // The votes of those who take no part are checked too.
            (1, [1, -5], [true, false], .votesOutOfRange(party: 1, votes: -5)),
        ] as [(Int, [Int], [Bool]?, InputError)]
    )
    func refusal(seats: Int, votes: [Int], participates: [Bool]?, expected: InputError) {
        #expect(throws: expected) {
            try Distribution(.sainteLague, seats: seats, votes: votes, participates: participates)
        }
    }

    @Test("nothing to distribute is no error")
    func nothing() throws {
        #expect(try Distribution(.hare, seats: 0, votes: []).allocation().seats == [])
        let nobody = try Distribution(.hare, seats: 0, votes: [1], participates: [false])
        #expect(nobody.allocation().seats == [0])
    }

    @Test("everybody taking part is the same as saying nothing about it")
    func everybody() throws {
        let said = try Distribution(.adams, seats: 2, votes: [3, 4], participates: [true, true])
        #expect(said == (try Distribution(.adams, seats: 2, votes: [3, 4])))
    }

    @Test("enormous numbers neither overflow nor lose a vote", arguments: Method.allCases)
    func enormous(method: Method) throws {
        for seats in [1_000_000_000_000_000, Int.max - 1, Int.max] {
            for votes in [[Self.most], [Self.most, Self.most - 1, 1], [Self.most, 1], [2, 1], [7, 7, 7]] {
                let distribution = try Distribution(method, seats: seats, votes: votes)
                let allocation = distribution.allocation()
                let sure = allocation.seats.reduce(0, +)
                #expect(sure + (allocation.tie?.seats ?? 0) == seats)
                #expect(isMinMax(allocation, of: distribution))
            }
        }
        let crowd = Array(repeating: Self.most, count: 1024)
        let full = try Distribution(method, seats: 1024 << 40, votes: crowd).allocation()
        #expect(full.seats.allSatisfy { $0 == 1 << 40 } && full.tie == nil)
    }

    @Test("a single vote in nine thousand million million decides")
    func oneVote() throws {
        let ahead = try Distribution(.sainteLague, seats: 1, votes: [Self.most, Self.most - 1]).allocation()
        #expect(ahead.seats == [1, 0])
        let third = (Self.most / 3) * 3
        let row = { (less: Int) in
            try Distribution(.sainteLague, seats: 2, votes: [third - less, third / 3]).allocation()
        }
        #expect(try row(0).tie?.parties == [0, 1])
        #expect(try row(1).seats == [1, 1])
    }
}
