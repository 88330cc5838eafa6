import ArgumentParser
import Elections
import Exchange
import Web

struct Contested: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contested",
        abstract: "Whether votes at contested stations could change seats, or who gets them.",
        discussion: """
            At each contested station any votes may stand, from none to everybody on its roll \
            with the reserve of papers, jointly for all parties and candidates. Every seat is \
            held against every other party's next claim, every elected candidate against every \
            other of the list, with the fewest votes the one can have and the most of the other: \
            exact, by integers and fractions. A tie counts as a change.

            EXAMPLES
              pleno contested soppeng 73.12.04.1005-020 73.12.04.1006-011
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Argument(
        help: ArgumentHelp("The contested stations.", valueName: "village-number"),
        transform: parseStation
    )
    var stations: [StationCode]

    @Option(
        help: ArgumentHelp("The ballot, as DPRD_KABKO; else the regency's council.", valueName: "ballot"),
        transform: parseBallot
    )
    var ballot = Ballot.regencyCouncil

    func run() async throws {
        let snapshot = try await load(folder)
        guard let result = snapshot.result(of: ballot), let method = result.rules.seats?.method,
            let rules = TieRules.candidates(snapshot.election.law, ballot, snapshot.election.decisions)
        else { throw candidatesUnknown(ballot, in: folder) }
        var known: Set<StationCode> = []
        let found: [ContestedDistrict]?
        do throws(ContestedFault) {
            found = try snapshot.contested(stations.filter { known.insert($0).inserted }, of: result)
        } catch {
            throw refused(error.words)
        }
        guard let districts = found else { throw candidatesUnknown(ballot, in: folder) }
        let contest: ContestMateriality
        do throws(DistrictMateriality.Refusal) {
            contest = try ContestMateriality(districts, method, rules)
        } catch {
            throw refused(error.words)
        }
        let words = MaterialityWords(result, Terminal.language)
        try Terminal.write(contest.districts.flatMap(words.lines))
    }

    private func refused(_ words: LocalizedText) -> ExitCode {
        Terminal.warn("\(folder): \(words[Terminal.language])".visible)
        return ExitCode(2)
    }
}

func parseStation(_ text: String) throws -> StationCode {
    guard let station = Journal.code(of: text) else {
        throw ValidationError("\(text): expected a station such as 73.12.04.1005-007.")
    }
    return station
}
