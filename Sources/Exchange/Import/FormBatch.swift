import Elections

/// The forms read from all files of one import, in the order in which they stand there.
struct FormBatch {
    /// Where a form was read.
    struct Origin: Hashable {
        /// The file, as its place among ``FormBatch/files``.
        let file: Int
        /// The row of a table; `nil` where the file is one form.
        let row: Int?
    }

    /// A form as read.
    struct Entry {
        let station: StationCode
        let version: FormVersion
        let origin: Origin
        /// The figures, in the order of the batch's fields.
        let cells: [Int?]
        /// The electorate of the station, where the file has it beside the form.
        let roll: Electorate?
    }

    /// The figures, a row per form.
    private(set) var forms: FormTable
    private(set) var stations: [StationCode] = []
    private(set) var versions: [FormVersion] = []
    private(set) var origins: [Origin] = []
    /// The electorate of a station as the register would have it.
    private(set) var electorate: [StationCode: Electorate] = [:]
    /// A form that says again what an earlier one says, with that one.
    private(set) var repeated: [Int: Int] = [:]
    /// The files read so far, as the user named them.
    private(set) var files: [String] = []
    /// The figures any of the files has room for.
    private(set) var offered: Set<Field> = []

    private var firsts: [Key: Int] = [:]

    struct Key: Hashable {
        let station: StationCode
        let version: FormVersion
    }

    /// No forms yet.
    init(fields: [Field]) {
        forms = FormTable(fields: fields)
    }

    /// Begins a file that has room for `fields`.
    ///
    /// - Returns: Its place among ``files``.
    mutating func begin(_ file: String, offering fields: some Sequence<Field>) -> Int {
        files.append(file)
        offered.formUnion(fields)
        return files.count - 1
    }

    /// Where a station was read first, whatever the version.
    func first(of station: StationCode) -> Origin? {
        FormVersion.allCases.lazy.compactMap { firsts[Key(station: station, version: $0)] }.first
            .map { origins[$0] }
    }

    /// Takes a form; one that contradicts an earlier one of its station and version is noted at `column`.
    mutating func take(_ entry: Entry, column: String?, _ log: inout ProblemLog) {
        let index = forms.count
        forms.append(entry.cells)
        stations.append(entry.station)
        versions.append(entry.version)
        origins.append(entry.origin)
        takeRoll(of: entry)
        // A form without figures says nothing that another could contradict.
        guard entry.cells.contains(where: { $0 != nil }) else { return }
        let key = Key(station: entry.station, version: entry.version)
        guard let first = firsts[key] else { return firsts[key] = index }
        repeated[index] = first
        guard forms.row(first) != entry.cells else { return }
        let other = origins[first]
        log.add(
            .misfit(
                .formsDiffer(
                    entry.station.description,
                    file: other.file == entry.origin.file ? "" : files[other.file],
                    row: other.row
                )
            ),
            file: files[entry.origin.file],
            row: entry.origin.row,
            column: column
        )
    }

    /// The roll is the same for every vote of a station: what is read first holds.
    ///
    /// What a form says of its DPT is no roll: a check of one against the other would ask the form itself.
    private mutating func takeRoll(of entry: Entry) {
        let known = electorate[entry.station]
        electorate[entry.station] = Electorate(
            male: known?.male ?? entry.roll?.male,
            female: known?.female ?? entry.roll?.female
        )
    }
}
