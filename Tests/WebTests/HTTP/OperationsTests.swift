import Elections
import NIOCore
import Testing

@testable import Web

@Suite("A desk over HTTP", .timeLimit(.minutes(1)))
struct OperationsTests {
    enum Right: Sendable {
        case everybody
        case typist
    }

    private static let session = CookieName("session")
    private static let token = FormToken(text: "0123456789")

    private static func endpoint(
        _ method: Web.Method,
        _ path: PathPattern,
        _ right: Right = .everybody,
        takes: Endpoint<Right, String>.Taken = .nothing,
        handler: @escaping Endpoint<Right, String>.Handler
    ) -> Endpoint<Right, String> {
        Endpoint(method, path, right, LocalizedText(id: "Uji", en: "Test"), takes: takes, handler: handler)
    }

    /// A small desk: a page, a form, an upload, an interface for programs, a download.
    private static func desk() throws -> Operations<Right, String> {
        let table = try EndpointTable<Right, String>([
            endpoint(.get, .root) { call async throws(Refusal) in
                .page(PlainPage.document(title: "Meja", call.incoming.language) { HTML.script(Scripts.live) })
            },
            endpoint(.post, "sign-in", takes: .form) { call async throws(Refusal) in
                let fields = try await call.body.form()
                try token.check(fields)
                guard let cookie = SetCookie(session, try fields.required("name"), lifetime: .seconds(60)),
                    let desk = LocalPath("/desk")
                else { throw Refusal(.fieldInvalid, field: "name") }
                var answer = Answer.seeOther(desk)
                answer.cookies = [cookie]
                return answer
            },
            endpoint(.get, "desk", .typist) { call async throws(Refusal) in
                .page(PlainPage.document(title: call.caller, call.incoming.language) { call.caller })
            },
            endpoint(.post, "files", takes: .files(Multipart.Bounds(bytes: 8 << 20))) {
                call async throws(Refusal) in
                let parts = try call.body.parts(Multipart.Bounds(bytes: 8 << 20))
                var lines: [String] = []
                while let part = try await parts.next() {
                    var (size, sum) = (0, UInt64(0))
                    do {
                        for try await chunk in part.chunks {
                            size += chunk.count
                            sum = chunk.reduce(sum) { $0 &* 31 &+ UInt64($1) }
                        }
                    } catch { throw error as? Refusal ?? Refusal(.failed) }
                    lines.append("\(part.head.name) \(part.head.fileName?.shown ?? "-") \(size) \(sum)")
                }
                return .bytes(Array(lines.joined(separator: "\n").utf8), .text)
            },
            endpoint(.put, "api/count", takes: .json) { call async throws(Refusal) in
                .bytes(try await call.body.json(), .json)
            },
            endpoint(.get, "download") { _ async throws(Refusal) in
                let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
                    for number in 0..<3 { continuation.yield(Array("\(number)".utf8)) }
                    continuation.finish()
                }
                var answer = Answer(status: 200, .stream(chunks, .bytes, length: 3), policy: .data)
                answer.download = FileName("a.bin")
                return answer
            },
            endpoint(.get, "busy") { _ async throws(Refusal) in throw Refusal(.busy, retryAfter: .seconds(7))
            },
        ])
        return Operations(table, front: .direct, streams: OpenStreams()) {
            incoming,
            right async throws(Refusal) in
            let name = incoming.cookie(session)
            switch (right, name) {
            case (.everybody, _): return name ?? "nobody"
            case (.typist, nil): throw Refusal(.signIn)
            case (.typist, "guest"): throw Refusal(.forbidden)
            case (.typist, .some(let name)): return name
            }
        }
    }

    /// What comes back for a request whose connection ends with it.
    private static func ask(
        _ port: Int,
        _ line: String,
        _ headers: [String] = [],
        body: String = ""
    ) async throws -> String {
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let lines = ["\(line) HTTP/1.1", "Host: desk", "Connection: close"] + length + headers
        return try await RawClient.answer(port, to: lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    private static let form = "Content-Type: application/x-www-form-urlencoded"

    @Test(
        "a request gets what it deserves",
        arguments: [
            (
                "GET /", [], "", 200, ["<html lang=\"id\">", "script-src 'self'", "Cache-Control: no-store"],
                "a page"
            ),
            ("GET /en", [], "", 200, ["<html lang=\"en\">"], "in English"),
            ("HEAD /", [], "", 200, ["Content-Length: "], "its head"),
            ("GET /nothing", [], "", 404, ["Halaman tidak ada"], "nothing there"),
            ("GET /en/nothing", [], "", 404, ["No such page"], "in English"),
            ("GET /..", [], "", 400, ["Permintaan tidak terbaca"], "no request"),
            (
                "GET /en/%00", ["Accept: application/json"], "", 400,
                ["\"code\":\"malformed\"", "cannot be read"], "for programs"
            ),
            ("DELETE /", [], "", 405, ["Allow: GET, HEAD"], "not here"),
            ("PATCH /", [], "", 405, ["Allow: GET, HEAD, POST, PUT, DELETE"], "nowhere"),
            ("GET /busy", [], "", 503, ["Retry-After: 7", "setelah 7 detik"], "later"),
            ("GET /desk", [], "", 401, ["WWW-Authenticate: Session", "Perlu masuk dulu"], "nobody"),
            ("GET /desk", ["Cookie: session=guest"], "", 403, ["Tidak berwenang"], "somebody who may not"),
            ("GET /desk", ["Cookie: session=ani"], "", 200, ["<title>ani"], "somebody who may"),
            ("GET /desk", ["Cookie: session=ani; session=budi"], "", 401, ["Perlu masuk"], "two at once"),
            (
                "POST /sign-in", [form], "token=0123456789&name=ani", 303,
                [
                    "Location: /desk",
                    "Set-Cookie: session=ani; Path=/; HttpOnly; SameSite=Strict; Max-Age=60",
                ], "a form"
            ),
            (
                "POST /sign-in", [form, "Origin: http://desk"], "token=0123456789&name=ani", 303, [],
                "from our page"
            ),
            (
                "POST /sign-in", [form, "Origin: http://evil"], "token=0123456789&name=ani", 403,
                ["situs lain"], "from another"
            ),
            ("POST /sign-in", [form], "token=x&name=ani", 403, ["kedaluwarsa"], "an old form"),
            ("POST /sign-in", [form], "token=0123456789", 422, ["<code>name</code>"], "a field is missing"),
            (
                "POST /sign-in", [form], "token=0123456789&name=a&name=b", 400, ["tidak terbaca"],
                "a field twice"
            ),
            (
                "POST /sign-in", [form], "token=0123456789&name=a;b", 422, ["tidak mungkin"],
                "what no cookie can hold"
            ),
            ("POST /sign-in", ["Content-Type: text/plain"], "name=ani", 415, ["tidak diterima"], "no form"),
            (
                "POST /sign-in", [form], String(repeating: "a=1&", count: 2_001), 413, ["terlalu besar"],
                "too many fields"
            ),
            (
                "POST /sign-in", [form], "a=" + String(repeating: "x", count: 262_143), 413,
                ["terlalu besar"], "too long"
            ),
            (
                "PUT /api/count", ["Content-Type: application/json"], "{\"n\":1}", 200,
                ["{\"n\":1}", "sandbox"], "JSON"
            ),
            (
                "PUT /api/count", ["Content-Type: application/json", "Accept-Language: en"], "\u{0}é", 200,
                ["é"], "any UTF-8"
            ),
            (
                "GET /download", [], "", 200,
                ["Content-Length: 3", "attachment; filename=\"a.bin\"", "\r\n\r\n012"], "a stream"
            ),
        ] as [(String, [String], String, Int, [String], String)]
    )
    func answers(
        line: String,
        headers: [String],
        body: String,
        status: Int,
        parts: [String],
        why: String
    ) async throws {
        try await TestServer.with(try Self.desk()) { server in
            let answer = try await Self.ask(server.port, line, headers, body: body)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(why): \(answer.prefix(200))")
            for part in parts { #expect(answer.lowercased().contains(part.lowercased()), "\(why): \(part)") }
            #expect(answer.lowercased().contains("x-content-type-options: nosniff"), "\(why)")
            if line.hasPrefix("HEAD") { #expect(answer.hasSuffix("\r\n\r\n"), "\(why)") }
        }
    }

    @Test("what goes with a page comes from the address the page names, and stays there for ever")
    func assets() async throws {
        try await TestServer.with(try Self.desk()) { server in
            for asset in Scripts.all + Assets.all {
                let answer = try await Self.ask(server.port, "GET \(asset.path)")
                #expect(answer.hasPrefix("HTTP/1.1 200 "))
                #expect(answer.contains("immutable"))
                #expect(answer.contains(asset.type))
                #expect(answer.hasSuffix(String(decoding: asset.bytes, as: UTF8.self)))
            }
            #expect(try await Self.ask(server.port, "GET /assets/0/live.js").hasPrefix("HTTP/1.1 404"))
        }
    }

    @Test("files come in as they are, in chunks of any size", arguments: [true, false])
    func upload(isChunked: Bool) async throws {
        let file = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let sum = file.reduce(UInt64(0)) { $0 &* 31 &+ UInt64($1) }
        var body = ByteBuffer(string: "--b\r\nContent-Disposition: form-data; name=note\r\n\r\nhi\r\n--b\r\n")
        body.writeString("Content-Disposition: form-data; name=photo; filename=\"../c1.jpg\"\r\n\r\n")
        body.writeBytes(file)
        body.writeString("\r\n--b--\r\n")
        let (whole, length) = (body, body.readableBytes)
        try await TestServer.with(try Self.desk()) { server in
            try await RawClient.with(server.port) { reader, writer in
                let framing = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: \(length)"
                try await writer.write(
                    ByteBuffer(
                        string: "POST /files HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\(framing)\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
                    )
                )
                var rest = whole
                while let chunk = rest.readSlice(length: min(65_521, rest.readableBytes)),
                    chunk.readableBytes > 0
                {
                    guard isChunked else {
                        try await writer.write(chunk)
                        continue
                    }
                    var framed = ByteBuffer(string: String(chunk.readableBytes, radix: 16) + "\r\n")
                    framed.writeImmutableBuffer(chunk)
                    framed.writeString("\r\n")
                    try await writer.write(framed)
                }
                if isChunked { try await writer.write(ByteBuffer(string: "0\r\n\r\n")) }
                await reader.untilClosed()
                #expect(reader.text.contains("note - 2 "))
                #expect(reader.text.contains("photo c1.jpg \(file.count) \(sum)"))
            }
        }
    }

    @Test("a body that is cut is no body, however it was announced", arguments: [true, false])
    func cut(isChunked: Bool) async throws {
        try await TestServer.with(try Self.desk()) { server in
            let framing = isChunked ? "Transfer-Encoding: chunked\r\n\r\n8\r\n" : "Content-Length: 8\r\n\r\n"
            let text = try await RawClient.with(server.port) { reader, writer in
                try await writer.write(
                    ByteBuffer(
                        string: "PUT /api/count HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\n"
                            + framing + "{\"n\":1}"
                    )
                )
                writer.finish()
                await reader.untilClosed()
                return reader.text
            }
            #expect(!text.contains("200 OK"))
        }
    }

    @Test("a connection serves one request after the other, also after one that was refused unread")
    func keepAlive() async throws {
        try await TestServer.with(try Self.desk()) { server in
            try await RawClient.with(server.port) { reader, writer in
                let body = String(repeating: "x", count: 300_000)
                try await writer.write(
                    ByteBuffer(
                        string:
                            "POST /sign-in HTTP/1.1\r\nHost: desk\r\nContent-Length: 300000\r\n\r\n\(body)"
                            + "GET /desk HTTP/1.1\r\nHost: desk\r\nCookie: session=ani\r\n\r\n"
                    )
                )
                #expect(await reader.until("<title>ani"))
                #expect(reader.text.hasPrefix("HTTP/1.1 413"))
            }
        }
    }
}
