import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
public import TransparencyLog

/// What a cosigner does with the requests that reach it.
public protocol CosignerDesk: Sendable {
    /// Confirms a checkpoint or says why not; a confirmation is on the disk before it is given.
    func confirm(_ request: AddCheckpoint) async -> CosignerAnswer

    /// The plain text at a path, `/` for one; nil when nothing is there.
    func text(at path: String) async -> [UInt8]?
}

/// What a cosigner answers to a request that could be read.
public enum CosignerAnswer: Hashable, Sendable {
    /// It confirms the checkpoint.
    case cosigned(NoteSignature)
    /// It does not.
    case refused(CosignRefusal)
    /// It cannot now, or signs nothing more for this log: `reason` for whoever operates the log.
    case unable(reason: String)
}

/// A cosigner over HTTP, on this machine only; a reverse proxy stands before it where the world asks it.
///
/// - Source: C2SP tlog-witness.
public struct CosignerServer: Sendable {
    private let desk: any CosignerDesk
    private let port: Int
    private let logger: Logger

    /// A server on 127.0.0.1.
    public init(port: Int, logger: Logger, _ desk: any CosignerDesk) {
        self.desk = desk
        self.port = port
        self.logger = logger
    }

    /// Serves until the process is asked to stop (SIGINT, SIGTERM); requests under way are finished.
    ///
    /// - Parameter started: Called with the port once the server accepts connections; port 0 asks the
    ///   system for a free one.
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    public func run(started: @escaping @Sendable (Int) -> Void) async throws(ServerFailure) {
        let desk = desk
        try await LocalServer(port: port, logger: logger).run(started: started) { request in
            await Self.respond(to: request, from: desk)
        }
    }

    private static func respond(to request: Request, from desk: any CosignerDesk) async -> Response {
        let path = request.uri.path
        if path == "/add-checkpoint" {
            guard request.method == .post else { return notAllowed("POST") }
            return await add(request, to: desk)
        }
        guard request.method == .get || request.method == .head else { return notAllowed("GET, HEAD") }
        guard let text = await desk.text(at: path) else { return answer(404, "nothing is here\n") }
        let response = answer(200, text)
        guard request.method == .head else { return response }
        var headers = response.headers
        headers[.contentLength] = String(text.count)
        return Response(status: .ok, headers: headers)
    }

    private static func add(_ request: Request, to desk: any CosignerDesk) async -> Response {
        let bytes: [UInt8]
        do {
            bytes = Array(try await request.body.collect(upTo: SignedNote.mostBytes).readableBytesView)
        } catch {
            // What was not read of the body must not be taken for the next request.
            return answer(
                400,
                "the request is longer than \(SignedNote.mostBytes) bytes, or was cut\n",
                isLast: true
            )
        }
        let request: AddCheckpoint
        do { request = try AddCheckpoint(parsing: bytes) } catch {
            return answer(400, "the request is none: \(error)\n")
        }
        switch await desk.confirm(request) {
        case .cosigned(let signature): return answer(200, signature.line + "\n")
        case .refused(let refusal): return answer(refusal)
        case .unable(let reason): return answer(503, reason + "\n")
        }
    }

    private static func answer(_ refusal: CosignRefusal) -> Response {
        switch refusal {
        case .otherSize(let size), .fork(let size, _, _):
            answer(refusal.status, Array("\(size)\n".utf8), type: "text/x.tlog.size")
        case .unknownOrigin: answer(refusal.status, "this log is not followed here\n")
        case .signature: answer(refusal.status, "no key known here signed the checkpoint\n")
        case .rollback: answer(refusal.status, "the old size is above the checkpoint's\n")
        case .proof: answer(refusal.status, "the proof does not hold\n")
        }
    }

    private static func answer(_ status: Int, _ text: String, isLast: Bool = false) -> Response {
        answer(status, Array(text.utf8), isLast: isLast)
    }

    private static func answer(
        _ status: Int,
        _ body: [UInt8],
        type: String = "text/plain; charset=utf-8",
        isLast: Bool = false
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: type, .cacheControl: "no-cache", .xContentTypeOptions: "nosniff",
        ]
        if isLast { headers[.connection] = "close" }
        return Response(
            status: .init(code: status),
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    private static func notAllowed(_ methods: String) -> Response {
        Response(status: .methodNotAllowed, headers: [.allow: methods, .contentLength: "0"])
    }
}
