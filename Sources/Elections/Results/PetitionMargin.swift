/// Whether the margin of a regional election lets the Constitutional Court hear a petition against its result.
///
/// It is one question among others, and of pairs only: what else the court asks is not computed here.
public struct PetitionMargin: Hashable, Sendable {
    /// What the figures come to.
    public enum Verdict: Hashable, Sendable {
        /// The difference is within the bound.
        case admissible
        /// The difference is above it.
        case tooLarge
        /// What the share is taken of is open, and was not decided.
        case open(Law.RuleID)
        /// Figures are missing.
        case missing([Missing])
    }

    /// A figure that is needed.
    public enum Missing: String, CaseIterable, Hashable, Sendable {
        case population
        case validVotes = "valid-votes"
        case winnersVotes = "winners-votes"
        case petitionersVotes = "petitioners-votes"
    }

    /// The figures of a petition; `nil` where one is not known.
    public struct Figures: Hashable, Sendable {
        /// The population, in persons, as the ministry's data give it.
        public let population: Int?
        /// All valid votes in the last recapitulation.
        public let validVotes: Int?
        /// The votes of the pair that won.
        public let winnersVotes: Int?
        /// The votes of the pair that petitions.
        public let petitionersVotes: Int?

        /// The figures of a petition.
        public init(population: Int?, validVotes: Int?, winnersVotes: Int?, petitionersVotes: Int?) {
            self.population = population
            self.validVotes = validVotes
            self.winnersVotes = winnersVotes
            self.petitionersVotes = petitionersVotes
        }
    }

    /// Why figures cannot be those of a petition.
    public enum Fault: Error, Hashable, Sendable {
        /// The ballot's results have no margin for petitions under this law.
        case noMargin(Ballot)
        /// A figure is below zero.
        case negative(Missing)
        /// The petitioner has more votes than the winner.
        case petitionerAhead
        /// Winner and petitioner have more votes than there are.
        case exceedsValidVotes
    }

    /// What the figures come to.
    public let verdict: Verdict
    /// The difference as a part of what the bound is a share of; `nil` while that is not known.
    public let difference: Ratio?
    /// The largest difference as a share of it; `nil` while the population is not known.
    public let bound: Share?
    /// The article it stands in.
    public let source: LocalizedText

    /// Holds the figures against the bound of a law.
    ///
    /// - Parameters:
    ///   - law: The law of the election.
    ///   - ballot: Governor, or regent and mayor.
    ///   - figures: Population and votes.
    ///   - decisions: What was decided on rules that the law leaves open.
    /// - Throws: ``Fault`` when the figures contradict each other, or the law asks for no margin.
    public init(
        _ law: Law,
        _ ballot: Ballot,
        _ figures: Figures,
        decisions: [Decision] = []
    ) throws(Fault) {
        guard let rule = law.petition, rule.share(of: ballot, population: 0) != nil else {
            throw .noMargin(ballot)
        }
        try figures.check()
        source = rule.source
        bound = figures.population.flatMap { rule.share(of: ballot, population: $0) }
        let base = rule.base.value(decisions.first { $0.rule == .petitionBase })
        let whole =
            switch base {
            case .validVotes: figures.validVotes
            case .winnersVotes: figures.winnersVotes
            case nil: Int?.none
            }
        difference =
            if let whole, let winner = figures.winnersVotes, let petitioner = figures.petitionersVotes {
                Ratio(Int128(winner - petitioner), of: Int128(whole))
            } else {
                nil
            }
        let missing = figures.missing(for: base)
        verdict =
            if !missing.isEmpty {
                .missing(missing)
            } else if let difference, let bound {
                difference.exceeds(bound) ? .tooLarge : .admissible
            } else {
                .open(.petitionBase)
            }
    }
}

extension PetitionMargin.Figures {
    fileprivate func check() throws(PetitionMargin.Fault) {
        let all: [(PetitionMargin.Missing, Int?)] = [
            (.population, population), (.validVotes, validVotes), (.winnersVotes, winnersVotes),
            (.petitionersVotes, petitionersVotes),
        ]
        for (name, figure) in all where figure.map({ $0 < 0 }) ?? false { throw .negative(name) }
        if let winnersVotes, let petitionersVotes, petitionersVotes > winnersVotes { throw .petitionerAhead }
        let both = Int128(winnersVotes ?? 0) + Int128(petitionersVotes ?? 0)
        if let validVotes, both > Int128(validVotes) { throw .exceedsValidVotes }
    }

    /// What is needed and not there; all of it where it is not known yet what the share is taken of.
    fileprivate func missing(for base: Law.PetitionRule.Base?) -> [PetitionMargin.Missing] {
        var missing: [PetitionMargin.Missing] = []
        if population == nil { missing.append(.population) }
        if validVotes == nil, base != .winnersVotes { missing.append(.validVotes) }
        if winnersVotes == nil { missing.append(.winnersVotes) }
        if petitionersVotes == nil { missing.append(.petitionersVotes) }
        return missing
    }
}

extension Snapshot {
    /// How a contestant stands to whoever is elected on a regional ballot, by the forms that count.
    ///
    /// - Parameters:
    ///   - contestant: Their number.
    ///   - ballot: Governor, or regent and mayor.
    ///   - winners: Who is elected.
    ///   - population: The population, in persons.
    /// - Returns: `nil` of whoever is elected, while nobody is, and where the law asks for no margin.
    /// - Complexity: O(contestants).
    public func petitionMargin(
        of contestant: Int,
        on ballot: Ballot,
        against winners: Winners,
        population: Int
    ) -> PetitionMargin? {
        guard case .elected(let elected) = winners.outcome, let first = elected.first, contestant != first,
            let result = result(of: ballot), let figures = figures(of: ballot, in: election.place)
        else { return nil }
        func votes(_ number: Int) -> Int? {
            result.contest.contestants.firstIndex { $0.number == number }.flatMap { figures.votes[$0] }
        }
        return try? PetitionMargin(
            election.law,
            ballot,
            PetitionMargin.Figures(
                population: population,
                validVotes: figures.sum,
                winnersVotes: votes(first),
                petitionersVotes: votes(contestant)
            ),
            decisions: election.decisions
        )
    }
}
