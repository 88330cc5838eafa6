import Elections
import Exchange

/// A file as it was handed in, with what its form says of it.
struct ImportUpload: Sendable {
    /// What is taken at most: the file, and a few short fields.
    static let bounds = Multipart.Bounds(bytes: HandedForms.largestFile + 64 * 1_024, parts: 8)

    let ballot: Ballot
    let shape: HandedForms.Shape
    /// Whose reading it is; `nil` for entries.
    let source: ComparisonSource?
    let file: String
    let bytes: [UInt8]
    /// The digest that its sender expects; `nil` for a page, which asks later.
    let digest: String?

    /// Reads a form with a file.
    ///
    /// - Parameters:
    ///   - call: The request.
    ///   - kind: What the file is to become.
    ///   - token: What a form of ours carries before its file; `nil` for programs, which show it otherwise.
    /// - Throws: ``Refusal/Code/staleForm`` before a byte of the file is kept; ``Refusal/Code/tooLarge``;
    ///   ``Refusal/Code/fieldMissing`` and ``Refusal/Code/fieldInvalid``.
    init(_ call: Call<DeskCaller>, _ kind: ImportKind, token: FormToken?) async throws(Refusal) {
        let parts = try call.body.parts(Self.bounds)
        var isOurs = token == nil
        var texts: [String: String] = [:]
        var found: (name: String, bytes: [UInt8])?
        while let part = try await parts.next() {
            let name = part.head.name
            if name == FormToken.field {
                isOurs = token?.isEqual(to: try await part.text()) ?? isOurs
            } else if !isOurs {
                throw Refusal(.staleForm)
            } else if name == "file" {
                guard found == nil else { throw Refusal(.fieldTwice, field: name) }
                found = (part.head.fileName?.shown ?? "", try await Self.all(part.chunks))
            } else {
                guard texts.updateValue(try await part.text(), forKey: name) == nil else {
                    throw Refusal(.fieldTwice, field: name)
                }
            }
        }
        guard isOurs else { throw Refusal(.staleForm) }
        func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
            guard let text = texts[name] else { throw Refusal(.fieldMissing, field: name) }
            guard let value = read(text) else { throw Refusal(.fieldInvalid, field: name) }
            return value
        }
        ballot = try value("ballot") { Ballot(slug: $0[...]) }
        shape = try value("shape") { HandedForms.Shape(rawValue: $0) }
        source = kind == .entries ? nil : try value("source") { ComparisonSource(word: $0) }
        digest = texts["sha256"].map { $0.lowercased() }
        guard let found else { throw Refusal(.fieldMissing, field: "file") }
        (file, bytes) = (found.name.isEmpty ? "-" : found.name, found.bytes)
        guard let desk = call.caller.state.contestWithoutForms(of: ballot),
            call.caller.state.desk(of: ballot) != nil
        else { throw Refusal(.fieldInvalid, field: "ballot") }
        if case .witnesses(let number) = source, !desk.contestants.contains(where: { $0.number == number }) {
            throw Refusal(.fieldInvalid, field: "source")
        }
    }

    private static func all(_ chunks: Multipart.Chunks) async throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in chunks {
                guard bytes.count + chunk.count <= HandedForms.largestFile else { throw Refusal(.tooLarge) }
                bytes += chunk
            }
        } catch { throw error as? Refusal ?? Refusal(.malformed) }
        return bytes
    }
}
