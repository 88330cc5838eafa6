/// What the certificates of a ballot without lists come to: its votes, and who is elected.
///
/// Like ``OfficialDistrict`` it knows no form that counts.
public struct OfficialWinners: Sendable {
    /// The numbers on the ballot, in its order.
    public let contestants: [Int]
    /// The votes, contestants in ballot order.
    public let votes: [Int]
    /// Who is elected, or what is open.
    public let winners: Winners

    /// Adds a ballot up from its certificates.
    ///
    /// - Throws: ``ResultFault`` where a region has no certificate, or others elect as well than the office's voters.
    /// - Complexity: O(regions × contestants).
    public init(of contest: Contest, in election: Election) throws(ResultFault) {
        let ballot = contest.ballot
        guard ballot.electingTier == election.place.tier,
            let rule = election.law.ballots[ballot]?.winners(in: election.place)
        else { throw .notDividedHere(ballot) }
        let sums = CertifiedSums(of: contest, in: election)
        contestants = contest.contestants.map(\.number)
        var all: [Int] = []
        for number in contestants { all.append(try sums.sum(.votes(number), over: [election.place])) }
        votes = all
        let numbers = contestants
        let certified: ContestVotes
        do throws(ContestVotes.Fault) {
            certified = try ContestVotes(of: contest, in: election, rule) { contestant, region in
                try? sums.sum(.votes(numbers[contestant]), over: [region])
            }
        } catch {
            throw .notCertified(election.place)
        }
        let winners = election.law.winners(
            of: ballot,
            in: election.place,
            votes: certified,
            decisions: election.decisions
        )
        guard let winners else { throw .notDividedHere(ballot) }
        self.winners = contest.settled(winners)
    }

    /// The places that nobody has yet; `nil` where none is open.
    public var open: OpenPlaces? {
        if case .open(let places) = winners.outcome { places } else { nil }
    }

    /// Whether a decision of a plenary says who of the equals is elected.
    func isSettled(by decision: TieDecision) -> Bool { winners.settled(by: decision) != nil }

    /// Who is elected; nobody where the single pair did not come above the blank column.
    ///
    /// - Throws: ``ResultFault`` where that is open, or votes are missing.
    func elected() throws(ResultFault) -> [Determination.Elected] {
        switch winners.outcome {
        case .elected(let numbers):
            return numbers.map { number in
                let seat = MemberKey(district: Determination.undivided, contestant: number, seat: 1)
                let votes = zip(contestants, self.votes).first { $0.0 == number }?.1 ?? 0
                return Determination.Elected(seat, candidate: 0, votes: votes)
            }
        case .newElection: return []
        case .open, .runOff: throw .tie(district: Determination.undivided, contestant: nil)
        case .missing(let missing):
            if case .area(let region) = missing.first { throw .notCertified(region) }
            throw .winnersOpen
        }
    }
}
