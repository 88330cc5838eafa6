import Apportionment
import Testing

@Suite("Each method by hand")
struct MethodTests {
    @Test("the names of the command line")
    func names() {
        let names = """
            sainte-lague modified-sainte-lague dhondt huntington-hill imperiali adams dean danish \
            hare droop hagenbach-bischoff imperiali-quota
            """
        #expect(Method.allCases.map(\.rawValue) == names.split(separator: " ").map(String.init))
        #expect(Method.allCases.filter(\.isQuotaMethod) == Method.allCases.suffix(4))
    }

    /// 7380 of 14760 votes, 10 seats.
    @Test(
        "the first four divisors and quotients",
        arguments: [
            (.sainteLague, "1 3 5 7", "7380/1 7380/3 7380/5 7380/7"),
            (.modifiedSainteLague, "7/5 3 5 7", "36900/7 7380/3 7380/5 7380/7"),
            (.dHondt, "1 2 3 4", "7380/1 7380/2 7380/3 7380/4"),
            (.huntingtonHill, "0 √2 √6 √12", "7380/0 7380/√2 7380/√6 7380/√12"),
            (.imperiali, "1 3/2 2 5/2", "7380/1 14760/3 7380/2 14760/5"),
            (.adams, "0 1 2 3", "7380/0 7380/1 7380/2 7380/3"),
            (.dean, "0 4/3 12/5 24/7", "7380/0 22140/4 36900/12 51660/24"),
            (.danish, "1 4 7 10", "7380/1 7380/4 7380/7 7380/10"),
            (.hare, "1476 1476 1476 1476", "7380/1476 5904/1476 4428/1476 2952/1476"),
            (.droop, "1342 1342 1342 1342", "7380/1342 6038/1342 4696/1342 3354/1342"),
            (
                .hagenbachBischoff, "14760/11 14760/11 14760/11 14760/11",
                "81180/14760 66420/14760 51660/14760 36900/14760"
            ),
            (.imperialiQuota, "1230 1230 1230 1230", "7380/1230 6150/1230 4920/1230 3690/1230"),
        ] as [(Method, String, String)]
    )
    func quotients(method: Method, divisors: String, quotients: String) throws {
        let distribution = try Distribution(method, seats: 10, votes: [7380, 7380])
        let held = 0..<4
        #expect(held.map { distribution.divisor(after: $0).description }.joined(separator: " ") == divisors)
        let written = held.map { distribution.quotient(of: 0, holding: $0).description }
        #expect(written.joined(separator: " ") == quotients)
    }

    /// Computed apart from this package, with fractions in Python.
    @Test(
        "fifteen seats for 81, 12, 8, 6, 5, 2: from the friend of the large to the friend of the small",
        arguments: [
            (.imperiali, [14, 1, 0, 0, 0, 0]),
            (.dHondt, [13, 1, 1, 0, 0, 0]),
            (.modifiedSainteLague, [11, 2, 1, 1, 0, 0]),
            (.sainteLague, [10, 2, 1, 1, 1, 0]),
            (.danish, [10, 2, 1, 1, 1, 0]),
            (.huntingtonHill, [10, 1, 1, 1, 1, 1]),
            (.dean, [9, 2, 1, 1, 1, 1]),
            (.adams, [9, 2, 1, 1, 1, 1]),
            (.imperialiQuota, [12, 1, 1, 1, 0, 0]),
            (.hagenbachBischoff, [11, 1, 1, 1, 1, 0]),
            (.hare, [11, 1, 1, 1, 1, 0]),
            (.droop, [10, 2, 1, 1, 1, 0]),  // Its quota 8 is well above 114 ÷ 16.
        ] as [(Method, [Int])]
    )
    func allocation(method: Method, expected: [Int]) throws {
        let votes = [81, 12, 8, 6, 5, 2]
        let allocation = try Distribution(method, seats: 15, votes: votes).allocation()
        #expect(Outcome(allocation) == Outcome(seats: expected))
    }

    @Test(
        "the quota methods at their edges",
        arguments: [
            // Quota 10; 21 and 10 hold three full quotas for two seats: the remainder 0 gives way to 1.
            (.imperialiQuota, 2, [21, 10, 9], Outcome(seats: [2, 0, 0])),
            // Quota 5: two full quotas too many, three equal remainders.
            (.imperialiQuota, 1, [5, 5, 5], Outcome(seats: [0, 0, 0], tied: [0, 1, 2], contested: 1)),
            // One party alone holds seats + 2 quotas.
            (.imperialiQuota, 3, [7, 0], Outcome(seats: [3, 0])),
            // One full quota too many, equal remainders.
            (.hagenbachBischoff, 1, [4, 4], Outcome(seats: [0, 0], tied: [0, 1], contested: 1)),
            // Droop's whole quota 5 is above 8/2: no full quota but the larger remainder.
            (.droop, 1, [5, 3], Outcome(seats: [1, 0])),
            // More seats than votes: quota 1, 5 full seats, and the other five in turns of both parties.
            (.droop, 10, [3, 2], Outcome(seats: [5, 4], tied: [0, 1], contested: 1)),
            // Exact shares.
            (.hare, 4, [30, 10, 0], Outcome(seats: [3, 1, 0])),
        ] as [(Method, Int, [Int], Outcome)]
    )
    func quotaEdges(method: Method, seats: Int, votes: [Int], expected: Outcome) throws {
        #expect(Outcome(try Distribution(method, seats: seats, votes: votes).allocation()) == expected)
    }
}
