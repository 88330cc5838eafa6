/// A photo, scan or paper by its content.
public struct Evidence: Hashable, Sendable {
    /// The SHA-256 of its bytes, 32 bytes in lower-case hexadecimal.
    public let digest: String
    /// Its length in bytes, 1…``Evidence/largest``.
    public let size: Int
    /// What it is, found in its content and not in its name.
    public let type: Kind

    /// The largest one that is taken: 20 MB.
    public static let largest = 20_000_000

    /// What evidence can be.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case pdf = "application/pdf"
    }

    /// Evidence that is known.
    public init(digest: String, size: Int, type: Kind) {
        self.digest = digest
        self.size = size
        self.type = type
    }
}

/// Why evidence was not taken.
public enum EvidenceFault: Error, Hashable, Sendable {
    /// It has no bytes.
    case empty
    /// It is larger than ``Evidence/largest``.
    case tooLarge
    /// Its content is of no kind that is taken.
    case unknownType
    /// Its content is of another kind than was said.
    case wrongType(said: Evidence.Kind, found: Evidence.Kind)
    /// The store could not.
    case store(StoreFault)
}

/// Where evidence lies, each piece once, by its digest.
public protocol EvidenceStore: Sendable {
    /// Takes in a piece as it comes, without holding all of it; taken twice it is there once.
    ///
    /// - Parameters:
    ///   - chunks: Its bytes.
    ///   - said: What the sender says it is; `nil` when nothing was said.
    /// - Returns: What it is.
    /// - Throws: ``EvidenceFault``; nothing of it stays then.
    func add(
        _ chunks: some AsyncSequence<[UInt8], any Error> & Sendable,
        said: Evidence.Kind?
    ) async throws(EvidenceFault) -> Evidence

    /// What is known of a piece; `nil` when it is not there.
    func evidence(_ digest: String) async throws(StoreFault) -> Evidence?

    /// A part of its bytes, fewer at the end; none behind it.
    func bytes(of digest: String, from offset: Int, count: Int) async throws(StoreFault) -> [UInt8]

    /// Every piece, by digest.
    func all() async throws(StoreFault) -> [Evidence]

    /// The digests of the pieces that were last taken in before a moment, in milliseconds since 1970; damaged ones
    /// too.
    func digests(takenBefore time: Int) async throws(StoreFault) -> [String]

    /// Erases its bytes for good.
    func erase(_ digest: String) async throws(StoreFault)
}

/// Where particulars lie that must not enter the journal: what they are of, and the text, until they are erased.
public protocol ParticularsStore: Sendable {
    /// Keeps a text under a name, in place of an earlier one.
    func keep(_ text: String, as name: String) async throws(StoreFault)

    /// What is kept under a name; `nil` when nothing is, or it was erased.
    func particulars(_ name: String) async throws(StoreFault) -> String?

    /// The names under which something is kept, in the order of their bytes.
    func particularsNames() async throws(StoreFault) -> [String]

    /// Erases it for good, in the files too.
    func erase(particulars name: String) async throws(StoreFault)
}

extension ParticularsStore {
    /// Keeps all of it in another store too, and looks at it there.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when the other store returns another text.
    /// - Complexity: O(bytes), one text in memory at a time.
    public func copyParticulars(to target: any ParticularsStore) async throws(StoreFault) {
        for name in try await particularsNames() {
            // Erased in between, it stays erased.
            guard let text = try await particulars(name) else { continue }
            try await target.keep(text, as: name)
            guard let kept = try await target.particulars(name), kept.utf8.elementsEqual(text.utf8) else {
                throw .damaged("particulars \(name)")
            }
        }
    }
}
