import Apportionment
import BigInt

extension Quotient {
    /// The value; of a root quotient its square, which has the same order.
    var ratio: Ratio {
        let upper = BigInt(numerator)
        return Ratio(isRoot ? upper * upper : upper, BigInt(denominator))
    }
}

/// Whether no open quotient is above a winning one, and the tied ones lie exactly between.
///
/// This characterises every method here.
func isMinMax(_ allocation: Allocation, of distribution: Distribution) -> Bool {
    let contenders = distribution.votes.indices.filter {
        distribution.votes[$0] > 0 && distribution.takesPart($0)
    }
    let won = contenders.filter { allocation.seats[$0] > 0 }.map {
        distribution.quotient(of: $0, holding: allocation.seats[$0] - 1).ratio
    }
    let open = contenders.map { distribution.quotient(of: $0, holding: allocation.seats[$0]).ratio }
    guard let best = open.max() else { return true }
    guard let tie = allocation.tie else { return won.allSatisfy { $0 > best } }
    let tied = contenders.indices.filter { open[$0] == best }.map { contenders[$0] }
    return won.allSatisfy { $0 > best } && tied == tie.parties && tie.seats < tied.count
}
