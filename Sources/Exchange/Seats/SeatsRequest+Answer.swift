import Apportionment

extension SeatsRequest {
    /// Reads the files and divides the seats.
    ///
    /// - Throws: ``Problems`` with everything wrong in any of the files.
    public func answer() async throws(Problems) -> SeatsResult {
        var log = ProblemLog()
        let votes = await votesFile(&log)
        let totals = await table(totals, ["party", "votes"], ["election"], &log)
        let decision = await table(decision, ["party", "seats"], ["election", "district"], &log)
        guard let votes else { throw Problems(log.list, further: log.further) }
        let shares = totals.map { Shares(totals: $0, for: votes, &log) } ?? Shares(votes, &log)
        let decisions = decision.map { Decisions($0, for: votes, &log) }
        try log.check()
        let districts = votes.districts.compactMap { divide($0, votes, shares, decisions, &log) }
        try log.check()
        return result(votes, districts)
    }

    private func votesFile(_ log: inout ProblemLog) async -> VotesFile? {
        let optional = ["election", "district", "seats_total", "exempt", "minimum"]
        return await table(file, ["party", "votes"], optional, &log).map { VotesFile($0, seats: seats, &log) }
    }

    private func table(
        _ path: String?,
        _ required: [String],
        _ optional: [String],
        _ log: inout ProblemLog
    ) async -> CSVTable? {
        guard let path else { return nil }
        do throws(Problems) {
            return try await CSVTable.read(path: path, required: required, optional: optional)
        } catch {
            log.add(error)
            return nil
        }
    }

    private func divide(
        _ district: VotesFile.District,
        _ votes: VotesFile,
        _ shares: Shares,
        _ decisions: Decisions?,
        _ log: inout ProblemLog
    ) -> SeatsResult.District? {
        let rows = district.rows.map { votes.rows[$0] }
        let parties = rows.map(\.party)
        do throws(InputError) {
            let distribution = try Distribution(
                method,
                seats: district.seats ?? 0,
                votes: rows.map(\.votes),
                participates: threshold.map { threshold in rows.map { shares.admits($0, threshold) } }
            )
            let open = distribution.allocation()
            let decided = decisions?.decided(district.place, parties, open, &log)
            let allocation = decided.flatMap { try? open.settled(by: $0) } ?? open
            return SeatsResult.District(
                place: district.place,
                parties: parties,
                distribution: distribution,
                allocation: allocation,
                decided: decided,
                house: try House(allocation, minimums: rows.map(\.minimum))
            )
        } catch {
            note(error, district, votes, rows, &log)
            return nil
        }
    }

    /// What the reader of the file has not refused yet: sums, and a district without participants.
    private func note(
        _ error: InputError,
        _ district: VotesFile.District,
        _ votes: VotesFile,
        _ rows: [VotesFile.Row],
        _ log: inout ProblemLog
    ) {
        let row = rows.first?.number ?? district.seatsRow
        switch error {
        case .nobodyTakesPart:
            let name = [district.place.election, district.place.district].filter { !$0.isEmpty }
            log.add(
                .nobodyTakesPart(district: name.joined(separator: ", ")),
                file: votes.table.file,
                row: row
            )
        case .negativeSeats(let seats):
            log.add(.negative("\(seats)"), file: votes.table.file, row: row, column: "seats_total")
        case .minimumOutOfRange, .houseOutOfRange:
            log.add(.sumTooLarge(limit: Int.max), file: votes.table.file, row: row, column: "minimum")
        case .votesOutOfRange, .totalOutOfRange, .countsDiffer:
            log.add(.sumTooLarge(limit: Int.max), file: votes.table.file, row: row, column: "votes")
        }
    }

    private func result(_ votes: VotesFile, _ districts: [SeatsResult.District]) -> SeatsResult {
        var seats = votes.rows.map { _ in 0 }
        for (district, outcome) in zip(votes.districts, districts) {
            for (party, row) in district.rows.enumerated() { seats[row] = outcome.house.seats[party] }
        }
        let rows = zip(votes.rows, seats).map { row, seats in
            SeatsResult.Row(place: row.place, party: row.party, votes: row.votes, seats: seats)
        }
        return SeatsResult(rows: rows, districts: districts)
    }
}
