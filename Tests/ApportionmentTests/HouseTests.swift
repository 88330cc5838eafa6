import Apportionment
import Testing

@Suite("Seats held anyway")
struct HouseTests {
    /// D'Hondt.
    @Test(
        "the larger of entitlement and minimum, a tie left open",
        arguments: [
            (3, [20, 11], [0, 0], [2, 1], 3...3, [0, 0]),
            (3, [20, 11], [2, 1], [2, 1], 3...3, [0, 0]),  // Held, but not beyond the entitlement.
            (3, [20, 11], [0, 4], [2, 4], 6...6, [0, 3]),
            // One contested seat between equals: it enlarges the house, unless it is one held anyway.
            (3, [10, 10], [0, 0], [1, 1], 3...3, [0, 0]),
            (3, [10, 10], [2, 0], [2, 1], 3...4, [0, 0]),
            (3, [10, 10], [2, 2], [2, 2], 4...4, [0, 0]),
            (3, [10, 10], [5, 0], [5, 1], 6...7, [3, 0]),
            // Two contested seats of three: one finds room, or none does.
            (2, [5, 5, 5], [1, 0, 0], [1, 0, 0], 2...3, [0, 0, 0]),
            (2, [5, 5, 5], [1, 1, 0], [1, 1, 0], 2...3, [0, 0, 0]),
            // Nobody has votes: four seats open, three of them held anyway.
            (4, [0, 0], [3, 0], [3, 0], 4...7, [0, 0]),
        ] as [(Int, [Int], [Int], [Int], ClosedRange<Int>, [Int])]
    )
    func house(
        seats: Int,
        votes: [Int],
        minimums: [Int],
        expected: [Int],
        sizes: ClosedRange<Int>,
        overhang: [Int]
    ) throws {
        let allocation = try Distribution(.dHondt, seats: seats, votes: votes).allocation()
        let house = try House(allocation, minimums: minimums)
        #expect(house.seats == expected)
        #expect(house.sizes == sizes)
        #expect(votes.indices.map(house.overhang) == overhang)
    }

    @Test("every decision of a tie leads into the range of sizes, and its ends are reached")
    func sizes() throws {
        let allocation = try Distribution(.dHondt, seats: 3, votes: [9, 9, 9, 9, 2]).allocation()
        for bits in 0..<32 {
            let minimums = (0..<5).map { bits >> $0 & 1 }
            let open = try House(allocation, minimums: minimums)
            let reached = try (0..<4).map { loser in
                let settled = try allocation.settled(by: (0..<5).map { $0 < 4 && $0 != loser ? 1 : 0 })
                return try House(settled, minimums: minimums).sizes.lowerBound
            }
            #expect(open.sizes.lowerBound == reached.min())
            #expect(open.sizes.upperBound == reached.max())
        }
    }

    @Test(
        "bad minimums are refused",
        arguments: [
            (3, [1], .countsDiffer(votes: 2, other: 1)),
            (3, [0, -1], .minimumOutOfRange(party: 1, seats: -1)),
            (3, [1 << 53, 0], .minimumOutOfRange(party: 0, seats: 1 << 53)),
            (.max, [0, 1], .houseOutOfRange),
        ] as [(Int, [Int], InputError)]
    )
    func refusal(seats: Int, minimums: [Int], expected: InputError) throws {
        let allocation = try Distribution(.dHondt, seats: seats, votes: [1, 0]).allocation()
        #expect(throws: expected) { try House(allocation, minimums: minimums) }
    }
}
