import Accounts
import Elections
import Office
import TestSupport

@testable import Exchange
@testable import Web

/// A file of forms of the small election, as somebody sends it.
struct ImportFile {
    var name = "formulir.csv"
    let text: String

    var digest: String { FileDigest.sha256(of: Array(text.utf8)) }

    init(name: String = "formulir.csv", text: String) {
        (self.name, self.text) = (name, text)
    }

    /// A row per station's place, with the figures of the first station's form but for what is changed.
    init(_ state: ElectionState, _ rows: [(place: Int, changes: [String: Any])]) throws {
        let fields = state.desk(of: .president)?.fields.map(\.column) ?? []
        let stations = try SmallElection.regions().stations
        let lines = rows.map { row in
            let figures = APIOffice.figures(row.changes)
            let station = stations[row.place]
            return (["\(station.village)", "\(station.number)"] + fields.map { "\(figures[$0] ?? 0)" })
                .joined(separator: ",")
        }
        text =
            ([(["village", "station"] + fields).joined(separator: ",")] + lines).joined(separator: "\n")
            + "\n"
    }

    /// A form with the file behind some fields.
    func body(_ fields: [(String, String)], fileName: String? = nil) -> String {
        let parts = fields.map { name, value in
            "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        return parts.joined()
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(fileName ?? name)\"\r\n\r\n"
            + "\(text)\r\n--b--\r\n"
    }
}

extension APIOffice {
    /// Hands a file in as a program; a field that is changed to nothing is left out.
    func upload(
        _ file: ImportFile,
        to path: String,
        as account: String,
        _ changes: [String: String] = [:],
        fileName: String? = nil
    ) async throws -> Reply {
        var fields: [String: String] = ["ballot": "ppwp", "shape": "desk", "sha256": file.digest]
        for (name, value) in changes { fields[name] = value.isEmpty ? nil : value }
        let body = file.body(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, fileName: fileName)
        let head = [
            "POST \(path) HTTP/1.1", "Host: desk", "Connection: close",
            "Authorization: Bearer \(Self.token(account))", "Accept-Language: en",
            "Content-Type: multipart/form-data; boundary=b", "Content-Length: \(body.utf8.count)",
        ]
        let text = head.joined(separator: "\r\n") + "\r\n\r\n" + body
        return try Reply(try await RawClient.answer(port, to: text))
    }

    /// Takes in what was handed in.
    func confirm(_ file: ImportFile, at path: String, as account: String, _ codes: [String] = []) async throws
        -> Reply
    {
        try await ask("\(path)/confirm", as: account, ["sha256": file.digest, "confirmed": codes])
    }

    /// What the office knows.
    var state: ElectionState { get async { await office.view.state } }
}

extension DeskClient {
    /// Hands a file of forms in on a page.
    func upload(
        _ file: ImportFile,
        to path: String,
        _ changes: KeyValuePairs<String, String> = [:],
        token: String? = nil,
        fileName: String? = nil
    ) async throws -> Reply {
        let token = token ?? self.token.map { formText($0) } ?? ""
        var fields = [("ballot", "ppwp"), ("shape", "desk")]
        for (name, value) in changes {
            fields.removeAll { $0.0 == name }
            fields.append((name, value))
        }
        let body = file.body([("token", token)] + fields, fileName: fileName)
        let lines = ["Content-Type: multipart/form-data; boundary=b", "Origin: http://desk"]
        return try await ask("POST", path, lines, body)
    }
}
