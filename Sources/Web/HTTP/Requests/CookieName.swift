/// The name of a cookie, without the prefix it has on a secure site.
struct CookieName: Hashable, Sendable {
    private let base: String

    /// A name written in the program.
    init(_ name: StaticString) {
        base = "\(name)"
        precondition(base.utf8.allSatisfy(HeaderScanner.isToken), "names of cookies are ours, and tokens")
    }

    /// The name as browsers see it: one with `__Host-` is taken only over TLS, from this host, for every path.
    ///
    /// - Source: RFC 6265bis section 4.1.3.2.
    func sent(over front: Front) -> String {
        front.isSecure ? "__Host-\(base)" : base
    }
}
