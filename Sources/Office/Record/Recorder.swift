import Elections
public import TransparencyLog

/// Keeps an office's public record: turns the journal into publications, writes them as tiles, signs checkpoints.
///
/// The record follows from the journal alone. What was signed once is never signed otherwise: the last signed
/// checkpoint of each log is kept beside the keys, outside the office and its backups, before a signature leaves.
public actor Recorder {
    /// Where the record stands.
    public struct Standing: Sendable {
        /// The signed checkpoint of the record, with the signatures of cosigners.
        public let note: SignedNote
        /// What it says.
        public let checkpoint: Checkpoint
        /// The entries of the journal behind it.
        public let entries: Int
        /// The key that signed it.
        public let key: VerifierKey
        /// Whether it is a rehearsal's.
        public let isRehearsal: Bool
    }

    private let journal: any JournalStore
    private let files: any FileStore
    private let heads: any FileStore
    private let keys: [SigningKey]

    private var replay = JournalReplay()
    private var journalTree = LogTree()
    private var recordTree = LogTree()
    /// The texts of the record's entries from ``firstText`` on: those whose bundle is not full, or not written yet.
    private var texts: [[UInt8]] = []
    private var firstText = 0
    /// The size up to which the tiles are there.
    private var written = 0
    private var hasLooked = false
    /// Whether what is read is also written; not while it is only checked.
    private var isWriting = false
    /// The entries of the journal something was published of.
    private var published: Set<Int> = []
    /// Where the record stands; `nil` before it was signed for the first time.
    public private(set) var standing: Standing?

    /// A recorder.
    ///
    /// - Parameters:
    ///   - journal: The office's journal; it is only read.
    ///   - files: Where the record lies.
    ///   - heads: Where the last signed checkpoints lie, beside the keys.
    ///   - keys: The office's private keys, of every purpose, also those that were replaced.
    public init(journal: any JournalStore, files: any FileStore, heads: any FileStore, keys: [SigningKey]) {
        self.journal = journal
        self.files = files
        self.heads = heads
        self.keys = keys
    }

    /// Reads what is new in the journal, publishes it, and signs both logs.
    ///
    /// - Throws: ``RecorderFault``; nothing was signed then.
    /// - Complexity: O(size of what is new).
    @discardableResult
    public func advance() async throws(RecorderFault) -> Standing {
        do throws(RecorderFault) {
            return try await advanceOnce()
        } catch .lost {
            // Another process may have signed what was written after the journal was read here.
            return try await advanceOnce()
        }
    }

    private func advanceOnce() async throws(RecorderFault) -> Standing {
        isWriting = true
        try await read()
        guard let named = replay.state.logKey else { throw .noKey }
        try await lastSigned(.record, recordTree)
        try await lastSigned(.journal, journalTree)
        try await look(atEnd: true)
        try await write(upTo: recordTree.size)
        let record = try await sign(.record, recordTree, named)
        _ = try await sign(.journal, journalTree, named)
        standing = record
        return record
    }

    /// Reads the journal and holds against it what was published, without writing or signing anything.
    ///
    /// - Throws: ``RecorderFault/differs(_:size:)`` when it does not follow from the journal,
    ///   ``RecorderFault/lost(_:signed:here:)`` when the journal is too short for it.
    public func check() async throws(RecorderFault) {
        try await read()
        try await look(atEnd: true)
    }
}

extension Recorder {
    /// Reads the journal to its end.
    private func read() async throws(RecorderFault) {
        let hasher = TreeHasher()
        while true {
            let part: [StoredEntry]
            do throws(StoreFault) {
                part = try await journal.entries(from: replay.count, bytes: 4 << 20)
            } catch {
                throw .store(error)
            }
            guard !part.isEmpty else { return }
            for stored in part {
                let entry: JournalEntry
                do throws(JournalFault) {
                    entry = try replay.fold(stored, with: hasher)
                } catch {
                    throw .journal(error)
                }
                try publish(entry, hasher.leaf(stored.text), with: hasher)
            }
            // The whole of a large record need not be held: full tiles are written on the way.
            if isWriting, hasLooked || recordTree.size > Tile.fullWidth {
                try await look()
                try await write(upTo: recordTree.size / Tile.fullWidth * Tile.fullWidth)
            }
        }
    }

