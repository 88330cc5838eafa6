import Foundation
import Glibc
import TestSupport

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
        let ending = await withTimeLimit(process) { await process.ended() }
        let (output, errors) = (scratch.text("output"), scratch.text("errors"))
        guard let status = ending.status else { throw Killed(words: words, output: output, errors: errors) }
        return Outcome(status: status, output: output, errors: errors)
    }

    /// A process whose words go to files: a pipe that fills up would stop it.
    static func start(
        _ words: [String],
        _ environment: [String: String],
        _ scratch: borrowing Scratch,
        program: URL = program
    ) throws -> Spawned {
        try Spawned(
            program,
            words,
            environment: Self.environment(environment),
            folder: repository,
            output: scratch.handle("output"),
            errors: scratch.handle("errors")
        )
    }

    private static func withTimeLimit<Result: Sendable>(
        _ process: Spawned,
        _ body: () async -> Result
    ) async -> Result {
        let watchdog = Task {
            try await Task.sleep(for: .seconds(20))
            process.send(SIGKILL)
        }
        defer { watchdog.cancel() }
        return await body()
    }
}
