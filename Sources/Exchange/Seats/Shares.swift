import Apportionment

/// The votes of parties and of their elections, of which thresholds are shares.
struct Shares {
    private var votes: [String: [String: Int]] = [:]
    private var sums: [String: Int] = [:]

    /// Adds votes; what no longer fits is noted.
    private mutating func add(_ count: Int, _ party: String, _ election: String) -> Bool {
        let (own, ownOverflow) = votes[election, default: [:]][party, default: 0].addingReportingOverflow(
            count
        )
        let (sum, sumOverflow) = sums[election, default: 0].addingReportingOverflow(count)
        votes[election, default: [:]][party] = own
        sums[election] = sum
        return !ownOverflow && !sumOverflow
    }

    /// Takes the votes of the file itself.
    init(_ file: VotesFile, _ log: inout ProblemLog) {
        for row in file.rows where !add(row.votes, row.party, row.place.election) {
            log.add(.sumTooLarge(limit: Int.max), file: file.table.file, row: row.number, column: "votes")
            break
        }
    }

    /// Takes the votes of a file of totals; without the column `election` they hold for all elections.
    init(totals table: CSVTable, for file: VotesFile, _ log: inout ProblemLog) {
        let elections = table.has("election") ? nil : Set(file.rows.map(\.place.election))
        let before = log.count
        var seen: [String: [String: Int]] = [:]
        for row in table.rows {
            guard let party = row.text("party", &log),
                let count = row.count("votes", limit: VotesFile.votesLimit, &log)
            else { continue }
            let own = row.optionalText("election") ?? ""
            if let first = seen[own]?[party] {
                row.note(.duplicate(party, firstRow: first), "party", &log)
                continue
            }
            seen[own, default: [:]][party] = row.number
            for election in elections ?? [own] where !add(count, party, election) {
                row.note(.sumTooLarge(limit: Int.max), "votes", &log)
            }
        }
        // A row that could not be read may be the party looked for.
        guard log.count == before else { return }
        for row in file.rows where votes[row.place.election]?[row.party] == nil {
            log.add(
                .unknown(row.party, of: .partyOfTotals),
                file: file.table.file,
                row: row.number,
                column: "party"
            )
        }
    }

    /// Whether a row's party takes part.
    func admits(_ row: VotesFile.Row, _ threshold: Threshold) -> Bool {
        let own = votes[row.place.election]?[row.party] ?? 0
        return row.isExempt || threshold.admits(own, of: sums[row.place.election] ?? 0)
    }
}
