import Elections

/// An election folder made of nothing but imported forms.
struct NewFolder {
    /// Every station a file names, in register order.
    let stations: [StationCode]

    private let request: ImportRequest
    private let law: Law
    private let contestants: [Contestant]
    private let batch: FormBatch
    private let names: RegionNames
    /// The smallest region that contains all stations.
    private let place: RegionCode
    /// Every region with a station in it, in register order.
    private let regions: [RegionCode]

    /// The folder for the forms of `batch`.
    ///
    /// - Throws: ``Problems`` when no one region contains them.
    init(
        _ request: ImportRequest,
        _ law: Law,
        _ contestants: [Contestant],
        _ batch: FormBatch,
        _ names: RegionNames
    ) throws(Problems) {
        self.request = request
        self.law = law
        self.contestants = contestants
        self.batch = batch
        self.names = names
        stations = Set(batch.stations).sorted()
        var regions: Set<RegionCode> = []
        for village in Set(stations.map(\.village)) {
            regions.formUnion(sequence(first: village, next: \.parent))
        }
        self.regions = regions.sorted()
        let provinces = self.regions.filter { $0.tier == .province }
        guard let first = stations.first?.village, provinces.count == 1 else {
            let codes = provinces.map { $0.provinceName ?? $0.description }
            throw Problems([Problem(.misfit(.severalProvinces(codes)), file: request.folder)])
        }
        let above = sequence(first: first, next: \.parent)
        let villages = self.regions.filter { $0.tier == .village }
        // The one province contains them all, if nothing smaller does.
        place = above.first { region in villages.allSatisfy(region.contains) } ?? provinces[0]
    }

    private static let regionFile = "regions.csv"
    private static let stationFile = "stations.csv"

    private var reading: FolderDescription.BallotFiles.ReadingFile {
        FolderDescription.BallotFiles.ReadingFile(
            id: request.reading,
            name: request.source.readingName,
            file: "ppwp/readings-\(request.reading).csv"
        )
    }

    /// The files of the folder, with the given forms in the reading.
    func change(_ forms: [Int]) -> FolderChange {
        let cells = FormCells(batch)
        let sorted = forms.sorted { left, right in
            (batch.stations[left], batch.versions[left]) < (batch.stations[right], batch.versions[right])
        }
        var change = FolderChange()
        change.add(Self.regionFile, regionTable)
        change.add(Self.stationFile, stationTable)
        change.add(ReadingFile.contestants, Self.contestants(contestants))
        change.add(reading.file, cells.table(cells.columns(ofNew: sorted), sorted))
        change.add(FolderDescription.fileName, Array(description.utf8))
        return change
    }

    /// A table of contestants.
    static func contestants(_ contestants: [Contestant]) -> [UInt8] {
        var writer = CSVWriter()
        writer.row(["number", "name", "short_name", "colour"])
        for contestant in contestants {
            writer.cell(contestant.number)
            for text in [contestant.name, contestant.shortName, contestant.colour] { writer.cell(text) }
            writer.endRow()
        }
        return writer.bytes
    }

    /// What the description says of that table.
    static func contestantsFile(_ law: Law) -> SourceFile {
        SourceFile(
            path: ReadingFile.contestants,
            nature: .register,
            source: LocalizedText(
                id: "Pasangan calon, \(law.title.indonesian); warna hanya untuk grafik",
                en: "The pairs of candidates, \(law.title.english); the colours serve the charts only"
            )
        )
    }
}

extension NewFolder {
    private func name(_ code: RegionCode) -> String {
        names[code] ?? code.provinceName ?? code.description
    }

    private var regionTable: [UInt8] {
        var writer = CSVWriter()
        writer.row(["code", "name", "kind"])
        for code in regions {
            writer.row([code.description, name(code), Region.Kind(of: code).rawValue])
        }
        return writer.bytes
    }

    private var stationTable: [UInt8] {
        var writer = CSVWriter()
        writer.row(["village", "station", "electorate_male", "electorate_female"])
        for station in stations {
            writer.cell(station.village.description)
            writer.cell(station.number)
            writer.cell(batch.electorate[station]?.male)
            writer.cell(batch.electorate[station]?.female)
            writer.endRow()
        }
        return writer.bytes
    }

    private var description: String {
        let source = request.source
        let files = [
            SourceFile(path: Self.regionFile, nature: .register, source: source.registerSource),
            SourceFile(path: Self.stationFile, nature: .roll, source: source.rollSource),
            Self.contestantsFile(law),
            SourceFile(path: reading.file, nature: .reading, source: source.formSource(law)),
        ]
        let place = name(place)
        let ballot = YAMLText.lines(
            of: source.ballot,
            contestants: ReadingFile.contestants,
            reading
        )
        let lines =
            [
                "# An election folder of Pleno. Edit the CSV files in a spreadsheet; save them as",
                "# CSV with commas, UTF-8. An empty cell means \"not entered\", never zero.",
                "format: 1",
                "name:",
                "  id: \(YAMLText.scalar("\(law.title.indonesian), \(place)"))",
                "  en: \(YAMLText.scalar("\(law.title.english), \(place)"))",
                "date: \(law.votingDay)",
                "law: \(law.id)",
                "place: \"\(self.place)\"",
                "",
                "regions: \(Self.regionFile)",
                "stations: \(Self.stationFile)",
                "",
                "ballots:",
            ] + ballot.map { "  " + $0 } + ["", "files:"]
            + files.flatMap(YAMLText.lines).map { "  " + $0 }
        return lines.map { $0 + "\n" }.joined()
    }
}
