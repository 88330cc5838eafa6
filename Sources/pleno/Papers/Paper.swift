import ArgumentParser
import Documents
import Elections
import Exchange
import Foundation
import Office
import Web

struct Paper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "The official papers of an office: which there are, and their files.",
        subcommands: [ListPapers.self, MakePapers.self]
    )
}

struct ListPapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the papers of an office by their names, or how many there are of each kind.",
        discussion: """
            EXAMPLES
              pleno paper list soppeng
              pleno paper list soppeng --kind rekapitulasi
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Option(
        help: ArgumentHelp("Only papers of this kind, by name.", valueName: "kind"),
        transform: parseKind
    )
    var kind: DocumentKind?

    func run() async throws {
        let keys = try await papers(of: office).keys
        if let kind {
            return try Terminal.write(keys.filter { $0.kind == kind }.map(\.name))
        }
        let lines = DocumentKind.allCases.map { kind in
            let count = keys.count { $0.kind == kind }
            let name = kind.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0)
            return "\(name) \(count)  \(kind.name[Terminal.language])"
        }
        try Terminal.write(lines)
    }
}

struct MakePapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make the files of papers: all of an office, those of a kind, or single ones.",
        discussion: """
            PDF/A-3 with the figures attached as CSV. A helper process sets them: Python with the package \
            typst, which Scripts/install.sh papers puts into .venv-papers; another Python is named by \
            PLENO_PYTHON. Without it the status is 1, and --format json writes what stands on each paper. \
            A paper that cannot be made is named, the others are made, and the status is 1.

            EXAMPLES
              pleno paper make soppeng --to papers
              pleno paper make soppeng --to papers --plenary 3
              pleno paper make soppeng --to papers rekapitulasi/3/ppwp berita-acara/3
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("The papers, by name; else all.", valueName: "name"))
    var names: [String] = []

    @Option(help: ArgumentHelp("Only papers of this kind.", valueName: "kind"), transform: parseKind)
    var kind: DocumentKind?

    @Option(help: ArgumentHelp("Only papers of this plenary.", valueName: "number"))
    var plenary: Int?

    @Option(help: ArgumentHelp("Where the files are written.", valueName: "directory"))
    var to: String

    @Option(help: "What to write.")
    var format: Format = .pdf

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pdf, json
    }

    func run() async throws {
        let room = try await papers(of: office)
        let wanted = Set(names)
        let keys = room.keys.filter { key in
            (wanted.isEmpty || wanted.contains(key.name)) && (kind == nil || key.kind == kind)
                && (plenary == nil || key.plenary == plenary)
        }
        let unknown = wanted.subtracting(keys.map(\.name)).sorted()
        guard unknown.isEmpty else {
            throw refused(
                unknown[0],
                Terminal.say(
                    "tidak ada dokumen ini; lihat pleno paper list",
                    "there is no such paper; see pleno paper list"
                ),
                2
            )
        }
        let documents = keys.lazy.compactMap(room.document)
        switch format {
        case .json: try write(documents)
        case .pdf: try typeset(documents)
        }
    }

    private func write(_ documents: some Sequence<Document>) throws {
        var count = 0
        for document in documents {
            let url = URL(filePath: to).appending(path: "\(document.key.name).json")
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Typesetter.encoder.encode(document).write(to: url, options: .atomic)
            } catch {
                throw refused(url.path, error.localizedDescription, 1)
            }
            count += 1
        }
        try Terminal.write(["\(count)"])
    }

    private func typeset(_ documents: some Sequence<Document>) throws {
        let outcome: Typesetter.Outcome
        do throws(Typesetter.Failure) {
            outcome = try Typesetter.ofThisMachine.set(documents, to: to)
        } catch {
            throw refused(to, error.words[Terminal.language], 1)
        }
        let numbers = Numbers(Terminal.language)
        try Terminal.write([
            Terminal.say(
                "\(numbers.whole(outcome.made)) dokumen, \(numbers.whole(outcome.bytes)) bita",
                "\(numbers.whole(outcome.made)) papers, \(numbers.whole(outcome.bytes)) bytes"
            )
        ])
        for (name, reason) in outcome.failed { Terminal.warn("\(name): \(reason)".visible) }
        if !outcome.failed.isEmpty { throw ExitCode(1) }
    }

    private func refused(_ what: String, _ why: String, _ status: Int32) -> ExitCode {
        Terminal.warn("\(what): \(why)".visible)
        return ExitCode(status)
    }
}

private func parseKind(_ text: String) throws -> DocumentKind {
    guard let kind = DocumentKind(rawValue: text) else {
        let all = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(text): expected one of \(all).")
    }
    return kind
}

/// The papers of an office, or a message and status 2 where it is none.
private func papers(of path: String) async throws -> DocumentRoom {
    let place = try OfficePlace(path: path)
    guard place.isOffice, let room = DocumentRoom(try await place.read().state, sha256: FileDigest.sha256)
    else {
        Terminal.warn("\(path): \(Terminal.say("bukan kantor", "is no office"))".visible)
        throw ExitCode(2)
    }
    return room
}
