import Foundation
import Glibc

/// A process of the tests' own (`Tests/StoreChild`); its lines are read as they come.
public final class Child: Sendable {
    private let process: Spawned
    /// Held open: an end of it would tell the process to stop.
    private let commands: Pipe
    private let lines: AsyncThrowingStream<String, any Error>

    /// The process ended before it said what it should.
    public struct Ended: Error {}

    private static let program: URL = {
        let test = URL(filePath: CommandLine.arguments[0], relativeTo: .currentDirectory())
        let folders = sequence(first: test.standardizedFileURL.deletingLastPathComponent()) { folder in
            folder.path == "/" ? nil : folder.deletingLastPathComponent()
        }
        let places = folders.map { $0.appending(path: "pleno-store-child") }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? test
    }()

    /// Starts it with its words, and with more in its environment.
    public init(_ words: String..., environment: [String: String] = [:]) throws {
        let (commands, pipe) = (Pipe(), Pipe())
        process = try Spawned(
            Self.program,
            words,
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
            input: commands.fileHandleForReading,
            output: pipe.fileHandleForWriting,
            errors: .standardError
        )
        // Its ends are its own now: what it says ends with it.
        try pipe.fileHandleForWriting.close()
        self.commands = commands
        let (lines, continuation) = AsyncThrowingStream.makeStream(of: String.self)
        self.lines = lines
        // A thread of its own waits for the pipe.
        Thread.detachNewThread {
            var rest = Data()
            while true {
                let data = pipe.fileHandleForReading.availableData
                guard !data.isEmpty else { return continuation.finish() }
                rest += data
                while let end = rest.firstIndex(of: 0x0A) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
        }
    }

    deinit { kill() }

    /// The number of the process.
    public var id: Int32 { process.id }

    /// Its next line.
    public func line() async throws -> String {
        for try await line in lines { return line }
        throw Ended()
    }

    /// All lines it still says.
    public func rest() async throws -> [String] {
        try await lines.reduce(into: []) { $0.append($1) }
    }

    /// Ends it as a loss of power would: it cannot do anything about it.
    public func kill() { process.send(SIGKILL) }
}
