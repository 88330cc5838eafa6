import Apportionment

/// A file of recorded decisions: who gets contested seats.
struct Decisions {
    private struct Row {
        let number: Int
        let party: String
        let seats: Int
    }

    private let file: String
    private var rows: [SeatsResult.Place: [Row]] = [:]

    /// Reads the rows; a column the file lacks means the only one there is.
    init(_ table: CSVTable, for votes: VotesFile, _ log: inout ProblemLog) {
        file = table.file
        let places = Set(votes.districts.map(\.place))
        guard Self.hasColumns(table, for: places, &log) else { return }
        var seen: [SeatsResult.Place: [String: Int]] = [:]
        for row in table.rows {
            let place = Self.place(of: row, table, places)
            let party = row.text("party", &log)
            let seats = row.count("seats", limit: Int.max, &log)
            guard places.contains(place) else {
                Self.noteUnknown(place, of: row, places, &log)
                continue
            }
            guard let party, let seats else { continue }
            if let first = seen[place]?[party] {
                row.note(.duplicate(party, firstRow: first), "party", &log)
                continue
            }
            seen[place, default: [:]][party] = row.number
            rows[place, default: []].append(Row(number: row.number, party: party, seats: seats))
        }
    }

    /// Whether the file says of which election and district it speaks, where there are several.
    private static func hasColumns(
        _ table: CSVTable,
        for places: Set<SeatsResult.Place>,
        _ log: inout ProblemLog
    ) -> Bool {
        let before = log.count
        for (column, values) in [("election", places.map(\.election)), ("district", places.map(\.district))]
        where !table.has(column) && Set(values).count > 1 {
            log.add(.columnMissing(found: table.header), file: table.file, row: 1, column: column)
        }
        return log.count == before
    }

    private static func noteUnknown(
        _ place: SeatsResult.Place,
        of row: CSVRow,
        _ places: Set<SeatsResult.Place>,
        _ log: inout ProblemLog
    ) {
        if places.contains(where: { $0.election == place.election }) {
            row.note(.unknown(place.district.shortened, of: .district), "district", &log)
        } else {
            row.note(.unknown(place.election.shortened, of: .election), "election", &log)
        }
    }

    private static func place(
        of row: CSVRow,
        _ table: CSVTable,
        _ places: Set<SeatsResult.Place>
    ) -> SeatsResult.Place {
        func only(_ values: Set<String>) -> String? { values.count == 1 ? values.first : nil }
        let place = VotesFile.place(of: row)
        let election = table.has("election") ? nil : only(Set(places.map(\.election)))
        let district = table.has("district") ? nil : only(Set(places.map(\.district)))
        return SeatsResult.Place(
            election: election ?? place.election,
            district: district ?? place.district
        )
    }

    /// Settles a district's tie.
    ///
    /// - Returns: The contested seats per party; `nil` when the file does not speak of the district, or when
    ///   its decision does not fit, which is noted.
    func decided(
        _ place: SeatsResult.Place,
        _ parties: [String],
        _ allocation: Allocation,
        _ log: inout ProblemLog
    ) -> [Int]? {
        guard let rows = rows[place], let first = rows.first else { return nil }
        let before = log.count
        var seats = parties.map { _ in 0 }
        for row in rows {
            guard let party = parties.firstIndex(of: row.party) else {
                note(.unknown(row.party, of: .party), row, "party", &log)
                continue
            }
            guard let tie = allocation.tie else { continue }
            if !tie.parties.contains(party) {
                note(.decision(.notTied(among: tie.parties.map { parties[$0] })), row, "party", &log)
            } else if row.seats > tie.most {
                note(.decision(.tooMany(most: tie.most)), row, "seats", &log)
            }
            seats[party] = row.seats
        }
        guard let tie = allocation.tie else {
            note(.decision(.noTie), first, "party", &log)
            return nil
        }
        guard log.count == before else { return nil }
        do throws(DecisionRefusal) {
            _ = try allocation.settled(by: seats)
            return seats
        } catch {
            // Negative counts, untied parties and too many seats are noted above: only the sum is left.
            let decided = rows.reduce(Int128(0)) { $0 + Int128($1.seats) }
            let misfit = Problem.DecisionMisfit.wrongSum(
                contested: tie.seats,
                decided: Int(clamping: decided)
            )
            note(.decision(misfit), first, "seats", &log)
            return nil
        }
    }

    private func note(_ kind: Problem.Kind, _ row: Row, _ column: String, _ log: inout ProblemLog) {
        log.add(kind, file: file, row: row.number, column: column)
    }
}
