import Elections
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Requests as values")
struct IncomingTests {
    static func head(
        _ target: String,
        _ method: HTTPRequest.Method = .get,
        host: String? = "desk.example",
        _ fields: [(String, String)] = []
    ) -> HTTPRequest {
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: target)
        for (name, value) in fields {
            guard let name = HTTPField.Name(name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: value))
        }
        return head
    }

    @Test(
        "a path is read to its steps",
        arguments: [
            ("/", [], "the root has none"),
            ("/desk/73.12/stations/1", ["desk", "73.12", "stations", "1"], "as it stands"),
            ("/a%20b/%C3%A9", ["a b", "é"], "escapes are UTF-8"),
            ("/a+b", ["a+b"], "a plus is a space in forms only"),
            ("/a;b=1", ["a;b=1"], "no parameters of steps"),
            ("/a?b=/../c", ["a"], "what stands in the query is none of the path's"),
            ("/en/desk", ["desk"], "the language is no step"),
            ("/...", ["..."], "three dots lead nowhere else"),
        ]
    )
    func path(target: String, steps: [String], why: String) throws {
        let incoming = try Incoming(Self.head(target), peer: nil, front: .direct)
        #expect(incoming.path.steps == steps, "\(why)")
        #expect(try RequestPath(parsing: incoming.path.text) == incoming.path, "\(why)")
    }

    @Test(
        "a path that leads round about is refused",
        arguments: [
            ("", "no path"), ("desk", "no slash"), ("*", "the server itself"),
            ("http://other/", "another host"),
            ("//", "an empty step"), ("/a//b", "an empty step"), ("/a/", "another address of the same page"),
            ("/..", "up"), ("/a/../b", "up"), ("/a/%2e%2e/b", "up, hidden"), ("/.", "stays"),
            ("/a%2Fb", "a slash, hidden"), ("/a%5cb", "a backslash, hidden"), ("/a\\b", "a backslash"),
            ("/a%00", "a NUL"), ("/a%0d%0aSet-Cookie:", "lines' ends"), ("/%7f", "a control character"),
            ("/%", "a cut escape"), ("/%4", "a cut escape"), ("/%zz", "no escape"), ("/%ff", "no UTF-8"),
            ("/%c0%af", "an overlong slash"), ("/é", "not encoded"), ("/a b", "a space"),
            ("/" + String(repeating: "a", count: 1_000), "too long"),
            ("/?" + String(repeating: "a", count: 9_000), "too long a query"),
            ("/?%zz=1", "no escape in the query"), ("/?=1", "a value without a name"),
        ]
    )
    func roundabout(target: String, why: String) {
        #expect(throws: Refusal(.malformed), "\(why)") {
            try Incoming(Self.head(target), peer: nil, front: .direct)
        }
    }

    @Test(
        "the page that is read is the address, or the one a form was sent from",
        arguments: [
            (HTTPRequest.Method.get, "http://desk.example/desk/x", ["a"], "q", "an address is read itself"),
            (.post, "http://desk.example/desk/x?n=1", ["desk", "x"], "n", "a form has its page"),
            (.post, "https://desk.example/en/desk", ["desk"], nil, "in either language, behind a proxy"),
            (.post, nil, nil, nil, "a browser that does not say"),
            (.post, "http://other.example/desk/x", nil, nil, "another site"),
            (.post, "http://other.example/?://desk.example//x", nil, nil, "no path"),
            (.post, "http://desk.example", nil, nil, "a site and no page"),
            (.post, "http://desk.example/desk/../x", nil, nil, "round about"),
        ] as [(HTTPRequest.Method, String?, [String]?, String?, String)]
    )
    func page(
        method: HTTPRequest.Method,
        referer: String?,
        steps: [String]?,
        name: String?,
        why: String
    ) throws {
        let head = Self.head("/a?q=1", method, referer.map { [("Referer", $0)] } ?? [])
        let page = try Incoming(head, peer: nil, front: .direct).page
        #expect(page?.path.steps == steps, "\(why)")
        #expect(page?.query.names == steps.map { _ in name.map { [$0] } ?? [] }, "\(why)")
    }

    @Test(
        "a head that could be read in two ways is refused",
        arguments: [
            ("Host", "other.example", "two hosts: a proxy may have taken the other"),
            ("Content-Length", "-1", "no length"), ("Content-Length", "+1", "another spelling"),
            ("Content-Length", "01", "another spelling"), ("Content-Length", "1, 1", "two lengths"),
            ("Content-Type", "text", "no type"), ("Content-Type", "a/b; c", "no parameter"),
            ("Content-Type", "a/b; c=1; C=2", "a parameter twice"), ("Content-Type", "a/b, c/d", "two types"),
            ("Cookie", String(repeating: "a=1;", count: 3_000), "more than a browser sends"),
        ]
    )
    func ambiguous(name: String, value: String, why: String) {
        #expect(throws: Refusal(.malformed), "\(why)") {
            try Incoming(Self.head("/", .post, [(name, value)]), peer: nil, front: .direct)
        }
    }

    @Test("a request without a host, or with an unknown method, is refused")
    func headless() throws {
        for host in [nil, "", String(repeating: "a", count: 300)] {
            #expect(throws: Refusal(.malformed)) {
                try Incoming(Self.head("/", host: host), peer: nil, front: .direct)
            }
        }
        for method in [HTTPRequest.Method.trace, .connect, .options, .patch] {
            #expect(throws: Refusal(.method, allow: Method.allCases)) {
                try Incoming(Self.head("/", method), peer: nil, front: .direct)
            }
        }
    }

    @Test("a query has a bounded number of fields, and a name once unless a list is asked for")
    func query() throws {
        let incoming = try Incoming(Self.head("/?a=1+2&b=%26&b=&c&&d=x=y"), peer: nil, front: .direct)
        #expect(incoming.query.names == ["a", "b", "c", "d"])
        #expect(try incoming.query.text("a") == "1 2")
        #expect(incoming.query.list("b") == ["&", ""])
        #expect(try incoming.query.text("c")?.isEmpty == true)
        #expect(try incoming.query.text("d") == "x=y")
        #expect(try incoming.query.text("e") == nil)
        #expect(throws: Refusal(.fieldTwice, field: "b")) { try incoming.query.text("b") }
        #expect(throws: Refusal(.fieldMissing, field: "e")) { try incoming.query.required("e") }
        #expect(throws: Refusal(.fieldInvalid, field: "a")) { try incoming.query.value("a", Int.init) }
        let many = (0...100).map { "f\($0)=" }.joined(separator: "&")
        #expect(throws: Refusal(.tooLarge)) {
            try Incoming(Self.head("/?" + many), peer: nil, front: .direct)
        }
    }

    @Test(
        "the form of the answer",
        arguments: [
            (nil, .html, "nothing said"), ("*/*", .html, "anything"), ("image/png", .html, "nothing of ours"),
            ("application/json", .json, "said"), ("text/event-stream", .eventStream, "said"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html, "a browser"),
            ("text/html;q=0.5, application/json;q=0.9", .json, "weighed"),
            ("text/html;q=0, application/json;q=0.001", .json, "the other is refused"),
            ("application/json;q=x, text/html;q=0.1", .html, "no weight is none"),
            ("APPLICATION/JSON ; charset=utf-8", .json, "another spelling"),
        ] as [(String?, Accepted, String)]
    )
    func accepted(header: String?, form: Accepted, why: String) throws {
        let fields = header.map { [("Accept", $0)] } ?? []
        let incoming = try Incoming(Self.head("/", .get, fields), peer: nil, front: .direct)
        #expect(incoming.accepts == form, "\(why)")
    }

    @Test(
        "the language is the address's; programs may say theirs",
        arguments: [
            ("/", "en", "text/html", .indonesian, "the page's address decides"),
            ("/en", "id", "text/html", .english, "the page's address decides"),
            ("/", "en-GB,id;q=0.5", "application/json", .english, "the first of ours"),
            ("/", "de, id", "application/json", .indonesian, "the first of ours"),
            ("/", "de", "application/json", .indonesian, "none of ours"),
            ("/english", "", "text/html", .indonesian, "another word"),
        ] as [(String, String, String, Language, String)]
    )
    func language(path: String, prefers: String, accept: String, language: Language, why: String) throws {
        let head = Self.head(path, .get, [("Accept", accept), ("Accept-Language", prefers)])
        #expect(try Incoming(head, peer: nil, front: .direct).language == language, "\(why)")
    }

    @Test(
        "who asks",
        arguments: [
            (.direct, [], "10.0.0.1", "the other end"),
            (.direct, ["1.2.3.4"], "10.0.0.1", "anybody can say that"),
            (.proxy(secure: true), ["1.2.3.4"], "1.2.3.4", "the proxy says"),
            (.proxy(secure: true), ["6.6.6.6, 1.2.3.4"], "1.2.3.4", "the first is the reader's own word"),
            (.proxy(secure: true), ["6.6.6.6", "1.2.3.4"], "1.2.3.4", "two headers are one list"),
            (.proxy(secure: false), ["2001:db8::1"], "2001:db8::1", "six"),
            (.proxy(secure: true), ["unknown"], "10.0.0.1", "no address"),
            (.proxy(secure: true), ["1.2.3.4, "], "10.0.0.1", "no address last"),
            (.proxy(secure: true), [], "10.0.0.1", "nobody named"),
        ] as [(Front, [String], String, String)]
    )
    func peer(front: Front, forwarded: [String], peer: String, why: String) throws {
        let head = Self.head("/", .get, forwarded.map { ("X-Forwarded-For", $0) })
        #expect(try Incoming(head, peer: "10.0.0.1", front: front).peer == peer, "\(why)")
    }

    @Test(
        "a cookie",
        arguments: [
            ("s=abc", .direct, "abc", "as it is"), ("a=1; s=abc; b=2", .direct, "abc", "among others"),
            ("a=1;s=abc", .direct, "abc", "without a space"), ("s=", .direct, "", "empty"),
            ("s=a=b", .direct, "a=b", "a sign in its value"),
            ("s=1; s=2", .direct, nil, "two: one of them may be another host's"),
            ("S=1", .direct, nil, "names differ by case"), ("s", .direct, nil, "no value"),
            ("s=\"1\"", .direct, nil, "quoted"), ("s=a b", .direct, nil, "a space"),
            ("s=a,b", .direct, nil, "a comma"), ("s=é", .direct, nil, "no ASCII"),
            ("\"x; s=1", .direct, "1", "another's mistake"),
            ("s=1", .proxy(secure: true), nil, "without the prefix anybody in the domain sets it"),
            ("__Host-s=1", .proxy(secure: true), "1", "with the prefix"),
            ("__Host-s=1; s=2", .proxy(secure: true), "1", "the other is another"),
            ("s=1", .proxy(secure: false), "1", "no prefix without TLS"),
        ] as [(String, Front, String?, String)]
    )
    func cookie(header: String, front: Front, value: String?, why: String) throws {
        let incoming = try Incoming(Self.head("/", .get, [("Cookie", header)]), peer: nil, front: front)
        #expect(incoming.cookie(CookieName("s")) == value, "\(why)")
    }

    @Test("any text survives its encoding, in a path and in a field")
    func encoding() throws {
        var dice = Dice(salt: "percent coding")
        for _ in Dice.rounds(300) {
            let scalars = (0..<Int.random(in: 1...12, using: &dice)).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 1...(Bool.random(using: &dice) ? 0x7F : 0x2FFF), using: &dice)
                )
            }
            let text = String(String.UnicodeScalarView(scalars))
            let encoded = PercentCoding.encoded(text)
            #expect(PercentCoding.text(encoded.utf8) == text)
            #expect(try Fields(encoded: "x=\(encoded)".utf8, most: 1).text("x") == text)
            #expect(LocalPath("/" + encoded) != nil)
        }
    }

    @Test("bytes of any kind are a request or refused")
    func arbitrary() {
        var dice = Dice(salt: "targets")
        let alphabet = Array("/%.?&=;+ 2ef0\\\u{0}é")
        for _ in Dice.rounds(500) {
            let text = String(
                (0..<Int.random(in: 0...20, using: &dice)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &dice)]
                }
            )
            let head = Self.head(
                "/" + text,
                .get,
                [("Cookie", text), ("Accept", text), ("Content-Type", text)]
            )
            let incoming = try? Incoming(head, peer: nil, front: .proxy(secure: true))
            let steps = incoming?.path.steps ?? []
            #expect(!steps.contains { $0 == ".." || $0.utf8.contains(0x2F) || $0.utf8.contains(0) })
        }
    }
}

