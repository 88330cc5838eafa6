extension Act {
    /// The acts by which an office takes over a whole election, in batches that each go into one command of about
    /// `cells` figures of forms.
    ///
    /// - Complexity: O(figures).
    public static func takingOver(_ election: Election, cells: Int = 200_000) -> [[Act]] {
        var first: [Act] = [.setUp(ElectionSetUp(election)), .filesNamed(election.files)]
        first += election.decisions.map { decision in
            .ruleDecided(
                RuleDecided(
                    rule: election.law.name(of: decision.rule),
                    reading: decision.reading,
                    basis: decision.basis
                )
            )
        }
        first += election.revotes.known.chunks(of: 60).map { .revotesKnown($0) }
        return [first] + election.contests.flatMap { takingOver($0, election.regions, cells) }
    }

    private static func takingOver(_ contest: Contest, _ regions: Regions, _ cells: Int) -> [[Act]] {
        let ballot = contest.ballot
        var acts: [Act] = [
            .contestOpened(
                ContestOpened(
                    ballot: ballot,
                    contestants: contest.contestants,
                    districts: contest.districts,
                    lists: contest.lists,
                    nation: contest.nation
                )
            )
        ]
        acts += contest.readings.map { .readingOpened(ReadingOpened($0, of: ballot)) }
        // Forms come first: when figures are official, what they are compared with is there.
        var official: [Act] = []
        official += contest.tieDecisions.map { .tieDecided(TieDecided(ballot: ballot, decision: $0)) }
        if let figures = contest.reported {
            official.append(.figuresReported(FiguresReported(ballot: ballot, figures: figures)))
        }
        if let figures = contest.certified {
            official.append(.figuresCertified(FiguresCertified(ballot: ballot, figures: figures)))
        }
        if let seats = contest.determined {
            official.append(.seatsDetermined(SeatsDetermined(ballot: ballot, seats: seats)))
        }
        let forms = contest.readings.flatMap { reading in
            FormsTaken.all(of: reading, ballot, regions, cells: cells).map { [Act.formsTaken($0)] }
        }
        guard !forms.isEmpty, !official.isEmpty else { return [acts + official] + forms }
        return [acts] + forms + [official]
    }
}

extension Array {
    /// The elements in parts of so many, the last one with what is left.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

extension ElectionSetUp {
    /// The register of an election.
    init(_ election: Election) {
        name = election.name
        date = election.date
        law = election.law.id
        place = election.place
        regions = election.regions.all
        electorateFile = election.electorateFile
        let stations = election.regions.stations
        villages = Neighbourhoods(election.regions).villages.map { range in
            Village(
                code: stations[range.lowerBound].village,
                stations: range.map { place in
                    Station(
                        number: stations[place].number,
                        electorate: election.electorate[place],
                        ballots: election.limitedBallots[place].map { limited in
                            Ballot.allCases.filter(limited.contains)
                        }
                    )
                }
            )
        }
    }
}

extension ReadingOpened {
    init(_ reading: Reading, of ballot: Ballot) {
        self.init(
            ballot: ballot,
            id: reading.id,
            name: reading.name,
            file: reading.file,
            fields: reading.forms.fields,
            comparison: reading.comparison
        )
    }
}

extension FormsTaken {
    /// The forms of a reading, village by village, in parts of about so many figures.
    static func all(of reading: Reading, _ ballot: Ballot, _ regions: Regions, cells: Int) -> [FormsTaken] {
        var parts: [FormsTaken] = []
        var villages: [Village] = []
        var count = 0
        func close() {
            if !villages.isEmpty {
                parts.append(FormsTaken(ballot: ballot, reading: reading.id, villages: villages))
            }
            (villages, count) = ([], 0)
        }
        for range in Neighbourhoods(regions).villages {
            var village = Village(code: regions.stations[range.lowerBound].village)
            for row in range.flatMap(reading.rows(ofStation:)) {
                let station = regions.stations[reading.station(ofRow: row)]
                village.forms.append(Form(station: station.number, version: reading.version(ofRow: row)))
                village.cells += reading.forms.cells(ofRow: row)
            }
            guard !village.forms.isEmpty else { continue }
            villages.append(village)
            count += village.cells.count
            if count >= cells { close() }
        }
        close()
        return parts
    }
}
