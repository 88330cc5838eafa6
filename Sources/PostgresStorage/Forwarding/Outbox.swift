import Office

/// The commands a server handed on and waits for.
struct Outbox {
    /// Under which its commands stand in the table.
    let sender = String(UInt64.random(in: .min ... .max), radix: 36)
    /// What collects the answers; `nil` before the first command.
    var collector: Task<Void, Never>?
    private var waiting: [Int: CheckedContinuation<ForwardedAnswer, Never>] = [:]
    /// Answers that came before their command was waited for.
    private var early: [Int: ForwardedAnswer] = [:]
    private var isClosed = false

    /// The numbers of the commands that are waited for.
    var numbers: [Int] { Array(waiting.keys) }

    /// Waits for the answer to a command.
    mutating func wait(for id: Int, _ continuation: CheckedContinuation<ForwardedAnswer, Never>) {
        if let answer = early.removeValue(forKey: id) { return continuation.resume(returning: answer) }
        guard !isClosed else { return continuation.resume(returning: .unanswered) }
        waiting[id] = continuation
    }

    /// Hands over an answer.
    mutating func answer(_ id: Int, _ answer: ForwardedAnswer) {
        guard let continuation = waiting.removeValue(forKey: id) else { return early[id] = answer }
        continuation.resume(returning: answer)
    }

    /// Gives up waiting for a command that is answered or not.
    mutating func giveUp(_ id: Int, _ answer: ForwardedAnswer) {
        waiting.removeValue(forKey: id)?.resume(returning: answer)
    }

    /// Lets nobody wait any more.
    mutating func close() {
        isClosed = true
        collector?.cancel()
        for id in numbers { giveUp(id, .unanswered) }
    }
}
