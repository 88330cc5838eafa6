/// The form that proof files and requests to cosigners share: lines, an empty line, a signed checkpoint.
struct HeadedNote {
    /// The lines before the empty one.
    let head: [ArraySlice<UInt8>]
    let note: SignedNote
    let checkpoint: Checkpoint

    init(_ bytes: [UInt8]) throws(MessageError) {
        guard bytes.count <= SignedNote.mostBytes else { throw .tooLong(bytes: bytes.count) }
        let end = bytes.indices.dropLast().first { bytes[$0] == .newline && bytes[$0 + 1] == .newline }
        guard let end else { throw .noEmptyLine }
        head = bytes[..<end].split(separator: .newline, omittingEmptySubsequences: false)
        do { note = try SignedNote(parsing: Array(bytes[(end + 2)...])) } catch {
            throw .note(afterLine: head.count + 1, error)
        }
        do { checkpoint = try Checkpoint(parsing: note.body) } catch {
            throw .checkpoint(afterLine: head.count + 1, error)
        }
    }

    /// The hashes that the lines from `first` on write, counted from 0.
    func hashes(from first: Int) throws(MessageError) -> [Hash] {
        guard head.count - first <= MessageError.mostHashes else { throw .tooManyHashes(head.count - first) }
        var hashes: [Hash] = []
        for place in head.indices.dropFirst(first) {
            guard let bytes = Base64.bytes(head[place]), let hash = Hash(bytes) else {
                throw .line(place + 1, expected: .hash)
            }
            hashes.append(hash)
        }
        return hashes
    }

    /// The rest of line `place`, counted from 0, when it begins with `word` and a space.
    func rest(of place: Int, after word: String) -> ArraySlice<UInt8>? {
        guard head.indices.contains(place), head[place].starts(with: "\(word) ".utf8) else { return nil }
        return head[place].dropFirst(word.utf8.count + 1)
    }

    /// The whole, as it is read.
    static func bytes(head: [String], hashes: [Hash], note: SignedNote) -> [UInt8] {
        (head + hashes.map(\.base64) + [""]).flatMap { Array($0.utf8) + [.newline] } + note.bytes
    }
}

/// Why bytes are not a proof file or a request; lines are counted from 1.
public enum MessageError: Error, Hashable, Sendable {
    /// The most hashes of a proof in a tree of at most 2^63 entries.
    public static let mostHashes = 63

    /// More bytes than ``SignedNote/mostBytes``.
    case tooLong(bytes: Int)
    /// No empty line before the checkpoint.
    case noEmptyLine
    /// A line does not say what stands there in this form.
    case line(Int, expected: Content)
    /// More hashes than ``mostHashes``.
    case tooManyHashes(Int)
    /// What follows line `afterLine` is not a signed note.
    case note(afterLine: Int, NoteError)
    /// The note that follows line `afterLine` is not a checkpoint.
    case checkpoint(afterLine: Int, CheckpointError)

    /// What a line should hold.
    public enum Content: Hashable, Sendable {
        /// `c2sp.org/tlog-proof@v1`.
        case version
        /// `extra` and bytes in Base 64.
        case extra
        /// `index` and a number.
        case index
        /// `old` and a number.
        case oldSize
        /// 32 bytes in Base 64, in its one spelling.
        case hash
    }
}
