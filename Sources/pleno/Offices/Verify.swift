import ArgumentParser
import Elections
import Office
import TransparencyLog

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check an office's journal from the first entry to the last.",
        discussion: """
            Every entry is read as canonical text, hashed and folded into the state; the tree head must be the \
            one that was kept with the last batch, and the figures must add up. The first thing that is wrong \
            is named: entry, act and reason. Exit status: 0 when everything holds, 1 or 2 when anything does not.

            EXAMPLES
              pleno verify soppeng
              pleno verify 'postgresql://db.example/pleno?office=soppeng'
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    func run() async throws {
        let place = try OfficePlace(path: office)
        var acts = 0
        let replay = try await place.read { entry in acts += entry.acts.count }
        let snapshot = try Snapshot.of(replay.state, at: office)
        let forms = snapshot.election.contests.flatMap(\.readings).reduce(0) { $0 + $1.forms.count }
        try Terminal.write([
            Terminal.say(
                "\(office): \(replay.count) entri, \(acts) tindakan, \(forms) formulir: semuanya cocok",
                "\(office): \(replay.count) entries, \(acts) acts, \(forms) forms: everything holds"
            ),
            Terminal.say("akar pohon: ", "tree root: ") + replay.frontier.root.hex,
        ])
    }
}
