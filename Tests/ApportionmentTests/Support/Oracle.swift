import Apportionment
import BigInt

/// Seats by listing every claim of every party as a fraction and sorting: slow, and written from the
/// definitions, with divisors as means of s and s + 1.
enum Oracle {
    static func allocate(_ method: Method, _ seats: Int, _ votes: [Int], _ participates: [Bool]) -> Outcome {
        let parties = votes.indices.filter { participates[$0] }
        let contenders = parties.filter { votes[$0] > 0 }
        guard !contenders.isEmpty else {
            let tied = parties.count > 1 && seats > 0
            return Outcome(
                seats: votes.indices.map { parties == [$0] ? seats : 0 },
                tied: tied ? parties : [],
                contested: tied ? seats : 0
            )
        }
        let total = contenders.reduce(BigInt(0)) { $0 + BigInt(votes[$1]) }
        let claims = contenders.flatMap { party in
            (0...seats).map { held in
                (party, claim(method, BigInt(votes[party]), held, seats: BigInt(seats), total: total))
            }
        }.sorted { $0.1 > $1.1 }
        let cut = claims[seats].1
        let above = claims.prefix(seats).filter { $0.1 > cut }
        let level = claims.filter { $0.1 == cut }
        let isTie = above.count < seats
        let won = isTie ? above : Array(claims.prefix(seats))
        return Outcome(
            seats: votes.indices.map { party in won.count { $0.0 == party } },
            tied: isTie ? level.map(\.0).sorted() : [],
            contested: seats - won.count
        )
    }

    private static func claim(
        _ method: Method,
        _ votes: BigInt,
        _ held: Int,
        seats: BigInt,
        total: BigInt
    ) -> Ratio {
        let low = Ratio(BigInt(held))
        let high = Ratio(BigInt(held + 1))
        let all = Ratio(total)
        return switch method {
        case .sainteLague: Ratio(votes) / ((low + high) / Ratio(2))
        case .modifiedSainteLague: Ratio(votes) / (held == 0 ? Ratio(7, 10) : (low + high) / Ratio(2))
        case .dHondt: Ratio(votes) / high
        case .huntingtonHill: Ratio(votes * votes) / (low * high)
        case .imperiali: Ratio(votes) / (high + Ratio(1))
        case .adams: Ratio(votes) / low
        case .dean: held == 0 ? Ratio(votes, 0) : Ratio(votes) * (Ratio(1) / low + Ratio(1) / high)
        case .danish: Ratio(votes) / (low + Ratio(1, 3))
        case .hare: Ratio(votes) - low * (all / Ratio(seats))
        case .droop: Ratio(votes) - low * Ratio((all / Ratio(seats + 1)).floor + 1)
        case .hagenbachBischoff: Ratio(votes) - low * (all / Ratio(seats + 1))
        case .imperialiQuota: Ratio(votes) - low * (all / Ratio(seats + 2))
        }
    }
}

/// What an allocation says, in the plainest form.
struct Outcome: Equatable {
    var seats: [Int]
    var tied: [Int] = []
    var contested = 0
}

extension Outcome {
    init(_ allocation: Allocation) {
        self.init(
            seats: allocation.seats,
            tied: allocation.tie?.parties ?? [],
            contested: allocation.tie?.seats ?? 0
        )
    }
}
