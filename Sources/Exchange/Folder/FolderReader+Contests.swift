import Elections

extension FolderReader {
    /// One ballot with all its figures; `nil` when it cannot be read, which is noted.
    mutating func contest(_ files: FolderDescription.BallotFiles, _ regions: Regions) async -> Contest? {
        guard let contestants = await contestants(files.contestants), !contestants.isEmpty else { return nil }
        var readings: [Reading] = []
        for file in files.readings {
            if let reading = await reading(file, contestants, regions) { readings.append(reading) }
        }
        var districts: [ElectoralDistrict] = []
        if let file = files.districts { districts = await self.districts(file, regions) }
        if let file = files.districts, !districts.isEmpty { checkCovered(regions, districts, file) }
        var reported: ReportedFigures?
        if let file = files.reported { reported = await self.reported(file, contestants, regions) }
        var certified: CertifiedFigures?
        if let file = files.certified { certified = await self.certified(file, contestants, regions) }
        var determined: [Int: Int]?
        if let file = files.determined { determined = await self.determined(file, contestants) }
        return Contest(
            ballot: files.ballot,
            contestants: contestants,
            districts: districts,
            readings: readings,
            reported: reported,
            certified: certified,
            determined: determined
        )
    }

    /// When the regions cannot be read, the lists of contestants still can: all problems at once.
    mutating func readContestsForTheirProblems() async {
        for files in description.ballots { _ = await contestants(files.contestants) }
    }

    private mutating func contestants(_ file: String) async -> [Contestant]? {
        let columns = ["number", "name", "short_name", "colour"]
        guard let table = await table(file, required: columns) else { return nil }
        var numbers = UniqueKeys<Int>()
        return table.rows.compactMap { row in
            let number = row.count("number", limit: 9_999, &log)
            let name = row.text("name", &log)
            let short = row.text("short_name", &log)
            let colour = row.text("colour", &log)
            if let colour, !Self.isColour(colour) {
                row.note(.malformed(colour, expected: .colour), "colour", &log)
            }
            guard let number, let name, let short, let colour else { return nil }
            numbers.take(number, "number", of: row, &log)
            return Contestant(number: number, name: name, shortName: short, colour: colour)
        }
    }

    private static func isColour(_ text: String) -> Bool {
        text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
    }

    private mutating func districts(_ file: String, _ regions: Regions) async -> [ElectoralDistrict] {
        let columns = ["number", "name", "seats", "regions"]
        guard let table = await table(file, required: columns) else { return [] }
        var numbers = UniqueKeys<Int>()
        var owners: [RegionCode: Int] = [:]
        return table.rows.compactMap { row in
            let number = row.count("number", limit: 9_999, &log)
            let name = row.text("name", &log)
            let seats = row.count("seats", limit: 9_999, &log)
            let codes = (row.text("regions", &log) ?? "").split(separator: " ").compactMap { text in
                region(String(text), "regions", of: row, regions)
            }
            for code in codes {
                if owners[code] != nil {
                    row.note(.misfit(.inTwoDistricts(code.description)), "regions", &log)
                }
                owners[code] = row.number
            }
            guard let number, let name, let seats else { return nil }
            numbers.take(number, "number", of: row, &log)
            return ElectoralDistrict(number: number, name: name, seats: seats, regions: codes.sorted())
        }
    }

    /// Votes of a village outside all districts would count nowhere.
    private mutating func checkCovered(_ regions: Regions, _ districts: [ElectoralDistrict], _ file: String) {
        let covered = districts.flatMap(\.regions)
        for village in Set(regions.stations.map(\.village)).sorted()
        where !covered.contains(where: { $0.contains(village) }) {
            log.add(.misfit(.outsideDistricts(village.description)), file: path(file), column: "regions")
        }
    }

    private mutating func determined(_ file: String, _ contestants: [Contestant]) async -> [Int: Int]? {
        guard let table = await table(file, required: ["number", "seats"]) else { return nil }
        let known = Set(contestants.map(\.number))
        var numbers = UniqueKeys<Int>()
        var seats: [Int: Int] = [:]
        for row in table.rows {
            guard let number = row.count("number", limit: 9_999, &log),
                let count = row.count("seats", limit: 9_999, &log)
            else { continue }
            if !known.contains(number) { row.note(.unknown("\(number)", of: .party), "number", &log) }
            numbers.take(number, "number", of: row, &log)
            seats[number] = count
        }
        return seats
    }
}

