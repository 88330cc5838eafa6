import ArgumentParser
import Elections
import Foundation
import Logging
import TransparencyLog
import Web

/// `pleno witness`: a cosigner, in the protocol's word.
struct Witness: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Confirm that logs only grow: a cosigner for a party, Bawaslu or a newsroom.",
        discussion: """
            A cosigner remembers the last checkpoint of each log that it follows, and signs the next one only \
            when a proof shows that nothing before it was changed or removed. Whoever trusts it need not trust \
            the office. Two checkpoints that contradict each other are kept as evidence.

            EXAMPLES
              pleno witness new newsroom --name example.org/newsroom
              pleno witness add newsroom KEY --url https://kpu.example/record
              pleno witness follow newsroom --once
              pleno witness serve newsroom --port 8081
              pleno witness show newsroom

            Exit status: 0 done, 1 not done (a log out of reach, a full disk), 2 bad input, 4 an alarm.
            """,
        subcommands: [
            WitnessNew.self, WitnessAdd.self, WitnessServe.self, WitnessFollow.self, WitnessShow.self,
        ]
    )

    /// The status that an alarm ends with.
    static let alarm = ExitCode(4)
}

struct WitnessNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a cosigner with a key of its own, and print the half to give away.",
        discussion: """
            The secret half stays in the file key of the directory, readable to its owner only. Keep a copy of \
            the key, but never two copies of the directory at work: they would confirm without each other's \
            knowledge.

            EXAMPLES
              pleno witness new newsroom --name example.org/newsroom
            """
    )

    @Argument(help: ArgumentHelp("The new directory.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Its name in signatures: an address without https://.", valueName: "name"))
    var name: String

    func validate() throws {
        guard (try? KeyName(name)) != nil else {
            throw ValidationError("--name \"\(name)\": expected a name without spaces and +.")
        }
    }

    func run() async throws {
        var random = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard let name = try? KeyName(name), let key = SigningKey(name, .cosignature, seed: seed) else {
            throw ExitCode(2)
        }
        try answering(folder) { () throws(CosignerFault) in try CosignerFolder(folder).create(key) }
        try Terminal.write([key.verifier.text])
    }
}

struct WitnessAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Follow a log from now on: its key, and where its files lie.",
        discussion: """
            The key is taken on trust, once: compare it with what the office published on paper or read out in \
            its plenary. The log is known by the name in the key. A second key of the same name is a key that \
            rotated: checkpoints signed by either are taken. The place is an address or a directory, needed to \
            follow the log and not to be asked by it.

            EXAMPLES
              pleno witness add newsroom KEY --url https://kpu.example/record
              pleno witness add newsroom KEY --url /media/usb/record
            """
    )

    @Argument(help: ArgumentHelp("The cosigner.", valueName: "dir"))
    var folder: String

    @Argument(help: ArgumentHelp("The verifier key of the log: name+number+key.", valueName: "key"))
    var key: String

    @Option(help: ArgumentHelp("Where its files lie: an address, or a directory.", valueName: "url|path"))
    var url: String?

    func run() async throws {
        let line = try line()
        let cosigner = CosignerFolder(folder)
        let known = try answering(folder) { () throws(CosignerFault) in
            let lock = try cosigner.lock()
            let known = try cosigner.logs(cosigner.key()).first { $0.origin == line.origin }
            if known?.keys.contains(line.key) == true, line.place == nil || line.place == known?.place {
                return known
            }
            try cosigner.add(line)
            _ = consume lock
            return nil
        }
        guard known == nil else {
            Terminal.warn(Terminal.say("log ini sudah diikuti", "this log is followed already").visible)
            throw ExitCode(2)
        }
        try Terminal.write([
            Terminal.say("\(line.origin): diikuti mulai sekarang", "\(line.origin): followed from now on")
        ])
    }

    private func line() throws -> LogLine {
        let key: VerifierKey
        do throws(KeyError) { key = try VerifierKey(parsing: self.key) } catch {
            throw refuse(error.words)
        }
        var place: LogPlace?
        if let url {
            place = LogPlace(url).map { given in
                // A path is kept from the root on: the next command may run elsewhere.
                guard case .folder(let path) = given else { return given }
                return .folder(URL(filePath: path).standardizedFileURL.path)
            }
            guard let place, !place.description.contains(where: \.isNewline) else {
                throw refuse(
                    LocalizedText(
                        id: "--url \(url): diharapkan alamat http(s) atau sebuah folder",
                        en: "--url \(url): expected an http(s) address or a directory"
                    )
                )
            }
        }
        guard let line = LogLine(key, at: place) else {
            throw refuse(
                LocalizedText(
                    id: "kunci ini milik penandatangan pendamping, bukan log",
                    en: "this is the key of a cosigner, not of a log"
                )
            )
        }
        return line
    }

    private func refuse(_ words: LocalizedText) -> ExitCode {
        Terminal.warn(words[Terminal.language].visible)
        return ExitCode(2)
    }
}

/// What `body` yields, or its fault in words and a status.
func answering<Answer>(
    _ folder: String,
    _ body: () throws(CosignerFault) -> Answer
) throws(ExitCode) -> Answer {
    do throws(CosignerFault) {
        return try body()
    } catch {
        Terminal.warn("\(folder): \(error.words[Terminal.language])".visible)
        throw ExitCode(error.isOfInput ? 2 : 1)
    }
}

extension Cosigner {
    /// The cosigner in a folder, with the clock of this machine; its alarms are logged.
    ///
    /// - Throws: An exit code, after the reason.
    static func open(_ folder: String) throws(ExitCode) -> Cosigner {
        try answering(folder) { () throws(CosignerFault) in
            try Cosigner(folder, now: { Int(Date().timeIntervalSince1970) }) { alarm in
                Terminal.logger.critical("\(alarm.words[Terminal.language].visible)")
            }
        }
    }
}
