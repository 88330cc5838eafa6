import Elections
import Foundation
import Office
import SQLiteStorage
import TestSupport
import Testing

@testable import Web

@Suite("Importing many forms on pages", .timeLimit(.minutes(3)))
struct ImportTests {
    private static let entries = "/en/desk/import/entries"
    private static let readings = "/en/desk/import/readings"

    /// The two groups that a digest page leaves empty.
    private static func groups(_ page: DeskClient.Reply, _ file: ImportFile) throws -> [String] {
        let shown = try #require(page.text(after: "<code>")).split(separator: " ")
        #expect(shown.count == 16)
        let blanks = shown.indices.filter { shown[$0] == "____" }
        #expect(blanks.count == 2)
        for (place, group) in shown.enumerated() where !blanks.contains(place) {
            #expect(file.digest.dropFirst(place * 4).prefix(4) == group)
        }
        return blanks.map { String(file.digest.dropFirst($0 * 4).prefix(4)) }
    }

    /// Hands a file in, and types the empty groups.
    private static func handIn(
        _ file: ImportFile,
        _ path: String,
        _ client: DeskClient,
        _ changes: KeyValuePairs<String, String> = [:]
    ) async throws {
        let reply = try await client.upload(file, to: path, changes)
        #expect(reply.status == 303, "\(reply.body)")
        let groups = try groups(try await client.get(path), file)
        let typed: KeyValuePairs = ["group-1": groups[0].uppercased(), "group-2": " \(groups[1]) "]
        #expect(try await client.post("\(path)/digest", typed).status == 303)
    }

    /// Sends the button of the page that shows what will become of a file.
    private static func confirm(
        _ file: ImportFile,
        _ path: String,
        _ client: DeskClient,
        as what: String = "desk/-"
    ) async throws -> DeskClient.Reply {
        let kind = path.split(separator: "/").last ?? ""
        return try await client.post("\(path)/confirm", ["mark": "\(kind)/ppwp/\(what)/\(file.digest)"])
    }

    /// Lets an hour go by, in which people look at something now and then, so that their sessions last.
    private static func waitAnHour(_ fixture: DeskFixture, _ clients: [DeskClient]) async throws {
        for _ in 0..<13 {
            fixture.wait(.seconds(300))
            for client in clients { _ = try await client.get("/desk/account") }
        }
    }

    @Test("two people's files type a form twice, and it is accepted; nobody's does so alone")
    func entries() async throws {
        try await DeskFixture.with { fixture, port in
            let (ani, budi) = (
                try await fixture.client(.typist, port, name: "ani"),
                try await fixture.client(.typist, port, name: "budi")
            )
            let file = try ImportFile(
                await fixture.office.view.state,
                [(0, [:]), (1, ["votes_1": 14]), (0, [:])]
            )
            let form = FormKey(.president, try SmallElection.regions().stations[0])
            try await Self.handIn(file, Self.entries, ani)
            let preview = try await ani.get(Self.entries)
            #expect(preview.body.contains("3 forms. 1 are taken, 1 wait for your word, 1 are left out."))
            #expect(preview.body.contains("A07: the file says so"))
            #expect(preview.body.contains("the same as row 2"))
            let first = try await Self.confirm(file, Self.entries, ani)
            #expect(first.body.contains("1 forms were taken, 2 were not."))
            #expect(first.body.contains("nobody said that the file says so: "))
            #expect(try await Self.confirm(file, Self.entries, ani).status == 409, "a second time")
            try await Self.handIn(file, Self.entries, ani)
            let again = try await ani.get(Self.entries)
            #expect(again.body.contains("you typed it already"))
            #expect(await fixture.office.view.state.acceptedFigures(of: form) == nil, "one person alone")
            try await Self.handIn(file, Self.entries, budi)
            let second = try await Self.confirm(file, Self.entries, budi)
            #expect(second.body == first.body.replacing("ani", with: "budi") || second.status == 200)
            #expect(await fixture.office.view.state.acceptedFigures(of: form) != nil)
        }
    }

