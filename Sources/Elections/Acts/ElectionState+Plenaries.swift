extension ElectionState {
    /// Folds what is done in plenaries into the state.
    mutating func applyOfPlenary(_ act: PlenaryAct, _ setUp: SetUp, by author: Author) throws(ActFault) {
        for text in act.texts { try Organisation.check(text) }
        do throws(PlenaryFault) {
            if case .called(let call) = act {
                try check(call, setUp)
                return try plenaries.call(call, at: author.time)
            }
            guard let plenary = plenaries[act.plenary] else {
                throw .number(next: plenaries.all.count + 1)
            }
            try checkPerson(act, plenary, by: author)
            let state = self
            try plenaries.change(act.plenary) { (plenary) throws(PlenaryFault) in
                try state.fold(act, into: &plenary, by: author)
            }
        } catch {
            throw .plenary(act.plenary, error)
        }
    }

    private func fold(
        _ act: PlenaryAct,
        into plenary: inout Plenary,
        by author: Author
    ) throws(PlenaryFault) {
        let time = author.time
        switch act {
        case .called: break
        case .opened:
            try checkLast(plenary)
            try plenary.open(at: time)
        case .attended(let act):
            // A party's number on one ballot is a pair's on another.
            let names = act.attendee.ballots.map { name(of: act.attendee.contestant, on: $0) }
            guard !names.contains(nil), Set(names).count <= 1 else {
                throw .mandate(act.attendee.capacity)
            }
            try plenary.attend(act.attendee)
        case .left(let act): try plenary.leave(act.attendee)
        case .read(let act):
            guard !act.units.isEmpty else { throw .fields }
            for unit in act.units {
                try checkUnit(unit, act.ballot, in: plenary)
                guard let edition = edition(unit, act.ballot) else { throw .notReady(act.ballot, unit) }
                try plenary.read(act.ballot, unit, edition)
            }
        case .objected(let act):
            if let unit = act.objection.unit { try checkUnit(unit, act.objection.ballot, in: plenary) }
            if let field = act.objection.field {
                guard contest(act.objection.ballot)?.countedFields.contains(field) == true else {
                    throw .fields
                }
            }
            if let key = act.objection.deferred {
                guard plenaries.deferred(to: plenary.region, [act.objection.ballot]).contains(key) else {
                    throw .noObjection(key.objection)
                }
            }
            try plenary.object(act.objection)
        case .answered(let act):
            let tier = plenary.region.tier
            try plenary.answer(act.objection, act.answer) { isLastTier(tier, of: $0) }
        case .corrected(let act):
            let (ballot, unit) = (act.correction.ballot, act.correction.unit)
            try checkUnit(unit, ballot, in: plenary)
            let column = column(unit, ballot, in: plenary)
            let fields = contest(ballot)?.countedFields ?? []
            try plenary.correct(act.correction, entry: author.entry, at: time) { field in
                guard let column, let place = fields.firstIndex(of: field) else { return nil }
                return .some(column[place] == FormTable.missing ? nil : Int(column[place]))
            }
        case .noted(let act):
            if let ballot = act.ballot, !plenary.call.ballots.contains(ballot) {
                throw .ballotNotHere(ballot, plenary.region)
            }
            try plenary.note(Plenary.Event(text: act.text, ballot: act.ballot, time: time))
        case .closed:
            try checkDeferred(plenary)
            let region = plenary.region
            try plenary.close(
                at: time,
                units: { units(of: region, $0) },
                isCurrent: { edition($1, $0) == $2 }
            )
            // What cannot be certified must be known while it can still be corrected.
            for ballot in plenary.call.ballots { _ = try figures(of: plenary, ballot) }
        case .signed(let act):
            try checkLast(plenary)
            try plenary.sign(Plenary.Signature(attendee: act.attendee, refusal: act.refusal))
        case .certified:
            try checkLast(plenary)
            try checkDeferred(plenary)
            for ballot in plenary.call.ballots {
                for (unit, reading) in plenary.read[ballot] ?? [:] {
                    guard edition(unit, ballot) == reading.edition else { throw .unread(ballot, unit) }
                }
            }
            try plenary.certify(at: time)
        case .decided(let act): try plenary.decide(act.decision)
        case .abandoned(let act): try plenary.abandon(act.reason, at: time)
        }
    }

    /// What was deferred to it is taken up.
    private func checkDeferred(_ plenary: Plenary) throws(PlenaryFault) {
        if let first = plenaries.deferred(to: plenary.region, plenary.call.ballots).first {
            throw .deferredBelow(plenary: first.plenary, objection: first.objection)
        }
    }

    /// A plenary that another one took the place of goes no further.
    private func checkLast(_ plenary: Plenary) throws(PlenaryFault) {
        for ballot in plenary.call.ballots {
            if let last = plenaries.last(of: plenary.region, ballot), last.number != plenary.number {
                throw .replaced(by: last.number)
            }
        }
    }

    private func name(of contestant: Int?, on ballot: Ballot) -> String? {
        contest(ballot)?.contestants.first { $0.number == contestant }?.name
    }

    private func check(_ call: PlenaryCalled, _ setUp: SetUp) throws(PlenaryFault) {
        guard setUp.regions[call.region] != nil, call.region.tier != .village else {
            throw .tier(call.region)
        }
        guard [3, 5, 7].contains(call.members) else { throw .members }
        guard (call.subject == .recapitulation) == !call.ballots.isEmpty,
            Set(call.ballots).count == call.ballots.count
        else { throw .ballots }
        var isLater = false
        for ballot in call.ballots {
            guard let contest = contest(ballot), ballot.reaches(call.region.tier),
                !units(of: call.region, ballot).isEmpty
            else { throw .ballotNotHere(ballot, call.region) }
            let last = plenaries.last(of: call.region, ballot)
            let isCertified = contest.certified?.row(of: call.region) != nil
            guard last != nil || isCertified else { continue }
            isLater = true
            // One that is being held is closed first. One that was closed may never be certified: a form that it read
            // can have been superseded since.
            let isOver = last.map { $0.stage != .opened } ?? true
            guard call.ground != nil, isOver else {
                throw .needsGround(ballot, call.region, plenary: last?.number ?? 0)
            }
        }
        guard isLater || call.ground == nil else { throw .noGround }
    }

    /// What whoever asks may say for others, and what the mandate they showed gives.
    private func checkPerson(
        _ act: PlenaryAct,
        _ plenary: Plenary,
        by author: Author
    ) throws(PlenaryFault) {
        // Of what is read outside a journal nobody knows the people.
        guard author != .unknown else { return }
        switch act {
        case .attended(let act):
            let roles = Attendee.roles(act.attendee.capacity, plenary.region.tier)
            guard !roles.isEmpty else { return }
            guard let number = act.attendee.mandate,
                let mandate = organisation.mandates.first(where: { $0.number == number }),
                organisation.mandates(of: mandate.account, at: author.time).contains(mandate),
                roles.contains(mandate.role), mandate.covers(plenary.region),
                mandate.contestant == act.attendee.contestant
            else { throw .mandate(act.attendee.capacity) }
            // Nobody is two people in a room, whatever mandates they have.
            let same = plenary.present.first { account(of: $0, in: plenary) == mandate.account }
            if let same { throw .attendsAlready(same) }
        case .objected(let act):
            if act.objection.deferred != nil {
                guard
                    organisation.accounts[author.account] == nil
                        || organisation.may(author.account, .holdPlenaries, at: plenary.region, author.time)
                else { throw .samePerson }
            }
            guard let speaker = account(of: act.objection.attendee, in: plenary) else { return }
            let records = organisation.may(author.account, .holdPlenaries, at: plenary.region, author.time)
            let isKnown = organisation.accounts[author.account] != nil
            guard speaker == author.account || records || !isKnown else { throw .samePerson }
        case .answered(let act):
            guard plenary.objections.indices.contains(act.objection - 1) else { return }
            guard objector(plenary.objections[act.objection - 1], in: plenary) != author.account else {
                throw .samePerson
            }
        default: break
        }
    }

    /// Who objected: of what was deferred below, who did so there.
    private func objector(_ objection: Objection, in plenary: Plenary) -> String? {
        guard let key = objection.deferred else { return account(of: objection.attendee, in: plenary) }
        guard let below = plenaries[key.plenary], below.objections.indices.contains(key.objection - 1) else {
            return nil
        }
        return objector(below.objections[key.objection - 1], in: below)
    }

    /// Whose mandate somebody showed; `nil` where none was needed.
    private func account(of attendee: Int, in plenary: Plenary) -> String? {
        guard plenary.attendees.indices.contains(attendee - 1),
            let number = plenary.attendees[attendee - 1].mandate
        else { return nil }
        return organisation.mandates.first { $0.number == number }?.account
    }
}

