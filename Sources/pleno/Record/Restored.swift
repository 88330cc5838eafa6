import ArgumentParser
import Elections
import Foundation
import Office
import TransparencyLog
import Web

/// An office that was made from a backup, and does not know yet whether it signed more than the backup holds.
struct RestoredOffice {
    let place: OfficePlace

    private var mark: String { place.path + "/restored" }

    /// Whether nobody was asked yet.
    var mustAsk: Bool { place.address == nil && FileManager.default.fileExists(atPath: mark) }

    /// Says that it was made from a backup.
    func remember() throws {
        try Data().write(to: URL(filePath: mark))
    }

    /// Learns the latest checkpoint from whoever keeps it; nothing is signed below it from then on.
    ///
    /// - Parameters:
    ///   - recorder: Who signs.
    ///   - policy: Mirrors as logs with an address, cosigners with theirs.
    /// - Throws: An exit code, after the reason, when nobody answered, or entries are lost.
    func ask(for recorder: Recorder, from policy: TrustPolicy?) async throws {
        guard mustAsk else { return }
        var answers = 0
        for place in Self.places(policy, try await origin(recorder)) {
            guard let note = await Self.checkpoint(at: place) else { continue }
            do throws(RecorderFault) {
                try await recorder.learn(note)
                answers += 1
            } catch .unsigned {
                // Another log's, or nobody's.
                Terminal.warn("\(place.0): \(RecorderFault.unsigned.words[Terminal.language])".visible)
            } catch {
                throw error.exit(at: self.place.path)
            }
        }
        guard answers > 0 else {
            Terminal.warn(
                Terminal.say(
                    "\(place.path): dipulihkan dari cadangan; checkpoint terakhir harus ditanyakan dahulu, tetapi tidak "
                        + "ada yang menjawab. Sebut penanda tangan bersama atau cermin dengan --cosigners. Bila memang "
                        + "tidak ada, hapus berkas \(mark)",
                    "\(place.path): restored from a backup; the latest checkpoint must be asked for first, and nobody "
                        + "answered. Name cosigners or mirrors with --cosigners. Where there are none, remove the "
                        + "file \(mark)"
                ).visible
            )
            throw ExitCode(2)
        }
        try FileManager.default.removeItem(atPath: mark)
    }

    /// The name of the office's record.
    private func origin(_ recorder: Recorder) async throws -> String {
        do throws(RecorderFault) {
            guard let name = try await recorder.name() else { throw .noKey }
            return "\(name)"
        } catch {
            throw error.exit(at: place.path)
        }
    }

    /// Where checkpoints of the record lie: at mirrors, and at cosigners by the digest of its name.
    private static func places(_ policy: TrustPolicy?, _ origin: String) -> [(LogPlace, path: String)] {
        let digest = Hash.digest(Array(origin.utf8)).hex
        let mirrors = (policy?.logs ?? []).compactMap { $0.url.flatMap(LogPlace.init) }.map {
            ($0, path: LogResource.checkpoint.path)
        }
        let cosigners = (policy?.cosigners ?? []).compactMap { $0.url.flatMap(LogPlace.init) }.map {
            ($0, path: "checkpoint/\(digest)")
        }
        return mirrors + cosigners
    }

    private static func checkpoint(at place: (LogPlace, path: String)) async -> [UInt8]? {
        let fetcher = LogFetcher(place.0, by: HTTPClient())
        do throws(LogFetchError.Fault) {
            return try await fetcher.file(place.path, most: SignedNote.mostBytes)
        } catch {
            Terminal.warn("\(place.0): \(error)".visible)
            return nil
        }
    }
}