extension FolderReader {
    private mutating func reading(
        _ file: FolderDescription.BallotFiles.ReadingFile,
        _ contestants: [Contestant],
        _ regions: Regions
    ) async -> Reading? {
        let columns = ["village", "station"] + Self.voteColumns(contestants) + ["valid", "invalid", "total"]
        guard let table = await table(file.file, required: columns) else { return nil }
        checkVoteColumns(table, contestants)
        var forms = [FormFigures?](repeating: nil, count: regions.stations.count)
        var stations = UniqueKeys<StationCode>()
        let limit = ElectionFolder.largestCount
        for row in table.rows {
            let form = FormFigures(
                votes: votes(of: row, contestants),
                valid: row.optionalCount("valid", limit: limit, &log),
                invalid: row.optionalCount("invalid", limit: limit, &log),
                total: row.optionalCount("total", limit: limit, &log)
            )
            guard let station = stationCode(of: row) else { continue }
            guard let position = regions.position(of: station) else {
                row.note(.unknown(station.description, of: .station), "station", &log)
                continue
            }
            stations.take(station, "station", of: row, &log)
            forms[position] = form
        }
        return Reading(id: file.id, name: file.name, forms: forms)
    }

    private mutating func reported(
        _ file: String,
        _ contestants: [Contestant],
        _ regions: Regions
    ) async -> ReportedFigures? {
        let columns = ["region", "stations", "stations_blank"] + Self.voteColumns(contestants)
        guard let table = await table(file, required: columns) else { return nil }
        checkVoteColumns(table, contestants)
        var codes = UniqueKeys<RegionCode>()
        let figures = table.rows.compactMap { row -> ReportedFigures.Row? in
            let stations = row.optionalCount("stations", limit: ElectionFolder.largestCount, &log)
            let blank = row.optionalCount("stations_blank", limit: ElectionFolder.largestCount, &log)
            if let stations, let blank, blank > stations {
                row.note(.misfit(.blankAboveStations), "stations_blank", &log)
            }
            let votes = votes(of: row, contestants)
            guard let code = uniqueRegion(of: row, &codes, regions) else { return nil }
            return ReportedFigures.Row(region: code, stations: stations, blank: blank, votes: votes)
        }
        checkApart(codes, file)
        return ReportedFigures(rows: figures)
    }

    private mutating func certified(
        _ file: String,
        _ contestants: [Contestant],
        _ regions: Regions
    ) async -> CertifiedFigures? {
        guard let table = await table(file, required: ["region"] + Self.voteColumns(contestants)) else {
            return nil
        }
        checkVoteColumns(table, contestants)
        var codes = UniqueKeys<RegionCode>()
        var figures: [RegionCode: [Int?]] = [:]
        for row in table.rows {
            let votes = votes(of: row, contestants)
            guard let code = uniqueRegion(of: row, &codes, regions) else { continue }
            figures[code] = votes
        }
        return CertifiedFigures(votes: figures)
    }

    private static func voteColumns(_ contestants: [Contestant]) -> [String] {
        contestants.map { "votes_\($0.number)" }
    }

    private mutating func votes(of row: CSVRow, _ contestants: [Contestant]) -> [Int?] {
        Self.voteColumns(contestants).map { row.optionalCount($0, limit: ElectionFolder.largestCount, &log) }
    }

    /// Votes of somebody who did not stand would be lost in silence.
    private mutating func checkVoteColumns(_ table: CSVTable, _ contestants: [Contestant]) {
        let known = Set(Self.voteColumns(contestants))
        for column in table.header where column.hasPrefix("votes_") && !known.contains(column) {
            let number = String(column.dropFirst("votes_".count))
            log.add(.unknown(number, of: .party), file: table.file, row: 1, column: column)
        }
    }

    /// The region of a row, which must be known and stand once.
    private mutating func uniqueRegion(
        of row: CSVRow,
        _ codes: inout UniqueKeys<RegionCode>,
        _ regions: Regions
    ) -> RegionCode? {
        guard let text = row.text("region", &log), let code = region(text, "region", of: row, regions) else {
            return nil
        }
        return codes.take(code, "region", of: row, &log) ? code : nil
    }

    private mutating func region(
        _ text: String,
        _ column: String,
        of row: CSVRow,
        _ regions: Regions
    ) -> RegionCode? {
        guard let code = try? RegionCode(parsing: text) else {
            row.note(.malformed(text, expected: .regionCode), column, &log)
            return nil
        }
        guard regions[code] != nil else {
            row.note(.unknown(text, of: .unit), column, &log)
            return nil
        }
        return code
    }

    /// No row's region may lie in another row's: its votes would count twice.
    private mutating func checkApart(_ codes: UniqueKeys<RegionCode>, _ file: String) {
        for code in codes.all.sorted() {
            let above = sequence(first: code, next: \.parent).dropFirst()
            if above.contains(where: { codes[$0] != nil }) {
                log.add(
                    .misfit(.nested(code.description)),
                    file: path(file),
                    row: codes[code],
                    column: "region"
                )
            }
        }
    }
}
