import ArgumentParser
import Documents
import Elections
import Exchange
import Foundation
import Office
import SQLiteStorage
import TransparencyLog
import Web

/// Which papers of an office a command is about.
struct PaperChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("The papers, by name; else all.", valueName: "name"))
    var names: [String] = []

    @Option(help: ArgumentHelp("Only papers of this kind.", valueName: "kind"), transform: parseKind)
    var kind: DocumentKind?

    @Option(help: ArgumentHelp("Only papers of this plenary.", valueName: "number"))
    var plenary: Int?

    /// The papers among those there are.
    ///
    /// - Throws: Status 2 where one is named that there is not.
    func keys(of room: DocumentRoom) throws -> [DocumentKey] {
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
        return keys
    }

    /// Whether an issued paper is meant.
    func isWanted(_ name: PaperName) -> Bool {
        (names.isEmpty || names.contains(name.description)) && (kind == nil || kind == name.kind)
            && (plenary == nil || plenary == name.plenary)
    }
}

/// Whose papers are checked: the keys, and what is on record.
struct PaperSource: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Of papers: the office, or the directory or address of its public record.",
            valueName: "path"
        )
    )
    var record: String?

    @Option(help: ArgumentHelp("Of papers: a key the office signs them with, as pleno keys show prints it."))
    var key: [String] = []

    /// What files are held against.
    func check() async throws -> PaperCheck {
        var keys: [VerifierKey] = []
        for text in key {
            guard let key = try? VerifierKey(parsing: text) else {
                throw refused("--key", Terminal.say("bukan kunci", "is no key"), 2)
            }
            keys.append(key)
        }
        var register: PaperRegister?
        if let record {
            let place = try OfficePlace(path: record)
            let state =
                place.isOffice
                ? try await place.read().state
                : try await Verify.report(of: record, policy: nil).record.state
            keys += state.paperKeys
            register = state.papers
        }
        guard !keys.isEmpty else {
            throw refused(
                record ?? "--record",
                Terminal.say(
                    "sebutkan kunci kantor itu: --record dengan kantor atau catatan publiknya, atau --key",
                    "name the office's keys: --record with the office or its public record, or --key"
                ),
                2
            )
        }
        return PaperCheck(keys: keys, register: register, helper: .ofThisMachine)
    }
}

extension PaperCheck {
    /// Checks a file and says what it is, or what is wrong with it.
    ///
    /// - Returns: The exit status: 0 where it is what was issued, 3 where eyes must compare what stands around its codes,
    ///   2 where anything is wrong.
    func tell(of path: String) throws -> Int32 {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw OfficePlace.refuse(path, .store(.missing(path)))
        }
        do {
            let finding = try check(path)
            try Terminal.write(finding.lines(at: path).map(\.visible))
            return finding.standing == .codes ? 3 : 0
        } catch let fault as Fault {
            Terminal.warn("\(path): \(fault.words[Terminal.language])".visible)
            return 2
        } catch let failure as PaperHelper.Failure {
            throw refused(path, failure.words[Terminal.language], 1)
        }
    }
}

func parseKind(_ text: String) throws -> DocumentKind {
    guard let kind = DocumentKind(rawValue: text) else {
        let all = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(text): expected one of \(all).")
    }
    return kind
}

/// The papers of an office and those that were issued, or a message and status 2 where it is none.
func papers(of place: OfficePlace) async throws -> (DocumentRoom, PaperRegister) {
    guard place.isOffice else {
        throw refused(place.path, Terminal.say("bukan kantor", "is no office"), 2)
    }
    let state = try await place.read().state
    guard let room = DocumentRoom(state, sha256: FileDigest.sha256) else {
        throw refused(place.path, Terminal.say("bukan kantor", "is no office"), 2)
    }
    return (room, state.papers)
}

func refused(_ what: String, _ why: String, _ status: Int32) -> ExitCode {
    Terminal.warn("\(what): \(why)".visible)
    return ExitCode(status)
}

func noStore(_ place: OfficePlace) -> ExitCode {
    refused(
        place.path,
        Terminal.say(
            "dokumen diterbitkan kantor yang tersimpan dalam direktori, karena berkasnya menjadi bukti di sana",
            "papers are issued by an office in a directory, where their files are kept as evidence"
        ),
        2
    )
}

/// What the helper answers, or its failure in words and status 1.
func helping<Value>(
    _ path: String,
    _ work: (PaperHelper) throws(PaperHelper.Failure) -> Value
) throws -> Value {
    do throws(PaperHelper.Failure) {
        return try work(.ofThisMachine)
    } catch {
        throw refused(path, error.words[Terminal.language], 1)
    }
}

