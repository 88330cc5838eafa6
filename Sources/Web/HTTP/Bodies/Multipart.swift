import HummingbirdCore
import NIOCore

/// The parts of a form with files, one after the other, as their bytes come.
///
/// A part must be read before the next one is asked for; what is left of it is passed over then.
///
/// ```
/// while let part = try await parts.next() {
///     if part.head.fileName == nil { note = try await part.text() } else { try await store.add(part.chunks) }
/// }
/// ```
actor Multipart {
    /// What is taken at most.
    struct Bounds: Hashable, Sendable {
        /// All bytes together.
        let bytes: Int
        /// The number of parts.
        var parts = 100
        /// The header of a part.
        var headerBytes = 4_096
        /// What stands before the first part.
        var preambleBytes = 1_024
        /// A field that is no file.
        var fieldBytes = 64 * 1_024
    }

    /// A part: what it says of itself, and its bytes.
    struct Part: Sendable {
        /// What it says of itself.
        let head: PartHead
        /// Its bytes as they come; to be read once.
        let chunks: Chunks

        /// All of it, as the text of a field.
        ///
        /// - Throws: ``Refusal/Code/tooLarge`` above the bound of a field; ``Refusal/Code/malformed`` when it is
        ///   no UTF-8, has a NUL, or is cut.
        func text() async throws(Refusal) -> String {
            try await chunks.reader.text(of: chunks.number)
        }
    }

    /// The bytes of a part; each chunk is as large as it came.
    struct Chunks: AsyncSequence, Sendable {
        typealias Element = [UInt8]
        typealias Failure = any Error

        fileprivate let reader: Multipart
        fileprivate let number: Int

        /// Reads them; what is thrown is a ``Refusal``.
        struct AsyncIterator: AsyncIteratorProtocol, Sendable {
            fileprivate let reader: Multipart
            fileprivate let number: Int

            mutating func next() async throws -> [UInt8]? {
                try await reader.chunk(of: number)
            }
        }

        func makeAsyncIterator() -> AsyncIterator {
            AsyncIterator(reader: reader, number: number)
        }
    }

    private var parser: MultipartParser
    private var source: RequestBody.AsyncIterator
    private let length: Int?
    private let fieldBytes: Int
    private var events: ArraySlice<MultipartParser.Event> = []
    private var taken = 0
    private var number = 0
    private var isInPart = false
    private var isReading = false
    private var refusal: Refusal?

    init(_ parser: MultipartParser, _ body: RequestBody, length: Int?) {
        self.parser = parser
        self.length = length
        fieldBytes = parser.bounds.fieldBytes
        source = body.makeAsyncIterator()
    }

    /// The next part; nil behind the last one.
    ///
    /// - Throws: ``Refusal/Code/tooLarge`` above a bound, ``Refusal/Code/malformed`` when the form is none or is
    ///   cut; the same again from then on.
    func next() async throws(Refusal) -> Part? {
        while let event = try await event() {
            switch event {
            case .part(let head):
                number += 1
                isInPart = true
                return Part(head: head, chunks: Chunks(reader: self, number: number))
            case .bytes: break
            case .partEnds: isInPart = false
            }
        }
        return nil
    }

    /// The next bytes of a part; nil at its end, and when another part was asked for meanwhile.
    fileprivate func chunk(of number: Int) async throws(Refusal) -> [UInt8]? {
        guard number == self.number, isInPart else { return nil }
        switch try await event() {
        case .bytes(let bytes): return bytes
        case .part, .partEnds, nil:
            isInPart = false
            return nil
        }
    }

    fileprivate func text(of number: Int) async throws(Refusal) -> String {
        var bytes: [UInt8] = []
        while let chunk = try await chunk(of: number) {
            bytes += chunk
            guard bytes.count <= fieldBytes else { throw Refusal(.tooLarge) }
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.malformed)
        }
        return text
    }

    private func event() async throws(Refusal) -> MultipartParser.Event? {
        // One reader at a time: the source has one place.
        guard !isReading else { throw Refusal(.failed) }
        isReading = true
        defer { isReading = false }
        while true {
            if let refusal { throw refusal }
            if let event = events.popFirst() { return event }
            do throws(Refusal) {
                guard let bytes = try await bytes() else {
                    guard length == nil || length == taken else { throw Refusal(.malformed) }
                    try parser.finish()
                    return nil
                }
                taken += bytes.count
                events = try parser.take(bytes)[...]
            } catch {
                refusal = error
            }
        }
    }

    private func bytes() async throws(Refusal) -> [UInt8]? {
        var source = source
        defer { self.source = source }
        do {
            return try await source.next(isolation: self).map { Array($0.readableBytesView) }
        } catch {
            throw Refusal(.malformed)
        }
    }
}
