import Elections

extension RehearsedPlenary {
    /// What is tried before a step and must be refused: everything in the first plenary and in those above the
    /// subdistricts, one thing now and then elsewhere.
    func forbidden(before step: Step, in office: ElectionState) -> [Forbidden] {
        var dice = Dice(plan.seed, "forbidden \(region) \(step.name)")
        let isThorough = place == 0 || region.tier != .subdistrict
        guard isThorough || dice.happens(120) else { return [] }
        guard let plenary = plenary(in: office) else { return abandoned(in: office).map(givenUp) ?? [] }
        let all = tries(before: step.act, plenary, in: office)
        return isThorough ? all : dice.pick(all).map { [$0] } ?? []
    }

    private func tries(before act: PlenaryAct, _ plenary: Plenary, in office: ElectionState) -> [Forbidden] {
        switch act {
        case .attended(let act) where act.attendee.number == 3: [withoutQuorum(plenary), foreign(plenary)]
        case .opened: [signedEarly(plenary)]
        case .read: unread(plenary, in: office)
        case .objected(let act): [absent(act.objection, plenary)] + voiceless(act.objection, plenary)
        case .answered(let act): own(act, plenary) + [unanswered(plenary, in: office)]
        case .corrected(let act): corrections(act.correction, plenary)
        case .closed: left(plenary) + [called(in: plenary, office)]
        case .signed: signatures(plenary)
        case .certified(let step):
            plenary.signatures.first.map { first in
                [
                    refused(
                        .signedTwice,
                        holder,
                        .signed(PlenarySigned(plenary: step.plenary, attendee: first.attendee)),
                        .signedAlready(first.attendee)
                    )
                ]
            } ?? []
        default: []
        }
    }

    /// What was given up is opened again.
    private func givenUp(_ plenary: Plenary) -> [Forbidden] {
        [refused(.givenUp, holder, .opened(PlenaryStep(plenary.number)), .stage(.abandoned))]
    }

    private func withoutQuorum(_ plenary: Plenary) -> Forbidden {
        let needed = Quorum.attending(plenary.call.members)
        return refused(
            .quorum,
            holder,
            .opened(PlenaryStep(plenary.number)),
            .quorum(present: plenary.membersPresent, needed: needed)
        )
    }

    /// The supervisor of the counting desk opens a plenary.
    private func foreign(_ plenary: Plenary) -> Forbidden {
        notPermitted(.stranger, People.supervisor, .opened(PlenaryStep(plenary.number)))
    }

    private func signedEarly(_ plenary: Plenary) -> Forbidden {
        refused(
            .unsigned,
            holder,
            .signed(PlenarySigned(plenary: plenary.number, attendee: 1)),
            .stage(.called)
        )
    }

    /// It is closed while columns are not read; one is read twice; a form that was read is taken back.
    private func unread(_ plenary: Plenary, in office: ElectionState) -> [Forbidden] {
        var tries: [Forbidden] = []
        let open = script.ballots.lazy.map { ballot in
            let read = plenary.read[ballot] ?? [:]
            return (ballot: ballot, units: office.units(of: region, ballot).filter { read[$0] == nil })
        }.first { !$0.units.isEmpty }
        if let open {
            let fault = PlenaryFault.unreadUnits(open.ballot, open.units.count, open.units[0])
            tries.append(closed(.unread, plenary, in: office, fault))
        }
        guard let last = plenary.last else { return tries }
        tries.append(
            refused(
                .readTwice,
                holder,
                .read(UnitsRead(plenary: plenary.number, last.ballot, [last.unit])),
                .readAlready(last.ballot, last.unit)
            )
        )
        if case .station(let station) = last.unit,
            case .form(let version)? = plenary.read[last.ballot]?[last.unit]?.edition
        {
            let form = FormKey(last.ballot, station, version)
            let step = FormStep(form, reason: "mau saya", seen: office.work(on: form)?.steps ?? 0)
            tries.append(
                Forbidden(
                    kind: .formRead,
                    account: People.supervisor,
                    command: .perform(.formReopened(step)),
                    answer: .fault(.plenary(plenary.number, .formRead(form, plenary: plenary.number)))
                )
            )
        }
        return tries
    }

    /// Somebody objects who is not in the attendance list.
    private func absent(_ objection: Objection, _ plenary: Plenary) -> Forbidden {
        let number = plenary.attendees.count + 1
        return refused(
            .absent,
            holder,
            .objected(
                ObjectionRaised(
                    plenary: plenary.number,
                    Objection(number: objection.number, by: number, objection.ballot, claim: objection.claim)
                )
            ),
            .noAttendee(number)
        )
    }

    /// Somebody objects who has no voice, or for another.
    private func voiceless(_ objection: Objection, _ plenary: Plenary) -> [Forbidden] {
        guard let observer = plenary.present.first(where: { plenary.attendees[$0 - 1].capacity == .observer })
        else { return [] }
        let silent = Objection(
            number: objection.number,
            by: observer,
            objection.ballot,
            claim: objection.claim
        )
        let act = PlenaryAct.objected(ObjectionRaised(plenary: plenary.number, silent))
        return [refused(.voiceless, holder, act, .noVoice(observer)), notPermitted(.stranger, "nobody", act)]
    }