    private func publish(
        _ entry: JournalEntry,
        _ leaf: Hash,
        with hasher: borrowing TreeHasher
    ) throws(RecorderFault) {
        journalTree.append(leaf, with: hasher)
        let publications = Publication.all(
            of: entry.acts,
            entry: entry.sequence,
            leaf: leaf.hex,
            time: entry.time,
            state: replay.state
        )
        if !publications.isEmpty { published.insert(entry.sequence) }
        for publication in publications {
            let text = publication.canonicalText
            guard text.count <= Publication.largest else { throw .tooLong(entry: entry.sequence) }
            recordTree.append(hasher.leaf(text), with: hasher)
            texts.append(text)
        }
    }

    /// Looks once what of the record is written already; before the journal's end it may be too early to say.
    private func look(atEnd: Bool = false) async throws(RecorderFault) {
        guard !hasLooked else { return }
        if let note = try await note(at: OfficeLog.record.checkpointPath, in: files) {
            let (origin, size) = ("\(note.checkpoint.origin)", note.checkpoint.size)
            guard replay.state.verifiers(of: .record).contains(where: { "\($0.name)" == origin }) else {
                if atEnd { throw .otherLog(origin) }
                return
            }
            guard size <= recordTree.size else {
                if atEnd { throw .lost(.record, signed: size, here: recordTree.size) }
                return
            }
            guard recordTree.root(at: size) == note.checkpoint.root else {
                throw .differs(.record, size: size)
            }
            written = size
            forgetTexts()
        }
        hasLooked = true
    }

    /// Writes the tiles that a record of `size` entries has and an earlier one had not.
    private func write(upTo size: Int) async throws(RecorderFault) {
        guard hasLooked, size > written else { return }
        var made: [StoredFile] = []
        for tile in Tile.made(from: written, to: size) {
            made.append(StoredFile(LogResource.tile(tile).path, recordTree.bytes(of: tile)))
            guard tile.level == 0 else { continue }
            let start = tile.index * Tile.fullWidth - firstText
            do throws(EntryBundle.Failure) {
                let bundle = try EntryBundle(Array(texts[start..<start + tile.width]))
                made.append(StoredFile(LogResource.entries(tile).path, bundle.bytes))
            } catch {
                throw .tooLong(entry: replay.count - 1)
            }
        }
        try await storing(made, in: files)
        written = size
        forgetTexts()
    }

    /// Lets the texts go whose bundles are full and written.
    private func forgetTexts() {
        let kept = written / Tile.fullWidth * Tile.fullWidth
        texts.removeFirst(kept - firstText)
        firstText = kept
    }
}

extension Recorder {
    /// Signs a log as it is, unless that was done.
    private func sign(
        _ log: OfficeLog,
        _ tree: LogTree,
        _ named: KeyNamed
    ) async throws(RecorderFault) -> Standing {
        let verifiers = replay.state.verifiers(of: log)
        let signers = verifiers.compactMap { verifier in
            keys.first { $0.verifier.publicKey == verifier.publicKey }?.named(verifier.name)
        }
        guard let verifier = verifiers.first, let signer = signers.first,
            signer.verifier == verifier
        else { throw .keyMissing(named.key) }
        let last = try await lastSigned(log, tree)
        let place = log.checkpointPath
        let shown = try await note(at: place, in: files)
        if let shown, shown.checkpoint.size == tree.size, shown.checkpoint.root == tree.frontier.root,
            (try? shown.note.verified(by: [verifier])) != nil, last != nil
        {
            return standing(shown, verifier, named)
        }
        guard let origin = try? NoteLine("\(verifier.name)"),
            let checkpoint = Checkpoint(origin: origin, size: tree.size, root: tree.frontier.root)
        else { throw .keyMissing(named.key) }
        var note = checkpoint.signed(by: signer, at: 0)
        // Keys that were replaced sign as well, while they are there: their verifiers need not hurry.
        for old in signers.dropFirst() { note.add(old.sign(checkpoint.body, at: 0)) }
        try await storing([StoredFile(Self.headPath(verifier), note.bytes)], in: heads)
        try await storing([StoredFile(place, note.bytes)], in: files)
        return standing(CheckpointNote(note: note, checkpoint: checkpoint), verifier, named)
    }

