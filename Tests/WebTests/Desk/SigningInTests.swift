import Elections
import Office
import Testing

@testable import Accounts
@testable import Web

@Suite("Signing in over HTTP", .timeLimit(.minutes(2)))
struct SigningInTests {
    @Test("from the link on the console to the desk, under another token at each step")
    func firstAdministrator() async throws {
        try await DeskFixture.with { fixture, port in
            let link = try await fixture.signIn.makeFirstLink()
            let browser = DeskClient(port)
            let page = try await browser.get("/desk/first?link=\(link.text)")
            #expect(page.status == 200)
            let set = try await browser.post(
                "/desk/first",
                [
                    "link": link.text, "name": "admin-1", "new": DeskFixture.password,
                    "again": DeskFixture.password,
                ]
            )
            #expect(set.status == 303)
            #expect(set.header("Location") == "/desk/app", "an administrator needs an app")
            let first = try #require(browser.token)
            #expect(try await browser.get("/desk").header("Location") == "/desk/sign-in")
            let secret = try await browser.post("/desk/app")
            let text = try #require(secret.text(after: "<p class=\"secret\"><code>"))
            #expect(secret.body.contains("<svg class=\"qr\""))
            let key = DeskFixture.base32(text)
            let wrong = try await browser.post("/desk/app/code", ["code": "000000"])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("aria-invalid"))
            let codes = try await browser.post("/desk/app/code", ["code": fixture.code(key)])
            #expect(codes.status == 200)
            #expect(codes.count(of: "<li><code>") == 10)
            #expect(browser.token != first, "what was known before the app is of no use behind it")
            #expect(try await DeskClient(port, session: first).get("/desk").status == 303)
            #expect(try await browser.get("/desk").status == 200)
            #expect(codes.hidden("token") == browser.token.map(formText), "the page is of the new session")

            let organisation = await fixture.office.view.state.organisation
            #expect(organisation.accounts == ["admin-1": true])
            #expect(organisation.mandates.map(\.role) == [.administrator])
            #expect(organisation.mandates.map(\.basis) == ["first set-up"])
            let again = try await browser.get("/desk/first?link=\(link.text)")
            #expect(again.status == 404, "the link counts once")
        }
    }

    @Test(
        "a link sets nothing up when anything is wrong",
        arguments: [
            ("link", "0", 404, "no such link"),
            ("name", "Budi", 422, "capitals"),
            ("name", "budi.s", 422, "the journal has no dots"),
            ("new", "short", 422, "a short password"),
            ("again", "something else that is long", 422, "not the same"),
        ]
    )
    func firstRefused(field: String, value: String, status: Int, why: String) async throws {
        try await DeskFixture.with { fixture, port in
            let link = try await fixture.signIn.makeFirstLink()
            var fields = [
                "link": link.text, "name": "admin-1", "new": DeskFixture.password,
                "again": DeskFixture.password,
            ]
            fields[field] = value
            if field == "new" { fields["again"] = value }
            let reply = try await DeskClient(port).post(
                "/en/desk/first",
                [
                    "link": fields["link"] ?? "", "name": fields["name"] ?? "", "new": fields["new"] ?? "",
                    "again": fields["again"] ?? "",
                ]
            )
            #expect(reply.status == status, "\(why)")
            #expect(await fixture.office.view.state.organisation.accounts.isEmpty, "\(why)")
            #expect(try await fixture.signIn.accounts().isEmpty, "\(why)")
        }
    }

    @Test("a restored office takes one of its administrators, or a new one, and nobody else")
    func restored() async throws {
        for (name, status, acts, why) in [
            ("admin-1", 303, 1, "an administrator of the journal gets a sign-in, and no mandate"),
            ("admin-2", 303, 2, "a new one gets a mandate"),
            ("typist-1", 422, 1, "a typist stays one"),
        ] {
            try await DeskFixture.with { fixture, port in
                try await fixture.appoint(.administrator, "admin-1")
                try await fixture.appoint(.typist, "typist-1")
                let link = try await fixture.signIn.makeFirstLink()
                let page = try await DeskClient(port).get("/en/desk/first?link=\(link.text)")
                #expect(page.body.contains("Administrators by the journal: admin-1."))
                let reply = try await DeskClient(port).post(
                    "/en/desk/first",
                    [
                        "link": link.text, "name": name, "new": DeskFixture.password,
                        "again": DeskFixture.password,
                    ]
                )
                #expect(reply.status == status, "\(why)")
                let organisation = await fixture.office.view.state.organisation
                #expect(organisation.mandates.count { $0.role == .administrator } == acts, "\(why)")
            }
        }
    }

    @Test("a temporary password is changed, and the token with it")
    func temporary() async throws {
        try await DeskFixture.with { fixture, port in
            let account = try await fixture.appoint(.typist, "desk-1")
            let password = try await fixture.signIn.makeAccount(account, by: AccountName(parsing: "console"))
            let browser = DeskClient(port, session: String(repeating: "0", count: 64))
            let begun = try await browser.post(
                "/en/desk/sign-in?next=%2Fen%2Fdesk%2Faccount",
                ["name": "desk-1", "password": password.text]
            )
            #expect(begun.header("Location") == "/en/desk/new-password?next=%2Fen%2Fdesk%2Faccount")
            let first = try #require(browser.token)
            #expect(first != String(repeating: "0", count: 64), "a cookie that somebody planted is replaced")
            #expect(try await browser.get("/en/desk/account").status == 303, "nothing before the change")
            #expect(
                try await browser.post(
                    "/en/desk/new-password",
                    ["old": password.text, "new": "pemilu2029pemilu", "again": "pemilu2029pemilu"]
                ).status == 422
            )
            let changed = try await browser.post(
                "/en/desk/new-password?next=%2Fen%2Fdesk%2Faccount",
                ["old": password.text, "new": DeskFixture.password, "again": DeskFixture.password]
            )
            #expect(changed.header("Location") == "/en/desk/account")
            #expect(browser.token != first)
            #expect(try await browser.get("/en/desk/account").status == 200)
            let lines = try await fixture.securityLines()
            for secret in [password.text, DeskFixture.password, first, browser.token ?? "-"] {
                #expect(!lines.contains(secret), "no secret in the log")
            }
        }
    }

    @Test("a code is wanted where there is an app, and each counts once")
    func code() async throws {
        try await DeskFixture.with { fixture, port in
            let former = try await fixture.client(.resolver, port, name: "resolver-1")
            fixture.wait(.seconds(30))
            let code = try #require(fixture.code(of: "resolver-1"))
            let browser = DeskClient(port)
            let words: KeyValuePairs = ["name": "resolver-1", "password": DeskFixture.password]
            #expect(try await browser.post("/desk/sign-in", words).header("Location") == "/desk/code")
            let begun = try #require(browser.token)
            #expect(try await browser.get("/desk/people").status == 303)
            #expect(try await browser.post("/desk/code", ["code": code]).header("Location") == "/desk")
            #expect(browser.token != begun)
            let other = DeskClient(port)
            _ = try await other.post("/desk/sign-in", words)
            #expect(try await other.post("/desk/code", ["code": code]).status == 422, "used already")
            #expect(try await former.get("/desk").status == 200, "two browsers may be open")
            #expect(try await browser.post("/desk/sign-out").header("Location") == "/desk/sign-in")
            #expect(browser.token == nil)
        }
    }

    @Test("nobody learns which accounts there are")
    func enumeration() async throws {
        try await DeskFixture.with({ $0.freePerAddress = 1_000 }) { fixture, port in
            _ = try await fixture.client(.typist, port)
            let closed = try await fixture.client(.typist, port, name: "closed-1")
            try await fixture.perform(.accountClosed(AccountChanged(account: "closed-1", reason: "r")))
            try await fixture.signIn.set(
                AccountName(parsing: "closed-1"),
                isClosed: true,
                by: AccountName(parsing: "console")
            )
            #expect(try await closed.get("/desk/account").status == 303, "a closed account has no sessions")
            var bodies: Set<String> = []
            for name in ["typist-1", "nobody-1", "closed-1"] {
                let reply = try await DeskClient(port).post(
                    "/desk/sign-in",
                    ["name": name, "password": "wrong wrong wrong"]
                )
                #expect(reply.status == 422)
                #expect(reply.header("Set-Cookie") == nil)
                bodies.insert(reply.body.replacing(name, with: "NAME"))
            }
            #expect(bodies.count == 1)
        }
    }

    @Test("who guesses waits, the account's owner elsewhere does not")
    func throttle() async throws {
        try await DeskFixture.with(front: .proxy(secure: false)) { fixture, port in
            _ = try await fixture.client(.typist, port)
            // The owner signed in here before: strangers cannot hold them up.
            let home = ["X-Forwarded-For: 192.0.2.1"]
            func attempt(_ password: String, _ address: [String]) async throws -> DeskClient.Reply {
                try await DeskClient(port).post(
                    "/en/desk/sign-in",
                    ["name": "typist-1", "password": password],
                    headers: address
                )
            }
            var statuses: [Int] = []
            var last: DeskClient.Reply?
            for number in 0..<7 {
                // One household, however many addresses.
                last = try await attempt("wrong wrong wrong", ["X-Forwarded-For: 2001:db8:1:2::\(number)"])
                statuses.append(last?.status ?? 0)
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429, 429])
            #expect(last?.header("Retry-After").flatMap { Int($0) } ?? 0 > 0)
            #expect(last?.body.contains("Too many attempts") == true, "a page that says what to do")
            #expect(try await attempt(DeskFixture.password, home).status == 303)
        }
    }

    @Test("a form of another site, or without its token, changes nothing")
    func foreignForms() async throws {
        try await DeskFixture.with { fixture, port in
            let browser = try await fixture.client(.typist, port)
            for (reply, why) in [
                (
                    try await browser.post("/desk/sign-out", origin: "http://evil.example"),
                    "another site's page"
                ),
                (try await browser.post("/desk/sign-out", origin: "null"), "a page of nowhere"),
                (
                    try await browser.post("/desk/sign-out", headers: ["Sec-Fetch-Site: cross-site"]),
                    "as the browser says"
                ),
                (
                    try await browser.post("/desk/sign-out", headers: ["Sec-Fetch-Site: same-site"]),
                    "a neighbour"
                ),
                (try await browser.post("/desk/sign-out", token: ""), "without a token"),
                (try await browser.post("/desk/sign-out", token: "0"), "with another token"),
                (
                    try await browser.ask(
                        "POST",
                        "/desk/sign-out",
                        ["Content-Type: application/x-www-form-urlencoded"],
                        "token=\(formText(browser.token ?? ""))"
                    ), "without an origin, but with a cookie"
                ),
            ] { #expect(reply.status == 403, "\(why)") }
            let login = try await DeskClient(port).post(
                "/desk/sign-in",
                ["name": "typist-1", "password": DeskFixture.password],
                origin: "http://evil.example"
            )
            #expect(login.status == 403, "nobody is signed in as somebody else")
            #expect(try await browser.get("/desk").status == 200, "still signed in")
        }
    }

    @Test("the cookie is for this site alone, and over TLS only where there is TLS")
    func cookies() async throws {
        for (front, expected) in [
            (Front.direct, "Path=/; HttpOnly; SameSite=Strict"),
            (.proxy(secure: true), "Path=/; HttpOnly; SameSite=Strict; Secure"),
        ] {
            try await DeskFixture.with(front: front) { fixture, port in
                _ = try await fixture.client(.typist, port)
                let reply = try await DeskClient(port).post(
                    "/desk/sign-in",
                    ["name": "typist-1", "password": DeskFixture.password],
                    origin: "\(front.scheme)://desk"
                )
                let cookie = try #require(reply.header("Set-Cookie"))
                let (name, rest) = (
                    cookie.prefix { $0 != "=" }, cookie.drop { $0 != ";" }.dropFirst(2)
                )
                #expect(rest == expected)
                #expect(name == (front.isSecure ? "__Host-pleno-session" : "pleno-session"))
            }
        }
    }

    @Test(
        "after the sign-in one goes where one wanted, and nowhere else",
        arguments: [
            ("/desk/account", "/desk/account", "a page of the desk"),
            ("/en/desk/people?q=a", "/en/desk/people?q=a", "with its query"),
            ("//evil.example/desk", "/desk", "another host"),
            ("https://evil.example/desk", "/desk", "another host in full"),
            ("/\\evil.example", "/desk", "as browsers read it"),
            ("/desk\r\nSet-Cookie: a=b", "/desk", "another header"),
            ("/desk/../regions", "/desk/../regions", "within the site"),
            ("/desktop", "/desk", "no page of the desk"),
        ]
    )
    func next(next: String, place: String, why: String) async throws {
        try await DeskFixture.with { fixture, port in
            _ = try await fixture.client(.typist, port)
            let reply = try await DeskClient(port).post(
                "/desk/sign-in?next=\(PercentCoding.encoded(next))",
                ["name": "typist-1", "password": DeskFixture.password]
            )
            #expect(reply.status == 303, "\(why)")
            #expect(reply.header("Location") == place, "\(why)")
            #expect(reply.head.count { $0.lowercased().hasPrefix("set-cookie") } == 1, "\(why)")
        }
    }

    @Test("pages of the desk carry no inline script or style, and are kept by nobody")
    func policy() async throws {
        try await DeskFixture.with { fixture, port in
            let browser = try await fixture.client(.administrator, port)
            for path in ["/desk", "/desk/account", "/desk/people", "/desk/people/log", "/desk/people/invite"]
            {
                let page = try await browser.get(path)
                let policy = page.header("Content-Security-Policy") ?? ""
                #expect(policy.contains("script-src 'self'"), "\(path)")
                #expect(!policy.contains("unsafe"), "\(path)")
                #expect(policy.contains("frame-ancestors 'none'"), "\(path)")
                #expect(page.header("Cache-Control") == "no-store", "\(path)")
                #expect(!page.body.contains("style="), "\(path)")
                #expect(!page.body.contains(" on"), "\(path): no handlers")
            }
        }
    }

    @Test("a token for a program does what was chosen, and no more")
    func tokens() async throws {
        try await DeskFixture.with { fixture, port in
            let browser = try await fixture.client(.auditor, port)
            let page = try await browser.get("/en/desk/account/tokens")
            #expect(page.body.contains("name=\"audit\""))
            #expect(!page.body.contains("name=\"manage-accounts\""), "nobody hands out what they do not have")
            let made = try await browser.post(
                "/en/desk/account/tokens",
                ["name": "board", "days": "30", "see-progress": "1", "manage-accounts": "1"]
            )
            let token = try #require(made.text(after: "<p class=\"secret\"><code>"))
            let bearer = ["Authorization: Bearer \(token)", "Accept: application/json"]
            #expect(try await DeskClient(port).get("/desk/people", bearer).status == 403, "not chosen")
            #expect(try await DeskClient(port).get("/desk/account", bearer).status == 401, "no account pages")
            let list = try await browser.get("/en/desk/account")
            let id = try #require(list.hidden("revoke"))
            _ = try await browser.post("/en/desk/account/tokens/revoke", ["revoke": id])
            #expect(try await DeskClient(port).get("/desk/people", bearer).status == 401, "revoked")
        }
    }

    @Test("sessions elsewhere end when one asks")
    func sessions() async throws {
        try await DeskFixture.with { fixture, port in
            let one = try await fixture.client(.typist, port)
            let other = DeskClient(port)
            _ = try await other.post("/desk/sign-in", ["name": "typist-1", "password": DeskFixture.password])
            #expect(try await other.get("/desk").status == 200)
            #expect(try await one.post("/desk/account/sessions").status == 303)
            #expect(try await other.get("/desk").status == 303)
            #expect(try await one.get("/desk").status == 200)
        }
    }
}
