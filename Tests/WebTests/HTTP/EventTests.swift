import HTTPTypes
import HummingbirdCore
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("Live updates", .timeLimit(.minutes(1)))
struct EventTests {
    @Test(
        "an event as it is sent",
        arguments: [
            ("", "id: 7\ndata: \n\n"), ("a", "id: 7\ndata: a\n\n"), ("a\nb", "id: 7\ndata: a\ndata: b\n\n"),
            ("a\r\nid: 9", "id: 7\ndata: a\ndata: \ndata: id: 9\n\n"),
            ("a\n\nevent: x", "id: 7\ndata: a\ndata: \ndata: event: x\n\n"),
        ]
    )
    func text(data: String, text: String) {
        #expect(ServerEvent(number: 7, data: data).bytes == ByteBuffer(string: text))
        #expect(ServerEvent("new", number: 7, data: data).bytes == ByteBuffer(string: "event: new\n" + text))
    }

    @Test("a mailbox keeps the newest only, and its end comes last")
    func newest() async {
        let mailbox = Mailbox()
        let events = (1...3).map { ServerEvent(number: $0) }
        mailbox.put(events[0])
        mailbox.put(events[2])
        mailbox.put(events[1])
        mailbox.beat()
        #expect(await mailbox.next() == .event(events[2]))
        mailbox.beat()
        mailbox.beat()
        #expect(await mailbox.next() == .heartbeat)
        mailbox.put(events[0])
        mailbox.end()
        #expect(await mailbox.next() == .event(events[0]))
        #expect(await mailbox.next() == nil)
    }

    @Test("who waits for mail is woken by it, and by being cancelled")
    func waiting() async {
        let mailbox = Mailbox()
        async let first = mailbox.next()
        await Task.yield()
        mailbox.put(ServerEvent(number: 1))
        #expect(await first == .event(ServerEvent(number: 1)))
        let waiting = Task { await mailbox.next() }
        await Task.yield()
        waiting.cancel()
        #expect(await waiting.value == nil)
    }

    @Test("a mailbox loses no last event, whoever comes when")
    func concurrent() async {
        for _ in Dice.rounds(20) {
            let (mailbox, last) = (Mailbox(), UInt64(200))
            async let seen: [UInt64] = {
                var seen: [UInt64] = []
                while let mail = await mailbox.next() {
                    if case .event(let event) = mail { seen.append(event.number) }
                }
                return seen
            }()
            for number in 1...last {
                mailbox.put(ServerEvent(number: number))
                if number % 17 == 0 { await Task.yield() }
            }
            mailbox.end()
            let numbers = await seen
            #expect(numbers.last == last)
            #expect(numbers == numbers.sorted())
        }
    }

    @Test("a reader who comes back gets what is newer than what it knows")
    func comingBack() async {
        let source = EventSource()
        source.send(ServerEvent(number: 5))
        for (known, expected) in [(nil, 5), (4, 5), (5, nil), (6, nil)] as [(UInt64?, UInt64?)] {
            let mailbox = Mailbox()
            source.join(mailbox, after: known)
            mailbox.end()
            #expect(await mailbox.next() == expected.map { .event(ServerEvent(number: $0)) })
        }
    }

