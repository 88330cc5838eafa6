import Elections

extension FolderReader {
    /// The regions with their stations, and the electorate of every station in register order.
    struct Register {
        let regions: Regions
        let electorate: [Electorate]
    }

    /// Regions and stations as one tree; `nil` when they do not make one, which is noted.
    mutating func register() async -> Register? {
        let before = log.count
        let regionTable = await table(description.regions, required: ["code", "name", "kind"])
        let stationColumns = ["village", "station", "electorate_male", "electorate_female"]
        let stationTable = await table(description.stations, required: stationColumns)
        var codes: UniqueKeys<RegionCode>?
        var regions: [Region] = []
        if let regionTable { (regions, codes) = read(regionTable) }
        if let codes { check(regions, codes) }
        var electorate: [StationCode: Electorate] = [:]
        if let stationTable { electorate = stations(stationTable, codes) }
        guard log.count == before else { return nil }
        do throws(Regions.Fault) {
            let tree = try Regions(regions, stations: Array(electorate.keys))
            let none = Electorate(male: nil, female: nil)
            return Register(regions: tree, electorate: tree.stations.map { electorate[$0] ?? none })
        } catch {
            // `check` and `stations` have noted every such fault at its row.
            preconditionFailure("regions without problems are a tree: \(error)")
        }
    }

    /// The regions of the file, and their codes; no codes when one cannot be read, as any may be that one.
    private mutating func read(_ table: CSVTable) -> ([Region], UniqueKeys<RegionCode>?) {
        let kinds = Region.Kind.allCases.map(\.rawValue)
        var codes = UniqueKeys<RegionCode>()
        var regions: [Region] = []
        var isComplete = true
        for row in table.rows {
            let code = regionCode("code", of: row)
            let name = row.text("name", &log)
            let word = row.text("kind", &log)
            let kind = word.flatMap { Region.Kind(rawValue: $0) }
            if let word, kind == nil { row.note(.malformed(word, expected: .oneOf(kinds)), "kind", &log) }
            guard let code else {
                isComplete = false
                continue
            }
            let isNew = codes.take(code, "code", of: row, &log)
            if isNew, let name, let kind { regions.append(Region(code: code, name: name, kind: kind)) }
        }
        return (regions, isComplete ? codes : nil)
    }

    /// Every region but the highest has its parent, and stands on the tier of its kind.
    private mutating func check(_ regions: [Region], _ codes: UniqueKeys<RegionCode>) {
        let file = path(description.regions)
        let kinds = Dictionary(uniqueKeysWithValues: regions.map { ($0.code, $0.kind) })
        let highest = codes.all.min()
        for code in codes.all {
            let row = codes[code]
            if code != highest, code.parent.map({ codes[$0] == nil }) ?? true {
                log.add(.misfit(.parentMissing(code.description)), file: file, row: row, column: "code")
            }
            if let kind = kinds[code], kind.tier != code.tier {
                log.add(.misfit(.wrongKind(code.description)), file: file, row: row, column: "kind")
            }
        }
        if codes[description.place] == nil {
            let file = path(FolderDescription.fileName)
            log.add(.unknown(description.place.description, of: .unit), file: file, column: "place")
        }
    }

    /// The stations of the file with their electorate; without `regions` no village is called unknown.
    private mutating func stations(
        _ table: CSVTable,
        _ regions: UniqueKeys<RegionCode>?
    ) -> [StationCode: Electorate] {
        var stations = UniqueKeys<StationCode>()
        var electorate: [StationCode: Electorate] = [:]
        let limit = ElectionFolder.largestCount
        for row in table.rows {
            let male = row.optionalCount("electorate_male", limit: limit, &log)
            let female = row.optionalCount("electorate_female", limit: limit, &log)
            guard let station = stationCode(of: row) else { continue }
            if let regions, regions[station.village] == nil {
                row.note(.unknown(station.village.description, of: .unit), "village", &log)
            }
            stations.take(station, "station", of: row, &log)
            electorate[station] = Electorate(male: male, female: female)
        }
        return electorate
    }
}

extension FolderReader {
    /// A cell as a region code; `nil` when it is none, which is noted.
    mutating func regionCode(_ column: String, of row: CSVRow) -> RegionCode? {
        row.text(column, &log).flatMap { regionCode(parsing: $0, column, of: row) }
    }

    /// A text of a cell as a region code; `nil` when it is none, which is noted.
    mutating func regionCode(parsing text: String, _ column: String, of row: CSVRow) -> RegionCode? {
        if let code = try? RegionCode(parsing: text) { return code }
        row.note(.malformed(text.shortened, expected: .regionCode), column, &log)
        return nil
    }

    /// The station a row stands for.
    mutating func stationCode(of row: CSVRow) -> StationCode? {
        let village = regionCode("village", of: row)
        let number = row.count("station", limit: 999, &log)
        if number == 0 { row.note(.malformed("0", expected: .stationNumber), "station", &log) }
        guard let village, let number, number > 0 else { return nil }
        guard village.tier == .village else {
            row.note(.malformed(village.description, expected: .villageCode), "village", &log)
            return nil
        }
        return StationCode(village: village, number: number)
    }
}
