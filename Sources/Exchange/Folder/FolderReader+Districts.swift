import Elections

extension FolderReader {
    /// What was decided on tied seats: a row per district and contestant, each with the minutes it stands in.
    mutating func tieDecisions(
        _ file: String,
        _ contestants: [Contestant]?,
        _ districts: [ElectoralDistrict]?
    ) async -> [TieDecision] {
        let columns = ["district", "number", "seats", "basis"]
        guard let table = await table(file, required: columns) else { return [] }
        var places = UniqueKeys<String>()
        var decisions: [Int: TieDecision] = [:]
        for row in table.rows {
            let district = row.count("district", limit: 9_999, &log)
            let number = row.count("number", limit: 9_999, &log)
            let seats = row.count("seats", limit: 9_999, &log)
            let basis = row.text("basis", &log)
            if let district, let districts, !districts.contains(where: { $0.number == district }) {
                row.note(.unknown("\(district)", of: .district), "district", &log)
            }
            if let number, let contestants, !contestants.contains(where: { $0.number == number }) {
                row.note(.unknown("\(number)", of: .party), "number", &log)
            }
            guard let district, let number, let seats, let basis else { continue }
            places.take("\(district)-\(number)", "number", of: row, &log)
            var decided = decisions[district]?.seats ?? [:]
            decided[number] = seats
            decisions[district] = TieDecision(
                district: district,
                seats: decided,
                basis: decisions[district]?.basis ?? basis
            )
        }
        return decisions.values.sorted { $0.district < $1.district }
    }

    /// The districts of a ballot; `nil` when anything is wrong with them, which is noted.
    mutating func districts(_ file: String, _ regions: Regions?) async -> [ElectoralDistrict]? {
        let before = log.count
        guard let table = await table(file, required: ["number", "name", "seats", "regions"]) else {
            return nil
        }
        var numbers = UniqueKeys<Int>()
        var taken: [RegionCode] = []
        var districts: [ElectoralDistrict] = []
        for row in table.rows {
            let number = row.count("number", limit: 9_999, &log)
            let name = row.text("name", &log)
            let seats = row.count("seats", limit: 9_999, &log)
            let codes = districtRegions(of: row, regions)
            for code in codes where taken.contains(where: { $0.contains(code) || code.contains($0) }) {
                row.note(.misfit(.inTwoDistricts(code.description)), "regions", &log)
            }
            taken += codes
            if let number { numbers.take(number, "number", of: row, &log) }
            guard let number, let name, let seats else { continue }
            let district = ElectoralDistrict(
                number: number,
                name: name,
                seats: seats,
                regions: codes.sorted()
            )
            districts.append(district)
        }
        guard log.count == before else { return nil }
        if let regions { checkCovered(regions, taken, file) }
        return districts
    }

    private mutating func districtRegions(of row: CSVRow, _ regions: Regions?) -> [RegionCode] {
        (row.text("regions", &log) ?? "").split(separator: " ")
            .compactMap { knownRegion($0, "regions", of: row, regions) }
    }

    /// Votes of a village outside all districts would count nowhere.
    private mutating func checkCovered(_ regions: Regions, _ covered: [RegionCode], _ file: String) {
        for village in Set(regions.stations.map(\.village)).sorted()
        where !covered.contains(where: { $0.contains(village) }) {
            log.add(.misfit(.outsideDistricts(village.description)), file: path(file), column: "regions")
        }
    }
}
