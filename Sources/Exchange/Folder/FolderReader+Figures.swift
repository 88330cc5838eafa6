import Elections

extension FolderReader {
    /// The forms as one reader took them down, at the places of their stations.
    mutating func reading(
        _ file: FolderDescription.BallotFiles.ReadingFile,
        _ contestants: [Contestant]?,
        _ regions: Regions?
    ) async -> Reading? {
        let others = ["village", "station", "valid", "invalid", "total"]
        guard let (table, columns) = await figures(file.file, others, contestants) else { return nil }
        var forms = [FormFigures?](repeating: nil, count: regions?.stations.count ?? 0)
        var stations = UniqueKeys<StationCode>()
        let limit = ElectionFolder.largestCount
        for row in table.rows {
            let form = FormFigures(
                votes: votes(of: row, columns),
                valid: row.optionalCount("valid", limit: limit, &log),
                invalid: row.optionalCount("invalid", limit: limit, &log),
                total: row.optionalCount("total", limit: limit, &log)
            )
            guard let station = stationCode(of: row) else { continue }
            stations.take(station, "station", of: row, &log)
            guard let regions else { continue }
            guard let position = regions.position(of: station) else {
                row.note(.unknown(station.description, of: .station), "station", &log)
                continue
            }
            forms[position] = form
        }
        return Reading(id: file.id, name: file.name, forms: forms)
    }

    /// Figures published without their forms, no region inside another and each in a district.
    mutating func reported(
        _ file: String,
        _ contestants: [Contestant]?,
        _ regions: Regions?,
        _ districts: [ElectoralDistrict]?
    ) async -> ReportedFigures? {
        let others = ["region", "stations", "stations_blank"]
        guard let (table, columns) = await figures(file, others, contestants) else { return nil }
        var codes = UniqueKeys<RegionCode>()
        var rows: [ReportedFigures.Row] = []
        for row in table.rows {
            let stations = row.optionalCount("stations", limit: ElectionFolder.largestCount, &log)
            let blank = row.optionalCount("stations_blank", limit: ElectionFolder.largestCount, &log)
            let votes = votes(of: row, columns)
            guard let code = uniqueRegion(of: row, &codes, regions) else { continue }
            let register = regions?.stationPositions(in: code).count
            if let stations, let register, stations != register {
                row.note(.misfit(.stationsDiffer(register: register)), "stations", &log)
            }
            // A row that does not say how many stations it has stands for all the region has.
            let most = stations ?? register
            if let blank, let most, blank > most {
                row.note(.misfit(.blankAboveStations), "stations_blank", &log)
            }
            if let regions, let districts { checkInside(districts, code, row, regions) }
            rows.append(ReportedFigures.Row(region: code, stations: stations, blank: blank, votes: votes))
        }
        checkApart(codes, file)
        return ReportedFigures(rows: rows)
    }

    /// The figures a plenary certified, per region of any tier.
    mutating func certified(
        _ file: String,
        _ contestants: [Contestant]?,
        _ regions: Regions?
    ) async -> CertifiedFigures? {
        guard let (table, columns) = await figures(file, ["region"], contestants) else { return nil }
        var codes = UniqueKeys<RegionCode>()
        var figures: [RegionCode: [Int?]] = [:]
        for row in table.rows {
            let votes = votes(of: row, columns)
            guard let code = uniqueRegion(of: row, &codes, regions) else { continue }
            figures[code] = votes
        }
        return CertifiedFigures(votes: figures)
    }

    /// A cell's region, which must be known when regions are.
    mutating func knownRegion(
        _ text: some StringProtocol,
        _ column: String,
        of row: CSVRow,
        _ regions: Regions?
    ) -> RegionCode? {
        guard let code = regionCode(parsing: String(text), column, of: row) else { return nil }
        if let regions, regions[code] == nil {
            row.note(.unknown(String(text), of: .unit), column, &log)
            return nil
        }
        return code
    }
}

extension FolderReader {
    /// A table of votes, and its columns of votes in the order of the contestants; when these cannot be
    /// read, whatever columns of votes the table has.
    private mutating func figures(
        _ file: String,
        _ others: [String],
        _ contestants: [Contestant]?
    ) async -> (table: CSVTable, columns: [String])? {
        let columns = contestants?.map { "votes_\($0.number)" }
        guard let table = await table(file, required: others + (columns ?? [])) else { return nil }
        let found = table.header.filter { $0.hasPrefix("votes_") }
        guard let columns else { return (table, found) }
        // Votes of somebody who did not stand would be lost in silence.
        for column in found where !columns.contains(column) {
            let number = String(column.dropFirst("votes_".count))
            log.add(.unknown(number, of: .party), file: table.file, row: 1, column: column)
        }
        return (table, columns)
    }

    private mutating func votes(of row: CSVRow, _ columns: [String]) -> [Int?] {
        columns.map { row.optionalCount($0, limit: ElectionFolder.largestCount, &log) }
    }

    /// The region of a row, which must be known and stand once.
    private mutating func uniqueRegion(
        of row: CSVRow,
        _ codes: inout UniqueKeys<RegionCode>,
        _ regions: Regions?
    ) -> RegionCode? {
        guard let text = row.text("region", &log), let code = knownRegion(text, "region", of: row, regions)
        else { return nil }
        return codes.take(code, "region", of: row, &log) ? code : nil
    }

    /// Votes of a region that is not inside a district would count for no seat.
    private mutating func checkInside(
        _ districts: [ElectoralDistrict],
        _ code: RegionCode,
        _ row: CSVRow,
        _ regions: Regions
    ) {
        // A village with stations and without a district is noted where the districts stand.
        if code.tier == .village, !regions.stationPositions(in: code).isEmpty { return }
        guard !districts.contains(where: { $0.regions.contains { $0.contains(code) } }) else { return }
        row.note(.misfit(.outsideDistricts(code.description)), "region", &log)
    }

    /// No row's region may lie in another row's: its votes would count twice.
    private mutating func checkApart(_ codes: UniqueKeys<RegionCode>, _ file: String) {
        for code in codes.all {
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
