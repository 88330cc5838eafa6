import Elections

/// The lists of candidates of a ballot as they stand: the office's own, or those that it took over.
struct ShownLists {
    let contest: Contest
    /// What the office did about them; nothing while it did nothing.
    let candidacy: Candidacy?

    init(_ contest: Contest, _ register: CandidacyRegister) {
        self.contest = contest
        candidacy = register[contest.ballot]
    }

    var ballot: Ballot { contest.ballot }

    /// Whether the final lists are on record elsewhere.
    var areElsewhere: Bool { !contest.lists.isEmpty && candidacy?.final == nil }

    /// The lists that were published, with every replacement since; none while none were.
    var lists: [CandidateList] { areElsewhere ? contest.lists : candidacy?.lists ?? [] }

    /// How far the published ones have come; `nil` while there are none.
    var kind: PublishedLists.Kind? {
        if areElsewhere || candidacy?.final != nil { return .final }
        return candidacy?.provisional == nil ? nil : .provisional
    }

    /// The last publication of this office; `nil` where there is none.
    var publication: PublishedLists? { candidacy?.final ?? candidacy?.provisional }

    /// The candidates of whom something became, in the order of the lists, each with all that did.
    var changed: [(place: CandidateKey, candidate: Candidate, changes: [StatusChange])] {
        lists.flatMap { list in
            list.candidates.compactMap { candidate in
                let place = CandidateKey(list.key, candidate.number)
                return candidacy?.changes[place].map { (place, candidate, $0) }
            }
        }
    }

    /// Each replacement with who stood there before.
    var replaced: [(replacement: Replacement, former: PersonName?)] {
        var names: [CandidateKey: PersonName] = [:]
        return (candidacy?.replacements ?? []).map { replacement in
            let place = replacement.place
            let former = names[place] ?? candidacy?.provisional?.lists.candidate(place)?.name
            names[place] = replacement.successor?.name
            return (replacement, former)
        }
    }
}

extension [Candidate] {
    /// How many are women; `nil` where the sex of somebody is not known.
    var women: Int? { allSatisfy { $0.sex != nil } ? count { $0.sex == .female } : nil }

    /// The women among them as a count with its share: `3 (42,86%)`.
    func women(_ numbers: Numbers) -> String {
        women.map { "\(numbers.whole($0)) (\(numbers.percent($0, of: count)))" } ?? "–"
    }
}

extension Sequence<CandidateList> {
    /// Everybody on them.
    var everybody: [Candidate] { flatMap(\.candidates) }
}

extension Contest {
    /// A list as people call it: `Soppeng 1 · Alpha`.
    func name(of list: ListKey) -> String {
        let party = contestants.first { $0.number == list.contestant }?.shortName ?? "\(list.contestant)"
        guard let number = list.district else { return party }
        return "\(districts.first { $0.number == number }?.name ?? "\(number)") · \(party)"
    }

    /// A candidate's place as people call it: `Soppeng 1 · Alpha, number 3`.
    func words(of place: CandidateKey, _ language: Language) -> String {
        let number = LocalizedText(id: "nomor \(place.number)", en: "number \(place.number)")
        return "\(name(of: place.list)), \(number[language])"
    }

    /// What an objection is about.
    func words(of objection: ListObjection, _ language: Language) -> String {
        objection.candidate.map { words(of: CandidateKey(objection.list, $0), language) }
            ?? name(of: objection.list)
    }

    /// The places of all lists, in the order in which they are published.
    var listPlaces: [ListKey] {
        let numbers: [Int?] = districts.isEmpty ? [nil] : districts.map(\.number)
        return numbers.flatMap { district in
            contestants.map { ListKey(contestant: $0.number, district: district) }
        }
    }
}