    /// Who objected answers, and what cannot be deferred is.
    private func own(_ act: ObjectionAnswered, _ plenary: Plenary) -> [Forbidden] {
        let objection = plenary.objections[act.objection - 1]
        let account = script.guests[objection.attendee - 1].account
        var tries: [Forbidden] = []
        if let account, account != holder {
            tries.append(notPermitted(.ownObjection, account, .answered(act)))
        }
        if objection.ballot.highestTier == region.tier {
            let deferral = ObjectionAnswered(
                plenary: plenary.number,
                objection: act.objection,
                .deferred,
                reason: "mau saya"
            )
            tries.append(refused(.lastTier, holder, .answered(deferral), .lastTier(objection.ballot)))
        }
        return tries
    }

    /// It is closed while an objection has no answer, or an objection is answered that nobody raised.
    private func unanswered(_ plenary: Plenary, in office: ElectionState) -> Forbidden {
        let isRead = script.ballots.allSatisfy { ballot in
            plenary.readCount(ballot) == office.units(of: region, ballot).count
        }
        if isRead { return closed(.unanswered, plenary, in: office, .unanswered(plenary.unanswered)) }
        let number = plenary.objections.count + 1
        let answer = ObjectionAnswered(
            plenary: plenary.number,
            objection: number,
            .rejected,
            reason: "mau saya"
        )
        return refused(.unanswered, holder, .answered(answer), .noObjection(number))
    }

    /// It is closed: what was deferred below is asked for before anything else.
    private func closed(
        _ kind: Forbidden.Kind,
        _ plenary: Plenary,
        in office: ElectionState,
        _ fault: PlenaryFault
    ) -> Forbidden {
        let below = office.plenaries.deferred(to: region, script.ballots).first
        return refused(
            kind,
            holder,
            .closed(PlenaryStep(plenary.number)),
            below.map { .deferredBelow(plenary: $0.plenary, objection: $0.objection) } ?? fault
        )
    }

    /// A correction without the chair's initials, and one of a figure that does not stand there.
    private func corrections(_ correction: Correction, _ plenary: Plenary) -> [Forbidden] {
        func made(_ changes: [Correction.Change], _ initials: [Int]) -> PlenaryAct {
            .corrected(
                FiguresCorrected(
                    plenary: plenary.number,
                    Correction(
                        correction.ballot,
                        correction.unit,
                        changes,
                        reason: correction.reason,
                        basis: correction.basis,
                        initials: initials,
                        objection: correction.objection
                    )
                )
            )
        }
        let others = plenary.present.filter { $0 != plenary.chair }.sorted().prefix(1)
        let change = correction.changes[0]
        let wrong = Correction.Change(change.field, from: (change.old ?? 0) + 1, to: change.new + 1)
        return [
            refused(.initials, holder, made(correction.changes, Array(others)), .initials),
            refused(
                .otherFigure,
                holder,
                made([wrong], correction.initials),
                .otherFigure(change.field, standing: change.old)
            ),
        ]
    }

    /// Who left objects.
    private func left(_ plenary: Plenary) -> [Forbidden] {
        guard let number = lastWitness, plenary.stage == .opened, !plenary.present.contains(number),
            plenary.attendees.count >= number, let account = script.guests[number - 1].account
        else { return [] }
        let objection = Objection(
            number: plenary.objections.count + 1,
            by: number,
            plenary.attendees[number - 1].ballots[0],
            claim: "mau saya"
        )
        let act = PlenaryAct.objected(ObjectionRaised(plenary: plenary.number, objection))
        return [refused(.absent, account, act, .absent(number))]
    }

    /// The same figures come on another table.
    private func called(in plenary: Plenary, _ office: ElectionState) -> Forbidden {
        let number = office.plenaries.all.count + 1
        let call = PlenaryCalled(
            number: number,
            of: region,
            ballots: script.ballots,
            invitation: plenary.call.invitation,
            agenda: plenary.call.agenda,
            venue: plenary.call.venue,
            date: plenary.call.date,
            members: plenary.call.members
        )
        return Forbidden(
            kind: .calledTwice,
            account: holder,
            command: .perform(.plenary(.called(call))),
            answer: .fault(
                .plenary(number, .needsGround(script.ballots[0], region, plenary: plenary.number))
            )
        )
    }

    /// Certificates before everybody was asked; a figure is corrected once it is closed.
    private func signatures(_ plenary: Plenary) -> [Forbidden] {
        let step = PlenaryStep(plenary.number)
        return [
            refused(.unsigned, holder, .certified(step), .unsigned(plenary.unsigned)),
            refused(
                .closed,
                holder,
                .noted(EventNoted(plenary: plenary.number, "mau saya")),
                .stage(.closed)
            ),
        ]
    }

    private func refused(
        _ kind: Forbidden.Kind,
        _ account: String,
        _ act: PlenaryAct,
        _ fault: PlenaryFault
    ) -> Forbidden {
        Forbidden(
            kind: kind,
            account: account,
            command: .perform(.plenary(act)),
            answer: .fault(.plenary(act.plenary, fault))
        )
    }

    private func notPermitted(_ kind: Forbidden.Kind, _ account: String, _ act: PlenaryAct) -> Forbidden {
        Forbidden(kind: kind, account: account, command: .perform(.plenary(act)), answer: .notPermitted)
    }
}
