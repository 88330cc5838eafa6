import Elections
import Exchange
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite("What could still change a seat, at the desk", .timeLimit(.minutes(2)))
struct StakeTests {
    /// The small election with the desk of the regency's council open: 11 to 20 for three seats is accepted at the
    /// first station, so that 9 votes more make a tie; the second form is typed once.
    private static func office(_ body: @Sendable (APIOffice) async throws -> Void) async throws {
        let acts = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        let kept = acts.filter { ![.readingOpened, .formsTaken].contains($0.kind) }
        try await APIOffice.with(kept, opening: [.regencyCouncil]) { office in
            for account in ["ani", "budi"] {
                let reply = try await office.type(as: account, form: try form(0))
                #expect(reply.status == 201, "\(reply.body)")
            }
            let reply = try await office.type(as: "ani", confirmed: ["R04"], request: "2", form: try form(1))
            #expect(reply.status == 201, "\(reply.body)")
            try await body(office)
        }
    }

    private static func form(_ place: Int) throws -> String {
        FormKey(.regencyCouncil, try SmallElection.regions().stations[place]).steps.joined(separator: "/")
    }

    @Test(
        "stands on the board, in both languages and of each region",
        arguments: [
            (
                "wati", "/desk/board",
                [
                    "<caption>Yang masih dapat mengubah kursi, DPRD_KABKO</caption>",
                    "Formulir yang terbuka: 2 dapat, sendirian; 2 belum diketahui.",
                    "href=\"/desk/board?place=73.12.01.2002\">Satu B TPS 1</a>", "Sedang diketik",
                    "belum ada suara masuk",
                ], ["tidak dapat"], "all"
            ),
            (
                "wati", "/en/desk/board?place=73.12.01",
                [
                    "<caption>What could still change a seat, DPRD_KABKO</caption>",
                    "Open forms: 2 could, alone.", "Being typed",
                ], ["Kecil 2", "nothing counted"], "the first district alone"
            ),
            ("wati", "/desk/board?place=73.12.02.2001", ["2 belum diketahui."], ["Kecil 1"], "a village"),
        ] as [(String, String, [String], [String], String)]
    )
    func board(account: String, path: String, parts: [String], others: [String], why: String) async throws {
        try await Self.office { office in
            let reply = try await office.ask(path, as: account, headers: ["Accept: text/html"])
            #expect(reply.status == 200)
            for part in parts { #expect(reply.body.contains(part), "\(why): \(part)") }
            for other in others { #expect(!reply.body.contains(other), "\(why): \(other)") }
            let captions = reply.body.ranges(of: /<caption>[^<]*<\/caption>/).map { reply.body[$0] }
            #expect(Set(captions).count == captions.count, "\(why)")
        }
    }

    @Test("names fifty stations, and how many more there are")
    func many() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Examples/soppeng-2019").standardizedFileURL.path
        let election = try await ElectionFolder.read(folder).election
        let acts = Act.takingOver(election.withoutFigures).flatMap(\.self)
        let stations = election.regions.stations.count
        try await APIOffice.with(acts, opening: [.president, .provincialCouncil, .regencyCouncil]) { office in
            let reply = try await office.ask("/en/desk/board", as: "wati", headers: ["Accept: text/html"])
            let (caption, more) = ("What could still change a seat, DPRD_KABKO", "and \(stations - 50) more")
            let section = try #require(reply.body.split(separator: "<caption>\(caption)").last)
            #expect(section.split(separator: "</table>").first?.ranges(of: "<tr>").count == 51)
            #expect(section.contains(">\(more)</p>"))
            // A president is not elected here.
            #expect(!reply.body.contains("What could still change a seat, PPWP"))
        }
    }

    @Test("comes first in the queue of those that wait")
    func queue() async throws {
        try await Self.office { office in
            // Of the second district nothing is counted, of the first the larger share of the margin waits.
            for place in [3, 2] {
                let form = try Self.form(place)
                _ = try await office.type(as: "ani", confirmed: ["R04"], request: "q\(place)", form: form)
            }
            let reply = try await office.ask("/desk/board?phase=typing", as: "wati")
            let list = try #require(reply.body.split(separator: "<ul class=\"tasks\">").dropFirst().first)
            let stations = list.ranges(of: /TPS 73[0-9.-]*/).map { String(list[$0]) }
            #expect(
                stations == ["TPS 73.12.01.2002-001", "TPS 73.12.01.1001-002", "TPS 73.12.02.2001-001"]
            )
        }
    }

    @Test("is told to programs as it is described, those that matter first")
    func program() async throws {
        try await Self.office { office in
            let reply = try await office.ask("/api/v1/progress/stakes", as: "wati")
            #expect(
                reply.body.contains(
                    #""ballots":[{"ballot":"dprd-kabko","open":4,"stakes":[{"form":{"ballot":"dprd-kabko","#
                        + #""village":"73.12.01.2002","station":1,"version":"reguler"},"district":1,"#
                        + #""open":"untouched","checks":[],"uncertain":123,"margin":9,"verdict":"alone"}"#
                )
            )
            #expect(reply.body.contains(#""uncertain":164,"margin":null,"verdict":"unknown""#))
            let document = try await office.ask("/api/v1/openapi.json", as: nil).json
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
            let stake = try #require(schemas?["stake"] as? [String: Any])
            let ballots = try #require(reply.json["ballots"] as? [[String: Any]])
            let rows = try #require(ballots.first?["stakes"] as? [[String: Any]])
            for row in rows { #expect(JSONSchema(document: document).faults(row, stake) == []) }
            let part = try await office.ask("/api/v1/progress/stakes?place=73.12.02", as: "wati")
            #expect(part.body.contains(#""open":2,"stakes""#))
        }
    }

    @Test("leads a supervisor to the form that contradicts itself")
    func contradiction() async throws {
        try await Self.office { office in
            let (form, votes) = (try Self.form(3), ["votes_1": 14])
            for account in ["ani", "budi"] {
                let codes = ["A07", "R04"]
                _ = try await office.type(as: account, votes, confirmed: codes, request: "c", form: form)
            }
            let held = try await office.ask("/desk/board", as: "sari")
            #expect(held.body.contains("href=\"/desk/held/\(form)\">Dua A TPS 1</a>"))
            let step: [String: Any] = ["request": "a", "seen": 3, "reason": "so it says"]
            #expect(try await office.ask("/api/v1/held/\(form)/approval", as: "sari", step).status == 201)
            let reply = try await office.ask("/desk/board", as: "sari")
            #expect(reply.body.contains("href=\"/desk/held/\(form)\">Dua A TPS 1</a>"))
            #expect(reply.body.contains("<td class=\"t\">A07, R04</td>"))
            let witness = try await office.ask("/desk/board", as: "wati")
            #expect(!witness.body.contains("/desk/held/"))
        }
    }
}
