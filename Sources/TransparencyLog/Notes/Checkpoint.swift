/// The head of a log's tree, as the log signs it.
///
/// - Source: C2SP tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
    /// The name of the log, which it never changes.
    public let origin: NoteLine

    /// The entries: zero or more.
    public let size: Int

    /// The root of the tree.
    public let root: Hash

    /// Lines of which only the log knows the meaning; usually none.
    public let extensions: [NoteLine]

    /// The same as the text of a note.
    public let body: NoteBody

    /// A head to be signed.
    ///
    /// - Returns: Nil when `size` is negative or the text is longer than a note may be.
    public init?(origin: NoteLine, size: Int, root: Hash, extensions: [NoteLine] = []) {
        let lines = ["\(origin)", String(size), root.base64] + extensions.map(\.description)
        let text = lines.map { $0 + "\n" }.joined()
        guard size >= 0, let body = try? NoteBody(Array(text.utf8)) else { return nil }
        self.body = body
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    ///
    /// - Throws: ``CheckpointError``.
    public init(parsing body: NoteBody) throws(CheckpointError) {
        let lines = body.description.utf8.dropLast()
            .split(separator: .newline, omittingEmptySubsequences: false)
        var texts: [NoteLine] = []
        for (place, line) in lines.enumerated() {
            do { texts.append(try NoteLine(String(decoding: line, as: UTF8.self))) } catch {
                throw .emptyLine(place + 1)
            }
        }
        guard texts.count >= 3 else { throw .tooFewLines(texts.count) }
        guard let size = Decimal.number(lines[1]) else { throw .size }
        guard let root = Hash(base64: texts[2].description) else { throw .root }
        origin = texts[0]
        self.size = size
        self.root = root
        extensions = Array(texts.dropFirst(3))
        self.body = body
    }

    /// The head, signed at `time`: seconds since 1970, which only a cosignature carries.
    public func signed(by key: SigningKey, at time: Int) -> SignedNote {
        SignedNote(body, key.sign(body, at: time))
    }
}

/// Why the text of a note is not a checkpoint; lines are counted from 1.
public enum CheckpointError: Error, Hashable, Sendable {
    /// Fewer lines than origin, size and root.
    case tooFewLines(Int)
    /// Nothing stands in a line.
    case emptyLine(Int)
    /// Line 2 is not a number of entries in decimal digits without leading zeros, or is above `Int.max`.
    case size
    /// Line 3 is not 32 bytes in Base 64 in its one spelling.
    case root
}
