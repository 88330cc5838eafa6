import Accounts
import Elections
import Exchange
import Foundation
import Office
import SQLiteStorage
import TestSupport
import Testing

@testable import Web

/// An office on a real store, with a person per role and a token for each, behind a real socket.
final class APIOffice: Sendable {
    let desk: Desk
    let office: ElectionOffice
    let store: SQLiteStore
    let port: Int
    private let accounts: SQLiteAccountStore
    /// The temporary passwords of the people.
    private let passwords: [String: String]

    /// Who works in it, as what, and where.
    static let people: [(account: String, role: Role, place: String?)] = [
        ("ani", .typist, nil), ("budi", .typist, nil), ("cici", .typist, nil), ("dewi", .resolver, nil),
        ("eka", .typist, "73.12.02"), ("sari", .supervisor, nil), ("adi", .administrator, nil),
        ("wati", .witness, nil), ("tono", .auditor, nil), ("kiki", .chair, nil),
    ]

    /// An office that took over some acts, for the length of `body`.
    static func with(
        _ acts: [Act],
        opening ballots: [Ballot] = [.president],
        people: [(account: String, role: Role, place: String?)] = people,
        _ body: @Sendable (APIOffice) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        let store = try await SQLiteStore.create(folder.url.appending(path: "office").path)
        let time = Date().milliseconds
        let office = try await ElectionOffice.open(
            store,
            ElectionOffice.Surroundings(
                now: { time },
                randomBits: ElectionOffice.Surroundings.randomBits,
                logger: TestServer.logger
            )
        )
        let all = Officer(account: "setup", permissions: Set(Permission.allCases))
        _ = try await office.perform(.takeOver(acts), as: all, request: "take over")
        for ballot in ballots {
            let act = Act.deskOpened(DeskOpened(ballot: ballot))
            _ = try await office.perform(.perform(act), as: all, request: "desk \(ballot)")
        }
        let accounts = try await SQLiteAccountStore.open(folder.url.path)
        let signIn = try await signIn(accounts, folder.url.appending(path: "security").path, time / 1_000)
        let desk = Desk(
            office: office,
            signIn: signIn,
            particulars: store,
            evidence: EvidenceRoom(office, store) { time },
            front: .direct,
            logger: TestServer.logger,
            now: { time }
        )
        var passwords: [String: String] = [:]
        for (place, person) in people.enumerated() {
            let opened = Act.accountOpened(AccountOpened(account: person.account))
            _ = try await office.perform(.perform(opened), as: all, request: "account \(person.account)")
            let mandate = Mandate(
                number: place + 1,
                account: person.account,
                role: person.role,
                place: try person.place.map { try RegionCode(parsing: $0) },
                basis: "SK 1"
            )
            let given = Act.mandateGiven(mandate)
            _ = try await office.perform(.perform(given), as: all, request: "mandate \(person.account)")
            let name = try AccountName(parsing: person.account)
            passwords[person.account] = try await signIn.makeAccount(name, by: name).text
            try await add(token(person.account), of: name, person.role.permissions, accounts, time / 1_000)
        }
        let known = passwords
        try await TestServer.with(try desk.operations()) { running in
            try await body(APIOffice(desk, office, store, running.port, accounts, known))
        }
        await office.close()
    }

    /// The small election with its president's desk open.
    static func small(_ body: @Sendable (APIOffice) async throws -> Void) async throws {
        let acts = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        let kept = acts.filter { ![.readingOpened, .formsTaken].contains($0.kind) }
        try await with(kept, body)
    }

    private init(
        _ desk: Desk,
        _ office: ElectionOffice,
        _ store: SQLiteStore,
        _ port: Int,
        _ accounts: SQLiteAccountStore,
        _ passwords: [String: String]
    ) {
        (self.desk, self.office, self.port, self.accounts) = (desk, office, port, accounts)
        self.store = store
        self.passwords = passwords
    }

    /// Has votes held again.
    func holdRevotes(
        _ votes: [(station: StationCode, version: FormVersion)],
        _ ballots: [Ballot] = [.president]
    ) async throws {
        let day = try #require(CalendarDate(parsing: "2019-04-27"))
        let acts = HeldRevotes.acts(votes, ballots, on: day, await office.view.state)
        for (place, step) in acts.enumerated() {
            let officer = Officer(account: step.account, permissions: Set(Permission.allCases))
            _ = try await office.perform(.perform(step.act), as: officer, request: "revote \(place)")
        }
    }

