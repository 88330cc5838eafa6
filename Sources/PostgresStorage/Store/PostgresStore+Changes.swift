import Office

extension PostgresStore {
    /// The number of the journal's entries now, and again whenever it has grown, whoever wrote; the newest alone when
    /// it grows faster than it is read.
    ///
    /// A lost connection is made anew and the number read again. Ends when the store is closed.
    public nonisolated func changes() -> AsyncStream<Int> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Int.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let task = Task { [weak self] in
            var last = -1
            while !Task.isCancelled, let store = self, await !store.isClosed {
                // What cannot be reached is tried again.
                try? await store.follow { count in
                    guard count > last else { return }
                    last = count
                    continuation.yield(count)
                }
                try? await Task.sleep(for: .milliseconds(200))
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Reports the number of entries until the connection ends.
    private func follow(_ report: (Int) -> Void) async throws(StoreFault) {
        let link = try await connected()
        let prefix = office + " "
        let numbers = try await StoreFault.translating { () async throws(PostgresFault) in
            try await link.connection.notifications(on: "pleno_journal", within: limits.answering) { text in
                text.hasPrefix(prefix) ? Int(text.dropFirst(prefix.count)) : nil
            }
        }
        // Listening first: what is added from here on is notified.
        report(try await end().count)
        for await number in numbers { report(number) }
        forget(link, after: .lost(""))
    }
}