    /// The last checkpoint of a log that was signed, which the tree must continue.
    @discardableResult
    private func lastSigned(_ log: OfficeLog, _ tree: LogTree) async throws(RecorderFault) -> Checkpoint? {
        guard let verifier = replay.state.verifiers(of: log).first,
            let last = try await note(at: Self.headPath(verifier), in: heads)?.checkpoint
        else { return nil }
        guard last.size <= tree.size else { throw .lost(log, signed: last.size, here: tree.size) }
        guard tree.root(at: last.size) == last.root else { throw .differs(log, size: last.size) }
        return last
    }

    /// Where the last signed checkpoint of a log lies beside the keys.
    private static func headPath(_ key: VerifierKey) -> String {
        "signed/" + Hash.digest(Array("\(key.name)".utf8)).hex
    }

    private func standing(_ signed: CheckpointNote, _ key: VerifierKey, _ named: KeyNamed) -> Standing {
        Standing(
            note: signed.note,
            checkpoint: signed.checkpoint,
            entries: replay.count,
            key: key,
            isRehearsal: named.purpose == .rehearsal
        )
    }

    /// The name of the record; `nil` while the office named no key.
    public func name() async throws(RecorderFault) -> KeyName? {
        try await read()
        return replay.state.verifiers(of: .record).first?.name
    }

    /// A checkpoint that was signed before, from here or elsewhere, and must never be contradicted.
    ///
    /// - Parameter bytes: The signed note, as a cosigner or a mirror has it.
    /// - Throws: ``RecorderFault/unsigned`` when none of the office's keys signed it;
    ///   ``RecorderFault/lost(_:signed:here:)`` or ``RecorderFault/differs(_:size:)`` when the journal does not
    ///   come to it.
    public func learn(_ bytes: [UInt8]) async throws(RecorderFault) {
        try await read()
        let verifiers = replay.state.verifiers(of: .record)
        guard let note = try? SignedNote(parsing: bytes),
            let checkpoint = try? Checkpoint(parsing: note.body),
            let verifier = verifiers.first, "\(checkpoint.origin)" == "\(verifier.name)",
            (try? note.verified(by: verifiers)) != nil
        else { throw .unsigned }
        let path = Self.headPath(verifier)
        let last = try await self.note(at: path, in: heads)
        if (last?.checkpoint.size ?? -1) < checkpoint.size {
            try await storing([StoredFile(path, note.bytes)], in: heads)
        }
        guard checkpoint.size <= recordTree.size else {
            throw .lost(.record, signed: checkpoint.size, here: recordTree.size)
        }
        guard recordTree.root(at: checkpoint.size) == checkpoint.root else {
            throw .differs(.record, size: checkpoint.size)
        }
    }

    /// Adds what a cosigner signed to the checkpoint that is shown.
    ///
    /// - Throws: ``RecorderFault/unsigned`` when the signature is not the cosigner's over that checkpoint.
    public func add(_ signature: NoteSignature, by cosigner: VerifierKey) async throws(RecorderFault) {
        guard let old = standing else { throw .noKey }
        // Another process may have added others meanwhile.
        let shown = try await note(at: OfficeLog.record.checkpointPath, in: files)?.note
        var note = shown?.body == old.note.body ? shown ?? old.note : old.note
        note.add(signature)
        guard (try? note.verified(by: [cosigner])) != nil else { throw .unsigned }
        try await storing([StoredFile(OfficeLog.record.checkpointPath, note.bytes)], in: files)
        standing = Standing(
            note: note,
            checkpoint: old.checkpoint,
            entries: old.entries,
            key: old.key,
            isRehearsal: old.isRehearsal
        )
    }

    /// The proof that the record only grew since it had `size` entries, up to the checkpoint that is shown.
    public func consistency(from size: Int) -> ConsistencyProof? {
        standing.flatMap { standing in
            ConsistencyProof(from: size, to: standing.checkpoint.size, hash: recordTree.hash)
        }
    }

