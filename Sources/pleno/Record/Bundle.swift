import ArgumentParser
import Elections
import Foundation
import Office
import TransparencyLog
import Web

struct Bundle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract:
            "Take the evidence of a case out of a public record, each piece with its proof; or check a bundle.",
        discussion: """
            The record is checked whole first. Of each publication that is evidence, and of each that is about the \
            case itself, two files are written: NNN.json, its bytes as they are in the record, and \
            NNN.tlog-proof (C2SP tlog-proof), the proof that the signed record holds them. CONTENTS.txt says what \
            each is; papers that no record holds are named there.

            Without a case the bundle at the path is checked: every proof, and the signature of the record. \
            verify/verify_record.py --bundle does the same with Python alone.

            EXAMPLES
              pleno bundle site --case 1 --to case-1
              pleno bundle https://kpu.example.go.id/record --case 1 --to case-1
              pleno bundle case-1 --policy my-policy
            """
    )

    @Argument(help: ArgumentHelp("The public record, or a bundle to check.", valueName: "path"))
    var path: String

    @Option(name: .customLong("case"), help: ArgumentHelp("The number of the case.", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("Where the bundle is written; nothing may be there.", valueName: "directory"))
    var to: String?

    @Option(help: ArgumentHelp("Whose signatures count.", valueName: "file"))
    var policy: String?

    func run() async throws {
        let policy = try self.policy.map(TrustPolicy.read)
        guard let number else {
            guard to == nil else { throw ValidationError("--to needs a --case.") }
            return try check(policy)
        }
        guard let to else { throw ValidationError("--case needs a directory: --to.") }
        guard !FileManager.default.fileExists(atPath: to) else {
            throw refused(
                to,
                Terminal.say("sudah ada; tidak ada yang ditimpa", "is there already; nothing is overwritten")
            )
        }
        let below = path + "/record"
        let isSite = FileManager.default.fileExists(atPath: below + "/checkpoint")
        guard let place = LogPlace(isSite ? below : path) else {
            throw refused(path, Terminal.say("bukan alamat http(s)", "no address of http(s)"))
        }
        let fetcher = LogFetcher(place, by: HTTPClient())
        var reader = RecordReader(policy: policy, mostProofs: 0) { path async throws(RecordRefusal) in
            try await fetcher.content(of: path)
        }
        let found: (bundle: CaseBundle, report: RecordReader.Report)?
        do throws(RecordRefusal) { found = try await CaseBundle.read(case: number, from: &reader) } catch {
            throw refused(path, error.words[Terminal.language])
        }
        guard let found else {
            throw refused(path, Terminal.say("tidak memuat perkara \(number)", "has no case \(number)"))
        }
        try write(found.bundle, to)
        let count = found.bundle.pieces.count
        try Terminal.write(
            found.report.lines(at: path) + [
                Terminal.say(
                    "\(to): \(count) pengumuman dengan pembuktiannya",
                    "\(to): \(count) publications with their proofs"
                )
            ]
        )
    }

    private func refused(_ place: String, _ words: String) -> ExitCode {
        Terminal.warn("\(place): \(words)".visible)
        return ExitCode(2)
    }

    private func write(_ bundle: CaseBundle, _ folder: String) throws {
        let place = URL(filePath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        var lines = [
            Terminal.say(
                "Bukti perkara \(bundle.dispute.number)",
                "Evidence of case \(bundle.dispute.number)"
            )
                + ", \(bundle.dispute.filing.register)".visible
        ]
        for (number, piece) in bundle.pieces.enumerated() {
            let name = "\(number + 1)".leftPadded(to: 3)
            try Data(piece.text).write(to: place.appending(path: "\(name).json"))
            try Data(piece.proof.bytes).write(to: place.appending(path: "\(name).tlog-proof"))
            let what = piece.item?.words[Terminal.language] ?? Terminal.say("perkara ini", "the case itself")
            lines.append("\(name)  \(piece.index)  \(what)")
        }
        for paper in bundle.papers {
            lines.append(
                Terminal.say("surat di luar catatan: ", "paper outside the record: ")
                    + "\(paper.reference), \(paper.date)".visible
            )
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place.appending(path: "CONTENTS.txt"))
    }
}

extension Bundle {
    /// Checks that every publication of a bundle is in a record that is signed as a policy asks; without a policy that
    /// all are in one record.
    private func check(_ policy: TrustPolicy?) throws {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let names = all.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
        guard !names.isEmpty,
            Set(all.filter { $0.hasSuffix(".tlog-proof") }) == Set(names.map { $0 + ".tlog-proof" })
        else { throw refused(path, Terminal.say("bukan berkas bukti", "is no bundle of evidence")) }
        var notes: Set<[UInt8]> = []
        for name in names {
            guard let text = FileManager.default.contents(atPath: "\(path)/\(name).json"),
                let bytes = FileManager.default.contents(atPath: "\(path)/\(name).tlog-proof"),
                let proof = try? ProofFile(parsing: Array(bytes))
            else { throw refused(name, Terminal.say("tidak terbaca", "cannot be read")) }
            do throws(ProofError) {
                try proof.proof.verify(leaf: .leaf(Array(text)), root: proof.checkpoint.root)
            } catch {
                throw refused(
                    name,
                    Terminal.say("tidak terbukti ada dalam catatan", "is not proven to be in the record")
                )
            }
            if let policy {
                do throws(PolicyRefusal) { _ = try policy.verify(proof.note) } catch {
                    throw refused(name, error.words[Terminal.language])
                }
            }
            notes.insert(proof.note.bytes)
        }
        guard notes.count == 1 else {
            throw refused(path, Terminal.say("dari lebih dari satu catatan", "is of more than one record"))
        }
        let sure =
            policy == nil
            ? Terminal.say(
                "tanpa --policy tanda tangannya tidak diperiksa",
                "without --policy its signature is not checked"
            ) : Terminal.say("ditandatangani seperti kebijakan Anda", "signed as your policy asks")
        try Terminal.write([
            Terminal.say(
                "\(path): \(names.count) pengumuman, semuanya terbukti ada dalam satu catatan; \(sure)",
                "\(path): \(names.count) publications, all of them proven to be in one record; \(sure)"
            )
        ])
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