    /// A session of somebody, as a browser has it.
    func session(_ account: String) async throws -> SignedIn {
        let old = try #require(passwords[account])
        let first = try await desk.signIn.signIn(account, password: old, from: "192.0.2.7")
        return try await desk.signIn.changePassword(
            first.token.text,
            from: old,
            to: "kuda putih minum di tepi telaga",
            at: "192.0.2.7"
        )
    }

    /// Sends a form of a page in a session.
    func post(_ path: String, _ fields: [String: String], _ session: SignedIn) async throws -> Reply {
        let body = fields.merging([FormToken.field: session.form.text]) { $1 }.map {
            "\(PercentCoding.encoded($0))=\(PercentCoding.encoded($1))"
        }.joined(separator: "&")
        let head = [
            "POST \(path) HTTP/1.1", "Host: desk", "Connection: close", "Origin: http://desk",
            "Cookie: \(Desk.session.sent(over: .direct))=\(session.token.text)",
            "Content-Type: application/x-www-form-urlencoded", "Content-Length: \(body.utf8.count)",
        ]
        let text = head.joined(separator: "\r\n") + "\r\n\r\n" + body
        return try Reply(try await RawClient.answer(port, to: text))
    }

    /// Asks for a page in a session.
    func get(_ path: String, _ session: SignedIn) async throws -> Reply {
        let head = [
            "GET \(path) HTTP/1.1", "Host: desk", "Connection: close",
            "Cookie: \(Desk.session.sent(over: .direct))=\(session.token.text)",
        ]
        return try Reply(try await RawClient.answer(port, to: head.joined(separator: "\r\n") + "\r\n\r\n"))
    }

    private static func signIn(
        _ accounts: SQLiteAccountStore,
        _ log: String,
        _ time: Int
    ) async throws -> SignInDesk {
        var limits = SignInLimits()
        limits.cost = try #require(ScryptCost(logN: 2, r: 1, p: 1))
        return SignInDesk(
            store: accounts,
            log: try await SecurityLog(SecurityLogFolder(log), at: time),
            key: try #require(DeskKey([UInt8](repeating: 7, count: DeskKey.size))),
            limits: limits,
            clock: { time },
            random: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } },
            needsFactor: { _ in false }
        )
    }

    /// The token of an account.
    static func token(_ account: String) -> String {
        "pleno_" + String(repeating: account, count: 64).prefix(64)
    }

    private static func add(
        _ text: String,
        of account: AccountName,
        _ permissions: Set<Permission>,
        _ accounts: SQLiteAccountStore,
        _ time: Int
    ) async throws {
        let token = APIToken(
            id: TokenDigest(of: text),
            account: account,
            name: String(text.suffix(8)),
            permissions: Set(permissions.map(\.rawValue)),
            created: time,
            expires: time + 3_600,
            resets: 0
        )
        #expect(try await accounts.add(token))
    }

    /// Gives an account another token, limited to some permissions.
    func limit(_ account: String, to permissions: Set<Permission>, _ text: String) async throws {
        let name = try AccountName(parsing: account)
        try await Self.add(text, of: name, permissions, accounts, desk.time / 1_000)
    }
}

extension Date {
    fileprivate var milliseconds: Int { Int(timeIntervalSince1970 * 1_000) }
}

/// What came back.
struct Reply: Hashable, Sendable {
    let status: Int
    /// The headers, without the time of day.
    var headers: [String]
    var body: String

    init(_ text: String) throws {
        let head = try #require(text.range(of: "\r\n\r\n"))
        var lines = text[..<head.lowerBound].components(separatedBy: "\r\n")
        status = try #require(Int(lines.removeFirst().split(separator: " ")[1]))
        headers = lines.filter { !$0.lowercased().hasPrefix("date:") }
        body = String(text[head.upperBound...])
    }

    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]) ?? [:]
    }

    var code: String? { json["code"] as? String }
}

