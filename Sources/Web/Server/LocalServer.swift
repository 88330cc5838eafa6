import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// What every server here has in common: HTTP on this machine only.
struct LocalServer: Sendable {
    let port: Int
    let logger: Logger
    /// The streams of events it has open; they end with it.
    var streams = OpenStreams()
    /// How often a stream shows that it is alive.
    var heartbeat = Duration.seconds(15)
    /// How long its clients may take.
    var pace = ClientPace.Limits()

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
        try await serve(started: { started($0.port) }) { request, _ in await respond(request) }
    }

    /// Serves as ``run(started:_:)`` does, and says who asks.
    ///
    /// - Parameters:
    ///   - started: Called with the server once it accepts connections.
    ///   - respond: The answer to a request from an address; nil when the system does not know it.
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    func serve(
        started: @escaping @Sendable (Running) -> Void,
        _ respond: @escaping @Sendable (Request, String?) async -> Response
    ) async throws(ServerFailure) {
        let (stops, stop) = AsyncStream.makeStream(of: Void.self)
        let application = Application(
            responder: CallbackResponder { (request: Request, context: PeerContext) in
                await respond(request, context.peer)
            },
            server: .http1(configuration: configuration),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                serverName: nil
            ),
            onServerRunning: { [port] channel in
                started(Running(port: channel.localAddress?.port ?? port, stop: stop))
            },
            logger: logger
        )
        let service = Serving(application: application, streams: streams, heartbeat: heartbeat)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [service],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await withThrowingDiscardingTaskGroup { tasks in
                tasks.addTask {
                    for await _ in stops { await group.triggerGracefulShutdown() }
                }
                defer { stop.finish() }
                try await group.run()
            }
        } catch {
            throw ServerFailure(error)
        }
    }

    /// A server that accepts connections.
    struct Running: Sendable {
        /// Its port.
        let port: Int
        fileprivate let stop: AsyncStream<Void>.Continuation

        /// Asks it to stop, as a signal would.
        func askToStop() { stop.yield() }
    }

    private var configuration: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [ClientPace(pace)],
            // A connection that says nothing for half a minute would only hold its place.
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1_024,
                maxHeaderListSize: 32 * 1_024,
                maxHeaderFieldCount: 100
            )
        )
    }
}

/// The server, its streams and their heartbeat.
private struct Serving<Server: ApplicationProtocol>: Service {
    let application: Server
    let streams: OpenStreams
    let heartbeat: Duration

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await withThrowingDiscardingTaskGroup { tasks in
                tasks.addTask { await streams.keepAlive(every: heartbeat) }
                try await application.run()
                tasks.cancelAll()
            }
        } onGracefulShutdown: {
            // They would never end by themselves, and the server waits for them.
            streams.end()
        }
    }
}

/// A request's context: who asks.
private struct PeerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
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
