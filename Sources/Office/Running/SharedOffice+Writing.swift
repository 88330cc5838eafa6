import Elections
import Logging

extension SharedOffice {
    /// Opens the office on the writer's store; what was shown here must be in it.
    func startWriting(_ writer: any LeasedStore) async throws(ReplayFault) {
        let office = try await ElectionOffice.open(writer, surroundings, seen: view.frontier)
        guard !isClosed else {
            await office.close()
            throw .store(.closed)
        }
        writing = office
        replay = JournalReplay()
        show(await office.view)
    }

    /// Writes the office, for the other servers too, until the lease is lost or the office closed.
    func write(_ store: any LeasedStore) async {
        guard let office = writing else { return }
        await withTaskGroup { group in
            group.addTask { for await view in await office.views() { await self.show(view) } }
            group.addTask { await self.serve(office, store) }
            await store.leaseEnd()
            await office.close()
        }
        writing = nil
    }

    /// Does what other servers hand on, one handful at a time: that bounds what is held.
    private func serve(_ office: ElectionOffice, _ store: any LeasedStore) async {
        for await _ in store.forwardings() {
            var fault: StoreFault?
            repeat {
                do throws(StoreFault) {
                    fault = nil
                    while try await isServed(office, store) {}
                } catch {
                    // Whoever waits for an answer looks into the journal.
                    surroundings.logger.warning("forwarded commands", metadata: ["fault": "\(error)"])
                    fault = error
                    try? await Task.sleep(for: .milliseconds(500))
                }
            } while fault != nil && fault != .closed
        }
    }

    /// Does a handful; `false` when none waits.
    private func isServed(
        _ office: ElectionOffice,
        _ store: any LeasedStore
    ) async throws(StoreFault) -> Bool {
        let answers = await Self.answers(to: try await store.takeForwarded(), office)
        guard !answers.isEmpty else { return false }
        try await store.answer(answers)
        return true
    }

    private static func answers(
        to commands: [ForwardedCommand],
        _ office: ElectionOffice
    ) async -> [(id: Int, answer: ForwardedAnswer)] {
        await withTaskGroup { group in
            for command in commands {
                group.addTask { (command.id, await Self.answer(to: command, office)) }
            }
            return await group.reduce(into: []) { answers, next in
                if let answer = next.1 { answers.append((next.0, answer)) }
            }
        }
    }

    /// Does one; `nil` when the next writer has to answer.
    private static func answer(
        to forwarded: ForwardedCommand,
        _ office: ElectionOffice
    ) async -> ForwardedAnswer? {
        guard let command = try? Command(canonicalText: forwarded.text) else {
            return .refused(.notStored(.foreign("a forwarded command")))
        }
        do throws(Refusal) {
            return .done(
                try await office.perform(command, as: forwarded.officer, request: forwarded.request)
            )
        } catch {
            switch error {
            case .closed, .notStored(.leaseLost): return nil
            case .misfit: return .misfit(entries: await office.decidedCount)
            default: return .refused(error)
            }
        }
    }
}
