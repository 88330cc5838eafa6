import Elections

extension FolderReader {
    /// One ballot with all its figures; `nil` when it cannot be read, which is noted.
    ///
    /// Without a register, or without contestants, the rest is still read for its own problems: a person
    /// who mends a folder wants to hear of all of them at once.
    mutating func contest(_ files: FolderDescription.BallotFiles, _ register: Register?) async -> Contest? {
        let regions = register?.regions
        let contestants = await contestants(files.contestants, files.ballot)
        var districts: [ElectoralDistrict]?
        if let file = files.districts { districts = await self.districts(file, regions) }
        var lists: [CandidateList] = []
        if let file = files.candidates {
            let known = files.districts == nil ? [] : districts
            lists = await candidates(file, contestants, known, hasDistricts: files.districts != nil)
        }
        var ties: [TieDecision] = []
        if let file = files.ties { ties = await tieDecisions(file, contestants, districts) }
        var readings: [Reading] = []
        for file in files.readings {
            let reading = await reading(file, files.ballot, contestants, register)
            if let reading { readings.append(reading) }
        }
        var reported: ReportedFigures?
        if let file = files.reported {
            reported = await self.reported(file, files.ballot, contestants, register, districts)
        }
        var certified: CertifiedFigures?
        if let file = files.certified {
            certified = await self.certified(file, files.ballot, contestants, regions)
        }
        var determined: [Int: Int]?
        if let file = files.determined {
            determined = await numbered(file, "seats", limit: 9_999, contestants)
        }
        var nation: [Int: Int]?
        if let file = files.nation {
            nation = await numbered(file, "votes", limit: FormTable.largest, contestants)
        }
        guard let contestants else { return nil }
        return Contest(
            ballot: files.ballot,
            contestants: contestants,
            lists: lists,
            districts: districts ?? [],
            tieDecisions: ties,
            nation: nation ?? [:],
            readings: readings,
            reported: reported,
            certified: certified,
            determined: determined
        )
    }

    /// Who stood; `nil` when anything is wrong with the list, so that nobody in it is called unknown.
    private mutating func contestants(_ file: String, _ ballot: Ballot) async -> [Contestant]? {
        let before = log.count
        let columns = ["number", "name", "short_name", "colour"]
        guard let table = await table(file, required: columns, optional: ["kind"]) else { return nil }
        var numbers = UniqueKeys<Int>()
        let contestants = table.rows.compactMap { row -> Contestant? in
            let number = row.count("number", limit: 9_999, &log)
            let name = row.text("name", &log)
            let short = row.text("short_name", &log)
            let colour = row.text("colour", &log)
            let kind = kind(of: row, ballot)
            if let colour, !Self.isColour(colour) {
                row.note(.malformed(colour.shortened, expected: .colour), "colour", &log)
            }
            if let number { numbers.take(number, "number", of: row, &log) }
            guard let number, let name, let short, let colour, let kind else { return nil }
            return Contestant(number: number, name: name, shortName: short, colour: colour, kind: kind)
        }
        return log.count == before ? contestants : nil
    }

    /// What stands in a box of the ballot: what the ballot's kind says, or the blank column beside a pair.
    private mutating func kind(of row: CSVRow, _ ballot: Ballot) -> Contestant.Kind? {
        let usual: Contestant.Kind =
            switch ballot.choice {
            case .list: .party
            case .pair: .pair
            case .person: .person
            }
        guard let text = row.optionalText("kind") else { return usual }
        let allowed = ballot.choice == .pair ? [usual, .blank] : [usual]
        if let kind = Contestant.Kind(rawValue: text), allowed.contains(kind) { return kind }
        row.note(.malformed(text.shortened, expected: .oneOf(allowed.map(\.rawValue))), "kind", &log)
        return nil
    }

    private static func isColour(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "#") && digits.count == 6
            && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    /// A figure of each contestant by number.
    private mutating func numbered(
        _ file: String,
        _ column: String,
        limit: Int,
        _ contestants: [Contestant]?
    ) async -> [Int: Int]? {
        guard let table = await table(file, required: ["number", column]) else { return nil }
        let known = contestants.map { Set($0.map(\.number)) }
        var numbers = UniqueKeys<Int>()
        var figures: [Int: Int] = [:]
        for row in table.rows {
            let number = row.count("number", limit: 9_999, &log)
            let count = row.count(column, limit: limit, &log)
            guard let number else { continue }
            if known?.contains(number) == false {
                row.note(.unknown("\(number)", of: .party), "number", &log)
            }
            numbers.take(number, "number", of: row, &log)
            figures[number] = count
        }
        return figures
    }
}
