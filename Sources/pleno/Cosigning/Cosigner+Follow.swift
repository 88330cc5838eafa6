import TransparencyLog
import Web

/// What came of looking at a log where its files lie.
enum FollowOutcome: Hashable, Sendable {
    /// It is confirmed up to `size`, which was `from` before.
    case cosigned(from: Int, size: Int)
    /// There is an alarm, perhaps an earlier one.
    case alarm(CosignerAlarm.Kind)
    /// A file could not be had.
    case notFetched(LogFetchError)
    /// What lies there is no checkpoint.
    case noCheckpoint
    /// It is the checkpoint of another log.
    case otherLog(NoteLine)
    /// None of the known keys signed it.
    case notSigned
    /// It was right, and is not confirmed.
    case notCosigned(String)
}

extension Cosigner {
    /// Looks at a log where its files lie, and confirms what is there when the tiles prove that the log only grew.
    ///
    /// - Parameters:
    ///   - log: One that it follows.
    ///   - place: Where the files lie.
    ///   - client: Who asks.
    /// - Returns: What came of it.
    func follow(_ log: FollowedLog, at place: LogPlace, by client: HTTPClient) async -> FollowOutcome {
        guard !isForked(log.origin) else { return .alarm(.fork) }
        let fetcher = LogFetcher(place, by: client)
        let bytes: [UInt8]
        do throws(LogFetchError) { bytes = try await fetcher.bytes(of: .checkpoint) } catch {
            return .notFetched(error)
        }
        guard let note = try? SignedNote(parsing: bytes), let shown = try? Checkpoint(parsing: note.body)
        else {
            return .noCheckpoint
        }
        guard shown.origin == log.origin else { return .otherLog(shown.origin) }
        guard (try? note.verified(by: log.keys)) != nil else { return .notSigned }
        if shown.size < log.state.size { return await wentBack(log, to: note, shown, fetcher) }
        do throws(FollowStop) {
            let hashes = try await growth(of: log, to: note, shown, fetcher)
            guard let request = try? AddCheckpoint(oldSize: log.state.size, hashes: hashes, note: note) else {
                return .noCheckpoint
            }
            switch confirm(request) {
            case .cosigned: return .cosigned(from: log.state.size, size: shown.size)
            case .refused(.fork) where isForked(log.origin): return .alarm(.fork)
            case .refused(let refusal): return .notCosigned("\(refusal.status)")
            case .unable(let reason): return .notCosigned(reason)
            }
        } catch {
            return error.outcome
        }
    }

    private struct FollowStop: Error {
        let outcome: FollowOutcome
    }

    /// The consistency proof to what is shown, made of the log's own tiles.
    private func growth(
        of log: FollowedLog,
        to note: SignedNote,
        _ shown: Checkpoint,
        _ fetcher: LogFetcher
    ) async throws(FollowStop) -> [Hash] {
        let state = log.state
        guard state.size < shown.size else { return [] }
        let tiles: [Tile: [UInt8]]
        do throws(LogFetchError) {
            tiles = try await fetcher.contents(of: LogGrowth.tiles(from: state.size, to: shown.size))
        } catch {
            throw FollowStop(outcome: .notFetched(error))
        }
        guard let growth = try? LogGrowth(from: state.size, to: shown, tiles: tiles) else {
            throw stop(.unproven, log, note)
        }
        guard let confirmed = log.confirmed, growth.oldRoot != state.root else { return growth.proof.hashes }
        let fork = Fork(
            earlier: confirmed,
            later: note,
            otherRoot: growth.oldRoot,
            hashes: growth.proof.hashes,
            keys: log.keys
        )
        guard let fork else { throw stop(.unproven, log, note) }
        raise(CosignerAlarm(fork, confirmed: confirmed, origin: log.origin))
        throw FollowStop(outcome: .alarm(.fork))
    }

    /// A smaller tree is shown than was confirmed: an earlier one, or one of another history.
    private func wentBack(
        _ log: FollowedLog,
        to note: SignedNote,
        _ shown: Checkpoint,
        _ fetcher: LogFetcher
    ) async -> FollowOutcome {
        guard let confirmed = log.confirmed, let checkpoint = log.checkpoint else { return .noCheckpoint }
        // The tiles of the confirmed tree tell them apart, where they still are.
        let tiles = try? await fetcher.contents(of: LogGrowth.tiles(from: shown.size, to: checkpoint.size))
        let growth = tiles.flatMap { try? LogGrowth(from: shown.size, to: checkpoint, tiles: $0) }
        let fork = growth.flatMap {
            Fork(
                earlier: note,
                later: confirmed,
                otherRoot: $0.oldRoot,
                hashes: $0.proof.hashes,
                keys: log.keys
            )
        }
        guard let fork else { return stop(.rollback, log, note).outcome }
        raise(CosignerAlarm(fork, confirmed: confirmed, origin: log.origin))
        return .alarm(.fork)
    }

    private func stop(_ kind: CosignerAlarm.Kind, _ log: FollowedLog, _ note: SignedNote) -> FollowStop {
        raise(
            CosignerAlarm(
                kind: kind,
                origin: log.origin,
                confirmed: log.confirmed,
                shown: note,
                proof: nil
            )
        )
        return FollowStop(outcome: .alarm(kind))
    }
}
