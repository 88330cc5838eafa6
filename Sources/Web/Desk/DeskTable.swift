import Elections
import Hummingbird

/// An operation of the desk.
typealias DeskEndpoint = Endpoint<DeskNeed, DeskCaller>

extension Desk {
    /// Every operation of the desk, each with what it needs.
    var endpoints: [DeskEndpoint] {
        entryEndpoints + differenceEndpoints + heldEndpoints
    }

    /// The operations behind the desk's front.
    ///
    /// - Throws: ``EndpointClash`` when two are the same, which a test would have found.
    func operations() throws(EndpointClash) -> Operations<DeskNeed, DeskCaller> {
        Operations(try EndpointTable(endpoints), front: front, streams: streams) {
            (incoming, need) async throws(Refusal) in
            try await authorise(incoming, need)
        }
    }
}
