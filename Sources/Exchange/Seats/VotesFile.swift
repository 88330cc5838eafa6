import Apportionment

/// A file of votes as read: rows, and which of them make up a district.
struct VotesFile {
    /// A row that was accepted.
    struct Row {
        let number: Int
        let place: SeatsResult.Place
        let party: String
        let votes: Int
        let isExempt: Bool
        let minimum: Int
    }

    /// A district: its rows and its seats.
    struct District {
        let place: SeatsResult.Place
        var rows: [Int]
        var seats: Int?
        var seatsRow: Int
        /// Whether a cell gives a number of seats that cannot be read, which is noted already.
        var hasBadSeats = false
    }

    let table: CSVTable
    private(set) var rows: [Row] = []
    private(set) var districts: [District] = []
    private var places: [SeatsResult.Place: Int] = [:]

    /// The largest number of votes a cell may hold.
    static let votesLimit = Distribution.voteRange.upperBound - 1

    init(_ table: CSVTable, seats: Int?, _ log: inout ProblemLog) {
        self.table = table
        var parties: [SeatsResult.Place: [String: Int]] = [:]
        for row in table.rows {
            let place = Self.place(of: row)
            let party = row.text("party", &log)
            let votes = row.count("votes", limit: Self.votesLimit, &log)
            let exempt = row.optionalCount("exempt", limit: 1, &log)
            let minimum = row.optionalCount("minimum", limit: Self.votesLimit, &log)
            let district = take(row, at: place, &log)
            guard let party, let votes else { continue }
            if let first = parties[place]?[party] {
                row.note(.duplicate(party, firstRow: first), "party", &log)
                continue
            }
            parties[place, default: [:]][party] = row.number
            districts[district].rows.append(rows.count)
            rows.append(
                Row(
                    number: row.number,
                    place: place,
                    party: party,
                    votes: votes,
                    isExempt: exempt == 1,
                    minimum: minimum ?? 0
                )
            )
        }
        for index in districts.indices where districts[index].seats == nil {
            districts[index].seats = seats
            if seats == nil, !districts[index].hasBadSeats {
                log.add(
                    .seatsUnknown,
                    file: table.file,
                    row: districts[index].seatsRow,
                    column: "seats_total"
                )
            }
        }
    }

    /// The place a row of any of the files stands for.
    static func place(of row: CSVRow) -> SeatsResult.Place {
        SeatsResult.Place(
            election: row.optionalText("election") ?? "",
            district: row.optionalText("district") ?? ""
        )
    }

    /// Finds or opens the district of a row; all its rows must agree on the seats.
    private mutating func take(_ row: CSVRow, at place: SeatsResult.Place, _ log: inout ProblemLog) -> Int {
        let seats = row.optionalCount("seats_total", limit: Int.max, &log)
        let isBad = seats == nil && row.optionalText("seats_total") != nil
        guard let index = places[place] else {
            places[place] = districts.count
            var district = District(place: place, rows: [], seats: seats, seatsRow: row.number)
            district.hasBadSeats = isBad
            districts.append(district)
            return districts.count - 1
        }
        districts[index].hasBadSeats = districts[index].hasBadSeats || isBad
        guard let seats else { return index }
        if let known = districts[index].seats, known != seats {
            row.note(
                .contradiction("\(seats)", expected: "\(known)", row: districts[index].seatsRow),
                "seats_total",
                &log
            )
        } else if districts[index].seats == nil {
            districts[index].seats = seats
            districts[index].seatsRow = row.number
        }
        return index
    }
}
