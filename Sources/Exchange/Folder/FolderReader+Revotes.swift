import Elections

extension FolderReader {
    /// The votes and counts held again, or late, that the folder knows of; none where it names no file of them.
    ///
    /// Without a register no station is called unknown.
    mutating func knownRevotes(_ register: Register?) async -> [KnownRevote] {
        guard let file = description.revotes,
            let table = await table(
                file,
                required: ["village", "station", "version", "ballots", "source"],
                optional: ["ground", "held"]
            )
        else { return [] }
        var keys = UniqueKeys<RevoteKey>()
        return table.rows.compactMap { row in
            let version = word("version", of: row, FormVersion.allCases.filter { $0 != .regular })
            let ballots = revoteBallots(of: row)
            let source = source(of: row)
            let held = held(of: row)
            let grounds = RevoteGround.allCases.filter { version.map($0.versions.contains) ?? true }
            let ground = row.optionalText("ground") == nil ? nil : word("ground", of: row, grounds)
            guard let station = stationCode(of: row) else { return nil }
            check(station, ballots, row, register)
            guard let version, let source, !ballots.isEmpty else { return nil }
            for ballot in ballots {
                keys.take(
                    RevoteKey(station: station, version: version, ballot: ballot),
                    "station",
                    of: row,
                    &log
                )
            }
            return KnownRevote(version, at: station, ballots, ground, held: held, source: source)
        }
    }

    private mutating func word<Word: RawRepresentable<String>>(
        _ column: String,
        of row: CSVRow,
        _ words: [Word]
    ) -> Word? {
        guard let text = row.text(column, &log) else { return nil }
        if let word = words.first(where: { $0.rawValue == text }) { return word }
        row.note(.malformed(text.shortened, expected: .oneOf(words.map(\.rawValue))), column, &log)
        return nil
    }

    /// Where it is known from: as much as a reason may be long.
    private mutating func source(of row: CSVRow) -> String? {
        guard let text = row.text("source", &log) else { return nil }
        let limit = 500
        guard text.utf8.count <= limit else {
            row.note(.tooLong(limit: limit), "source", &log)
            return nil
        }
        return text
    }

    private mutating func held(of row: CSVRow) -> CalendarDate? {
        guard let text = row.optionalText("held") else { return nil }
        guard let date = CalendarDate(parsing: text) else {
            row.note(.malformed(text.shortened, expected: .date), "held", &log)
            return nil
        }
        if date < description.date {
            row.note(.misfit(.beforeVote(first: description.date.description)), "held", &log)
        }
        return date
    }

    private mutating func revoteBallots(of row: CSVRow) -> [Ballot] {
        guard let text = row.text("ballots", &log) else { return [] }
        let known = description.law.ballotsInOrder
        var ballots: [Ballot] = []
        for word in text.split(separator: " ").map(String.init) {
            if let ballot = known.first(where: { $0.rawValue == word }) {
                ballots.append(ballot)
            } else {
                let form = Problem.Form.oneOf(known.map(\.rawValue))
                row.note(.malformed(word.shortened, expected: form), "ballots", &log)
            }
        }
        return ballots
    }

    private mutating func check(
        _ station: StationCode,
        _ ballots: [Ballot],
        _ row: CSVRow,
        _ register: Register?
    ) {
        guard let register else { return }
        guard let place = register.regions.position(of: station) else {
            return row.note(.unknown(station.description, of: .station), "station", &log)
        }
        for ballot in ballots where register.limitedBallots[place]?.contains(ballot) == false {
            let misfit = Problem.Misfit.ballotNotAtStation(ballot.rawValue, station.description)
            row.note(.misfit(misfit), "ballots", &log)
        }
    }
}

/// What there is one re-vote of.
private struct RevoteKey: Hashable, CustomStringConvertible {
    let station: StationCode
    let version: FormVersion
    let ballot: Ballot

    var description: String { "\(station) \(version.rawValue) \(ballot.rawValue)" }
}
