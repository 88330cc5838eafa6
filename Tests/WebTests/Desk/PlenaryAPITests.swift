import Elections
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("Plenaries for programs", .timeLimit(.minutes(2)))
struct PlenaryAPITests {
    private static var called: [String: Any] {
        [
            "act": "plenary-called", "number": 1, "subject": "recapitulation", "region": "73.12.01",
            "ballots": ["PPWP"], "invitation": "5/UND", "agenda": "Rekapitulasi", "venue": "Aula",
            "date": "2019-04-20", "members": 5,
        ]
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let account: String
        let change: [String: String?]
        let status: Int
        let code: String
        var testDescription: String { reason }

        init(
            _ reason: String,
            as account: String = "kiki",
            _ change: [String: String?],
            _ status: Int,
            _ code: String
        ) {
            (self.reason, self.account, self.change) = (reason, account, change)
            (self.status, self.code) = (status, code)
        }
    }

    @Test(
        "an act is refused where it is none, not theirs, or does not fit",
        arguments: [
            Row("a witness calls no plenary", as: "wati", [:], 403, "forbidden"),
            Row("a typist calls none either", as: "ani", [:], 403, "forbidden"),
            Row("a kind that is no plenary's", ["act": "form-held"], 422, "field-invalid"),
            Row("a kind that nobody knows", ["act": "plenary-cancelled"], 422, "field-invalid"),
            Row("a field is missing", ["venue": nil], 422, "field-invalid"),
            Row("a field that nobody knows", ["colour": "red"], 422, "field-invalid"),
            Row("a day that is none", ["date": "2019-02-30"], 422, "field-invalid"),
            Row("a village holds none", ["region": "73.12.01.1001"], 422, "plenary-tier"),
            Row("a ground where nothing is certified", ["ground": "x"], 422, "plenary-no-ground"),
        ]
    )
    func refused(row: Row) async throws {
        try await APIOffice.small { office in
            var act = Self.called
            for (name, value) in row.change { act[name] = value }
            let reply = try await office.ask("/api/v1/acts", as: row.account, ["request": "1", "act": act])
            #expect(reply.code == row.code, "\(row.reason): \(reply.status) \(reply.body)")
            #expect(await office.state.plenaries.all.isEmpty)
        }
    }

    @Test(
        "a number that fits nowhere is refused by every form of the desk",
        arguments: ["9007199254740992", "9223372036854775807", "-9223372036854775808", "1e3", "٧"]
    )
    func numbers(text: String) async throws {
        try await APIOffice.small { office in
            let session = try await office.session("kiki")
            var call = [
                "request": "c", "region": "73.12.01", "subject": "recapitulation", "ballot": "ppwp",
                "invitation": "1", "agenda": "1", "venue": "1", "date": "2019-04-20", "members": text,
            ]
            #expect(try await office.post("/desk/plenaries", call, session).status == 422)
            call["members"] = "5"
            #expect(try await office.post("/desk/plenaries", call, session).status == 303)
            let forms: [(step: String, fields: [String: String])] = [
                ("objections", ["deferred": "\(text)-1", "attendee": "1", "ballot": "ppwp", "claim": "x"]),
                ("objections", ["attendee": text, "ballot": "ppwp", "claim": "x"]),
                ("answers", ["objection": text, "outcome": "rejected", "reason": "x"]),
                ("departure", ["attendee": text]), ("signatures", ["attendee": text, "answer": "signed"]),
                ("attendance", ["capacity": "observer", "mandate": text]),
                (
                    "corrections",
                    [
                        "initials": text, "ballot": "ppwp", "unit": "73.12.01.1001-001", "field": "votes_1",
                        "old": "1", "new": "2", "reason": "x", "basis": "x",
                    ]
                ),
            ]
            for (step, fields) in forms {
                var sent = Dictionary(uniqueKeysWithValues: fields.map { ("\(step)-\($0)", $1) })
                sent["request"] = step
                let reply = try await office.post("/desk/plenaries/1/\(step)", sent, session)
                #expect(reply.status == 422, "\(step): \(reply.status)")
            }
            let draw = ["request": "d", "ballot": "ppwp", "seed": "60210427859134726508", "size": text]
            #expect(try await office.post("/desk/plenaries/1/audit", draw, session).status == 422)
        }
    }

    @Test("an act that is sent again is done once, in whatever order its names come")
    func once() async throws {
        try await APIOffice.small { office in
            for _ in 1...2 {
                let reply = try await office.ask(
                    "/api/v1/acts",
                    as: "kiki",
                    ["request": "1", "act": Self.called]
                )
                #expect(reply.status == 201, "\(reply.body)")
            }
            #expect(await office.state.plenaries.all.count == 1)
            let reply = try await office.ask("/api/v1/plenaries/1", as: "wati")
            let tables = reply.json["tables"] as? [[String: Any]]
            #expect(tables?.first?["units"] as? Int == 3)
            #expect((try await office.ask("/api/v1/plenaries/2", as: "wati")).status == 404)
            #expect((try await office.ask("/api/v1/plenaries", as: "ani")).status == 403)
        }
    }
}
