import ArgumentParser
import Elections
import Office
import PostgresStorage
import SQLiteStorage
import TransparencyLog
import Web

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Take an office from its directory to a PostgreSQL.",
        discussion: """
            Journal and particulars are copied in one transaction, read again and folded there, and kept only \
            when the tree head is the same: interrupted, nothing is there. No process can work in the office \
            meanwhile. The directory stays as it was; do not work in it any more.

            An office on a PostgreSQL keeps no evidence: an office that holds any is refused. The password \
            stays in PGPASSFILE or PGPASSWORD.

            EXAMPLES
              pleno migrate soppeng 'postgresql://db.example/pleno?office=soppeng'
            """
    )

    @Argument(help: ArgumentHelp("The office, a directory.", valueName: "office"))
    var office: String

    @Argument(help: ArgumentHelp("Where it shall lie.", valueName: "address"))
    var address: String

    func run() async throws {
        let (place, target) = (try OfficePlace(path: office), try OfficePlace(path: address))
        let directory = try place.directory()
        guard let address = target.address else {
            Terminal.warn(PostgresAddress.Fault.office.words[Terminal.language])
            throw ExitCode(2)
        }
        let source = try await place.answering { () async throws(StoreFault) in
            try await SQLiteStore.open(directory)
        }
        do {
            try await checkEvidence(source, place)
            let replay = try await copy(source, to: address, target)
            await source.close()
            try Terminal.write([
                Terminal.say(
                    "\(target.path): \(replay.count) entri disalin, dibaca lagi, dan cocok",
                    "\(target.path): \(replay.count) entries copied, read again, and everything holds"
                ),
                Terminal.say("akar pohon di kedua sisi: ", "tree root on both sides: ")
                    + replay.frontier.root.hex,
            ])
        } catch {
            await source.close()
            throw error
        }
    }

    private func checkEvidence(_ source: SQLiteStore, _ place: OfficePlace) async throws {
        let pieces = try await place.answering { () async throws(StoreFault) in
            try await source.evidence.all().count
        }
        guard pieces > 0 else { return }
        Terminal.warn(
            Terminal.say(
                "\(place.path): memuat \(pieces) bukti, dan kantor di PostgreSQL belum dapat menyimpan bukti",
                "\(place.path): it holds \(pieces) pieces of evidence, and an office on a PostgreSQL keeps none yet"
            )
        )
        throw ExitCode(2)
    }

    private func copy(
        _ source: SQLiteStore,
        to address: PostgresAddress,
        _ target: OfficePlace
    ) async throws -> JournalReplay {
        let store = try await target.answering { () async throws(StoreFault) in
            try await PostgresStore.create(address.dsn, office: address.office, holder: OfficePlace.holder)
        }
        do throws(ReplayFault) {
            let replay = try await JournalReplay.copy(source, to: store)
            do throws(StoreFault) {
                try await source.copyParticulars(to: store)
                try await store.commit()
            } catch { throw .store(error) }
            await store.close()
            return replay
        } catch {
            await store.close()
            throw target.refuse(error)
        }
    }
}
