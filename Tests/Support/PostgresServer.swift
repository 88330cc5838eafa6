public import Foundation

/// A PostgreSQL of its own, with its files in a temporary folder; removed when this process ends, however it ends.
public actor PostgresServer {
    /// Where it listens.
    public nonisolated let port: Int
    /// Where its files are.
    public nonisolated let folder: URL
    private let process: Spawned
    private let commands: Pipe
    private let answers: Pipe

    /// The server of all tests that leave it running.
    public static let shared = Task { try await PostgresServer.start() }

    /// The script did not say that it is ready.
    public struct NotStarted: Error {}

    private init(port: Int, folder: URL, process: Spawned, commands: Pipe, answers: Pipe) {
        self.port = port
        self.folder = folder
        self.process = process
        self.commands = commands
        self.answers = answers
    }

    /// Starts one.
    public static func start() async throws -> PostgresServer {
        let (commands, answers) = (Pipe(), Pipe())
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Scripts/postgres-server.sh").standardizedFileURL
        let process = try Spawned(
            script,
            [],
            input: commands.fileHandleForReading,
            output: answers.fileHandleForWriting,
            errors: .standardError
        )
        try commands.fileHandleForReading.close()
        try answers.fileHandleForWriting.close()
        let words = try await tell("start", commands, answers).split(separator: " ")
        guard words.count == 3, words[0] == "ready", let port = Int(words[1]) else { throw NotStarted() }
        return PostgresServer(
            port: port,
            folder: URL(filePath: String(words[2])),
            process: process,
            commands: commands,
            answers: answers
        )
    }

    /// Runs `body` with a server that nobody else uses.
    public static func alone(_ body: (PostgresServer) async throws -> Void) async throws {
        let server = try await start()
        do {
            try await body(server)
        } catch {
            await server.remove()
            throw error
        }
        await server.remove()
    }

    /// How to connect to it.
    public nonisolated func dsn(database: String = "postgres", password: String = "secret") -> String {
        "host=127.0.0.1 port=\(port) user=pleno password=\(password) dbname=\(database)"
    }

    /// The address of an office there; the password is in ``environment``.
    public nonisolated func address(office: String) -> String {
        "postgresql://pleno@127.0.0.1:\(port)/postgres?office=\(office)"
    }

    /// What a process needs beside an address.
    public static let environment = ["PGPASSWORD": "secret"]

    /// Starts it again.
    public func start() async throws { _ = try await Self.tell("start", commands, answers) }

    /// Ends all its processes without warning, as a loss of power would.
    public func crash() async throws { _ = try await Self.tell("crash", commands, answers) }

    /// Ends it without writing its memory to the disk.
    public func halt() async throws { _ = try await Self.tell("halt", commands, answers) }

    /// Gives it a second server that follows it, and for which it waits at every commit.
    ///
    /// - Returns: Where the second listens.
    public func standby() async throws -> Int {
        let words = try await Self.tell("standby", commands, answers).split(separator: " ")
        guard words.count == 2, let port = Int(words[1]) else { throw NotStarted() }
        return port
    }

    /// Lets the second server take the place of the first.
    public func promote() async throws { _ = try await Self.tell("promote", commands, answers) }

    /// Gives it a tablespace `small`, on a disk of 8 MiB.
    ///
    /// - Returns: `false` where none may be mounted.
    public func smallDisk() async throws -> Bool {
        try await Self.tell("small", commands, answers) == "small"
    }

    private func remove() async {
        try? commands.fileHandleForWriting.close()
        await process.ended()
    }

    /// Sends a command and waits for its answer, on a thread that may wait.
    private static func tell(_ command: String, _ commands: Pipe, _ answers: Pipe) async throws -> String {
        try commands.fileHandleForWriting.write(contentsOf: Data("\(command)\n".utf8))
        let reading = answers.fileHandleForReading
        return await withCheckedContinuation { answer in
            DispatchQueue.global().async {
                answer.resume(returning: String(decoding: reading.availableData, as: UTF8.self).trimmed)
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
