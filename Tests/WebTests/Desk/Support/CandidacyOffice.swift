import Accounts
import Elections
import Office
import TestSupport
import Testing

@testable import Web

/// The small office while its council's lists are handed in, at work by the forms of its desk.
struct CandidacyOffice: Sendable {
    let office: APIOffice
    let session: SignedIn

    /// For the length of `body`, as the chair.
    static func with(_ body: @Sendable (CandidacyOffice) async throws -> Void) async throws {
        try await APIOffice.small { office in
            try await body(CandidacyOffice(office: office, session: try await office.session("kiki")))
        }
    }

    static let page = "/en/desk/candidates/dprd-kabko"

    /// Three men and women who lack nothing, and two lists more.
    static let lists: [(district: String, contestant: String, candidates: String)] = [
        ("1", "1", "H. Ani, S.H.; L\nBudi; P\n<Cici>; L"), ("1", "19", "1. Dewi; P\n2. Eko; L\n3. Fajar; L"),
        ("2", "19", "Gita; P"),
    ]

    /// Sends a form; its fields are named without their step.
    func send(
        _ step: CandidacyStepForm,
        _ fields: [String: String],
        ballot: String = "dprd-kabko"
    ) async throws -> Reply {
        var sent = ["request": "form-\(UInt64.random(in: .min ... .max))"]
        for (name, value) in fields { sent["\(step.rawValue)-\(name)"] = value }
        return try await office.post("/en/desk/candidates/\(ballot)/\(step.rawValue)", sent, session)
    }

    /// Sends a form that is taken.
    func take(_ step: CandidacyStepForm, _ fields: [String: String]) async throws {
        let reply = try await send(step, fields)
        #expect(reply.status == 303, "\(step): \(reply.wrong)")
    }

    func submit() async throws {
        for list in Self.lists {
            try await take(
                .submission,
                [
                    "district": list.district, "contestant": list.contestant, "candidates": list.candidates,
                    "date": "2018-07-10",
                ]
            )
        }
    }

    func toProvisional() async throws {
        try await submit()
        try await take(.provisional, ["date": "2018-08-12"])
    }

    /// A plenary carries a decision with a decree.
    func decide(_ matter: OfficeDecision.Matter = .other) async throws {
        let day = try #require(CalendarDate(parsing: "2018-09-19"))
        let acts = HeldRevotes.decision(matter, "Daftar calon tetap", on: day, await office.state)
        for (place, step) in acts.enumerated() {
            let officer = Officer(account: step.account, permissions: Set(Permission.allCases))
            _ = try await office.office.perform(
                .perform(step.act),
                as: officer,
                request: "decision \(place)"
            )
        }
    }

    func toFinal() async throws {
        try await toProvisional()
        try await decide()
        try await take(.final, ["date": "2018-09-20", "decision": "1-1"])
    }

    /// The desk's page of the council.
    func desk(_ query: String = "") async throws -> Reply {
        try await office.get(Self.page + query, session)
    }

    /// What everybody sees at an address.
    func site(_ path: String) async throws -> Web.Site.Answer {
        Site(try Snapshot(try #require(await office.state.election))).answer(path: path)
    }

    func siteText(_ path: String) async throws -> String {
        let answer = try await site(path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }
}

extension Reply {
    /// What a page says is wrong: its alert, and what stands beside fields.
    var wrong: String {
        let alert = body.split(separator: "role=\"alert\"").dropFirst().map { String($0.prefix(400)) }
        let fields = body.split(separator: "-fault\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
        return "\(status) " + (alert + fields).joined(separator: "; ")
    }
}