// MARK: - The table of a plenary

extension ElectionState {
    /// The units of a region's table on a ballot: stations of a subdistrict, or the regions right below.
    ///
    /// - Complexity: O(stations of the region).
    public func units(of region: RegionCode, _ ballot: Ballot) -> [CertifiedFigures.Place] {
        guard let regions = setUp?.regions else { return [] }
        if region.tier == .subdistrict {
            return regions.stationPositions(in: region).filter { hasBallot(ballot, atStation: $0) }.map {
                .station(regions.stations[$0])
            }
        }
        return regions.children(of: region).filter { child in
            regions.stationPositions(in: child.code).contains { hasBallot(ballot, atStation: $0) }
        }.map { .region($0.code) }
    }

    private func checkUnit(
        _ unit: CertifiedFigures.Place,
        _ ballot: Ballot,
        in plenary: Plenary
    ) throws(PlenaryFault) {
        guard plenary.call.ballots.contains(ballot) else { throw .ballotNotHere(ballot, plenary.region) }
        let isUnit =
            switch unit {
            case .station(let station):
                plenary.region.tier == .subdistrict && plenary.region.contains(station.village)
                    && (position(of: station).map { hasBallot(ballot, atStation: $0) } ?? false)
            case .region(let code):
                plenary.region.tier != .subdistrict && code.parent == plenary.region
                    && units(of: plenary.region, ballot).contains(unit)
            }
        guard isUnit else { throw .noUnit(unit) }
    }