extension APIOffice {
    /// Asks as somebody; a body makes it a POST.
    func ask(
        _ path: String,
        as account: String?,
        _ body: [String: Any]? = nil,
        token: String? = nil,
        headers: [String] = ["Accept-Language: en"]
    ) async throws -> Reply {
        let text = try body.map {
            String(
                decoding: try JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys]),
                as: UTF8.self
            )
        }
        return try await send(path, as: account, text: text, token: token, headers: headers)
    }

    /// Sends a form with a photo behind its fields, as a program.
    func handIn(
        _ path: String,
        as account: String,
        _ fields: [(String, String)],
        _ photo: [UInt8],
        type: String = "image/jpeg"
    ) async throws -> Reply {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../a.jpg\"\r\n".utf8
        body += "Content-Type: \(type)\r\n\r\n".utf8
        body += photo
        body += "\r\n--b--\r\n".utf8
        let head = [
            "POST \(path) HTTP/1.1", "Host: desk", "Connection: close", "Accept-Language: en",
            "Authorization: Bearer \(Self.token(account))", "Content-Length: \(body.count)",
            "Content-Type: multipart/form-data; boundary=b",
        ]
        let text = Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
        return try Reply(try await RawClient.answer(port, to: text))
    }

    /// Sends a body as it stands.
    func send(
        _ path: String,
        as account: String?,
        text: String?,
        token: String? = nil,
        headers: [String] = ["Accept-Language: en"]
    ) async throws -> Reply {
        var lines = ["\(text == nil ? "GET" : "POST") \(path) HTTP/1.1", "Host: desk", "Connection: close"]
        if let token = token ?? account.map(Self.token) { lines.append("Authorization: Bearer \(token)") }
        if let text { lines += ["Content-Type: application/json", "Content-Length: \(text.utf8.count)"] }
        let head = (lines + headers).joined(separator: "\r\n") + "\r\n\r\n"
        return try Reply(try await RawClient.answer(port, to: head + (text ?? "")))
    }

    /// The address of a form of the small election, by the place of its station.
    static func form(_ place: Int = 0, _ version: FormVersion = .regular) throws -> String {
        let station = try SmallElection.regions().stations[place]
        return FormKey(.president, station, version).steps.joined(separator: "/")
    }

    /// The figures of the first station's form, which add up, but for what is changed.
    static func figures(_ changes: [String: Any] = [:]) -> [String: Any] {
        let figures: [String: Int] = [
            "electorate_dpt_male": 20, "electorate_dpt_female": 20, "electorate_dpt_total": 40,
            "electorate_all_male": 20, "electorate_all_female": 20, "electorate_all_total": 40,
            "voters_dpt_male": 16, "voters_dpt_female": 16, "voters_dpt_total": 32, "voters_all_male": 16,
            "voters_all_female": 16, "voters_all_total": 32, "papers_received": 41, "papers_used": 32,
            "papers_unused": 9, "votes_1": 11, "votes_19": 20, "valid": 31, "invalid": 1, "total": 32,
            "signed_members": 7, "signed_witnesses": 2,
        ]
        return (figures as [String: Any]).merging(changes) { $1 }
    }

    /// Types the first station's form as somebody.
    @discardableResult
    func type(
        as account: String,
        _ changes: [String: Any] = [:],
        confirmed: [String] = [],
        request: String = "1",
        form: String? = nil
    ) async throws -> Reply {
        let form = try form ?? Self.form()
        return try await ask(
            "/api/v1/forms/\(form)/entries",
            as: account,
            ["request": request, "figures": try await whole(changes), "confirmed": confirmed]
        )
    }

    /// A figure for every field of the first station's form: 0 where ``figures(_:)`` has none.
    func whole(_ changes: [String: Any] = [:]) async throws -> [String: Any] {
        let asked = try await ask("/api/v1/ballots", as: "ani")
        let ballots = asked.json["ballots"] as? [[String: Any]]
        let fields = ballots?.first?["fields"] as? [[String: Any]] ?? []
        let known = Self.figures(changes)
        return Dictionary(
            uniqueKeysWithValues: fields.compactMap { $0["field"] as? String }.map { ($0, known[$0] ?? 0) }
        )
    }
}
