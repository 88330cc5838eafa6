import HummingbirdCore
import NIOCore

/// One reader's stream; its place is given back when nobody holds it any more, sent or not.
///
/// A class, because of that.
final class EventStream: Sendable {
    /// How long a browser waits before it connects again, in milliseconds.
    private static let opening = ByteBuffer(string: "retry: 3000\n\n")
    private static let heartbeat = ByteBuffer(string: ":\n\n")

    private let mailbox = Mailbox()
    private let source: EventSource
    private let streams: OpenStreams

    /// A stream of what a source sends.
    ///
    /// - Throws: ``Refusal/Code/busy`` when no further one may be opened.
    init(_ source: EventSource, after last: UInt64?, _ streams: OpenStreams) throws(Refusal) {
        self.source = source
        self.streams = streams
        guard streams.open(mailbox) else { throw Refusal(.busy, retryAfter: .seconds(30)) }
        source.join(mailbox, after: last)
    }

    deinit {
        source.leave(mailbox)
        streams.close(mailbox)
    }

    /// What is sent: until the source or the server ends, or the reader at the other end of `request` has gone.
    func body(while request: RequestBody) -> ResponseBody {
        ResponseBody { [self] writer in
            let mailbox = mailbox
            try await writer.write(Self.opening)
            try await request.consumeWithInboundCloseHandler { _ in
                // Waits while the reader does not read; the mailbox keeps the newest meanwhile.
                while let mail = await mailbox.next() {
                    switch mail {
                    case .event(let event): try await writer.write(event.bytes)
                    case .heartbeat: try await writer.write(Self.heartbeat)
                    }
                }
            } onInboundClosed: {
                mailbox.end()
            }
            try await writer.finish(nil)
        }
    }
}
