import Documents
import Elections
import Foundation

/// The helper process that sets papers as PDF, reads files of papers, and packs them.
struct PaperHelper {
    /// The Python that has the libraries.
    let python: String

    /// How many papers one process sets: what it remembers of them goes with it.
    static let batch = 150

    /// Why nothing can be done.
    enum Failure: Error {
        /// There is no Python, or it lacks a library.
        case missing(String)
        /// The helper ended before it had answered everything.
        case ended(Int32)
        /// Its files cannot be written.
        case files(String)

        /// What is wrong, and what to do next.
        var words: LocalizedText {
            switch self {
            case .missing(let python):
                LocalizedText(
                    id:
                        "\(python) tidak mempunyai paket typst dan pembaca kode; jalankan Scripts/install.sh papers, "
                        + "atau sebutkan PLENO_PYTHON. Tanpa itu: --format json",
                    en:
                        "\(python) has no package typst and no reader of codes; run Scripts/install.sh papers, or "
                        + "name PLENO_PYTHON. Without it: --format json"
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
    static var ofThisMachine: PaperHelper {
        let own = ".venv-papers/bin/python"
        let named = ProcessInfo.processInfo.environment["PLENO_PYTHON"]
        return PaperHelper(
            python: named ?? (FileManager.default.isExecutableFile(atPath: own) ? own : "python3")
        )
    }
}

// MARK: - Setting

extension PaperHelper {
    /// A paper that is to be set.
    struct Job: Encodable {
        /// The path of its file, without `.pdf`.
        let name: String
        /// Its content.
        let document: String
        /// What stands around it.
        let stamp: DocumentStamp
    }

    /// A paper that was set.
    struct Made: Decodable {
        /// The path of its file, without `.pdf`.
        let name: String
        let bytes: Int
        let pages: Int
        /// The SHA-256 of the file in hexadecimal digits.
        let digest: String
        /// What set it.
        let engine: String
    }

    /// What was made.
    struct Outcome {
        /// The papers that were written.
        var made: [Made] = []
        /// Those that could not be made, and why.
        var failed: [(name: String, reason: String)] = []

        /// Their bytes together.
        var bytes: Int { made.reduce(0) { $0 + $1.bytes } }

        static func += (one: inout Outcome, other: Outcome) {
            one.made += other.made
            one.failed += other.failed
        }
    }

    /// Sets papers, each a file below a directory by its name.
    ///
    /// - Throws: ``Failure`` when none can be set, or the helper ends early: then what it answered for is written.
    func set(_ jobs: [Job], to directory: String) throws(Failure) -> Outcome {
        var outcome = Outcome()
        for start in stride(from: 0, to: jobs.count, by: Self.batch) {
            let part = Array(jobs[start..<min(start + Self.batch, jobs.count)])
            let answers: [Answer<Made>] = try run(
                { ["set", "\($0)/\(TypesettingFiles.template.name)", directory] },
                part,
                named: part.map(\.name)
            )
            for answer in answers {
                switch answer.result {
                case .success(let made): outcome.made.append(made)
                case .failure(let wrong): outcome.failed.append((answer.name, wrong.reason))
                }
            }
        }
        return outcome
    }
}

// MARK: - Reading and packing

extension PaperHelper {
    /// A file as it was read.
    struct Read: Decodable {
        /// A page: the letters in it, none of a picture, and the codes that are seen on it.
        struct Page: Decodable {
            let text: String
            let codes: [String]
        }

        /// `pdf` or `picture`.
        let kind: String
        let pages: [Page]
        /// The files inside of it.
        let files: [String: String]
        /// The SHA-256 of the file in hexadecimal digits.
        let digest: String
    }

    /// Why a file cannot be read.
    struct Unreadable: Error {
        let reason: String
    }

    private struct ReadJob: Encodable {
        let name: String
        let path: String
        /// Whether only codes are wanted: letters and files are left where they are.
        let codesOnly: Bool
    }

    /// The codes on the pages of a scan, and nothing else of it.
    func codes(in content: [UInt8]) throws(Failure) -> Result<Read, Unreadable> {
        try read(ReadJob(name: "scan", path: "scan", codesOnly: true), content)
    }

    /// Reads a file of a paper: a PDF, or a picture of a page.
    ///
    /// A file that takes more time or memory than any paper does is given up, and the helper with it.
    func read(_ path: String) throws(Failure) -> Result<Read, Unreadable> {
        let place = URL(filePath: path).path
        return try read(ReadJob(name: path, path: place, codesOnly: false), nil)
    }

    private func read(_ job: ReadJob, _ content: [UInt8]?) throws(Failure) -> Result<Read, Unreadable> {
        do throws(Failure) {
            let answers: [Answer<Read>] = try run({ ["read", $0] }, [job], named: [job.name], with: content)
            return answers[0].result
        } catch .ended(let status) {
            return .failure(Unreadable(reason: "the reader gave it up, \(status)"))
        } catch {
            throw error
        }
    }

    private struct Packed: Decodable {
        let bytes: Int
    }

    /// Packs all files below a directory into a zip: the same bytes each time.
    ///
    /// - Returns: The number of files.
    func zip(_ directory: String, to path: String) throws(Failure) -> Int {
        let answers: [Answer<Packed>] = try run(
            { _ in ["zip", path, directory] },
            [String](),
            named: [path]
        )
        switch answers[0].result {
        case .success(let packed): return packed.bytes
        case .failure(let wrong): throw .files(wrong.reason)
        }
    }
}

// MARK: - The process

extension PaperHelper {
    /// What was answered of one job: a value, or why there is none.
    private struct Answer<Value: Decodable>: Decodable {
        let name: String
        let result: Result<Value, Unreadable>

        private enum Key: String, CodingKey {
            case name, error
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            name = try values.decode(String.self, forKey: .name)
            if let reason = try values.decodeIfPresent(String.self, forKey: .error) {
                result = .failure(Unreadable(reason: reason))
            } else {
                result = .success(try Value(from: decoder))
            }
        }
    }

    /// The longest that a helper may take, in seconds: a strange file must not hold up the office for good.
    private static let patience = 1_800

    /// Runs a helper on jobs, in a directory of its own.
    ///
    /// - Returns: An answer for each of the names, in their order.
    private func run<Value: Decodable>(
        _ task: (String) -> [String],
        _ jobs: [some Encodable],
        named names: [String],
        with scan: [UInt8]? = nil
    ) throws(Failure) -> [Answer<Value>] {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "pleno-paper-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            // What is in it is nobody else's on this machine.
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            if let scan { try Data(scan).write(to: folder.appending(path: "scan")) }
            for (name, bytes) in [TypesettingFiles.template, TypesettingFiles.program] {
                try Data(bytes).write(to: folder.appending(path: name))
            }
            let input = folder.appending(path: "jobs.jsonl")
            let encoder = JSONEncoder()
            var lines = Data()
            for job in jobs {
                lines += try encoder.encode(job)
                lines.append(0x0A)
            }
            try lines.write(to: input)
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments =
                [
                    // Whoever types goes first.
                    "nice", "-n", "19", "timeout", "--signal=KILL", "\(Self.patience)", python,
                    folder.appending(path: TypesettingFiles.program.name).path,
                ]
                + task(folder.path)
            let (output, handle) = (Pipe(), try FileHandle(forReadingFrom: input))
            (process.standardInput, process.standardOutput) = (handle, output)
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            // The shell's words for a program that is not there, and the helper's own.
            if [3, 126, 127].contains(process.terminationStatus) { throw Failure.missing(python) }
            let decoder = JSONDecoder()
            let answers = try text.split(separator: 0x0A).map {
                try decoder.decode(Answer<Value>.self, from: Data($0))
            }
            guard process.terminationStatus == 0, answers.map(\.name) == names else {
                throw Failure.ended(process.terminationStatus)
            }
            return answers
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .files(error.localizedDescription)
        }
    }
}
