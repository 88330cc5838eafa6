import Elections
import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
public import Office

/// The site, the record and the desk over HTTP, on this machine only; a reverse proxy stands before it where the world reads it.
public struct SiteServer: Sendable {
    private let site: @Sendable () -> Site
    private let record: @Sendable (String) async -> RecordFile?
    private let desk: Desk?
    private let evidence: EvidenceRoom?
    private let port: Int
    private let logger: Logger

    /// A file of the public record.
    public struct RecordFile: Sendable {
        /// Its content.
        public let bytes: [UInt8]
        /// Whether it never changes.
        public let isImmutable: Bool
        /// Whether it is text.
        public let isText: Bool

        /// A file.
        public init(bytes: [UInt8], isImmutable: Bool, isText: Bool) {
            self.bytes = bytes
            self.isImmutable = isImmutable
            self.isText = isText
        }
    }

    /// A server on 127.0.0.1 of what `site` is when a request comes.
    ///
    /// - Parameters:
    ///   - port: The port; 0 for a free one.
    ///   - logger: The log of the server.
    ///   - desk: The desk below `/desk` and `/api`; `nil` where nobody works.
    ///   - evidence: Where the published pictures lie; `nil` where none are kept.
    ///   - record: A file of the public record by its path below `/record/`; `nil` when there is none.
    ///   - site: The site.
    public init(
        port: Int,
        logger: Logger,
        desk: Desk? = nil,
        evidence: EvidenceRoom? = nil,
        record: @escaping @Sendable (String) async -> RecordFile? = { _ in nil },
        _ site: @escaping @Sendable () -> Site
    ) {
        self.site = site
        self.record = record
        self.desk = desk
        self.evidence = evidence
        self.port = port
        self.logger = logger
    }

    /// Serves until the process is asked to stop (SIGINT, SIGTERM); requests under way are finished.
    ///
    /// - Parameter started: Called with the port once the server accepts connections; port 0 asks the
    ///   system for a free one.
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    public func run(started: @escaping @Sendable (Int) -> Void) async throws(ServerFailure) {
        try await serve { started($0.port) }
    }

    /// Serves as ``run(started:)`` does, with a server that can be asked to stop.
    func serve(
        pace: ClientPace.Limits = ClientPace.Limits(),
        started: @escaping @Sendable (LocalServer.Running) -> Void
    ) async throws(ServerFailure) {
        let (site, record, evidence) = (site, record, evidence)
        let operations: Operations<DeskNeed, DeskCaller>?
        do throws(EndpointClash) { operations = try desk?.operations() } catch {
            throw .stopped(detail: "\(error)")
        }
        let streams = desk?.streams ?? OpenStreams()
        let server = LocalServer(port: port, logger: logger, streams: streams, pace: pace)
        try await server.serve(started: started) { request, peer in
            if let operations, Desk.answers(request.uri.path) {
                return await operations.respond(to: request, peer: peer)
            }
            if let digest = PictureLinks.digest(in: request.uri.path), let evidence,
                let file = await evidence.published(digest),
                let answer = Self.file(file, in: evidence, for: request, streams)
            {
                return answer
            }
            if let digest = PaperFiles.digest(in: request.uri.path), let evidence,
                let file = await evidence.issued(digest),
                let answer = Self.file(file, in: evidence, for: request, streams)
            {
                return answer
            }
            return await Self.respond(to: request, with: site(), record)
        }
    }

    private static func respond(
        to request: Request,
        with site: Site,
        _ record: (String) async -> RecordFile?
    ) async -> Response {
        guard request.method == .get || request.method == .head else {
            var headers = security
            headers[.allow] = "GET, HEAD"
            return Response(status: .methodNotAllowed, headers: headers)
        }
        let path = request.uri.path
        let answer = await file(path, record) ?? site.answer(path: path)
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

    /// A file that anybody may have, as long as it stands; `nil` for who does not only read.
    private static func file(
        _ file: EvidenceFile,
        in evidence: EvidenceRoom,
        for request: Request,
        _ streams: OpenStreams
    ) -> Response? {
        guard request.method == .get || request.method == .head else { return nil }
        var answer = Answer.file(evidence.chunks(of: file), file)
        // What is withdrawn must be gone: whoever has it asks each time whether it still stands.
        answer.caching = .revalidated
        answer.tag = ETag(named: file.digest.description)
        let sending = Answer.Sending(
            isHead: request.method == .head,
            knownTag: request.headers[.ifNoneMatch],
            front: .direct,
            body: request.body
        )
        return try? answer.response(sending, streams)
    }

    /// The answer for a file of the public record; `nil` for any other path.
    private static func file(_ path: String, _ record: (String) async -> RecordFile?) async -> Site.Answer? {
        let prefix = "/record/"
        guard path.hasPrefix(prefix), path.utf8.count <= 200,
            let file = await record(String(path.dropFirst(prefix.count)))
        else { return nil }
        return Site.Answer(
            status: 200,
            type: file.isText ? "text/plain; charset=utf-8" : "application/octet-stream",
            body: file.bytes,
            isImmutable: file.isImmutable
        )
    }

    private static let security = PagePolicy.site.headers
}
