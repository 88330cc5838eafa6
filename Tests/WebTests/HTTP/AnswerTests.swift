import Elections
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("Answers")
struct AnswerTests {
    private static func sending(
        _ front: Front = .direct,
        isHead: Bool = false,
        knownTag: String? = nil
    ) -> Answer.Sending {
        Answer.Sending(
            isHead: isHead,
            knownTag: knownTag,
            front: front,
            body: RequestBody(buffer: ByteBuffer())
        )
    }

    private static func response(_ answer: Answer, _ sending: Answer.Sending = sending()) throws -> Response {
        try answer.response(sending, OpenStreams())
    }

    @Test(
        "a cookie is set strictly",
        arguments: [
            ("abc", nil, .direct, "s=abc; Path=/; HttpOnly; SameSite=Strict", "while the browser runs"),
            (
                "a=b", .seconds(60), .proxy(secure: true),
                "__Host-s=a=b; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60", "over TLS"
            ),
            ("", .zero, .proxy(secure: false), "s=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0", "its end"),
            (
                "", .seconds(-5), .direct, "s=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0",
                "no time is its end"
            ),
            ("a\r\nSet-Cookie: x=1", nil, .direct, nil, "another header"),
            ("a;b", nil, .direct, nil, "another attribute"),
            ("a b", nil, .direct, nil, "a space"), ("a\u{0}", nil, .direct, nil, "a NUL"),
            ("é", nil, .direct, nil, "no ASCII"),
            ("\"", nil, .direct, nil, "a quotation mark"),
            (String(repeating: "a", count: 2_001), nil, .direct, nil, "long"),
        ] as [(String, Duration?, Front, String?, String)]
    )
    func cookie(value: String, lifetime: Duration?, front: Front, text: String?, why: String) {
        #expect(SetCookie(CookieName("s"), value, lifetime: lifetime)?.text(over: front) == text, "\(why)")
    }

    @Test("cookies that are set are read again, each in a header of its own")
    func cookies() throws {
        for front in [Front.direct, .proxy(secure: true), .proxy(secure: false)] {
            var answer = Answer.page(.empty)
            answer.cookies = [
                try #require(SetCookie(CookieName("a"), "1", lifetime: nil)), .removing(CookieName("b")),
            ]
            let headers = try Self.response(answer, Self.sending(front)).headers[values: .setCookie]
            #expect(headers.count == 2)
            let sent = headers.compactMap { $0.split(separator: ";").first }.joined(separator: "; ")
            let incoming = try Incoming(
                IncomingTests.head("/", .get, [("Cookie", sent)]),
                peer: nil,
                front: front
            )
            #expect(incoming.cookie(CookieName("a")) == "1")
            #expect(incoming.cookie(CookieName("b"))?.isEmpty == true)
        }
    }

    @Test(
        "a place to be sent to is on this site",
        arguments: [
            ("/", true), ("/desk?page=2#x", true), ("/a%2Fb", true), ("", false), ("desk", false),
            ("//evil.example", false), ("/\\evil.example", false), ("https://evil.example", false),
            ("/\t/evil.example", false), ("/a\r\nLocation: x", false), ("/a b", false), ("/é", false),
            ("/\u{0}", false),
            ("/" + String(repeating: "a", count: 2_000), false),
        ]
    )
    func place(text: String, isOne: Bool) {
        #expect((LocalPath(text)?.text == text) == isOne)
    }

    @Test("a place made of a path and a query is one, whatever stands in them")
    func madePlace() throws {
        let place = LocalPath(RequestPath(steps: ["desk", "a/b ?"]), query: ["next": "/desk?x=1&y=\r\n"])
        #expect(place.text == "/desk/a%2Fb%20%3F?next=%2Fdesk%3Fx%3D1%26y%3D%0D%0A")
        #expect(LocalPath(place.text) == place)
        let response = try Self.response(.seeOther(place))
        #expect(response.status.code == 303)
        #expect(response.headers[.location] == place.text)
        #expect(response.headers[.contentLength] == "0")
    }

