import Foundation
import FoundationNetworking
import Synchronization

/// The answers that a session is receiving.
final class Transfers: NSObject, URLSessionDataDelegate {
    /// The most redirects that a reading request follows.
    static let mostRedirects = 5

    private typealias Outcome = Result<HTTPClient.Answer, HTTPFault>

    private struct Transfer {
        let continuation: CheckedContinuation<Outcome, Never>
        let limit: Int
        var body: [UInt8] = []
        var redirects = 0
    }

    private let transfers = Mutex<[Int: Transfer]>([:])

    /// Starts a task and waits for its end, for too many bytes, or until nobody waits for it.
    func run(_ task: URLSessionDataTask, upTo limit: Int) async -> Result<HTTPClient.Answer, HTTPFault> {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let transfer = Transfer(continuation: continuation, limit: limit)
                transfers.withLock { $0[task.taskIdentifier] = transfer }
                task.resume()
                // The handler may have run before there was anything to end.
                if Task.isCancelled { end(task, .failure(.cancelled)) }
            }
        } onCancel: {
            end(task, .failure(.cancelled))
        }
    }

    /// Ends a transfer, once: what comes after its end is of no interest.
    private func end(_ task: URLSessionTask, _ outcome: Outcome) {
        let transfer = transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        transfer?.continuation.resume(returning: outcome)
        task.cancel()
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let excess = transfers.withLock { transfers -> Int? in
            guard let transfer = transfers[dataTask.taskIdentifier] else { return nil }
            guard transfer.body.count + data.count <= transfer.limit else { return transfer.limit }
            transfers[dataTask.taskIdentifier]?.body += data
            return nil
        }
        if let excess { end(dataTask, .failure(.tooLarge(limit: excess))) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error { return end(task, .failure(.unreachable(detail: error.localizedDescription))) }
        let transfer = transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        guard let transfer else { return }
        guard let response = task.response as? HTTPURLResponse else {
            return transfer.continuation.resume(returning: .failure(.unreachable(detail: "HTTP")))
        }
        let answer = HTTPClient.Answer(
            status: response.statusCode,
            type: response.value(forHTTPHeaderField: "Content-Type"),
            body: transfer.body
        )
        transfer.continuation.resume(returning: .success(answer))
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        let isReading = task.originalRequest?.httpMethod == "GET"
        let isFollowed = transfers.withLock { transfers in
            guard isReading, let transfer = transfers[task.taskIdentifier] else { return false }
            transfers[task.taskIdentifier]?.redirects += 1
            return transfer.redirects < Self.mostRedirects
        }
        let isHTTP = ["http", "https"].contains(request.url?.scheme?.lowercased())
        completionHandler(isFollowed && isHTTP ? request : nil)
    }
}
