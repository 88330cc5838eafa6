/// The most votes that a station's form of a ballot can bring.
struct BallotBound {
    private let state: ElectionState
    private let doubts: FormDoubts
    /// The reserve; while the law leaves it open, each of its readings: the bound holds whichever is decided.
    private let reserves: [Share]
    /// The wider ballots whose desks are open, the nearest first, and where their forms state the voters.
    private let wider: [(ballot: Ballot, contest: ContestState, column: Int)]

    init(_ state: ElectionState, _ ballot: Ballot, _ law: Law, _ doubts: FormDoubts) {
        self.state = state
        self.doubts = doubts
        reserves = law.reserves(state.decisions)
        wider = Ballot.byReach.prefix { $0 != ballot }.reversed().compactMap { ballot in
            guard let contest = state.contest(ballot),
                let column = contest.desk?.fields.firstIndex(of: .voters(.all, .both))
            else { return nil }
            return (ballot, contest, column)
        }
    }

    /// The most votes of one vote at a station; `nil` where nothing is known.
    ///
    /// - Complexity: O(wider ballots).
    /// - Legal source: UU 7/2017 art. 344(2) (papers) and 348 (who receives which ballot).
    func most(atStation place: Int, vote: FormVersion) -> Int? {
        for (ballot, contest, column) in wider where state.hasBallot(ballot, atStation: place) {
            guard !doubts.hasDoubt(ballot, place) else { continue }
            if let voters = contest.deskFigure(column, place, vote: vote) { return voters }
        }
        return state.electorate(atStation: place)?.total.map(reserves.mostPapers)
    }
}
