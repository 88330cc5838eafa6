import HTTPTypes

/// What a browser may do with an answer.
enum PagePolicy: CaseIterable, Hashable, Sendable {
    /// A page of the public site: no scripts, no forms.
    case site
    /// A page of the desk: our own scripts and forms, nothing inline, nothing from elsewhere.
    case desk
    /// A picture or document that a page of the desk shows in its frame.
    case shown
    /// What is read by programs, or saved.
    case data

    /// The headers.
    ///
    /// - Source: CSP Level 3; Fetch (CORP); HTML Standard 7.1.3 (COOP); Permissions Policy.
    var headers: HTTPFields {
        var headers: HTTPFields = [.contentSecurityPolicy: contentSecurity, .xContentTypeOptions: "nosniff"]
        headers["Referrer-Policy"] = "same-origin"
        guard self != .site else { return headers }
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
        return headers
    }

    private var contentSecurity: String {
        switch self {
        case .site:
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'"
        case .desk:
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
                + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'self'"
        // The reader of a document is the browser's own; only our pages may hold it.
        case .shown:
            "default-src 'none'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
        case .data: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
        }
    }
}

extension HTTPFields {
    /// A header that the library has no name for.
    subscript(name: StaticString) -> String? {
        get { HTTPField.Name("\(name)").flatMap { self[$0] } }
        set {
            guard let name = HTTPField.Name("\(name)") else {
                preconditionFailure("names of headers are ours")
            }
            self[name] = newValue
        }
    }
}
