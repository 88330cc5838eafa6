import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// What every server here has in common: HTTP on this machine only.
struct LocalServer: Sendable {
    let port: Int
    let logger: Logger

    /// Serves on 127.0.0.1 until the process is asked to stop (SIGINT, SIGTERM); requests under way are finished.
    ///
    /// - Parameters:
    ///   - started: Called with the port once the server accepts connections; port 0 asks the system for a
    ///     free one.
    ///   - respond: The answer to a request.
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    func run(
        started: @escaping @Sendable (Int) -> Void,
        _ respond: @escaping @Sendable (Request) async -> Response
    ) async throws(ServerFailure) {
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                await respond(request)
            },
            // A connection that says nothing for half a minute would only hold its place.
            server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                serverName: nil
            ),
            onServerRunning: { [port] channel in started(channel.localAddress?.port ?? port) },
            logger: logger
        )
        do {
            try await application.runService()
        } catch {
            throw ServerFailure(error)
        }
    }
}

/// Why a server cannot serve.
public enum ServerFailure: Error, Hashable {
    /// Another program has the port.
    case portInUse
    /// The port is the system's own.
    case portForbidden
    /// Anything else; `detail` is the server's word for it.
    case stopped(detail: String)

    fileprivate init(_ error: any Error) {
        self =
            switch (error as? IOError)?.errnoCode {
            case EADDRINUSE: .portInUse
            case EACCES: .portForbidden
            default: .stopped(detail: "\(error)")
            }
    }
}
