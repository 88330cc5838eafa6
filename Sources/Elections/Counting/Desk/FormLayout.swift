/// What a form of a ballot has room for, part by part, in the order of the paper.
///
/// - Legal source: forms C1 (PKPU 3/2019, 9/2019) and C.Hasil (PKPU 25/2023), parts I to V.
public struct FormLayout: Sendable {
    private let ballot: Ballot
    private let law: Law
    private let contestants: [Contestant]
    private let lists: [CandidateList]

    /// The forms of a contest under a law.
    public init(_ contest: Contest, _ law: Law) {
        self.init(contest.ballot, law, contest.contestants, contest.lists)
    }

    init(_ ballot: Ballot, _ law: Law, _ contestants: [Contestant], _ lists: [CandidateList]) {
        self.ballot = ballot
        self.law = law
        self.contestants = contestants
        self.lists = lists
    }

    /// The fields of a form of a district; those of all districts together where `nil`.
    ///
    /// - Complexity: O(fields + lists).
    public func fields(in district: Int? = nil) -> [Field] {
        let sexes = Field.Sex.allCases
        let rolls = law.rolls.map(\.roll) + [.all]
        let listed = rolls.filter { $0 == .permanent || law.formsStateEveryRoll }
        var fields = listed.flatMap { roll in sexes.map { Field.electorate(roll, $0) } }
        fields += rolls.flatMap { roll in sexes.map { Field.voters(roll, $0) } }
        fields += sexes.map { .disabled($0) } + sexes.map { .disabledVoters($0) }
        fields += Field.Papers.allCases.map { .papers($0) }
        for contestant in contestants { fields += votes(contestant.number, in: district) }
        return fields + [.valid, .invalid, .total] + Field.Signer.allCases.map { .signatures($0) }
    }

    private func votes(_ number: Int, in district: Int?) -> [Field] {
        guard ballot.choice == .list else { return [.votes(number)] }
        var places: Set<Int> = []
        for list in lists where list.contestant == number {
            if let district, let other = list.district, district != other { continue }
            places.formUnion(list.candidates.map(\.number))
        }
        return [.partyVotes(number)] + places.sorted().map { .candidateVotes(number, $0) } + [.votes(number)]
    }
}

extension Law {
    /// Whether part I.A of its station forms states the electorate of every list, and not of the DPT alone.
    ///
    /// - Source: C.Hasil of 2024 as served by Sirekap; domain reference 3.2.
    fileprivate var formsStateEveryRoll: Bool { votingDay.year < 2_024 }
}
