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
    private let cosigners: [CosignerClient]
    private let current: Mutex<RecordStanding>
    private let confirmed = Mutex<[VerifierKey: Confirmation]>([:])

    private struct Confirmation {
        let size: Int
        let time: Int?
    }

    /// Signs the record as far as the journal goes.
    ///
    /// - Parameters:
    ///   - place: The office.
    ///   - folder: Where the record's files lie.
    ///   - keys: The office's keys.
    ///   - policy: Whom to ask to confirm it.
    /// - Throws: An exit code, after the reason, when it cannot be signed.
    init(
        _ place: OfficePlace,
        in folder: String,
        _ keys: KeyFolder,
        askedFrom policy: TrustPolicy?
    ) async throws {
        let http = HTTPClient()
        cosigners = (policy?.cosigners ?? []).compactMap { party in
            party.url.flatMap { CosignerClient(party.key, at: $0, by: http) }
        }
        let store = try await place.reading()
        recorder = Recorder(
            journal: store,
            files: FolderStore(folder, isPublic: true),
            heads: keys.heads,
            keys: Array(try await keys.keys().values)
        )
        do {
            try await RestoredOffice(place: place).ask(for: recorder, from: policy)
        } catch {
            await store.close()
            throw error
        }
        do throws(RecorderFault) {
            let standing = try await recorder.advance()
            current = Mutex(RecordStanding(standing, []))
            show(standing)
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
            show(try await recorder.advance())
        } catch {
            Terminal.logger.critical("nothing was signed", metadata: ["reason": "\(error.words[.english])"])
        }
        return standing
    }

    /// Signs what is new.
    ///
    /// - Returns: Where it stands then.
    /// - Throws: ``RecorderFault``; the record stays as it was.
    func signed() async throws(RecorderFault) -> Recorder.Standing {
        let standing = try await recorder.advance()
        show(standing)
        return standing
    }

    /// Has the cosigners confirm what stands there, those that did not; who refuses is an alarm.
    func askCosigners() async {
        guard let standing = await recorder.standing else { return }
        for cosigner in cosigners {
            let last = confirmed.withLock { $0[cosigner.key] }
            guard last?.size != standing.checkpoint.size else { continue }
            do throws(CosignerError) {
                let signature = try await cosigner.cosign(standing.note, from: last?.size ?? 0) { size in
                    await self.recorder.consistency(from: size)?.hashes
                }
                try? await recorder.add(signature, by: cosigner.key)
            } catch {
                Terminal.logger.error(
                    "a cosigner did not confirm the record",
                    metadata: ["cosigner": "\(cosigner.key.name)", "reason": "\(error)"]
                )
            }
        }
        if let standing = await recorder.standing { show(standing) }
    }

    /// Whether anybody is to confirm it.
    var hasCosigners: Bool { !cosigners.isEmpty }

    private func show(_ standing: Recorder.Standing) {
        let signatures = (try? standing.note.verified(by: cosigners.map(\.key))) ?? []
        confirmed.withLock { confirmed in
            for signature in signatures {
                confirmed[signature.key] = Confirmation(size: standing.checkpoint.size, time: signature.time)
            }
        }
        let rows = confirmed.withLock { confirmed in
            cosigners.map { cosigner in
                RecordStanding.Cosigner(
                    name: "\(cosigner.key.name)",
                    size: confirmed[cosigner.key]?.size ?? 0,
                    time: confirmed[cosigner.key]?.time
                )
            }
        }
        current.withLock { $0 = RecordStanding(standing, rows) }
    }

    /// A file of the record by its path.
    func file(_ path: String) async -> SiteServer.RecordFile? {
        // Logs before the one in use lie in folders of digits.
        let steps = path.split(separator: "/", maxSplits: 1)
        let below = steps.count == 2 && Int(steps[0]) != nil ? String(steps[1]) : path
        let resource = LogResource(path: below)
        let isProof = below.hasPrefix("journal/")
        guard resource != nil || isProof, let bytes = (try? await recorder.file(path)) ?? nil else {
            return nil
        }
        let isText = isProof || resource == .checkpoint
        return SiteServer.RecordFile(bytes: bytes, isImmutable: !isText, isText: isText)
    }
}

extension RecordStanding {
    init(_ standing: Recorder.Standing, _ cosigners: [Cosigner]) {
        self.init(
            origin: "\(standing.checkpoint.origin)",
            size: standing.checkpoint.size,
            root: standing.checkpoint.root.base64,
            entries: standing.entries,
            key: standing.key.text,
            isRehearsal: standing.isRehearsal,
            cosigners: cosigners
        )
    }
}
