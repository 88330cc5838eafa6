public import Elections
import Logging
import TransparencyLog

extension SharedOffice {
    /// Does what an officer asks, or refuses, on whichever server writes the office; when it returns, the command is in
    /// the journal and on disk, and shown here.
    ///
    /// - Parameters:
    ///   - command: What to do.
    ///   - officer: Who asks; the server that writes looks at the permissions again.
    ///   - request: The officer's own name for it, 1…200 bytes: asked again under the same name, it is not done again.
    /// - Returns: Where it stands.
    /// - Throws: ``Refusal``; nothing was done, but after ``Refusal/unknown``.
    public func perform(
        _ command: Command,
        as officer: Officer,
        request: String
    ) async throws(Refusal) -> Receipt {
        if let writing {
            do throws(Refusal) {
                return try await writing.perform(command, as: officer, request: request)
            } catch {
                // Refused because another server writes now: nothing was done.
                guard error == .notStored(.leaseLost) || (error == .closed && !isClosed) else { throw error }
            }
        }
        guard !isClosed else { throw .closed }
        try officer.check(request)
        guard underWay < surroundings.mostWaiting else { throw .busy }
        underWay += 1
        defer { underWay -= 1 }
        return try await forward(command, officer, request)
    }

    private func forward(
        _ command: Command,
        _ officer: Officer,
        _ request: String
    ) async throws(Refusal) -> Receipt {
        let text = command.canonicalText
        guard text.count <= StoredEntry.largest else { throw .tooLarge(bytes: text.count) }
        // What did not fit may fit what came behind it: then the writer is asked again.
        for _ in 0..<3 {
            switch try await answer(to: text, officer, request) {
            case .done(let receipt):
                _ = await isShown(receipt.sequence + 1)
                return receipt
            case .misfit(let entries):
                guard await isShown(entries) else { throw .busy }
                var state = view.state
                _ = try state.decide(command, as: officer, at: view.time, entry: view.count)
            case .refused(let refusal): throw refusal
            case .untaken: throw .busy
            case .unanswered: return try await lookUp(officer, request)
            }
        }
        throw .busy
    }

    private func answer(
        to text: [UInt8],
        _ officer: Officer,
        _ request: String
    ) async throws(Refusal) -> ForwardedAnswer {
        do throws(StoreFault) {
            return try await reader.forward(text, as: officer, request: request)
        } catch {
            switch error {
            case .unreachable, .timeout, .outcomeUnknown: throw .unknown
            default: throw .notStored(error)
            }
        }
    }

    /// What became of a request whose answer was lost: it is never made again by itself.
    private func lookUp(_ officer: Officer, _ request: String) async throws(Refusal) -> Receipt {
        let place: Int?
        do throws(StoreFault) {
            place = try await reader.place(ofRequest: request, by: officer.account)
        } catch {
            throw .unknown
        }
        guard let place else { throw .unknown }
        _ = await isShown(place + 1)
        return Receipt(sequence: place, isRepeated: true)
    }

    /// Follows the journal until this server can become the office's writer, looking every now and then.
    ///
    /// - Returns: The writer's store, with the office in it ready; `nil` when the office was closed.
    func follow(for pause: Duration) async -> (any LeasedStore)? {
        let following = Task { [weak self, reader] in
            for await _ in reader.changes() { await self?.catchUpAtLast() }
        }
        defer { following.cancel() }
        while !isClosed {
            try? await Task.sleep(for: pause)
            guard !isClosed else { break }
            if let writer = await takeOver() { return writer }
        }
        return nil
    }

    /// Catches up, however often it takes; what is wrong is said once.
    private func catchUpAtLast() async {
        var said: ReplayFault?
        while !Task.isCancelled, !isClosed {
            do throws(ReplayFault) {
                return try await catchUp()
            } catch {
                if error != said {
                    surroundings.logger.error("cannot follow", metadata: ["fault": "\(error)"])
                }
                said = error
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
    }

    /// Folds what is new in the journal, and shows it.
    ///
    /// - Throws: ``ReplayFault``; also when the journal does not go on from what was shown.
    func catchUp() async throws(ReplayFault) {
        guard writing == nil else { return }
        // Taken out, so that nothing of it need be copied.
        var folded = replay
        replay = JournalReplay()
        defer { if writing == nil { replay = folded } }
        let seen = view.frontier
        var head = folded.count == seen.size ? folded.frontier : nil
        try await folded.fold(reader) { _, _, frontier in if frontier.size == seen.size { head = frontier } }
        guard head == seen else { throw .head(entries: seen.size) }
        show(ElectionOffice.View(folded))
    }

    private func takeOver() async -> (any LeasedStore)? {
        let writer: any LeasedStore
        do throws(StoreFault) {
            writer = try await store.writer()
        } catch {
            return nil
        }
        do throws(ReplayFault) {
            guard !isClosed else { throw .store(.closed) }
            try await startWriting(writer)
            return writer
        } catch {
            await writer.close()
            surroundings.logger.critical("cannot take over", metadata: ["fault": "\(error)"])
            return nil
        }
    }
}
