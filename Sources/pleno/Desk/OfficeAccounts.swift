import Accounts
import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage

/// The accounts of an office in a directory: beside its journal, with a security log of their own.
enum OfficeAccounts {
    /// The desk where people sign in.
    ///
    /// - Parameters:
    ///   - office: The office, which knows who must have a second factor.
    ///   - place: Where it lies.
    ///   - keys: Where its secrets lie.
    /// - Returns: The desk.
    /// - Throws: An exit code, after the reason.
    static func open(
        _ office: any RunningOffice,
        at place: OfficePlace,
        _ keys: KeyFolder
    ) async throws -> SignInDesk {
        let (key, isNew) = try await keys.deskKey()
        let folder = place.path
        let store = try await place.answering { () async throws(StoreFault) in
            try await SQLiteAccountStore.open(folder)
        }
        do throws(AccountStoreFault) {
            let log = try await SecurityLog(SecurityLogFolder(folder + "/security"), at: now / 1_000)
            let isLost = isNew ? try await store.accounts().contains { $0.factor != nil } : false
            if isLost { warnOfLoss(keys) }
            return SignInDesk(
                store: store,
                log: log,
                key: key,
                clock: { now / 1_000 },
                random: Secrets.bytes,
                needsFactor: { account in
                    await office.view.state.organisation.needsSecondFactor(account.text, at: now)
                }
            )
        } catch {
            Terminal.warn("\(place.path): accounts: \(error)".visible)
            throw ExitCode(1)
        }
    }

    /// Milliseconds since 1970.
    static var now: Int { Int(Date().timeIntervalSince1970 * 1_000) }

    private static func warnOfLoss(_ keys: KeyFolder) {
        Terminal.warn(
            Terminal.say(
                "\(keys.path): desk.secret tidak ada dan dibuat baru; aplikasi pengautentikasi yang terpasang tidak "
                    + "berlaku lagi: pulihkan berkas itu, atau pakai pleno accounts reset",
                "\(keys.path): desk.secret was not there and is made anew; authenticator apps that were set up count "
                    + "no more: restore that file, or use pleno accounts reset"
            )
        )
    }
}

/// Random bytes of the system, fit for secrets (getrandom).
enum Secrets {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension KeyFolder {
    /// The file of the secret that hides second factors; no signing key, so its name ends otherwise.
    private static let secret = "desk.secret"

    /// The key that hides second factors, and whether it was made just now.
    ///
    /// - Throws: An exit code, after the reason.
    func deskKey() async throws -> (key: DeskKey, isNew: Bool) {
        let (bytes, isNew) = try await deskSecret()
        guard let key = DeskKey(bytes) else { throw OfficePlace.refuse(path, .store(.damaged(Self.secret))) }
        return (key, isNew)
    }

    /// The bytes of that key, made on first use.
    func deskSecret() async throws -> (bytes: [UInt8], isNew: Bool) {
        do throws(StoreFault) {
            if let bytes = try await heads.bytes(of: Self.secret, most: DeskKey.size) {
                return (bytes, false)
            }
            let bytes = Secrets.bytes(DeskKey.size)
            try await heads.write([StoredFile(Self.secret, bytes)])
            return (bytes, true)
        } catch {
            throw OfficePlace.refuse(path, .store(error))
        }
    }
}