    @Test("a place is given back when its stream is gone, sent or not")
    func places() throws {
        let (source, streams) = (EventSource(), OpenStreams(most: 2))
        do {
            let held = [
                try EventStream(source, after: nil, streams), try EventStream(source, after: nil, streams),
            ]
            #expect(throws: Refusal(.busy, retryAfter: .seconds(30))) {
                try EventStream(source, after: nil, streams)
            }
            #expect(held.count == streams.count)
            #expect(source.followerCount == 2)
        }
        #expect(streams.count == 0)
        #expect(source.followerCount == 0)
        streams.end()
        #expect(throws: Refusal(.busy, retryAfter: .seconds(30))) {
            try EventStream(source, after: nil, streams)
        }
    }

    /// A server that has one source of events at every address.
    private static func with(
        _ source: EventSource,
        _ streams: OpenStreams,
        heartbeat: Duration = .seconds(15),
        _ body: @Sendable (LocalServer.Running) async throws -> Void
    ) async throws {
        let server = LocalServer(port: 0, logger: TestServer.logger, streams: streams, heartbeat: heartbeat)
        try await TestServer.with(
            server,
            { request, _ in
                do throws(Refusal) {
                    let incoming = try Incoming(request.head, peer: nil, front: .direct)
                    let body = request.body
                    let sending = Answer.Sending(isHead: false, knownTag: nil, front: .direct, body: body)
                    return try Answer.events(source, for: incoming).response(sending, streams)
                } catch {
                    return Response(status: .init(code: error.code.status), headers: [.connection: "close"])
                }
            },
            body
        )
    }

    private static let request = ByteBuffer(string: "GET / HTTP/1.1\r\nHost: x\r\n\r\n")

    @Test("a stream shows events, signs of life, and ends when the server is asked to stop")
    func stream() async throws {
        let (source, streams) = (EventSource(), OpenStreams())
        try await Self.with(source, streams, heartbeat: .milliseconds(50)) { server in
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(Self.request)
                #expect(await reader.until("retry: 3000\n\n"))
                #expect(reader.text.lowercased().contains("content-type: text/event-stream"))
                #expect(reader.text.lowercased().contains("cache-control: no-store"))
                #expect(await reader.until(":\n\n"))
                source.send(ServerEvent(number: 9, data: "x"))
                #expect(await reader.until("id: 9\ndata: x\n\n"))
                server.askToStop()
                #expect(await reader.until("0\r\n\r\n"), "the answer ends as it should")
                await reader.untilClosed()
            }
            #expect(streams.count == 0)
        }
    }

    @Test("a stream ends with its source, and when its reader has gone")
    func ends() async throws {
        let (source, streams) = (EventSource(), OpenStreams())
        try await Self.with(source, streams) { server in
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(Self.request)
                #expect(await reader.until("retry: 3000\n\n"))
                #expect(streams.count == 1)
            }
            // Long before any heartbeat.
            while streams.count > 0 { try await Task.sleep(for: .milliseconds(5)) }
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(Self.request)
                #expect(await reader.until("retry: 3000\n\n"))
                source.end()
                #expect(await reader.until("0\r\n\r\n"))
            }
        }
    }

    @Test("five hundred readers all hear of it, and one more than there is room for is told to wait")
    func many() async throws {
        let (source, streams) = (EventSource(), OpenStreams(most: 500))
        let (ready, continuation) = AsyncStream.makeStream(of: Void.self)
        try await Self.with(source, streams) { server in
            let port = server.port
            try await withThrowingTaskGroup(of: Bool.self) { tasks in
                for _ in 0..<500 {
                    tasks.addTask { try await Self.follow(port, until: "id: 3\n") { continuation.yield() } }
                }
                var readers = ready.makeAsyncIterator()
                for _ in 0..<500 { await readers.next(isolation: #isolation) }
                let refused = try await RawClient.with(server.port) { reader, writer in
                    try await writer.write(Self.request)
                    _ = await reader.until("\r\n\r\n")
                    return reader.text
                }
                #expect(refused.hasPrefix("HTTP/1.1 503"))
                for number in 1...3 as ClosedRange<UInt64> { source.send(ServerEvent(number: number)) }
                for try await heard in tasks { #expect(heard) }
            }
        }
    }

    /// Follows a stream until something comes; false when it ends before.
    private static func follow(
        _ port: Int,
        until part: String,
        opened: @Sendable () -> Void
    ) async throws -> Bool {
        try await RawClient.with(port) { reader, writer in
            try await writer.write(request)
            guard await reader.until("retry: 3000\n\n") else { return false }
            opened()
            return await reader.until(part)
        }
    }

    @Test("a reader that does not read gets only the newest, once it does")
    func slow() async throws {
        let (source, streams) = (EventSource(), OpenStreams())
        let (sent, text) = (UInt64(3_000), String(repeating: "x", count: 16_000))
        try await Self.with(source, streams) { server in
            try await RawClient.with(server.port) { reader, writer in
                try await writer.write(Self.request)
                #expect(await reader.until("retry: 3000\n\n"))
                for number in 1...sent {
                    source.send(ServerEvent(number: number, data: text))
                    if number % 50 == 0 { try await Task.sleep(for: .milliseconds(2)) }
                }
                var received = 0
                while !reader.text.contains("id: \(sent)\n") {
                    reader.keep(last: 64)
                    guard await reader.more() else { break }
                    received += reader.text.utf8.count
                }
                #expect(reader.text.contains("id: \(sent)\n"))
                let count = received / text.utf8.count
                #expect(count < Int(sent) / 2, "\(count) of \(sent) events")
            }
        }
    }
}
