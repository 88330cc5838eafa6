/// An office that several servers work in: this one writes it while it has the lease, and else follows the journal
/// and hands commands on to the server that writes.
///
/// A follower becomes the writer when the lease of the one before has lapsed; a writer that lost its lease follows.
public actor SharedOffice: RunningOffice {
    /// What is on disk, as far as this server knows.
    public internal(set) var view: ElectionOffice.View
    /// The office, while this server writes it.
    var writing: ElectionOffice?
    /// The journal as far as it was followed; empty while this server writes.
    var replay: JournalReplay
    let store: any SharedStore
    let reader: any FollowedStore
    let surroundings: ElectionOffice.Surroundings
    private let pause: Duration
    private(set) var isClosed = false
    private var work: Task<Void, Never>?
    private var subscribers: [Int: AsyncStream<ElectionOffice.View>.Continuation] = [:]
    private var waiters: [Int: (count: Int, continuation: CheckedContinuation<Bool, Never>)] = [:]
    private var numbers = 0
    /// Commands that were handed on and not answered yet.
    var underWay = 0

    private init(
        _ store: any SharedStore,
        _ reader: any FollowedStore,
        _ surroundings: ElectionOffice.Surroundings,
        _ pause: Duration
    ) {
        self.store = store
        self.reader = reader
        self.surroundings = surroundings
        self.pause = pause
        replay = JournalReplay()
        view = ElectionOffice.View(JournalReplay())
    }

    /// Opens an office: as its writer, when no other server is.
    ///
    /// - Parameters:
    ///   - store: Where it lies.
    ///   - surroundings: What it takes from the world around it.
    ///   - pause: How often a follower looks whether the lease is free.
    /// - Returns: The office, to be closed.
    /// - Throws: ``ReplayFault`` when the journal cannot be what was written, or not be reached.
    /// - Complexity: O(size of the journal).
    public static func open(
        _ store: any SharedStore,
        _ surroundings: ElectionOffice.Surroundings,
        lookingEvery pause: Duration = .seconds(5)
    ) async throws(ReplayFault) -> SharedOffice {
        // The writer first: it may have to bring the tables up to date.
        let writer: (any LeasedStore)?
        do throws(StoreFault) {
            writer = try await store.writer()
        } catch {
            guard case .inUse = error else { throw .store(error) }
            writer = nil
        }
        let reader: any FollowedStore
        do throws(StoreFault) {
            reader = try await store.reader()
        } catch {
            await writer?.close()
            throw .store(error)
        }
        let office = SharedOffice(store, reader, surroundings, pause)
        do throws(ReplayFault) {
            try await office.begin(writer)
        } catch {
            await writer?.close()
            await reader.close()
            throw error
        }
        return office
    }

    private func begin(_ writer: (any LeasedStore)?) async throws(ReplayFault) {
        if let writer { try await startWriting(writer) } else { try await catchUp() }
        work = Task { [weak self, pause] in
            var writer = writer
            while let self, await !self.isClosed {
                if let current = writer {
                    await self.write(current)
                    writer = nil
                }
                writer = await self.follow(for: pause)
            }
        }
    }

    /// Takes no more commands, writes those that wait, gives the lease back and closes the store.
    public func close() async {
        guard !isClosed else { return }
        isClosed = true
        await writing?.close()
        await reader.close()
        work?.cancel()
        await work?.value
        for subscriber in subscribers.values { subscriber.finish() }
        subscribers = [:]
        for number in waiters.keys { stopWaiting(number, false) }
    }
}

// MARK: - What is shown

extension SharedOffice {
    /// What is on disk now and whenever it grows; who is slow gets the newest only.
    public func views() -> AsyncStream<ElectionOffice.View> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: ElectionOffice.View.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        guard !isClosed else {
            continuation.finish()
            return stream
        }
        let number = nextNumber()
        subscribers[number] = continuation
        continuation.onTermination = { _ in Task { await self.unsubscribe(number) } }
        continuation.yield(view)
        return stream
    }

    private func unsubscribe(_ number: Int) { subscribers[number] = nil }

    private func nextNumber() -> Int {
        numbers += 1
        return numbers
    }

    /// Shows a view, unless a newer one was shown: two roles may look at the journal at the same time.
    func show(_ new: ElectionOffice.View) {
        guard new.count > view.count, !isClosed else { return }
        view = new
        for subscriber in subscribers.values { subscriber.yield(new) }
        for (number, waiter) in waiters where waiter.count <= new.count { stopWaiting(number, true) }
    }

    /// Waits until so many entries are shown; `false` when they are not in time.
    func isShown(_ count: Int, within limit: Duration = .seconds(10)) async -> Bool {
        guard view.count < count else { return true }
        guard !isClosed else { return false }
        let number = nextNumber()
        let timer = Task {
            try await Task.sleep(for: limit)
            stopWaiting(number, false)
        }
        defer { timer.cancel() }
        return await withCheckedContinuation { waiters[number] = (count, $0) }
    }

    private func stopWaiting(_ number: Int, _ answer: Bool) {
        waiters.removeValue(forKey: number)?.continuation.resume(returning: answer)
    }
}
