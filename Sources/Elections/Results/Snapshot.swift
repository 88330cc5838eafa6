public import Apportionment

/// An election with everything that follows from its figures: what pages, exports and papers show.
///
/// Made at once from the facts and never changed, so that it can be read by many without a lock.
public struct Snapshot: Sendable {
    /// The facts.
    public let election: Election
    /// The ballots added up, in the order of counting.
    public let results: [ContestResult]

    private let turnouts: [Turnout?]

    /// Adds up `election`.
    ///
    /// - Throws: ``Fault`` when figures do not fit the regions, contestants or districts.
    /// - Complexity: O(stations × contestants).
    public init(_ election: Election) throws(Fault) {
        self.election = election
        var results: [ContestResult] = []
        for contest in election.contests where contest.hasFigures {
            results.append(try Adder(election: election, contest: contest).result())
        }
        self.results = results
        turnouts = Snapshot.turnouts(of: election, results)
    }

    /// Why figures cannot be added up.
    public enum Fault: Error, Hashable, Sendable {
        /// The law does not know the ballot.
        case ballotNotInLaw(Ballot)
        /// The ballot has districts and its law divides no seats.
        case noSeatRule(Ballot)
        /// The law lets only parties above a share of the nation's votes take part, and those that decide it are missing.
        case thresholdUnknown(Ballot)
        /// The ballot has neither readings nor reported figures.
        case noFigures(Ballot)
        /// Figures stand for a region the election does not have.
        case unknownRegion(Ballot, RegionCode)
        /// Reported rows, or districts, overlap in this region.
        case overlap(Ballot, RegionCode)
        /// A decision recorded on tied seats does not fit them (any more).
        case decision(Ballot, district: Int, DecisionRefusal)
        /// A figure is too large to be divided exactly.
        case tooLarge(Ballot)
    }

    /// The result of one ballot.
    public func result(of ballot: Ballot) -> ContestResult? {
        results.first { $0.contest.ballot == ballot }
    }

    /// The figures of one ballot in one region.
    public func figures(of ballot: Ballot, in region: RegionCode) -> UnitFigures? {
        guard let position = election.regions.position(of: region) else { return nil }
        return result(of: ballot)?.figures[position]
    }

    /// The turnout of a region; `nil` where no station has both figures.
    public func turnout(in region: RegionCode) -> Turnout? {
        election.regions.position(of: region).flatMap { turnouts[$0] }
    }

    /// The ballot whose forms give the turnout: the first one read from forms.
    public var turnoutBallot: ContestResult? {
        results.first { if case .forms = $0.basis { true } else { false } }
    }
}
