import ArgumentParser
import Elections
import Exchange
import Foundation
import Office
import SQLiteStorage

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open an office on the figures of an election folder.",
        discussion: """
            The office is a new directory with a journal: every register, list and form of the folder becomes \
            an act in it, with its source. What was taken over stays; the folder is not needed any more. \
            Nothing is left behind when anything is wrong.

            EXAMPLES
              pleno new soppeng --from Examples/soppeng-2019
              pleno serve soppeng
            """
    )

    @Argument(help: ArgumentHelp("The new directory.", valueName: "office"))
    var office: String

    @Option(name: .customLong("from"), help: ArgumentHelp("The election folder.", valueName: "folder"))
    var folder: String

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: office) else {
            Terminal.warn(
                Terminal.say(
                    "\(office): sudah ada; pilih nama lain, atau hapus dahulu",
                    "\(office): there is something already; choose another name, or remove it first"
                )
            )
            throw ExitCode(2)
        }
        let snapshot = try await load(folder)
        // Made beside its place and moved there whole, so that half an office is never found.
        let name = "/" + office.split(separator: "/").joined(separator: "/")
        let target = office.first == "/" ? name : String(name.dropFirst())
        let place = OfficePlace(path: "\(target).new-\(UUID().uuidString)")
        let count: Int
        do {
            count = try await takeOver(snapshot.election, at: place)
            try FileManager.default.moveItem(atPath: place.path, toPath: target)
        } catch {
            try? FileManager.default.removeItem(atPath: place.path)
            guard error is ExitCode else {
                Terminal.warn("\(office): \(error.localizedDescription)")
                throw ExitCode(1)
            }
            throw error
        }
        try Terminal.write([
            Terminal.say(
                "\(office): kantor dibuka dengan \(count) entri jurnal",
                "\(office): office opened with \(count) journal entries"
            )
        ])
    }

    /// Writes the acts that the election comes to into a new journal.
    private func takeOver(_ election: Election, at place: OfficePlace) async throws -> Int {
        let above = URL(filePath: place.path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
        let store = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.create(place.path)
        }
        let office = try await place.opening(store)
        do throws(Refusal) {
            for (number, acts) in Act.takingOver(election).enumerated() {
                _ = try await office.perform(
                    .takeOver(acts),
                    as: OfficePlace.console,
                    request: "take-over-\(number + 1)"
                )
            }
        } catch {
            await office.close()
            Terminal.warn("\(place.path): \(error.words[Terminal.language])".visible)
            throw ExitCode(1)
        }
        let count = await office.view.count
        await office.close()
        return count
    }
}
