import ArgumentParser
import Documents
import Elections
import Exchange
import Foundation
import Office
import SQLiteStorage
import Web

struct Paper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract:
            "The official papers of an office: which there are, their files, and what comes back signed.",
        subcommands: [
            ListPapers.self, MakePapers.self, MinutesWords.self, IssuePapers.self, CheckPapers.self,
            ScanPapers.self,
        ]
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

    @Flag(help: "Only papers that were issued, with the number of issues and the pages nobody signed yet.")
    var issued = false

    func run() async throws {
        let place = try OfficePlace(path: office)
        let (room, register) = try await papers(of: place)
        if issued { return try list(register) }
        let keys = room.keys
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

    private func list(_ register: PaperRegister) throws {
        let names = register.names.filter { kind == nil || kind == $0.kind }
        try Terminal.write(
            names.compactMap { name in
                register[name].last.map { edition in
                    let missing = edition.missing
                    let signed =
                        missing.isEmpty
                        ? Terminal.say("salinan bertanda tangan lengkap", "signed copy complete")
                        : Terminal.say(
                            "belum ada salinan halaman \(missing.ranges)",
                            "no signed copy of page \(missing.ranges)"
                        )
                    return "\(name) \(edition.paper.edition)  \(edition.paper.file.digest)  \(signed)"
                }
            }
        )
    }
}

struct MakePapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make the files of papers as drafts: all of an office, those of a kind, or single ones.",
        discussion: """
            PDF/A-3 with the figures attached as CSV. A helper process sets them: Python with the packages of \
            Scripts/papers.txt, which Scripts/install.sh papers puts into .venv-papers; another Python is named \
            by PLENO_PYTHON. Without it the status is 1, and --format json writes what stands on each paper. \
            A paper that cannot be made is named, the others are made, and the status is 1. Where --to ends with \
            .zip they are packed. With --issued it is not drafts that are written, but the files that were issued.

            EXAMPLES
              pleno paper make soppeng --to papers
              pleno paper make soppeng --to plenary-3.zip --plenary 3 --issued
              pleno paper make soppeng --to papers rekapitulasi/3/ppwp berita-acara/3
            """
    )

    @OptionGroup var choice: PaperChoice

    @Option(help: ArgumentHelp("Where the files are written.", valueName: "directory or file.zip"))
    var to: String

    @Option(help: "What to write.")
    var format: Format = .pdf

    @Flag(help: "The files that were issued, of each paper the last.")
    var issued = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case pdf, json
    }

    func validate() throws {
        guard !(issued && format == .json) else { throw ValidationError("--issued goes with pdf only.") }
    }

    func run() async throws {
        let place = try OfficePlace(path: choice.office)
        let (room, register) = try await papers(of: place)
        let folder = to.hasSuffix(".zip") ? to + ".parts-\(UUID().uuidString)" : to
        defer { if folder != to { try? FileManager.default.removeItem(atPath: folder) } }
        if issued {
            try await export(register, place, to: folder)
        } else {
            try draft(try choice.keys(of: room).lazy.compactMap(room.document), to: folder)
        }
        if folder != to {
            _ = try helping(to) { (helper) throws(PaperHelper.Failure) in try helper.zip(folder, to: to) }
        }
    }

    private func draft(_ documents: some Sequence<Document>, to folder: String) throws {
        guard format == .pdf else { return try write(documents, to: folder) }
        var outcome = PaperHelper.Outcome()
        var jobs: [PaperHelper.Job] = []
        func set() throws {
            outcome += try helping(to) { (helper) throws(PaperHelper.Failure) in
                try helper.set(jobs, to: folder)
            }
            jobs = []
        }
        for document in documents {
            let content = String(decoding: document.content, as: UTF8.self)
            jobs.append(PaperHelper.Job(name: document.key.name, document: content, stamp: .draft))
            if jobs.count == PaperHelper.batch { try set() }
        }
        if !jobs.isEmpty { try set() }
        try report(outcome.made.count, bytes: outcome.bytes, outcome.failed)
    }

    private func write(_ documents: some Sequence<Document>, to folder: String) throws {
        var (count, bytes) = (0, 0)
        for document in documents {
            let content = document.content
            try writeFile(content, to: "\(folder)/\(document.key.name).json")
            count += 1
            bytes += content.count
        }
        try report(count, bytes: bytes, [])
    }

    /// The issued files as they lie in the store, looked at once more.
    private func export(_ register: PaperRegister, _ place: OfficePlace, to folder: String) async throws {
        let editions = register.names.filter(choice.isWanted).compactMap { register[$0].last }
        let unknown = Set(choice.names).subtracting(editions.map(\.paper.name.description)).sorted()
        guard unknown.isEmpty else {
            throw refused(unknown[0], Terminal.say("belum diterbitkan", "not issued"), 2)
        }
        guard let store = try await place.readingEvidence() else { throw noStore(place) }
        var bytes = 0
        do {
            for edition in editions {
                let file = edition.paper.file
                let content = try await store.evidence.bytes(
                    of: file.digest.description,
                    from: 0,
                    count: file.size
                )
                guard FileDigest.sha256(of: content) == file.digest.description else {
                    throw StoreFault.damaged("\(edition.paper.name)")
                }
                try writeFile(content, to: "\(folder)/\(edition.paper.name).pdf")
                bytes += content.count
            }
        } catch let fault as StoreFault {
            await store.close()
            throw place.refuse(.store(fault))
        } catch {
            await store.close()
            throw error
        }
        await store.close()
        try writeFile(
            Array(PaperRoom.list(editions.map(\.paper)).utf8),
            to: "\(folder)/\(PaperRoom.listName)"
        )
        try report(editions.count, bytes: bytes, [])
    }

    private func writeFile(_ content: [UInt8], to path: String) throws {
        let url = URL(filePath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content).write(to: url, options: .atomic)
        } catch {
            throw refused(path, error.localizedDescription, 1)
        }
    }
}

