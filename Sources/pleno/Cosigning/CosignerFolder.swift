import Foundation
import Glibc
import Office
import SQLiteStorage
import TransparencyLog

/// Where a cosigner keeps all it has: its key, the logs it follows, up to where it confirmed each, and alarms.
///
/// `key` the secret · `logs` lines `log KEY [PLACE]` · `state` a file for each log, by the SHA-256 of its origin ·
/// `cosigned` its last confirmed checkpoint, to be carried away · `alarms` a folder for each.
struct CosignerFolder: Sendable {
    let path: String

    /// The folder as people wrote it.
    init(_ path: String) {
        self.path = path.count > 1 && path.last == "/" ? String(path.dropLast()) : path
    }

    private var keyFile: String { path + "/key" }
    private var logsFile: String { path + "/logs" }
    var alarms: String { path + "/alarms" }

    func stateFile(_ origin: NoteLine) -> String { path + "/state/\(origin.digest)" }
    func cosignedFile(_ origin: NoteLine) -> String { path + "/cosigned/\(origin.digest)" }

    /// Makes the folder of a new cosigner; there is all of it or nothing.
    ///
    /// - Throws: ``CosignerFault``.
    func create(_ key: SigningKey) throws(CosignerFault) {
        let draft = path + ".new-\(UUID().uuidString)"
        do throws(StoreFault) {
            guard try File.kind(path) == .nothing else { throw .inUse(by: path) }
            for folder in ["", "/state", "/cosigned", "/alarms"] { try File.makeFolder(draft + folder) }
            try File.replace(draft + "/key", with: Array((key.text + "\n").utf8), mode: 0o600)
            try File.replace(draft + "/logs", with: [])
            try File.move(draft, to: path)
            try File.syncFolder(File.parent(of: path))
        } catch {
            File.removeFolder(draft)
            throw error == .inUse(by: path) ? .exists : .store(error)
        }
    }

    /// Takes the right to write, which one process has at a time.
    ///
    /// - Throws: ``CosignerFault``.
    func lock() throws(CosignerFault) -> FolderLock {
        guard try reading({ () throws(StoreFault) in try File.kind(keyFile) }) == .file else {
            throw .noCosigner
        }
        do throws(StoreFault) { return try FolderLock(path) } catch { throw .store(error) }
    }

    /// The key of the cosigner.
    ///
    /// - Throws: ``CosignerFault``.
    func key() throws(CosignerFault) -> SigningKey {
        guard try reading({ () throws(StoreFault) in try File.kind(keyFile) }) == .file else {
            throw .noCosigner
        }
        let text = String(decoding: try bytes(of: keyFile, upTo: 10_000), as: UTF8.self)
        let key: SigningKey
        do { key = try SigningKey(parsing: text.trimmingCharacters(in: .newlines)) } catch {
            throw .key(error)
        }
        guard key.verifier.kind == .cosignature else { throw .keyOfALog }
        return key
    }

    /// The logs it follows, with what it confirmed of each, in the order of their first lines.
    ///
    /// - Throws: ``CosignerFault`` for the first thing that is wrong: nothing is to be signed then.
    func logs(_ key: SigningKey) throws(CosignerFault) -> [FollowedLog] {
        var logs: [FollowedLog] = []
        let lines = try bytes(of: logsFile, upTo: 1_000_000).split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        for (place, line) in lines.enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard let read = LogLine(text) else { throw .logLine(place + 1) }
            if let known = logs.firstIndex(where: { $0.origin == read.origin }) {
                logs[known].take(read)
            } else {
                logs.append(FollowedLog(read))
            }
        }
        for place in logs.indices { logs[place].confirmed = try confirmed(logs[place].origin, key.verifier) }
        return logs
    }

    /// Follows a log from now on, or learns a further key or another place of one it follows.
    ///
    /// - Throws: ``CosignerFault``.
    func add(_ line: LogLine) throws(CosignerFault) {
        let isKnown = try logs(try key()).contains { $0.origin == line.origin }
        let lines = try bytes(of: logsFile, upTo: 1_000_000)
        let end = lines.isEmpty || lines.last == UInt8(ascii: "\n") ? "" : "\n"
        do throws(StoreFault) {
            // What was confirmed once is never forgotten, also when the log's lines were removed meanwhile.
            if !isKnown, try File.kind(stateFile(line.origin)) == .nothing {
                try store(nil, of: line.origin)
            }
            try File.replace(logsFile, with: lines + Array("\(end)\(line.text)\n".utf8))
        } catch { throw .store(error) }
    }

    /// The names of the alarms that are kept.
    ///
    /// - Throws: ``CosignerFault``.
    func keptAlarms() throws(CosignerFault) -> [String] {
        try reading { () throws(StoreFault) in try CosignerAlarm.kept(in: alarms).map(\.name) }
    }

    /// Puts what is confirmed on the disk.
    func store(_ note: SignedNote?, of origin: NoteLine) throws(StoreFault) {
        try File.replace(stateFile(origin), with: ConfirmedState(origin: origin, note: note).bytes)
    }

    private func confirmed(_ origin: NoteLine, _ key: VerifierKey) throws(CosignerFault) -> SignedNote? {
        let file = stateFile(origin)
        guard try reading({ () throws(StoreFault) in try File.kind(file) }) == .file else {
            throw .stateMissing(origin, file)
        }
        let bytes = try bytes(of: file, upTo: 2 * SignedNote.mostBytes)
        guard let state = ConfirmedState(parsing: bytes), state.origin == origin else {
            throw .stateDamaged(origin, file)
        }
        guard let note = state.note else { return nil }
        guard (try? note.verified(by: [key])) != nil else { throw .stateForeign(origin, file) }
        return note
    }

    private func bytes(of file: String, upTo limit: Int) throws(CosignerFault) -> [UInt8] {
        try reading { () throws(StoreFault) in try File.bytes(of: file, upTo: limit) }
    }

    private func reading<Value>(_ body: () throws(StoreFault) -> Value) throws(CosignerFault) -> Value {
        do throws(StoreFault) { return try body() } catch { throw .store(error) }
    }
}

extension NoteLine {
    /// The SHA-256 of an origin in hexadecimal digits: its name among files and addresses.
    var digest: String { Hash.digest(Array(description.utf8)).hex }
}
