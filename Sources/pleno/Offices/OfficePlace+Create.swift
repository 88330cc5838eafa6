import ArgumentParser
import Elections
import Foundation
import Office
import PostgresStorage
import SQLiteStorage
import Web

extension OfficePlace {
    /// Checks that no file or directory is there; an address is looked at when the office is made.
    ///
    /// - Throws: An exit code, after the reason.
    func checkIsFree() throws {
        guard address == nil, FileManager.default.fileExists(atPath: path) else { return }
        Terminal.warn(
            Terminal.say(
                "\(path): sudah ada; pilih nama lain, atau hapus dahulu",
                "\(path): there is something already; choose another name, or remove it first"
            )
        )
        throw ExitCode(2)
    }

    /// The directory this is.
    ///
    /// - Throws: An exit code, after the reason, for an address.
    func directory() throws -> String {
        guard address != nil else { return path }
        Terminal.warn(
            Terminal.say(
                "\(path): diharapkan sebuah direktori; pleno migrate membawa kantor ke PostgreSQL",
                "\(path): expected a directory; pleno migrate takes an office to a PostgreSQL"
            )
        )
        throw ExitCode(2)
    }

    /// Makes an office, whole or not at all.
    ///
    /// - Parameter work: What it does before anybody sees it.
    /// - Returns: The number of its entries.
    /// - Throws: An exit code, after the reason.
    func create(_ work: (ElectionOffice) async throws(Refusal) -> Void) async throws -> Int {
        guard let address else { return try await createDirectory(work) }
        let store = try await answering { () async throws(StoreFault) in
            try await PostgresStore.create(address.dsn, office: address.office, holder: Self.holder)
        }
        return try await fill(store, work) { () async throws(StoreFault) in try await store.commit() }
    }

    /// Made beside its place and moved there whole, so that half an office is never found.
    private func createDirectory(_ work: (ElectionOffice) async throws(Refusal) -> Void) async throws -> Int {
        let name = "/" + path.split(separator: "/").joined(separator: "/")
        let target = path.first == "/" ? name : String(name.dropFirst())
        let partial = "\(target).new-\(UUID().uuidString)"
        do {
            let above = URL(filePath: partial).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
            let store = try await answering { () async throws(StoreFault) in
                try await SQLiteStore.create(partial)
            }
            let count = try await fill(store, work)
            try FileManager.default.moveItem(atPath: partial, toPath: target)
            return count
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            guard error is ExitCode else {
                Terminal.warn("\(path): \(error.localizedDescription)")
                throw ExitCode(1)
            }
            throw error
        }
    }

    /// Works in a new office and closes it.
    private func fill(
        _ store: any JournalStore,
        _ work: (ElectionOffice) async throws(Refusal) -> Void,
        commit: () async throws(StoreFault) -> Void = {}
    ) async throws -> Int {
        let office = try await opening(store)
        do throws(Refusal) {
            try await work(office)
            do throws(StoreFault) { try await commit() } catch { throw .notStored(error) }
        } catch {
            await office.close()
            Terminal.warn("\(path): \(error.words[Terminal.language])".visible)
            throw ExitCode(1)
        }
        let count = await office.view.count
        await office.close()
        return count
    }
}
