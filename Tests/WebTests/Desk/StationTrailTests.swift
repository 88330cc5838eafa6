import Testing

@testable import Web

@Suite("The trail of a station at the desk", .timeLimit(.minutes(2)))
struct StationTrailTests {
    private static let path = "/desk/trail/ppwp/73.12.01.1001/1"

    @Test("names who typed an accepted form to whoever may see forms, and to nobody else")
    func typists() async throws {
        try await APIOffice.small { office in
            func page(_ account: String, _ path: String = Self.path) async throws -> Reply {
                try await office.ask(path, as: account, headers: ["Accept: text/html"])
            }
            try await office.type(as: "ani")
            let before = try await page("tono")
            #expect(before.status == 200)
            #expect(!before.body.contains("ani<"), "what is typed is nobody's business yet")
            try await office.type(as: "budi", request: "2")
            let after = try await page("tono")
            for part in [
                "diketik dua orang", "ani<", "budi<", "href=\"/ballots/ppwp/trail/73.12.01.1001/1\"",
            ] {
                #expect(after.body.contains(part), "\(part)")
            }
            #expect(try await page("tono", "/en" + Self.path).body.contains("typed by two people"))
            #expect(try await page("ani").status == 403)
            #expect(try await page("tono", "/desk/trail/dpr/73.12.01.1001/1").status == 404)
            #expect(try await page("tono", "/desk/trail/ppwp/73.12.01.1001/9").status == 404)
        }
    }
}