    /// The proof that an entry something was published of is in the journal, as a file `….tlog-proof`.
    ///
    /// - Returns: `nil` when nothing was published of it.
    public func proof(ofEntry entry: Int) async throws(RecorderFault) -> [UInt8]? {
        guard published.contains(entry),
            let signed = try await note(at: OfficeLog.journal.checkpointPath, in: files)
        else { return nil }
        return proof(ofEntry: entry, under: signed)
    }

    private func proof(ofEntry entry: Int, under signed: CheckpointNote) -> [UInt8]? {
        let size = signed.checkpoint.size
        return InclusionProof(index: entry, size: size, hash: journalTree.hash).flatMap { proof in
            try? ProofFile(index: entry, hashes: proof.hashes, note: signed.note).bytes
        }
    }

    /// A file of the record as it is served.
    public func file(_ path: String) async throws(StoreFault) -> [UInt8]? {
        if let entry = OfficeLog.entry(ofProof: path) { return (try? await proof(ofEntry: entry)) ?? nil }
        return try await files.bytes(of: path, most: Self.largestFile)
    }

    /// Writes every proof that an entry is in the journal as a file beside the record.
    public func writeProofs() async throws(RecorderFault) {
        guard let signed = try await note(at: OfficeLog.journal.checkpointPath, in: files) else { return }
        let made = published.sorted().compactMap { entry in
            proof(ofEntry: entry, under: signed).map { StoredFile(OfficeLog.proofPath(of: entry), $0) }
        }
        try await storing(made, in: files)
    }

    /// The most bytes of a file of the record: a bundle of the longest entries.
    public static let largestFile = Tile.fullWidth * (Publication.largest + 2)
}

extension Recorder {
    private struct CheckpointNote {
        let note: SignedNote
        let checkpoint: Checkpoint
    }

    /// The signed checkpoint in a file.
    private func note(at path: String, in store: any FileStore) async throws(RecorderFault) -> CheckpointNote?
    {
        let bytes: [UInt8]?
        do throws(StoreFault) {
            bytes = try await store.bytes(of: path, most: SignedNote.mostBytes)
        } catch {
            throw .store(error)
        }
        guard let bytes else { return nil }
        guard let note = try? SignedNote(parsing: bytes), let checkpoint = try? Checkpoint(parsing: note.body)
        else { throw .store(.damaged(path)) }
        return CheckpointNote(note: note, checkpoint: checkpoint)
    }

    private func storing(_ made: [StoredFile], in store: any FileStore) async throws(RecorderFault) {
        do throws(StoreFault) { try await store.write(made) } catch { throw .store(error) }
    }
}

extension OfficeLog {
    /// Where the log's checkpoint lies in the record's files.
    public var checkpointPath: String {
        switch self {
        case .record: LogResource.checkpoint.path
        case .journal: "journal/" + LogResource.checkpoint.path
        }
    }

    /// Where the proof lies that an entry is in the journal.
    public static func proofPath(of entry: Int) -> String { "journal/proof/\(entry)" }

    /// The entry whose proof lies at a path.
    static func entry(ofProof path: String) -> Int? {
        let prefix = proofPath(of: 0).dropLast()
        guard path.hasPrefix(prefix), let entry = Int(path.dropFirst(prefix.count)),
            proofPath(of: entry) == path
        else { return nil }
        return entry
    }
}

/// Why nothing was published, or signed.
public enum RecorderFault: Error, Hashable, Sendable {
    case store(StoreFault)
    case journal(JournalFault)
    /// The office named no key yet.
    case noKey
    /// The private half of this key is not there.
    case keyMissing(String)
    /// A part of an entry is longer than what is published may be.
    case tooLong(entry: Int)
    /// The log does not come to what was signed when it had this size.
    case differs(OfficeLog, size: Int)
    /// A checkpoint was signed over more entries than there are: entries are lost.
    case lost(OfficeLog, signed: Int, here: Int)
    /// The files are those of the log of this name.
    case otherLog(String)
    /// A note that none of the keys signed that should have.
    case unsigned
}
