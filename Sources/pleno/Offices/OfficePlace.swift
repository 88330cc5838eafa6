import ArgumentParser
import Elections
import Exchange
import Foundation
import Glibc
import Office
import PostgresStorage
import SQLiteStorage
import Web

/// The place of an office: a directory of this machine, or an address on a PostgreSQL.
struct OfficePlace {
    /// As it was given, and as it is shown: no address holds a password.
    let path: String
    /// Where it lies on a PostgreSQL; `nil` for a directory.
    let address: PostgresAddress?

    /// The place a person names.
    ///
    /// - Throws: An exit code, after the reason, when it is no address of an office but is meant as one.
    init(path: String) throws {
        self.path = path
        guard PostgresAddress.isMeant(by: path) else {
            address = nil
            return
        }
        do throws(PostgresAddress.Fault) {
            address = try PostgresAddress(parsing: path)
        } catch {
            Terminal.warn(error.words[Terminal.language].visible)
            throw ExitCode(2)
        }
    }

    /// Whether an office lies there, and not an election folder.
    var isOffice: Bool {
        address != nil || FileManager.default.fileExists(atPath: path + "/journal.sqlite")
    }

    /// The account at the console of this machine.
    static let console = Officer(account: "console", permissions: Set(Permission.allCases))

    /// Opens the office to work in it: no other process can in a directory, others take part on a PostgreSQL.
    func open() async throws -> any RunningOffice { try await openToServe().0 }

    /// Opens the office as ``open()`` does, with its store; `nil` on a PostgreSQL.
    func openToServe() async throws -> (any RunningOffice, SQLiteStore?) {
        guard let address else {
            let store = try await answering { () async throws(StoreFault) in
                try await SQLiteStore.open(path)
            }
            let office = try await opening(store)
            await Self.sweep(office, store)
            return (office, store)
        }
        do throws(ReplayFault) {
            return (
                try await SharedOffice.open(PostgresOffice(address, holder: Self.holder), .ofThisMachine), nil
            )
        } catch {
            throw refuse(error)
        }
    }

    /// The time of this machine, in milliseconds since 1970.
    @Sendable static func now() -> Int { Int(Date().timeIntervalSince1970 * 1_000) }

    /// The office whose journal a store holds.
    func opening(_ store: any JournalStore) async throws -> ElectionOffice {
        do throws(ReplayFault) {
            return try await ElectionOffice.open(store, .ofThisMachine)
        } catch {
            await store.close()
            throw refuse(error)
        }
    }

    /// The office's journal for reading, also while another process works in the office.
    func reading() async throws -> any JournalStore {
        try await answering { () async throws(StoreFault) -> any JournalStore in
            guard let address else { return try await SQLiteStore.reading(path) }
            return try await PostgresStore.reading(address.dsn, office: address.office)
        }
    }

    /// Reads the whole journal, also while another process works in the office.
    func read(
        each: (JournalEntry) -> Void = { _ in }
    ) async throws -> JournalReplay {
        let store = try await reading()
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

    /// Opens the office, works in it, and closes it.
    ///
    /// - Throws: An exit code, 2, after the reason, when the office refuses.
    func work(_ body: (any RunningOffice) async throws(Refusal) -> Void) async throws {
        let office = try await open()
        do throws(Refusal) {
            try await body(office)
        } catch {
            await office.close()
            Terminal.warn("\(path): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
        await office.close()
    }

    /// What others are told about this process while it writes an office.
    static var holder: String {
        "\(ProcessInfo.processInfo.hostName), process \(getpid())"
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

    func refuse(_ fault: ReplayFault) -> ExitCode { Self.refuse(path, fault) }

    /// Says what is wrong with an office or a folder.
    static func refuse(_ path: String, _ fault: ReplayFault) -> ExitCode {
        Terminal.warn("\(path): \(fault.words[Terminal.language])".visible)
        return ExitCode(fault.isOfInput ? 2 : 1)
    }
}

extension ElectionOffice.Surroundings {
    /// The clock and the randomness of this machine.
    static var ofThisMachine: ElectionOffice.Surroundings {
        ElectionOffice.Surroundings(
            now: OfficePlace.now,
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
