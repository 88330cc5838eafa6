import Elections
import Hummingbird

/// An operation of the desk.
typealias DeskEndpoint = Endpoint<DeskNeed, DeskCaller>

extension Desk {
    /// Every operation of the desk, each with what it needs.
    var endpoints: [DeskEndpoint] {
        homeEndpoints + signInEndpoints + appEndpoints + accountEndpoints + peopleEndpoints + entryEndpoints
            + differenceEndpoints + heldEndpoints + evidenceEndpoints + openingEndpoints + boardEndpoints
            + plenaryEndpoints + revoteEndpoints + resultEndpoints + caseEndpoints
            + candidacyEndpoints + paperEndpoints + auditEndpoints + importEndpoints
            + agreementEndpoints
            + trailEndpoints + actEndpoints + stageEndpoints + apiEndpoints
    }

    /// The operations behind the desk's front.
    ///
    /// - Throws: ``EndpointClash`` when two are the same, which a test would have found.
    func operations() throws(EndpointClash) -> Operations<DeskNeed, DeskCaller> {
        Operations(
            try EndpointTable(endpoints),
            front: front,
            streams: streams,
            refused: { refusal, incoming in Self.refused(refusal, incoming) },
            authorise: { (incoming, need) async throws(Refusal) in try await authorise(incoming, need) }
        )
    }

    /// Whether a path is the desk's, and not the public site's.
    static func answers(_ path: String) -> Bool {
        let english = "/\(Language.english.rawValue)"
        let path = path.hasPrefix(english + "/") ? path.dropFirst(english.utf8.count) : path[...]
        return ["/desk", "/api"].contains { path == $0 || path.hasPrefix($0 + "/") }
            || Scripts.all.contains { $0.path == path }
    }
}
