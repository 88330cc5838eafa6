import Foundation
import Office
import SQLiteStorage
import TransparencyLog

/// What a cosigner must tell people about a log, with the checkpoints that show it.
struct CosignerAlarm: Sendable {
    /// What it is about.
    enum Kind: String, CaseIterable, Sendable {
        /// The log signed two histories, which anyone can check.
        case fork
        /// The log showed an earlier checkpoint than it had signed.
        case rollback
        /// What the log serves does not add up to the checkpoint that it signed.
        case unproven
    }

    let kind: Kind
    let origin: NoteLine

    /// The last checkpoint that the cosigner confirmed; nil when there is none.
    let confirmed: SignedNote?

    /// The checkpoint that it was shown.
    let shown: SignedNote

    /// What proves a fork: the size of the smaller tree, the root that the larger one has there, and hashes.
    let proof: String?

    /// The name of its folder.
    static func folder(_ kind: Kind, _ origin: NoteLine) -> String { "\(kind.rawValue)-\(origin.digest)" }

    /// Keeps the evidence below `alarms`; the first of a kind and log stays until a person removes it.
    ///
    /// - Returns: Whether it is new.
    func keep(in alarms: String) throws(StoreFault) -> Bool {
        let target = "\(alarms)/\(Self.folder(kind, origin))"
        guard try File.kind(target) == .nothing else { return false }
        let draft = "\(alarms)/draft"
        try File.makeFolder(alarms)
        File.removeFolder(draft)
        try File.makeFolder(draft)
        for (name, bytes) in files { try File.replace("\(draft)/\(name)", with: bytes) }
        try File.move(draft, to: target)
        try File.syncFolder(alarms)
        return true
    }

    private var files: [(String, [UInt8])] {
        var files = [("read-me.txt", Array(text.utf8)), ("shown", shown.bytes)]
        if let confirmed { files.append(("confirmed", confirmed.bytes)) }
        if let proof { files.append(("proof", Array(proof.utf8))) }
        return files
    }

    /// The alarms that are kept, by name, with the names of their files.
    static func kept(in alarms: String) throws(StoreFault) -> [(name: String, files: [String])] {
        var kept: [(String, [String])] = []
        for name in try File.names(in: alarms) where name != "draft" {
            kept.append((name, try File.names(in: "\(alarms)/\(name)")))
        }
        return kept
    }
}

extension CosignerAlarm {
    /// The alarm that a fork is.
    init(_ fork: Fork, confirmed: SignedNote, origin: NoteLine) {
        let isLater = confirmed.body == fork.later.body
        let size = (try? Checkpoint(parsing: fork.earlier.body).size) ?? 0
        self.init(
            kind: .fork,
            origin: origin,
            confirmed: confirmed,
            shown: isLater ? fork.earlier : fork.later,
            proof: ([String(size), fork.otherRoot.base64] + fork.hashes.map(\.base64)).map { $0 + "\n" }
                .joined()
        )
    }
}
