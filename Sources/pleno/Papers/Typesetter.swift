import Documents
import Elections
import Foundation

/// The helper process that sets papers as PDF, many in a row.
struct Typesetter {
    /// The Python that has the typesetter.
    let python: String

    /// How many papers one process sets: what it remembers of them goes with it.
    private static let batch = 400

    /// What was made.
    struct Outcome {
        /// How many papers were written.
        var made = 0
        /// Their bytes together.
        var bytes = 0
        /// Those that could not be made, and why.
        var failed: [(name: String, reason: String)] = []
    }

    /// Why nothing can be set.
    enum Failure: Error {
        /// There is no Python, or it lacks the typesetter.
        case missing(String)
        /// The helper ended before it had answered for every paper.
        case ended(Int32)
        /// Its files cannot be written.
        case files(String)

        /// What is wrong, and what to do next.
        var words: LocalizedText {
            switch self {
            case .missing(let python):
                LocalizedText(
                    id:
                        "\(python) tidak mempunyai paket typst; jalankan Scripts/install.sh papers, atau sebutkan "
                        + "PLENO_PYTHON. Tanpa itu: --format json",
                    en:
                        "\(python) has no package typst; run Scripts/install.sh papers, or name PLENO_PYTHON. "
                        + "Without it: --format json"
                )
            case .ended(let status):
                LocalizedText(
                    id: "penata halaman berhenti dengan status \(status); jalankan sekali lagi",
                    en: "the typesetter ended with status \(status); run it again"
                )
            case .files(let reason): .same(reason)
            }
        }
    }

    /// The one that the environment names, or that of the project, or the system's.
    static var ofThisMachine: Typesetter {
        let own = ".venv-papers/bin/python"
        let named = ProcessInfo.processInfo.environment["PLENO_PYTHON"]
        return Typesetter(
            python: named ?? (FileManager.default.isExecutableFile(atPath: own) ? own : "python3")
        )
    }

    /// How papers are written for the helper: the same paper in the same bytes.
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private struct Job: Encodable {
        let name: String
        let document: Document
    }

    private struct Answer: Decodable {
        let name: String
        let bytes: Int?
        let error: String?
    }

    /// Sets papers, each a file below a directory by its name.
    ///
    /// - Throws: ``Failure`` when none can be set, or the helper ends early: then what it answered for is written.
    func set(_ documents: some Sequence<Document>, to directory: String) throws(Failure) -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "pleno-paper-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        var outcome = Outcome()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            for (name, bytes) in [TypesettingFiles.template, TypesettingFiles.program] {
                try Data(bytes).write(to: folder.appending(path: name))
            }
            var jobs: [Job] = []
            for document in documents {
                jobs.append(Job(name: document.key.name, document: document))
                if jobs.count == Self.batch {
                    try run(jobs, in: folder, directory, &outcome)
                    jobs = []
                }
            }
            if !jobs.isEmpty { try run(jobs, in: folder, directory, &outcome) }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .files(error.localizedDescription)
        }
        return outcome
    }

    private func run(_ jobs: [Job], in folder: URL, _ directory: String, _ outcome: inout Outcome) throws {
        let input = folder.appending(path: "papers.jsonl")
        var lines = Data()
        for job in jobs {
            lines += try Self.encoder.encode(job)
            lines.append(0x0A)
        }
        try lines.write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            python, folder.appending(path: TypesettingFiles.program.name).path,
            folder.appending(path: TypesettingFiles.template.name).path, directory,
        ]
        let (output, handle) = (Pipe(), try FileHandle(forReadingFrom: input))
        (process.standardInput, process.standardOutput) = (handle, output)
        try process.run()
        let answers = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var answered = 0
        for line in answers.split(separator: 0x0A) {
            let answer = try JSONDecoder().decode(Answer.self, from: Data(line))
            answered += 1
            if let bytes = answer.bytes {
                outcome.made += 1
                outcome.bytes += bytes
            } else {
                outcome.failed.append((answer.name, answer.error ?? ""))
            }
        }
        // The shell's words for a program that is not there, and the helper's own.
        if [3, 126, 127].contains(process.terminationStatus) { throw Failure.missing(python) }
        guard process.terminationStatus == 0, answered == jobs.count else {
            throw Failure.ended(process.terminationStatus)
        }
    }
}
