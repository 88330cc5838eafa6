import HummingbirdCore
import NIOCore

/// The body of a request, not yet read; it can be read once, and never past a bound.
struct Body: Sendable {
    /// The most bytes of a form, and of JSON.
    static let mostFormBytes = 256 * 1_024
    static let mostFormFields = 2_000
    static let mostJSONBytes = 1 << 20

    private let type: MediaType?
    private let length: Int?
    private let chunks: RequestBody

    /// The body that came with a request's head.
    init(_ incoming: Incoming, _ chunks: RequestBody) {
        self.init(type: incoming.type, length: incoming.length, chunks)
    }

    init(type: MediaType?, length: Int?, _ chunks: RequestBody) {
        self.type = type
        self.length = length
        self.chunks = chunks
    }

    /// The fields of a form.
    ///
    /// - Throws: ``Refusal/Code/mediaType`` for anything else, ``Refusal/Code/tooLarge`` above
    ///   ``mostFormBytes`` or ``mostFormFields``, ``Refusal/Code/malformed`` when it is cut or badly encoded.
    /// - Complexity: O(bytes).
    func form() async throws(Refusal) -> Fields {
        try expect("application/x-www-form-urlencoded")
        return try Fields(encoded: try await all(upTo: Self.mostFormBytes), most: Self.mostFormFields)
    }

    /// The bytes of a JSON text, which is UTF-8; whether it is JSON says who reads it.
    ///
    /// - Throws: ``Refusal/Code/mediaType`` for anything else, ``Refusal/Code/tooLarge`` above
    ///   ``mostJSONBytes``, ``Refusal/Code/malformed`` when it is cut or no UTF-8.
    /// - Complexity: O(bytes).
    func json() async throws(Refusal) -> [UInt8] {
        try expect("application/json")
        let bytes = try await all(upTo: Self.mostJSONBytes)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Refusal(.malformed) }
        return bytes
    }

    /// The parts of a form with files, as they come.
    ///
    /// - Throws: ``Refusal/Code/mediaType`` for anything else, ``Refusal/Code/tooLarge`` when it is announced
    ///   to be above the bounds, ``Refusal/Code/malformed`` without a usable boundary.
    func parts(_ bounds: Multipart.Bounds) throws(Refusal) -> Multipart {
        try expect("multipart/form-data")
        if let length, length > bounds.bytes { throw Refusal(.tooLarge) }
        guard let boundary = type?.parameters["boundary"],
            let parser = MultipartParser(boundary: boundary, bounds)
        else { throw Refusal(.malformed) }
        return Multipart(parser, chunks, length: length)
    }

    private func expect(_ name: String) throws(Refusal) {
        guard type?.name == name else { throw Refusal(.mediaType) }
    }

    private func all(upTo limit: Int) async throws(Refusal) -> [UInt8] {
        if let length, length > limit { throw Refusal(.tooLarge) }
        var bytes: [UInt8] = []
        do {
            for try await chunk in chunks {
                guard bytes.count + chunk.readableBytes <= limit else { throw Refusal(.tooLarge) }
                bytes += chunk.readableBytesView
            }
        } catch {
            // Whatever else ends it early: a cut connection, a client that was too slow.
            throw error as? Refusal ?? Refusal(.malformed)
        }
        guard length == nil || length == bytes.count else { throw Refusal(.malformed) }
        return bytes
    }
}
