import Elections

extension FolderReader {
    /// The forms as one reader took them down, at the places of their stations.
    mutating func reading(
        _ file: FolderDescription.BallotFiles.ReadingFile,
        _ ballot: Ballot,
        _ contestants: [Contestant]?,
        _ register: Register?
    ) async -> Reading? {
        guard let figures = await figures(file.file, .stations, ballot, contestants) else { return nil }
        guard let register else { return nil }
        var places: [Int] = []
        for (place, row) in zip(figures.places, figures.rows) {
            guard case .station(let station) = place else { continue }
            guard let position = register.regions.position(of: station) else {
                note(.unknown(station.description, of: .station), file.file, row, "station")
                continue
            }
            if register.limitedBallots[position]?.contains(ballot) == false {
                let misfit = Problem.Misfit.ballotNotAtStation(ballot.rawValue, station.description)
                note(.misfit(misfit), file.file, row, "station")
            }
            places.append(position)
        }
        guard places.count == figures.forms.count else { return nil }
        return Reading(
            id: file.id,
            name: file.name,
            file: file.file,
            forms: figures.forms,
            places: places,
            versions: figures.versions,
            stations: register.regions.stations.count
        )
    }

    /// The figures a plenary certified, per region of any tier, and per station where its column is known.
    mutating func certified(
        _ file: String,
        _ ballot: Ballot,
        _ contestants: [Contestant]?,
        _ regions: Regions?
    ) async -> CertifiedFigures? {
        guard let figures = await figures(file, .regions, ballot, contestants) else { return nil }
        guard let regions else { return nil }
        for (place, row) in zip(figures.places, figures.rows) {
            switch place {
            case .region(let code) where regions[code] == nil:
                note(.unknown(code.description, of: .unit), file, row, "region")
            case .station(let station) where regions.position(of: station) == nil:
                note(.unknown(station.description, of: .station), file, row, "station")
            case .region, .station: break
            }
        }
        return CertifiedFigures(forms: figures.forms, places: figures.places, file: file)
    }

    private mutating func figures(
        _ file: String,
        _ places: FigureSink.Places,
        _ ballot: Ballot,
        _ contestants: [Contestant]?
    ) async -> FigureSink? {
        let sink = FigureSink(places, file: path(file), ballot: ballot, contestants: contestants)
        var stream = CSVStream(path(file), into: sink, needsRows: true)
        await stream.readAll(from: path(file))
        log.add(stream.log)
        return stream.isWhole ? stream.sink : nil
    }

    private mutating func note(_ kind: Problem.Kind, _ file: String, _ row: Int, _ column: String) {
        log.add(kind, file: path(file), row: row, column: column)
    }

    /// Figures published without their forms, no region inside another and each in a district.
    mutating func reported(
        _ file: String,
        _ ballot: Ballot,
        _ contestants: [Contestant]?,
        _ stationRegister: Register?,
        _ districts: [ElectoralDistrict]?
    ) async -> ReportedFigures? {
        let regions = stationRegister?.regions
        let others = ["region", "stations", "stations_blank"]
        guard let (table, columns) = await totals(file, others, contestants) else { return nil }
        var codes = UniqueKeys<RegionCode>()
        var rows: [ReportedFigures.Row] = []
        for row in table.rows {
            let stations = row.optionalCount("stations", limit: FormTable.largest, &log)
            let blank = row.optionalCount("stations_blank", limit: FormTable.largest, &log)
            let votes = columns.map { row.optionalCount($0, limit: FormTable.largest, &log) }
            guard let code = uniqueRegion(of: row, &codes, regions) else { continue }
            let register = stationRegister?.count(of: ballot, in: code)
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
    private mutating func totals(
        _ file: String,
        _ others: [String],
        _ contestants: [Contestant]?
    ) async -> (table: CSVTable, columns: [String])? {
        let columns = contestants?.map { Field.votes($0.number).column }
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
        guard districts.number(of: code) == nil else { return }
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
