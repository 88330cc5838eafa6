import ArgumentParser
import CMemory
import Elections
import Foundation
import Office
import SQLiteStorage
import TransparencyLog
import Web

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Check an office's journal, or a public record, from the first entry to the last; or a paper.",
        discussion: """
            Of an office: every entry is read as canonical text, hashed and folded into the state; the tree head \
            must be the one that was kept with the last batch, the figures must add up, and the record beside \
            it must follow from it. Of a public record: every tile, the signatures, every publication, the sums \
            of every tier and the seats, from its files alone. The first thing that is wrong is named. \
            Exit status: 0 when everything holds, 1 or 2 when anything does not.

            A policy (C2SP tlog-policy) says whose signatures count: lines "log KEY", "witness NAME KEY", \
            "group NAME N NAME…" and "quorum NAME". Without one the key is the one that the record itself names.

            Of a paper, a PDF or a picture: the office's signature on every page, and of a PDF that every letter is \
            that of the content that was signed. The keys come from --record or --key.

            A record on the web is read over HTTP; of it the last 256 proofs that the journal holds an entry are asked for.

            EXAMPLES
              pleno verify soppeng
              pleno verify 'postgresql://db.example/pleno?office=soppeng'
              pleno verify site --policy my-policy
              pleno verify https://kpu.example.go.id/record --policy my-policy
              pleno verify papers/keputusan/1.pdf --record site
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The office, the directory or address of a public record, or a file of a paper.",
            valueName: "path"
        )
    )
    var path: String

    @Option(help: ArgumentHelp("Whose signatures count.", valueName: "file"))
    var policy: String?

    @OptionGroup var source: PaperSource

    func run() async throws {
        let place = try OfficePlace(path: path)
        if place.isOffice { return try await verify(place) }
        if Self.isFile(path) {
            let status = try await source.check().tell(of: path)
            if status != 0 { throw ExitCode(status) }
            return
        }
        try await verifyRecord(at: Self.recordPlace(path))
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue
    }

    /// Where a record lies that a person names by itself, or by the site around it.
    private static func recordPlace(_ path: String) -> String {
        let below = path + "/record"
        return FileManager.default.fileExists(atPath: below + "/checkpoint") ? below : path
    }
}

extension Verify {
    private func verify(_ place: OfficePlace) async throws {
        var acts = 0
        let replay = try await place.read { entry in acts += entry.acts.count }
        let snapshot = try Snapshot.of(replay.state, at: path)
        let forms = snapshot.election.contests.flatMap(\.readings).reduce(0) { $0 + $1.forms.count }
        try Terminal.write([
            Terminal.say(
                "\(path): \(replay.count) entri, \(acts) tindakan, \(forms) formulir: semuanya cocok",
                "\(path): \(replay.count) entries, \(acts) acts, \(forms) forms: everything holds"
            ),
            Terminal.say("akar pohon: ", "tree root: ") + replay.frontier.root.hex,
        ])
        try await verifyPapers(replay.state.papers, of: place)
        guard FileManager.default.fileExists(atPath: path + "/record/checkpoint") else { return }
        try await verifyRecord(at: path + "/record")
        try await compareRecord(place)
    }

    /// Whether the record beside the office follows from its journal.
    private func compareRecord(_ place: OfficePlace) async throws {
        let store = try await place.reading()
        let files = FolderStore(path + "/record", isPublic: true)
        let recorder = Recorder(journal: store, files: files, heads: files, keys: [])
        do throws(RecorderFault) {
            try await recorder.check()
        } catch {
            await store.close()
            throw error.exit(at: path)
        }
        await store.close()
        try Terminal.write([
            Terminal.say("catatan publik mengikuti jurnal", "the public record follows from the journal")
        ])
    }
}

extension Verify {
    private func verifyRecord(at text: String) async throws {
        // Table after table of the same size is read: fresh pages for each would take a fifth of the time.
        pleno_keep_memory(96 << 20)
        try Terminal.write(
            try await Self.report(of: text, policy: try policy.map(TrustPolicy.read)).lines(at: text)
        )
    }

    /// Checks a public record, and says what it holds.
    ///
    /// - Throws: An exit code, after the first thing that is wrong.
    static func report(of path: String, policy: TrustPolicy?) async throws -> RecordReader.Report {
        let text = recordPlace(path)
        guard let place = LogPlace(text) else {
            Terminal.warn(
                Terminal.say("\(text): bukan alamat http(s)", "\(text): no address of http(s)").visible
            )
            throw ExitCode(2)
        }
        let fetcher = LogFetcher(place, by: HTTPClient())
        var reader = RecordReader(policy: policy, mostProofs: place.isFolder ? .max : 256) {
            path async throws(RecordRefusal) in
            try await fetcher.content(of: path)
        }
        let report: RecordReader.Report
        do throws(RecordRefusal) {
            report = try await reader.read()
            for path in Self.files(of: place) where !reader.hasChecked(path) {
                guard let content = try await fetcher.content(of: path) else { continue }
                try reader.check(earlier: path, content)
            }
        } catch {
            Terminal.warn("\(text): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
        return report
    }

    /// The files of a log that lie in a folder; none that lie elsewhere.
    private static func files(of place: LogPlace) -> [String] {
        guard case .folder(let folder) = place else { return [] }
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return all.filter { path in
            var isFolder: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(
                atPath: folder + "/" + path,
                isDirectory: &isFolder
            )
            // Proofs were checked with the journal; a folder of digits is a log before this one.
            let first = path.prefix { $0 != "/" }
            return exists && !isFolder.boolValue && first != "journal" && Int(first) == nil
        }.sorted()
    }
}

extension LogPlace {
    fileprivate var isFolder: Bool {
        if case .folder = self { true } else { false }
    }
}

extension LogFetcher {
    /// A file of a record.
    func content(of path: String) async throws(RecordRefusal) -> [UInt8]? {
        do throws(LogFetchError.Fault) {
            return try await file(path, most: Recorder.largestFile)
        } catch {
            throw .unreadable(path, "\(error)")
        }
    }
}

extension RecordReader.Report {
    /// What was checked, and by whom it is signed.
    func lines(at place: String) -> [String] {
        var lines = [
            Terminal.say(
                "\(place): \(checkpoint.size) pengumuman, \(record.acts) tindakan, \(record.results) hasil dijumlahkan ulang: semuanya cocok",
                "\(place): \(checkpoint.size) publications, \(record.acts) acts, \(record.results) results added up again: everything holds"
            ),
            Terminal.say("akar pohon: ", "tree root: ") + checkpoint.root.hex,
        ]
        for signature in signatures {
            let time = signature.time.map {
                " (" + Date(timeIntervalSince1970: Double($0)).formatted(.iso8601) + ")"
            }
            lines.append(Terminal.say("ditandatangani ", "signed by ") + signature.key.text + (time ?? ""))
        }
        if isRotated {
            lines.append(
                Terminal.say(
                    "kunci ini menggantikan yang disebut kebijakan Anda, ditandatangani olehnya",
                    "this key takes the place of the one your policy names, which signed that it does"
                )
            )
        }
        if !isTrusted {
            lines.append(
                Terminal.say(
                    "tanpa --policy: kunci di atas adalah yang disebut catatan itu sendiri; bandingkan dengan kunci yang Anda kenal",
                    "without --policy: the key above is the one the record itself names; compare it with the one you know"
                )
            )
        }
        if let journal {
            lines.append(
                Terminal.say(
                    "jurnal: \(journal.size) entri; \(proofs) entri yang diumumkan terbukti ada di dalamnya",
                    "journal: \(journal.size) entries; \(proofs) that were published are proven to be in it"
                )
            )
        }
        return lines
    }
}
