import TransparencyLog
import Web

/// A line of a cosigner's file `logs`: `log KEY [PLACE]`.
///
/// A further line of a log adds a key, which is how its key rotates, or names another place.
struct LogLine: Hashable, Sendable {
    let origin: NoteLine
    let key: VerifierKey
    let place: LogPlace?

    /// A log by its key; nil unless that is a log's.
    init?(_ key: VerifierKey, at place: LogPlace?) {
        guard key.kind == .note, let origin = try? NoteLine(key.name.description) else { return nil }
        self.origin = origin
        self.key = key
        self.place = place
    }

    /// Reads a line.
    init?(_ text: String) {
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init
        )
        guard words.count >= 2, words[0] == "log", let key = try? VerifierKey(parsing: words[1]) else {
            return nil
        }
        guard words.count == 3 else {
            self.init(key, at: nil)
            return
        }
        guard let place = LogPlace(words[2]) else { return nil }
        self.init(key, at: place)
    }

    /// The line, without its newline.
    var text: String { "log \(key.text)" + (place.map { " \($0)" } ?? "") }
}

/// A log that a cosigner follows.
struct FollowedLog: Sendable {
    let origin: NoteLine
    private(set) var keys: [VerifierKey]
    private(set) var place: LogPlace?

    /// The last checkpoint it confirmed, signed by the log and itself; nil when it confirmed none.
    var confirmed: SignedNote?

    /// A log of which nothing is confirmed.
    init(_ line: LogLine) {
        origin = line.origin
        keys = [line.key]
        place = line.place
    }

    /// Takes up a further line.
    mutating func take(_ line: LogLine) {
        if !keys.contains(line.key) { keys.append(line.key) }
        place = line.place ?? place
    }

    /// What ``confirmed`` says.
    var checkpoint: Checkpoint? { confirmed.flatMap { try? Checkpoint(parsing: $0.body) } }

    /// What decides on the next checkpoint.
    var state: CosignerState {
        let checkpoint = checkpoint
        return CosignerState(
            origin: origin,
            keys: keys,
            size: checkpoint?.size ?? 0,
            root: checkpoint?.root ?? .emptyRoot
        )
    }

    /// When it confirmed that, in seconds since 1970.
    func time(_ cosigner: VerifierKey) -> Int? {
        (try? confirmed?.verified(by: [cosigner]))?.first?.time
    }

    /// A checkpoint as it is to be kept and given away: with the signatures of the log and this one.
    func note(_ note: SignedNote, with signature: NoteSignature) -> SignedNote {
        // What others signed was not looked at, and would be carried on as if it had been.
        let own = note.signatures.filter { signature in
            keys.contains { $0.name == signature.name && $0.id == signature.keyID }
        }
        var kept = SignedNote(note.body, own.first ?? signature)
        for signature in own.dropFirst() + [signature] { kept.add(signature) }
        return kept
    }
}
