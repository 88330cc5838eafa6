import Foundation
import FoundationNetworking
import Synchronization

/// Asks other machines over HTTP: bounded in bytes and time, without cookies, caches or passwords.
///
/// A class, because the session must learn when nobody needs it any more.
public final class HTTPClient: Sendable {
    /// The most bytes of an answer, and the time it may take from the first byte sent to the last received.
    struct Bounds {
        let bytes: Int
        let time: Duration
    }

    /// What came back.
    struct Answer: Hashable, Sendable {
        let status: Int
        let type: String?
        let body: [UInt8]
    }

    private let session: URLSession
    private let transfers = Transfers()

    /// A client; connections are kept for further requests while it lives.
    public init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCredentialStorage = nil
        configuration.httpAdditionalHeaders = ["User-Agent": "pleno"]
        session = URLSession(configuration: configuration, delegate: transfers, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// What is at an address; up to ``Transfers/mostRedirects`` redirects are followed.
    func get(_ url: URL, within bounds: Bounds) async throws(HTTPFault) -> Answer {
        var request = URLRequest(url: url)
        request.httpMethod = "GET"
        return try await send(request, bounds)
    }

    /// The answer to bytes sent to an address; redirects are answers.
    func post(
        _ bytes: [UInt8],
        _ type: String,
        to url: URL,
        within bounds: Bounds
    ) async throws(HTTPFault) -> Answer {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(bytes)
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        return try await send(request, bounds)
    }

    private func send(_ request: URLRequest, _ bounds: Bounds) async throws(HTTPFault) -> Answer {
        var request = request
        // Only after our own time-out: the session's starts anew with every byte.
        request.timeoutInterval = TimeInterval(bounds.time.components.seconds + 60)
        let task = session.dataTask(with: request)
        let transfers = transfers
        let result = await withTaskGroup(of: Result<Answer, HTTPFault>.self) { group in
            group.addTask { await transfers.run(task, upTo: bounds.bytes) }
            group.addTask {
                do { try await Task.sleep(for: bounds.time) } catch { return .failure(.cancelled) }
                return .failure(.timeout)
            }
            let first = await group.next() ?? .failure(.cancelled)
            group.cancelAll()
            return first
        }
        return try result.get()
    }
}

/// Why another machine gave no answer.
public enum HTTPFault: Error, Hashable, Sendable {
    /// It could not be reached, or the connection broke; `detail` is the system's word for it.
    case unreachable(detail: String)
    /// It took too long.
    case timeout
    /// More bytes than were to be read.
    case tooLarge(limit: Int)
    /// Nobody waits for the answer any more.
    case cancelled
}
