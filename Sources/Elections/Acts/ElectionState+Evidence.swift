extension ElectionState {
    /// What was handed in of a station, in the order in which it came; withdrawn pieces too.
    public func evidence(of station: StationCode) -> [EvidencePiece] {
        setUp?.regions.position(of: station).map { evidence.pieces(ofStation: $0) } ?? []
    }

    /// What was handed in of a form, in the order in which it came; withdrawn pieces too.
    public func evidence(of form: FormKey) -> [EvidencePiece] {
        evidence(of: form.station).filter { $0.label.place.form == form }
    }

    /// Checks that such a page may be handed in, as far as that can be said before anybody sends it.
    ///
    /// - Throws: ``ActFault`` with the first reason why not.
    public func check(_ label: EvidenceLabel) throws(ActFault) {
        guard let setUp else { throw .notSetUp }
        _ = try position(of: label, setUp)
    }

    private func position(of label: EvidenceLabel, _ setUp: SetUp) throws(ActFault) -> Int {
        guard label.page.standing != .refused else { throw .pageRefused(label.page) }
        guard label.page.isOfBallot == (label.place.ballot != nil) else { throw .pagePlace(label.page) }
        guard (1...EvidenceLabel.mostPages).contains(label.number) else { throw .pageNumber }
        return try position(of: label.place, setUp)
    }

    private func position(of place: EvidencePlace, _ setUp: SetUp) throws(ActFault) -> Int {
        guard let station = setUp.regions.position(of: place.station) else {
            throw .unknownStation(place.station)
        }
        if let ballot = place.ballot {
            guard contest(ballot) != nil else { throw .noContest(ballot) }
            if setUp.limitedBallots[station]?.contains(ballot) == false {
                throw .ballotNotAtStation(ballot, place.station)
            }
        }
        return station
    }

    /// Folds an act about evidence into the state: as the journal holds it, or as it was published.
    mutating func applyOfEvidence(_ act: Act, _ setUp: SetUp, by author: Author) throws(ActFault) {
        switch act {
        case .evidenceAdded(let act):
            let station = try position(of: act.label, setUp)
            guard act.copy == nil || act.label.page.standing == .published else {
                throw .pageNotPublished(act.label.page)
            }
            guard act.isWhole else { throw .evidenceIncomplete }
            try evidence.add(act, station, stations: setUp.regions.stations.count, by: author)
        case .evidenceWithdrawn(let act):
            try Organisation.check(act.reason)
            _ = try position(of: act.place, setUp)
            try evidence.withdraw(act, by: author)
        case .evidenceFlagged(let act): try evidence.note(act)
        default: break
        }
    }

    /// Whoever asks says all of it: what is left out in the public record is not left out in the journal.
    func checkWhole(_ act: Act) throws(ActFault) {
        switch act {
        case .evidenceAdded(let act) where act.kept == nil: throw .evidenceIncomplete
        case .evidenceWithdrawn(let act) where act.original == nil: throw .noEvidence
        case .candidacy(.published(let act)): try checkSubmitted(act)
        default: break
        }
    }
}

extension EvidenceAdded {
    /// Whether it names what such a piece has: a picture its miniature and, where it is published, its copy; a
    /// document neither.
    fileprivate var isWhole: Bool {
        guard copy?.kind != .pdf else { return false }
        guard let kept else { return copy != nil }
        guard kept.original.kind != .pdf else {
            return copy == nil && kept.miniature == nil && kept.fingerprint == nil && !isFaulty
        }
        return kept.miniature?.kind == .jpeg && kept.fingerprint != nil
            && (copy != nil) == (label.page.standing == .published)
    }
}

extension Act {
    /// Where the evidence belongs that it is about; `nil` for every other act.
    var evidencePlace: EvidencePlace? {
        switch self {
        case .evidenceAdded(let act): act.label.place
        case .evidenceWithdrawn(let act): act.place
        default: nil
        }
    }
}
