import Elections
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("Importing many forms as a program", .timeLimit(.minutes(3)))
struct APIImportTests {
    private static let entries = "/api/v1/imports/entries"
    private static let readings = "/api/v1/imports/readings"

    @Test("the first and the second entry of a file get the same answers, whatever others did")
    func blind() async throws {
        try await APIOffice.small { office in
            let file = try ImportFile(await office.state, [(0, [:]), (1, ["votes_1": 14])])
            var seen: [[Reply]] = []
            for account in ["ani", "budi", "cici"] {
                let preview = try await office.upload(file, to: Self.entries, as: account)
                #expect(preview.status == 200, "\(preview.body)")
                guard account != "cici" else { break }
                let codes = (preview.json["confirms"] as? [[String: Any]] ?? []).flatMap { form in
                    (form["checks"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
                }
                let done = try await office.confirm(file, at: Self.entries, as: account, codes)
                #expect(done.json["taken"] as? Int == 2)
                seen.append([preview, done])
            }
            #expect(seen[0] == seen[1])
            let state = await office.state
            let stations = try SmallElection.regions().stations
            #expect(state.acceptedFigures(of: FormKey(.president, stations[0])) != nil)
            #expect(state.work(on: FormKey(.president, stations[1]))?.stage == .held)
            // A third is told of the accepted one, and of the other only that it does not wait.
            let late = try await office.upload(file, to: Self.entries, as: "cici")
            let codes = (late.json["skips"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            #expect(codes == ["accepted", "not-yours"])
        }
    }

    @Test("nobody who handed a file in learns what becomes of it")
    func afterwards() async throws {
        try await APIOffice.small { office in
            let file = try ImportFile(await office.state, [(0, [:])])
            func ask(_ account: String) async throws -> Reply {
                try await office.upload(file, to: Self.entries, as: account)
            }
            _ = try await ask("ani")
            #expect(try await office.confirm(file, at: Self.entries, as: "ani").status == 200)
            let before = try await ask("ani")
            #expect(try await office.type(as: "budi", ["signed_witnesses": 3]).status == 201)
            #expect(try await ask("ani") == before, "another typed something else")
            let others = try await ask("cici")
            let codes = (others.json["skips"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
            #expect(codes == ["not-yours"])
            #expect(
                try await office.ask(
                    "/api/v1/differences/\(APIOffice.form())/send-back",
                    as: "dewi",
                    ["request": "1", "seen": 2]
                ).status == 201
            )
            #expect(try await ask("ani") == before, "and it was sent back")
        }
    }

    @Test("only those whose mandate reaches there, and only once")
    func areas() async throws {
        try await APIOffice.small { office in
            let file = try ImportFile(await office.state, [(0, [:])])
            let elsewhere = try await office.upload(file, to: Self.entries, as: "eka")
            let skips = elsewhere.json["skips"] as? [[String: Any]]
            #expect(skips?.first?["code"] as? String == "outside-area")
            let done = try await office.confirm(file, at: Self.entries, as: "eka")
            #expect(done.json["taken"] as? Int == 0)
            let form = FormKey(.president, try SmallElection.regions().stations[0])
            #expect(await office.state.work(on: form) == nil)
            for account in ["dewi", "sari", "adi", "wati", "tono"] {
                #expect(try await office.upload(file, to: Self.entries, as: account).status == 403)
            }
            for account in ["ani", "dewi", "adi", "wati", "tono"] {
                let reply = try await office.upload(
                    file,
                    to: Self.readings,
                    as: account,
                    ["source": "office"]
                )
                #expect(reply.status == 403)
            }
        }
    }

    @Test("a form that is to be typed anew takes the same file again")
    func again() async throws {
        try await APIOffice.small { office in
            let file = try ImportFile(await office.state, [(0, ["votes_1": 14])])
            func enter(_ account: String) async throws -> Int? {
                _ = try await office.upload(file, to: Self.entries, as: account)
                let codes = ["A07", "R04"]
                return try await office.confirm(file, at: Self.entries, as: account, codes).json["taken"]
                    as? Int
            }
            for account in ["ani", "budi"] { #expect(try await enter(account) == 1) }
            #expect(try await enter("ani") == 0)
            let back = try await office.ask(
                "/api/v1/held/\(APIOffice.form())/return",
                as: "sari",
                ["request": "1", "seen": 3, "reason": "not legible"]
            )
            #expect(back.status == 201, "\(back.body)")
            #expect(try await enter("ani") == 1)
        }
    }

    @Test("what is refused says why, and everything that is wrong with a file")
    func refusals() async throws {
        try await APIOffice.small { office in
            let file = try ImportFile(await office.state, [(0, [:])])
            let rows: [(changes: [String: String], status: Int, code: String, why: String)] = [
                (["sha256": String(repeating: "0", count: 64)], 422, "other-digest", "another digest"),
                (["sha256": ""], 422, "field-missing", "no digest"),
                (["ballot": "dpr"], 422, "field-invalid", "no desk"),
                (["ballot": ""], 422, "field-missing", "no ballot"),
                (["shape": "xlsx"], 422, "field-invalid", "another shape"),
            ]
            for row in rows {
                let reply = try await office.upload(file, to: Self.entries, as: "ani", row.changes)
                #expect(reply.status == row.status && reply.code == row.code, "\(row.why): \(reply.body)")
            }
            let none = try await office.upload(file, to: Self.readings, as: "sari", ["source": "witnesses-7"])
            #expect(none.code == "field-invalid", "nobody's witnesses")
            let bad = ImportFile(text: "village,station,x\n1,2,3\n")
            let wrong = try await office.upload(bad, to: Self.entries, as: "ani")
            #expect(wrong.code == "file")
            #expect((wrong.json["faults"] as? [String])?.contains { $0.hasPrefix("formulir.csv: ") } == true)
            #expect(try await office.confirm(file, at: Self.entries, as: "ani").code == "no-import")
            _ = try await office.upload(file, to: Self.entries, as: "ani")
            #expect(try await office.confirm(bad, at: Self.entries, as: "ani").code == "no-import", "another")
            let kind = try await office.confirm(file, at: Self.readings, as: "ani")
            #expect(kind.status == 403)
            let named = try await office.upload(
                bad,
                to: Self.entries,
                as: "ani",
                fileName: "a%0D%0AX-Evil: 1.csv"
            )
            #expect(named.headers.allSatisfy { !$0.hasPrefix("X-Evil") })
            let json = try await office.ask(Self.entries, as: "ani", ["ballot": "ppwp"])
            #expect(json.status == 415)
        }
    }

    @Test("readings stand side by side, those that differ first, with how many agree")
    func agreement() async throws {
        try await APIOffice.small { office in
            for account in ["ani", "budi"] { _ = try await office.type(as: account) }
            let files: [(source: String, text: String)] = [
                (
                    "volunteers",
                    "village,station,votes_1,votes_19\n73.12.01.1001,1,11,20\n73.12.02.2001,1,1,2\n"
                ),
                (
                    "witnesses-1",
                    "village,station,votes_1,votes_19\n73.12.01.1001,1,12,20\n73.12.02.2001,1,1,2\n"
                ),
            ]
            for (source, text) in files {
                let file = ImportFile(text: text)
                let seen = try await office.upload(file, to: Self.readings, as: "sari", ["source": source])
                #expect(seen.json["adds"] as? Int == 2, "\(seen.body)")
                let done = try await office.confirm(file, at: Self.readings, as: "sari")
                #expect((done.json["reading"] as? String)?.hasPrefix("\(source)-") == true, "\(done.body)")
            }
            let reply = try await office.ask("/api/v1/readings/ppwp", as: "tono")
            let list = try #require(reply.json["list"] as? [[String: Any]])
            #expect(list.count == 2)
            #expect(list.map { $0["agree"] as? Int } == [2, 2])
            #expect(list.map { $0["of"] as? Int } == [3, 2])
            #expect(list[0]["fields"] as? [String] == ["votes_1"])
            let sources = (list[0]["readings"] as? [[String: Any]] ?? []).map { $0["source"] as? String }
            #expect(sources == ["counted", "witnesses-1", "volunteers"])
            let other = try await office.ask("/api/v1/readings/ppwp?place=73.12.02", as: "tono")
            #expect(other.json["forms"] as? Int == 1)
            for account in ["ani", "dewi", "wati"] {
                #expect(try await office.ask("/api/v1/readings/ppwp", as: account).status == 403)
            }
        }
    }
}
