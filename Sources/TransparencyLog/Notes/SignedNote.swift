/// A text and the signatures under it.
///
/// - Source: C2SP signed-note.
public struct SignedNote: Hashable, Sendable {
    /// The most bytes of a note that are read.
    public static let mostBytes = 1_000_000

    /// The most signatures of a note that are read.
    public static let mostSignatures = 100

    /// What the note says.
    public let body: NoteBody

    /// At least one signature, known or not, in the order of the lines.
    public private(set) var signatures: [NoteSignature]

    /// A note with its first signature.
    public init(_ body: NoteBody, _ signature: NoteSignature) {
        self.body = body
        self.signatures = [signature]
    }

    /// Reads a note and checks its form, not its signatures.
    ///
    /// - Throws: ``NoteError``.
    /// - Complexity: O(bytes).
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        let whole = try NoteBody(bytes).bytes
        // The last empty line is where the text ends.
        guard
            let end = whole.indices.dropLast().last(where: {
                whole[$0] == .newline && whole[$0 + 1] == .newline
            })
        else { throw .noSignatures }
        body = try NoteBody(Array(whole[...end]))
        let lines = whole[(end + 2)...].dropLast().split(separator: .newline)
        guard !lines.isEmpty else { throw .noSignatures }
        guard lines.count <= Self.mostSignatures else { throw .tooManySignatures }
        var line = whole[...(end + 1)].count { $0 == .newline }
        signatures = []
        for text in lines {
            line += 1
            do {
                signatures.append(try NoteSignature(parsing: String(decoding: text, as: UTF8.self)))
            } catch {
                throw .signature(line: line, error)
            }
        }
    }

    /// The note as it was read, or as it is to be written.
    ///
    /// - Complexity: O(bytes).
    public var bytes: [UInt8] {
        body.bytes + [.newline] + signatures.flatMap { Array($0.line.utf8) + [.newline] }
    }

    /// Adds a signature in the place of an earlier one by the same key.
    public mutating func add(_ signature: NoteSignature) {
        signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
        signatures.append(signature)
    }
}
