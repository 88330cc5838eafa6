import Elections

/// The changes by which forms come into a folder that is there.
struct ReadingMerge {
    /// A form of each station the register gains, in register order.
    let newStations: [Int]

    private let request: ImportRequest
    private let target: ExistingTarget
    private let file: ReadingFile
    private let cells: FormCells
    /// Forms for which the file has a row, by that row.
    private var changed: [Int: Int] = [:]
    /// Forms for which it has none, in register order.
    private var added: [Int] = []

    init(
        _ request: ImportRequest,
        _ target: ExistingTarget,
        _ file: ReadingFile,
        _ batch: FormBatch,
        _ actions: [ImportPlan.Action]
    ) {
        self.request = request
        self.target = target
        self.file = file
        cells = FormCells(batch)
        var stations: [StationCode: Int] = [:]
        for (form, action) in actions.enumerated() {
            switch action {
            case .conflict, .skipped: continue
            case .added, .replaced: break
            case .addedWithStation:
                let station = batch.stations[form]
                stations[station] = stations[station] ?? form
            }
            if let row = file.row(of: batch.stations[form], batch.versions[form]) {
                changed[row] = form
            } else {
                added.append(form)
            }
        }
        newStations = stations.sorted { $0.key < $1.key }.map(\.value)
        added.sort { left, right in
            (batch.stations[left], batch.versions[left]) < (batch.stations[right], batch.versions[right])
        }
    }

    /// The files to write; none when no form goes in.
    ///
    /// - Throws: ``Problems`` when a file cannot take them.
    func change() async throws(Problems) -> FolderChange {
        var change = FolderChange()
        let forms = added + changed.values
        guard !forms.isEmpty else { return change }
        if !newStations.isEmpty {
            let wanted = ["electorate_male", "electorate_female"]
            let rewriter = TableRewriter(cells, wanted: wanted, changed: [:])
            try await rewrite(target.description.stations, rewriter, newStations, &change)
        }
        if target.reading != nil {
            let wanted =
                cells.columns(filledBy: forms).map(\.column) + (cells.isRegular(forms) ? [] : ["version"])
            let rewriter = TableRewriter(cells, wanted: wanted, changed: changed)
            try await rewrite(file.path, rewriter, added, &change)
        } else {
            try describeNewReading(&change)
        }
        return change
    }

    private func path(_ file: String) -> String {
        FolderDescription.path(of: file, in: request.folder)
    }

    /// A file that is there, with the forms in it.
    private func rewrite(
        _ file: String,
        _ rewriter: TableRewriter,
        _ added: [Int],
        _ change: inout FolderChange
    ) async throws(Problems) {
        let path = path(file)
        if target.description.digests[file] != nil {
            throw Problems([Problem(.misfit(.signedFile), file: path)])
        }
        let (base, isPacked) = try Self.base(path)
        if isPacked { throw Problems([Problem(.misfit(.packedFile), file: path)]) }
        let bytes = try await TableRewriter.rewrite(path, rewriter, adding: added)
        change.add(file, bytes, replacing: base)
    }

    /// What the file is now, so that nothing else is overwritten later.
    private static func base(_ path: String) throws(Problems) -> (digest: String, isPacked: Bool) {
        do throws(InputFile.Failure) {
            let start = try InputFile(path: path).read(upTo: 2)
            return (try FileDigest.sha256(of: path), start == [0x1F, 0x8B])
        } catch {
            throw Problems([Problem(error.kind, file: path)])
        }
    }

    /// The file of a new reading, and the description that names it.
    private func describeNewReading(_ change: inout FolderChange) throws(Problems) {
        let law = target.election.law
        var entries: [SourceFile] = []
        if target.ballot == nil {
            let bytes = NewFolder.contestants(target.contestants)
            change.add(ReadingFile.contestants, bytes)
            entries.append(NewFolder.contestantsFile(law))
        }
        change.add(file.path, cells.table(cells.columns(ofNew: added), added))
        entries.append(
            SourceFile(path: file.path, nature: .reading, source: request.source.formSource(law))
        )
        var log = ProblemLog()
        for entry in entries {
            let path = path(entry.path)
            if FilesToImport.Kind(of: path, followingLinks: false) == .missing { continue }
            log.add(.misfit(.fileInTheWay), file: path)
        }
        try log.check()
        let reading = FolderDescription.BallotFiles.ReadingFile(
            id: request.reading,
            name: request.source.readingName,
            file: file.path
        )
        let description = path(FolderDescription.fileName)
        let editor = DescriptionEditor(file: description, target.text, target.description)
        let text = try editor.adding(reading, to: request.source.ballot, files: entries)
        let base = try Self.base(description).digest
        change.add(FolderDescription.fileName, Array(text.utf8), replacing: base)
    }
}
