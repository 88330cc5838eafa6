public import Elections

/// A regency small enough to be added up by hand: two subdistricts, three villages, five stations.
///
/// Each test changes the one thing it is about.
public struct SmallElection: Sendable {
    /// The name of the first party; hostile texts come in here.
    public var partyName = "Alpha"
    /// Votes per station and party; `nil` for a station whose form is not read.
    public var votes: [[Int?]?] = [[10, 20], [30, 40], [50, 60], [70, 80], [90, 100]]
    /// Totals per station.
    public var totals: [Int?] = [32, 72, 112, 152, 192]
    /// The electorate per station.
    public var electorate: [Electorate] = [40, 80, 120, 160, 200].map {
        Electorate(male: $0 / 2, female: $0 / 2)
    }
    /// The certified figures.
    public var certified: [String: [Int?]] = [:]
    /// The reported rows: region, stations, blank, votes.
    public var reported: [(String, Int?, Int?, [Int?])] = []
    /// The seats of the two districts.
    public var seats = (3, 2)
    /// The regions of the two districts.
    public var districts: ([String], [String]) = (["7312.01"], ["7312.02"])
    /// The seats determined.
    public var determined: [Int: Int]?
    /// The law it is held under.
    public var law = Law.pemilu2019
    /// The ballot of the readings.
    public var readBallot = Ballot.president
    /// The ballot of the reported figures and the districts.
    public var councilBallot = Ballot.regencyCouncil
    /// Whether the council ballot is there.
    public var hasCouncil = true
    /// Forms of a second reader, who read nothing but these.
    public var later: [Later] = []
    /// What was decided on open rules.
    public var decisions: [Decision] = []
    /// Re-votes that others have on record.
    public var known: [KnownRevote] = []
    /// The nature of the only file.
    public var nature = SourceFile.Nature.reading

    /// A form of a vote or count that was not the first.
    public struct Later: Sendable {
        let station: Int
        let version: FormVersion
        let votes: [Int?]
        let total: Int?

        /// A form of the second reader.
        public init(station: Int, _ version: FormVersion, votes: [Int?], total: Int?) {
            self.station = station
            self.version = version
            self.votes = votes
            self.total = total
        }
    }

    /// The election as it stands.
    public init() {}

    /// The regions and stations.
    public static func regions() throws -> Regions {
        let rows: [(String, String, Region.Kind)] = [
            ("73", "Provinsi", .province), ("73.12", "Kabupaten", .regency),
            ("73.12.01", "Satu", .subdistrict), ("73.12.01.1001", "Satu A", .urbanVillage),
            ("73.12.01.2002", "Satu B", .ruralVillage), ("73.12.02", "Dua", .subdistrict),
            ("73.12.02.2001", "Dua A", .ruralVillage),
        ]
        let stations =
            [("73.12.01.1001", 1), ("73.12.01.1001", 2), ("73.12.01.2002", 1)]
            + [("73.12.02.2001", 1), ("73.12.02.2001", 2)]
        return try Regions(
            rows.map { Region(code: try RegionCode(parsing: $0), name: $1, kind: $2) },
            stations: stations.map { StationCode(village: try RegionCode(parsing: $0), number: $1) }
        )
    }

    /// The election.
    public func election() throws -> Election {
        var contests = [
            Contest(
                ballot: readBallot,
                contestants: contestants,
                readings: later.isEmpty ? [reading] : [reading, second],
                certified: certified.isEmpty ? nil : try certifiedFigures()
            )
        ]
        if hasCouncil { contests.append(try council()) }
        return try election(of: contests)
    }

    /// The same with other ballots.
    public func election(of contests: [Contest]) throws -> Election {
        Election(
            name: LocalizedText(id: "Pemilu kecil", en: "Small election"),
            date: try date(),
            law: law,
            place: try RegionCode(parsing: "73.12"),
            regions: try Self.regions(),
            electorate: electorate,
            contests: contests,
            decisions: decisions,
            files: [SourceFile(path: "a.csv", nature: nature, source: LocalizedText(id: "uji", en: "test"))],
            revotes: RevoteRegister(known: known)
        )
    }

    private struct NoDate: Error {}

    private func date() throws -> CalendarDate {
        guard let date = CalendarDate(parsing: "2019-04-17") else { throw NoDate() }
        return date
    }

    private var contestants: [Contestant] {
        [
            Contestant(number: 1, name: partyName, shortName: partyName, colour: "#111111"),
            Contestant(number: 19, name: "Beta", shortName: "Beta", colour: "#222222"),
        ]
    }

    private var reading: Reading {
        var forms = FormTable(fields: [.votes(1), .votes(19), .total])
        var places: [Int] = []
        for (place, votes) in votes.enumerated() {
            guard let votes else { continue }
            forms.append(votes + [totals[place]])
            places.append(place)
        }
        return Reading(
            id: "office",
            name: LocalizedText(id: "kantor", en: "office"),
            file: "a.csv",
            forms: forms,
            places: places,
            stations: votes.count
        )
    }

    private var second: Reading {
        var forms = FormTable(fields: [.votes(1), .votes(19), .total])
        for form in later { forms.append(form.votes + [form.total]) }
        return Reading(
            id: "second",
            name: LocalizedText(id: "kedua", en: "second"),
            file: "b.csv",
            forms: forms,
            places: later.map(\.station),
            versions: later.map(\.version),
            stations: votes.count
        )
    }

    private func certifiedFigures() throws -> CertifiedFigures {
        var forms = FormTable(fields: [.votes(1), .votes(19)])
        var places: [CertifiedFigures.Place] = []
        for (code, votes) in certified {
            forms.append(votes)
            places.append(.region(try RegionCode(parsing: code)))
        }
        return CertifiedFigures(forms: forms, places: places)
    }

    private func council() throws -> Contest {
        let rows =
            reported.isEmpty
            ? [
                ("73.12.01.1001", 2, 0, [100, 50]), ("73.12.01.2002", 1, 0, [20, 10]),
                ("73.12.02.2001", 2, 0, [6, 15]),
            ]
            : reported
        func codes(_ texts: [String]) throws -> [RegionCode] {
            try texts.map { try RegionCode(parsing: $0.filter { $0 != "." }) }
        }
        return Contest(
            ballot: councilBallot,
            contestants: contestants,
            districts: [
                ElectoralDistrict(
                    number: 1,
                    name: "Kecil 1",
                    seats: seats.0,
                    regions: try codes(districts.0)
                ),
                ElectoralDistrict(
                    number: 2,
                    name: "Kecil 2",
                    seats: seats.1,
                    regions: try codes(districts.1)
                ),
            ],
            reported: ReportedFigures(
                rows: try rows.map {
                    ReportedFigures.Row(
                        region: try RegionCode(parsing: $0),
                        stations: $1,
                        blank: $2,
                        votes: $3
                    )
                }
            ),
            determined: determined
        )
    }
}
