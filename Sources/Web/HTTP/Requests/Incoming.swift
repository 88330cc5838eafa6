import Elections
import HTTPTypes
import NIOCore

/// A request as a value: who asks for what, in which language and form; its body is read by itself.
struct Incoming: Hashable, Sendable {
    /// The most bytes of a path with its query.
    static let mostTargetBytes = 8_192
    /// The most fields of a query.
    static let mostQueryFields = 100

    /// What is to be done.
    let method: Method
    /// The path below the language.
    let path: RequestPath
    /// The language: the path's, or for programs the one they prefer.
    let language: Language
    /// The query.
    let query: Fields
    /// The form of the answer.
    let accepts: Accepted
    /// The kind of the body; nil when nothing was said.
    let type: MediaType?
    /// The bytes of the body; nil when nobody knows before its end.
    let length: Int?
    /// The address of whoever asks; nil when the system does not know it.
    let peer: String?
    /// The site's name and port as the request has them.
    let host: String
    /// What stands before the server.
    let front: Front
    private let cookies: Cookies
    private let headers: HTTPFields

    /// Reads the head of a request.
    ///
    /// - Parameters:
    ///   - head: The head.
    ///   - peer: The address at the other end of the connection.
    ///   - front: What stands between; a proxy's word about the peer is taken only when there is one.
    /// - Throws: ``Refusal/Code/method`` for a method not known here, ``Refusal/Code/malformed`` for what is no
    ///   request, ``Refusal/Code/tooLarge`` for a query of too many fields.
    init(_ head: HTTPRequest, peer: String?, front: Front) throws(Refusal) {
        guard let method = Method(rawValue: head.method.rawValue) else {
            throw Refusal(.method, allow: Method.allCases)
        }
        guard let target = head.path, target.utf8.count <= Self.mostTargetBytes,
            target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let host = head.authority, !host.isEmpty, host.utf8.count <= 255,
            // A second one: a proxy could take the other.
            head.headerFields["Host"] == nil
        else { throw Refusal(.malformed) }
        let isEnglish: Bool
        (path, query, isEnglish) = try Self.read(target)
        headers = head.headerFields
        cookies = try Cookies(parsing: headers[.cookie])
        (type, length) = try Self.content(headers)
        let accepts = Accepted(
            parsing: headers[.accept],
            otherwise: type?.name == "application/json" || self.path.steps.first == "api" ? .json : .html
        )
        self.accepts = accepts
        self.language = isEnglish ? .english : accepts == .json ? Self.preferred(headers) : .indonesian
        self.peer = Self.reader(headers, peer, front)
        (self.method, self.host, self.front) = (method, host, front)
    }

    /// The page that is read: the address itself; of a form that was sent the page it was sent from, for its own
    /// address may answer nothing but forms.
    ///
    /// `nil` where the browser does not say which page that is.
    var page: (path: RequestPath, query: Fields)? {
        guard method == .post else { return (path, query) }
        guard let from = header("Referer"), let place = from.firstRange(of: "://\(host)/"),
            let read = try? Self.read("/" + from[place.upperBound...])
        else { return nil }
        return (read.path, read.query)
    }

    /// Reads the target of a request: the path below the language, the query, and whether the language is English.
    private static func read(_ target: String) throws(Refusal) -> (
        path: RequestPath, query: Fields, isEnglish: Bool
    ) {
        let sides = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = try RequestPath(parsing: sides[0])
        let query = try Fields(encoded: sides.dropFirst().joined().utf8, most: mostQueryFields)
        let isEnglish = path.steps.first == Language.english.rawValue
        return (isEnglish ? RequestPath(steps: Array(path.steps.dropFirst())) : path, query, isEnglish)
    }

    /// The value of a cookie; nil when it was not sent, or more than once.
    func cookie(_ name: CookieName) -> String? { cookies.value(name, over: front) }

    /// Whether any cookie came along, so that the request may speak for somebody who signed in.
    var hasCookies: Bool { !cookies.isEmpty }

    /// The value of a header; those sent more than once are joined by commas.
    func header(_ name: StaticString) -> String? { headers[name] }

    private static func content(_ headers: HTTPFields) throws(Refusal) -> (MediaType?, Int?) {
        var type: MediaType?
        if let text = headers[.contentType] {
            type = MediaType(parsing: text)
            guard type != nil else { throw Refusal(.malformed) }
        }
        guard let text = headers[.contentLength] else { return (type, nil) }
        guard let length = Int(text), length >= 0, String(length) == text else { throw Refusal(.malformed) }
        return (type, length)
    }

    /// The first of our languages in `Accept-Language`; Indonesian when none is named.
    private static func preferred(_ headers: HTTPFields) -> Language {
        for range in (headers[.acceptLanguage] ?? "").split(separator: ",").prefix(20) {
            let tag = range.split(separator: ";").first?.split(separator: "-").first?.trimmingSpace
            if let language = tag.flatMap({ Language(rawValue: $0.lowercased()) }) { return language }
        }
        return .indonesian
    }

    /// Whoever the proxy names; the connection's own peer when there is no proxy, or it names nobody.
    private static func reader(_ headers: HTTPFields, _ peer: String?, _ front: Front) -> String? {
        guard front != .direct,
            let last = headers["X-Forwarded-For"]?.split(separator: ",", omittingEmptySubsequences: false)
                .last?.trimmingSpace,
            let address = try? SocketAddress(ipAddress: String(last), port: 0)
        else { return peer }
        return address.ipAddress ?? peer
    }
}
