import Dispatch
import Glibc

/// Calls back on a queue whenever a socket is ready, until it is let go.
///
/// A class, because it ends with its owner. It watches through a descriptor of its own: libpq closes its descriptor
/// when a connection is lost, and the next socket of that number would be mistaken for it.
final class SocketWatch {
    private let source: any DispatchSourceProtocol

    /// What is waited for.
    enum Direction { case input, output }

    /// Watches a socket; `nil` when it has been closed or no descriptor is left.
    ///
    /// - Parameters:
    ///   - direction: What is waited for.
    ///   - socket: The socket; its owner may close it.
    ///   - queue: Where `ready` is called.
    ///   - ready: Called again and again while there is something to take in, or room to send.
    init?(_ direction: Direction, of socket: CInt, on queue: DispatchQueue, ready: @escaping () -> Void) {
        let descriptor = dup(socket)
        guard descriptor >= 0 else { return nil }
        source =
            switch direction {
            case .input: DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            case .output: DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
            }
        source.setEventHandler(handler: ready)
        source.setCancelHandler { close(descriptor) }
        source.resume()
    }

    deinit {
        source.cancel()
    }
}
