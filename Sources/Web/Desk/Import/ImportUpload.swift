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
    /// - Throws: ``Refusal/Code/staleForm`` before a byte of the file is kept; ``Refusal/Code/tooLarge``;
    ///   ``Refusal/Code/fieldMissing`` and ``Refusal/Code/fieldInvalid``.
    init(_ call: Call<DeskCaller>, _ kind: ImportKind) async throws(Refusal) {
        let form = try await call.form(Self.bounds, file: "file")
        func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
            guard let value = try form.fields.value(name, read) else {
                throw Refusal(.fieldMissing, field: name)
            }
            return value
        }
        ballot = try value("ballot") { Ballot(slug: $0[...]) }
        shape = try value("shape") { HandedForms.Shape(rawValue: $0) }
        source = kind == .entries ? nil : try value("source") { ComparisonSource(word: $0) }
        digest = try form.fields.text("sha256")?.lowercased()
        let name = form.file.head.fileName?.shown ?? ""
        file = name.isEmpty ? "-" : name
        guard let desk = call.caller.state.contestWithoutForms(of: ballot),
            call.caller.state.desk(of: ballot) != nil
        else { throw Refusal(.fieldInvalid, field: "ballot") }
        if case .witnesses(let number) = source, !desk.contestants.contains(where: { $0.number == number }) {
            throw Refusal(.fieldInvalid, field: "source")
        }
        bytes = try await form.bytes(upTo: HandedForms.largestFile)
    }
}