    /// What stands for a unit now; `nil` while nothing does.
    public func edition(_ unit: CertifiedFigures.Place, _ ballot: Ballot) -> Plenary.Edition? {
        guard let contest = contest(ballot) else { return nil }
        switch unit {
        case .station(let station):
            guard let version = position(of: station).flatMap({ contest.inForce($0) }) else { return nil }
            // What was annulled is not read: the form of a vote that was held again must be there first.
            let isAnnulled = revotes.revotes(at: station).contains {
                $0.stage == .held && $0.ballots.contains(ballot) && version < $0.version
            }
            return isAnnulled ? nil : .form(version)
        case .region(let code):
            let count = contest.editions.count { $0.figures.row(of: code) != nil }
            return count > 0 ? .certificate(count) : nil
        }
    }

    /// The figures of a column as it was read, in the fields of the ballot, with what was corrected on it since.
    ///
    /// - Returns: `nil` where it was not read, or what was read is not there any more.
    /// - Complexity: O(fields + corrections).
    func column(_ unit: CertifiedFigures.Place, _ ballot: Ballot, in plenary: Plenary) -> [Int32]? {
        guard let contest = contest(ballot), let reading = plenary.read[ballot]?[unit],
            var cells = cells(unit, contest, reading.edition)
        else { return nil }
        let corrected = plenary.corrected(ballot, unit)
        guard !corrected.isEmpty else { return cells }
        for (place, field) in contest.countedFields.enumerated() {
            if let figure = corrected[field] { cells[place] = Int32(figure) }
        }
        return cells
    }

    private func cells(
        _ unit: CertifiedFigures.Place,
        _ contest: ContestState,
        _ edition: Plenary.Edition
    ) -> [Int32]? {
        switch (unit, edition) {
        case (.station(let station), .form(let version)):
            return position(of: station).flatMap { contest.countedCells($0, version) }
        case (.region(let code), .certificate(let number)):
            let editions = contest.editions.filter { $0.figures.row(of: code) != nil }
            guard editions.indices.contains(number - 1) else { return nil }
            let figures = editions[number - 1].figures
            guard let row = figures.row(of: code) else { return nil }
            return contest.countedFields.map {
                figures.forms[row, $0].map(Int32.init) ?? FormTable.missing
            }
        default: return nil
        }
    }

