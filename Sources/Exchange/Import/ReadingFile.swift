import Elections

/// The forms a reading has already, by station and version.
struct ReadingFile {
    /// The path in the folder, of a file that is there or of one to be made.
    let path: String
    /// The rows of a file that is there.
    let sink: FigureSink?

    private var forms: [FormBatch.Key: Int] = [:]

    /// The file of the request's reading.
    ///
    /// - Throws: ``Problems`` when it cannot be read.
    init(_ request: ImportRequest, _ target: ExistingTarget) async throws(Problems) {
        guard let reading = target.reading else {
            let beside = target.ballot?.contestants ?? Self.contestants
            let folder = beside.lastIndex(of: "/").map { beside[...$0] } ?? ""
            path = "\(folder)readings-\(request.reading).csv"
            sink = nil
            return
        }
        path = reading.file
        let file = FolderDescription.path(of: reading.file, in: request.folder)
        var stream = CSVStream(
            file,
            into: FigureSink(
                .stations,
                file: file,
                ballot: request.source.ballot,
                contestants: target.contestants
            ),
            needsRows: true
        )
        await stream.readAll(from: file)
        try stream.log.check()
        let sink = stream.sink
        for (form, place) in sink.places.enumerated() {
            guard case .station(let station) = place else { continue }
            let version = sink.versions.isEmpty ? .regular : sink.versions[form]
            forms[FormBatch.Key(station: station, version: version)] = form
        }
        self.sink = sink
    }

    /// Where the contestants of a ballot stand that a folder does not have yet.
    static let contestants = "ppwp/contestants.csv"

    /// What becomes of a form that fits the folder.
    func action(
        for form: Int,
        of batch: FormBatch,
        replaces: Bool,
        _ target: ExistingTarget
    ) -> ImportPlan.Action {
        let key = FormBatch.Key(station: batch.stations[form], version: batch.versions[form])
        guard let sink, let row = forms[key] else {
            let isKnown = target.election.regions.position(of: key.station) != nil
            return isKnown ? .added : .addedWithStation
        }
        let differences = batch.forms.fields.filter(batch.offered.contains).compactMap { field in
            ImportPlan.Difference(field, sink.forms[row, field], batch.forms[form, field])
        }
        if differences.isEmpty { return .skipped(.alreadyThere) }
        // Where nothing of it is entered there is nothing to contradict.
        let isBlank = batch.forms.fields.allSatisfy { field in
            !batch.offered.contains(field) || sink.forms[row, field] == nil
        }
        if isBlank { return .added }
        return replaces ? .replaced(differences) : .conflict(differences)
    }

    /// The row of the file for a form, whether any figure is in it or none.
    func row(of station: StationCode, _ version: FormVersion) -> Int? {
        sink?.row(of: .station(station), version)
    }
}

extension ImportPlan.Difference {
    fileprivate init?(_ field: Field, _ present: Int?, _ offered: Int?) {
        guard present != offered else { return nil }
        self.init(field: field, present: present, offered: offered)
    }
}
