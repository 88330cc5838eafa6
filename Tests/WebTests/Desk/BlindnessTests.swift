import Elections
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("Typing blindly", .timeLimit(.minutes(2)))
struct BlindnessTests {
    /// Everything a typist may ask, with a body where it takes one.
    private static func questions(_ form: String) throws -> [(path: String, body: [String: Any]?)] {
        let figures: [String: Any] = ["figures": APIOffice.figures()]
        let opening: [String: Any] = ["act": "plenary-opened", "plenary": 1]
        return [
            ("/api/v1/acts", ["request": "p", "act": opening]),
            ("/api/v1/me", nil), ("/api/v1/ballots", nil), ("/api/v1/openapi.json", nil),
            ("/api/v1/forms/next?limit=500", nil), ("/api/v1/forms/\(form)", nil),
            ("/api/v1/forms/\(form)/check", figures),
            ("/api/v1/forms/\(form)/entries", ["request": "late", "figures": APIOffice.figures()]),
            ("/api/v1/progress", nil), ("/api/v1/progress/forms?phase=typing", nil),
            ("/api/v1/progress/stakes", nil),
            ("/api/v1/differences", nil), ("/api/v1/differences/\(form)", nil), ("/api/v1/held", nil),
            ("/api/v1/held/\(form)", nil), ("/api/v1/people", nil), ("/desk/events", nil),
            ("/desk/board", nil),
            ("/desk/board/projector", nil), ("/desk/board?place=73.12.01", nil), ("/desk", nil),
            ("/desk/forms", nil), ("/desk/forms?q=73.12.01.1001-001", nil), ("/desk/forms/\(form)", nil),
            ("/desk/differences", nil), ("/desk/differences/\(form)", nil), ("/desk/held", nil),
            ("/desk/held/\(form)", nil), ("/desk/ballots", nil), ("/desk/account", nil),
            ("/desk/account/codes", nil), ("/desk/account/tokens", nil), ("/desk/app", nil),
            ("/desk/app/code", nil), ("/desk/code", nil), ("/desk/new-password", nil), ("/desk/sign-in", nil),
            ("/desk/first", nil), ("/desk/evidence", nil), ("/desk/evidence?q=73.12.01.1001-001", nil),
            ("/desk/evidence/73.12.01.1001/1", nil), ("/desk/evidence/files/1/original", nil),
            ("/api/v1/evidence/73.12.01.1001/1", nil), ("/api/v1/evidence/likenesses", nil),
            ("/desk/import", nil), ("/desk/import/entries", nil), ("/api/v1/imports/entries", [:]),
            ("/api/v1/imports/entries/confirm", ["sha256": "none"]),
            ("/api/v1/imports/entries/discard", ["sha256": "none"]),
        ]
    }

    private static func answers(_ office: APIOffice, _ account: String) async throws -> [Reply] {
        var replies: [Reply] = []
        for question in try questions(try APIOffice.form()) {
            replies.append(try await office.ask(question.path, as: account, question.body).withoutRequest)
        }
        // What would become of a file, for programs and on the page; it is discarded again.
        let file = try ImportFile(await office.state, [(0, [:]), (1, [:])])
        replies.append(try await office.upload(file, to: "/api/v1/imports/entries", as: account))
        replies.append(try await office.ask("/desk/import/entries", as: account).withoutRequest)
        replies.append(
            try await office.ask("/api/v1/imports/entries/discard", as: account, ["sha256": file.digest])
        )
        return replies
    }

    @Test("the questions are all that a typist may ask")
    func complete() async throws {
        try await APIOffice.small { office in
            let asked = try Self.questions(try APIOffice.form()).map {
                try RequestPath(parsing: $0.path.split(separator: "?")[0])
            }
            let typist = Role.typist.permissions
            for endpoint in office.desk.endpoints where endpoint.takes != .form {
                let isOpen =
                    switch endpoint.permission {
                    case .permission(let permission): typist.contains(permission)
                    case .nothing, .begun, .signedIn: true
                    }
                guard isOpen else { continue }
                #expect(
                    asked.contains { endpoint.path.values(in: $0) != nil },
                    "\(endpoint.path.template) is not among the questions"
                )
            }
        }
    }

    @Test(
        "who has typed a form learns nothing of what others type, the same or something else",
        arguments: [[:], ["signed_witnesses": 3], ["votes_1": 14]] as [[String: Int]]
    )
    func afterwards(changes: [String: Int]) async throws {
        try await APIOffice.small { office in
            #expect(try await office.type(as: "ani").status == 201)
            let before = try await Self.answers(office, "ani")
            let other = try await office.type(
                as: "budi",
                changes,
                confirmed: changes["votes_1"] == nil ? [] : ["A07"]
            )
            #expect(other.status == 201)
            let after = try await Self.answers(office, "ani")
            for (before, after) in zip(before, after) { #expect(before == after) }
        }
    }

    @Test(
        "nor by the page on which they typed it",
        arguments: [[:], ["signed_witnesses": 3], ["votes_1": 14]] as [[String: Int]]
    )
    func page(changes: [String: Int]) async throws {
        try await APIOffice.small { office in
            let form = try APIOffice.form()
            let session = try await office.session("ani")
            var fields = APIOffice.figures().mapValues { "\($0)" }
            func send(_ request: String) async throws -> Reply {
                fields["request"] = request
                return try await office.post("/desk/forms/\(form)", fields, session).withoutRequest
            }
            #expect(try await office.type(as: "ani").status == 201)
            let before = try await send("again")
            let codes = changes["votes_1"] == nil ? [] : ["A07"]
            #expect(try await office.type(as: "budi", changes, confirmed: codes).status == 201)
            let after = try await send("once more")
            #expect(before == after)
            #expect(before.status == 409)
        }
    }

    @Test("who has not typed a form does not learn that another did")
    func beforehand() async throws {
        try await APIOffice.small { office in
            try await office.holdRevotes([(try SmallElection.regions().stations[1], .revote)])
            // What the last question types must not stand: it leaves fields out, and is refused.
            let before = try await Self.answers(office, "budi")
            #expect(try await office.type(as: "ani").status == 201)
            let later = try APIOffice.form(1, .revote)
            let typed = try await office.type(as: "ani", confirmed: ["R04"], request: "2", form: later)
            #expect(typed.status == 201)
            let after = try await Self.answers(office, "budi")
            for (before, after) in zip(before, after) { #expect(before == after) }
        }
    }

    @Test("the first and the second entry of a form get the same answer, and so does one that comes again")
    func same() async throws {
        try await APIOffice.small { office in
            let first = try await office.type(as: "ani")
            let second = try await office.type(as: "budi", ["signed_witnesses": 3])
            let again = try await office.type(as: "ani")
            #expect(first.status == 201)
            #expect(first == second)
            #expect(first == again)
            // Whoever comes too late, or a second time, is told the same.
            let late = try await office.type(as: "cici", request: "9")
            let twice = try await office.type(as: "ani", request: "9")
            #expect(late.status == 409 && late.code == "not-yours")
            #expect(late == twice)
        }
    }
}

extension Reply {
    /// Without the names of requests in a page's forms, which are made at random.
    fileprivate var withoutRequest: Reply {
        var reply = self
        reply.body = body.replacing(#/name="request" value="[0-9a-z]+"/#, with: "")
        reply.headers.removeAll { $0.hasPrefix("Content-Length") && body != reply.body }
        return reply
    }
}
