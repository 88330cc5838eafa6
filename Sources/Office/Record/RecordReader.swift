public import Elections
public import TransparencyLog

/// Checks a public record from its files alone: tiles, signatures, publications, sums and seats.
///
/// What is read is believed only once its checkpoint is; nothing but the files and a policy goes in.
public struct RecordReader {
    /// What was read, when all of it holds.
    public struct Report: Sendable {
        /// The signed checkpoint.
        public let note: SignedNote
        /// What it says.
        public let checkpoint: Checkpoint
        /// Log and cosigners that signed it, as far as the policy knows them; the log alone without one.
        public let signatures: [VerifiedSignature]
        /// Whether a policy said which key is the log's; otherwise it is the one that the record itself names.
        public let isTrusted: Bool
        /// Whether the checkpoint is signed by a key that the policy's key handed over to.
        public let isRotated: Bool
        /// What the publications come to.
        public let record: RecordState
        /// The checkpoint of the private journal; `nil` when it is not among the files.
        public let journal: Checkpoint?
        /// The entries of the journal that were proven to be in it.
        public let proofs: Int
        /// The bytes that were read.
        public let bytes: Int
    }

    private let policy: TrustPolicy?
    private let fetch: @Sendable (String) async throws(RecordRefusal) -> [UInt8]?
    private let mostProofs: Int
    private var bytes = 0
    /// The paths of the files that were checked.
    private var checked: Set<String> = []
    private var record = RecordState()
    private var tree = LogTree()
    /// Whether what was published of acts is kept, with its place.
    var keepsActs = false
    private(set) var kept: [(index: Int, text: [UInt8], act: Act)] = []
    /// The entries of the journal with the hashes that publications name.
    private var leaves: [(entry: Int, leaf: Hash)] = []
    /// What papers say of the record they follow from, by the place of their publication.
    private var bases: [(place: Int, basis: PaperBasis)] = []
    /// The entry that each publication comes from.
    private var sources: [Int] = []
    /// Results that are added up again while reading goes on, by the place of their last publication.
    private var claims: [(place: Int, check: Task<RecordFault?, Never>)] = []

    /// A reader.
    ///
    /// - Parameters:
    ///   - policy: Whom to believe; `nil` for whoever the record names.
    ///   - mostProofs: The most entries of the journal whose proof is asked for, from the last one on.
    ///   - fetch: The content of a file by its path below the record's; `nil` when it is not there.
    public init(
        policy: TrustPolicy?,
        mostProofs: Int = .max,
        fetch: @escaping @Sendable (String) async throws(RecordRefusal) -> [UInt8]?
    ) {
        self.policy = policy
        self.mostProofs = mostProofs
        self.fetch = fetch
    }

    /// Checks everything, and stops at the first thing that is wrong.
    ///
    /// - Throws: ``RecordRefusal``.
    /// - Complexity: O(size of the record); two bundles in memory at a time, beside what the publications come to.
    public mutating func read() async throws(RecordRefusal) -> Report {
        do throws(RecordRefusal) {
            let report = try await readAll()
            try await checkClaims()
            return report
        } catch {
            // A result that is wrong says more than hashes that are, and stands before what was read after it.
            try await checkClaims()
            throw error
        }
    }

    private mutating func readAll() async throws(RecordRefusal) -> Report {
        let (note, checkpoint) = try await self.note(at: OfficeLog.record.checkpointPath)
        try await readEntries(checkpoint.size)
        do throws(RecordFault) { try record.finish() } catch {
            throw .publication(record.count - 1, .record(error))
        }
        guard tree.frontier.root == checkpoint.root else { throw .root }
        for (place, basis) in bases {
            let root = basis.size <= place ? tree.root(at: basis.size) : nil
            // The record at that size is what the entries that are named come to.
            guard root?.hex == basis.root.description, sources[basis.size - 1] < basis.entries,
                basis.entries <= sources[basis.size]
            else { throw .publication(place, .basis) }
        }
        try await compareTiles()
        let (signatures, isRotated) = try judge(note, checkpoint)
        let (journal, proofs) = try await readJournal()
        return Report(
            note: note,
            checkpoint: checkpoint,
            signatures: signatures,
            isTrusted: policy != nil,
            isRotated: isRotated,
            record: record,
            journal: journal,
            proofs: proofs,
            bytes: bytes
        )
    }

    /// The way from a publication to the root of what was read; `nil` where there is none.
    func inclusion(of index: Int) -> InclusionProof? { tree.inclusion(of: index) }

    /// Whether a file was among those that ``read()`` checked.
    public func hasChecked(_ path: String) -> Bool { checked.contains(path) }

