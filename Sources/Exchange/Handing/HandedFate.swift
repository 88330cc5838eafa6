public import Elections

/// What will become of a form of a file for whoever hands it in.
public enum HandedFate: Hashable, Sendable {
    /// It is added.
    case adds
    /// It is added once somebody says that the file says so: its own figures do not pass these checks.
    case confirms([FormFinding])
    /// It is left out.
    case skips(Reason)

    /// Why a form is left out.
    public enum Reason: Hashable, Sendable {
        /// The register does not have the station.
        case stationUnknown
        /// The station lies where whoever hands in has no mandate.
        case outsideArea
        /// The station does not have the ballot.
        case ballotNotAtStation
        /// No figure is entered on it.
        case nothingEntered
        /// An earlier row of the file says the same.
        case repeated(row: Int?)
        /// It has a figure for a field that the form of that station does not have.
        case notOnForm(Field)
        /// It is of a vote or count that was not ordered and held at the station.
        case notHeld
        /// Whoever hands in has typed it.
        case typedBefore
        /// It is accepted already.
        case accepted
        /// It has been taken into this reading from the same file.
        case takenBefore
        /// It does not wait for whoever hands in; of what others did, no more is told.
        case notWaiting
    }

    /// The codes that must be confirmed before it is added.
    public var codes: [String] {
        if case .confirms(let findings) = self { findings.codes(from: .soft) } else { [] }
    }
}

extension HandedForms {
    /// What will become of each form as somebody's entry: as if they typed it.
    ///
    /// Nothing of it depends on what others typed of a form that is not accepted, but whether it waits for this
    /// account.
    ///
    /// - Parameters:
    ///   - account: Who hands in.
    ///   - state: What the office knows.
    ///   - reaches: Whether they may type forms of a village.
    /// - Returns: A fate per form.
    /// - Throws: ``ActFault`` when the desk is not open.
    /// - Complexity: O(forms × fields).
    public func fates(
        asEntryOf account: String,
        in state: ElectionState,
        reaches: (RegionCode) -> Bool
    ) throws(ActFault) -> [HandedFate] {
        var layouts: [RegionCode: Set<Field>] = [:]
        let reasons = forms.map { form -> HandedFate.Reason? in
            if let reason = unfit(form, in: state, reaches: reaches) { return reason }
            guard state.isHeld(form.key) else { return .notHeld }
            let village = form.key.station.village
            let layout = layouts[village] ?? Set(state.fields(of: form.key))
            layouts[village] = layout
            let stranger = zip(fields, form.figures).first { $1 != nil && !layout.contains($0) }
            if let (field, _) = stranger { return .notOnForm(field) }
            guard let work = state.work(on: form.key) else {
                return state.acceptedFigures(of: form.key) == nil ? nil : .accepted
            }
            // First, and whatever became of it: what others did since must not show.
            if work.entries.contains(where: { $0.account == account }) { return .typedBefore }
            if work.stage == .accepted { return .accepted }
            return work.stage == .typing && work.accepts(typist: account) ? nil : .notWaiting
        }
        let wanted = forms.indices.filter { reasons[$0] == nil }
        let findings = try state.findings(ofEach: wanted.map { (forms[$0].key, forms[$0].figures) })
        var found = Dictionary(uniqueKeysWithValues: zip(wanted, findings))
        return forms.indices.map { place in
            if let reason = reasons[place] { return .skips(reason) }
            let open = (found.removeValue(forKey: place) ?? []).filter { $0.severity >= .soft }
            return open.isEmpty ? .adds : .confirms(open)
        }
    }

    /// What will become of each form in a reading that is held beside the office's.
    public func fates(asReadingBy source: ComparisonSource, in state: ElectionState) -> [HandedFate] {
        let id = ComparisonReading.id(of: digest, by: source)
        return forms.map { form in
            if let reason = unfit(form, in: state, reaches: { _ in true }) { return .skips(reason) }
            return state.has(form.key, inReading: id) ? .skips(.takenBefore) : .adds
        }
    }

    private func unfit(
        _ form: Form,
        in state: ElectionState,
        reaches: (RegionCode) -> Bool
    ) -> HandedFate.Reason? {
        guard let station = state.position(of: form.key.station) else { return .stationUnknown }
        guard reaches(form.key.station.village) else { return .outsideArea }
        guard state.hasBallot(ballot, atStation: station) else { return .ballotNotAtStation }
        guard form.isFilled else { return .nothingEntered }
        return form.repeats.map { .repeated(row: forms[$0].row) }
    }
}