@Suite("Requests from other sites")
struct SameSiteTests {
    @Test(
        "what changes something comes from our own pages",
        arguments: [
            (
                .post, ["Origin": "https://desk.example", "Sec-Fetch-Site": "same-origin"], true,
                "our own page"
            ),
            (.post, ["Origin": "https://desk.example"], true, "an older browser"),
            (.post, ["Sec-Fetch-Site": "same-origin"], true, "enough by itself"),
            (.post, ["Origin": "HTTPS://DESK.EXAMPLE"], true, "case is no other host"),
            (.post, ["Origin": "http://desk.example"], false, "without TLS anybody writes that page"),
            (.post, ["Origin": "https://desk.example:8443"], false, "another port"),
            (.post, ["Origin": "https://evil.example"], false, "another host"),
            (.post, ["Origin": "https://desk.example.evil"], false, "another host"),
            (.post, ["Origin": "null"], false, "a page that hides where it is from"),
            (.post, ["Origin": ""], false, "nothing"),
            (
                .post, ["Origin": "https://desk.example", "Sec-Fetch-Site": "cross-site"], false,
                "both must agree"
            ),
            (
                .post, ["Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"], false,
                "both must agree"
            ),
            (.post, ["Sec-Fetch-Site": "same-site"], false, "a neighbour is another"),
            (.post, ["Sec-Fetch-Site": "none"], false, "typed: nobody types what changes something"),
            (.put, ["Sec-Fetch-Site": "cross-site"], false, "put"),
            (.delete, ["Sec-Fetch-Site": "cross-site"], false, "delete"),
            (.post, [:], true, "a program, speaking for nobody"),
            (.post, ["Cookie": "s=1"], false, "speaks for somebody, and hides where it is from"),
            (.get, ["Sec-Fetch-Site": "cross-site", "Cookie": "s=1"], true, "any page may link to ours"),
            (.head, ["Origin": "https://evil.example"], true, "changes nothing"),
        ] as [(HTTPRequest.Method, [String: String], Bool, String)]
    )
    func check(method: HTTPRequest.Method, fields: [String: String], passes: Bool, why: String) throws {
        let head = IncomingTests.head("/", method, fields.map { ($0.key, $0.value) })
        let incoming = try Incoming(head, peer: nil, front: .proxy(secure: true))
        if passes {
            #expect(throws: Never.self, "\(why)") { try SameSite.check(incoming) }
        } else {
            #expect(throws: Refusal(.otherSite), "\(why)") { try SameSite.check(incoming) }
        }
    }

