import Apportionment
public import Elections

private typealias Text = LocalizedText

/// What votes at contested stations could change, in words and figures.
public struct MaterialityWords: Sendable {
    private let result: ContestResult
    private let language: Language
    private let numbers: Numbers
    private let quotients: QuotientWords

    /// Of a ballot, in a language.
    public init(_ result: ContestResult, _ language: Language) {
        self.result = result
        self.language = language
        numbers = Numbers(language)
        quotients = QuotientWords(numbers)
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        Text(id: indonesian, en: english)[language]
    }

    private func name(_ party: Int) -> String { result.contest.contestants[party].shortName }

    /// A district: what stands there, whether seats can change, and of each list whether who is elected can.
    public func lines(_ district: DistrictMateriality) -> [String] {
        let question = district.question
        let most = question.stations.reduce(0) { $0 + $1.most }
        let seats = numbers.whole(question.district.seats)
        let stations = numbers.whole(question.stations.count)
        let head = say(
            "\(question.district.name), \(seats) kursi: \(stations) TPS dipersoalkan, paling banyak "
                + "\(numbers.whole(most)) suara di sana",
            "\(question.district.name), \(seats) seats: \(stations) contested "
                + "\(question.stations.count == 1 ? "station" : "stations"), at most \(numbers.whole(most)) votes there"
        )
        return [head] + self.seats(district.seats).map { "  " + $0 }
            + district.lists.flatMap { lines($0) }.map { "  " + $0 }
    }

    private func seats(_ seats: Materiality) -> [String] {
        var lines = [
            seats.canChange
                ? say("kursi partai dapat berubah", "seats of parties can change")
                : say("kursi partai tidak dapat berubah", "seats of parties cannot change")
        ]
        if let closest = seats.closest { lines.append(text(closest)) }
        if let change = seats.change {
            let votes = change.votes.indices.filter { change.votes[$0] > 0 }.map {
                "\(numbers.whole(change.votes[$0])) \(name($0))"
            }.joined(separator: ", ")
            let before = seats.outcome.seats
            let after = change.outcome.seats.indices.filter { change.outcome.seats[$0] != before[$0] }.map {
                "\(name($0)) \(before[$0]) → \(change.outcome.seats[$0])"
            }.joined(separator: ", ")
            lines.append(
                say(
                    "misalnya bila di sana \(votes.isEmpty ? "tidak ada suara" : votes): "
                        + (after.isEmpty ? "kursi terakhir seri" : after),
                    "for example with \(votes.isEmpty ? "no votes" : votes) there: "
                        + (after.isEmpty ? "a tie for the last seat" : after)
                )
            )
        }
        return lines
    }

    /// The pair that comes closest, with the quotients that are compared.
    private func text(_ rivalry: Rivalry) -> String {
        let (winner, loser) = (name(rivalry.winner), name(rivalry.loser))
        let (fewest, most) = (numbers.whole(rivalry.winnerVotes), numbers.whole(rivalry.loserVotes))
        let (first, second) = (
            quotients.text(rivalry.winnerQuotient), quotients.text(rivalry.loserQuotient)
        )
        let needed = numbers.whole(rivalry.needed ?? 0)
        return say(
            "terdekat: kursi terakhir \(winner), paling sedikit \(fewest) suara, hasil bagi \(first); "
                + "\(loser), paling banyak \(most) suara, hasil bagi \(second); perlu \(needed) suara",
            "closest: the last seat of \(winner), at least \(fewest) votes, quotient \(first); "
                + "\(loser), at most \(most) votes, quotient \(second); \(needed) votes are needed"
        )
    }

    /// A list of which who is elected can change, or hangs on what is missing; none where nobody can.
    private func lines(_ list: ListMateriality) -> [String] {
        let party = result.contest.contestants.first { $0.number == list.contestant }?.shortName ?? ""
        switch list.verdict {
        case .cannot: return []
        case .unknown:
            let missing = list.missing?.words[language] ?? ""
            return [say("\(party): belum dapat dipastikan: \(missing)", "\(party): not certain: \(missing)")]
        case .can:
            let cause = list.change.map { $0.cause.words[language] } ?? ""
            var line = say(
                "\(party): yang terpilih dapat berubah: \(cause)",
                "\(party): who is elected can change: \(cause)"
            )
            if let closest = list.closest, closest.reach != .behind {
                line += say(
                    " (nomor \(closest.elected) paling sedikit \(numbers.whole(closest.electedVotes)), nomor "
                        + "\(closest.other) paling banyak \(numbers.whole(closest.otherVotes)) suara)",
                    " (number \(closest.elected) at least \(numbers.whole(closest.electedVotes)), number "
                        + "\(closest.other) at most \(numbers.whole(closest.otherVotes)) votes)"
                )
            }
            return [line]
        }
    }
}

extension ListMateriality.Cause {
    /// What changes, in a few words.
    public var words: LocalizedText {
        switch self {
        case .fewerSeats:
            Text(id: "kursinya berkurang atau seri", en: "it has fewer seats, or is tied for one")
        case .moreSeats: Text(id: "kursinya bertambah atau seri", en: "it has more seats, or is tied for one")
        case .partyTie: Text(id: "seri antarpartai berubah", en: "a tie of parties becomes another")
        case .order: Text(id: "urutan calon berubah", en: "candidates change places")
        case .equals: Text(id: "suara calon menjadi sama", en: "candidates become level")
        case .tie: Text(id: "seri antarcalon berubah", en: "a tie of candidates becomes another")
        }
    }
}

extension ContestedFault {
    /// What is wrong with the station, and what to do next.
    public var words: LocalizedText {
        switch self {
        case .unknown(let code):
            Text(
                id: "TPS \(code) tidak ada di dapil mana pun; tulis seperti 73.12.04.1005-007",
                en: "station \(code) is in no district; write it as 73.12.04.1005-007"
            )
        case .sumsDiffer(let number):
            Text(
                id:
                    "dapil \(number): suara partai belum lengkap, atau bukan jumlah suara partai dan calonnya; "
                    + "betulkan formulirnya dahulu",
                en:
                    "district \(number): votes of a party are missing, or not those for it and its candidates "
                    + "together; correct the forms first"
            )
        case .noForm(let code):
            Text(
                id: "TPS \(code) tidak punya formulir yang berlaku atau jumlah pemilih",
                en: "station \(code) has no form that counts, or nobody on its roll"
            )
        }
    }
}

extension DistrictMateriality.Refusal {
    /// What keeps the question from being answered.
    public var words: LocalizedText {
        switch self {
        case .figureMissing, .stationFigureMissing:
            Text(
                id: "suara calon dan partai belum lengkap dari semua TPS dapil itu",
                en: "votes of candidates and parties are not in from all stations of the district"
            )
        case .choiceTwice, .stationTwice, .stationElsewhere, .boundOutOfRange, .moreAtStations, .votes:
            Text(
                id: "angkanya saling bertentangan (\(self))",
                en: "the figures contradict each other (\(self))"
            )
        }
    }
}
