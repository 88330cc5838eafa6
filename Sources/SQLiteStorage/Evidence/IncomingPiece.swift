import Glibc
import Office
import Synchronization

/// A piece of evidence on its way in: counted, digested and looked at while it is written to a file without a name.
struct IncomingPiece: ~Copyable {
    private static let number = Atomic(0)

    private let path: String
    private let file: File
    private let said: Evidence.Kind?
    private var block: [UInt8] = []
    private var digest = Digest()
    private var size = 0
    private var kind: Evidence.Kind?

    /// Opens a file for a piece.
    init(in folder: String, said: Evidence.Kind?) async throws(EvidenceFault) {
        let path = "\(folder)/\(Self.number.add(1, ordering: .relaxed).newValue)"
        self.path = path
        self.said = said
        do throws(StoreFault) {
            file = try await Blocking.run { () throws(StoreFault) in
                try File(path, O_WRONLY | O_CREAT | O_EXCL)
            }
        } catch { throw .store(error) }
    }

    /// Takes the next bytes.
    ///
    /// - Throws: ``EvidenceFault`` as soon as it is known that it will not be taken.
    mutating func take(_ chunk: [UInt8]) async throws(EvidenceFault) {
        size += chunk.count
        guard size <= Evidence.largest else { throw .tooLarge }
        block += chunk
        if block.count >= 1 << 18 { try await write() }
    }

    /// Ends it: all of it is on the disk, and not to be written any more.
    mutating func finish() async throws(EvidenceFault) -> Evidence {
        guard size > 0 else { throw .empty }
        try await write()
        guard let kind else { throw .unknownType }
        let file = file
        try await blocking { () throws(StoreFault) in
            try file.setRights(0o400)
            try file.sync()
        }
        return Evidence(digest: digest.finish(), size: size, type: kind)
    }

    /// Gives it its name, for good.
    func place(at target: String) async throws(EvidenceFault) {
        let path = path
        try await blocking { () throws(StoreFault) in
            let folder = File.parent(of: target)
            try File.makeFolder(folder)
            try File.move(path, to: target)
            try File.syncFolder(folder)
        }
    }

    /// Removes what has no name yet, and lets go of the file.
    consuming func close() async {
        let (path, file) = (path, file)
        try? await Blocking.run { () throws(StoreFault) in
            file.close()
            try File.remove(path)
        }
    }

    private mutating func write() async throws(EvidenceFault) {
        if kind == nil {
            guard let found = Evidence.Kind(head: Array(block.prefix(Evidence.Kind.telling))) else {
                throw .unknownType
            }
            if let said, said != found { throw .wrongType(said: said, found: found) }
            kind = found
        }
        let (file, block) = (file, block)
        digest.update(block)
        self.block.removeAll(keepingCapacity: true)
        try await blocking { () throws(StoreFault) in try file.write(block) }
    }

    private func blocking(_ body: @escaping @Sendable () throws(StoreFault) -> Void)
        async throws(EvidenceFault)
    {
        do throws(StoreFault) { try await Blocking.run(body) } catch { throw .store(error) }
    }
}