    @Test("without TLS the origin is http")
    func plain() throws {
        let head = IncomingTests.head(
            "/",
            .post,
            host: "127.0.0.1:8080",
            [("Origin", "http://127.0.0.1:8080")]
        )
        try SameSite.check(try Incoming(head, peer: nil, front: .direct))
    }

    @Test(
        "a form's token",
        arguments: [
            ("abcd", "token=abcd", nil, "the very one"), ("abcd", "token=abce", .staleForm, "another"),
            ("abcd", "token=abc", .staleForm, "shorter"), ("abcd", "token=abcdabcd", .staleForm, "repeated"),
            ("abcd", "token=", .staleForm, "empty"), ("abcd", "", .staleForm, "none"),
            ("", "token=", .staleForm, "nothing is nobody's secret"),
            ("abcd", "token=abcd&token=abcd", .fieldTwice, "twice"),
        ] as [(String, String, Refusal.Code?, String)]
    )
    func token(secret: String, sent: String, refusal: Refusal.Code?, why: String) throws {
        let fields = try Fields(encoded: sent.utf8, most: 9)
        let code = Result { () throws(Refusal) in try FormToken(text: secret).check(fields) }
        #expect(code.failure?.code == refusal, "\(why)")
    }
}

extension Result {
    /// Why it failed; nil when it did not.
    var failure: Failure? { if case .failure(let failure) = self { failure } else { nil } }
}
