import Elections

/// What is printed around a paper on every page: which issue of it this is, and of which record.
public struct DocumentStamp: Hashable, Sendable, Encodable {
    /// The signed note that stands in the code of each page; empty on a draft.
    public let note: String
    /// Small lines below the page number.
    public let lines: [String]

    /// Of a paper that was not issued.
    public static let draft = DocumentStamp(note: "", lines: ["Naskah, belum diterbitkan"])

    private init(note: String, lines: [String]) { (self.note, self.lines) = (note, lines) }

    /// Of a paper that is issued.
    ///
    /// - Parameters:
    ///   - note: What the office signed of it.
    ///   - signer: The name the office signs by.
    ///   - edition: Which issue of it, from 1.
    ///   - size: The publications of the record it follows from.
    ///   - root: The root of the tree over them, as it is written.
    public init(note: String, signer: String, edition: Int, size: Int, root: String) {
        self.note = note
        let numbers = Numbers(.indonesian)
        lines = [
            "Terbitan ke-\(numbers.whole(edition))", "Catatan publik \(numbers.whole(size)): \(root)", signer,
        ]
    }
}
