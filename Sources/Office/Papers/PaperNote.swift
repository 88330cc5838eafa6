public import Elections
public import TransparencyLog

/// What the office signs of a paper: which it is, what stands on it, and the record it follows from.
///
/// As a signed note (C2SP signed-note) it stands in a code on every page and lies in the file:
///
/// ```
/// pleno paper v1
/// rekapitulasi/3/ppwp
/// 1
/// SHA-256 of the content, in Base 64
/// 1234 root of the record, in Base 64
///
/// — key number and signature
/// ```
public struct PaperNote: Hashable, Sendable {
    /// The paper.
    public let name: PaperName
    /// Which issue of it, from 1.
    public let edition: Int
    /// The digest of its content.
    public let content: Hash
    /// The publications of the record at that moment.
    public let size: Int
    /// The root of the tree over them.
    public let root: Hash

    private static let version = "pleno paper v1"

    /// A statement.
    public init(_ name: PaperName, edition: Int, content: Hash, size: Int, root: Hash) {
        (self.name, self.edition, self.content) = (name, edition, content)
        (self.size, self.root) = (size, root)
    }

    /// Reads the text of a note; `nil` where it is none of a paper, in its one spelling.
    public init?(parsing body: NoteBody) {
        let lines = body.description.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 6, lines[0] == Self.version, let name = PaperName(String(lines[1])),
            let edition = Int(lines[2]), let content = Hash(base64: lines[3])
        else { return nil }
        let head = lines[4].split(separator: " ", omittingEmptySubsequences: false)
        guard head.count == 2, let size = Int(head[0]), let root = Hash(base64: head[1]) else { return nil }
        self.init(name, edition: edition, content: content, size: size, root: root)
        guard self.body?.bytes == body.bytes else { return nil }
    }

    /// Its text.
    public var body: NoteBody? {
        let lines = [
            Self.version, name.description, "\(edition)", content.base64, "\(size) \(root.base64)",
        ]
        return try? NoteBody(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// It with the office's signature.
    public func signed(by key: SigningKey) -> SignedNote? {
        body.map { SignedNote($0, key.sign($0, at: 0)) }
    }
}

/// Why a signed paper is not believed.
public enum PaperNoteFault: Error, Hashable, Sendable {
    /// It is no note of a paper.
    case unreadable
    /// None of the office's keys signed it.
    case unsigned(KeyName?)
    /// It bears the name and number of one of the office's keys, which did not make it.
    case forged(KeyName)
}

extension PaperNote {
    /// Reads a signed note of a paper.
    ///
    /// - Parameters:
    ///   - bytes: The note.
    ///   - keys: The keys the office signs papers with.
    /// - Returns: What it says, and by which key.
    /// - Throws: ``PaperNoteFault``.
    public static func verified(
        _ bytes: [UInt8],
        by keys: [VerifierKey]
    ) throws(PaperNoteFault) -> (note: PaperNote, key: VerifierKey) {
        // One signature: whoever reads the code believes that everybody in it signed.
        guard let signed = try? SignedNote(parsing: bytes), let note = PaperNote(parsing: signed.body),
            signed.signatures.count == 1
        else { throw .unreadable }
        do throws(NoteRefusal) {
            guard let first = try signed.verified(by: keys).first else {
                throw NoteRefusal.noKnownSignature
            }
            return (note, first.key)
        } catch .forged(let name, _) {
            throw .forged(name)
        } catch {
            throw .unsigned(signed.signatures.first?.name)
        }
    }
}

extension ElectionState {
    /// The keys that the office signs papers with, the one in use first: those of a rehearsal where it is one.
    public var paperKeys: [VerifierKey] {
        let purpose: KeyNamed.Purpose = key(for: .rehearsal) == nil ? .documents : .rehearsal
        return keys.filter { $0.purpose == purpose }.reversed().compactMap {
            try? VerifierKey(parsing: $0.key)
        }
    }
}
