import Dispatch

/// Calls back on a queue whenever a socket is ready, until it is let go.
///
/// A class, because it ends with its owner. The connection stays open until the system has let go of the socket: a
/// new socket with the same number would else be mistaken for it.
final class SocketWatch {
    private let source: any DispatchSourceProtocol

    /// What is waited for.
    enum Direction { case input, output }

    /// Watches the socket `library` has now.
    ///
    /// - Parameters:
    ///   - ended: Called once, when the system has let go of the socket.
    ///   - ready: Called again and again while there is something to take in, or room to send.
    init(
        _ direction: Direction,
        of library: LibPQ,
        on queue: DispatchQueue,
        ended: @escaping () -> Void = {},
        ready: @escaping () -> Void
    ) {
        source =
            switch direction {
            case .input: DispatchSource.makeReadSource(fileDescriptor: library.socket, queue: queue)
            case .output: DispatchSource.makeWriteSource(fileDescriptor: library.socket, queue: queue)
            }
        source.setEventHandler(handler: ready)
        source.setCancelHandler {
            withExtendedLifetime(library) {}
            ended()
        }
        source.resume()
    }

    /// Stops; nothing more is called but `ended`.
    func cancel() {
        source.cancel()
    }

    deinit {
        source.cancel()
    }
}