    /// The fields in which a ballot is added up, in the order of the form.
    public func countedFields(of ballot: Ballot) -> [Field] { contest(ballot)?.countedFields ?? [] }

    /// Whether a tier is the last one that a ballot's figures reach.
    func isLastTier(_ tier: RegionCode.Tier, of ballot: Ballot) -> Bool {
        ballot.highestTier == tier
    }

    /// The figures of a unit's column in a plenary, by field, in the order of the form; `nil` where none was read.
    public func figures(
        _ unit: CertifiedFigures.Place,
        _ ballot: Ballot,
        in plenary: Plenary
    ) -> [(field: Field, figure: Int?)]? {
        guard let contest = contest(ballot), let cells = column(unit, ballot, in: plenary) else { return nil }
        return zip(contest.countedFields, cells).map { ($0, $1 == FormTable.missing ? nil : Int($1)) }
    }

    /// What a plenary came to on a ballot: its region's figures, those of the villages of a subdistrict, and every
    /// column that it corrected.
    ///
    /// A figure is missing where any of its columns lacks it: missing is not zero.
    ///
    /// - Throws: ``PlenaryFault`` when a unit was not read, a figure is missing that must be certified, or a sum is
    ///   larger than a form has room for.
    /// - Complexity: O(units × fields).
    public func figures(of plenary: Plenary, _ ballot: Ballot) throws(PlenaryFault) -> CertifiedFigures {
        guard let setUp, let contest = contest(ballot) else {
            throw .ballotNotHere(ballot, plenary.region)
        }
        let fields = contest.countedFields
        let layout = FormFields(contest, setUp.law, fields)
        var forms = FormTable(fields: fields)
        var places: [CertifiedFigures.Place] = []
        func add(_ place: CertifiedFigures.Place, _ cells: [Int32]) {
            forms.append(cells: cells, rows: 1)
            places.append(place)
        }
        let corrected = plenary.correctedUnits(ballot)
        var whole = ColumnSum(fields.count)
        var village: (code: RegionCode, sum: ColumnSum)?
        func closeVillage() throws(PlenaryFault) {
            guard let done = village else { return }
            add(.region(done.code), try done.sum.cells(ballot))
            village = nil
        }
        for unit in units(of: plenary.region, ballot) {
            guard let cells = column(unit, ballot, in: plenary) else { throw .unread(ballot, unit) }
            let expected: [FormFields.Need]
            if case .station(let station) = unit {
                if let code = village?.code, code != station.village { try closeVillage() }
                if village == nil { village = (station.village, ColumnSum(fields.count)) }
                expected = layout.needs(of: station)
            } else {
                expected = layout.needsOfRegion
            }
            for place in fields.indices where cells[place] == FormTable.missing {
                if expected[place] == .must { throw .figureMissing(ballot, unit, fields[place]) }
            }
            whole.add(cells, expected)
            village?.sum.add(cells, expected)
            if corrected.contains(unit) { add(unit, cells) }
        }
        try closeVillage()
        add(.region(plenary.region), try whole.cells(ballot))
        return CertifiedFigures(forms: forms, places: places)
    }

    /// What follows once the certificates of a plenary are issued: its figures, ballot by ballot.
    func certificates(of plenary: Plenary) throws(ActFault) -> [Act] {
        var acts: [Act] = []
        for ballot in plenary.call.ballots {
            let figures: CertifiedFigures
            do throws(PlenaryFault) { figures = try self.figures(of: plenary, ballot) } catch {
                throw .plenary(plenary.number, error)
            }
            acts.append(
                .figuresCertified(
                    FiguresCertified(ballot: ballot, figures: figures, plenary: plenary.number)
                )
            )
        }
        return acts
    }