struct IssuePapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue papers: set, signed, kept as evidence and entered into the journal.",
        discussion: """
            Each page bears a code with the office's signature and the hash of the public record at that moment. \
            The file is the paper from then on: it lies with the evidence, its digest is in the journal and in \
            the record. A paper that says what was issued before is not issued again; one that says something \
            else is, as its next edition. While the office is served, papers are issued at its desk. \
            Minutes whose words differ from the record are not issued, unless --as-worded says so.

            EXAMPLES
              pleno paper issue soppeng --keys keys --plenary 3
              pleno paper issue soppeng --keys keys keputusan/1
            """
    )

    @OptionGroup var choice: PaperChoice

    @Option(help: ArgumentHelp("The directory of the office's keys.", valueName: "directory"))
    var keys: String

    @Flag(help: "Also minutes whose words differ from the record: somebody looked at each difference.")
    var asWorded = false

    private func refuseDifferences(_ room: DocumentRoom, _ keys: Set<DocumentKey>) throws {
        var isDifferent = false
        for case .minutes(let plenary) in keys.sorted(by: { $0.name < $1.name }) {
            for difference in room.minutesDifferences(plenary) {
                let name = DocumentKey.minutes(plenary: plenary).name
                Terminal.warn("\(name): \(difference.words[Terminal.language])".visible)
                isDifferent = true
            }
        }
        guard isDifferent else { return }
        throw refused(
            choice.office,
            Terminal.say(
                "berita acara berbeda dari catatan; perbaiki kata-katanya, atau terbitkan dengan --as-worded",
                "minutes differ from the record; mend their words, or issue them with --as-worded"
            ),
            2
        )
    }

    func run() async throws {
        try await working(in: choice.office, keys: keys) { room in
            guard let documents = DocumentRoom(await room.office.view.state, sha256: FileDigest.sha256) else {
                throw refused(choice.office, Terminal.say("bukan kantor", "is no office"), 2)
            }
            let wanted = Set(try choice.keys(of: documents))
            if !asWorded { try refuseDifferences(documents, wanted) }
            let issued = try await room.issue(
                { wanted.contains($0) },
                as: OfficePlace.console,
                request: "papers-\(UUID().uuidString)"
            )
            if issued.unchanged > 0 {
                Terminal.warn(
                    Terminal.say(
                        "\(issued.unchanged) tidak berubah sejak diterbitkan",
                        "\(issued.unchanged) say what was issued already"
                    )
                )
            }
            try report(
                issued.papers.count,
                bytes: issued.papers.reduce(0) { $0 + $1.file.size },
                issued.failed
            )
        }
    }
}

