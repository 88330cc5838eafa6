import Office

extension PostgresStore {
    /// The number of the journal's entries now, and again whenever it has grown, whoever wrote; the newest alone when
    /// it grows faster than it is read.
    ///
    /// A lost connection is made anew and the number read again. Ends when the store is closed.
    public nonisolated func changes() -> AsyncStream<Int> {
        let prefix = office + " "
        return signals(
            on: "pleno_journal",
            number: { text in text.hasPrefix(prefix) ? Int(text.dropFirst(prefix.count)) : nil },
            first: { store async throws(StoreFault) in try await store.end().count },
            onlyGrowing: true
        )
    }

    /// The numbers in the notifications on a channel, through lost connections; ends when the store is closed.
    ///
    /// - Parameters:
    ///   - channel: Its name.
    ///   - number: The number in a notification's text; `nil` when it is not for us.
    ///   - first: What is said whenever the connection has been made: then notifications may have been missed.
    ///   - onlyGrowing: Whether a number that is not larger than one before is left out.
    /// - Returns: The newest alone when they come faster than they are read.
    nonisolated func signals(
        on channel: StaticString,
        number: @escaping @Sendable (String) -> Int?,
        first: @escaping @Sendable (PostgresStore) async throws(StoreFault) -> Int,
        onlyGrowing: Bool
    ) -> AsyncStream<Int> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Int.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let task = Task { [weak self] in
            var last = -1
            while !Task.isCancelled, let store = self, await !store.isClosed {
                // What cannot be reached is tried again.
                try? await store.listen(to: channel, number, first) { number in
                    guard !onlyGrowing || number > last else { return }
                    last = number
                    continuation.yield(number)
                }
                try? await Task.sleep(for: .milliseconds(200))
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Reports numbers until the connection ends.
    private func listen(
        to channel: StaticString,
        _ number: @escaping @Sendable (String) -> Int?,
        _ first: (PostgresStore) async throws(StoreFault) -> Int,
        _ report: (Int) -> Void
    ) async throws(StoreFault) {
        let link = try await connected()
        let numbers = try await StoreFault.translating { () async throws(PostgresFault) in
            try await link.connection.notifications(on: channel, within: limits.answering, number: number)
        }
        // Listening first: what comes from here on is notified.
        report(try await first(self))
        for await number in numbers { report(number) }
        forget(link, after: .lost(""))
    }
}
