import Elections

/// An election written out in lines: villages with their stations, and forms by the names of their columns.
struct Office {
    /// The law.
    var law = Law.pemilu2019
    /// The place of the election.
    var place = "73.12"
    /// The villages with the number of their stations.
    var villages = [("73.12.01.1001", 2), ("73.12.01.2002", 1), ("73.12.02.2001", 2)]
    /// The electorate of a station by its place: men and women.
    var electorate: [Int: (Int, Int)] = [:]
    /// What was decided on open rules.
    var decisions: [Decision] = []
    /// The files.
    var files: [SourceFile] = []
    /// The only ballots of some stations, by their place.
    var limitedBallots: [Int: Set<Ballot>] = [:]
    /// Re-votes that others have on record.
    var known: [KnownRevote] = []
    /// The ballots.
    var papers: [Papers] = [Papers()]

    /// One ballot with its figures.
    struct Papers {
        /// The ballot.
        var ballot = Ballot.president
        /// The numbers on it.
        var numbers = [1, 2]
        /// The numbers on each party's list, by district and party.
        var lists: [Int: [Int: [Int]]] = [:]
        /// The number of the blank column beside a single pair.
        var blank: Int?
        /// The regions of its districts, by number.
        var districts: [Int: String] = [:]
        /// A list of lines per reading: the station's place, a version where it is not the first vote, and
        /// figures: `3 psu votes_1=60 votes_2=40`.
        var readings: [[String]] = [[]]
        /// The certified figures: a region, or a station after a hyphen, and figures: `73.12.01 votes_1=60`.
        var certified: [String] = []
    }
}

extension Office {
    /// What a line of a test names and no election has.
    struct Misspelt: Error {
        let text: String
    }

    /// The election added up.
    func snapshot() throws -> Snapshot {
        try Snapshot(election())
    }

    /// The election.
    func election() throws -> Election {
        let regions = try regions()
        guard let date = CalendarDate(parsing: "2019-04-17") else { throw Misspelt(text: "date") }
        return Election(
            name: LocalizedText(id: "Pemilu kecil", en: "Small election"),
            date: date,
            law: law,
            place: try RegionCode(parsing: place),
            regions: regions,
            electorate: regions.stations.indices.map {
                Electorate(male: electorate[$0]?.0, female: electorate[$0]?.1)
            },
            limitedBallots: limitedBallots,
            contests: try papers.map { try $0.contest(regions) },
            decisions: decisions,
            files: files,
            revotes: RevoteRegister(known: known)
        )
    }

    private func regions() throws -> Regions {
        let codes = try villages.map { try RegionCode(parsing: $0.0) }
        var above: Set<RegionCode> = []
        for code in codes { above.formUnion(sequence(first: code, next: \.parent).dropFirst()) }
        let kinds: [RegionCode.Tier: Region.Kind] = [
            .province: .province, .regency: .regency, .subdistrict: .subdistrict, .village: .ruralVillage,
        ]
        return try Regions(
            (codes + above).map {
                Region(code: $0, name: $0.description, kind: kinds[$0.tier] ?? .ruralVillage)
            },
            stations: zip(codes, villages).flatMap { code, village in
                (1...max(1, village.1)).map { StationCode(village: code, number: $0) }
            }
        )
    }
}

extension Office.Papers {
    fileprivate func contest(_ regions: Regions) throws -> Contest {
        Contest(
            ballot: ballot,
            contestants: numbers.map {
                Contestant(
                    number: $0,
                    name: "Nomor \($0)",
                    shortName: "N\($0)",
                    colour: "#000000",
                    kind: $0 == blank ? .blank : .party
                )
            },
            lists: lists.sorted { $0.key < $1.key }.flatMap { district, parties in
                parties.sorted { $0.key < $1.key }.map { party, numbers in
                    CandidateList(
                        district: districts.isEmpty ? nil : district,
                        contestant: party,
                        candidates: numbers.map {
                            Candidate(number: $0, name: PersonName(name: "Calon \(party)-\($0)"), sex: nil)
                        }
                    )
                }
            },
            districts: try districts.sorted { $0.key < $1.key }.map { number, codes in
                ElectoralDistrict(
                    number: number,
                    name: "Dapil \(number)",
                    seats: 3,
                    regions: try codes.split(separator: " ").map { try RegionCode(parsing: String($0)) }
                )
            },
            readings: try readings.enumerated().map { place, lines in
                try reading(lines, "reading\(place).csv", stations: regions.stations.count)
            },
            certified: certified.isEmpty ? nil : try certifiedFigures()
        )
    }

    private func reading(_ lines: [String], _ file: String, stations: Int) throws -> Reading {
        let lines = lines.map { $0.split(separator: " ").map(String.init) }
        let places = lines.compactMap { $0.first.flatMap { Int($0) } }
        guard places.count == lines.count else { throw Office.Misspelt(text: file) }
        return Reading(
            id: file,
            name: LocalizedText(id: file, en: file),
            file: file,
            forms: try table(lines.map { $0.dropFirst().filter { $0.contains("=") } }),
            places: places,
            versions: try lines.map { words in
                guard words.count > 1, !words[1].contains("=") else { return .regular }
                guard let version = FormVersion(rawValue: words[1]) else {
                    throw Office.Misspelt(text: words[1])
                }
                return version
            },
            stations: stations
        )
    }

    private func certifiedFigures() throws -> CertifiedFigures {
        let lines = certified.map { $0.split(separator: " ").map(String.init) }
        return CertifiedFigures(
            forms: try table(lines.map { Array($0.dropFirst()) }),
            places: try lines.map { words in
                let parts = (words.first ?? "").split(separator: "-").map(String.init)
                let code = try RegionCode(parsing: parts.first ?? "")
                guard parts.count > 1, let number = Int(parts[1]) else { return .region(code) }
                return .station(StationCode(village: code, number: number))
            }
        )
    }

    /// Rows of `name=figure`; every contestant has a column.
    private func table(_ rows: [[String]]) throws -> FormTable {
        let rows = try rows.map { cells in
            var row: [Field: Int] = [:]
            for cell in cells {
                let parts = cell.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2, let field = Field(column: parts[0]) else {
                    throw Office.Misspelt(text: cell)
                }
                row[field] = Int(parts[1])
            }
            return row
        }
        let others = Set(rows.flatMap(\.keys)).filter { field in
            if case .votes = field { false } else { true }
        }
        var table = FormTable(
            fields: numbers.map { .votes($0) } + others.sorted { $0.column < $1.column }
        )
        for row in rows { table.append(table.fields.map { row[$0] }) }
        return table
    }
}

extension Snapshot {
    /// The tallies of a check, as how often it was asked and how often it failed, by what was asked.
    func tallies(_ code: String) -> [CheckTally] {
        Findings(self).tallies.filter { $0.check.code == code && $0.applicable > 0 }
    }

    /// The findings of a check.
    func findings(_ code: String) -> [Finding] {
        Findings(self).list.filter { $0.check.code == code }
    }
}
