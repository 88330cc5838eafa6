import Elections
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite("Operations")
struct EndpointTests {
    enum Right: String, CaseIterable {
        case everybody
        case typist
    }

    typealias Table = EndpointTable<Right, String>

    private static let village = PathParameter<RegionCode>.region("village")
    private static let station = PathParameter<Int>.number("station")

    static func endpoint(
        _ method: Web.Method,
        _ path: PathPattern,
        _ right: Right = .everybody,
        takes: Endpoint<Right, String>.Taken = .nothing
    ) -> Endpoint<Right, String> {
        Endpoint(method, path, right, LocalizedText(id: "Uji", en: path.template), takes: takes) {
            (call) async throws(Refusal) in
            var words = [path.template, call.caller]
            if path.parameters.contains(where: { $0.name == "village" }) {
                words.append(try call.value(village).description)
            }
            return .bytes(Array(words.joined(separator: " ").utf8), .text)
        }
    }

    private static func table() throws -> Table {
        try Table([
            endpoint(.get, .root), endpoint(.get, "desk"), endpoint(.get, "desk" / village),
            endpoint(.get, "desk/queue", .typist), endpoint(.post, "desk/queue", .typist, takes: .form),
            endpoint(.get, "desk" / village / "stations" / station),
            endpoint(.put, "desk" / village / "stations" / station, .typist, takes: .json),
        ])
    }

    @Test(
        "an address and a method lead to one operation",
        arguments: [
            (.get, "/", "/", nil, "the root"), (.get, "/desk", "/desk", nil, "a word"),
            (.head, "/desk", "/desk", nil, "what is read, its head too"),
            (.get, "/desk/73.12", "/desk/{village}", nil, "a value"),
            (.get, "/desk/queue", "/desk/queue", nil, "a word before a value"),
            (.post, "/desk/queue", "/desk/queue", nil, "another method"),
            (.get, "/desk/73.12/stations/7", "/desk/{village}/stations/{station}", nil, "two values"),
            (.put, "/desk/73.12/stations/7", "/desk/{village}/stations/{station}", nil, "another method"),
            (.post, "/desk/73.12", "", Refusal(.method, allow: [.get, .head]), "another method only"),
            (.delete, "/desk/queue", "", Refusal(.method, allow: [.get, .head, .post]), "two other methods"),
            (.get, "/nothing", "", Refusal(.notFound), "nothing"),
            (.get, "/desk/7312", "", Refusal(.notFound), "another spelling of a code"),
            (.get, "/desk/73.12/stations/07", "", Refusal(.notFound), "another spelling of a number"),
            (.get, "/desk/73.12/stations/-7", "", Refusal(.notFound), "no number"),
            (
                .get, "/desk/73.12/stations/99999999999999999999", "", Refusal(.notFound),
                "no number that fits"
            ),
            (.get, "/desk/73.12/stations/7/x", "", Refusal(.notFound), "a step more"),
            (.get, "/DESK", "", Refusal(.notFound), "another case"),
        ] as [(Web.Method, String, String, Refusal?, String)]
    )
    func match(method: Web.Method, path: String, template: String, refusal: Refusal?, why: String) throws {
        let (table, path) = (try Self.table(), try RequestPath(parsing: path))
        let found = Result { () throws(Refusal) in try table.match(method, path) }
        #expect(found.failure == refusal, "\(why)")
        guard refusal == nil else { return }
        #expect(try found.get().endpoint.path.template == template, "\(why)")
        #expect(try found.get().endpoint.method == (method == .head ? .get : method), "\(why)")
    }

    @Test("a step that stands for a value is bounded")
    func bounded() throws {
        let any = PathParameter<String>("any") { $0 }
        let table = try Table([Self.endpoint(.get, "a" / any)])
        let (long, longer) = (String(repeating: "x", count: 200), String(repeating: "x", count: 201))
        #expect(try table.match(.get, RequestPath(parsing: "/a/\(long)")).values == ["any": long])
        #expect(throws: Refusal(.notFound)) { try table.match(.get, RequestPath(parsing: "/a/\(longer)")) }
    }

    @Test("a table has each operation once")
    func clashes() {
        let other = PathParameter<Int>.number("other")
        #expect(throws: EndpointClash.sameOperation(.get, "/a")) {
            try Table([Self.endpoint(.get, "a"), Self.endpoint(.get, "a")])
        }
        #expect(throws: EndpointClash.sameOperation(.get, "/a/{other}")) {
            try Table([Self.endpoint(.get, "a" / Self.station), Self.endpoint(.get, "a" / other)])
        }
        #expect(throws: EndpointClash.parameterTwice("/{station}/{station}")) {
            try Table([Self.endpoint(.get, PathPattern.root / Self.station / Self.station)])
        }
    }

    @Test("every operation has a permission, and who changes something needs more than being anybody")
    func permissions() throws {
        for endpoint in try Self.table().endpoints where !endpoint.method.isSafe {
            #expect(endpoint.permission != .everybody, "\(endpoint.path.template)")
        }
    }

    @Test(
        "a body of another kind or size is refused before it is read",
        arguments: [
            (.form, "application/x-www-form-urlencoded", 100, nil),
            (.form, "application/x-www-form-urlencoded; charset=utf-8", nil, nil),
            (.form, "application/x-www-form-urlencoded", 256 * 1_024 + 1, .tooLarge),
            (.form, "application/json", 1, .mediaType), (.form, "", 1, .mediaType),
            (.json, "application/json", 1 << 20, nil), (.json, "text/plain", 1, .mediaType),
            (.files(Multipart.Bounds(bytes: 9)), "multipart/form-data; boundary=x", 9, nil),
            (.files(Multipart.Bounds(bytes: 9)), "multipart/form-data; boundary=x", 10, .tooLarge),
            (.nothing, "", 0, nil), (.nothing, "text/plain", 1, .tooLarge),
        ] as [(Endpoint<Right, String>.Taken, String, Int?, Refusal.Code?)]
    )
    func taken(takes: Endpoint<Right, String>.Taken, type: String, length: Int?, code: Refusal.Code?) throws {
        var fields = type.isEmpty ? [] : [("Content-Type", type)]
        if let length { fields.append(("Content-Length", String(length))) }
        let incoming = try Incoming(IncomingTests.head("/", .post, fields), peer: nil, front: .direct)
        let endpoint = Self.endpoint(.post, "a", .typist, takes: takes)
        let result = Result { () throws(Refusal) in try endpoint.check(incoming) }
        #expect(result.failure?.code == code)
    }

    @Test("the table describes itself to programs")
    func openAPI() throws {
        let table = try Self.table()
        let bytes = table.openAPI(title: "Uji", version: "1", .english) { $0.rawValue }
        let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.1")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        var operations = 0
        for endpoint in table.endpoints {
            let path = try #require(paths[endpoint.path.template])
            let operation = try #require(path[endpoint.method.rawValue.lowercased()] as? [String: Any])
            #expect(operation["x-permission"] as? String == endpoint.permission.rawValue)
            #expect(operation["summary"] as? String == endpoint.path.template)
            #expect(operation["responses"] != nil)
            #expect((operation["requestBody"] == nil) == (endpoint.takes == .nothing))
            let parameters = path["parameters"] as? [[String: Any]] ?? []
            #expect(parameters.compactMap { $0["name"] as? String } == endpoint.path.parameters.map(\.name))
            #expect(
                parameters.allSatisfy { $0["required"] as? Bool == true && $0["in"] as? String == "path" }
            )
            operations += 1
        }
        #expect(operations == paths.values.reduce(0) { $0 + $1.keys.count { $0 != "parameters" } })
    }
}
