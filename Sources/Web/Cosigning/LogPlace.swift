public import Foundation

/// Where the files of a log lie: a folder, or an address on the web.
public enum LogPlace: Hashable, Sendable, CustomStringConvertible {
    /// A folder of this machine.
    case folder(String)
    /// An address that begins with `http://` or `https://`.
    case site(URL)

    /// Reads a place as people write it; nil for an address that is none, or of another kind.
    public init?(_ text: String) {
        guard text.contains("://") else {
            guard !text.isEmpty else { return nil }
            self = .folder(text)
            return
        }
        guard let url = URL(httpAddress: text) else { return nil }
        self = .site(url)
    }

    /// The place as it is written.
    public var description: String {
        switch self {
        case .folder(let path): path
        case .site(let url): url.absoluteString
        }
    }
}

extension URL {
    /// An address to which paths can be added; nil unless it is of HTTP, with a host and without more than a path.
    init?(httpAddress text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased() else { return nil }
        guard ["http", "https"].contains(scheme), url.host()?.isEmpty == false else { return nil }
        guard url.query() == nil, url.fragment() == nil, url.user() == nil else { return nil }
        self = url
    }

    /// The address of a path below this one.
    func below(_ path: String) -> URL {
        appending(path: path, directoryHint: .notDirectory)
    }
}