    @Test(
        "forms that do not add up are taken once somebody says that the file says so, all of a code at once"
    )
    func confirmed() async throws {
        try await DeskFixture.with { fixture, port in
            let ani = try await fixture.client(.typist, port, name: "ani")
            let file = try ImportFile(await fixture.office.view.state, [(0, ["votes_1": 14])])
            try await Self.handIn(file, Self.entries, ani)
            let page = try await ani.get(Self.entries)
            let codes = page.body.matches(of: #/name="confirmed" value="([A-Z0-9]+)"/#).map { String($0.1) }
            #expect(codes.contains("A07"))
            let token = formText(try #require(ani.token))
            let mark = try #require(page.hidden("mark"))
            let body =
                (["token=\(token)", "mark=\(PercentCoding.encoded(mark))"] + codes.map { "confirmed=\($0)" })
                .joined(separator: "&")
            let lines = ["Content-Type: application/x-www-form-urlencoded", "Origin: http://desk"]
            let reply = try await ani.ask("POST", "\(Self.entries)/confirm", lines, body)
            #expect(reply.body.contains("1 forms were taken, 0 were not."))
        }
    }

    @Test("the digest's groups must be the letter's: five tries, then the file is gone")
    func digest() async throws {
        try await DeskFixture.with { fixture, port in
            let ani = try await fixture.client(.typist, port, name: "ani")
            let file = try ImportFile(await fixture.office.view.state, [(0, [:])])
            let form = FormKey(.president, try SmallElection.regions().stations[0])
            #expect(try await ani.upload(file, to: Self.entries).status == 303)
            #expect(
                try await Self.confirm(file, Self.entries, ani).status == 409,
                "forged, without the digest"
            )
            #expect(try await fixture.store.particularsNames().contains("import/ani"))
            for left in [4, 3, 2, 1] {
                let page = try await ani.post("\(Self.entries)/digest", ["group-1": "zzzz", "group-2": ""])
                #expect(page.status == 422)
                #expect(page.body.contains("\(left) more tries"))
                _ = try Self.groups(page, file)
            }
            let last = try await ani.post("\(Self.entries)/digest", ["group-1": "zzzz", "group-2": "zzzz"])
            #expect(last.body.contains("Wrong five times"))
            #expect(try await fixture.store.particularsNames().filter { $0.hasPrefix("import/") } == [])
            #expect(try await ani.post("\(Self.entries)/digest", ["group-1": "a"]).status == 409)
            #expect(await fixture.office.view.state.work(on: form) == nil)
        }
    }

    @Test("nothing waits longer than an hour, nor once it is discarded, nor for anybody else")
    func pending() async throws {
        try await DeskFixture.with { fixture, port in
            let (ani, budi) = (
                try await fixture.client(.typist, port, name: "ani"),
                try await fixture.client(.typist, port, name: "budi")
            )
            let file = try ImportFile(await fixture.office.view.state, [(0, [:])])
            try await Self.handIn(file, Self.entries, ani)
            #expect(try await Self.confirm(file, Self.entries, budi).status == 409, "another's")
            #expect(try await budi.get(Self.entries).body.contains("type=\"file\""))
            let other = try ImportFile(await fixture.office.view.state, [(1, [:])])
            #expect(try await Self.confirm(other, Self.entries, ani).status == 409, "another file's page")
            #expect(try await ani.post("\(Self.entries)/confirm").status == 422, "no page's")
            #expect(try await ani.post("\(Self.entries)/discard").status == 303)
            #expect(try await Self.confirm(file, Self.entries, ani).status == 409, "discarded")
            try await Self.handIn(file, Self.entries, ani)
            try await Self.waitAnHour(fixture, [ani, budi])
            #expect(try await ani.get(Self.entries).body.contains("type=\"file\""), "an hour later")
            #expect(try await fixture.store.particularsNames().filter { $0.hasPrefix("import/") } == [])
            try await Self.handIn(file, Self.entries, ani)
            try await Self.waitAnHour(fixture, [ani, budi])
            #expect(try await budi.upload(file, to: Self.entries).status == 303)
            let names = try await fixture.store.particularsNames().filter { $0.hasPrefix("import/") }
            #expect(names == ["import/budi", "import/budi/file"], "swept by whoever comes next")
        }
    }

    @Test("a reading is held beside the office's, by who may, of whom they say, and never counts")
    func readings() async throws {
        try await DeskFixture.with { fixture, port in
            let sari = try await fixture.client(.supervisor, port, name: "sari")
            let state = await fixture.office.view.state
            let typed = try ImportFile(state, [(0, [:])])
            for name in ["ani", "budi"] {
                let client = try await fixture.client(.typist, port, name: name)
                try await Self.handIn(typed, Self.entries, client)
                _ = try await Self.confirm(typed, Self.entries, client)
            }
            let before = try #require(await fixture.office.view.state.election)
            let file = ImportFile(
                name: "saksi 19.csv",
                text:
                    "village,station,version,votes_1,votes_19\n73.12.01.1001,1,,12,20\n73.12.01.1001,2,psu,1,2\n"
            )
            try await Self.handIn(file, Self.readings, sari, ["source": "witnesses-19"])
            let preview = try await sari.get(Self.readings)
            #expect(preview.body.contains("accepted 11, file 12"))
            #expect(
                try await Self.confirm(file, Self.readings, sari, as: "desk/witnesses-19").body.contains(
                    "2 forms were taken"
                )
            )
            let after = try #require(await fixture.office.view.state.election)
            #expect(after.contests[0].readings.map(\.comparison) == [nil, .witnesses(19)])
            #expect(try Snapshot(after).results[0].forms == Snapshot(before).results[0].forms)
            #expect(after.files.last?.source.english == "Witnesses of contestant 19: saksi 19.csv")
            #expect(after.files.last?.signature?.found == file.digest)
            let table = try await sari.get("/en/desk/readings/ppwp")
            #expect(table.body.contains("Satu A station 1: 1 of 2 agree"))
            #expect(
                try await sari.get("/en/desk/readings/ppwp?place=73.12.02").body.contains("No form was read")
            )
            try await Self.handIn(file, Self.readings, sari, ["source": "witnesses-19"])
            let again = try await Self.confirm(file, Self.readings, sari, as: "desk/witnesses-19")
            #expect(again.body.contains("0 forms were taken, 2 were not."))
            #expect(again.body.contains("taken from this file already"))
            #expect(await fixture.office.view.state.election?.contests[0].readings.count == 2, "taken once")
            let staff = try await fixture.client(.staff, port, name: "toni")
            try await Self.handIn(file, Self.readings, staff, ["source": "volunteers"])
            let blind = try await staff.get(Self.readings)
            #expect(!blind.body.contains("accepted 11"), "staff see no forms")
            let local = try await fixture.client(.supervisor, port, name: "lokal", place: "73.12.01")
            #expect(try await local.upload(file, to: Self.readings, ["source": "sirekap"]).status == 404)
            #expect(try await local.get("/en/desk/import").body.contains("does not reach imports"))
            #expect(try await sari.get("/en/desk/import").body.contains("href=\"\(Self.readings)\""))
        }
    }

    @Test("what is wrong is said, and nothing is kept")
    func refused() async throws {
        try await DeskFixture.with { fixture, port in
            let ani = try await fixture.client(.typist, port, name: "ani")
            let state = await fixture.office.view.state
            let good = try ImportFile(state, [(0, [:])])
            let bad = ImportFile(text: good.text.replacing("73.12.01.1001,1,20", with: "73.12.01.1001,1,-1"))
            let page = try await ani.upload(bad, to: Self.entries)
            #expect(page.status == 422)
            #expect(page.body.contains("row 2, column"))
            #expect(
                try await ani.upload(good, to: Self.entries, token: "zzz").status == 403,
                "no token of ours"
            )
            #expect(try await ani.upload(good, to: Self.entries, ["ballot": "dpr"]).status == 422, "no desk")
            #expect(try await ani.upload(good, to: Self.entries, ["shape": "xls"]).status == 422)
            #expect(try await ani.upload(good, to: Self.entries, ["shape": "sirekap"]).status == 422, "2019")
            let script = try await ani.upload(bad, to: Self.entries, fileName: "<b>%0D%0ASet-Cookie: x=1.csv")
            #expect(script.head.allSatisfy { !$0.hasPrefix("Set-Cookie: x=1") })
            #expect(!script.body.contains("<b>"))
            #expect(try await fixture.store.particularsNames().filter { $0.hasPrefix("import/") } == [])
        }
    }
}