    /// Checks a file that an earlier, smaller record left behind; to be called after ``read()``.
    ///
    /// - Throws: ``RecordRefusal/stray(_:)`` when it is nothing of this record.
    public func check(earlier path: String, _ content: [UInt8]) throws(RecordRefusal) {
        guard case .some(let resource) = LogResource(path: path) else { throw .stray(path) }
        switch resource {
        case .checkpoint: return
        case .tile(let tile):
            guard hasRoom(for: tile), tree.bytes(of: tile) == content else { throw .tile(path) }
        case .entries(let tile):
            guard hasRoom(for: tile), let bundle = try? EntryBundle(decoding: content),
                bundle.entries.count == tile.width
            else { throw .tile(path) }
            for (place, entry) in bundle.entries.enumerated()
            where Hash.leaf(entry) != tree.hash(of: tile.node(at: place)) { throw .tile(path) }
        }
    }

    private func hasRoom(for tile: Tile) -> Bool {
        (tile.index * Tile.fullWidth + tile.width) << (8 * tile.level) <= tree.size
    }
}

@available(*, unavailable)
extension RecordReader: Sendable {}

extension RecordReader {
    private mutating func file(_ path: String) async throws(RecordRefusal) -> [UInt8]? {
        let content = try await fetch(path)
        note(content, at: path)
        return content
    }

    private mutating func note(_ content: [UInt8]?, at path: String) {
        guard let content else { return }
        bytes += content.count
        checked.insert(path)
    }

    private mutating func note(at path: String) async throws(RecordRefusal) -> (SignedNote, Checkpoint) {
        guard let content = try await file(path) else { throw .missing(path) }
        let note: SignedNote
        do throws(NoteError) { note = try SignedNote(parsing: content) } catch { throw .note(path, error) }
        do throws(CheckpointError) { return (note, try Checkpoint(parsing: note.body)) } catch {
            throw .checkpoint(path, error)
        }
    }

    private mutating func readEntries(_ size: Int) async throws(RecordRefusal) {
        let hasher = TreeHasher()
        var bundle = begin(bundle: 0, size)
        while let (tile, content) = bundle {
            bundle = begin(bundle: tile.index + 1, size)
            let path = LogResource.entries(tile).path
            guard let content = try await content.value.get() else { throw .missing(path) }
            note(content, at: path)
            let places: [Range<Int>]
            do throws(EntryBundle.Failure) { places = try EntryBundle.places(in: content) } catch {
                throw .bundle(path, error)
            }
            guard places.count == tile.width else { throw .bundle(path, .entryCount(places.count)) }
            // Hashes are needed by the end only: another core makes them while this one reads.
            let leaves = Task.detached {
                let hasher = TreeHasher()
                return places.map { hasher.leaf(content.span.extracting($0)) }
            }
            for place in places { try await read(Array(content[place])) }
            for leaf in await leaves.value { tree.append(leaf, with: hasher) }
        }
    }

    /// A bundle that is fetched while the one before it is read; `nil` when the record has no such one.
    private func begin(
        bundle index: Int,
        _ size: Int
    ) -> (tile: Tile, content: Task<Result<[UInt8]?, RecordRefusal>, Never>)? {
        guard index * Tile.fullWidth < size, let tile = Tile(level: 0, index: index, in: size) else {
            return nil
        }
        let fetch = fetch
        let content = Task.detached { () -> Result<[UInt8]?, RecordRefusal> in
            do throws(RecordRefusal) {
                return .success(try await fetch(LogResource.entries(tile).path))
            } catch {
                return .failure(error)
            }
        }
        return (tile, content)
    }

    private mutating func read(_ text: [UInt8]) async throws(RecordRefusal) {
        let place = record.count
        let publication: Publication
        do throws(CanonicalFault) { publication = try Publication(canonicalText: text) } catch {
            throw .publication(place, .text(error))
        }
        guard let leaf = Hash(hex: publication.leaf) else { throw .publication(place, .leaf) }
        sources.append(publication.entry)
        if keepsActs, case .act(let act) = publication.content { kept.append((place, text, act)) }
        if leaves.last?.entry != publication.entry { leaves.append((publication.entry, leaf)) }
        if case .act(let act) = publication.content {
            guard record.state.accepts(signaturesOf: act) else { throw .publication(place, .signature) }
            if case .paper(.issued(let act)) = act { bases.append((place, act.basis)) }
        }
        let claim: RecordState.Claim?
        do throws(RecordFault) { claim = try record.apply(publication) } catch {
            throw .publication(place, .record(error))
        }
        guard let claim else { return }
        // Each holds what was known then: a few at once.
        if claims.count >= Self.mostClaims { try await checkClaims() }
        let check = Task.detached { () -> RecordFault? in
            do throws(RecordFault) { try claim.check() } catch { return error }
            return nil
        }
        claims.append((place, check))
    }

    private static let mostClaims = 8

    /// Waits for the results that are added up again; the first that is another is named.
    private mutating func checkClaims() async throws(RecordRefusal) {
        defer { claims = [] }
        for (place, check) in claims {
            if let fault = await check.value { throw .publication(place, .record(fault)) }
        }
    }

