import Glibc
public import Office

extension FileEvidenceStore: EvidenceStore {
    /// Takes in a piece as it comes; see ``EvidenceStore/add(_:said:)``.
    ///
    /// A piece that is there and damaged is mended by it.
    ///
    /// - Parameters:
    ///   - chunks: Its bytes; when they break off, the fault is ``StoreFault/unreachable(_:)``.
    ///   - said: What the sender says it is.
    /// - Returns: What it is.
    /// - Throws: ``EvidenceFault``; nothing of it stays then.
    /// - Complexity: O(bytes), in constant memory.
    public func add(
        _ chunks: some AsyncSequence<[UInt8], any Error> & Sendable,
        said: Evidence.Kind?
    ) async throws(EvidenceFault) -> Evidence {
        guard !isReading else { throw .store(.readOnly) }
        var piece = try await IncomingPiece(in: incoming, said: said)
        do {
            for try await chunk in chunks { try await piece.take(chunk) }
            let evidence = try await piece.finish()
            guard let path = path(evidence.digest) else { preconditionFailure("a digest has 64 digits") }
            try await piece.place(at: path)
            await piece.close()
            return evidence
        } catch {
            await piece.close()
            throw (error as? EvidenceFault) ?? .store((error as? StoreFault) ?? .unreachable("\(error)"))
        }
    }

    /// What is known of a piece; `nil` when it is not there.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when it cannot be what was taken in.
    public func evidence(_ digest: String) async throws(StoreFault) -> Evidence? {
        try await Blocking.run { () throws(StoreFault) in
            try withFile(digest) { file throws(StoreFault) in try describe(digest, file) }
        }
    }

    /// A part of a piece's bytes, fewer at the end; none behind it.
    ///
    /// - Throws: ``StoreFault/missing(_:)`` when it is not there.
    public func bytes(of digest: String, from offset: Int, count: Int) async throws(StoreFault) -> [UInt8] {
        try await Blocking.run { () throws(StoreFault) in
            let bytes = try withFile(digest) { file throws(StoreFault) in
                let start = max(0, offset)
                let wanted = min(max(0, count), max(0, try file.size() - start))
                return try file.bytes(from: start, count: wanted)
            }
            guard let bytes else { throw .missing(digest) }
            return bytes
        }
    }

    /// Every piece, by digest.
    ///
    /// - Complexity: O(*n* log *n*); the beginning of each is read.
    public func all() async throws(StoreFault) -> [Evidence] {
        try await Blocking.run { () throws(StoreFault) in
            var all: [Evidence] = []
            for digest in try digests() {
                let evidence = try withFile(digest) { file throws(StoreFault) in try describe(digest, file) }
                if let evidence { all.append(evidence) }
            }
            return all
        }
    }

    /// The digests of the pieces that were last taken in before a moment; damaged ones too.
    ///
    /// - Complexity: O(*n* log *n*).
    public func digests(takenBefore time: Int) async throws(StoreFault) -> [String] {
        try await Blocking.run { () throws(StoreFault) in
            var early: [String] = []
            for digest in try digests() {
                guard let path = path(digest), let written = try File.lastWritten(path), written < time else {
                    continue
                }
                early.append(digest)
            }
            return early
        }
    }

    /// Erases a piece's bytes for good: they are written over, and the file removed; copies of the folder keep theirs.
    ///
    /// - Complexity: O(bytes).
    public func erase(_ digest: String) async throws(StoreFault) {
        guard !isReading else { throw .readOnly }
        try await Blocking.run { () throws(StoreFault) in
            guard let path = path(digest), try File.kind(path) == .file else { return }
            // Away first: a reader finds all of it or nothing.
            let doomed = "\(incoming)/\(digest)"
            try File.move(path, to: doomed)
            try File.syncFolder(File.parent(of: path))
            let sealed = try File(doomed, O_RDONLY)
            defer { sealed.close() }
            try sealed.setRights(0o600)
            let file = try File(doomed, O_WRONLY)
            defer { file.close() }
            try file.write([UInt8](repeating: 0, count: sealed.size()))
            try file.sync()
            try File.remove(doomed)
            try File.syncFolder(incoming)
        }
    }

    /// Checks that a piece's bytes are those of its digest.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when they are not, ``StoreFault/missing(_:)`` when it is not there.
    /// - Complexity: O(bytes).
    public func verify(_ digest: String) async throws(StoreFault) {
        try await Blocking.run { () throws(StoreFault) in try check(digest) }
    }

    /// As ``verify(_:)``, where waiting for the disk is no matter.
    func check(_ digest: String) throws(StoreFault) {
        let found = try withFile(digest) { file throws(StoreFault) in
            _ = try describe(digest, file)
            var made = Digest()
            var offset = 0
            while true {
                let block = try file.bytes(from: offset, count: 1 << 20)
                guard !block.isEmpty else { return made.finish() }
                made.update(block)
                offset += block.count
            }
        }
        guard let found else { throw .missing(digest) }
        guard found == digest else { throw .damaged("evidence \(digest)") }
    }
}
