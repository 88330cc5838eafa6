import Accounts
import Synchronization

@testable import Web

/// A browser as far as a desk notices: it keeps the cookie it was given, and sends forms with their token.
final class DeskClient: Sendable {
    /// What came back.
    struct Reply: Sendable {
        let status: Int
        /// The header, a line each.
        let head: [String]
        let body: String

        init(_ text: String) {
            let sides = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            head = sides.first.map { $0.split(separator: "\r\n").map(String.init) } ?? []
            body = sides.dropFirst().first.map(String.init) ?? ""
            status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        }

        /// The value of a header.
        func header(_ name: String) -> String? {
            head.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }

        /// The value of the last hidden field of a name: those of the page stand behind those of its frame.
        func hidden(_ name: String) -> String? {
            body.split(separator: "<input type=\"hidden\" name=\"\(name)\" value=\"").dropFirst().last
                .map { String($0.prefix { $0 != "\"" }) }
        }

        /// How often a piece of text stands in the page.
        func count(of piece: String) -> Int { body.ranges(of: piece).count }

        /// The text of the first element that begins so.
        func text(after start: String) -> String? {
            body.firstRange(of: start).map { String(body[$0.upperBound...].prefix { $0 != "<" }) }
        }
    }

    let port: Int
    private let session: Mutex<String?>

    init(_ port: Int, session: String? = nil) {
        self.port = port
        self.session = Mutex(session)
    }

    /// The token of the session.
    var token: String? { session.withLock { $0 } }

    /// Another browser with the same cookie.
    func copy() -> DeskClient { DeskClient(port, session: token) }

    func get(_ path: String, _ headers: [String] = []) async throws -> Reply {
        try await ask("GET", path, headers, "")
    }

    func head(_ path: String, _ headers: [String] = []) async throws -> Reply {
        try await ask("HEAD", path, headers, "")
    }

    /// Sends a form of our own pages.
    ///
    /// - Parameters:
    ///   - path: Where to.
    ///   - fields: Its fields.
    ///   - token: The session's unless given; none when empty.
    ///   - origin: Where from; the desk itself unless given.
    ///   - headers: Further lines.
    /// - Returns: What came back.
    /// - Throws: What the connection throws.
    func post(
        _ path: String,
        _ fields: KeyValuePairs<String, String> = [:],
        token: String? = nil,
        origin: String? = nil,
        headers: [String] = []
    ) async throws -> Reply {
        let token = token ?? self.token.map { Accounts.FormToken.make(for: $0).text } ?? ""
        let all = (token.isEmpty ? [] : [("token", token)]) + fields.map { ($0.key, $0.value) }
        let body = all.map { "\(PercentCoding.encoded($0.0))=\(PercentCoding.encoded($0.1))" }
            .joined(separator: "&")
        let lines = [
            "Content-Type: application/x-www-form-urlencoded", "Origin: \(origin ?? "http://desk")",
        ]
        return try await ask("POST", path, lines + headers, body)
    }

    /// Hands a file in, with the token before it.
    func upload(
        _ path: String,
        _ field: String,
        _ text: String,
        _ fields: [(String, String)] = [],
        token: String? = nil,
        headers: [String] = []
    ) async throws -> Reply {
        let token = token ?? self.token.map { Accounts.FormToken.make(for: $0).text } ?? ""
        let body =
            ([("token", token)] + fields).map {
                "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n"
            }.joined()
            + "--b\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"a.csv\"\r\n\r\n\(text)\r\n--b--\r\n"
        let lines = ["Content-Type: multipart/form-data; boundary=b", "Origin: http://desk"]
        return try await ask("POST", path, lines + headers, body)
    }

    func ask(_ method: String, _ path: String, _ headers: [String], _ body: String) async throws -> Reply {
        let cookie = token.map { ["Cookie: pleno-session=\($0)"] } ?? []
        let length = body.isEmpty && method == "GET" ? [] : ["Content-Length: \(body.utf8.count)"]
        let lines =
            ["\(method) \(path) HTTP/1.1", "Host: desk", "Connection: close"] + cookie + length + headers
        let text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
        let reply = Reply(try await RawClient.answer(port, to: text))
        if let set = reply.header("Set-Cookie"), set.hasPrefix("pleno-session=") {
            let value = set.dropFirst("pleno-session=".count).prefix { $0 != ";" }
            session.withLock { $0 = value.isEmpty ? nil : String(value) }
        }
        return reply
    }
}

/// What forms of a session carry.
func formText(_ token: String) -> String { Accounts.FormToken.make(for: token).text }
