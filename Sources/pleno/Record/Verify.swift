import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage
import TransparencyLog

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check an office's journal, or a public record, from the first entry to the last.",
        discussion: """
            Of an office: every entry is read as canonical text, hashed and folded into the state; the tree head \
            must be the one that was kept with the last batch, the figures must add up, and the record beside \
            it must follow from it. Of a public record: every tile, the signatures, every publication, the sums \
            of every tier and the seats, from its files alone. The first thing that is wrong is named. \
            Exit status: 0 when everything holds, 1 or 2 when anything does not.

            A policy (C2SP tlog-policy) says whose signatures count: lines "log KEY", "witness NAME KEY", \
            "group NAME N NAME…" and "quorum NAME". Without one the key is the one that the record itself names.

            EXAMPLES
              pleno verify soppeng
              pleno verify 'postgresql://db.example/pleno?office=soppeng'
              pleno verify site --policy my-policy
            """
    )

    @Argument(help: ArgumentHelp("The office, or the directory of a public record.", valueName: "path"))
    var path: String

    @Option(help: ArgumentHelp("Whose signatures count.", valueName: "file"))
    var policy: String?

    func run() async throws {
        let place = try OfficePlace(path: path)
        if place.isOffice { return try await verify(place) }
        let below = path + "/record"
        let isSite = FileManager.default.fileExists(atPath: below + "/checkpoint")
        try verifyRecord(at: isSite ? below : path)
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
        guard FileManager.default.fileExists(atPath: path + "/record/checkpoint") else { return }
        try verifyRecord(at: path + "/record")
        try await compareRecord(place)
    }

    /// Whether the record beside the office follows from its journal.
    private func compareRecord(_ place: OfficePlace) async throws {
        let store = try await place.reading()
        let files = FolderStore(path + "/record", isPublic: true)
        let recorder = Recorder(journal: store, files: files, heads: files, keys: [])
        do throws(RecorderFault) {
            _ = try await recorder.check()
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
    private func verifyRecord(at folder: String) throws {
        let policy = try self.policy.map(readPolicy)
        var reader = RecordReader(policy: policy) { path throws(RecordRefusal) in
            try Self.content(of: folder + "/" + path, path)
        }
        let report: RecordReader.Report
        do throws(RecordRefusal) {
            report = try reader.read()
            for path in Self.files(of: folder) {
                guard let content = try Self.content(of: folder + "/" + path, path) else { continue }
                try reader.check(earlier: path, content)
            }
        } catch {
            Terminal.warn("\(folder): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
        try Terminal.write(report.lines(at: folder))
    }

    private func readPolicy(_ path: String) throws -> TrustPolicy {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            Terminal.warn("\(path): \(StoreFault.missing("policy").words[Terminal.language])".visible)
            throw ExitCode(2)
        }
        do throws(PolicyError) {
            return try TrustPolicy(parsing: Array(bytes))
        } catch {
            Terminal.warn("\(path):\(error.line): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
    }

    private static func content(of place: String, _ path: String) throws(RecordRefusal) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        do {
            return Array(try Data(contentsOf: URL(filePath: place)))
        } catch {
            throw .unreadable(path, error.localizedDescription)
        }
    }

    /// The tiles that lie in a folder.
    private static func files(of folder: String) -> [String] {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return all.filter { path in
            var isFolder: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(
                atPath: folder + "/" + path,
                isDirectory: &isFolder
            )
            return exists && !isFolder.boolValue && !path.hasPrefix("journal/")
        }.sorted()
    }
}

extension RecordReader.Report {
    /// What was checked, and by whom it is signed.
    fileprivate func lines(at place: String) -> [String] {
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
