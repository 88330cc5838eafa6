@testable import Web

extension TestServer {
    /// Serves operations.
    static func with<Permission, Caller>(
        _ operations: Operations<Permission, Caller>,
        pace: ClientPace.Limits = ClientPace.Limits(),
        _ body: @Sendable (LocalServer.Running) async throws -> Void
    ) async throws {
        try await during(body) { started in
            try await operations.run(port: 0, logger: logger, pace: pace, started: started)
        }
    }
}
