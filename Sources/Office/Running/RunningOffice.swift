public import Elections

/// An office that works: on its one server, or on several.
public protocol RunningOffice: Actor {
    /// What is on disk, as far as this server knows.
    var view: ElectionOffice.View { get }

    /// Does what an officer asks, or refuses; see ``ElectionOffice/perform(_:as:request:)``.
    func perform(_ command: Command, as officer: Officer, request: String) async throws(Refusal) -> Receipt

    /// What is on disk now and whenever it grows; who is slow gets the newest only.
    func views() -> AsyncStream<ElectionOffice.View>

    /// Takes no more commands, and closes the store.
    func close() async
}

extension ElectionOffice: RunningOffice {}
