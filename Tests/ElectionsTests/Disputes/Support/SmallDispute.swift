import Apportionment
import Elections
import TestSupport

/// A district of a few voters with one or two stations in doubt, so that every way their votes can fall can be tried.
struct SmallDispute: CustomStringConvertible {
    let question: ContestedDistrict
    let method: Method
    let rules: TieRules
    /// Everybody who can be voted for.
    let choices: [ListChoice]
    /// The votes of each at each of ``stations``, those in doubt first.
    private let votes: [ListChoice: [Int]]

    /// Four stations in three subdistricts; the first ones are in doubt.
    private static let stations = [0, 3, 1, 5].map { SmallList.stations[$0] }

    init(_ method: Method, _ rules: TieRules, _ dice: inout Dice) {
        func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
        let doubtful = roll(1...2)
        let spread = roll(1...4)
        var votes: [ListChoice: [Int]] = [:]
        var (lists, choices) = ([CandidateList](), [ListChoice]())
        let candidates = [[3], [1, 1], [2, 1], [1, 0, 1], [0, 2, 1], [2, 2]][roll(0...5)]
        for (place, count) in candidates.enumerated() {
            let list = CandidateList(
                district: 1,
                contestant: place + 1,
                candidates: (0..<count).map {
                    Candidate(
                        number: $0 + 1,
                        name: PersonName(name: "C"),
                        sex: roll(0...1) == 0 ? .male : .female
                    )
                }
            )
            lists.append(list)
            for candidate in [nil] + list.candidates.map({ Optional($0.number) }) {
                let choice = ListChoice(contestant: place + 1, candidate: candidate)
                choices.append(choice)
                votes[choice] = Self.stations.map { _ in roll(0...spread) }
            }
        }
        let contested = lists.map { list in
            VotedList(
                list: list,
                party: votes[ListChoice(contestant: list.contestant, candidate: nil)]?.reduce(0, +),
                standings: Self.standings(list, votes, died: roll(0...5) == 0 ? 1 : nil)
            )
        }
        let stations = (0..<doubtful).map { station in
            ContestedStation(
                code: Self.stations[station],
                most: roll(0...(doubtful == 1 ? 4 : 2)),
                votes: Dictionary(
                    uniqueKeysWithValues: lists.map { ($0.contestant, Self.votes($0, votes, station)) }
                )
            )
        }
        let regions = Set(Self.stations.compactMap(\.village.parent)).sorted()
        let district = ElectoralDistrict(number: 1, name: "1", seats: roll(1...4), regions: regions)
        question = ContestedDistrict(district: district, lists: contested, stations: stations)
        (self.method, self.rules, self.choices, self.votes) = (method, rules, choices, votes)
    }

    private static func votes(_ list: CandidateList, _ votes: [ListChoice: [Int]], _ station: Int)
        -> ListVotes
    {
        func figure(_ candidate: Int?) -> Int {
            votes[ListChoice(contestant: list.contestant, candidate: candidate)]?[station] ?? 0
        }
        let pairs = list.candidates.map { ($0.number, figure($0.number)) }
        return ListVotes(party: figure(nil), candidates: Dictionary(uniqueKeysWithValues: pairs))
    }

    private static func standings(
        _ list: CandidateList,
        _ votes: [ListChoice: [Int]],
        died: Int?
    ) -> [Int: CandidateStanding] {
        let pairs = list.candidates.map { candidate in
            let own = votes[ListChoice(contestant: list.contestant, candidate: candidate.number)] ?? []
            let standing = CandidateStanding(
                votes: own.reduce(0, +),
                status: candidate.number == died ? .died : .standing,
                spread: VoteSpread(stations: Dictionary(uniqueKeysWithValues: zip(stations, own)))
            )
            return (candidate.number, standing)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Everything that can stand at the stations in doubt: per station the votes of each choice.
    var possible: [[[Int]]] {
        question.stations.reduce([[]]) { ways, station in
            let here = self.ways(of: station.most)
            return ways.flatMap { way in here.map { way + [$0] } }
        }
    }

    private func ways(of most: Int) -> [[Int]] {
        choices.reduce([[]]) { ways, _ in
            ways.flatMap { way in (0...(most - way.reduce(0, +))).map { way + [$0] } }
        }
    }

    /// Votes for some, dealt out to the stations in doubt one after the other.
    func dealt(_ given: [ListChoice: Int]) -> [[Int]] {
        var left = choices.map { given[$0] ?? 0 }
        return question.stations.map { station in
            var room = station.most
            return left.indices.map { place in
                let here = min(room, left[place])
                room -= here
                left[place] -= here
                return here
            }
        }
    }

    /// What becomes of each list: who is elected, who is tied, and whether the party is tied for a seat of somebody.
    struct Outcome: Equatable {
        var seats: Allocation
        var lists: [[String]] = []
    }

    /// The outcome when `given` stands at the stations in doubt; what is recorded when it is `nil`.
    func outcome(_ given: [[Int]]?) throws -> Outcome {
        var votes = votes
        for (station, figures) in (given ?? []).enumerated() {
            for (choice, figure) in zip(choices, figures) { votes[choice]?[station] = figure }
        }
        let sums = question.lists.map { list in
            choices.filter { $0.contestant == list.list.contestant }
                .reduce(0) { $0 + (votes[$1] ?? []).reduce(0, +) }
        }
        let allocation = try Distribution(method, seats: question.district.seats, votes: sums).allocation()
        var outcome = Outcome(seats: allocation)
        for (place, list) in question.lists.enumerated() {
            let died = list.standings.first { $0.value.status == .died }?.key
            let standings = Self.standings(list.list, votes, died: died)
            let ranking = try ListRanking(allocation.seats[place], to: list.list, standings, rules)
            let isTied = allocation.tie?.parties.contains(place) ?? false
            let hasMore = standings.values.count { $0.status == .standing } > allocation.seats[place]
            outcome.lists.append(
                ranking.elected.map { "\($0.candidate.number)" }.sorted()
                    + [ranking.tie.map { "tied \($0.tied)" } ?? "", isTied && hasMore ? "party tied" : ""]
            )
        }
        return outcome
    }

    var description: String {
        let most = question.stations.map(\.most)
        let figures = choices.map { "\($0.contestant)/\($0.candidate ?? 0) \(votes[$0] ?? [])" }
        return "\(method) \(question.district.seats) seats, most \(most), \(figures)"
    }
}
