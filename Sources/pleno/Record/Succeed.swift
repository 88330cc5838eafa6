import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage
import TransparencyLog

struct Succeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succeed",
        abstract: "Begin an office's logs anew, because entries or a key were lost.",
        discussion: """
            What was signed can never be signed otherwise. Where a backup does not reach as far as the last signed \
            checkpoint, a new log begins under another name; its record holds, signed, which log it follows, up to \
            where that went, and why. The files of the old record move into a folder "1" of the record's. \
            Tell cosigners and readers the new name. See docs/keys.md first.

            EXAMPLES
              pleno succeed soppeng --keys keys --reason "Disk failure on 18 April 2019; entries 812 to 815 are lost"
              pleno succeed soppeng --keys new-keys --key-lost --reason "The key was stolen; decree 12/2019"
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Option(help: ArgumentHelp("The directory of the office's keys.", valueName: "directory"))
    var keys: String

    @Option(help: "What happened, for everybody to read.")
    var reason: String

    @Option(
        help: ArgumentHelp(
            "The last checkpoint that is known, if it is not beside keys or record.",
            valueName: "file"
        )
    )
    var checkpoint: String?

    @Flag(help: "The key was lost as well: the one in the directory is the first of its kind.")
    var keyLost = false

    func validate() throws {
        guard (1...2_000).contains(reason.utf8.count) else {
            throw ValidationError("--reason: expected 1 to 2000 bytes.")
        }
    }

    func run() async throws {
        let place = try OfficePlace(path: office)
        let folder = KeyFolder(path: keys)
        let state = try await place.read().state
        guard let old = state.verifiers(of: .record).first, let purpose = state.logKey?.purpose else {
            throw RecorderFault.noKey.exit(at: office)
        }
        guard let last = try await lastCheckpoint(of: old.name, folder) else {
            Terminal.warn(
                Terminal.say(
                    "\(office): checkpoint terakhir tidak ditemukan; sebut dengan --checkpoint",
                    "\(office): the last checkpoint is not to be found; name it with --checkpoint"
                )
            )
            throw ExitCode(2)
        }
        let act = LogSucceeded(
            generation: state.logGeneration + 1,
            checkpoint: String(decoding: last.bytes, as: UTF8.self),
            isKeyLost: keyLost,
            reason: LocalizedText(id: reason, en: reason)
        )
        var commands = [("succeed-\(act.generation)", Command.perform(.logSucceeded(act)))]
        if keyLost {
            let key = try await folder.key(for: purpose).verifier.text
            commands.append(
                ("key-\(act.generation)", Command.perform(.keyNamed(KeyNamed(purpose: purpose, key: key))))
            )
        }
        // The files first: whatever is broken off then, nothing is written over them.
        try moveRecord(to: "\(state.logGeneration)")
        try await place.work { office async throws(Refusal) in
            for (request, command) in commands {
                _ = try await office.perform(command, as: OfficePlace.console, request: request)
            }
        }
        try Terminal.write([
            Terminal.say("log baru: ", "new log: ")
                + "\(OfficeLog.record.name(of: baseName(old, state), generation: act.generation))"
        ])
    }

    /// The name of the office behind the name of its log.
    private func baseName(_ key: VerifierKey, _ state: ElectionState) -> KeyName {
        (state.logKey.flatMap { try? VerifierKey(parsing: $0.key) })?.name ?? key.name
    }

    /// The signed checkpoint over the most entries that is at hand.
    private func lastCheckpoint(of name: KeyName, _ folder: KeyFolder) async throws -> SignedNote? {
        var found: [SignedNote] = []
        let head = "signed/" + Hash.digest(Array("\(name)".utf8)).hex
        if let bytes = try? await folder.heads.bytes(of: head, most: SignedNote.mostBytes),
            let note = try? SignedNote(parsing: bytes)
        {
            found.append(note)
        }
        for path in [checkpoint, office + "/record/checkpoint"].compactMap(\.self) {
            guard let bytes = FileManager.default.contents(atPath: path),
                let note = try? SignedNote(parsing: Array(bytes))
            else { continue }
            found.append(note)
        }
        func size(_ note: SignedNote) -> Int { (try? Checkpoint(parsing: note.body))?.size ?? -1 }
        return found.max { size($0) < size($1) }
    }

    /// Moves the old record's files aside, where they can still be shown.
    private func moveRecord(to generation: String) throws {
        let (record, aside) = (office + "/record", office + "/record-\(generation)")
        guard FileManager.default.fileExists(atPath: record) else { return }
        try FileManager.default.moveItem(atPath: record, toPath: aside)
        try FileManager.default.createDirectory(atPath: record, withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: aside, toPath: "\(record)/\(generation)")
    }
}
