extension Law {
    /// What the reserve of ballot papers can be: as decided, or each reading while that is open, so that a bound holds
    /// whichever is decided.
    func reserves(_ decisions: [Decision]) -> [Share] {
        reserve.values(decisions.first { $0.rule == .reserve })
    }
}

extension [Share] {
    /// The most ballot papers of a station with so many on its roll, these being its possible reserves.
    ///
    /// - Legal source: UU 7/2017 art. 344(2).
    func mostPapers(for electorate: Int) -> Int {
        map { electorate + $0.roundedUp(of: electorate) }.max() ?? electorate
    }
}
