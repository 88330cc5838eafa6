import NIOCore
import NIOPosix

/// A client that sends what it likes, as slowly as it likes.
enum RawClient {
    typealias Writer = NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// What has come back so far.
    struct Reader {
        fileprivate var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private(set) var text = ""

        fileprivate init(_ iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) {
            self.iterator = iterator
        }

        /// Waits for more; false when the connection is closed.
        mutating func more() async -> Bool {
            do {
                guard let bytes = try await iterator.next(isolation: #isolation) else { return false }
                text += String(buffer: bytes)
                return true
            } catch {
                return false
            }
        }

        /// Waits until something stands in the text; false when the connection closes before.
        mutating func until(_ part: String) async -> Bool {
            while !text.contains(part) {
                guard await more() else { return false }
            }
            return true
        }

        /// Waits until the connection is closed.
        mutating func untilClosed() async {
            while await more() {}
        }

        /// Forgets what came before the last characters.
        mutating func keep(last count: Int) { text = String(text.suffix(count)) }
    }

    /// Connects for the length of `body`.
    static func with<Value>(
        _ port: Int,
        _ body: (inout Reader, Writer) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var reader = Reader(inbound.makeAsyncIterator())
            return try await body(&reader, outbound)
        }
    }

    /// The whole of what comes back after `text`, when the server closes; the head must ask it to.
    static func answer(_ port: Int, to text: String) async throws -> String {
        try await answer(port, to: Array(text.utf8))
    }

    /// The same after any bytes.
    static func answer(_ port: Int, to bytes: [UInt8]) async throws -> String {
        try await with(port) { reader, writer in
            try? await writer.write(ByteBuffer(bytes: bytes))
            await reader.untilClosed()
            return reader.text
        }
    }
}
