@testable import Accounts
import Foundation
import SQLiteStorage
import Synchronization
import TestSupport

/// A desk with a real store and a real log in a folder of its own, and a clock that stands until it is moved.
final class TestDesk: Sendable {
    let path: String
    let store: any AccountStore
    let files: SecurityLogFolder
    let log: SecurityLog
    let desk: SignInDesk
    let limits: SignInLimits
    private let time: Clock
    private let accountsThatNeedAFactor: Names
    private let dice: Randomness

    static let address = "192.0.2.7"
    static let password = Sample.password
    static let admin = name("admin-1")

    final class Clock: Sendable {
        let now = Mutex(1_790_000_000)
    }

    final class Names: Sendable {
        let all = Mutex<Set<AccountName>>([])
    }

    final class Randomness: Sendable {
        let dice: Mutex<Dice>
        init(_ salt: String) { dice = Mutex(Dice(salt: salt)) }
        func bytes(_ count: Int) -> [UInt8] {
            dice.withLock { dice in (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &dice) } }
        }
    }

    /// - Parameters:
    ///   - salt: What makes its random bytes.
    ///   - change: Changes its limits.
    /// - Throws: What opening its files throws.
    init(_ salt: String, _ change: (inout SignInLimits) -> Void = { _ in }) async throws {
        path = Sample.folder()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        (time, accountsThatNeedAFactor, dice) = (Clock(), Names(), Randomness(salt))
        store = try await SQLiteAccountStore.open(path)
        files = SecurityLogFolder(path + "/security")
        log = try await SecurityLog(files, at: time.now.withLock { $0 })
        var limits = SignInLimits()
        limits.cost = Self.cheap
        change(&limits)
        self.limits = limits
        desk = Self.desk(store, log, limits, time, accountsThatNeedAFactor, dice)
    }

    static let cheap = ScryptCost(logN: 2, r: 1, p: 1) ?? .standard

    private static func desk(
        _ store: any AccountStore,
        _ log: SecurityLog,
        _ limits: SignInLimits,
        _ time: Clock,
        _ names: Names,
        _ dice: Randomness
    ) -> SignInDesk {
        guard let key = DeskKey([UInt8](repeating: 7, count: DeskKey.size)) else {
            preconditionFailure("a key has so many bytes")
        }
        return SignInDesk(
            store: store,
            log: log,
            key: key,
            limits: limits,
            clock: { time.now.withLock { $0 } },
            random: { dice.bytes($0) },
            needsFactor: { account in names.all.withLock { $0.contains(account) } }
        )
    }

    /// Another desk at the same store, with other limits.
    func another(_ change: (inout SignInLimits) -> Void) -> SignInDesk {
        var limits = limits
        change(&limits)
        return Self.desk(store, log, limits, time, accountsThatNeedAFactor, dice)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var now: Int { time.now.withLock { $0 } }

    func wait(_ seconds: Int) { time.now.withLock { $0 += seconds } }

    func needFactor(_ account: AccountName) {
        _ = accountsThatNeedAFactor.all.withLock { $0.insert(account) }
    }

    /// The session of the first administrator.
    func first() async throws -> SignedIn {
        let link = try await desk.makeFirstLink()
        return try await desk.setUpFirst(
            link.text,
            name: Self.admin.text,
            password: Self.password,
            from: Self.address
        )
    }

    /// An account that signed in and has its own password.
    func person(_ account: String) async throws -> SignedIn {
        let temporary = try await desk.makeAccount(name(account), by: Self.admin)
        let session = try await signIn(account, temporary.text)
        return try await desk.changePassword(
            session.token.text,
            from: temporary.text,
            to: Self.password,
            at: Self.address
        )
    }

    func signIn(_ account: String, _ password: String = password) async throws -> SignedIn {
        try await desk.signIn(account, password: password, from: Self.address)
    }

    /// Sets up an app: its secret, the session behind it, and the recovery codes.
    func enrol(_ session: SignedIn) async throws -> (secret: [UInt8], session: SignedIn, recovery: [Secret]) {
        let enrolment = try await desk.beginEnrolment(
            session.token.text,
            password: Self.password,
            office: "KPU Soppeng",
            from: Self.address
        )
        let secret = base32(enrolment.secret.text)
        let (signedIn, recovery) = try await desk.confirmEnrolment(
            session.token.text,
            code: code(secret),
            from: Self.address
        )
        return (secret, signedIn, recovery)
    }

    /// What the app shows now.
    func code(_ secret: [UInt8], later seconds: Int = 0) -> String {
        TOTP.code(secret, step: TOTP.step(at: now + seconds))
    }

    /// The bytes of all files below the folder.
    func bytes() throws -> Data {
        try FileManager.default.subpathsOfDirectory(atPath: path).reduce(into: Data()) { bytes, name in
            let file = URL(filePath: path + "/" + name)
            if (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false {
                bytes += try Data(contentsOf: file)
            }
        }
    }

    /// The lines of the security log.
    func lines() async throws -> [String] {
        var lines: [String] = []
        for file in try await files.names() {
            let text = String(decoding: try await files.bytes(of: file), as: UTF8.self)
            lines += text.split(separator: "\n").map(String.init)
        }
        return lines
    }

    /// The events in it, in order, as they are written.
    func events() async throws -> [String] {
        try await lines().compactMap { SecurityLine.value("event", $0).map(String.init) }
    }
}
