import Accounts
import Elections
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Cases and results at the desk", .timeLimit(.minutes(3)))
struct CaseDeskTests {
    private static let registration = [
        "kind": "administrative", "forum": "bawaslu-provinsi", "register": "01/LP", "filed": "2019-04-29",
        "registered": "2019-04-30", "reporter": "pemilih", "respondent": "kpu-kabupaten",
        "object": "Penggelembungan <suara>", "relief": "Dinyatakan melanggar", "ballot": "ppwp",
        "stations": "73.12.01.1001-001",
    ]

    private func send(
        _ office: APIOffice,
        _ path: String,
        _ fields: [String: String],
        _ session: SignedIn
    ) async throws -> Reply {
        var sent = fields
        sent["request"] = "form-\(UInt64.random(in: .min ... .max))"
        return try await office.post("/en/desk/\(path)", sent, session)
    }

    /// No two elements of a page have the same id: a label would belong to another form's field.
    private func expectUniqueIDs(_ page: String) {
        let ids = page.matches(of: #/ id="([^"]*)"/#).map(\.1)
        #expect(
            Set(ids).count == ids.count,
            "\(Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys)"
        )
        #expect(ids.allSatisfy { !$0.contains(" ") })
    }

    @Test("a case is kept from its registration to its closing, and not closed while an obligation is open")
    func way() async throws {
        try await APIOffice.small { office in
            let steps: [(path: String, fields: [String: String], refused: String?)] = [
                ("cases", Self.registration.merging(["register": ""]) { $1 }, "missing"),
                ("cases", Self.registration.merging(["forum": "dkpp"]) { $1 }, "DKPP"),
                ("cases", Self.registration.merging(["stations": "Nowhere 9"]) { $1 }, "impossible"),
                ("cases", Self.registration.merging(["filed-time": "25:00"]) { $1 }, "impossible"),
                ("cases", Self.registration, nil),
                ("cases/1/hearing", ["kind": "evidence", "date": "2019-04-01", "text": "bukti"], "29"),
                ("cases/1/hearing", ["kind": "evidence", "date": "2019-05-06", "text": "bukti"], nil),
                ("cases/1/bundle", ["papers": "Daftar hadir | kemarin"], "impossible"),
                ("cases/1/bundle", ["papers": "Daftar hadir | 2019-04-17"], nil),
                ("cases/1/answer", ["reference": "Jawaban 1", "date": "2019-05-06", "summary": "sama"], nil),
                ("cases/1/closing", ["date": "2019-05-10"], "it is answered"),
                (
                    "cases/1/ruling",
                    [
                        "reference": "Putusan 1", "date": "2019-05-10", "outcome": "not-proven",
                        "operative": "tidak terbukti", "effect-1": "revote", "effect-ballot-1": "ppwp",
                        "obligations": "Pemungutan suara ulang",
                    ], "not proven"
                ),
                (
                    "cases/1/ruling",
                    [
                        "reference": "Putusan 1", "date": "2019-05-10", "outcome": "not-proven",
                        "operative": "tidak terbukti", "obligations": "Umumkan putusan | 2019-05-14",
                    ], nil
                ),
                ("cases/1/closing", ["date": "2019-05-15"], "1"),
                (
                    "cases/1/fulfilment",
                    ["obligation": "1", "date": "2019-05-13", "reference": "Peng 3", "dated": "2019-05-13"],
                    nil
                ),
                ("cases/1/closing", ["date": "2019-05-15"], nil),
            ]
            let session = try await office.session("kiki")
            for (path, fields, refused) in steps {
                let reply = try await send(office, path, fields, session)
                #expect(reply.status == (refused == nil ? 303 : 422), "\(path) \(fields): \(reply.wrong)")
                if let refused { #expect(reply.wrong.contains(refused), "\(path): \(reply.wrong)") }
                if reply.status == 422 { expectUniqueIDs(reply.body) }
            }
            let known = try #require(await office.state.cases[1])
            #expect(known.stage == .closed && known.filing.scope.stations.count == 1)
            for page in ["cases", "cases/1"] {
                let reply = try await office.get("/en/desk/\(page)", session)
                #expect(reply.status == 200)
                #expect(page == "cases" || reply.body.contains("Penggelembungan &lt;suara&gt;"))
                expectUniqueIDs(reply.body)
            }
            #expect(try await office.get("/en/desk/cases/2", session).status == 404)
        }
    }

    @Test("a ruling of several effects has an obligation for each, in their order")
    func effects() async throws {
        try await APIOffice.small { office in
            let session = try await office.session("kiki")
            let filed = Self.registration.merging(["filed-time": "21:05"]) { $1 }
            #expect(try await send(office, "cases", filed, session).status == 303)
            let ruling = [
                "reference": "Putusan 1", "date": "2019-05-10", "outcome": "proven",
                "operative": String(repeating: "x", count: 4_000),
                "effect-1": "revote", "effect-ballot-1": "ppwp",
                "effect-3": "correction", "effect-ballot-3": "ppwp",
            ]
            let lacking = ruling.merging(["obligations": "Pemungutan suara ulang"]) { $1 }
            #expect(try await send(office, "cases/1/ruling", lacking, session).status == 422)
            let long = ruling.merging(["operative": String(repeating: "x", count: 4_001)]) { $1 }
            let refused = try await send(office, "cases/1/ruling", long, session)
            #expect(refused.status == 422 && refused.wrong.contains("4,000"), "\(refused.wrong)")
            let whole = ruling.merging([
                "obligations": "Pemungutan suara ulang\nPembetulan | 2019-05-20\nUmumkan"
            ]) { $1 }
            let reply = try await send(office, "cases/1/ruling", whole, session)
            #expect(reply.status == 303, "\(reply.wrong)")
            let known = try #require(await office.state.cases[1])
            #expect(known.filing.filedTime?.description == "21:05")
            #expect(known.ruling?.effects.map(\.kind) == [.revote, .correction])
            #expect(known.ruling?.obligations.map(\.effect) == [1, 2, nil])
        }
    }

    @Test("of a regent's election the figures and the pair are determined, and no district is asked for")
    func pair() async throws {
        try await APIOffice.with(try DeterminedCouncil.acts(ofPairs: [60, 60]), opening: []) { office in
            let session = try await office.session("kiki")
            let day = try #require(CalendarDate(parsing: "2019-07-20"))
            let acts = HeldRevotes.decision(.result, "Penetapan", times: 3, on: day, await office.state)
            for (place, step) in acts.enumerated() {
                let officer = Officer(account: step.account, permissions: Set(Permission.allCases))
                let request = "decision \(place)"
                _ = try await office.office.perform(.perform(step.act), as: officer, request: request)
            }
            let page = try await office.get("/en/desk/results/pilbup", session)
            #expect(page.status == 200 && !page.body.contains("Districts"))
            #expect(page.body.contains("1 Pasangan 1, 2 Pasangan 2; seats: 1"))
            #expect(!page.body.contains("id=\"equals\"") && !page.body.contains("value=\"seats\""))
            expectUniqueIDs(page.body)
            let notice = ["notice": "MK 5", "noticed": "2019-07-17"]
            let steps: [(path: String, fields: [String: String], refused: String?)] = [
                ("determination", ["step": "figures", "decision": "1-1"], nil),
                ("determination", ["step": "elected", "decision": "1-2"], "missing"),
                (
                    "determination", ["step": "elected", "decision": "1-2"].merging(notice) { $1 },
                    "decide it in a plenary"
                ),
                (
                    "parties", ["district": "0", "given": "2=2", "decision": "1-3"],
                    "choose exactly one"
                ),
                ("parties", ["district": "0", "given": "2=1", "decision": "1-3"], nil),
                ("determination", ["step": "elected", "decision": "1-2"].merging(notice) { $1 }, nil),
                (
                    "proposal",
                    [
                        "member": "0-2-1", "via": "DPRD", "enclosures": "BA", "reference": "1",
                        "date": "2019-07-23",
                    ], nil
                ),
            ]
            for (path, fields, refused) in steps {
                let reply = try await send(office, "results/pilbup/\(path)", fields, session)
                #expect(reply.status == (refused == nil ? 303 : 422), "\(path) \(fields): \(reply.wrong)")
                if let refused { #expect(reply.wrong.contains(refused), "\(path): \(reply.wrong)") }
            }
            let members = await office.state.results.members(of: .regent)
            #expect(members.map(\.key.contestant) == [2] && members.map(\.stage) == [.proposed])
        }
    }

    @Test("nothing is determined while certificates are missing, and the page says which")
    func uncertified() async throws {
        try await APIOffice.small { office in
            let session = try await office.session("kiki")
            let page = try await office.get("/en/desk/results/dprd-kabko", session)
            #expect(page.status == 200)
            expectUniqueIDs(page.body)
            #expect(page.body.contains("Nothing is determined yet."))
            #expect(try await office.get("/en/desk/results/ppwp", session).status == 404)
            let fields = ["step": "figures", "district": "1", "decision": "1-1"]
            let reply = try await send(office, "results/dprd-kabko/determination", fields, session)
            #expect(reply.status == 422 && reply.wrong.contains("finish its recapitulation first"))
            let given = ["district": "1", "given": "1=1", "decision": "1-1"]
            let tie = try await send(office, "results/dprd-kabko/parties", given, session)
            #expect(tie.status == 422 && tie.wrong.contains("decide it in a plenary first"))
            let wrong = given.merging(["given": "one"]) { $1 }
            let typed = try await send(office, "results/dprd-kabko/parties", wrong, session)
            #expect(typed.status == 422)
            let missing = try await send(
                office,
                "results/dprd-kabko/determination",
                ["step": "figures"],
                session
            )
            #expect(missing.status == 422 && missing.body.contains("id=\"f-determination-decision-fault\""))
        }
    }
}
