public import Elections

/// What is to be imported, from where, and into which reading of which folder.
public struct ImportRequest: Sendable {
    /// The shape of the files.
    public let source: ImportSource
    /// Files and folders, as the user named them.
    public let inputs: [String]
    /// The election folder; one that does not exist, or is empty, is made.
    public let folder: String
    /// The name of the reading the forms go into.
    public let reading: String
    /// What stands before the names of votes and totals in tables that hold several readings.
    public let prefix: String
    /// The law of a folder that is made; the shape's usual one when `nil`.
    public let law: Law?
    /// Whether stations of known villages that the register lacks are added to it.
    public let addsStations: Bool
    /// Whether forms that are there with other figures are replaced.
    public let replaces: Bool

    /// A request; see the properties.
    public init(
        _ source: ImportSource,
        _ inputs: [String],
        into folder: String,
        reading: String? = nil,
        prefix: String = "",
        law: Law? = nil,
        addsStations: Bool = false,
        replaces: Bool = false
    ) {
        self.source = source
        self.inputs = inputs
        self.folder = folder
        self.reading = reading ?? source.rawValue
        self.prefix = prefix
        self.law = law
        self.addsStations = addsStations
        self.replaces = replaces
    }

    /// Whether `id` can name a reading and its file: letters, digits, `-` and `_`, at most 40.
    public static func isReadingName(_ id: String) -> Bool {
        (1...40).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                Unicode.Scalar(byte).properties.isAlphabetic && byte < 0x80
                    || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    /// Reads everything and says what an import would do; nothing is written.
    ///
    /// - Throws: ``Problems`` with everything that is wrong with the folder or with any of the files.
    public func plan() async throws(Problems) -> ImportPlan {
        let target = try await ImportTarget.read(self)
        let endings: [String] =
            switch source {
            case .sirekap: [".json", ".csv", ".csv.gz"]
            case .situng: [".csv", ".csv.gz"]
            }
        let files = try FilesToImport.list(inputs, endings: endings)
        let (batch, names) = try await read(files, target.contestants)
        return try await ImportPlan(self, target, batch, names)
    }

    /// Every form of the files, once nothing is wrong with any of them.
    private func read(
        _ files: [String],
        _ contestants: [Contestant]
    ) async throws(Problems) -> (FormBatch, RegionNames) {
        var log = ProblemLog()
        var batch = FormBatch(fields: source.fields(contestants))
        var names = RegionNames()
        for file in files {
            if source == .sirekap, file.lowercased().hasSuffix(".json") {
                SirekapFile.read(file, contestants, into: &batch, &log)
            } else {
                await read(table: file, contestants, &batch, &names, &log)
            }
        }
        try log.check()
        return (batch, names)
    }

    private func read(
        table file: String,
        _ contestants: [Contestant],
        _ batch: inout FormBatch,
        _ names: inout RegionNames,
        _ log: inout ProblemLog
    ) async {
        let sink = ImportSink(
            file,
            .published(source, prefix: prefix),
            contestants: contestants,
            batch: batch,
            names: names
        )
        // The forms move into the sink and back: two owners would copy them with the first row.
        (batch, names) = (FormBatch(fields: []), RegionNames())
        var stream = CSVStream(file, into: sink, needsRows: true)
        await stream.readAll(from: file)
        (batch, names) = (stream.sink.batch, stream.sink.names)
        log.add(stream.log)
    }
}
