import Accounts
import Elections
import Foundation
import Testing

@testable import Web

@Suite("The interface for programs", .timeLimit(.minutes(2)))
struct APITests {
    /// What somebody asks: a path, perhaps a body, and what comes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let account: String?
        let path: String
        /// A body as it is sent; nothing is sent where `nil`.
        let body: String?
        let status: Int
        let code: String?

        init(
            _ reason: String,
            _ account: String?,
            _ path: String,
            _ body: String?,
            _ status: Int,
            _ code: String? = nil
        ) {
            testDescription = reason
            (self.account, self.path, self.body) = (account, path, body)
            (self.status, self.code) = (status, code)
        }

        init(
            _ reason: String,
            _ account: String?,
            _ path: String,
            _ status: Int,
            _ code: String? = nil
        ) {
            self.init(reason, account, path, nil, status, code)
        }
    }

    private static let form = "/api/v1/forms/ppwp/73.12.01.1001/1/reguler"

    static let refusals: [Row] = [
        Row("nobody", nil, "/api/v1/me", 401, "sign-in"),
        Row("somebody", "ani", "/api/v1/me", 200),
        Row("the description is for everybody", nil, "/api/v1/openapi.json", 200),
        Row("a typist sees no progress", "ani", "/api/v1/progress", 403, "forbidden"),
        Row("nor differences", "ani", "/api/v1/differences", 403, "forbidden"),
        Row("nor what is held", "ani", "/api/v1/held", 403, "forbidden"),
        Row("nor people", "ani", "/api/v1/people", 403, "forbidden"),
        Row("nor that something is new", "ani", "/desk/events", 403),
        Row("nor the board", "ani", "/desk/board", 403),
        Row("nor what is at stake", "ani", "/api/v1/progress/stakes", 403, "forbidden"),
        Row("a witness sees progress", "wati", "/api/v1/progress", 200),
        Row("and what is at stake", "wati", "/api/v1/progress/stakes", 200),
        Row("of a region there is, too", "wati", "/api/v1/progress/stakes?place=73.12.01", 200),
        Row("and of no other, either", "wati", "/api/v1/progress/stakes?place=73.13", 404, "not-found"),
        Row("of a region there is", "wati", "/api/v1/progress?place=73.12.01", 200),
        Row("and of no other", "wati", "/api/v1/progress?place=73.13", 404, "not-found"),
        Row("in one spelling", "wati", "/api/v1/progress?place=7312", 422, "field-invalid"),
        Row("an auditor sees people", "tono", "/api/v1/people", 200),
        Row("a resolver types nothing", "dewi", "/api/v1/forms/next", 403, "forbidden"),
        Row("a form in one's place", "eka", "/api/v1/forms/ppwp/73.12.02.2001/1/reguler", 200),
        Row("a form elsewhere", "eka", form, 404, "not-found"),
        Row("no such station", "ani", "/api/v1/forms/ppwp/73.12.01.1001/9/reguler", 404, "not-found"),
        Row("no desk of this ballot", "ani", "/api/v1/forms/dpr/73.12.01.1001/1/reguler", 404, "not-found"),
        Row("no JSON", "ani", "\(form)/entries", "{", 400, "malformed"),
        Row("no object", "ani", "\(form)/entries", "[]", 400, "malformed"),
        Row("a name twice", "ani", "\(form)/entries", #"{"request":"1","request":"2"}"#, 400, "malformed"),
        Row("a name nobody knows", "ani", "\(form)/entries", #"{"reqest":"1"}"#, 422, "field-invalid"),
        Row("no request", "ani", "\(form)/entries", #"{"figures":{"valid":1}}"#, 422, "field-missing"),
        Row("no figures", "ani", "\(form)/entries", #"{"request":"1"}"#, 422, "field-missing"),
        Row("none at all", "ani", "\(form)/entries", #"{"request":"1","figures":{}}"#, 422, "field-missing"),
        Row("a fraction", "ani", "\(form)/check", #"{"figures":{"valid":1.0}}"#, 422, "field-invalid"),
        Row("a text", "ani", "\(form)/check", #"{"figures":{"valid":"1"}}"#, 422, "field-invalid"),
        Row("less than nothing", "ani", "\(form)/check", #"{"figures":{"valid":-1}}"#, 422, "field-invalid"),
        Row("too many", "ani", "\(form)/check", #"{"figures":{"valid":1000000000}}"#, 422, "field-invalid"),
        Row("no field", "ani", "\(form)/check", #"{"figures":{"votes":1}}"#, 422, "field-invalid"),
        Row(
            "a field of another form",
            "ani",
            "\(form)/check",
            #"{"figures":{"votes_2":1}}"#,
            422,
            "field-invalid"
        ),
        Row("nothing on the paper", "ani", "\(form)/check", #"{"figures":{"valid":null}}"#, 200),
        Row(
            "not all that is asked for",
            "ani",
            "\(form)/entries",
            #"{"request":"1","figures":{"valid":1}}"#,
            409,
            "fields"
        ),
        Row(
            "no difference there",
            "dewi",
            "/api/v1/differences/ppwp/73.12.01.1001/1/reguler",
            404,
            "not-found"
        ),
        Row(
            "nothing to send back",
            "dewi",
            "/api/v1/differences/ppwp/73.12.01.1001/1/reguler/send-back",
            #"{"request":"1","seen":0}"#,
            409,
            "stage"
        ),
        Row(
            "a desk that is open",
            "sari",
            "/api/v1/desks",
            #"{"request":"1","ballot":"ppwp"}"#,
            409,
            "desk-twice"
        ),
        Row("no ballot", "sari", "/api/v1/desks", #"{"request":"1","ballot":"x"}"#, 422, "field-invalid"),
        Row(
            "a ballot nobody opened",
            "sari",
            "/api/v1/desks",
            #"{"request":"1","ballot":"dpr"}"#,
            422,
            "no-contest"
        ),
        Row(
            "no desk by a typist",
            "ani",
            "/api/v1/desks",
            #"{"request":"1","ballot":"ppwp"}"#,
            403,
            "forbidden"
        ),
        Row("no name", "adi", "/api/v1/people", #"{"request":"1","account":"A b"}"#, 422, "field-invalid"),
        Row(
            "a name the journal takes not",
            "adi",
            "/api/v1/people",
            #"{"request":"1","account":"a.b"}"#,
            422,
            "account-name"
        ),
        Row(
            "an account twice",
            "adi",
            "/api/v1/people",
            #"{"request":"1","account":"ani"}"#,
            409,
            "account-twice"
        ),
        Row(
            "no reason",
            "adi",
            "/api/v1/people/ani/close",
            #"{"request":"1","reason":""}"#,
            422,
            "reason"
        ),
        Row(
            "no such account",
            "adi",
            "/api/v1/people/nobody/close",
            #"{"request":"1","reason":"x"}"#,
            404,
            "no-account"
        ),
        Row(
            "no such mandate",
            "adi",
            "/api/v1/mandates/99/end",
            #"{"request":"1","reason":"x"}"#,
            404,
            "no-mandate"
        ),
        Row(
            "the last administrator's account",
            "adi",
            "/api/v1/people/adi/close",
            #"{"request":"1","reason":"x"}"#,
            422,
            "last-administrator"
        ),
        Row(
            "the last administrator's mandate",
            "adi",
            "/api/v1/mandates/7/end",
            #"{"request":"1","reason":"x"}"#,
            422,
            "last-administrator"
        ),
        Row(
            "a division without a name",
            "adi",
            "/api/v1/divisions",
            #"{"request":"1","divisions":[{"id":"a","name":"","nameInEnglish":"A","aliases":[]}]}"#,
            422,
            "field-invalid"
        ),
        Row("divisions by a typist", "ani", "/api/v1/divisions", "{}", 403, "forbidden"),
        Row(
            "no rights by oneself",
            "ani",
            "/api/v1/people/ani/mandates",
            #"{"request":"1","role":"chair","basis":"x"}"#,
            403,
            "forbidden"
        ),
        Row("another method", "ani", "/api/v1/me", "{}", 405, "method"),
    ]

    @Test("answers each as it deserves")
    func refused() async throws {
        try await APIOffice.small { office in
            for row in Self.refusals {
                let reply = try await office.send(row.path, as: row.account, text: row.body)
                #expect(reply.status == row.status, "\(row.testDescription): \(reply.body)")
                guard let code = row.code else { continue }
                #expect(reply.code == code, "\(row.testDescription): \(reply.body)")
                #expect(
                    reply.headers.contains("Content-Type: application/problem+json"),
                    "\(row.testDescription)"
                )
            }
        }
    }

    @Test("a token gives no more than it is limited to")
    func limited() async throws {
        try await APIOffice.small { office in
            let token = APIOffice.token("limited")
            try await office.limit("sari", to: [.seeProgress], token)
            #expect(try await office.ask("/api/v1/progress", as: nil, token: token).status == 200)
            #expect(try await office.ask("/api/v1/held", as: nil, token: token).status == 403)
            let me = try await office.ask("/api/v1/me", as: nil, token: token)
            #expect(me.json["permissions"] as? [String] == ["see-progress"])
            let wrong = try await office.ask("/api/v1/me", as: nil, token: APIOffice.token("wrong"))
            #expect(wrong.status == 401)
        }
    }

    @Test("who comes with a session must show that a page of ours asks")
    func session() async throws {
        try await APIOffice.small { office in
            let session = try await office.session("ani")
            let body: [String: Any] = ["figures": APIOffice.figures()]
            let cookie = "Cookie: \(Desk.session.sent(over: .direct))=\(session.token.text)"
            let rows: [(headers: [String], code: String?, reason: String)] = [
                ([cookie], "other-site", "no browser of ours"),
                ([cookie, "Origin: http://evil"], "other-site", "another site"),
                ([cookie, "Origin: http://desk"], "stale-form", "no token of a form"),
                ([cookie, "Origin: http://desk", "X-Form-Token: x"], "stale-form", "another token"),
                ([cookie, "Origin: http://desk", "X-Form-Token: \(session.form.text)"], nil, "ours"),
            ]
            for row in rows {
                let path = "/api/v1/forms/\(try APIOffice.form())/check"
                let reply = try await office.ask(path, as: nil, body, headers: row.headers)
                #expect(reply.code == row.code, "\(row.reason): \(reply.body)")
            }
        }
    }

    @Test("a form goes its whole way")
    func wholeWay() async throws {
        try await APIOffice.small { office in
            let form = try APIOffice.form()
            #expect(try await office.type(as: "ani").status == 201)
            #expect(try await office.type(as: "budi", ["signed_witnesses": 3]).status == 201)

            // They differ: a resolver sees both figures, and no names.
            let list = try await office.ask("/api/v1/differences", as: "dewi")
            #expect((list.json["forms"] as? [Any])?.count == 1)
            let difference = try await office.ask("/api/v1/differences/\(form)", as: "dewi")
            #expect(difference.body.contains(#""typed":[{"entry":1,"figure":2},{"entry":2,"figure":3}]"#))
            #expect(!difference.body.contains("ani") && !difference.body.contains("budi"))
            let seen = try #require(difference.json["seen"] as? Int)
            let old = try await office.ask(
                "/api/v1/differences/\(form)/send-back",
                as: "dewi",
                ["request": "0", "seen": seen - 1]
            )
            #expect(old.status == 409 && old.code == "form-changed")
            let back = try await office.ask(
                "/api/v1/differences/\(form)/send-back",
                as: "dewi",
                ["request": "1", "seen": seen]
            )
            #expect(back.status == 201)

            // What was sent back is asked for, and comes first.
            let asked = try await office.ask("/api/v1/forms/\(form)", as: "ani")
            let fields = asked.json["fields"] as? [[String: Any]]
            #expect(fields?.compactMap { $0["field"] as? String } == ["signed_witnesses"])
            let next = try await office.ask("/api/v1/forms/next?limit=1", as: "cici")
            #expect(next.body.contains(#""village":"73.12.01.1001","station":1"#))
            let again = try await office.ask(
                "/api/v1/forms/\(form)/entries",
                as: "ani",
                ["request": "2", "figures": ["signed_witnesses": 3]]
            )
            #expect(again.status == 201)

            // It is accepted, counts, and shows where it came from.
            let progress = try await office.ask("/api/v1/progress", as: "sari")
            #expect(
                progress.body.contains(#""accepted":1,"electorate":40,"valid":31,"votes":{"1":11,"19":20}"#)
            )
            #expect(progress.body.contains(#"{"account":"ani","forms":1,"slips":1}"#))
            #expect(!(try await office.ask("/api/v1/progress", as: "wati")).body.contains("ani"))
        }
    }

    @Test("a form whose every figure differs is typed again on the page, whole and yet in part")
    func everyField() async throws {
        try await APIOffice.small { office in
            let form = try APIOffice.form()
            #expect(try await office.type(as: "ani").status == 201)
            let figures = try await office.whole()
            let other = figures.mapValues { ($0 as? Int ?? 0) + 1 }
            let check = try await office.ask("/api/v1/forms/\(form)/check", as: "budi", ["figures": other])
            let found = try #require(check.json["findings"] as? [[String: Any]])
            let codes = Set(found.compactMap { $0["code"] as? String }).sorted()
            let second = try await office.type(as: "budi", other, confirmed: codes)
            #expect(second.status == 201, "\(second.body)")
            let difference = try await office.ask("/api/v1/differences/\(form)", as: "dewi")
            #expect((difference.json["fields"] as? [Any])?.count == other.count)
            let seen = try #require(difference.json["seen"] as? Int)
            let step: [String: Any] = ["request": "1", "seen": seen]
            let back = try await office.ask("/api/v1/differences/\(form)/send-back", as: "dewi", step)
            #expect(back.status == 201)
            let session = try await office.session("budi")
            var fields = figures.mapValues { "\($0)" }
            fields["request"] = "2"
            let again = try await office.post("/desk/forms/\(form)", fields, session)
            #expect(again.status == 303, "\(again.body)")
            let counted = try await office.ask("/api/v1/progress", as: "sari")
            #expect(counted.body.contains(#""accepted":1"#))
        }
    }

    @Test("a form that does not add up waits for a supervisor")
    func held() async throws {
        try await APIOffice.small { office in
            let form = try APIOffice.form()
            let refused = try await office.type(as: "ani", ["votes_1": 14])
            #expect(refused.status == 422 && refused.code == "unconfirmed")
            let checks = try #require(refused.json["checks"] as? [[String: Any]])
            #expect(checks.compactMap { $0["code"] as? String } == ["A07"])
            #expect(checks.first?["numbers"] as? String == "14 + 20 = 34 ≠ 31")
            #expect(try await office.type(as: "ani", ["votes_1": 14], confirmed: ["A07"]).status == 201)
            #expect(try await office.type(as: "budi", ["votes_1": 14], confirmed: ["A07"]).status == 201)
            let held = try await office.ask("/api/v1/held/\(form)", as: "sari")
            #expect(held.json["stage"] as? String == "held")
            #expect((held.json["findings"] as? [[String: Any]])?.first?["code"] as? String == "A07")
            let seen = try #require(held.json["seen"] as? Int)
            let approved = try await office.ask(
                "/api/v1/held/\(form)/approval",
                as: "sari",
                ["request": "1", "seen": seen, "reason": "so says the paper"]
            )
            #expect(approved.status == 201)
            let accepted = try await office.ask("/api/v1/held/\(form)", as: "sari")
            #expect(accepted.json["stage"] as? String == "accepted")
            #expect((accepted.json["figures"] as? [String: Any])?["votes_1"] as? Int == 14)
            let reopened = try await office.ask(
                "/api/v1/held/\(form)/reopening",
                as: "sari",
                ["request": "2", "seen": try #require(accepted.json["seen"] as? Int), "reason": "wrong form"]
            )
            #expect(reopened.status == 201)
            #expect(try await office.ask("/api/v1/forms/\(form)", as: "ani").status == 200)
        }
    }

    @Test("people get an account, a mandate and a password, once")
    func people() async throws {
        try await APIOffice.small { office in
            let made = try await office.ask(
                "/api/v1/people",
                as: "adi",
                ["request": "a", "account": "fitri"]
            )
            #expect(made.status == 201)
            #expect((made.json["password"] as? String)?.isEmpty == false)
            let again = try await office.ask(
                "/api/v1/people",
                as: "adi",
                ["request": "a", "account": "fitri"]
            )
            #expect(again.status == 201 && again.json["password"] is NSNull)
            let mandate: [String: Any] = [
                "request": "b", "role": "typist", "place": "73.12.01", "basis": "SK 2",
            ]
            #expect(try await office.ask("/api/v1/people/fitri/mandates", as: "adi", mandate).status == 201)
            let list = try await office.ask("/api/v1/people", as: "adi")
            let people = try #require(list.json["people"] as? [[String: Any]])
            let fitri = try #require(people.first { $0["account"] as? String == "fitri" })
            let mandates = try #require(fitri["mandates"] as? [[String: Any]])
            #expect(mandates.first?["place"] as? String == "73.12.01")
            let number = try #require(mandates.first?["mandate"] as? Int)
            let reason: [String: Any] = ["request": "c", "reason": "ill"]
            #expect(try await office.ask("/api/v1/mandates/\(number)/end", as: "adi", reason).status == 201)
            let reset = try await office.ask(
                "/api/v1/people/ani/reset",
                as: "adi",
                ["request": "d", "reason": "forgotten"]
            )
            #expect((reset.json["password"] as? String)?.isEmpty == false)
            #expect(try await office.ask("/api/v1/me", as: "ani").status == 401, "her token is void")
            #expect(
                try await office.ask(
                    "/api/v1/people/fitri/close",
                    as: "adi",
                    ["request": "e", "reason": "left"]
                ).status == 201
            )
        }
    }

    @Test("no two typists begin at the same place, and each is given every form once")
    func round() async throws {
        try await APIOffice.small { office in
            var orders: [String] = []
            for account in ["ani", "budi", "cici"] {
                let next = try await office.ask("/api/v1/forms/next?limit=500", as: account)
                let forms = try #require(next.json["forms"] as? [[String: Any]])
                let stations = forms.map { "\($0["village"] ?? "")-\($0["station"] ?? "")" }
                #expect(Set(stations).count == 5 && stations.count == 5)
                orders.append(stations.joined(separator: " "))
            }
            #expect(Set(orders).count > 1)
            let elsewhere = try await office.ask("/api/v1/forms/next", as: "eka")
            #expect((elsewhere.json["forms"] as? [Any])?.count == 2)
        }
    }
}
