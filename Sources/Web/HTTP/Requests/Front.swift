/// What stands between the server and its readers.
public enum Front: Hashable, Sendable {
    /// Nothing: readers are on this machine or its network.
    case direct
    /// A reverse proxy that names the reader last in `X-Forwarded-For` and passes `Host` on; `secure` when it
    /// is reached over TLS.
    case proxy(secure: Bool)

    /// Whether readers come over TLS.
    var isSecure: Bool { self == .proxy(secure: true) }

    /// The beginning of the site's addresses: `https` or `http`.
    var scheme: String { isSecure ? "https" : "http" }
}
