public import Documents
public import Elections
import Exchange
import Synchronization
import TransparencyLog

/// The papers of an office at one moment: those that were issued, and what they say now.
///
/// What stands on them is made when somebody asks for it, once.
public final class PaperShelf: Sendable {
    /// What was issued, and came back.
    public let register: PaperRegister
    private let state: ElectionState
    private let made = Mutex<DocumentRoom?>(nil)

    /// The papers of an office.
    public init(_ state: ElectionState) {
        self.state = state
        register = state.papers
    }

    /// The papers there are; `nil` before the office is set up.
    public var room: DocumentRoom? {
        made.withLock { known in
            if known == nil { known = DocumentRoom(state, sha256: FileDigest.sha256) }
            return known
        }
    }

    /// A paper as it says now; `nil` where nothing stands on it any more.
    func document(_ name: PaperName) -> Document? {
        guard let room, let key = room.key(named: name.description) else { return nil }
        return room.document(key)
    }
}

extension PaperRegister.Edition {
    /// Whether it says the same as a paper.
    func says(_ document: Document) -> Bool {
        Hash.digest(document.content).hex == paper.content.description
    }

    /// How far its signed copy has come back, in words.
    var copiesWords: LocalizedText {
        guard !missing.isEmpty else { return LocalizedText(id: "lengkap", en: "complete") }
        return copies.isEmpty
            ? LocalizedText(id: "belum ada", en: "none yet")
            : LocalizedText(id: "kurang \(missing.count) halaman", en: "\(missing.count) pages missing")
    }

    /// Where its file is served.
    var path: String { PaperFiles.path(of: paper.file.digest) }
}

/// The addresses of issued files.
enum PaperFiles {
    private static let folder = "/papers/files/"
    private static let ending = ".pdf"

    static func path(of digest: EvidenceDigest) -> String { folder + digest.description + ending }

    /// The file that a path names; `nil` for every other path.
    static func digest(in path: String) -> EvidenceDigest? {
        guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
        return EvidenceDigest(String(path.dropFirst(folder.count).dropLast(ending.count)))
    }
}
