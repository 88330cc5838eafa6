import Foundation
import Hummingbird
import Logging
import Synchronization
import Testing
import TransparencyLog

@testable import Web

/// A real server for the length of one test.
enum TestServer {
    /// Serves answers made by the test.
    static func with(
        _ respond: @escaping @Sendable (Request) async -> Response,
        _ body: @Sendable (Int) async throws -> Void
    ) async throws {
        try await during(body) { started in
            try await LocalServer(port: 0, logger: logger).run(started: started, respond)
        }
    }

    /// Serves a cosigner.
    static func with(
        _ desk: any CosignerDesk,
        _ body: @Sendable (Int) async throws -> Void
    ) async throws {
        try await during(body) { started in
            try await CosignerServer(port: 0, logger: logger, desk).run(started: started)
        }
    }

    /// Serves answers made by the test, from a server set up by it.
    static func with(
        _ server: LocalServer,
        _ respond: @escaping @Sendable (Request, String?) async -> Response,
        _ body: @Sendable (LocalServer.Running) async throws -> Void
    ) async throws {
        try await during(body) { started in try await server.serve(started: started, respond) }
    }

    static let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

    /// Serves until `body` has ended.
    static func during<Started: Sendable>(
        _ body: @Sendable (Started) async throws -> Void,
        _ serve: @escaping @Sendable (@escaping @Sendable (Started) -> Void) async throws -> Void
    ) async throws {
        let (starts, continuation) = AsyncStream.makeStream(of: Started.self)
        let server = Task {
            defer { continuation.finish() }
            try await serve { continuation.yield($0) }
        }
        defer { server.cancel() }
        var iterator = starts.makeAsyncIterator()
        let started = try #require(await iterator.next())
        try await body(started)
    }
}

/// A folder of its own for one test, removed with it.
struct TestFolder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "pleno-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ bytes: [UInt8], _ path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
    }
}
