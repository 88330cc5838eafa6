import Elections
import Foundation
import Office
import SQLiteStorage
import Synchronization
import TestSupport
import Testing

@testable import Accounts
@testable import Web

/// A desk that is served over a real socket: an office in a folder of its own on the small election, its counting
/// desk for president open, with real accounts whose passwords cost little.
final class DeskFixture: Sendable {
    static let password = "kuda putih minum di tepi telaga"
    /// Has every permission the machine's own console has.
    static let console = Officer(account: "console", permissions: Set(Permission.allCases))

    let path: String
    let office: ElectionOffice
    let store: SQLiteStore
    let signIn: SignInDesk
    let securityLog: SecurityLogFolder
    let desk: Desk
    let site: Web.Site
    private let time: Time
    private let clients = Mutex<[String: (client: DeskClient, secret: [UInt8]?)]>([:])
    private let count = Mutex(0)

    /// A clock that stands until it is moved; milliseconds since 1970.
    final class Time: Sendable {
        let now = Mutex(1_866_000_000_000)
        var value: Int { now.withLock { $0 } }
    }

    /// Serves a desk for the length of `body`.
    static func with(
        _ change: (inout SignInLimits) -> Void = { _ in },
        front: Front = .direct,
        _ body: @Sendable (DeskFixture, Int) async throws -> Void
    ) async throws {
        let fixture = try await DeskFixture(change, front)
        let server = SiteServer(port: 0, logger: TestServer.logger, desk: fixture.desk) { fixture.site }
        try await TestServer.during({ (running: LocalServer.Running) in
            try await body(fixture, running.port)
        }) { started in try await server.serve(started: started) }
        await fixture.office.close()
    }

    private init(_ change: (inout SignInLimits) -> Void, _ front: Front) async throws {
        let memory = "/dev/shm"
        let isThere = FileManager.default.isWritableFile(atPath: memory)
        let root = isThere ? memory : FileManager.default.temporaryDirectory.path
        path = root + "/pleno-desk-\(UUID().uuidString)"
        let (time, path) = (Time(), path)
        self.time = time
        store = try await SQLiteStore.create(path)
        let office = try await ElectionOffice.open(
            store,
            ElectionOffice.Surroundings(
                now: { time.value },
                randomBits: ElectionOffice.Surroundings.randomBits,
                logger: TestServer.logger
            )
        )
        self.office = office
        site = Site(try Snapshot(SmallElection().election()))
        securityLog = SecurityLogFolder(path + "/security")
        var limits = SignInLimits()
        limits.cost = try #require(ScryptCost(logN: 2, r: 1, p: 1))
        change(&limits)
        signIn = SignInDesk(
            store: try await SQLiteAccountStore.open(path),
            log: try await SecurityLog(securityLog, at: time.value / 1_000),
            key: try #require(DeskKey([UInt8](repeating: 7, count: DeskKey.size))),
            limits: limits,
            clock: { time.value / 1_000 },
            random: { count in
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            },
            needsFactor: { account in
                await office.view.state.organisation.needsSecondFactor(account.text, at: time.value)
            }
        )
        desk = Desk(
            office: office,
            signIn: signIn,
            particulars: store,
            evidence: EvidenceRoom(office, store) { time.value },
            front: front,
            logger: TestServer.logger,
            now: { time.value }
        )
        try await prepare()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The small election without the forms that are to be typed, and its counting desk.
    private func prepare() async throws {
        for (number, acts) in Act.takingOver(try SmallElection().election()).enumerated() {
            let kept = acts.filter { ![.readingOpened, .formsTaken].contains($0.kind) }
            guard !kept.isEmpty else { continue }
            _ = try await office.perform(.takeOver(kept), as: Self.console, request: "facts-\(number)")
        }
        try await perform(.deskOpened(DeskOpened(ballot: .president)))
    }

    var now: Int { time.value }

    /// Moves the clock.
    func wait(_ duration: Duration) {
        time.now.withLock { $0 += Int(duration.components.seconds) * 1_000 }
    }

    /// Does something as the console.
    func perform(_ act: Act) async throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        _ = try await office.perform(.perform(act), as: Self.console, request: "test-\(number)")
    }

    /// Opens an account with a mandate; it cannot sign in yet.
    @discardableResult
    func appoint(
        _ role: Role,
        _ name: String,
        place: String? = nil,
        until: Int? = nil
    ) async throws -> AccountName {
        let account = try AccountName(parsing: name)
        if await office.view.state.organisation.accounts[name] == nil {
            try await perform(.accountOpened(AccountOpened(account: name)))
        }
        let mandate = Mandate(
            number: await office.view.state.organisation.mandates.count + 1,
            account: name,
            role: role,
            place: try place.map { try RegionCode(parsing: $0) },
            contestant: role == .witness ? 1 : nil,
            until: until,
            basis: "SK 1/2029"
        )
        try await perform(.mandateGiven(mandate))
        return account
    }

    /// The browser of somebody who has a role, signed in as far as it goes; the same at each call.
    ///
    /// - Parameters:
    ///   - role: The role.
    ///   - port: Of the server.
    ///   - name: Of the account; the role's own unless given.
    ///   - place: Where; the whole election unless given.
    ///   - until: When the mandate ends, in milliseconds.
    /// - Returns: The browser.
    /// - Throws: What the office or the sign-in throws.
    func client(
        _ role: Role,
        _ port: Int,
        name: String? = nil,
        place: String? = nil,
        until: Int? = nil
    ) async throws -> DeskClient {
        let name = name ?? "\(role.rawValue)-1"
        if let known = clients.withLock({ $0[name]?.client }) { return known }
        let account = try await appoint(role, name, place: place, until: until)
        let (session, secret) = try await firstSession(account)
        let client = DeskClient(port, session: session.token.text)
        clients.withLock { $0[name] = (client, secret) }
        return client
    }

    /// Gives an account a password of its own, and an app where its roles ask for one.
    private func firstSession(_ account: AccountName) async throws -> (SignedIn, [UInt8]?) {
        let temporary = try await signIn.makeAccount(account, by: AccountName(parsing: "console"))
        let first = try await signIn.signIn(account.text, password: temporary.text, from: "192.0.2.1")
        let own = try await signIn.changePassword(
            first.token.text,
            from: temporary.text,
            to: Self.password,
            at: "192.0.2.1"
        )
        guard own.stage == .enrolment else { return (own, nil) }
        let enrolment = try await signIn.beginEnrolment(
            own.token.text,
            password: nil,
            office: "Pleno",
            from: "192.0.2.1"
        )
        let secret = Self.base32(enrolment.secret.text)
        let (full, _) = try await signIn.confirmEnrolment(
            own.token.text,
            code: code(secret),
            from: "192.0.2.1"
        )
        return (full, secret)
    }

    /// What the app of an account shows now; each code counts once, so the clock may have to move.
    func code(of name: String) -> String? {
        clients.withLock { $0[name]?.secret }.map { code($0) }
    }

    func code(_ secret: [UInt8]) -> String { TOTP.code(secret, step: TOTP.step(at: now / 1_000)) }

    /// The bytes of a text in base 32.
    static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.filter { $0 != " " }.flatMap { letter in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).map { value >> (4 - $0) & 1 }
        }
        return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<(start + 8)].reduce(0) { $0 << 1 | UInt8($1) }
        }
    }

    /// The lines of the security log.
    func securityLines() async throws -> String {
        var text = ""
        for name in try await securityLog.names() {
            text += String(decoding: try await securityLog.bytes(of: name), as: UTF8.self)
        }
        return text
    }
}
