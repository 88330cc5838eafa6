import Elections

extension FolderReader {
    /// One ballot with all its figures; `nil` when it cannot be read, which is noted.
    ///
    /// Without `regions`, or without contestants, the rest is still read for its own problems: a person
    /// who mends a folder wants to hear of all of them at once.
    mutating func contest(_ files: FolderDescription.BallotFiles, _ regions: Regions?) async -> Contest? {
        let contestants = await contestants(files.contestants)
        var readings: [Reading] = []
        for file in files.readings {
            if let reading = await reading(file, contestants, regions) { readings.append(reading) }
        }
        var districts: [ElectoralDistrict]?
        if let file = files.districts { districts = await self.districts(file, regions) }
        var reported: ReportedFigures?
        if let file = files.reported { reported = await self.reported(file, contestants, regions, districts) }
        var certified: CertifiedFigures?
        if let file = files.certified { certified = await self.certified(file, contestants, regions) }
        var determined: [Int: Int]?
        if let file = files.determined { determined = await self.determined(file, contestants) }
        guard let contestants else { return nil }
        return Contest(
            ballot: files.ballot,
            contestants: contestants,
            districts: districts ?? [],
            readings: readings,
            reported: reported,
            certified: certified,
            determined: determined
        )
    }

    /// Who stood; `nil` when anything is wrong with the list, so that nobody in it is called unknown.
    private mutating func contestants(_ file: String) async -> [Contestant]? {
        let before = log.count
        let columns = ["number", "name", "short_name", "colour"]
        guard let table = await table(file, required: columns) else { return nil }
        var numbers = UniqueKeys<Int>()
        let contestants = table.rows.compactMap { row -> Contestant? in
            let number = row.count("number", limit: 9_999, &log)
            let name = row.text("name", &log)
            let short = row.text("short_name", &log)
            let colour = row.text("colour", &log)
            if let colour, !Self.isColour(colour) {
                row.note(.malformed(colour.shortened, expected: .colour), "colour", &log)
            }
            if let number { numbers.take(number, "number", of: row, &log) }
            guard let number, let name, let short, let colour else { return nil }
            return Contestant(number: number, name: name, shortName: short, colour: colour)
        }
        return log.count == before ? contestants : nil
    }

    private static func isColour(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return text.utf8.first == UInt8(ascii: "#") && digits.count == 6
            && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private mutating func determined(_ file: String, _ contestants: [Contestant]?) async -> [Int: Int]? {
        guard let table = await table(file, required: ["number", "seats"]) else { return nil }
        let known = contestants.map { Set($0.map(\.number)) }
        var numbers = UniqueKeys<Int>()
        var seats: [Int: Int] = [:]
        for row in table.rows {
            let number = row.count("number", limit: 9_999, &log)
            let count = row.count("seats", limit: 9_999, &log)
            guard let number else { continue }
            if known?.contains(number) == false {
                row.note(.unknown("\(number)", of: .party), "number", &log)
            }
            numbers.take(number, "number", of: row, &log)
            seats[number] = count
        }
        return seats
    }
}
