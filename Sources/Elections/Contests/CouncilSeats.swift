/// Seats by population: of a council, and of its districts.
public enum CouncilSeats: Sendable {
    /// Why seats cannot be divided among districts.
    public enum Refusal: Error, Hashable, Sendable {
        /// No seats, no districts, or a population below zero.
        case nothingToDivide
        /// There are fewer people than seats: the quota of a seat would be none.
        case fewerPeopleThanSeats
        /// The quota, its fraction dropped, gives out more seats than there are.
        case quotaTooSmall
        /// Equal remainders for the last seats: the tied districts by place, and the seats left.
        case tie(districts: [Int], seats: Int)
    }

    /// The seats of a council for a population.
    ///
    /// - Returns: `nil` while the law's rule is open and not decided.
    /// - Legal source: UU 7/2017 art. 191; UU 8/2012 art. 26.
    public static func seats(for population: Int, under sizes: [Law.CouncilSize]) -> Int? {
        sizes.first { $0.population.map { population <= $0 } ?? true }?.seats
    }

    /// Divides a council's seats among districts by their population.
    ///
    /// The quota (BPPd) is population ÷ seats without its fraction; every district gets a seat per full quota,
    /// and the seats left go to the largest remaining populations.
    ///
    /// - Parameters:
    ///   - seats: The seats of the council.
    ///   - populations: The population of each district.
    /// - Returns: The seats of each district, in the order given.
    /// - Throws: ``Refusal``; equal remainders are never decided here.
    /// - Legal source: UU 7/2017 art. 192; PKPU 6/2022 art. 12.
    public static func divide(_ seats: Int, among populations: [Int]) throws(Refusal) -> [Int] {
        guard seats > 0, !populations.isEmpty, populations.allSatisfy({ $0 >= 0 }) else {
            throw .nothingToDivide
        }
        let quota = populations.reduce(0, +) / seats
        guard quota > 0 else { throw .fewerPeopleThanSeats }
        var result = populations.map { $0 / quota }
        let left = seats - result.reduce(0, +)
        guard left >= 0 else { throw .quotaTooSmall }
        guard left > 0 else { return result }
        let remainders = populations.map { $0 % quota }
        let order = populations.indices.sorted { remainders[$0] > remainders[$1] }
        // Fewer full quotas than districts short of one each: no district gets two of the seats left.
        guard left <= order.count else { throw .quotaTooSmall }
        let last = remainders[order[left - 1]]
        if left < order.count, remainders[order[left]] == last {
            let above = order.count { remainders[$0] > last }
            throw .tie(districts: populations.indices.filter { remainders[$0] == last }, seats: left - above)
        }
        for district in order.prefix(left) { result[district] += 1 }
        return result
    }
}
