import ArgumentParser
import Elections
import Exchange
import Web

struct Elected: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "elected",
        abstract: "Say who is elected: each seat with its party, candidate and ground; or the pair.",
        discussion: """
            Computed from the forms that count. A party's seats go to the candidates of its \
            list with most votes; equals are told apart as the law says, and where it leaves \
            that open a plenary decides: then the exit status is 3, after everything else was \
            written. verify/verify_record.py --elected finds the same in a public record, but \
            leaves equals out.

            Of a ballot without lists everybody is written with what their votes come to. With \
            --population, persons by the government's data, a regional election also tells of \
            whom the Constitutional Court may hear a petition by the margin.

            EXAMPLES
              pleno elected soppeng
              pleno elected soppeng --ballot DPRD_KABKO --format csv
              pleno elected soppeng-2020 --ballot PILBUP --population 226770
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Option(
        help: ArgumentHelp("The ballot, as DPRD_KABKO; else the regency's council.", valueName: "ballot"),
        transform: parseBallot
    )
    var ballot = Ballot.regencyCouncil

    @Option(
        help: ArgumentHelp("The population, to say of whom a petition is admissible.", valueName: "persons")
    )
    var population: Int?

    @Option(help: "How to write the seats.")
    var format: OutputFormat = .table

    func validate() throws {
        if let population, population < 1 {
            throw ValidationError("--population: expected how many persons live there.")
        }
    }

    func run() async throws {
        let snapshot = try await load(folder)
        guard ballot.choice == .list else { return try writeWinners(snapshot) }
        guard let result = snapshot.result(of: ballot), let elected = ElectedCandidates(snapshot, result)
        else {
            throw candidatesUnknown(ballot, in: folder)
        }
        try ElectedRows(elected, result, Terminal.language).rows
            .write(as: format, to: ByteOutput.standard.writeOrEnd)
        if elected.given < result.houseSize {
            Terminal.warn(
                Terminal.say(
                    "\(elected.given) dari \(result.houseSize) kursi ada calonnya",
                    "\(elected.given) of \(result.houseSize) seats have their candidate"
                )
            )
            throw ExitCode(3)
        }
    }

    private func writeWinners(_ snapshot: Snapshot) throws {
        guard let winners = snapshot.winners(of: ballot), let result = snapshot.result(of: ballot) else {
            let words = Terminal.say(
                "siapa yang terpilih pada \(ballot.rawValue) tidak ditentukan wilayah ini saja, atau belum ada angkanya",
                "who is elected on \(ballot.rawValue) does not follow from this area alone, or there are no figures"
            )
            Terminal.warn("\(folder): \(words)".visible)
            throw ExitCode(2)
        }
        let words = WinnerWords(result.contest, snapshot.election.law)
        let figures = snapshot.figures(of: ballot, in: snapshot.election.place)
        let ranked = zip(
            result.contest.contestants,
            result.contest.contestants.indices.map { figures?.votes[$0] }
        )
        .sorted { ($0.1 ?? -1) > ($1.1 ?? -1) }
        let table = Rows(
            columns: ["number", "name", "votes", "outcome"] + (population == nil ? [] : ["petition"]),
            numbers: ["number", "votes"],
            forEach: { body in
                for (contestant, votes) in ranked {
                    let margin = population.flatMap {
                        snapshot.petitionMargin(
                            of: contestant.number,
                            on: ballot,
                            against: winners,
                            population: $0
                        )
                    }
                    let petition = margin.map { words.verdict($0)[Terminal.language] } ?? ""
                    try body(
                        [
                            .number(contestant.number), .text(contestant.name), .number(votes),
                            .text(words.standing(of: contestant.number, winners)[Terminal.language]),
                        ] + (population == nil ? [] : [.text(petition)])
                    )
                }
            }
        )
        try table.write(as: format, to: ByteOutput.standard.writeOrEnd)
        if case .elected = winners.outcome { return }
        Terminal.warn(words.outcome(winners)[Terminal.language].visible)
        throw ExitCode(3)
    }
}

/// A row for each seat that somebody has, and one for those of a list that nobody has.
private struct ElectedRows {
    private let elected: ElectedCandidates
    private let result: ContestResult
    private let language: Language

    init(_ elected: ElectedCandidates, _ result: ContestResult, _ language: Language) {
        (self.elected, self.result, self.language) = (elected, result, language)
    }

    var rows: Rows {
        Rows(
            columns: [
                "district", "contestant", "party", "seat", "number", "candidate", "votes", "ground",
            ],
            numbers: ["district", "contestant", "seat", "number", "votes"],
            forEach: { body in
                for district in elected.districts {
                    for list in district.lists {
                        for row in cells(of: list, in: district.district) { try body(row) }
                    }
                }
            }
        )
    }

    private func cells(
        of list: ElectedCandidates.List,
        in district: ElectoralDistrict
    ) -> [[Rows.Cell]] {
        let party = result.contest.contestants.first { $0.number == list.contestant }?.shortName ?? ""
        let head: [Rows.Cell] = [.number(district.number), .number(list.contestant), .text(party)]
        func open(_ words: LocalizedText) -> [Rows.Cell] {
            head + [.number(nil), .number(nil), .text(""), .number(nil), .text(words[language])]
        }
        switch list.ranking {
        case .failure(let refusal): return [open(refusal.words)]
        case .success(let ranking):
            return ranking.elected.map { elected in
                head + [
                    .number(elected.seat), .number(elected.candidate.number),
                    .text(elected.candidate.name.full), .number(elected.votes),
                    .text(elected.ground.words[language]),
                ]
            } + [ranking.tie?.words, ranking.unfilled?.words].compactMap(\.self).map(open)
        }
    }
}

/// Says that nobody knows the votes of a ballot's candidates.
func candidatesUnknown(_ ballot: Ballot, in folder: String) -> ExitCode {
    let words = Terminal.say(
        "suara calon \(ballot.rawValue) tidak diketahui: tidak ada daftar calon, dapil, atau formulirnya",
        "votes of \(ballot.rawValue) candidates are not known: there are no lists, districts or forms"
    )
    Terminal.warn("\(folder): \(words)".visible)
    return ExitCode(2)
}
