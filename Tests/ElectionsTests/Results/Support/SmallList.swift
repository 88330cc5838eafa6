import Elections
import Testing

/// A list of candidates in lines: `3 f 20 0:5 2:15` is number 3, a woman, 20 votes, 5 at station 0 and 15 at station 2.
///
/// `?` stands for what is not known; a status may stand behind the votes. Without stations the spread is not known, and
/// `-` says that all stations are known and none has votes.
struct SmallList {
    let list: CandidateList
    let standings: [Int: CandidateStanding]

    /// Three subdistricts, of which two have two villages; the first village has two stations.
    static let stations: [StationCode] = {
        let places = [
            ("73.12.01.1001", 1), ("73.12.01.1001", 2), ("73.12.01.1002", 1), ("73.12.02.1001", 1),
            ("73.12.02.1002", 1), ("73.12.03.1001", 1),
        ]
        return places.compactMap { code, number in
            (try? RegionCode(parsing: code)).map { StationCode(village: $0, number: number) }
        }
    }()

    init(_ lines: [String], district: Int? = 1, contestant: Int = 4) throws {
        var (candidates, standings) = ([Candidate](), [Int: CandidateStanding]())
        for line in lines {
            var words = line.split(separator: " ").map(String.init)[...]
            let number = try #require(words.popFirst().flatMap(Int.init))
            let sex: Field.Sex? = words.popFirst().flatMap { $0 == "f" ? .female : $0 == "m" ? .male : nil }
            let votes = words.popFirst().flatMap(Int.init)
            let status = words.first.flatMap(CandidateStatus.init)
            if status != nil { words.removeFirst() }
            candidates.append(Candidate(number: number, name: PersonName(name: "C\(number)"), sex: sex))
            standings[number] = CandidateStanding(
                votes: votes,
                status: status ?? .standing,
                spread: words.isEmpty ? nil : VoteSpread(stations: Self.votes(Array(words)))
            )
        }
        list = CandidateList(district: district, contestant: contestant, candidates: candidates)
        self.standings = standings
    }

    private static func votes(_ words: [String]) -> [StationCode: Int] {
        let pairs = words.filter { $0 != "-" }.map { $0.split(separator: ":").compactMap { Int($0) } }
        return Dictionary(uniqueKeysWithValues: pairs.map { (stations[$0[0]], $0[1]) })
    }
}

extension ListRanking {
    /// The ranking in lines: seats, who is tied, what is unfilled.
    var lines: [String] {
        elected.map { "\($0.seat) #\($0.candidate.number) \($0.ground.word)" }
            + (tie.map { ["tie \($0.tied) for \($0.seats): \($0.reason.word)"] } ?? [])
            + (unfilled.map { ["unfilled \($0.seats): \($0.rule?.rawValue ?? "open")"] } ?? [])
    }
}

extension SeatGround {
    var word: String {
        switch self {
        case .votes: "votes"
        case .spread(let count):
            "\(count.tier) "
                + count.areas.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(
                    separator: " "
                )
        case .woman: "woman"
        case .listNumber: "number"
        case .listNumberWithoutVotes: "number, no votes"
        case .decided(let basis): "decided, \(basis)"
        }
    }
}

extension OpenTie.Reason {
    var word: String {
        switch self {
        case .ruleOpen(let rule): "open \(rule)"
        case .plenary: "plenary"
        case .lot: "lot"
        case .equal: "equal"
        case .unclearSpread(let tier): "unclear \(tier)"
        }
    }
}

extension Law {
    /// Decisions on open rules, by rule and reading.
    static func decided(_ readings: KeyValuePairs<Law.RuleID, String>) -> [Decision] {
        readings.map { Decision(rule: $0, reading: $1, basis: LocalizedText(id: "BA 1", en: "minutes 1")) }
    }
}
