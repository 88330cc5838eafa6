/// How far a plenary's table has come: what was read, what is next, what it adds up to so far.
public struct PlenaryProgress: Sendable {
    /// One ballot.
    public struct Table: Sendable {
        /// The ballot.
        public let ballot: Ballot
        /// Its columns, in the order of the register.
        public let units: [CertifiedFigures.Place]
        /// Those that were read as they stand.
        public let read: Int
        /// Those that are not read and have no figures yet.
        public let waiting: [CertifiedFigures.Place]
        /// Those that can be read now: unread, or read before their figures became others.
        public let ready: [CertifiedFigures.Place]
        /// The votes of what was read, in the order of the ballot; `nil` while nothing was.
        public let votes: [Int?]
    }

    /// The ballots, in the order of the call.
    public let tables: [Table]

    /// How far a plenary has come.
    ///
    /// - Complexity: O(units × ballots × contestants).
    public init(_ plenary: Plenary, in state: ElectionState) {
        tables = plenary.call.ballots.map { ballot in
            let units = state.units(of: plenary.region, ballot)
            var (read, waiting, ready) = (0, [CertifiedFigures.Place](), [CertifiedFigures.Place]())
            let contestants = state.contestWithoutForms(of: ballot)?.contestants ?? []
            var votes = [Int?](repeating: nil, count: contestants.count)
            for unit in units {
                let edition = state.edition(unit, ballot)
                let known = plenary.read[ballot]?[unit]?.edition
                if known != nil, let own = state.votes(unit, ballot, in: plenary) {
                    for (place, figure) in own.enumerated() {
                        if let figure { votes[place] = (votes[place] ?? 0) + figure }
                    }
                }
                if edition == nil {
                    waiting.append(unit)
                } else if edition == known || [.closed, .certified].contains(plenary.stage) {
                    read += 1
                } else {
                    ready.append(unit)
                }
            }
            return Table(
                ballot: ballot,
                units: units,
                read: read,
                waiting: waiting,
                ready: ready,
                votes: votes
            )
        }
    }

    /// What is read next: of the first unit that is ready the first ballot; `nil` while nothing is.
    ///
    /// - Complexity: O(units × ballots).
    public var next: (ballot: Ballot, unit: CertifiedFigures.Place)? {
        var ready: [CertifiedFigures.Place: Ballot] = [:]
        for table in tables.reversed() { for unit in table.ready { ready[unit] = table.ballot } }
        for table in tables {
            for unit in table.units { if let ballot = ready[unit] { return (ballot, unit) } }
        }
        return nil
    }
}

extension Plenary.Stage: Comparable {
    /// Whether `left` comes before.
    public static func < (left: Plenary.Stage, right: Plenary.Stage) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ElectionState {
    /// The votes in a column of a plenary, in the order of the ballot; `nil` where it was not read.
    public func votes(_ unit: CertifiedFigures.Place, _ ballot: Ballot, in plenary: Plenary) -> [Int?]? {
        guard let contest = contest(ballot), let cells = column(unit, ballot, in: plenary) else { return nil }
        let columns = contest.voteColumns
        return columns.map { column in
            column.flatMap { cells[$0] == FormTable.missing ? nil : Int(cells[$0]) }
        }
    }
}
