import Elections

extension FolderReader {
    static let stationColumns = ["village", "station", "electorate_male", "electorate_female"]

    /// Regions and stations as one tree; `nil` when they do not make one, which is noted.
    mutating func regions(_ stationTable: CSVTable) async -> Regions? {
        let before = log.count
        guard let table = await table(description.regions, required: ["code", "name", "kind"]) else {
            return nil
        }
        let kinds = Region.Kind.allCases.map(\.rawValue)
        var codes = UniqueKeys<RegionCode>()
        var regions: [Region] = []
        for row in table.rows {
            let code = regionCode("code", of: row)
            let name = row.text("name", &log)
            let word = row.text("kind", &log)
            let kind = word.flatMap { Region.Kind(rawValue: $0) }
            if let word, kind == nil { row.note(.malformed(word, expected: .oneOf(kinds)), "kind", &log) }
            guard let code, let name, let kind else { continue }
            guard codes.take(code, "code", of: row, &log) else { continue }
            regions.append(Region(code: code, name: name, kind: kind))
        }
        checkTree(regions, codes)
        let stations = stations(stationTable, codes)
        guard log.count == before else { return nil }
        do throws(Regions.Fault) {
            return try Regions(regions, stations: stations)
        } catch {
            // `checkTree` and `stations` have noted every such fault at its row.
            preconditionFailure("regions without problems are a tree: \(error)")
        }
    }

    /// Every region but the highest has its parent, and stands on the tier of its kind.
    private mutating func checkTree(_ regions: [Region], _ codes: UniqueKeys<RegionCode>) {
        let file = path(description.regions)
        let highest = regions.map(\.code).min()
        for region in regions {
            let row = codes[region.code]
            if region.kind.tier != region.code.tier {
                log.add(.misfit(.wrongKind(region.code.description)), file: file, row: row, column: "kind")
            }
            if region.code != highest, region.code.parent.map({ codes[$0] == nil }) ?? true {
                log.add(
                    .misfit(.parentMissing(region.code.description)),
                    file: file,
                    row: row,
                    column: "code"
                )
            }
        }
        if codes[description.place] == nil {
            let file = path(FolderDescription.fileName)
            log.add(.unknown(description.place.description, of: .unit), file: file, column: "place")
        }
    }

    private mutating func stations(_ table: CSVTable, _ regions: UniqueKeys<RegionCode>) -> [StationCode] {
        var stations = UniqueKeys<StationCode>()
        for row in table.rows {
            guard let station = stationCode(of: row) else { continue }
            if regions[station.village] == nil {
                row.note(.unknown(station.village.description, of: .unit), "village", &log)
            }
            stations.take(station, "station", of: row, &log)
        }
        return stations.all
    }

    /// The electorate of every station, in register order.
    mutating func electorate(_ table: CSVTable, _ regions: Regions) -> [Electorate] {
        var electorate = regions.stations.map { _ in Electorate(male: nil, female: nil) }
        let limit = ElectionFolder.largestCount
        for row in table.rows {
            let male = row.optionalCount("electorate_male", limit: limit, &log)
            let female = row.optionalCount("electorate_female", limit: limit, &log)
            guard let position = stationCode(of: row).flatMap({ regions.position(of: $0) }) else { continue }
            electorate[position] = Electorate(male: male, female: female)
        }
        return electorate
    }
}

extension FolderReader {
    /// A cell as a region code; `nil` when it is none, which is noted.
    mutating func regionCode(_ column: String, of row: CSVRow) -> RegionCode? {
        guard let text = row.text(column, &log) else { return nil }
        if let code = try? RegionCode(parsing: text) { return code }
        row.note(.malformed(text, expected: .regionCode), column, &log)
        return nil
    }

    /// The station a row stands for.
    mutating func stationCode(of row: CSVRow) -> StationCode? {
        let village = regionCode("village", of: row)
        let number = row.count("station", limit: 999, &log)
        guard let village, let number else { return nil }
        guard village.tier == .village else {
            row.note(.malformed(village.description, expected: .villageCode), "village", &log)
            return nil
        }
        return StationCode(village: village, number: number)
    }
}
