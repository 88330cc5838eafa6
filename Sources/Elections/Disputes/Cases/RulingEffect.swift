/// What a ruling changed: votes before and after, for each contestant of a ballot, once it was carried out.
public struct RulingEffect: Sendable {
    /// What changed for one contestant.
    public struct Row: Hashable, Sendable {
        /// The contestant's number.
        public let contestant: Int
        /// The votes before; `nil` where they are not known.
        public let before: Int?
        /// The votes after; `nil` where they are not known.
        public let after: Int?
    }

    /// The ballot.
    public let ballot: Ballot
    /// What the votes are of: a plenary's region, or stations.
    public let place: Place
    /// The contestants, in the order of the ballot.
    public let rows: [Row]

    /// Of what votes changed.
    public enum Place: Hashable, Sendable {
        /// The certified figures of a region.
        case region(RegionCode)
        /// The forms of stations.
        case stations([StationCode])
    }

    /// What each obligation of a ruling that was carried out changed, ballot by ballot; nothing where it changes no votes.
    ///
    /// - Complexity: O(stations + editions × contestants).
    public static func all(of dispute: DisputeCase, in snapshot: Snapshot) -> [RulingEffect] {
        (dispute.ruling?.obligations ?? []).flatMap { obligation -> [RulingEffect] in
            guard let effect = dispute.effect(of: obligation),
                let fulfilment = dispute.fulfilments[obligation.number]?.fulfilment
            else { return [] }
            return effect.scope.ballots.compactMap { ballot in
                guard let result = snapshot.result(of: ballot) else { return nil }
                switch fulfilment {
                case .revotes(let numbers): return RulingEffect(result, numbers, snapshot)
                case .plenary(let number): return RulingEffect(result.contest, number, snapshot)
                case .cancellation, .paper: return nil
                }
            }
        }
    }

    /// The earliest forms of stations beside those that count.
    private init?(_ result: ContestResult, _ revotes: [Int], _ snapshot: Snapshot) {
        let stations = revotes.compactMap { snapshot.election.revotes[$0] }.filter {
            $0.ballots.contains(result.contest.ballot)
        }.map(\.station)
        let superseded = result.supersessions.filter { known in
            stations.contains(snapshot.election.regions.stations[known.station])
        }
        guard !superseded.isEmpty else { return nil }
        func sum(_ forms: [FormInForce?], _ place: Int) -> Int? {
            forms.reduce(0) { sum, form in
                guard let sum, let form else { return nil }
                return result.contest.votes(on: form)[place].map { sum + $0 }
            }
        }
        ballot = result.contest.ballot
        place = .stations(superseded.map { snapshot.election.regions.stations[$0.station] })
        rows = result.contest.contestants.enumerated().map { place, contestant in
            Row(
                contestant: contestant.number,
                before: sum(superseded.map { $0.first?.form }, place),
                after: sum(superseded.map { result.forms[$0.station] }, place)
            )
        }
    }

    /// What a plenary certified beside what was certified of its region before.
    private init?(_ contest: Contest, _ number: Int, _ snapshot: Snapshot) {
        guard let region = snapshot.election.plenaries[number]?.region,
            let place = contest.editions.firstIndex(where: { $0.plenary == number }),
            let before = contest.editions[..<place].last(where: { $0.figures.row(of: region) != nil })
        else { return nil }
        func votes(_ edition: CertifiedEdition, _ contestant: Int) -> Int? {
            edition.figures.row(of: region).flatMap { edition.figures.forms[$0, .votes(contestant)] }
        }
        ballot = contest.ballot
        self.place = .region(region)
        rows = contest.contestants.map {
            Row(
                contestant: $0.number,
                before: votes(before, $0.number),
                after: votes(contest.editions[place], $0.number)
            )
        }
    }
}
