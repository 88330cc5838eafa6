import ArgumentParser
import Elections
import Logging
import Office
import SQLiteStorage
import Synchronization
import TransparencyLog
import Web

/// The public record of an office while it is served: signed when the journal grows.
final class ServedRecord: Sendable {
    private let recorder: Recorder
    private let current: Mutex<RecordStanding>

    /// Signs the record as far as the journal goes.
    ///
    /// - Parameters:
    ///   - place: The office.
    ///   - folder: Where the record's files lie.
    ///   - keys: The office's keys.
    init(_ place: OfficePlace, in folder: String, _ keys: KeyFolder) async throws {
        let store = try await place.reading()
        recorder = Recorder(
            journal: store,
            files: FolderStore(folder, isPublic: true),
            heads: keys.heads,
            keys: Array(try await keys.keys().values)
        )
        do throws(RecorderFault) {
            current = Mutex(RecordStanding(try await recorder.advance()))
        } catch {
            await store.close()
            throw error.exit(at: place.path)
        }
    }

    /// Where it stands.
    var standing: RecordStanding { current.withLock { $0 } }

    /// Signs what is new; what cannot be signed is an alarm, and the record stays as it was.
    func advance() async -> RecordStanding {
        do throws(RecorderFault) {
            let standing = RecordStanding(try await recorder.advance())
            current.withLock { $0 = standing }
        } catch {
            Terminal.logger.critical("nothing was signed", metadata: ["reason": "\(error.words[.english])"])
        }
        return standing
    }

    /// A file of the record by its path.
    func file(_ path: String) async -> SiteServer.RecordFile? {
        let resource = LogResource(path: path)
        let isProof = path.hasPrefix("journal/")
        guard resource != nil || isProof, let bytes = (try? await recorder.file(path)) ?? nil else {
            return nil
        }
        let isText = isProof || resource == .checkpoint
        return SiteServer.RecordFile(bytes: bytes, isImmutable: !isText, isText: isText)
    }
}

extension RecordStanding {
    init(_ standing: Recorder.Standing) {
        self.init(
            origin: "\(standing.checkpoint.origin)",
            size: standing.checkpoint.size,
            root: standing.checkpoint.root.base64,
            entries: standing.entries,
            key: standing.key.text,
            isRehearsal: standing.isRehearsal,
            cosigners: []
        )
    }
}
