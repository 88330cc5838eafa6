import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that keeps the server waiting in the middle of something.
///
/// What counts is the time the server waits for the client, never the time it works itself. Between requests
/// a connection may be silent as long as the server's idle time-out allows.
///
/// A class, because the server's pipelines are made of such.
final class ClientPace: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client may take.
    struct Limits: Hashable, Sendable {
        /// From the first byte of a request's head to its last.
        var head = TimeAmount.seconds(10)
        /// For a body, as long as it is small.
        var body = TimeAmount.seconds(60)
        /// The bytes of a larger body that must come in a second, on the average.
        var bytesPerSecond = 8_192
        /// To take any of an answer that waits.
        var answer = TimeAmount.seconds(60)
        /// To send the rest of what was answered before it was read.
        var rest = TimeAmount.seconds(10)
    }

    private let limits: Limits
    private var headBegan: NIODeadline?
    private var isInBody = false
    private var received = 0
    /// The time the present body was waited for, up to `waitingSince`.
    private var waited = TimeAmount.zero
    private var waitingSince: NIODeadline?
    private var answeredAt: NIODeadline?
    private var blockedSince: NIODeadline?
    private var timer: (due: NIODeadline, task: Scheduled<Void>)?

    init(_ limits: Limits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            try context.pipeline.syncOperations.addHandler(ByteArrivals(), position: .first)
        } catch {
            // Without it nobody would watch: a connection that is going away already.
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.task.cancel()
        timer = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ByteArrivals.Event else { return context.fireUserInboundEventTriggered(event) }
        guard !isInBody, headBegan == nil else { return }
        headBegan = .now()
        watch(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            headBegan = nil
            isInBody = true
            received = 0
            waited = .zero
            waitingSince = .now()
            answeredAt = nil
        case .body(let bytes): received += bytes.readableBytes
        case .end:
            isInBody = false
            answeredAt = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if let since = waitingSince { waited = waited + (.now() - since) }
        waitingSince = nil
        if isInBody { watch(context) }
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if waitingSince == nil { waitingSince = .now() }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data), isInBody {
            answeredAt = .now()
            watch(context)
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        blockedSince = context.channel.isWritable ? nil : .now()
        if blockedSince != nil { watch(context) }
        context.fireChannelWritabilityChanged()
    }

    /// When the client will have taken too long, as things are; nil when nothing is expected of it.
    private var deadline: NIODeadline? {
        [headBegan.map { $0 + limits.head }, bodyDeadline, blockedSince.map { $0 + limits.answer }]
            .compactMap(\.self).min()
    }

    private var bodyDeadline: NIODeadline? {
        guard isInBody else { return nil }
        if let answeredAt { return answeredAt + limits.rest }
        let atPace = TimeAmount.milliseconds(Int64(received) * 1_000 / Int64(limits.bytesPerSecond))
        return (waitingSince ?? .now()) + (max(limits.body, atPace) - waited)
    }

    /// Looks again when the client may have taken too long; one task per connection, and seldom.
    private func watch(_ context: ChannelHandlerContext) {
        guard let deadline else { return }
        if let timer {
            if timer.due <= deadline { return }
            timer.task.cancel()
        }
        // At most so often: each byte moves the deadline of a body a little.
        let due = max(deadline, .now() + .milliseconds(5))
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: due) { [self] in
            timer = nil
            guard let deadline = self.deadline else { return }
            if deadline <= .now() { return context.close(promise: nil) }
            watch(context)
        }
        timer = (due, task)
    }
}

/// Tells the handlers behind it that bytes have come, before anybody knows what they are.
private final class ByteArrivals: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Bytes have come.
    struct Event: Sendable {}

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.fireUserInboundEventTriggered(Event())
        context.fireChannelRead(data)
    }
}
