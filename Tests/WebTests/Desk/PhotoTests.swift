import Elections
import Foundation
import Office
import SQLiteStorage
import TestSupport
import Testing

@testable import Web

@Suite("Photos at the desk", .timeLimit(.minutes(2)))
struct PhotoTests {
    private static let first = "/api/v1/evidence/73.12.01.1001/1"
    private static let second = "/api/v1/evidence/73.12.01.1001/2"

    private static func fields(_ request: String, _ changes: [String: String?] = [:]) -> [(String, String)] {
        var fields: [String: String?] = [
            "request": request, "page": "plano", "ballot": "ppwp", "number": "1",
        ]
        fields.merge(changes) { $1 }
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }

    @Test("a photo is handed in, seen beside the form, found at two places, and withdrawn")
    func wholeWay() async throws {
        try await APIOffice.small { office in
            let form = try APIOffice.form()
            let before = try await office.ask("/desk/forms/\(form)", as: "ani")
            #expect(!before.body.contains("data-viewer"))
            let handed = try await office.handIn(Self.first, as: "sari", Self.fields("1"), Photo.jpeg(1))
            #expect(handed.status == 201, "\(handed.body)")
            let piece = try #require(handed.json["piece"] as? [String: Any])
            #expect(
                Set((piece["files"] as? [String: String] ?? [:]).keys) == ["original", "copy", "miniature"]
            )
            let again = try await office.handIn(Self.first, as: "sari", Self.fields("1"), Photo.jpeg(1))
            #expect(again.status == 201, "asked again, it is not done again")
            #expect(await office.office.view.state.evidence.count == 1)

            // Whoever types sees it beside the fields; what is shown is the copy without descriptions.
            let page = try await office.ask("/desk/forms/\(form)", as: "ani")
            #expect(page.body.contains("data-viewer"))
            #expect(page.body.contains("src=\"/desk/evidence/files/1/copy\""))
            let file = try await office.ask("/desk/evidence/files/1/copy", as: "ani")
            #expect(file.status == 200 && !file.body.contains(Photo.secret))
            #expect(file.headers.contains("Content-Type: image/jpeg"))
            #expect(file.headers.contains("X-Content-Type-Options: nosniff"))
            #expect(try await office.ask("/desk/evidence/files/1/copy", as: "eka").status == 404, "her area")
            #expect(try await office.ask("/desk/evidence/files/1/copy", as: "wati").status == 403)
            #expect(try await office.ask("/desk/evidence/files/1/copy", as: nil).status == 303)

            // The same photo, packed anew, at another station.
            let alike = try await office.handIn(
                Self.second,
                as: "sari",
                Self.fields("2"),
                Photo.jpeg(1, quality: 70)
            )
            let found = try #require(alike.json["likenesses"] as? [[String: Any]])
            #expect(found.compactMap { $0["other"] as? Int } == [1])
            let list = try await office.ask("/desk/evidence", as: "sari")
            #expect(list.body.contains("/desk/evidence/73.12.01.1001/1#e-1"))
            #expect(!(try await office.ask("/desk/evidence", as: "eka")).body.contains("#e-1"))

            let reason: [String: Any] = ["request": "3", "reason": "of station 1"]
            let withdrawn = try await office.ask("/api/v1/evidence/pieces/2/withdrawal", as: "sari", reason)
            #expect(withdrawn.status == 201 && withdrawn.json["erased"] as? Bool == true)
            #expect(try await office.ask("/desk/evidence/files/2/original", as: "sari").status == 404)
            let station = try await office.ask("/desk/evidence/73.12.01.1001/2", as: "sari")
            #expect(station.body.contains("of station 1"))
            let twice = try await office.ask(
                "/api/v1/evidence/pieces/2/withdrawal",
                as: "sari",
                ["request": "4", "reason": "again"]
            )
            #expect(twice.status == 409 && twice.code == "no-evidence")
        }
    }

    @Test("anybody sees what is published of a photo, from the page of its figures, until it is withdrawn")
    func published() async throws {
        try await APIOffice.small { office in
            _ = try await office.handIn(Self.first, as: "sari", Self.fields("1"), Photo.jpeg(1))
            let minutes = Self.fields("2", ["page": "delivery", "ballot": nil])
            _ = try await office.handIn(Self.first, as: "sari", minutes, Photo.jpeg(2))
            let view = await office.office.view
            let (open, kept) = (try #require(view.state.evidence[1]), try #require(view.state.evidence[2]))
            let site = Site(
                try Snapshot(#require(view.state.election(of: .president))),
                evidence: view.state.evidence
            )
            let copy = try #require(open.copy)
            let link = "href=\"/pictures/\(copy.digest)\">Tally sheet (C1 Plano, C.Hasil), page 1</a>"
            for (path, isShown, reason) in [
                ("/en/ballots/ppwp/trail/73.12.01.1001/1", true, "where its votes went"),
                ("/en/regions/73.12.01.1001/stations/1", true, "the station"),
                ("/en/ballots/ppwp/trail/73.12.01.1001/2", false, "another station"),
                ("/en/ballots/ppwp/trail/73.12.01.1001", false, "a village has no form"),
            ] {
                let page = String(decoding: site.answer(path: path).body, as: UTF8.self)
                #expect(page.contains(link) == isShown, "\(reason)")
                #expect(page.components(separatedBy: "/pictures/").count == (isShown ? 2 : 1), "\(reason)")
            }
            let server = SiteServer(port: 0, logger: TestServer.logger, evidence: office.desk.evidence) {
                site
            }
            try await TestServer.during({ (running: LocalServer.Running) in
                func get(_ path: String, _ method: String = "GET", tag: String? = nil) async throws -> Reply {
                    let known = tag.map { "If-None-Match: \($0)\r\n" } ?? ""
                    let head =
                        "\(method) \(path) HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\(known)\r\n"
                    return try Reply(try await RawClient.answer(running.port, to: head))
                }
                let path = "/pictures/\(copy.digest)"
                let seen = try await get(path)
                #expect(seen.status == 200 && !seen.body.contains(Photo.secret))
                #expect(seen.headers.contains("Content-Type: image/jpeg"))
                #expect(seen.headers.contains("Content-Length: \(copy.size)"))
                #expect(seen.headers.contains("X-Content-Type-Options: nosniff"))
                #expect(seen.headers.contains("Cache-Control: no-cache"), "a withdrawn one must be gone")
                let known = try await get(path, tag: "\"\(copy.digest)\"")
                #expect(known.status == 304 && known.body.isEmpty, "it still stands")
                let head = try await get(path, "HEAD")
                #expect(head.status == 200 && head.body.isEmpty)
                #expect(try await get(path, "POST").status == 405, "nobody writes here")
                for (digest, reason) in [
                    ("\(try #require(open.original).digest)", "what was handed in"),
                    ("\(try #require(open.miniature).digest)", "a miniature"),
                    ("\(try #require(kept.original).digest)", "a page that is not published"),
                    ("\(copy.digest)".uppercased(), "another spelling"), ("..", "a way out"), ("", "nothing"),
                ] {
                    #expect(try await get("/pictures/\(digest)").status == 404, "\(reason)")
                }
                let reason: [String: Any] = ["request": "3", "reason": "of station 2"]
                let end = try await office.ask("/api/v1/evidence/pieces/1/withdrawal", as: "sari", reason)
                #expect(end.status == 201)
                #expect(try await get(path).status == 404, "it was withdrawn")
                #expect(
                    try await get(path, tag: "\"\(copy.digest)\"").status == 404,
                    "whoever has it is told"
                )
            }) { started in try await server.serve(started: started) }
        }
    }

    struct Row: Sendable {
        let reason: String
        var account = "sari"
        var changes: [String: String?] = [:]
        var photo = Photo.jpeg(2)
        var type = "image/jpeg"
        let status: Int
        let code: String
    }

    private static let rows = [
        Row(reason: "no page named", changes: ["page": nil], status: 422, code: "field-missing"),
        Row(reason: "a page nobody knows", changes: ["page": "x"], status: 422, code: "field-invalid"),
        Row(reason: "an attendance list", changes: ["page": "attendance"], status: 422, code: "page-refused"),
        Row(reason: "identity numbers", changes: ["page": "identity"], status: 422, code: "page-refused"),
        Row(reason: "of no ballot", changes: ["ballot": nil], status: 422, code: "page-place"),
        Row(reason: "a ballot nobody knows", changes: ["ballot": "x"], status: 422, code: "field-invalid"),
        Row(reason: "page 0", changes: ["number": "0"], status: 422, code: "page-number"),
        Row(reason: "page 100", changes: ["number": "100"], status: 422, code: "page-number"),
        Row(reason: "no request", changes: ["request": nil], status: 422, code: "field-missing"),
        Row(reason: "a page of the web", photo: Array("<html>".utf8), status: 422, code: "unknown-type"),
        Row(reason: "nothing", photo: [], status: 422, code: "empty"),
        Row(reason: "another kind than said", photo: Photo.png(2), status: 422, code: "wrong-type"),
        Row(
            reason: "a bomb",
            photo: Photo.bomb(width: 60_000, height: 60_000),
            type: "image/png",
            status: 422,
            code: "too-large"
        ),
        Row(reason: "cut off", photo: Array(Photo.jpeg(2).prefix(900)), status: 422, code: "truncated"),
        Row(reason: "by a typist", account: "ani", status: 403, code: "forbidden"),
        Row(reason: "by a witness", account: "wati", status: 403, code: "forbidden"),
    ]

    @Test("what is no page of the station is refused, and nothing of it stays")
    func refused() async throws {
        try await APIOffice.small { office in
            for (place, row) in Self.rows.enumerated() {
                let reply = try await office.handIn(
                    Self.first,
                    as: row.account,
                    Self.fields("r\(place)", row.changes),
                    row.photo,
                    type: row.type
                )
                #expect(reply.status == row.status, "\(row.reason): \(reply.body)")
                #expect(reply.code == row.code, "\(row.reason): \(reply.body)")
            }
            #expect(await office.office.view.state.evidence.count == 0)
            let names = try await office.store.evidence.all()
            #expect(names == [], "no bytes are left")
        }
    }

    @Test("a form that is cut, whose file comes first, or that is too large, is none")
    func broken() async throws {
        try await APIOffice.small { office in
            let file = "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\nx\r\n"
            let page = Self.fields("1").map {
                "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
            }.joined()
            for (body, length, status, reason) in [
                (file + page + "--b--\r\n", nil, 422, "the file first: nobody knows what it is"),
                (page + "--b--\r\n", nil, 422, "no file"), (page + file, nil, 400, "no end"),
                ("", 30_000_000, 413, "too large"),
            ] as [(String, Int?, Int, String)] {
                let head = [
                    "POST \(Self.first) HTTP/1.1", "Host: desk", "Connection: close",
                    "Authorization: Bearer \(APIOffice.token("sari"))",
                    "Content-Length: \(length ?? body.utf8.count)",
                    "Content-Type: multipart/form-data; boundary=b",
                ]
                let text = head.joined(separator: "\r\n") + "\r\n\r\n" + body
                let reply = try Reply(try await RawClient.answer(office.port, to: text))
                #expect(reply.status == status, "\(reason): \(reply.body)")
            }
            #expect(await office.office.view.state.evidence.count == 0)
        }
    }

    @Test("a page of ours must have asked, and says in words what is wrong")
    func page() async throws {
        try await DeskFixture.with { fixture, port in
            let client = try await fixture.client(.supervisor, port)
            let path = "/en/desk/evidence/73.12.01.1001/1"
            let fields = [("request", "1"), ("page", "plano"), ("ballot", "ppwp"), ("number", "1")]
            let forged = try await client.upload(path, "photo", "x", fields, token: "forged")
            #expect(forged.status == 403)
            let wrong = try await client.upload(path, "photo", "x", fields)
            #expect(wrong.status == 422 && wrong.body.contains("neither a JPEG or PNG photo nor a PDF"))
            #expect(wrong.body.contains("href=\"/desk\" hreflang=\"id\""), "nobody knows its page")
            let referer = ["Referer: http://desk\(path)?done=1"]
            let known = try await client.upload(path, "photo", "x", fields, headers: referer)
            #expect(known.body.contains("href=\"/desk/evidence/73.12.01.1001/1?done=1\" hreflang=\"id\""))
            let taken = try await client.upload(path, "photo", "%PDF-1.7\n1 0 obj", fields)
            #expect(taken.status == 303 && taken.header("Location") == path + "?done=1")
            let shown = try await client.get(path + "?done=1")
            #expect(shown.body.contains("Taken: evidence 1"))
            let withdrawal = try await client.get("/en/desk/evidence/pieces/1/withdrawal")
            #expect(withdrawal.body.contains("erased for good"))
            let ends: KeyValuePairs = ["request": "2", "reason": ""]
            #expect(try await client.post("/en/desk/evidence/pieces/1/withdrawal", ends).status == 422)
        }
    }
}