    /// Every tile that the tree has, byte by byte.
    private mutating func compareTiles() async throws(RecordRefusal) {
        for tile in Tile.made(from: 0, to: tree.size) {
            let path = LogResource.tile(tile).path
            guard let content = try await file(path) else { throw .missing(path) }
            guard content == tree.bytes(of: tile) else { throw .tile(path) }
        }
    }

    /// Who signed the checkpoint, and whether that is enough.
    private func judge(
        _ note: SignedNote,
        _ checkpoint: Checkpoint
    ) throws(RecordRefusal) -> ([VerifiedSignature], isRotated: Bool) {
        let named = record.state.verifiers(of: .record)
        guard let current = named.first else { throw .noKey }
        guard "\(checkpoint.origin)".utf8.elementsEqual("\(current.name)".utf8) else {
            throw .origin("\(checkpoint.origin)", expected: "\(current.name)")
        }
        guard let policy else {
            do throws(NoteRefusal) { return (try note.verified(by: [current]), false) } catch {
                throw .policy(.signature(error))
            }
        }
        // A key that the policy knows vouches for those that took its place.
        let trusted = policy.logs.map(\.key)
        let known = named.firstIndex { key in trusted.contains(key) }
        let isRotated = known.map { $0 > 0 } ?? false
        var logs = policy.logs
        if isRotated, !trusted.contains(current) { logs.append(TrustPolicy.Party(key: current)) }
        let extended = TrustPolicy(logs: logs, cosigners: policy.cosigners, quorum: policy.quorum)
        do throws(PolicyRefusal) { return (try extended.verify(note).signatures, isRotated) } catch {
            throw .policy(error)
        }
    }

    /// The journal's own checkpoint, and the proofs of the entries that publications name.
    private mutating func readJournal() async throws(RecordRefusal) -> (Checkpoint?, Int) {
        let path = OfficeLog.journal.checkpointPath
        guard try await fetch(path) != nil else { return (nil, 0) }
        let (note, checkpoint) = try await self.note(at: path)
        let keys = record.state.verifiers(of: .journal)
        do throws(NoteRefusal) { _ = try note.verified(by: keys) } catch { throw .journal(path, error) }
        guard checkpoint.size > leaves.last?.entry ?? -1 else { throw .journalShort(checkpoint.size) }
        var proofs = 0
        for (entry, leaf) in leaves.suffix(mostProofs) {
            let path = OfficeLog.proofPath(of: entry)
            guard let content = try await file(path) else { continue }
            let proof: ProofFile
            do throws(MessageError) { proof = try ProofFile(parsing: content) } catch {
                throw .proofFile(path, error)
            }
            // It may be of an earlier checkpoint of the journal: a proof is as good as what signed it.
            guard proof.proof.index == entry, proof.checkpoint.origin == checkpoint.origin,
                proof.checkpoint.size <= checkpoint.size
            else { throw .otherProof(path) }
            do throws(NoteRefusal) { _ = try proof.note.verified(by: keys) } catch {
                throw .journal(path, error)
            }
            do throws(ProofError) {
                try proof.proof.verify(leaf: leaf, root: proof.checkpoint.root)
            } catch {
                throw .proof(path, error)
            }
            proofs += 1
        }
        return (checkpoint, proofs)
    }
}

/// The first thing that is wrong with a public record.
public enum RecordRefusal: Error, Hashable, Sendable {
    /// A file cannot be had; in the words of whoever tried.
    case unreadable(String, String)
    /// A file is not there.
    case missing(String)
    /// A file is no signed note.
    case note(String, NoteError)
    /// A note is no checkpoint.
    case checkpoint(String, CheckpointError)
    /// A file is no bundle of entries.
    case bundle(String, EntryBundle.Failure)
    /// The entries are not those that the checkpoint was signed over.
    case root
    /// A file's hashes are not those of the entries.
    case tile(String)
    /// A file does not belong to the record.
    case stray(String)
    /// The publication at this place does not hold.
    case publication(Int, PublicationFault)
    /// The record names no key.
    case noKey
    /// The checkpoint is another log's.
    case origin(String, expected: String)
    /// The checkpoint is not trusted.
    case policy(PolicyRefusal)
    /// A checkpoint of the journal is not signed by the office.
    case journal(String, NoteRefusal)
    /// Publications name entries behind the end of the journal, which has so many.
    case journalShort(Int)
    /// A file is no proof.
    case proofFile(String, MessageError)
    /// A proof is of another entry, or of another journal.
    case otherProof(String)
    /// The entry is not in the journal.
    case proof(String, ProofError)
}

/// What can be wrong with a publication.
public enum PublicationFault: Hashable, Sendable {
    case text(CanonicalFault)
    /// The hash of its entry is no hash.
    case leaf
    /// What it brings with it is not signed as it must be: a key by the one before it, a lost log by its key.
    case signature
    /// A paper follows from a record that is none of this one's before it.
    case basis
    case record(RecordFault)
}
