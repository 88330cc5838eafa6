public import Elections

extension PaperName {
    /// The kind of paper; `nil` where this version has none of this name.
    public var kind: DocumentKind? { DocumentKind(rawValue: String(description.prefix { $0 != "/" })) }

    /// The plenary whose paper it is; `nil` of others.
    public var plenary: Int? {
        kind?.isOfPlenary == true ? Int(description.split(separator: "/")[1]) : nil
    }
}
