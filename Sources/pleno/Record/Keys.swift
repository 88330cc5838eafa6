import ArgumentParser
import Elections
import Office
import TransparencyLog

struct Keys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make the keys an office signs with, announce them in its journal, replace them.",
        discussion: """
            Keys lie in a folder of their own: not in the office, and not in its backups. Keep a copy of the \
            folder in a safe. What was last signed is kept beside them, so that nothing is ever signed twice.
            """,
        subcommands: [New.self, Announce.self, Rotate.self, Show.self]
    )

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Make the keys of an office: for its logs, for papers, for rehearsals.",
            discussion: """
                EXAMPLES
                  pleno keys new keys --name kpu.example.go.id/soppeng/2019
                """
        )

        @Argument(help: ArgumentHelp("A new directory for the keys.", valueName: "keys"))
        var keys: String

        @Option(help: "The name of the office for good: by custom an address without its scheme.")
        var name: String

        func validate() throws {
            guard (try? KeyName(name)) != nil, !name.hasSuffix("/"), name.utf8.count <= 100 else {
                throw ValidationError("--name \(name): expected up to 100 bytes without spaces and pluses.")
            }
        }

        func run() async throws {
            guard let name = try? KeyName(name) else { return }
            try await KeyFolder(path: keys).make(name)
            try await Keys.show(KeyFolder(path: keys))
        }
    }

    struct Announce: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "announce",
            abstract: "Enter the public halves of the keys into an office's journal, once.",
            discussion: """
                With --rehearsal the office is one for practice for good: its record is signed by the rehearsal's \
                key, under another name.

                EXAMPLES
                  pleno keys announce soppeng keys
                  pleno keys announce practice keys --rehearsal
                """
        )

        @Argument(help: ArgumentHelp("The office.", valueName: "office"))
        var office: String

        @Argument(help: ArgumentHelp("The directory of its keys.", valueName: "keys"))
        var keys: String

        @Flag(help: "The office is for practice.")
        var rehearsal = false

        func run() async throws {
            let folder = KeyFolder(path: keys)
            var named: [KeyNamed] = []
            for purpose in [rehearsal ? KeyNamed.Purpose.rehearsal : .log, .documents] {
                named.append(
                    KeyNamed(purpose: purpose, key: try await folder.key(for: purpose).verifier.text)
                )
            }
            try await Keys.name(named, in: try OfficePlace(path: office))
            try await Keys.show(folder)
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Replace a key: the old one signs that the new one takes its place.",
            discussion: """
                The old key stays in the directory under a number and goes on signing beside the new one, until it \
                is removed there: verifiers who know it only need not hurry.

                EXAMPLES
                  pleno keys rotate soppeng keys --purpose log
                """
        )

        @Argument(help: ArgumentHelp("The office.", valueName: "office"))
        var office: String

        @Argument(help: ArgumentHelp("The directory of its keys.", valueName: "keys"))
        var keys: String

        @Option(help: "Which key: log, documents or rehearsal.")
        var purpose = "log"

        func validate() throws {
            guard KeyNamed.Purpose(rawValue: purpose) != nil else {
                throw ValidationError("--purpose \(purpose): expected log, documents or rehearsal.")
            }
        }

        func run() async throws {
            guard let purpose = KeyNamed.Purpose(rawValue: purpose) else { return }
            let folder = KeyFolder(path: keys)
            let place = try OfficePlace(path: office)
            let old = try await folder.key(for: purpose)
            let new = try await folder.next(for: purpose)
            // What was begun and broken off is finished: the journal says how far it went.
            switch try await place.read().state.key(for: purpose)?.key {
            case new.verifier.text: break
            case old.verifier.text:
                guard let named = KeyNamed(replacing: old, with: new.verifier, for: purpose) else { return }
                try await Keys.name([named], in: place)
            default:
                Terminal.warn(
                    Terminal.say(
                        "\(keys): kunci \(purpose.rawValue) di sini bukan yang dipakai \(office)",
                        "\(keys): the \(purpose.rawValue) key here is not the one \(office) uses"
                    )
                )
                throw ExitCode(2)
            }
            try await folder.advance(purpose)
            try await Keys.show(folder)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print the public halves of keys, as a verifier's policy names them."
        )

        @Argument(help: ArgumentHelp("The directory of the keys.", valueName: "keys"))
        var keys: String

        func run() async throws {
            try await Keys.show(KeyFolder(path: keys))
        }
    }
}

extension Keys {
    /// Enters keys into the journal of an office.
    private static func name(_ named: [KeyNamed], in place: OfficePlace) async throws {
        try await place.work { office async throws(Refusal) in
            let known = await office.view.state.keys.map(\.key)
            for key in named where !known.contains(key.key) {
                // A key is named once: asked again, it is the same request.
                let request = "key-" + Hash.digest(Array(key.key.utf8)).hex.prefix(8)
                _ = try await office.perform(
                    .perform(.keyNamed(key)),
                    as: OfficePlace.console,
                    request: request
                )
            }
        }
    }

    /// The public halves, in the words of a policy (C2SP tlog-policy).
    private static func show(_ folder: KeyFolder) async throws {
        var lines: [String] = []
        for (file, key) in try await folder.keys().sorted(by: { $0.key < $1.key }) {
            guard !file.hasPrefix(KeyNamed.Purpose.documents.rawValue) else {
                lines.append("# \(file)  \(key.verifier.text)")
                continue
            }
            let record = OfficeLog.record.name(of: key.verifier.name, generation: 1)
            lines += ["# \(file)", "log \(key.verifier.named(record).text)"]
            // A rehearsal's papers are signed with its one key.
            if file.hasPrefix(KeyNamed.Purpose.rehearsal.rawValue) {
                lines.append("# \(file), of papers  \(key.verifier.text)")
            }
        }
        try Terminal.write(lines + ["quorum none"])
    }
}
