import Elections

/// The bytes of a file of evidence, a piece at a time.
public struct EvidenceChunks: AsyncSequence, Sendable {
    /// Some bytes.
    public typealias Element = [UInt8]
    /// Why they broke off: a ``StoreFault``.
    public typealias Failure = any Error

    /// The bytes of a piece: 256 KiB.
    fileprivate static let most = 1 << 18

    let store: any EvidenceStore
    let file: EvidenceFile

    /// Reads them from the first one.
    public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
        fileprivate let store: any EvidenceStore
        fileprivate let file: EvidenceFile
        fileprivate var offset = 0

        /// The next bytes; `nil` behind the last.
        ///
        /// - Throws: ``StoreFault`` when the file is gone, or shorter than it was.
        public mutating func next() async throws -> [UInt8]? {
            guard offset < file.size else { return nil }
            let bytes = try await store.bytes(
                of: file.digest.description,
                from: offset,
                count: EvidenceChunks.most
            )
            guard !bytes.isEmpty else { throw StoreFault.damaged("evidence \(file.digest)") }
            offset += bytes.count
            return bytes
        }
    }

    /// A reader from the first byte.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(store: store, file: file) }
}
