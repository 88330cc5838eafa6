/// The media type of an answer; only those named here are sent.
struct ContentType: Hashable, Sendable {
    /// As the header has it.
    let text: String

    private init(_ text: StaticString) {
        self.text = "\(text)"
    }

    static let html = ContentType("text/html; charset=utf-8")
    static let json = ContentType("application/json")
    static let problem = ContentType("application/problem+json")
    static let csv = ContentType("text/csv; charset=utf-8; header=present")
    static let text = ContentType("text/plain; charset=utf-8")
    static let events = ContentType("text/event-stream")
    static let bytes = ContentType("application/octet-stream")
    static let pdf = ContentType("application/pdf")
    static let jpeg = ContentType("image/jpeg")
    static let png = ContentType("image/png")
    static let xlsx = ContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    static let zip = ContentType("application/zip")
    static let gzip = ContentType("application/gzip")
    static let script = ContentType("text/javascript; charset=utf-8")
    static let stylesheet = ContentType("text/css; charset=utf-8")
    static let svg = ContentType("image/svg+xml")
}
