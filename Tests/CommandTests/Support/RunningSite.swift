import Foundation
import Glibc
import TestSupport

/// A `pleno serve` under way.
struct RunningSite: ~Copyable {
    private let process: Spawned
    private let scratch: Scratch
    /// The port it says it has.
    let port: Int

    /// The server did not say where it is.
    struct NotStarted: Error {
        let output: String
        let errors: String
    }

    private init(process: Spawned, scratch: consuming Scratch, port: Int) {
        self.process = process
        self.scratch = scratch
        self.port = port
    }

    /// Starts the site of a folder or an office on a free port.
    static func start(
        _ place: String = "Examples/soppeng-2019",
        _ environment: [String: String] = [:],
        options: [String] = []
    ) async throws -> RunningSite {
        try await start(["serve", place, "--port", "0"] + options, environment)
    }

    /// Starts a command that serves, and says where as `pleno serve` does.
    static func start(
        _ words: [String],
        _ environment: [String: String] = [:]
    ) async throws -> RunningSite {
        let scratch = try Scratch()
        let process = try Command.start(words, environment, scratch)
        // Patient: the machine may be building something else.
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            if let match = scratch.text("output").firstMatch(of: #/127\.0\.0\.1:(\d+) /#),
                let port = Int(match.1)
            {
                return RunningSite(process: process, scratch: scratch, port: port)
            }
            // Only after a look: a short sleep can last beyond the deadline.
            guard ContinuousClock.now < deadline, process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        process.send(SIGKILL)
        throw NotStarted(output: scratch.text("output"), errors: scratch.text("errors"))
    }

    deinit {
        process.send(SIGKILL)
    }

    /// What it said to standard error so far.
    var errors: String { scratch.text("errors") }

    /// Ends it as a loss of power would, and waits until it is gone.
    func crash() async {
        process.send(SIGKILL)
        await process.ended()
    }

    /// The answer to `path`, head and body, over a plain socket of the shell.
    func get(_ path: String, method: String = "GET") async throws -> String {
        let request = "\(method) \(path) HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n"
        let line = "exec 3<>/dev/tcp/127.0.0.1/\(port) && printf '\(request)' >&3 && cat <&3"
        return try await Command.shell(line).output
    }

    /// Sends a signal and waits for the end.
    ///
    /// - Returns: The status, and what was said to standard error; no status when it did not end by itself.
    func stop(_ signal: Int32) async throws -> (status: Int32?, errors: String) {
        process.send(signal)
        let deadline = ContinuousClock.now + .seconds(10)
        while process.isRunning, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(10))
        }
        process.send(SIGKILL)
        return (await process.ended().status, scratch.text("errors"))
    }
}
