import Elections

extension RehearsedPlenary {
    /// Somebody objects to a figure that was read, or to how the plenary is held.
    func complaint(_ plenary: Plenary, in office: ElectionState) -> Step? {
        let raised = plenary.objections.count { $0.deferred == nil }
        guard raised < script.complaints.count else { return nil }
        let complaint = script.complaints[raised]
        if let unit = complaint.unit, plenary.read[complaint.ballot]?[unit] == nil { return nil }
        var dice = Dice(plan.seed, "objection \(region) \(raised)")
        let voices = plenary.present.sorted().filter { number in
            let attendee = plenary.attendees[number - 1]
            return attendee.capacity == .overseer || attendee.ballots.contains(complaint.ballot)
        }
        guard let number = dice.pick(voices), let account = script.guests[number - 1].account else {
            return nil
        }
        let objection: Objection
        let next = plenary.objections.count + 1
        if let unit = complaint.unit {
            let favoured = plenary.attendees[number - 1].contestant ?? anybody(on: complaint.ballot, &dice)
            let column = Column(office.figures(unit, complaint.ballot, in: plenary) ?? [])
            let more = dice.among(1...9)
            let votes = column[.votes(favoured)] ?? 0
            objection = Objection(
                number: next,
                by: number,
                complaint.ballot,
                unit,
                .votes(favoured),
                claimed: votes + max(1, min(more, column.room(beside: favoured))),
                claim: "\(RehearsedElection.mark) pada salinan kami angkanya lain",
                evidence: ["\(RehearsedElection.mark) salinan formulir saksi"]
            )
        } else {
            objection = Objection(
                number: next,
                by: number,
                complaint.ballot,
                claim: "\(RehearsedElection.mark) angka dibacakan terlalu cepat"
            )
        }
        let act = ObjectionRaised(plenary: plenary.number, objection)
        return (account, .objected(act), "objection-\(next)")
    }

    private func anybody(on ballot: Ballot, _ dice: inout Dice) -> Int {
        let numbers = election.contests.first { $0.ballot == ballot }?.contestants.map(\.number) ?? []
        return dice.pick(numbers) ?? 0
    }

    /// The chair takes up what a plenary below deferred, once everything is read.
    func deferred(_ plenary: Plenary, in office: ElectionState) -> Step? {
        guard let key = office.plenaries.deferred(to: region, script.ballots).first,
            let below = office.plenaries[key.plenary], let chair = plenary.chair
        else { return nil }
        let objection = below.objections[key.objection - 1]
        let unit = CertifiedFigures.Place.region(below.region)
        // What was claimed of a station is claimed of the subdistrict's sum.
        var claimed: Int?
        if let field = objection.field, let there = objection.unit, let wanted = objection.claimed {
            let standing = Column(office.figures(there, objection.ballot, in: below) ?? [])[field] ?? 0
            let sum = Column(office.figures(unit, objection.ballot, in: plenary) ?? [])[field] ?? 0
            // Another correction may have come nearer to it meanwhile.
            claimed = sum + max(1, wanted - standing)
        }
        let next = plenary.objections.count + 1
        let again = Objection(
            number: next,
            by: chair,
            objection.ballot,
            unit,
            claimed == nil ? nil : objection.field,
            claimed: claimed,
            claim: objection.claim,
            evidence: objection.evidence,
            deferred: key
        )
        return (holder, .objected(ObjectionRaised(plenary: plenary.number, again)), "objection-\(next)")
    }

    /// The body answers what was objected.
    func answer(_ plenary: Plenary) -> Step? {
        guard let number = plenary.unanswered.first else { return nil }
        let objection = plenary.objections[number - 1]
        let outcome: Objection.Outcome
        var dice = Dice(plan.seed, "answer \(region) \(number)")
        if objection.deferred == nil {
            outcome =
                script.complaints[plenary.objections[..<number].count { $0.deferred == nil } - 1].outcome
        } else {
            outcome = dice.happens(500) ? .accepted : .rejected
        }
        let act = ObjectionAnswered(
            plenary: plenary.number,
            objection: number,
            outcome,
            reason: "\(RehearsedElection.mark) \(reason(objection, outcome))",
            opinion: dice.happens(500) ? "\(RehearsedElection.mark) Panwaslu sependapat" : nil
        )
        return (holder, .answered(act), "answer-\(number)")
    }

    private func reason(_ objection: Objection, _ outcome: Objection.Outcome) -> String {
        let paper = objection.deferred == nil ? "C1 Plano" : "salinan Bawaslu"
        return switch outcome {
        case .accepted: "\(paper) menunjukkan angka yang sama dengan salinan saksi"
        case .rejected where objection.unit == nil: "tata cara sudah dijelaskan dan dijalankan"
        case .rejected: "\(paper) sama dengan yang dibacakan"
        case .deferred: "\(paper) tidak terbaca; diteruskan ke rapat di atasnya"
        }
    }

    /// A figure that was found wrong is struck out and written anew, with the initials of chair and objector.
    func correction(_ plenary: Plenary, in office: ElectionState) -> Step? {
        guard let objection = plenary.objections.first(where: plenary.awaitsCorrection),
            let unit = objection.unit,
            let field = objection.field, let claimed = objection.claimed, let chair = plenary.chair
        else { return nil }
        let column = Column(office.figures(unit, objection.ballot, in: plenary) ?? [])
        let correction = Correction(
            objection.ballot,
            unit,
            column.changes(field, to: claimed),
            reason: "\(RehearsedElection.mark) keberatan nomor \(objection.number) diterima",
            basis: "\(RehearsedElection.mark) \(objection.deferred == nil ? "C1 Plano" : "salinan Bawaslu")",
            initials: objection.attendee == chair ? [chair] : [chair, objection.attendee],
            objection: objection.number
        )
        let act = FiguresCorrected(plenary: plenary.number, correction)
        return (holder, .corrected(act), "correction-\(objection.number)")
    }
}

/// What stands in the column of a unit.
struct Column {
    private let figures: [Field: Int]

    init(_ figures: [(field: Field, figure: Int?)]) {
        var known: [Field: Int] = [:]
        for (field, figure) in figures { known[field] = figure }
        self.figures = known
    }

    subscript(field: Field) -> Int? { figures[field] }

    /// The other contestant with most votes, by number; `nil` where nobody else stands.
    private func largest(beside number: Int) -> Int? {
        let votes = figures.compactMap { field, figure -> (number: Int, votes: Int)? in
            if case .votes(let other) = field, other != number { (other, figure) } else { nil }
        }
        return votes.max { ($0.votes, $1.number) < ($1.votes, $0.number) }?.number
    }

    /// How many votes may be written to a contestant that stand beside the one with most others.
    func room(beside number: Int) -> Int {
        guard let other = largest(beside: number) else { return 0 }
        return min(self[.votes(other)] ?? 0, self[.partyVotes(other)] ?? .max)
    }

    /// Figures that change so that a contestant has so many votes, which another has less: sums stay as they are.
    func changes(_ field: Field, to claimed: Int) -> [Correction.Change] {
        guard case .votes(let number) = field else { return [] }
        let more = claimed - (self[field] ?? 0)
        var changes: [Correction.Change] = []
        func shift(_ contestant: Int, by votes: Int) {
            for field in [Field.votes(contestant), .partyVotes(contestant)] {
                guard let figure = self[field] else { continue }
                changes.append(Correction.Change(field, from: figure, to: figure + votes))
            }
        }
        shift(number, by: more)
        if let other = largest(beside: number), room(beside: number) >= more { shift(other, by: -more) }
        return changes
    }
}
