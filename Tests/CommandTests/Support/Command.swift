import Foundation
import Glibc

/// The built program, run as people and scripts run it: a process with words, files and a status.
struct Command {
    /// What a run left behind.
    struct Outcome: Hashable {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard output that are not empty.
        var lines: [String] { output.split(separator: "\n").map { String($0) } }
    }

    /// The program did not end in time, or was ended by a signal.
    struct Killed: Error {
        let words: [String]
        let output: String
        let errors: String
    }

    /// The tests are built beside the program they test; this walks up to it.
    static let program: URL = {
        let test = URL(filePath: CommandLine.arguments[0], relativeTo: .currentDirectory())
        let folders = sequence(first: test.standardizedFileURL.deletingLastPathComponent()) { folder in
            folder.path == "/" ? nil : folder.deletingLastPathComponent()
        }
        let places = folders.map { $0.appending(path: "pleno") }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) && !$0.hasDirectoryPath }
            ?? test
    }()

    /// The repository, where the commands run.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    /// Nothing of the machine the tests run on but where its programs are.
    static func environment(_ more: [String: String] = [:]) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "LANG": "C.UTF-8", "TERM": "xterm"].merging(more) { $1 }
    }

    /// Runs `pleno` with `words`.
    static func run(_ words: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await run(program, words, environment: environment)
    }

    /// Runs `pleno` with `words`.
    static func run(_ words: [String], environment: [String: String] = [:]) async throws -> Outcome {
        try await run(program, words, environment: environment)
    }

    /// Runs a line of the shell, in which `$PLENO` is the program.
    static func shell(_ line: String, environment: [String: String] = [:]) async throws -> Outcome {
        let environment = environment.merging(["PLENO": program.path]) { $1 }
        return try await run(URL(filePath: "/bin/bash"), ["-c", line], environment: environment)
    }

    private static func run(
        _ program: URL,
        _ words: [String],
        environment: [String: String]
    ) async throws -> Outcome {
        let scratch = try Scratch()
        let process = try start(words, environment, scratch, program: program)
        let status = try await withTimeLimit(process) { await ended(process) }
        let (output, errors) = (scratch.text("output"), scratch.text("errors"))
        guard let status else { throw Killed(words: words, output: output, errors: errors) }
        return Outcome(status: status, output: output, errors: errors)
    }

    /// A process whose words go to files: a pipe that fills up would stop it.
    static func start(
        _ words: [String],
        _ environment: [String: String],
        _ scratch: borrowing Scratch,
        program: URL = program
    ) throws -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = words
        process.environment = Self.environment(environment)
        process.currentDirectoryURL = repository
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try scratch.handle("output")
        process.standardError = try scratch.handle("errors")
        try process.run()
        return process
    }

    /// The status; `nil` when a signal ended the process.
    static func ended(_ process: Process) async -> Int32? {
        while process.isRunning {
            if let code = codeOfEnded(process.processIdentifier) {
                return code & 0x7F == 0 ? code >> 8 & 0xFF : nil
            }
            try? await Task.sleep(for: .milliseconds(4))
        }
        return process.terminationReason == .exit ? process.terminationStatus : nil
    }

    /// What the system says a child ended with that nobody has asked about yet; `nil` while it runs.
    ///
    /// Foundation was seen to miss an end for good.
    ///
    /// - Source: proc(5), `/proc/pid/stat`: the state is the 3rd field, the code that waitpid(2) gives the 52nd.
    private static func codeOfEnded(_ pid: Int32) -> Int32? {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.first == "Z", fields.count >= 50 else { return nil }
        return Int32(fields[49].trimmingCharacters(in: .newlines))
    }

    private static func withTimeLimit<Result: Sendable>(
        _ process: Process,
        _ body: () async throws -> Result
    ) async throws -> Result {
        let pid = process.processIdentifier
        let watchdog = Task {
            try await Task.sleep(for: .seconds(20))
            kill(pid, SIGKILL)
        }
        defer { watchdog.cancel() }
        return try await body()
    }
}
