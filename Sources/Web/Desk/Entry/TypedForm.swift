import Elections

/// What somebody typed into the fields of a form, as it stands in the fields: not yet figures.
struct TypedForm: Sendable {
    /// The fields that were asked for, in the order of the paper.
    let fields: [Field]
    /// What stands in each.
    var texts: [String]
    /// What was remarked.
    var remark = ""

    /// Nothing typed yet.
    init(fields: [Field]) {
        self.fields = fields
        texts = fields.map { _ in "" }
    }

    /// What was sent; a field that is missing is empty.
    init(fields: [Field], sent: Fields) throws(Refusal) {
        self.init(fields: fields)
        for (place, field) in fields.enumerated() { texts[place] = try sent.text(field.column) ?? "" }
        remark = try sent.text("remark") ?? ""
    }

    /// The figure of a text; `nil` inside for an empty one.
    ///
    /// Dots, commas and spaces between thousands are passed over, as people copy them: `1.234`, `1 234`.
    ///
    /// - Returns: `nil` when the text is no count.
    static func figure(_ text: String) -> Int?? {
        let trimmed = text.unicodeScalars.filter { !" .,\u{A0}\u{202F}\t".unicodeScalars.contains($0) }
        guard !trimmed.isEmpty else { return text.unicodeScalars.allSatisfy { $0 == " " } ? .some(nil) : nil }
        guard trimmed.allSatisfy({ ("0"..."9").contains($0) }), trimmed.count <= 12 else { return nil }
        guard let figure = Int(String(String.UnicodeScalarView(trimmed))), figure <= FormTable.largest else {
            return nil
        }
        return .some(figure)
    }

    /// The figures, and the fields whose text is none.
    var figures: (figures: [Int?], wrong: [Field]) {
        var figures: [Int?] = []
        var wrong: [Field] = []
        for (field, text) in zip(fields, texts) {
            guard let figure = Self.figure(text) else {
                wrong.append(field)
                figures.append(nil)
                continue
            }
            figures.append(figure)
        }
        return (figures, wrong)
    }
}
