/// Whether a request that changes something comes from one of our own pages.
///
/// Asked before anything of its body is read.
enum SameSite: Sendable {
    /// Lets a request through, or not.
    ///
    /// Browsers say by `Origin` and `Sec-Fetch-Site` where it comes from; each must be this very site. What
    /// says neither is no browser, and passes when it brings no cookie that could speak for somebody.
    ///
    /// - Throws: ``Refusal/Code/otherSite``.
    /// - Source: Fetch Standard 3.2; Fetch Metadata 2.3.
    static func check(_ incoming: Incoming) throws(Refusal) {
        guard !incoming.method.isSafe else { return }
        let (origin, site) = (incoming.header("Origin"), incoming.header("Sec-Fetch-Site"))
        if let site, site != "same-origin" { throw Refusal(.otherSite) }
        if let origin, origin.lowercased() != "\(incoming.front.scheme)://\(incoming.host)".lowercased() {
            throw Refusal(.otherSite)
        }
        if origin == nil, site == nil, incoming.hasCookies { throw Refusal(.otherSite) }
    }
}
