import ArgumentParser
import Office
import SQLiteStorage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy an office as it is, also while it works, and verify the copy.",
        discussion: """
            The copy holds the journal up to one entry, the particulars and every piece of evidence that is whole. \
            It is read again before it is called done; evidence that is damaged is named and left out. \
            Erased particulars live on in earlier copies: destroy those in time.

            EXAMPLES
              pleno backup soppeng /media/disk/soppeng-2019-04-20
            """
    )

    @Argument(help: ArgumentHelp("The office.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("A new directory for the copy.", valueName: "copy"))
    var copy: String

    func run() async throws {
        let place = OfficePlace(path: office)
        let store = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.reading(office)
        }
        let done: SQLiteStore.Backup
        do throws(StoreFault) {
            done = try await store.backUp(to: copy)
        } catch {
            await store.close()
            throw OfficePlace(path: copy).refuse(.store(error))
        }
        await store.close()
        try done.report(at: copy)
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an office from a backup, and verify it.",
        discussion: """
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
        let place = OfficePlace(path: office)
        let (copy, office) = (copy, office)
        let done = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.restore(from: copy, to: office)
        }
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
