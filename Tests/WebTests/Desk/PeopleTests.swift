import Elections
import Office
import SQLiteStorage
import Testing

@testable import Accounts
@testable import Web

@Suite("People of an office", .timeLimit(.minutes(2)))
struct PeopleTests {
    /// The fields of a new account.
    private static func fields(_ account: String, _ request: String = "r-1") -> KeyValuePairs<String, String>
    {
        ["account": account, "role": "typist", "place": "73.12.01", "basis": "SK 1", "request": request]
    }

    @Test("an account is opened by acts, its password shown once, however often the form is sent")
    func opening() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let letter = try await admin.post("/en/desk/people/new", Self.fields("desk-7"))
            #expect(letter.status == 200)
            let password = try #require(letter.text(after: "<code class=\"password\">"))
            #expect(letter.body.contains("http://desk/en/desk"))
            let again = try await admin.post("/en/desk/people/new", Self.fields("desk-7"))
            #expect(again.body.contains("was shown before"))
            let organisation = await fixture.office.view.state.organisation
            let mandates = organisation.mandates(of: "desk-7", at: fixture.now)
            #expect(mandates.map(\.role) == [.typist])
            #expect(mandates.map(\.place?.description) == ["73.12.01"])
            let browser = DeskClient(port)
            let signedIn = try await browser.post("/desk/sign-in", ["name": "desk-7", "password": password])
            #expect(signedIn.header("Location") == "/desk/new-password")
        }
    }

    @Test(
        "what is wrong stands beside its field, and nothing is done",
        arguments: [
            ("account", "Desk", "capitals"), ("account", "typist-1", "there already"),
            ("role", "emperor", "no such role"), ("place", "99", "no such place"),
            ("until", "2001-01-01", "long over"), ("until", "tomorrow", "no date"), ("basis", "", "no basis"),
            ("contestant", "1", "a typist is nobody's witness"), ("division", "x", "no such division"),
        ]
    )
    func refused(field: String, value: String, why: String) async throws {
        try await DeskFixture.with { fixture, port in
            _ = try await fixture.client(.typist, port)
            let admin = try await fixture.client(.administrator, port)
            var all = ["account": "desk-7", "role": "typist", "basis": "SK 1"]
            all[field] = value
            let reply = try await admin.post(
                "/desk/people/new",
                [
                    "account": all["account"] ?? "", "role": all["role"] ?? "", "place": all["place"] ?? "",
                    "until": all["until"] ?? "", "basis": all["basis"] ?? "", "request": "r-1",
                    "contestant": all["contestant"] ?? "", "division": all["division"] ?? "",
                ]
            )
            #expect(reply.status == 422, "\(why)")
            #expect(reply.body.contains("aria-invalid=\"true\"") || field == "division", "\(why)")
            #expect(await fixture.office.view.state.organisation.accounts["desk-7"] == nil, "\(why)")
        }
    }

    @Test("closing ends sessions at once, a reset too, and a mandate's end what it allowed")
    func ending() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let (one, two, three) = (
                try await fixture.client(.auditor, port, name: "auditor-1"),
                try await fixture.client(.auditor, port, name: "auditor-2"),
                try await fixture.client(.auditor, port, name: "auditor-3")
            )
            for browser in [one, two, three] { #expect(try await browser.get("/desk/people").status == 200) }
            let fields: KeyValuePairs = ["reason": "moved", "request": "r-1"]
            #expect(try await admin.post("/desk/people/accounts/auditor-1/close", fields).status == 303)
            #expect(try await one.get("/desk/people").status == 303, "closed")
            let reset = try await admin.post(
                "/desk/people/accounts/auditor-2/reset",
                ["reason": "lost", "request": "r-2"]
            )
            #expect(reset.text(after: "<code class=\"password\">") != nil)
            #expect(try await two.get("/desk/people").status == 303, "reset")
            let mandates = await fixture.office.view.state.organisation.mandates
            let number = try #require(mandates.first { $0.account == "auditor-3" }?.number)
            let end = "/desk/people/accounts/auditor-3/mandates/\(number)"
            #expect(try await admin.get("/desk/people/accounts/auditor-2/mandates/\(number)").status == 404)
            #expect(try await admin.post(end, ["reason": "", "request": "r-3"]).status == 422, "no reason")
            #expect(try await admin.post(end, ["reason": "over", "request": "r-4"]).status == 303)
            #expect(try await three.get("/desk/people").status == 403, "still signed in, without the right")
            #expect(try await admin.get(end).status == 404, "it has ended")
            #expect(try await admin.get("/desk/people/accounts/nobody-1").status == 404)
        }
    }

    @Test("a mandate that runs out takes its rights with it")
    func running() async throws {
        try await DeskFixture.with { fixture, port in
            let end = fixture.now + 60_000
            let browser = try await fixture.client(.auditor, port, until: end)
            #expect(try await browser.get("/desk/people").status == 200)
            fixture.wait(.seconds(60))
            #expect(try await browser.get("/desk/people").status == 403)
            #expect(try await browser.get("/desk").status == 200)
        }
    }

    @Test("an office does not lock itself out")
    func last() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let fields: KeyValuePairs = ["reason": "tired", "request": "r-1"]
            let close = try await admin.post("/en/desk/people/accounts/administrator-1/close", fields)
            #expect(close.status == 422)
            #expect(close.body.contains("the last administrator"))
            let end = try await admin.post("/en/desk/people/accounts/administrator-1/mandates/1", fields)
            #expect(end.status == 422)
            try await fixture.appoint(.administrator, "admin-2")
            #expect(
                try await admin.post("/en/desk/people/accounts/administrator-1/mandates/1", fields).status
                    == 303
            )
            #expect(try await admin.get("/en/desk/people").status == 403)
        }
    }

    @Test("an administrator of one place gives nobody rights")
    func elsewhere() async throws {
        try await DeskFixture.with { fixture, port in
            let local = try await fixture.client(.administrator, port, place: "73.12.01")
            #expect(try await local.post("/desk/people/new", Self.fields("desk-7")).status == 403)
            #expect(await fixture.office.view.state.organisation.accounts["desk-7"] == nil)
        }
    }

    @Test("a table is seen, accepted whole, and becomes letters")
    func invitation() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let table = """
                account,role,place,until,basis,contestant
                desk-1,typist,73.12.01,2030-01-31,"SK 1, 2029",
                desk-1,subdistrict,,,SK 1,
                saksi-1,witness,,,ST 7,1
                """.replacing("subdistrict", with: "ppk")
            let preview = try await admin.upload("/en/desk/people/invite", "table", table)
            #expect(preview.status == 200)
            #expect(preview.body.contains("2 accounts are opened, 3 mandates given"))
            #expect(
                await fixture.office.view.state.organisation.accounts["desk-1"] == nil,
                "nothing is done yet"
            )
            let request = try #require(preview.hidden("request"))
            let fields: KeyValuePairs = ["table": table, "request": request]
            let letters = try await admin.post("/en/desk/people/invite/accept", fields)
            #expect(letters.count(of: "class=\"block letter\"") == 2)
            #expect(letters.count(of: "<code class=\"password\">") == 2)
            let organisation = await fixture.office.view.state.organisation
            #expect(
                organisation.mandates(of: "desk-1", at: fixture.now).map(\.role) == [
                    .typist, .subdistrictCommittee,
                ]
            )
            #expect(organisation.mandates(of: "saksi-1", at: fixture.now).map(\.contestant) == [1])
            _ = try await admin.post("/en/desk/people/invite/accept", fields)
            #expect(
                await fixture.office.view.state.organisation.mandates.count == organisation.mandates.count
            )
            let stale = try await admin.upload("/en/desk/people/invite", "table", table, token: "x")
            #expect(stale.status == 403)
        }
    }

    @Test("every mistake of a table stands at its row and column")
    func mistakes() async throws {
        try await DeskFixture.with { fixture, port in
            try await fixture.appoint(.typist, "gone-1")
            try await fixture.perform(.accountClosed(AccountChanged(account: "gone-1", reason: "r")))
            let state = await fixture.office.view.state
            for (table, expected, why) in [
                ("account,role\nx,y\n", [("-", "basis")], "a column is missing"),
                ("account;role;basis\n", [("-", "-")], "semicolons"),
                ("", [("-", "-")], "nothing"),
                ("account,role,basis\n", [("-", "-")], "no rows"),
                (
                    "account,role,place,until,basis\nDesk,tipist,99,31-01-2030,\n",
                    [("2", "role"), ("2", "place"), ("2", "until"), ("2", "basis"), ("2", "account")],
                    "everything at once"
                ),
                ("account,role,basis\ndesk.1,typist,SK\n", [("2", "account")], "a dot"),
                ("account,role,basis\ngone-1,typist,SK\n", [("2", "account")], "closed"),
                ("account,role,basis\na-1,witness,SK\n", [("2", "contestant")], "whose witness"),
                ("account,role,basis\na-1,typist,SK\na-1,typist,SK\n", [("3", "-")], "the same twice"),
                ("account,role,basis,rights\na-1,typist,SK,all\n", [("1", "rights")], "an unknown column"),
                ("account,role,basis\na-1,\"typist,SK\n", [("2", "-")], "a quotation mark that stays open"),
            ] as [(String, [(String, String)], String)] {
                let invitation = Invitation(Array(table.utf8), state, at: fixture.now)
                let found = invitation.faults.map { ($0.row.map { "\($0)" } ?? "-", $0.column ?? "-") }
                #expect(found.count == expected.count, "\(why): \(found)")
                // Where a whole table cannot be read, the reader says in which row; that is its own matter.
                for (one, other) in zip(found, expected) where other.1 != "-" {
                    #expect(one.1 == other.1, "\(why)")
                    if other.0 != "-" { #expect(one.0 == other.0, "\(why)") }
                }
                #expect(invitation.rows.isEmpty, "\(why)")
                for fault in invitation.faults {
                    #expect(!fault.words.indonesian.isEmpty && !fault.words.english.isEmpty, "\(why)")
                }
            }
        }
    }

    @Test("divisions are named, and mandates name them")
    func divisions() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let wrong = try await admin.post(
                "/en/desk/people/divisions",
                ["divisions": "teknis | Teknis", "request": "r-1"]
            )
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("Line 1"))
            let text =
                "teknis | Teknis Penyelenggaraan | Conduct | tehnis, teknis logistik\r\nhukum|Hukum|Law"
            let named = try await admin.post(
                "/en/desk/people/divisions",
                ["divisions": text, "request": "r-2"]
            )
            #expect(named.status == 303)
            let divisions = await fixture.office.view.state.organisation.divisions
            #expect(divisions.map(\.id) == ["teknis", "hukum"])
            #expect(divisions.first?.aliases == ["tehnis", "teknis logistik"])
        }
    }

    @Test("the security log is shown, and says when somebody changed it")
    func log() async throws {
        try await DeskFixture.with { fixture, port in
            let auditor = try await fixture.client(.auditor, port)
            let page = try await auditor.get("/en/desk/people/log")
            #expect(page.body.contains("the chain of seals holds"))
            #expect(page.body.contains("password changed"))
            let name = try #require(try await fixture.securityLog.names().first)
            let bytes = try await fixture.securityLog.bytes(of: name)
            try await fixture.securityLog.cut(name, after: bytes.count - 10)
            let broken = try await auditor.get("/en/desk/people/log")
            #expect(broken.body.contains("The chain of seals is broken"))
        }
    }

    @Test("hostile texts stay texts")
    func hostile() async throws {
        try await DeskFixture.with { fixture, port in
            let admin = try await fixture.client(.administrator, port)
            let evil = "<script>alert(1)</script>\"'&"
            for reply in [
                try await admin.post(
                    "/desk/people/new",
                    ["account": evil, "role": evil, "basis": evil, "request": "r"]
                ),
                try await admin.get("/desk/people?q=\(PercentCoding.encoded(evil))"),
                try await admin.post("/desk/people/divisions", ["divisions": evil, "request": "r"]),
                try await admin.upload("/desk/people/invite", "table", "account,role,basis\n\(evil),x,y\n"),
                try await DeskClient(port).post("/desk/sign-in", ["name": evil, "password": "x"]),
            ] { #expect(!reply.body.contains("<script>alert")) }
        }
    }
}
