/// What lists of candidates of a ballot must be: whose, where, how long, in which order, with how many women.
///
/// - Legal source: UU 7/2017 art. 244–246; PKPU 20/2018 (2019), 10/2023 with MA 24 P/HUM/2023 (2024).
public struct ListRules: Hashable, Sendable {
    /// What the law asks of a list.
    public let law: Law.CandidateLists
    private let contestants: [Int]
    private let districts: [ElectoralDistrict]

    /// The rules of a ballot with its contestants and districts.
    init(_ law: Law.CandidateLists, contestants: [Int], districts: [ElectoralDistrict]) {
        self.law = law
        self.contestants = contestants
        self.districts = districts
    }

    /// The most candidates of a list; `nil` where the seats are not divided here.
    public func most(in district: Int?) -> Int? {
        districts.first { $0.number == district }.map { law.most.roundedUp(of: $0.seats) }
    }

    /// What a list lacks; nothing for a list of nobody.
    ///
    /// - Complexity: O(candidates).
    public func faults(of candidates: [Candidate]) -> [ListFault] {
        let women = candidates.count { $0.sex == .female }
        let needed = law.women.roundedUp(of: candidates.count)
        let groups = (0..<candidates.count / law.group).map {
            candidates[$0 * law.group..<($0 + 1) * law.group]
        }
        let missing = groups.filter { !$0.contains { $0.sex == .female } }
        return (women < needed ? [.tooFewWomen(women: women, needed: needed)] : [])
            + missing.map { .noWoman(among: $0.map(\.number)) }
    }

    /// Checks a list as it is handed in.
    func checkSubmitted(_ list: CandidateList) throws(CandidacyFault) {
        guard !list.candidates.isEmpty else { throw .nobody(list.key) }
        guard list.candidates.map(\.number) == Array(1...list.candidates.count) else {
            throw .numbers(list.key)
        }
        try check(list)
    }

    /// Checks that lists are of this ballot, in their order, and lack nothing.
    func checkPublished(_ lists: [CandidateList]) throws(CandidacyFault) {
        guard !lists.isEmpty else { throw .nothingToPublish }
        var last: (Int, Int)?
        for list in lists {
            let place = try check(list)
            if let last, last >= place { throw .order(list.key) }
            last = place
            let faults = faults(of: list.candidates)
            guard faults.isEmpty else { throw .incomplete(list.key, faults) }
        }
    }

    /// Lists in the order in which they are published.
    func arranged(_ lists: some Sequence<CandidateList>) -> [CandidateList] {
        lists.compactMap { list in place(of: list.key).map { ($0, list) } }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Checks whose list it is, and who is on it.
    ///
    /// - Returns: Its place among the lists.
    @discardableResult
    private func check(_ list: CandidateList) throws(CandidacyFault) -> (Int, Int) {
        guard contestants.contains(list.contestant) else { throw .unknownContestant(list.contestant) }
        guard let place = place(of: list.key) else { throw .unknownDistrict(list.district) }
        let numbers = list.candidates.map(\.number)
        guard numbers.first ?? 1 >= 1, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
            throw .numbers(list.key)
        }
        if let most = most(in: list.district), max(numbers.count, numbers.last ?? 0) > most {
            throw .tooMany(list.key, candidates: max(numbers.count, numbers.last ?? 0), seats: most)
        }
        let unknown = list.candidates.filter { ![.male, .female].contains($0.sex) }.map(\.number)
        guard unknown.isEmpty else { throw .sexUnknown(list.key, unknown) }
        return place
    }

    private func place(of key: ListKey) -> (Int, Int)? {
        guard let contestant = contestants.firstIndex(of: key.contestant) else { return nil }
        guard !districts.isEmpty else { return key.district == nil ? (0, contestant) : nil }
        return districts.firstIndex { $0.number == key.district }.map { ($0, contestant) }
    }
}
