import HTTPTypes
import Hummingbird
public import Logging
import NIOCore

/// The site over HTTP, on this machine only; a reverse proxy stands before it where the world reads it.
public struct SiteServer: Sendable {
    private let site: @Sendable () -> Site
    private let port: Int
    private let logger: Logger

    /// A server on 127.0.0.1 of what `site` is when a request comes.
    public init(port: Int, logger: Logger, _ site: @escaping @Sendable () -> Site) {
        self.site = site
        self.port = port
        self.logger = logger
    }

    /// Serves until the process is asked to stop (SIGINT, SIGTERM); requests under way are finished.
    ///
    /// - Parameter started: Called with the port once the server accepts connections; port 0 asks the
    ///   system for a free one.
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    public func run(started: @escaping @Sendable (Int) -> Void) async throws(ServerFailure) {
        let site = site
        try await LocalServer(port: port, logger: logger).run(started: started) { request in
            Self.respond(to: request, with: site())
        }
    }

    private static func respond(to request: Request, with site: Site) -> Response {
        guard request.method == .get || request.method == .head else {
            var headers = security
            headers[.allow] = "GET, HEAD"
            return Response(status: .methodNotAllowed, headers: headers)
        }
        let answer = site.answer(path: request.uri.path)
        var headers = security
        headers[.contentType] = answer.type
        headers[.cacheControl] = answer.isImmutable ? "public, max-age=31536000, immutable" : "no-cache"
        headers[.location] = answer.location
        guard request.method == .get else {
            headers[.contentLength] = String(answer.body.count)
            return Response(status: .init(code: answer.status), headers: headers)
        }
        return Response(
            status: .init(code: answer.status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }

    /// No scripts, no frames, nothing from anywhere else.
    private static let security: HTTPFields = {
        var fields: HTTPFields = [
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'",
            .xContentTypeOptions: "nosniff",
        ]
        if let policy = HTTPField.Name("Referrer-Policy") { fields[policy] = "same-origin" }
        return fields
    }()
}
