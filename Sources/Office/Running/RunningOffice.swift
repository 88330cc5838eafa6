public import Elections

/// An office that works: on its one server, or on several.
public protocol RunningOffice: Actor {
    /// What is on disk, as far as this server knows.
    var view: ElectionOffice.View { get }

    /// What came of what an officer asked; see ``ElectionOffice/perform(_:as:request:)``.
    ///
    /// A value, not an error: the compiler (6.3) makes a trap of the witness of an actor's method with a typed error.
    func outcome(of command: Command, as officer: Officer, request: String) async -> Result<Receipt, Refusal>

    /// What is on disk now and whenever it grows; who is slow gets the newest only.
    func views() -> AsyncStream<ElectionOffice.View>

    /// Takes no more commands, and closes the store.
    func close() async
}

extension RunningOffice {
    /// Does what an officer asks, or refuses; see ``ElectionOffice/perform(_:as:request:)``.
    public func perform(
        _ command: Command,
        as officer: Officer,
        request: String
    ) async throws(Refusal) -> Receipt {
        try await outcome(of: command, as: officer, request: request).get()
    }
}

extension ElectionOffice: RunningOffice {}

extension SharedOffice {
    /// What came of what an officer asked.
    public func outcome(
        of command: Command,
        as officer: Officer,
        request: String
    ) async -> Result<Receipt, Refusal> {
        do throws(Refusal) {
            return .success(try await perform(command, as: officer, request: request))
        } catch {
            return .failure(error)
        }
    }
}

extension ElectionOffice {
    /// What came of what an officer asked.
    public func outcome(
        of command: Command,
        as officer: Officer,
        request: String
    ) async -> Result<Receipt, Refusal> {
        do throws(Refusal) {
            return .success(try await perform(command, as: officer, request: request))
        } catch {
            return .failure(error)
        }
    }
}
