import Elections
import HTTPTypes
import HummingbirdCore
import Logging

/// Answers requests by a table of operations.
///
/// A request is read, must come from our own pages when it changes something, leads to an operation, whoever
/// makes it must be permitted to, its body must be of the right kind; only then anything of it is read.
struct Operations<Permission: Sendable, Caller: Sendable>: Sendable {
    /// Who asks, when they may; a refusal otherwise.
    typealias Authorise = @Sendable (Incoming, Permission) async throws(Refusal) -> Caller

    /// The answer to a request that could be read and is refused.
    typealias Refused = @Sendable (Refusal, Incoming) -> Answer

    private let table: EndpointTable<Permission, Caller>
    private let front: Front
    private let streams: OpenStreams
    private let authorise: Authorise
    private let refused: Refused

    /// Operations behind a front, their streams among a server's.
    init(
        _ table: EndpointTable<Permission, Caller>,
        front: Front,
        streams: OpenStreams,
        refused: @escaping Refused = { $0.answer($1.language, as: $1.accepts) },
        authorise: @escaping Authorise
    ) {
        self.table = table
        self.front = front
        self.streams = streams
        self.refused = refused
        self.authorise = authorise
    }

    /// Serves on 127.0.0.1 until the process is asked to stop.
    ///
    /// - Throws: ``ServerFailure`` when the port cannot be had, or the server cannot go on.
    func run(
        port: Int,
        logger: Logger,
        pace: ClientPace.Limits = ClientPace.Limits(),
        started: @escaping @Sendable (LocalServer.Running) -> Void
    ) async throws(ServerFailure) {
        let server = LocalServer(port: port, logger: logger, streams: streams, pace: pace)
        try await server.serve(started: started) { request, peer in
            await respond(to: request, peer: peer)
        }
    }

    /// The response to a request from an address.
    func respond(to request: Request, peer: String?) async -> Response {
        let incoming: Incoming
        do throws(Refusal) { incoming = try Incoming(request.head, peer: peer, front: front) } catch {
            // Nobody knows what it wants: a path in English may still say so.
            let isEnglish = request.head.path?.hasPrefix("/en/") ?? false
            let accepted = Accepted(parsing: request.headers[.accept], otherwise: .html)
            let answer = error.answer(isEnglish ? .english : .indonesian, as: accepted)
            return send(answer, request, isHead: request.method == .head)
        }
        do throws(Refusal) {
            let answer = try await answer(incoming, request)
            return try answer.response(sending(request, isHead: incoming.method == .head), streams)
        } catch {
            return send(refused(error, incoming), request, isHead: incoming.method == .head)
        }
    }

    private func answer(_ incoming: Incoming, _ request: Request) async throws(Refusal) -> Answer {
        try SameSite.check(incoming)
        if incoming.method.isSafe, let asset = Scripts.answer(incoming.path) { return asset }
        let match = try table.match(incoming.method, incoming.path)
        let caller = try await authorise(incoming, match.endpoint.permission)
        try match.endpoint.check(incoming)
        let call = Call(incoming, caller, Body(incoming, request.body), values: match.values)
        return try await match.endpoint.handler(call)
    }

    private func send(_ answer: Answer, _ request: Request, isHead: Bool) -> Response {
        do throws(Refusal) { return try answer.response(sending(request, isHead: isHead), streams) } catch {
            // Only a stream can be refused, and the page of a refusal is none.
            return Response(status: .serviceUnavailable)
        }
    }

    private func sending(_ request: Request, isHead: Bool) -> Answer.Sending {
        Answer.Sending(
            isHead: isHead,
            knownTag: request.headers[.ifNoneMatch],
            front: front,
            body: request.body
        )
    }
}

extension Scripts {
    /// The answer for a file that goes with the desk's pages; nil for any other path.
    static func answer(_ path: RequestPath) -> Answer? {
        guard path.steps.first == "assets",
            let asset = (all + Assets.all).first(where: { $0.path == path.text })
        else { return nil }
        let type: ContentType =
            switch asset.name.split(separator: ".").last {
            case "js": .script
            case "css": .stylesheet
            default: .svg
            }
        var answer = Answer.bytes(asset.bytes, type)
        answer.caching = .forever
        return answer
    }
}
