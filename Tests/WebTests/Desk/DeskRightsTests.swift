import Accounts
import Elections
import Testing

@testable import Web

@Suite("Every operation of the desk, by every role", .timeLimit(.minutes(5)))
struct DeskRightsTests {
    /// An address of an endpoint, with something that is there, or could be, for each parameter.
    private static func address(_ path: PathPattern) -> String {
        let values = [
            "account": "typist-1", "mandate": "1", "ballot": "ppwp", "village": "73.12.01.1001",
            "station": "1",
            "version": "reguler", "region": "73.12.01", "file": "original",
        ]
        return path.parameters.reduce(path.template) { text, parameter in
            text.replacing("{\(parameter.name)}", with: values[parameter.name] ?? "1")
        }
    }

    /// What comes back, without the content: some contents never end.
    private static func status(_ endpoint: DeskEndpoint, _ client: DeskClient) async throws
        -> DeskClient.Reply
    {
        let address = address(endpoint.path)
        guard endpoint.method != .get else { return try await client.head(address) }
        let token = client.token.map { ["X-Form-Token: \(Accounts.FormToken.make(for: $0).text)"] } ?? []
        switch endpoint.takes {
        case .files: return try await client.upload(address, "nothing", "", headers: token)
        case .json:
            return try await client.ask(
                endpoint.method.rawValue,
                address,
                ["Content-Type: application/json", "Origin: http://desk", "Accept: text/html"] + token,
                "{}"
            )
        case .nothing, .form:
            return try await client.ask(
                endpoint.method.rawValue,
                address,
                ["Content-Type: application/x-www-form-urlencoded", "Origin: http://desk"] + token,
                client.token.map { "token=" + formText($0) } ?? ""
            )
        }
    }

    @Test("each is refused to who lacks its permission, and to nobody else")
    func everyone() async throws {
        try await DeskFixture.with({ $0.freePerAddress = 10_000 }) { fixture, port in
            // Last, since it ends the session.
            let endpoints = fixture.desk.endpoints.sorted { one, _ in !one.path.template.contains("sign-out")
            }
            _ = try await fixture.client(.typist, port)
            for role in Role.allCases {
                let client = try await fixture.client(role, port)
                for endpoint in endpoints {
                    let reply = try await Self.status(endpoint, client)
                    let what: Comment =
                        "\(role) \(endpoint.method) \(endpoint.path.template): \(reply.status)"
                    let mayDo =
                        if case .permission(let need) = endpoint.permission {
                            role.permissions.contains(need)
                        } else { true }
                    #expect((reply.status == 403) == !mayDo, what)
                    #expect(![0, 401, 429].contains(reply.status) && reply.status < 500, what)
                }
            }
        }
    }

    @Test("whoever has not signed in is led to do so, and back")
    func nobody() async throws {
        try await DeskFixture.with { fixture, port in
            _ = try await fixture.client(.typist, port)
            for endpoint in fixture.desk.endpoints where endpoint.permission != .nothing {
                let reply = try await Self.status(endpoint, DeskClient(port))
                let address = Self.address(endpoint.path)
                let what: Comment = "\(endpoint.method) \(address): \(reply.status)"
                guard endpoint.method == .get, address.hasPrefix("/desk") else {
                    #expect(reply.status == 401, what)
                    continue
                }
                #expect(reply.status == 303, what)
                let next = address == "/desk" ? "" : "?next=\(PercentCoding.encoded(address))"
                #expect(reply.header("Location") == "/desk/sign-in" + next, what)
            }
        }
    }

    @Test("each has an address below /desk or /api, and no two the same")
    func table() async throws {
        try await DeskFixture.with { fixture, _ in
            _ = try EndpointTable(fixture.desk.endpoints)
            for endpoint in fixture.desk.endpoints {
                #expect(Desk.answers(endpoint.path.template), "\(endpoint.path.template)")
                if endpoint.permission == .nothing {
                    let open = ["/desk/sign-in", "/desk/first", "/api/v1/openapi.json"]
                    #expect(
                        open.contains(endpoint.path.template),
                        "only signing in, and what programs can ask, is for everybody"
                    )
                }
            }
        }
    }
}
