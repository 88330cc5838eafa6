import Elections
import Office
import SQLiteStorage
import TransparencyLog
import Web

/// A cosigner at work: one request after the other, each on the disk before its signature leaves.
///
/// It waits for the disk where it stands: whoever asks meanwhile has to wait in any case.
actor Cosigner: CosignerDesk {
    /// The public half of its key.
    nonisolated let verifier: VerifierKey

    private let key: SigningKey
    private let folder: CosignerFolder
    private let right: FolderLock
    private let now: @Sendable () -> Int
    private let raised: @Sendable (CosignerAlarm) -> Void
    private var logs: [FollowedLog]

    /// Logs that forked while the alarm could not be kept.
    private var forked: Set<NoteLine> = []

    /// Opens a cosigner to work with it; no other process can then.
    ///
    /// - Parameters:
    ///   - path: Its folder.
    ///   - now: The time in seconds since 1970.
    ///   - raised: Told of every new alarm.
    /// - Throws: ``CosignerFault``.
    init(
        _ path: String,
        now: @escaping @Sendable () -> Int,
        raised: @escaping @Sendable (CosignerAlarm) -> Void
    ) throws(CosignerFault) {
        folder = CosignerFolder(path)
        right = try folder.lock()
        key = try folder.key()
        verifier = key.verifier
        logs = try folder.logs(key)
        self.now = now
        self.raised = raised
        for log in logs { Self.copy(log, to: folder) }
    }

    /// The logs with what is confirmed of each.
    var followed: [FollowedLog] { logs }

    func confirm(_ request: AddCheckpoint) -> CosignerAnswer {
        guard let place = logs.firstIndex(where: { $0.origin == request.checkpoint.origin }) else {
            return .refused(.unknownOrigin(request.checkpoint.origin))
        }
        let log = logs[place]
        if case .refuse(let refusal) = log.state.decide(request) {
            if let confirmed = log.confirmed,
                let fork = Fork(confirmed: confirmed, request: request, keys: log.keys)
            {
                raise(CosignerAlarm(fork, confirmed: confirmed, origin: log.origin))
            }
            return .refused(refusal)
        }
        guard !isForked(log.origin) else {
            return .unable(reason: "this log signed two histories; nothing more of it is signed here")
        }
        let signature = key.sign(request.note.body, at: max(0, now()))
        let note = log.note(request.note, with: signature)
        do throws(StoreFault) {
            try folder.store(note, of: log.origin)
        } catch {
            return .unable(reason: "the cosigner cannot write: \(error.words.english)")
        }
        logs[place].confirmed = note
        Self.copy(logs[place], to: folder)
        return .cosigned(signature)
    }

    /// Whether the log is known to have signed two histories; when that cannot be told, it is.
    func isForked(_ origin: NoteLine) -> Bool {
        let kept = try? File.kind("\(folder.alarms)/\(CosignerAlarm.folder(.fork, origin))")
        return kept != .nothing || forked.contains(origin)
    }

    /// Keeps an alarm and says it, unless one of its kind and log is kept already.
    func raise(_ alarm: CosignerAlarm) {
        do throws(StoreFault) {
            if try alarm.keep(in: folder.alarms) { raised(alarm) }
        } catch {
            if alarm.kind == .fork { forked.insert(alarm.origin) }
            raised(alarm)
        }
    }

    /// The copy to be carried away; the state is what counts, and makes it anew when it is lost.
    private static func copy(_ log: FollowedLog, to folder: CosignerFolder) {
        guard let note = log.confirmed else { return }
        let file = folder.cosignedFile(log.origin)
        try? File.makeFolder(File.parent(of: file))
        try? File.replace(file, with: note.bytes)
    }

    func text(at path: String) -> [UInt8]? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        return switch (steps.first, steps.count) {
        case ("", 1): Array(index.utf8)
        case ("checkpoint", 2): logs.first { $0.origin.digest == steps[1] }?.confirmed?.bytes
        case ("alarms", 1): alarms.map { Array($0.utf8) }
        case ("alarms", 3): evidence(steps[1], steps[2])
        default: nil
        }
    }

    private var index: String {
        let lines = logs.flatMap { log in
            [
                "", "log \(log.origin)", "size \(log.checkpoint?.size ?? 0)",
                "time \(log.time(verifier).map(String.init) ?? "none")",
                "checkpoint /checkpoint/\(log.origin.digest)",
            ]
        }
        return (["cosigner \(verifier.text)", "alarms /alarms"] + lines).map { $0 + "\n" }.joined()
    }

    private var alarms: String? {
        guard let kept = try? CosignerAlarm.kept(in: folder.alarms) else { return nil }
        return kept.flatMap { alarm in alarm.files.map { "/alarms/\(alarm.name)/\($0)\n" } }.joined()
    }

    private func evidence(_ alarm: String, _ file: String) -> [UInt8]? {
        let kept = try? CosignerAlarm.kept(in: folder.alarms).first { $0.name == alarm }
        guard let kept, kept.files.contains(file) else { return nil }
        return try? File.bytes(of: "\(folder.alarms)/\(alarm)/\(file)", upTo: 2 * SignedNote.mostBytes)
    }
}
