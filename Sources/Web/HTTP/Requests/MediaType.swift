/// The kind of content that a request says it carries: `multipart/form-data; boundary=x`.
///
/// - Source: RFC 9110 section 8.3.1.
struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    let name: String
    /// The parameters, their names in lower case.
    let parameters: [String: String]

    /// Reads a `Content-Type`; nil when it is none.
    init?(parsing text: String) {
        var scanner = HeaderScanner(text)
        guard let type = scanner.token(), scanner.take("/"), let subtype = scanner.token() else { return nil }
        guard let parameters = scanner.parameters() else { return nil }
        name = "\(type)/\(subtype)".lowercased()
        self.parameters = parameters
    }
}
