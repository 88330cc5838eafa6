import ArgumentParser
import Elections
import Foundation
import Office
import SQLiteStorage
import TransparencyLog

/// The folder of an office's private keys, outside the office and its backups; also what was last signed with them.
struct KeyFolder {
    let path: String

    private var store: FolderStore { FolderStore(path, isPublic: false) }

    /// Where the last signed checkpoints lie.
    var heads: FolderStore { store }

    /// Makes the keys of an office of this name, one for each purpose.
    func make(_ name: KeyName) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            Terminal.warn(
                Terminal.say(
                    "\(path): sudah ada; kunci yang hilang tidak dapat dibuat lagi, jadi tidak ada yang ditimpa",
                    "\(path): there is something already; a lost key cannot be made again, so nothing is replaced"
                )
            )
            throw ExitCode(2)
        }
        _ = try await deskSecret()
        try await write(
            KeyNamed.Purpose.allCases.map { purpose in
                let name = purpose == .rehearsal ? (try? KeyName("\(name)/rehearsal")) ?? name : name
                return (Self.file(purpose), Self.newKey(name))
            }
        )
    }

    /// The key that will take the place of the one in use; the same when asked again.
    func next(for purpose: KeyNamed.Purpose) async throws -> SigningKey {
        if let key = try await keys()[Self.nextFile(purpose)] { return key }
        let key = Self.newKey(try await self.key(for: purpose).verifier.name)
        try await write([(Self.nextFile(purpose), key)])
        return key
    }

    /// Puts the next key in the place of the one in use, which stays beside it under a number.
    func advance(_ purpose: KeyNamed.Purpose) async throws {
        let keys = try await keys()
        guard let old = keys[Self.file(purpose)], let new = keys[Self.nextFile(purpose)] else { return }
        let number = (1...).first { keys["\(purpose.rawValue)-\($0).key"] == nil } ?? 1
        // The old one first: at no moment is a key nowhere.
        try await write([("\(purpose.rawValue)-\(number).key", old), (Self.file(purpose), new)])
        try FileManager.default.removeItem(atPath: "\(path)/\(Self.nextFile(purpose))")
    }

    /// The key in use for a purpose.
    func key(for purpose: KeyNamed.Purpose) async throws -> SigningKey {
        guard let key = try await keys()[Self.file(purpose)] else {
            throw refuse(.missing(Self.file(purpose)))
        }
        return key
    }

    /// Every key by the name of its file.
    func keys() async throws -> [String: SigningKey] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw refuse(.missing(path))
        }
        var keys: [String: SigningKey] = [:]
        for name in names where name.hasSuffix(".key") {
            do throws(StoreFault) {
                let bytes = try await store.bytes(of: name, most: 1_000) ?? []
                let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
                guard let key = try? SigningKey(parsing: text) else { throw .damaged(name) }
                keys[name] = key
            } catch {
                throw refuse(error)
            }
        }
        return keys
    }

    private static func file(_ purpose: KeyNamed.Purpose) -> String { "\(purpose.rawValue).key" }

    private static func nextFile(_ purpose: KeyNamed.Purpose) -> String { "\(purpose.rawValue)-next.key" }

    private static func newKey(_ name: KeyName) -> SigningKey {
        // The system's generator is one for secrets (getrandom).
        var generator = SystemRandomNumberGenerator()
        let seed = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        guard let key = SigningKey(name, .note, seed: seed) else {
            preconditionFailure("a seed has 32 bytes")
        }
        return key
    }

    private func write(_ keys: [(name: String, key: SigningKey)]) async throws {
        do throws(StoreFault) {
            try await store.write(keys.map { StoredFile($0.name, Array(($0.key.text + "\n").utf8)) })
        } catch {
            throw refuse(error)
        }
    }

    private func refuse(_ fault: StoreFault) -> ExitCode {
        OfficePlace.refuse(path, .store(fault))
    }
}
