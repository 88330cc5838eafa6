extension ElectionState {
    /// The audits of a plenary, in the order in which dice were thrown.
    public func audits(of plenary: Int) -> [PlenaryAudit] { audits.filter { $0.plenary == plenary } }

    /// Folds what is done about an audit into the state.
    mutating func applyOfAudit(_ act: AuditAct, by author: Author) throws(ActFault) {
        do throws(AuditFault) {
            switch act {
            case .drawn(let act): try draw(act)
            case .read(let act): try read(act, by: author)
            }
        } catch {
            throw .audit(act.plenary, error)
        }
    }

    private mutating func draw(_ act: AuditDrawn) throws(AuditFault) {
        guard let plenary = plenaries[act.plenary], plenary.stage == .opened,
            plenary.call.ballots.contains(act.ballot)
        else { throw .plenary }
        guard !audits.contains(where: { $0.plenary == act.plenary && $0.ballot == act.ballot }) else {
            throw .drawnAlready
        }
        let manifest = manifest(of: act.ballot, in: plenary.region)
        guard (1...max(1, manifest.lines.count)).contains(act.size), !manifest.lines.isEmpty else {
            throw .size(forms: manifest.lines.count)
        }
        audits.append(
            PlenaryAudit(
                plenary: act.plenary,
                ballot: act.ballot,
                seed: act.seed,
                size: act.size,
                manifest: manifest
            )
        )
    }

    private mutating func read(_ act: AuditRead, by author: Author) throws(AuditFault) {
        let found = audits.firstIndex { $0.plenary == act.plenary && $0.ballot == act.form.ballot }
        guard let place = found else { throw .notDrawn }
        guard plenaries[act.plenary]?.stage != .abandoned else { throw .plenary }
        guard audits[place].manifest.lines.contains(where: { $0.form == act.form }) else {
            throw .notInManifest(act.form)
        }
        guard audits[place].readings[act.form] == nil else { throw .readAlready(act.form) }
        let fields = act.figures.map(\.field)
        guard !fields.isEmpty, Set(fields).count == fields.count,
            Set(fields).isSubset(of: contest(act.form.ballot)?.countedFields ?? [])
        else { throw .fields }
        if author != .unknown, work(on: act.form)?.involves(author.account) == true {
            throw .samePerson(act.form)
        }
        audits[place].readings[act.form] = act.figures
    }

    /// The forms of a ballot that count in a region, and so may be drawn.
    ///
    /// - Complexity: O(stations of the region).
    func manifest(of ballot: Ballot, in region: RegionCode) -> AuditManifest {
        guard let regions = setUp?.regions, let contest = contest(ballot) else {
            return AuditManifest(lines: [], stationsWithoutForm: 0)
        }
        var (lines, missing) = ([AuditManifest.Line](), 0)
        for station in regions.stationPositions(in: region) where hasBallot(ballot, atStation: station) {
            guard let version = contest.inForce(station) else {
                missing += 1
                continue
            }
            lines.append(AuditManifest.Line(form: FormKey(ballot, regions.stations[station], version)))
        }
        return AuditManifest(lines: lines, stationsWithoutForm: missing)
    }

    /// The figures of a form that counts, by field; none where there is no such form.
    ///
    /// - Complexity: O(fields).
    public func countedFigures(of form: FormKey) -> [Field: Int?] {
        guard let contest = contest(form.ballot), let station = position(of: form.station),
            let cells = contest.countedCells(station, form.version)
        else { return [:] }
        return Dictionary(
            zip(contest.countedFields, cells.map { $0 == FormTable.missing ? nil : Int($0) })
        ) { first, _ in first }
    }
}