struct MinutesWords: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes",
        abstract: "The words of a plenary's minutes: print them, or give them others.",
        discussion: """
            The words are proposed from what was done; people edit them. Paragraphs have an empty line between \
            them, a heading begins with "# ". Where the words differ from the record, a figure that it has \
            nowhere or something that is left out, it is said: on the error output, and before they are issued. \
            Corrected figures and the places for hands follow from the record alone.

            EXAMPLES
              pleno paper minutes soppeng 3 > minutes.txt
              pleno paper minutes soppeng 3 --from minutes.txt
              pleno paper minutes soppeng 3 --proposed
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("The number of the plenary.", valueName: "plenary"))
    var plenary: Int

    @Option(help: ArgumentHelp("The words to give them.", valueName: "file"))
    var from: String?

    @Flag(help: "Go back to the words that are proposed.")
    var proposed = false

    func validate() throws {
        guard from == nil || !proposed else { throw ValidationError("--from does not go with --proposed.") }
    }

    func run() async throws {
        let place = try OfficePlace(path: office)
        if from != nil || proposed { try await write(place) }
        let (room, _) = try await papers(of: place)
        guard let words = room.wordedMinutes(plenary) else {
            throw refused("\(plenary)", PaperFault.plenary(plenary).words[Terminal.language], 2)
        }
        if from == nil { try Terminal.write(Array(words.map { [$0] }.joined(separator: [""]))) }
        for difference in room.minutesDifferences(plenary) {
            Terminal.warn("berita-acara/\(plenary): \(difference.words[Terminal.language])".visible)
        }
    }

    private func write(_ place: OfficePlace) async throws {
        var paragraphs: [String] = []
        if let from {
            guard let content = FileManager.default.contents(atPath: from) else {
                throw OfficePlace.refuse(from, .store(.missing(from)))
            }
            guard content.count < 100_000, let text = String(bytes: content, encoding: .utf8) else {
                throw refused(from, Terminal.say("bukan teks berita acara", "is no text of minutes"), 2)
            }
            paragraphs = MinutesWorded.paragraphs(of: text)
        }
        let act = Act.paper(.worded(MinutesWorded(plenary: plenary, paragraphs: paragraphs)))
        try await place.work { office async throws(Refusal) in
            _ = try await office.perform(
                .perform(act),
                as: OfficePlace.console,
                request: "minutes-\(UUID().uuidString)"
            )
        }
    }
}

struct CheckPapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check files of papers, or pictures of their codes; the same as pleno verify of each.",
        discussion: """
            Of a PDF as it was issued every page is held against its signed content; of a scan or a photo the \
            codes are read. The keys come from --record, an office or a public record, which also says whether \
            the issue is the last; or from --key. Nothing else is asked, no network is needed. Exit status: 0 \
            where a file is what was issued to the last byte, 2 where anything is wrong, 3 where only codes were \
            read: that what stands around them is the paper's is for eyes to see.

            EXAMPLES
              pleno paper check papers/keputusan/1.pdf --record soppeng-site
              pleno paper check photo.jpg --key 'kpu.example.go.id/soppeng/2019+…'
            """
    )

    @Argument(help: ArgumentHelp("PDF, JPEG or PNG.", valueName: "file"))
    var files: [String]

    @OptionGroup var source: PaperSource

    func run() async throws {
        let check = try await source.check()
        let statuses = try files.map(check.tell)
        // Something wrong outweighs what waits for eyes.
        if let status = [2, 3].first(where: statuses.contains) { throw ExitCode(status) }
    }
}

struct ScanPapers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Take in scans of signed copies: the codes on their pages say which papers they are of.",
        discussion: """
            A scan is kept with the evidence and not published: it shows people's hands. Pages may come in \
            several files; pleno paper list --issued says which are still missing.

            EXAMPLES
              pleno paper scan soppeng scans/*.pdf
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("PDF, JPEG or PNG.", valueName: "file"))
    var files: [String]

    func run() async throws {
        try await working(in: office, keys: nil) { room in
            var isWrong = false
            for path in files {
                guard let content = FileManager.default.contents(atPath: path) else {
                    throw OfficePlace.refuse(path, .store(.missing(path)))
                }
                do {
                    let edition = try await room.take(
                        scan: Array(content),
                        as: OfficePlace.console,
                        request: "scan-\(UUID().uuidString)"
                    )
                    let missing = edition.missing
                    let rest =
                        missing.isEmpty
                        ? Terminal.say("lengkap", "complete")
                        : Terminal.say(
                            "belum ada halaman \(missing.ranges)",
                            "page \(missing.ranges) missing"
                        )
                    try Terminal.write([
                        "\(path): \(edition.paper.name), \(edition.paper.edition): \(rest)".visible
                    ])
                } catch let fault as PaperRoom.Fault {
                    if case .helper = fault { throw fault }
                    Terminal.warn("\(path): \(fault.words[Terminal.language])".visible)
                    isWrong = true
                }
            }
            if isWrong { throw ExitCode(2) }
        }
    }
}
