/// A form with one file, which comes behind all its fields: what it is of is known before a byte of it is read.
struct FileForm: Sendable {
    /// The fields.
    let fields: Fields
    /// The file, not yet read.
    let file: Multipart.Part
    private let parts: Multipart

    /// Reads the fields, up to the file.
    ///
    /// - Parameters:
    ///   - parts: The parts of the form.
    ///   - name: The name of the file's field.
    /// - Throws: ``Refusal/Code/fieldMissing`` when there is no file; what reading a part throws.
    init(_ parts: Multipart, file name: String) async throws(Refusal) {
        var values: [String: [String]] = [:]
        while let part = try await parts.next() {
            if part.head.name == name {
                (fields, file, self.parts) = (Fields(values: values), part, parts)
                return
            }
            values[part.head.name, default: []].append(try await part.text())
        }
        throw Refusal(.fieldMissing, field: name)
    }

    /// Reads to the end.
    ///
    /// - Throws: ``Refusal/Code/malformed`` when anything was behind the file, or the form was cut.
    func finish() async throws(Refusal) {
        guard try await parts.next() == nil else { throw Refusal(.malformed) }
    }

    /// All bytes of the file.
    ///
    /// - Throws: ``Refusal/Code/tooLarge`` above so many.
    func bytes(upTo limit: Int) async throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in file.chunks {
                guard bytes.count + chunk.count <= limit else { throw Refusal(.tooLarge) }
                bytes += chunk
            }
        } catch { throw error as? Refusal ?? Refusal(.malformed) }
        try await finish()
        return bytes
    }
}
