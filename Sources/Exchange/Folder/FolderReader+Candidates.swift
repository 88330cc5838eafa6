import Elections

extension FolderReader {
    /// The parties' lists, one per district where the ballot has any; a party without rows has an empty list.
    ///
    /// Contestants or districts that cannot be read are `nil`, and nobody is called unknown.
    mutating func candidates(
        _ file: String,
        _ contestants: [Contestant]?,
        _ districts: [ElectoralDistrict]?,
        hasDistricts: Bool
    ) async -> [CandidateList] {
        let required = ["party", "number", "name"] + (hasDistricts ? ["district"] : [])
        let optional = ["title_before", "title_after", "sex", "namesake"]
        guard let table = await table(file, required: required, optional: optional) else { return [] }
        var places = UniqueKeys<ListPlace>()
        var names: [PersonName: (place: ListPlace, row: Int)] = [:]
        var lists: [ListPlace: [Candidate]] = [:]
        for row in table.rows {
            let name = row.text("name", &log)
            let number = row.count("number", limit: 999, &log)
            if number == 0 { row.note(.malformed("0", expected: .listNumber), "number", &log) }
            let sex = sex(of: row)
            guard let list = list(of: row, contestants, districts, hasDistricts), let name, let number else {
                continue
            }
            let person = PersonName(
                before: row.optionalText("title_before"),
                name: name,
                after: row.optionalText("title_after")
            )
            places.take(list.with(number), "number", of: row, &log)
            // Two people may bear one name: then the folder says so.
            let isNamesake = row.optionalText("namesake") != nil
            if !isNamesake, let other = names[person], other.place != list {
                let misfit = Problem.Misfit.candidateInTwoLists(person.full, firstRow: other.row)
                row.note(.misfit(misfit), "name", &log)
            }
            names[person] = names[person] ?? (list, row.number)
            lists[list, default: []].append(Candidate(number: number, name: person, sex: sex))
        }
        return lists.map { list, candidates in
            CandidateList(
                district: list.district,
                contestant: list.party,
                candidates: candidates.sorted { $0.number < $1.number }
            )
        }.sorted { ($0.district ?? 0, $0.contestant) < ($1.district ?? 0, $1.contestant) }
    }

    /// The list a row belongs to.
    private mutating func list(
        of row: CSVRow,
        _ contestants: [Contestant]?,
        _ districts: [ElectoralDistrict]?,
        _ hasDistricts: Bool
    ) -> ListPlace? {
        let party = row.count("party", limit: 9_999, &log)
        if let party, let contestants, !contestants.contains(where: { $0.number == party }) {
            row.note(.unknown("\(party)", of: .party), "party", &log)
            return nil
        }
        guard hasDistricts else { return party.map { ListPlace(district: nil, party: $0) } }
        let district = row.count("district", limit: 9_999, &log)
        if let district, let districts, !districts.contains(where: { $0.number == district }) {
            row.note(.unknown("\(district)", of: .district), "district", &log)
            return nil
        }
        guard let party, let district else { return nil }
        return ListPlace(district: district, party: party)
    }

    /// L or P, as on the lists; `nil` when the cell is empty.
    private mutating func sex(of row: CSVRow) -> Field.Sex? {
        switch row.optionalText("sex") {
        case nil: return nil
        case "L"?: return .male
        case "P"?: return .female
        case let text?:
            row.note(.malformed(text.shortened, expected: .oneOf(["L", "P"])), "sex", &log)
            return nil
        }
    }
}

/// A list, or a place on it.
private struct ListPlace: Hashable, CustomStringConvertible {
    let district: Int?
    let party: Int
    var number: Int?

    func with(_ number: Int) -> ListPlace {
        ListPlace(district: district, party: party, number: number)
    }

    var description: String {
        [district, party, number].compactMap(\.self).map(String.init).joined(separator: "-")
    }
}