    /// Checks that figures are those the plenary came to which certified them.
    func checkCertified(_ act: FiguresCertified) throws(ActFault) {
        guard let number = act.plenary else { return }
        do throws(PlenaryFault) {
            guard let plenary = plenaries[number] else {
                throw .number(next: plenaries.all.count + 1)
            }
            guard plenary.stage == .certified else { throw .stage(plenary.stage) }
            guard plenary.call.ballots.contains(act.ballot) else {
                throw .ballotNotHere(act.ballot, plenary.region)
            }
            guard try figures(of: plenary, act.ballot) == act.figures else { throw .figures(act.ballot) }
        } catch {
            throw .plenary(number, error)
        }
    }

    /// Checks that no plenary has read a form which is to be taken out.
    func checkUnread(_ form: FormKey) throws(ActFault) {
        let plenary = plenaries.standing.last {
            $0.read[form.ballot]?[.station(form.station)]?.edition == .form(form.version)
        }
        if let plenary { throw .plenary(plenary.number, .formRead(form, plenary: plenary.number)) }
        // Also where the plenary was given up: what dice could draw is not retyped, nor thrown for anew.
        let audit = audits.last { audit in audit.manifest.lines.contains { $0.form == form } }
        if let audit { throw .audit(audit.plenary, .frozen(form)) }
    }

    /// Checks that no plenary has read another form of the same station and version.
    ///
    /// - Complexity: O(forms × plenaries) once there are any.
    func checkUnread(_ act: FormsTaken) throws(ActFault) {
        let standing = plenaries.standing
        guard !standing.isEmpty, contest(act.ballot)?.isComparison(act.reading) != true else { return }
        for village in act.villages {
            for form in village.forms {
                let station = StationCode(village: village.code, number: form.station)
                let plenary = standing.last {
                    $0.read[act.ballot]?[.station(station)]?.edition == .form(form.version)
                }
                guard let plenary else { continue }
                let key = FormKey(act.ballot, station, form.version)
                throw .plenary(plenary.number, .formRead(key, plenary: plenary.number))
            }
        }
    }
}

/// Which fields the forms of a ballot must, may or cannot hold, by district: a form has no room for candidates of
/// other districts.
private struct FormFields {
    enum Need {
        /// Votes, and what they add up to: no certificate leaves them out.
        case must
        /// Anything else on the form.
        case may
        /// A candidate who is not on the station's form.
        case cannot
    }

    private let byDistrict: [Int?: [Need]]
    private let contest: ContestState
    let needsOfRegion: [Need]

    init(_ contest: ContestState, _ law: Law, _ fields: [Field]) {
        self.contest = contest
        let layout = contest.layout(law)
        var byDistrict: [Int?: [Need]] = [:]
        for district in Set(contest.districtNumbers.map(Optional.some) + [nil]) {
            let known = Set(layout.fields(in: district))
            byDistrict[district] = fields.map { field in
                let isKnown = known.contains(field)
                if case .candidateVotes = field, !isKnown { return .cannot }
                return isKnown && (field.part == .votes || field.part == .validity) ? .must : .may
            }
        }
        self.byDistrict = byDistrict
        needsOfRegion = fields.map { field in
            if case .votes = field { .must } else { .may }
        }
    }

    func needs(of station: StationCode) -> [Need] {
        byDistrict[contest.district(of: station.village)] ?? needsOfRegion
    }
}

/// The sum of columns, field by field.
private struct ColumnSum {
    private var sums: [Int]
    private var isMissing: [Bool]
    private var isThere: [Bool]

    init(_ count: Int) {
        sums = Array(repeating: 0, count: count)
        isMissing = Array(repeating: false, count: count)
        isThere = isMissing
    }

    mutating func add(_ cells: [Int32], _ needs: [FormFields.Need]) {
        for place in cells.indices {
            if cells[place] != FormTable.missing {
                sums[place] += Int(cells[place])
                isThere[place] = true
            } else if needs[place] != .cannot {
                isMissing[place] = true
            }
        }
    }

    func cells(_ ballot: Ballot) throws(PlenaryFault) -> [Int32] {
        var cells: [Int32] = []
        cells.reserveCapacity(sums.count)
        for place in sums.indices {
            guard isThere[place], !isMissing[place] else {
                cells.append(FormTable.missing)
                continue
            }
            guard sums[place] <= FormTable.largest else { throw .tooLarge(ballot) }
            cells.append(Int32(sums[place]))
        }
        return cells
    }
}
