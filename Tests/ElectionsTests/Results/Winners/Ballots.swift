import Elections
import Testing

/// Votes written out: a row per area, a column per contestant, who are numbered from 1.
enum Ballots {
    static func votes(
        _ totals: [Int?],
        _ areas: [String: [Int?]] = [:],
        blank: Int? = nil
    ) throws -> ContestVotes {
        try ContestVotes(
            contestants: Array(1...totals.count),
            blank: blank,
            totals: totals,
            areas: areas.map { code, votes in
                ContestVotes.Area(try RegionCode(parsing: code), votes: votes)
            }
        )
    }

    /// As many provinces as the nation had, all alike.
    static func provinces(_ count: Int, _ votes: [Int?]) -> [String: [Int?]] {
        Dictionary(uniqueKeysWithValues: (11..<11 + count).map { ("\($0)", votes) })
    }

    static func decision(_ rule: Law.RuleID, _ reading: String) -> Decision {
        Decision(rule: rule, reading: reading, basis: .same("BA"))
    }
}
