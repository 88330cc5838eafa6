import ArgumentParser
import Elections
import Exchange
import Foundation
import Glibc
import Office
import SQLiteStorage

/// The place of an office on this machine: a directory with its journal and evidence.
struct OfficePlace {
    let path: String

    /// Whether an office lies there, and not an election folder.
    var isOffice: Bool {
        FileManager.default.fileExists(atPath: path + "/journal.sqlite")
    }

    /// The account at the console of this machine.
    static let console = Officer(account: "console", permissions: Set(Permission.allCases))

    /// Opens the office to work in it; no other process can then.
    func open() async throws -> ElectionOffice {
        let store = try await answering { () async throws(StoreFault) in try await SQLiteStore.open(path) }
        return try await opening(store)
    }

    /// The office whose journal a store holds.
    func opening(_ store: SQLiteStore) async throws -> ElectionOffice {
        do throws(ReplayFault) {
            return try await ElectionOffice.open(store, .ofThisMachine)
        } catch {
            await store.close()
            throw refuse(error)
        }
    }

    /// Reads the whole journal, also while another process works in the office.
    func read(
        each: (JournalEntry) -> Void = { _ in }
    ) async throws -> JournalReplay {
        let store = try await answering { () async throws(StoreFault) in try await SQLiteStore.reading(path) }
        var replay = JournalReplay()
        do throws(ReplayFault) {
            try await replay.fold(store) { entry, _, _ in each(entry) }
        } catch {
            await store.close()
            throw refuse(error)
        }
        await store.close()
        return replay
    }

    /// What a store answers, or its fault in words and status 1.
    func answering<Answer: Sendable>(
        _ question: () async throws(StoreFault) -> Answer
    ) async throws -> Answer {
        do throws(StoreFault) {
            return try await question()
        } catch {
            throw refuse(.store(error))
        }
    }

    func refuse(_ fault: ReplayFault) -> ExitCode {
        Terminal.warn("\(path): \(fault.words[Terminal.language])".visible)
        return ExitCode(fault.isOfInput ? 2 : 1)
    }
}

extension ElectionOffice.Surroundings {
    /// The clock and the randomness of this machine.
    static var ofThisMachine: ElectionOffice.Surroundings {
        ElectionOffice.Surroundings(
            now: { Int(Date().timeIntervalSince1970 * 1_000) },
            randomBits: ElectionOffice.Surroundings.randomBits,
            logger: Terminal.logger
        )
    }
}

extension Snapshot {
    /// What the facts of an office come to.
    ///
    /// - Throws: An exit code, after the reason, when they cannot be added up.
    static func of(_ state: ElectionState, at path: String) throws -> Snapshot {
        guard let election = state.election else {
            Terminal.warn(
                Terminal.say(
                    "\(path): kantor ini belum memuat pemilu; mulai dengan pleno new",
                    "\(path): this office carries no election yet; begin with pleno new"
                )
            )
            throw ExitCode(2)
        }
        do throws(Snapshot.Fault) {
            return try Snapshot(election)
        } catch {
            Terminal.warn("\(path): \(ActFault.sums(error).words[Terminal.language])".visible)
            throw ExitCode(2)
        }
    }
}