/// Says what was made, and what could not be.
///
/// - Throws: Status 1 where anything could not.
func report(_ count: Int, bytes: Int, _ failed: [(name: String, reason: String)]) throws {
    let numbers = Numbers(Terminal.language)
    try Terminal.write([
        Terminal.say(
            "\(numbers.whole(count)) dokumen, \(numbers.whole(bytes)) bita",
            "\(numbers.whole(count)) papers, \(numbers.whole(bytes)) bytes"
        )
    ])
    for (name, reason) in failed { Terminal.warn("\(name): \(reason)".visible) }
    if !failed.isEmpty { throw ExitCode(1) }
}

/// Opens an office, works on its papers, and closes it.
func working(
    in path: String,
    keys: String?,
    _ body: (PaperRoom) async throws -> Void
) async throws {
    let place = try OfficePlace(path: path)
    guard place.isOffice else { throw refused(path, Terminal.say("bukan kantor", "is no office"), 2) }
    let (office, store) = try await place.openToServe()
    do {
        try await working(in: office, store, at: place, keys.map(KeyFolder.init(path:)), body)
    } catch {
        await office.close()
        throw error
    }
    await office.close()
}

/// Works on the papers of an open office.
func working(
    in office: any RunningOffice,
    _ store: SQLiteStore?,
    at place: OfficePlace,
    _ folder: KeyFolder?,
    _ body: (PaperRoom) async throws -> Void
) async throws {
    guard let store else { throw noStore(place) }
    var (signing, recorder): ([SigningKey], Recorder?) = ([], nil)
    if let folder {
        signing = Array(try await folder.keys().values)
        let made = Recorder(
            journal: store,
            files: FolderStore(place.path + "/record", isPublic: true),
            heads: folder.heads,
            keys: signing
        )
        try await RestoredOffice(place: place).ask(for: made, from: nil)
        recorder = made
    }
    let room = PaperRoom(
        office: office,
        evidence: OfficePlace.evidenceRoom(of: office, store),
        keys: signing,
        record: { [recorder] () async throws(RecorderFault) in
            guard let recorder else { throw .noKey }
            return try await recorder.advance()
        },
        helper: .ofThisMachine
    )
    do {
        try await body(room)
    } catch let fault as PaperRoom.Fault {
        throw refused(place.path, fault.words[Terminal.language], fault.status)
    }
}

extension PaperRoom.Fault {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .helper(let failure): failure.words
        case .record(let fault): fault.words
        case .noKey:
            LocalizedText(
                id:
                    "kunci untuk dokumen tidak ada di sini; umumkan dengan pleno keys announce, dan sebutkan --keys",
                en: "the key for papers is not here; announce it with pleno keys announce, and name --keys"
            )
        case .busy:
            LocalizedText(
                id: "kantor sedang sibuk mencatat; coba lagi",
                en: "the office is busy recording; try again"
            )
        case .refused(let refusal): refusal.words
        case .scan(let fault): fault.words
        }
    }

    /// The exit status: 1 where the machine could not, 2 for bad input.
    var status: Int32 {
        if case .helper = self { 1 } else { 2 }
    }
}

extension PaperRoom.ScanFault {
    /// What is wrong, and what to do next.
    var words: LocalizedText {
        switch self {
        case .unreadable(let reason):
            LocalizedText(
                id: "bukan PDF atau gambar yang dapat dibaca (\(reason))",
                en: "no PDF or picture that can be read (\(reason))"
            )
        case .noCodeOn(let page):
            LocalizedText(
                id: "halaman \(page) tanpa kode dokumen; pindai ulang, atau keluarkan halaman itu",
                en: "page \(page) has no code of a paper; scan it again, or leave that page out"
            )
        case .twice(let page):
            LocalizedText(
                id: "halaman \(page) dokumen ini ada dua kali; pindai setiap halaman sekali",
                en: "page \(page) of the paper comes twice; scan each page once"
            )
        case .noCode:
            LocalizedText(
                id: "tidak terlihat kode dokumen; pindai seluruh halaman, 200 titik per inci atau lebih",
                en: "no code of a paper is seen; scan whole pages, with 200 dots an inch or more"
            )
        case .note(let fault): fault.words
        case .mixed(let one, let other):
            LocalizedText(
                id: "halamannya dari dua dokumen, \(one) dan \(other); pindai satu per satu",
                en: "its pages are of two papers, \(one) and \(other); scan them one by one"
            )
        case .notIssued(let name, let edition):
            LocalizedText(
                id: "\(name), terbitan \(edition): tidak ada di kantor ini",
                en: "\(name), edition \(edition): this office has none"
            )
        }
    }
}

extension [Int] {
    /// Rising numbers as they are said: `1–3, 5`.
    var ranges: String {
        var parts: [(first: Int, last: Int)] = []
        for number in self {
            if let last = parts.last, last.last + 1 == number {
                parts[parts.count - 1].last = number
            } else {
                parts.append((number, number))
            }
        }
        return parts.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
            .joined(separator: ", ")
    }
}
