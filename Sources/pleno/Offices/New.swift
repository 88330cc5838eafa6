import ArgumentParser
import Elections
import Exchange
import Office

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Open an office on the figures of an election folder.",
        discussion: """
            The office is a new directory with a journal: every register, list and form of the folder becomes \
            an act in it, with its source. What was taken over stays; the folder is not needed any more. \
            Nothing is left behind when anything is wrong. It may lie on a PostgreSQL instead: name the \
            database and the office there. The password stays in PGPASSFILE or PGPASSWORD.

            EXAMPLES
              pleno new soppeng --from Examples/soppeng-2019
              pleno new soppeng --from Examples/soppeng-2019 --without-figures
              pleno serve soppeng
              pleno new 'postgresql://db.example/pleno?office=soppeng' \\
                --from Examples/soppeng-2019
            """
    )

    @Argument(help: ArgumentHelp("The new directory, or an address.", valueName: "office"))
    var office: String

    @Option(name: .customLong("from"), help: ArgumentHelp("The election folder.", valueName: "folder"))
    var folder: String

    @Flag(help: "Take over registers, ballots and lists alone: nothing is counted yet.")
    var withoutFigures = false

    func run() async throws {
        let place = try OfficePlace(path: office)
        try place.checkIsFree()
        let snapshot = try await load(folder)
        let count = try await place.create { office throws(Refusal) in
            let election = withoutFigures ? snapshot.election.withoutFigures : snapshot.election
            for (number, acts) in Act.takingOver(election).enumerated() {
                _ = try await office.perform(
                    .takeOver(acts),
                    as: OfficePlace.console,
                    request: "take-over-\(number + 1)"
                )
            }
        }
        try Terminal.write([
            Terminal.say(
                "\(office): kantor dibuka dengan \(count) entri jurnal",
                "\(office): office opened with \(count) journal entries"
            )
        ])
    }
}
