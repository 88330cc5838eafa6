import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization
import Testing

@testable import Web

@Suite("Slow clients", .timeLimit(.minutes(1)))
struct ClientPaceTests {
    /// Limits of which one can be waited for; the others are as far away as ever, however busy the machine.
    private static func limits(_ set: (inout ClientPace.Limits) -> Void) -> ClientPace.Limits {
        var limits = ClientPace.Limits()
        set(&limits)
        return limits
    }

    /// A server that reads what is sent to `/read`, and answers before it reads anywhere else.
    private static func with(
        _ pace: ClientPace.Limits,
        _ body: @Sendable (LocalServer.Running) async throws -> Void
    ) async throws {
        let server = LocalServer(port: 0, logger: TestServer.logger, pace: pace)
        try await TestServer.with(
            server,
            { request, _ in
                switch request.uri.path {
                case "/read":
                    let bytes = try? await request.body.collect(upTo: 1 << 20)
                    return Self.answer("read \(bytes?.readableBytes ?? -1)")
                case "/late":
                    try? await Task.sleep(for: .milliseconds(700))
                    return Self.answer("late")
                case "/large":
                    let body = ByteBuffer(bytes: [UInt8](repeating: 0x78, count: 64 << 20))
                    return Response(status: .ok, body: ResponseBody(byteBuffer: body))
                default: return Self.answer("no", .forbidden)
                }
            },
            body
        )
    }

    private static func answer(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
        let body = ByteBuffer(string: text)
        return Response(
            status: status,
            headers: [.contentLength: String(body.readableBytes)],
            body: ResponseBody(byteBuffer: body)
        )
    }

    /// Whether the server cut a client off that sends `first`, and then `rest` a byte at a time.
    private static func dribble(
        _ first: String,
        _ rest: String,
        _ pace: ClientPace.Limits
    ) async throws -> (isCut: Bool, text: String) {
        let result = Mutex((isCut: false, text: ""))
        try await with(pace) { server in
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(ByteBuffer(string: first))
                let isCut = await withTaskGroup(of: Bool.self) { tasks in
                    tasks.addTask {
                        for byte in rest.utf8 {
                            guard (try? await Task.sleep(for: .milliseconds(20))) != nil,
                                (try? await writer.write(ByteBuffer(bytes: [byte]))) != nil
                            else { return true }
                        }
                        return false
                    }
                    await reader.untilClosed()
                    tasks.cancelAll()
                    return await tasks.next() ?? false
                }
                let text = reader.text
                result.withLock { $0 = (isCut, text) }
            }
        }
        return result.withLock { $0 }
    }

    @Test("a head that dribbles in is cut off, the first of a connection and a later one")
    func head() async throws {
        let line = "GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "x", count: 400)
        let pace = Self.limits { $0.head = .milliseconds(300) }
        let first = try await Self.dribble("", line, pace)
        #expect(first.isCut)
        #expect(first.text.isEmpty)
        let later = try await Self.dribble("GET / HTTP/1.1\r\nHost: x\r\n\r\n", line, pace)
        #expect(later.isCut)
        #expect(later.text.hasSuffix("no"))
    }

    @Test("a body that dribbles in is cut off")
    func body() async throws {
        let post = "POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n"
        let slow = try await Self.dribble(
            post,
            String(repeating: "x", count: 500),
            Self.limits { $0.body = .milliseconds(300) }
        )
        #expect(slow.isCut)
        #expect(!slow.text.contains("read 500"))
    }

    @Test("a body that was refused before it was read may come for a while, no longer")
    func refused() async throws {
        let post = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n"
        let slow = try await Self.dribble(
            post,
            String(repeating: "x", count: 500),
            Self.limits { $0.rest = .milliseconds(300) }
        )
        #expect(slow.isCut)
        #expect(slow.text.hasSuffix("no"))
    }

    @Test("a large body at a good pace takes as long as it takes")
    func pace() async throws {
        let pace = Self.limits {
            $0.body = .milliseconds(500)
            $0.bytesPerSecond = 100
        }
        try await Self.with(pace) { server in
            try await RawClient.with(server.port) { reader, writer in
                let (pieces, piece) = (12, String(repeating: "x", count: 2_000))
                let length = pieces * piece.utf8.count
                var next = "POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: \(length)\r\n\r\n"
                // Longer than a small body may take; each piece earns twenty seconds, however busy the machine.
                for _ in 0..<pieces {
                    try await writer.write(ByteBuffer(string: next + piece))
                    next = ""
                    try await Task.sleep(for: .milliseconds(80))
                }
                #expect(await reader.until("read \(length)"))
            }
        }
    }

    @Test("the server's own time is not the client's")
    func late() async throws {
        let pace = Self.limits {
            $0.head = .milliseconds(300)
            $0.body = .milliseconds(300)
            $0.answer = .milliseconds(300)
        }
        try await Self.with(pace) { server in
            try await RawClient.with(server.port) { reader, writer in
                for _ in 0..<2 {
                    try await writer.write(ByteBuffer(string: "GET /late HTTP/1.1\r\nHost: x\r\n\r\n"))
                    #expect(await reader.until("\r\n\r\nlate"))
                    reader.keep(last: 0)
                    // Silent for longer than any limit, between requests.
                    try await Task.sleep(for: .milliseconds(500))
                }
            }
        }
    }

    @Test("an answer that nobody takes is given up")
    func unread() async throws {
        try await Self.with(Self.limits { $0.answer = .milliseconds(300) }) { server in
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(ByteBuffer(string: "GET /large HTTP/1.1\r\nHost: x\r\n\r\n"))
                try await Task.sleep(for: .milliseconds(1_500))
                var received = 0
                while await reader.more() {
                    received += reader.text.utf8.count
                    reader.keep(last: 0)
                }
                #expect(received < 64 << 20)
            }
        }
    }
}
