public import Elections

/// What an import would do, form by form, and the files it would write.
public struct ImportPlan: Sendable {
    /// What becomes of a form.
    public enum Action: Hashable, Sendable {
        /// It is added.
        case added
        /// It is added, and its station to the register.
        case addedWithStation
        /// It takes the place of one with other figures.
        case replaced([Difference])
        /// It is there with other figures, which stay.
        case conflict([Difference])
        /// It is left out.
        case skipped(Reason)
    }

    /// Why a form is left out.
    public enum Reason: Hashable, Sendable {
        /// No figure is entered on it.
        case nothingEntered
        /// An earlier file, or an earlier row of the same one, has the same form with the same figures.
        case readAlready(file: String, row: Int?)
        /// The folder has it with the same figures.
        case alreadyThere
        /// The register has the village and not the station.
        case stationUnknown
        /// The register does not have the village.
        case villageUnknown
        /// The station does not have the ballot.
        case ballotNotAtStation
    }

    /// A figure that the folder and the form have differently.
    public struct Difference: Hashable, Sendable {
        /// The figure.
        public let field: Field
        /// What the folder has; `nil` for nothing.
        public let present: Int?
        /// What the form has; `nil` for nothing.
        public let offered: Int?
    }

    /// A form and what becomes of it.
    public struct Row: Hashable, Sendable {
        /// The file it was read from.
        public let file: String
        /// The row of a table; `nil` where the file is one form.
        public let row: Int?
        /// The station.
        public let station: StationCode
        /// Which vote or count it is of.
        public let version: FormVersion
        /// What becomes of it.
        public let action: Action
    }

    /// The election folder.
    public let folder: String
    /// The name of the reading.
    public let reading: String
    /// The files that are made or changed, in the order in which they are put in place.
    public var files: [String] { change.files.map(\.path) }
    /// The number of stations the register gains.
    public let newStations: Int

    let batch: FormBatch
    let actions: [Action]
    let change: FolderChange
    /// The files the folder has.
    let present: [String]

    /// The number of forms.
    public var count: Int { actions.count }

    /// A form by its place in the order of the files.
    public subscript(index: Int) -> Row {
        let origin = batch.origins[index]
        return Row(
            file: batch.files[origin.file],
            row: origin.row,
            station: batch.stations[index],
            version: batch.versions[index],
            action: actions[index]
        )
    }

    /// Whether the folder would stay as it is.
    public var changesNothing: Bool { change.files.isEmpty }
}

extension ImportPlan {
    /// The plan for forms that were read without a problem.
    init(
        _ request: ImportRequest,
        _ target: ImportTarget,
        _ batch: FormBatch,
        _ names: RegionNames
    ) async throws(Problems) {
        folder = request.folder
        reading = request.reading
        self.batch = batch
        switch target {
        case .new(let law, let contestants):
            present = []
            let actions = (0..<batch.forms.count).map { Self.unfit(batch, $0) ?? .added }
            self.actions = actions
            let folder = try NewFolder(request, law, contestants, batch, names)
            let forms = actions.indices.filter { actions[$0] == .added }
            newStations = forms.isEmpty ? 0 : folder.stations.count
            change = forms.isEmpty ? FolderChange() : folder.change(forms)
        case .existing(let target):
            present = target.description.files.map(\.path) + [FolderDescription.fileName]
            let file = try await ReadingFile(request, target)
            let actions = (0..<batch.forms.count).map { form in
                Self.unfit(batch, form) ?? Self.unfit(batch, form, request, target)
                    ?? file.action(for: form, of: batch, replaces: request.replaces, target)
            }
            self.actions = actions
            let merge = ReadingMerge(request, target, file, batch, actions)
            newStations = merge.newStations.count
            change = try await merge.change()
        }
    }

    /// Why a form is left out wherever it goes; `nil` when it is not.
    private static func unfit(_ batch: FormBatch, _ form: Int) -> Action? {
        if !batch.forms.isFilled(form) { return .skipped(.nothingEntered) }
        guard let first = batch.repeated[form] else { return nil }
        let origin = batch.origins[first]
        return .skipped(.readAlready(file: batch.files[origin.file], row: origin.row))
    }

    /// Why a form does not go into a folder that is there; `nil` when it does.
    private static func unfit(
        _ batch: FormBatch,
        _ form: Int,
        _ request: ImportRequest,
        _ target: ExistingTarget
    ) -> Action? {
        let station = batch.stations[form]
        let regions = target.election.regions
        guard let position = regions.position(of: station) else {
            guard regions[station.village] != nil else { return .skipped(.villageUnknown) }
            return request.addsStations ? nil : .skipped(.stationUnknown)
        }
        let has = target.election.has(request.source.ballot, atStation: position)
        return has ? nil : .skipped(.ballotNotAtStation)
    }
}
