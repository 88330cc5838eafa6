import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage
import Rehearsal

struct Rehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract:
            "Play a subdistrict's count, or a whole election: people who err, an office that finds out.",
        discussion: """
            Makes an office for practice on an election folder, with keys of its own beside it (office-keys): \
            the register and the ballots of the folder, none of its figures, and nobody's name. The forms are \
            made up and marked as such. Accounts called by role and number type every form twice, differ, \
            decide, approve; what they must not do is tried too, and must be refused. In the end every form \
            must say what its paper says. Broken off, the same command goes on.

            With --whole every subdistrict is counted; votes are held again at up to seven stations in four \
            subdistricts (of Soppeng in 2019 the four on record; all others are marked as simulated); then \
            every subdistrict holds its plenary and those above theirs: objections accepted, rejected and \
            deferred, corrections, somebody who refuses to sign. In the end every certificate must be the sum \
            of the papers and of what was corrected on them.

            With --papers every official paper is issued in the end, marked as a rehearsal's on each page, and \
            packed into an archive with a list.

            EXAMPLES
              pleno rehearse practice --from Examples/soppeng-2019
              pleno rehearse practice --from Examples/soppeng-2019 \\
                --subdistrict 73.12.04 --ballots PPWP --pace 1 --port 8081
              pleno rehearse whole --from Examples/soppeng-2019 --whole --papers soppeng-2019.zip
            """
    )

    @Argument(help: ArgumentHelp("The directory of the rehearsal's office.", valueName: "office"))
    var office: String

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The election folder; not needed to go on.", valueName: "folder")
    )
    var folder: String?

    @Option(
        help: ArgumentHelp(
            "The subdistrict by its code; else the one with fewest stations.",
            valueName: "code"
        )
    )
    var subdistrict: String?

    @Flag(help: "Every subdistrict's count, re-votes, and the plenaries of all tiers.")
    var whole = false

    @Option(
        help: ArgumentHelp("The ballots, as PPWP,DPRD_KABKO; else all of the folder.", valueName: "ballots")
    )
    var ballots: String?

    @Option(help: "What everything made up follows from; else 1.")
    var seed: Int?

    @Option(
        help: ArgumentHelp("Slips among a thousand figures typed, 0 to 200; else 20.", valueName: "slips")
    )
    var errors: Int?

    @Option(help: ArgumentHelp("Time between two steps, for spectators.", valueName: "seconds"))
    var pace = 0.0

    @Option(help: "Serve the rehearsal's site on this port of 127.0.0.1; 0 takes a free one.")
    var port: Int?

    @Option(help: ArgumentHelp("Issue every paper in the end, and pack them.", valueName: "file.zip"))
    var papers: String?

    func validate() throws {
        _ = try asked()
        guard papers == nil || port == nil else {
            throw ValidationError("--papers: made when the rehearsal has ended, so --port cannot be given.")
        }
        guard (0...3_600).contains(pace) else {
            throw ValidationError("--pace \(pace): expected 0 to 3600 seconds.")
        }
        guard port.map((0...65_535).contains) ?? true else {
            throw ValidationError("--port \(port ?? 0): expected a number from 0 to 65535.")
        }
    }

    /// What was asked for, of a plan.
    private func asked() throws -> RehearsalWish {
        var wish = RehearsalWish(isWhole: whole, seed: seed, errors: errors)
        guard !whole || subdistrict == nil else {
            throw ValidationError(
                "--whole: every subdistrict is rehearsed, so --subdistrict cannot be given."
            )
        }
        if let subdistrict {
            guard let code = try? RegionCode(parsing: subdistrict) else {
                throw ValidationError("--subdistrict \(subdistrict): expected a code such as 73.12.01.")
            }
            wish.subdistrict = code
        }
        wish.ballots = try ballots.map(parseBallots)
        guard seed.map({ $0 >= 0 }) ?? true else { throw ValidationError("--seed: expected 0 or more.") }
        guard errors.map((0...RehearsalPlan.mostErrors).contains) ?? true else {
            throw ValidationError("--errors: expected 0 to \(RehearsalPlan.mostErrors).")
        }
        return wish
    }

    func run() async throws {
        let place = RehearsalPlace(place: try OfficePlace(path: office))
        let (office, store, plan) = try await place.open(try asked(), from: folder)
        let run = RehearsalRun(place: place.place, plan: plan, pace: .milliseconds(Int(pace * 1_000)))
        do {
            try await play(run, in: office, store, keys: place.keys)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }

    /// Issues every paper and packs them.
    private func archive(_ room: PaperRoom, to target: String) async throws {
        let count = await room.office.view.count
        let issued = try await room.issue(
            { _ in true },
            as: Officer(signedIn: People.chair),
            request: "papers-\(count)"
        )
        let register = await room.office.view.state.papers
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let all = register.names.compactMap { register[$0].last?.paper }
        try await room.archive(all, to: target, by: folder)
        try report(all.count, bytes: all.reduce(0) { $0 + $1.file.size }, issued.failed)
    }

    private func play(
        _ run: RehearsalRun,
        in office: any RunningOffice,
        _ store: SQLiteStore?,
        keys: KeyFolder
    ) async throws {
        guard let port else {
            try await run.play(in: office)
            if let papers {
                try await working(in: office, store, at: run.place, keys) {
                    try await archive($0, to: papers)
                }
            }
            return
        }
        let player = Task { try await run.play(in: office) }
        do {
            try await OfficeSite(place: run.place, port: port, keys: keys.path).serve(office, store)
        } catch {
            player.cancel()
            try? await player.value
            throw error
        }
        player.cancel()
        try await player.value
    }
}
