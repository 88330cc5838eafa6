import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage
import TransparencyLog

struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write an office's public record as static files, signed.",
        discussion: """
            The directory gets a folder "record": the tiles of a transparency log (C2SP tlog-tiles), the signed \
            checkpoint, and proofs that the journal holds what was published. Any web server can carry it; run \
            it again and only what is new is written. Works while the office is served.

            EXAMPLES
              pleno publish soppeng site --keys keys
              pleno verify site
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("The directory to write to.", valueName: "site"))
    var site: String

    @Option(help: ArgumentHelp("The directory of the office's keys.", valueName: "directory"))
    var keys: String

    @Option(
        help: ArgumentHelp(
            "Whose cosignatures are taken in, and who is asked after a restore: a policy.",
            valueName: "file"
        )
    )
    var cosigners: String?

    @Option(
        help: ArgumentHelp(
            "A checkpoint that a cosigner confirmed; may be given more than once.",
            valueName: "file"
        )
    )
    var cosigned: [String] = []

    func validate() throws {
        guard cosigned.isEmpty || cosigners != nil else {
            throw ValidationError("--cosigned needs --cosigners.")
        }
    }

    func run() async throws {
        let place = try OfficePlace(path: office)
        let folder = KeyFolder(path: keys)
        let confirmations = try confirmations()
        let store = try await place.reading()
        let recorder = Recorder(
            journal: store,
            files: FolderStore(site + "/record", isPublic: true),
            heads: folder.heads,
            keys: Array(try await folder.keys().values)
        )
        do {
            let policy = try cosigners.map(TrustPolicy.read)
            try await RestoredOffice(place: place).ask(for: recorder, from: policy)
        } catch {
            await store.close()
            throw error
        }
        let standing: Recorder.Standing
        do throws(RecorderFault) {
            standing = try await recorder.advance()
            try await recorder.writeProofs()
            for (signature, key) in confirmations { try await recorder.add(signature, by: key) }
        } catch {
            await store.close()
            throw error.exit(at: office)
        }
        await store.close()
        try Terminal.write([
            Terminal.say(
                "\(site)/record: \(standing.checkpoint.size) pengumuman dari \(standing.entries) entri jurnal",
                "\(site)/record: \(standing.checkpoint.size) publications of \(standing.entries) journal entries"
            ),
            Terminal.say("ditandatangani ", "signed by ") + standing.key.text,
        ])
    }
}

extension Publish {
    /// The cosignatures in the files, by the cosigners of the policy.
    private func confirmations() throws -> [(NoteSignature, VerifierKey)] {
        guard let cosigners else { return [] }
        let keys = try TrustPolicy.read(cosigners).cosigners.map(\.key)
        return try cosigned.flatMap { path in
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw OfficePlace.refuse(path, .store(.missing(path)))
            }
            guard let note = try? SignedNote(parsing: Array(bytes)) else {
                throw OfficePlace.refuse(path, .store(.foreign(path)))
            }
            return note.signatures.compactMap { signature in
                keys.first { $0.name == signature.name && $0.id == signature.keyID }.map { (signature, $0) }
            }
        }
    }
}

extension RecorderFault {
    /// Says what is wrong.
    ///
    /// - Returns: The exit code: 2 for bad input, 1 for the machine.
    func exit(at path: String) -> ExitCode {
        if case .store(let fault) = self { return OfficePlace.refuse(path, .store(fault)) }
        if case .journal(let fault) = self { return OfficePlace.refuse(path, .journal(fault)) }
        Terminal.warn("\(path): \(words[Terminal.language])".visible)
        return ExitCode(2)
    }
}
