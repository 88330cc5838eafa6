import Elections

extension FolderReader {
    /// The regions with their stations, and what is known of every station, in register order.
    struct Register {
        let regions: Regions
        let electorate: [Electorate]
        /// The only ballots of a station that does not have all of them.
        let limitedBallots: [Int: Set<Ballot>]

        /// The stations of a region that have a ballot.
        func count(of ballot: Ballot, in region: RegionCode) -> Int {
            regions.stationPositions(in: region).count { limitedBallots[$0]?.contains(ballot) ?? true }
        }
    }

    /// What the file of stations says of one.
    private struct Station {
        let electorate: Electorate
        let ballots: Set<Ballot>?
    }

    /// Regions and stations as one tree; `nil` when they do not make one, which is noted.
    mutating func register() async -> Register? {
        let before = log.count
        let regionTable = await table(
            description.regions,
            required: ["code", "name", "kind"],
            optional: ["aliases"]
        )
        let stationColumns = ["village", "station", "electorate_male", "electorate_female"]
        let stationTable = await table(
            description.stations,
            required: stationColumns,
            optional: ["id", "ballots"]
        )
        var codes: UniqueKeys<RegionCode>?
        var regions: [Region] = []
        if let regionTable { (regions, codes) = read(regionTable) }
        if let codes { check(regions, codes) }
        var stations: [StationCode: Station] = [:]
        if let stationTable { stations = self.stations(stationTable, codes) }
        guard log.count == before else { return nil }
        do throws(Regions.Fault) {
            let tree = try Regions(regions, stations: Array(stations.keys))
            let none = Electorate(male: nil, female: nil)
            var limited: [Int: Set<Ballot>] = [:]
            for (place, code) in tree.stations.enumerated() { limited[place] = stations[code]?.ballots }
            return Register(
                regions: tree,
                electorate: tree.stations.map { stations[$0]?.electorate ?? none },
                limitedBallots: limited
            )
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
            let aliases = (row.optionalText("aliases") ?? "").split(separator: ";").map { String($0).trimmed }
            if isNew, let name, let kind {
                let region = Region(
                    code: code,
                    name: name,
                    kind: kind,
                    aliases: aliases.filter { !$0.isEmpty }
                )
                regions.append(region)
            }
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
    ) -> [StationCode: Station] {
        var codes = UniqueKeys<StationCode>()
        var ids: [String: (village: RegionCode, row: Int)] = [:]
        var stations: [StationCode: Station] = [:]
        let limit = FormTable.largest
        for row in table.rows {
            let male = row.optionalCount("electorate_male", limit: limit, &log)
            let female = row.optionalCount("electorate_female", limit: limit, &log)
            if let male, let female, male + female > limit {
                row.note(.sumTooLarge(limit: limit), "electorate_female", &log)
            }
            guard let station = stationCode(of: row) else { continue }
            if let regions, regions[station.village] == nil {
                row.note(.unknown(station.village.description, of: .unit), "village", &log)
            }
            codes.take(station, "station", of: row, &log)
            if let id = row.optionalText("id") {
                if let other = ids[id] {
                    noteSecond(id, of: row, in: station.village, other.village, other.row)
                }
                ids[id] = ids[id] ?? (station.village, row.number)
            }
            stations[station] = Station(
                electorate: Electorate(male: male, female: female),
                ballots: ballots(of: row)
            )
        }
        return stations
    }

    /// A station's id stands in a second row: in the same village it is there twice, else in two villages.
    private mutating func noteSecond(
        _ id: String,
        of row: CSVRow,
        in village: RegionCode,
        _ other: RegionCode,
        _ firstRow: Int
    ) {
        let kind: Problem.Kind =
            village == other
            ? .duplicate(id.shortened, firstRow: firstRow)
            : .misfit(.stationInTwoVillages(id.shortened, other: other.description, row: firstRow))
        row.note(kind, "id", &log)
    }

    /// The ballots of a station that does not have all of them; `nil` when the cell is empty.
    private mutating func ballots(of row: CSVRow) -> Set<Ballot>? {
        guard let text = row.optionalText("ballots") else { return nil }
        let known = description.law.ballotsInOrder
        var ballots: Set<Ballot> = []
        for word in text.split(separator: " ") {
            if let ballot = Ballot(rawValue: String(word)), known.contains(ballot) {
                ballots.insert(ballot)
            } else {
                let form = Problem.Form.oneOf(known.map(\.rawValue))
                row.note(.malformed(String(word).shortened, expected: form), "ballots", &log)
            }
        }
        return ballots
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
