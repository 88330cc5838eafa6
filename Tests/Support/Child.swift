import Foundation
import Glibc

/// A process of the tests' own (`Tests/StoreChild`); its lines are read as they come.
public final class Child: Sendable {
    private let process: Process
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
        let pipe = Pipe()
        process = Process()
        process.executableURL = Self.program
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = Pipe()
        process.standardOutput = pipe
        try process.run()
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
    public var id: Int32 { process.processIdentifier }

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
    public func kill() {
        if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGKILL) }
    }
}
