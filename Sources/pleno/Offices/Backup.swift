import ArgumentParser
import Office
import PostgresStorage
import SQLiteStorage
import Web

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy an office as it is, also while it works, and verify the copy.",
        discussion: """
            The copy holds the journal up to one entry, the particulars and every piece of evidence that is whole. \
            It is read again before it is called done; evidence that is damaged is named and left out. \
            Erased particulars live on in earlier copies: destroy those in time. The copy of an office on a \
            PostgreSQL is a directory too.

            EXAMPLES
              pleno backup soppeng /media/disk/soppeng-2019-04-20
              pleno backup 'postgresql://db.example/pleno?office=soppeng' soppeng-copy
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("A new directory for the copy.", valueName: "copy"))
    var copy: String

    func run() async throws {
        let (place, target) = (try OfficePlace(path: office), try OfficePlace(path: copy))
        let directory = try target.directory()
        guard let address = place.address else { return try await copy(place, to: target) }
        let store = try await place.answering { () async throws(StoreFault) in
            try await PostgresStore.snapshot(address.dsn, office: address.office)
        }
        let done: (backup: SQLiteStore.Backup, replay: JournalReplay)
        do throws(ReplayFault) {
            done = try await SQLiteStore.copy(of: store, to: directory)
        } catch {
            await store.close()
            throw target.refuse(error)
        }
        await store.close()
        try done.backup.report(at: copy)
    }

    private func copy(_ place: OfficePlace, to target: OfficePlace) async throws {
        let store = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.reading(place.path)
        }
        let done: SQLiteStore.Backup
        do throws(StoreFault) {
            done = try await store.backUp(to: target.path)
        } catch {
            await store.close()
            throw target.refuse(.store(error))
        }
        await store.close()
        try done.report(at: copy)
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Make an office from a backup, and verify it.",
        discussion: """
            An office that signed a public record may have signed more than the backup holds. Before it signs \
            again it asks cosigners and mirrors (--cosigners of serve and publish) for the latest checkpoint.

            EXAMPLES
              pleno restore /media/disk/soppeng-2019-04-20 soppeng
              pleno verify soppeng
            """
    )

    @Argument(help: ArgumentHelp("The backup.", valueName: "copy"))
    var copy: String

    @Argument(help: ArgumentHelp("A new directory for the office.", valueName: "office"))
    var office: String

    func run() async throws {
        let place = try OfficePlace(path: office)
        let (copy, office) = (try OfficePlace(path: copy).directory(), try place.directory())
        let done = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.restore(from: copy, to: office)
        }
        if try await place.read().state.logKey != nil { try RestoredOffice(place: place).remember() }
        try done.report(at: office)
    }
}

extension SQLiteStore.Backup {
    /// Says what was copied.
    ///
    /// - Throws: An exit code, 1, when evidence was damaged.
    fileprivate func report(at path: String) throws {
        try Terminal.write([
            Terminal.say(
                "\(path): \(entries) entri dan \(pieces) bukti disalin dan diperiksa",
                "\(path): \(entries) entries and \(pieces) pieces of evidence copied and verified"
            )
        ])
        guard !damaged.isEmpty else { return }
        for digest in damaged {
            Terminal.warn(
                Terminal.say(
                    "bukti \(digest) rusak dan tidak disalin; ambil dari cadangan sebelumnya",
                    "evidence \(digest) is damaged and was not copied; take it from an earlier backup"
                )
            )
        }
        throw ExitCode(1)
    }
}
