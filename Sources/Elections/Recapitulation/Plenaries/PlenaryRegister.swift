/// The plenaries of an office, in the order in which they were called.
public struct PlenaryRegister: Sendable {
    /// All of them, by number − 1.
    public private(set) var all: [Plenary] = []

    /// Nothing yet.
    public init() {}

    /// The plenary with a number; `nil` when there is none.
    public subscript(number: Int) -> Plenary? {
        all.indices.contains(number - 1) ? all[number - 1] : nil
    }

    /// Those that nobody gave up, in their order.
    var standing: [Plenary] { all.filter { $0.stage != .abandoned } }

    /// The last plenary of a region that adds up a ballot and was not given up; `nil` before any was called.
    public func last(of region: RegionCode, _ ballot: Ballot) -> Plenary? {
        all.last {
            $0.stage != .abandoned && $0.region == region && $0.call.subject == .recapitulation
                && $0.call.ballots.contains(ballot)
        }
    }

    /// The plenary that took the place of one before it was certified; `nil` where none did.
    public func replacement(of plenary: Plenary) -> Int? {
        guard ![.certified, .abandoned].contains(plenary.stage) else { return nil }
        return plenary.call.ballots.lazy.compactMap { last(of: plenary.region, $0)?.number }.first {
            $0 != plenary.number
        }
    }

    /// The plenaries of a region, in their order.
    public func plenaries(of region: RegionCode) -> [Plenary] { all.filter { $0.region == region } }

    /// A decision by its place; `nil` when there is none.
    public func decision(_ key: DecisionKey) -> OfficeDecision? {
        guard let plenary = self[key.plenary] else { return nil }
        return plenary.decisions.indices.contains(key.decision - 1)
            ? plenary.decisions[key.decision - 1] : nil
    }

    /// The decisions of all plenaries with their places, in their order.
    public var decisions: [(key: DecisionKey, decision: OfficeDecision)] {
        all.flatMap { plenary in
            plenary.decisions.map { (DecisionKey(plenary: plenary.number, decision: $0.number), $0) }
        }
    }

    /// The objections that the certified plenaries right below a region deferred to it, and that none of its own that
    /// counts has taken up: none that was given up or replaced.
    public func deferred(to region: RegionCode, _ ballots: [Ballot]) -> [ObjectionKey] {
        let counting = standing.filter { $0.region == region && replacement(of: $0) == nil }
        let taken = Set(counting.flatMap(\.objections).compactMap(\.deferred))
        return all.filter { $0.stage == .certified && $0.region.parent == region }.flatMap { plenary in
            plenary.objections.filter {
                $0.answer?.outcome == .deferred && ballots.contains($0.ballot)
            }.map { ObjectionKey(plenary: plenary.number, objection: $0.number) }
        }.filter { !taken.contains($0) }
    }

    mutating func call(_ act: PlenaryCalled, at time: Int) throws(PlenaryFault) {
        guard act.number == all.count + 1 else { throw .number(next: all.count + 1) }
        all.append(Plenary(act, at: time))
    }

    mutating func change(
        _ number: Int,
        _ body: (inout Plenary) throws(PlenaryFault) -> Void
    ) throws(PlenaryFault) {
        guard all.indices.contains(number - 1) else { throw .number(next: all.count + 1) }
        try body(&all[number - 1])
    }
}
