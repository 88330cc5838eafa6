/// The open forms of an office's desks by what they could still change, ballot by ballot.
///
/// Only of ballots whose outcome is decided from forms of this office alone: seats divided here, or a regent or
/// governor elected here.
public struct Stakes: Sendable {
    /// The ballots whose desks are open, in the order of counting, each with its open forms, those that matter first.
    public let ballots: [(ballot: Ballot, stakes: [Stake])]

    /// What could still change by the figures of a whole office.
    ///
    /// - Returns: `nil` when the figures are of a part of it: districts may go beyond it.
    /// - Complexity: O(*n* log *n*) in the open forms, and for each district O(parties³ · log votes).
    public init?(_ figures: BoardFigures) {
        guard figures.isWhole else { return nil }
        ballots = figures.ballots.compactMap { progress in
            progress.districts.isEmpty
                ? nil
                : (progress.ballot, progress.districts.flatMap { $0.stakes() }.sorted { $0.precedes($1) })
        }
    }

    /// The open forms of a region of one ballot, those that matter first; `nil` where its outcome is not decided here.
    ///
    /// - Complexity: O(*n*) in the open forms.
    public func stakes(of ballot: Ballot, in place: RegionCode) -> [Stake]? {
        ballots.first { $0.ballot == ballot }?.stakes.filter { place.contains($0.form.station.village) }
    }

    /// Forms in the order of what they could change; those that are not open, or of other ballots, behind them as
    /// they come.
    ///
    /// - Complexity: O(*n* log *n*) in the open forms.
    public func sorted(_ forms: [FormKey]) -> [FormKey] {
        let wanted = Set(forms)
        let open = ballots.flatMap(\.stakes).filter { wanted.contains($0.form) }.sorted { $0.precedes($1) }
            .map(\.form)
        let first = Set(open)
        return open + forms.filter { !first.contains($0) }
    }
}
