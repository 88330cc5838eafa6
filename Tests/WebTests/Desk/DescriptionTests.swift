import Elections
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("The description of the interface", .timeLimit(.minutes(2)))
struct DescriptionTests {
    private static func document(_ office: APIOffice) async throws -> [String: Any] {
        let reply = try await office.ask("/api/v1/openapi.json", as: nil)
        #expect(reply.status == 200)
        return reply.json
    }

    /// The part of a document at a path of names.
    private static func part(_ document: [String: Any], _ steps: String...) -> [String: Any]? {
        steps.reduce(document as [String: Any]?) { $0?[$1] as? [String: Any] }
    }

    @Test("every operation is described, and every description is of one")
    func complete() async throws {
        try await APIOffice.small { office in
            let document = try await Self.document(office)
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let table = try EndpointTable(office.desk.endpoints)
            let served = table.endpoints.filter { $0.path.template.hasPrefix("/api/") }
            for endpoint in served where endpoint.path.template != "/api/v1/openapi.json" {
                let method = endpoint.method.rawValue.lowercased()
                let place = "\(method) \(endpoint.path.template)"
                let operation = try #require(
                    paths[endpoint.path.template]?[method] as? [String: Any],
                    "\(place)"
                )
                let contract = try #require(endpoint.contract, "\(place)")
                let responses = try #require(operation["responses"] as? [String: [String: Any]], "\(place)")
                let content = responses[String(contract.status)]?["content"] as? [String: Any]
                #expect(Self.part(content ?? [:], "application/json", "schema") != nil, "\(place)")
                #expect((operation["requestBody"] != nil) == (contract.body != nil), "\(place)")
                #expect(operation["security"] != nil, "\(place)")
                for status in Set(contract.refusals.map(\.status)) {
                    #expect(responses[String(status)] != nil, "\(place) \(status)")
                }
            }
            let described = paths.values.reduce(0) { $0 + $1.keys.count { $0 != "parameters" } }
            #expect(described == served.count - 1)
        }
    }

    @Test("what is really answered is as it is described")
    func answers() async throws {
        try await APIOffice.small { office in
            let document = try await Self.document(office)
            let schema = JSONSchema(document: document)
            let (form, other) = (try APIOffice.form(), try APIOffice.form(1))
            var seen: Set<String> = []
            func hold(_ template: String, _ path: String, _ account: String, _ body: [String: Any]? = nil)
                async throws
            {
                let reply = try await office.ask("/api/v1/\(path)", as: account, body)
                let method = body == nil ? "get" : "post"
                let operation = Self.part(document, "paths", "/api/v1/\(template)", method) ?? [:]
                seen.insert("\(method) /api/v1/\(template)")
                let content = Self.part(
                    operation,
                    "responses",
                    String(reply.status),
                    "content",
                    "application/json"
                )
                let described = try #require(
                    content?["schema"] as? [String: Any],
                    "\(method) \(template): \(reply.status) \(reply.body)"
                )
                #expect(schema.faults(reply.json, described) == [], "\(method) \(template)")
                guard let body else { return }
                let taken = Self.part(operation, "requestBody", "content", "application/json")
                #expect(schema.faults(body, taken?["schema"] as? [String: Any] ?? [:]) == [], "\(template)")
            }
            let key = "{ballot}/{village}/{station}/{version}"

            try await hold("me", "me", "sari")
            try await hold("ballots", "ballots?village=73.12.01.1001", "ani")
            try await hold("forms/next", "forms/next?ballot=ppwp&limit=3", "ani")
            try await hold("forms/\(key)", "forms/\(form)", "ani")
            let figures = APIOffice.figures(["votes_1": 14])
            try await hold("forms/\(key)/check", "forms/\(form)/check", "ani", ["figures": figures])
            _ = try await office.type(as: "ani", ["signed_witnesses": 3])
            _ = try await office.type(as: "budi")
            try await hold("differences", "differences", "dewi")
            try await hold("differences/\(key)", "differences/\(form)", "dewi")
            try await hold(
                "differences/\(key)/send-back",
                "differences/\(form)/send-back",
                "dewi",
                ["request": "1", "seen": 2]
            )
            let retyped: [String: Any] = [
                "request": "r", "figures": ["signed_witnesses": 1], "confirmed": [String](),
            ]
            try await hold("forms/\(key)/entries", "forms/\(form)/entries", "cici", retyped)
            let decision: [String: Any] = [
                "request": "2", "seen": 4, "figures": ["signed_witnesses": 2], "reason": "the photo",
            ]
            try await hold("differences/\(key)/decision", "differences/\(form)/decision", "dewi", decision)
            for account in ["ani", "budi"] {
                let reply = try await office.type(
                    as: account,
                    ["votes_1": 14],
                    confirmed: ["A07", "R04"],
                    request: "x",
                    form: other
                )
                #expect(reply.status == 201, "\(reply.body)")
            }
            try await hold("held", "held", "sari")
            try await hold("held/\(key)", "held/\(other)", "sari")
            let reason: [String: Any] = ["request": "3", "seen": 3, "reason": "not legible"]
            try await hold("held/\(key)/return", "held/\(other)/return", "sari", reason)
            for account in ["ani", "budi"] {
                _ = try await office.type(
                    as: account,
                    ["votes_1": 14],
                    confirmed: ["A07", "R04"],
                    request: "y",
                    form: other
                )
            }
            try await hold(
                "held/\(key)/approval",
                "held/\(other)/approval",
                "sari",
                ["request": "4", "seen": 7, "reason": "so it says"]
            )
            try await hold(
                "held/\(key)/reopening",
                "held/\(other)/reopening",
                "sari",
                ["request": "5", "seen": 9, "reason": "another form"]
            )
            try await hold("desks", "desks", "sari", ["request": "6", "ballot": "dprd-kabko"])
            let handed = try await office.handIn(
                "/api/v1/evidence/73.12.01.1001/1",
                as: "sari",
                [("request", "e"), ("page", "plano"), ("ballot", "ppwp")],
                Photo.jpeg(1)
            )
            let upload = Self.part(document, "paths", "/api/v1/evidence/{village}/{station}", "post") ?? [:]
            let content = Self.part(upload, "responses", "201", "content", "application/json", "schema")
            #expect(handed.status == 201, "\(handed.body)")
            #expect(schema.faults(handed.json, content ?? [:]) == [])
            #expect(Self.part(upload, "requestBody", "content", "multipart/form-data", "schema") != nil)
            seen.insert("post /api/v1/evidence/{village}/{station}")
            try await hold("evidence/{village}/{station}", "evidence/73.12.01.1001/1", "ani")
            try await hold("evidence/likenesses", "evidence/likenesses", "sari")
            try await hold(
                "evidence/pieces/{piece}/withdrawal",
                "evidence/pieces/1/withdrawal",
                "sari",
                ["request": "w", "reason": "blurred"]
            )
            try await hold("progress", "progress", "sari")
            try await hold("progress", "progress?place=73.12.01.1001", "wati")
            try await hold("progress/forms", "progress/forms?phase=untouched", "wati")
            try await hold("progress/stakes", "progress/stakes", "sari")
            try await hold("progress/stakes", "progress/stakes?place=73.12.01.1001", "wati")
            let called: [String: Any] = [
                "act": "plenary-called", "number": 1, "subject": "recapitulation", "region": "73.12.01",
                "ballots": ["PPWP"], "invitation": "5/UND", "agenda": "Rekapitulasi", "venue": "Aula",
                "date": "2019-04-20", "members": 5,
            ]
            try await hold("acts", "acts", "kiki", ["request": "p1", "act": called])
            let comes: [String: Any] = [
                "act": "plenary-attended", "attendee": 1, "capacity": "observer", "plenary": 1,
            ]
            try await hold("acts", "acts", "kiki", ["request": "p2", "act": comes])
            try await hold("plenaries", "plenaries", "wati")
            try await hold("plenaries/{plenary}", "plenaries/1", "wati")
            let proposed: [String: Any] = [
                "act": "revote-proposed", "number": 1, "ballots": ["PPWP"], "cause": "tanpa KTP-el",
                "ground": "372(2)d", "proposer": "kpps", "station": 1, "version": "psu",
                "village": "73.12.01.1001",
            ]
            try await hold("acts", "acts", "kiki", ["request": "p3", "act": proposed])
            try await hold("revotes", "revotes", "kiki")
            try await hold("candidacies", "candidacies", "kiki")
            let division: [String: Any] = [
                "id": "teknis", "name": "Divisi Teknis", "nameInEnglish": "Technical", "aliases": ["Teknis"],
            ]
            let named: [String: Any] = ["request": "d", "divisions": [division]]
            try await hold("divisions", "divisions", "adi", named)
            try await hold("divisions", "divisions", "adi")
            try await hold("security-log", "security-log?limit=10", "tono")
            try await hold("people", "people", "adi")
            try await hold("people", "people", "adi", ["request": "7", "account": "fitri"])
            let mandate: [String: Any] = ["request": "8", "role": "typist", "basis": "SK 2"]
            try await hold("people/{account}/mandates", "people/fitri/mandates", "adi", mandate)
            let ends: [String: Any] = ["request": "9", "reason": "ill"]
            try await hold("mandates/{mandate}/end", "mandates/11/end", "adi", ends)
            try await hold(
                "people/{account}/reset",
                "people/fitri/reset",
                "adi",
                ["request": "10", "reason": "forgotten"]
            )
            try await hold(
                "people/{account}/close",
                "people/fitri/close",
                "adi",
                ["request": "11", "reason": "left"]
            )

            for (kind, account) in [("entries", "ani"), ("readings", "sari")] {
                let file = try ImportFile(await office.state, [(0, ["votes_1": 12]), (3, [:]), (4, [:])])
                let source = kind == "readings" ? ["source": "volunteers"] : [:]
                let path = "imports/\(kind)"
                let reply = try await office.upload(file, to: "/api/v1/\(path)", as: account, source)
                let content = Self.part(
                    document,
                    "paths",
                    "/api/v1/\(path)",
                    "post",
                    "responses",
                    "200",
                    "content"
                )
                let described = Self.part(content ?? [:], "application/json", "schema") ?? [:]
                #expect(reply.status == 200, "\(kind) \(reply.body)")
                #expect(schema.faults(reply.json, described) == [], "\(kind)")
                seen.insert("post /api/v1/\(path)")
                let again: [String: Any] = ["sha256": file.digest, "confirmed": [String]()]
                try await hold("\(path)/confirm", "\(path)/confirm", account, again)
                try await hold("\(path)/discard", "\(path)/discard", account, ["sha256": file.digest])
            }
            try await hold("readings/{ballot}", "readings/ppwp", "sari")

            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let all = paths.flatMap { path, item in
                item.keys.filter { $0 != "parameters" }.map { "\($0) \(path)" }
            }
            #expect(Set(all).subtracting(seen) == [], "operations whose answers nobody looked at")

            // Refusals too.
            let refusal = try await office.ask("/api/v1/held", as: "ani")
            let problem = try #require(Self.part(document, "components", "schemas", "problem"))
            #expect(schema.faults(refusal.json, problem) == [])
            let unconfirmed = try await office.type(as: "cici", ["votes_1": 14], form: try APIOffice.form(2))
            #expect(unconfirmed.code == "unconfirmed")
            #expect(schema.faults(unconfirmed.json, problem) == [])
        }
    }
}