    @Test("a download is named as it was, and the name stays within its header")
    func download() throws {
        var answer = Answer.bytes([1], .pdf)
        answer.download = FileName("hasil é\"; x=\r\n1.pdf")
        let header = try Self.response(answer).headers[.contentDisposition]
        #expect(
            header
                == "attachment; filename=\"hasil______x_1.pdf\"; filename*=UTF-8''hasil%20%C3%A9%22%3B%20x%3D1.pdf"
        )
    }

    @Test("a private answer is kept by nobody; an unchanged one is not sent again")
    func caching() throws {
        #expect(try Self.response(.page(.empty)).headers[.cacheControl] == "no-store")
        #expect(try Self.response(.page(.empty)).headers[.eTag] == nil)
        var answer = Answer.bytes([1, 2], .bytes)
        answer.caching = .revalidated
        let first = try Self.response(answer)
        let tag = try #require(first.headers[.eTag])
        let cases: [(String, Int)] = [
            (tag, 304), ("W/\(tag)", 304), ("\"x\", \(tag)", 304), ("*", 304), ("\"x\"", 200), ("", 200),
        ]
        for (known, status) in cases {
            #expect(
                try Self.response(answer, Self.sending(knownTag: known)).status.code == status,
                "\(known)"
            )
        }
        answer.caching = .forever
        #expect(try Self.response(answer).headers[.cacheControl] == "public, max-age=31536000, immutable")
    }

    @Test("who asks for the head gets the length and nothing else")
    func head() throws {
        let response = try Self.response(.bytes([1, 2, 3], .json), Self.sending(isHead: true))
        #expect(response.headers[.contentLength] == "3")
        #expect(response.body.contentLength == 0)
        let source = EventSource()
        _ = try Self.response(
            Answer(status: 200, .events(source, after: nil), policy: .data),
            Self.sending(isHead: true)
        )
        #expect(source.followerCount == 0)
    }

    @Test(
        "every kind of page has its policy; nothing inline, nothing from elsewhere",
        arguments: PagePolicy.allCases
    )
    func policies(policy: PagePolicy) throws {
        let headers = policy.headers
        let security = try #require(headers[.contentSecurityPolicy])
        #expect(security.hasPrefix("default-src 'none'; "))
        #expect(!security.contains("unsafe"))
        #expect(!security.contains("http"))
        #expect(!security.contains("*"))
        #expect(security.contains("base-uri 'none'"))
        #expect(security.contains(policy == .shown ? "frame-ancestors 'self'" : "frame-ancestors 'none'"))
        #expect(security.contains("script-src") == (policy == .desk))
        #expect(security.contains("form-action 'self'") == (policy == .desk))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers["Referrer-Policy"] == "same-origin")
        #expect((headers["Cross-Origin-Opener-Policy"] == "same-origin") == (policy != .site))
        #expect((headers["Cross-Origin-Resource-Policy"] == "same-origin") == (policy != .site))
        #expect((headers["Permissions-Policy"] == nil) == (policy == .site))
    }
}

@Suite("Refusals")
struct RefusalTests {
    private struct Problem: Decodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let code: String
        let field: String?
    }

    private func answer(_ refusal: Refusal, _ language: Language, _ form: Accepted) throws -> (
        [UInt8], Response
    ) {
        let answer = refusal.answer(language, as: form)
        guard case .bytes(let bytes, _) = answer.content else { return ([], Response(status: .ok)) }
        let body = RequestBody(buffer: ByteBuffer())
        let sending = Answer.Sending(isHead: false, knownTag: nil, front: .direct, body: body)
        return (bytes, try answer.response(sending, OpenStreams()))
    }

    @Test(
        "each refusal says what to do, in both languages, to people and to programs",
        arguments: Refusal.Code.allCases
    )
    func words(code: Refusal.Code) throws {
        for language in Language.allCases {
            let words = (title: code.words.title[language], advice: code.words.advice[language])
            let (page, response) = try answer(Refusal(code), language, .html)
            #expect(response.status.code == code.status)
            #expect(response.headers[.contentType] == "text/html; charset=utf-8")
            #expect(response.headers[.cacheControl] == "no-store")
            let text = String(decoding: page, as: UTF8.self)
            #expect(text.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(text.contains(HTML.tag("h1", text: words.title).description))
            #expect(text.contains(HTML.tag("p", text: words.advice).description))
            let (json, problem) = try answer(Refusal(code, field: "a\"b"), language, .json)
            #expect(problem.headers[.contentType] == "application/problem+json")
            let read = try JSONDecoder().decode(Problem.self, from: Data(json))
            #expect(read.status == code.status)
            #expect((read.title, read.detail) == words)
            #expect((read.code, read.field, read.type) == (code.rawValue, "a\"b", "about:blank"))
        }
        #expect(code.words.title[.indonesian] != code.words.title[.english])
        #expect(code.words.advice[.indonesian] != code.words.advice[.english])
    }

    @Test("no two refusals read the same, but for the two kinds of an unreadable request")
    func distinct() {
        #expect(Set(Refusal.Code.allCases.map(\.words)).count == Refusal.Code.allCases.count - 1)
    }

    @Test("every status that is promised is there")
    func statuses() {
        let promised: Set = [400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503]
        #expect(Set(Refusal.Code.allCases.map(\.status)) == promised)
    }

    @Test("what else an answer must say")
    func headers() throws {
        let busy = try answer(Refusal(.busy, retryAfter: .milliseconds(1_500)), .english, .html)
        #expect(busy.1.headers[.retryAfter] == "2")
        #expect(String(decoding: busy.0, as: UTF8.self).contains("Try again after 2 seconds."))
        #expect(
            try answer(Refusal(.method, allow: [.get, .head]), .english, .json).1.headers[.allow]
                == "GET, HEAD"
        )
        #expect(try answer(Refusal(.signIn), .english, .json).1.headers[.wwwAuthenticate] == "Session")
    }

    @Test("a hostile field's name stays a name")
    func hostile() throws {
        let page = try answer(Refusal(.fieldMissing, field: "<script>"), .english, .html).0
        #expect(!String(decoding: page, as: UTF8.self).contains("<script"))
    }
}
