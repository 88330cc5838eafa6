/// What a request wants done; other methods are not known here.
enum Method: String, CaseIterable, Hashable, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"

    /// Whether it changes nothing, so that any page may lead to it.
    var isSafe: Bool { self == .get || self == .head }
}
