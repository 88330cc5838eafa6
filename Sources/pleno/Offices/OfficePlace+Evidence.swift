import Logging
import Office
import SQLiteStorage

extension OfficePlace {
    /// Where an office's evidence is handed in and withdrawn.
    static func evidenceRoom(of office: any RunningOffice, _ store: SQLiteStore) -> EvidenceRoom {
        EvidenceRoom(office, store: store.evidence, reader: ImagesReader(), now: now)
    }

    /// The office's store for reading, also while another process works in it; `nil` on a PostgreSQL.
    func readingEvidence() async throws -> SQLiteStore? {
        guard address == nil else { return nil }
        return try await answering { () async throws(StoreFault) in try await SQLiteStore.reading(path) }
    }

    /// Erases what was withdrawn or left behind when the office was last interrupted; nobody is kept waiting by what
    /// cannot be erased.
    static func sweep(_ office: ElectionOffice, _ store: SQLiteStore) async {
        let room = evidenceRoom(of: office, store)
        do throws(StoreFault) {
            let erased = try await room.sweep()
            if erased > 0 { Terminal.logger.notice("evidence erased", metadata: ["files": "\(erased)"]) }
        } catch {
            Terminal.logger.warning("evidence not erased", metadata: ["fault": "\(error)"])
        }
    }
}
