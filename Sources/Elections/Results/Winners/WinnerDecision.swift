/// What was decided on places for which law and figures decide nothing; used only where it still fits.
public struct WinnerDecision: Hashable, Sendable {
    /// Who was tied, in any order.
    public let tied: [Int]
    /// Who was chosen of them, the first place first.
    public let chosen: [Int]
    /// The minutes or decree it stands in.
    public let basis: String

    /// A recorded decision.
    public init(tied: [Int], chosen: [Int], basis: String) {
        self.tied = tied
        self.chosen = chosen
        self.basis = basis
    }

    /// Why a recorded decision does not settle an outcome.
    public enum Refusal: Error, Hashable, Sendable {
        /// Nothing is open.
        case nothingOpen
        /// Others are tied than those it was made on.
        case othersTied([Int])
        /// It chooses somebody who is not tied.
        case notTied(Int)
        /// It chooses somebody twice.
        case twice(Int)
        /// It chooses another number than there are places.
        case wrongCount(places: Int, chosen: Int)
    }
}

extension Winners {
    /// The outcome after a recorded decision on its open places.
    ///
    /// - Parameter decision: Who was chosen, of whom.
    /// - Returns: Who is elected or stands again.
    /// - Throws: ``WinnerDecision/Refusal`` when the decision does not fit these places (any more).
    public func settled(by decision: WinnerDecision) throws(WinnerDecision.Refusal) -> Winners {
        guard case .open(let places) = outcome else { throw .nothingOpen }
        guard decision.tied.sorted() == places.tied else { throw .othersTied(places.tied) }
        var chosen: Set<Int> = []
        for number in decision.chosen {
            guard places.tied.contains(number) else { throw .notTied(number) }
            guard chosen.insert(number).inserted else { throw .twice(number) }
        }
        guard chosen.count == places.places else {
            throw .wrongCount(places: places.places, chosen: chosen.count)
        }
        let all = places.sure + decision.chosen
        return Winners(
            places.purpose == .election ? .elected(all) : .runOff(all),
            grounds,
            source,
            decision: decision
        )
    }
}
