import Elections

/// A plenary as it is played: what is done next follows from its plan and from how far it is.
struct RehearsedPlenary {
    let plan: RehearsalPlan
    let election: Election
    let script: PlenaryPlan
    /// Its number among the plenaries that are rehearsed, from 0.
    let place: Int

    /// Somebody does something in it, under a name of its own.
    typealias Step = (account: String, act: PlenaryAct, name: String)

    var region: RegionCode { script.region }

    /// Who holds it.
    var holder: String { People.body(of: region)[0] }

    /// The plenary in the office; `nil` before it is called.
    func plenary(in office: ElectionState) -> Plenary? {
        script.ballots.first.flatMap { office.plenaries.last(of: region, $0) }
    }

    /// Whether its certificates are issued.
    func isOver(in office: ElectionState) -> Bool { plenary(in: office)?.stage == .certified }

    /// What somebody does next; `nil` once its certificates are issued.
    func next(in office: ElectionState) -> Turn? {
        guard let step = step(in: office) else { return nil }
        let number = step.act.plenary
        return Turn(
            step.account,
            .plenary(step.act),
            "plenary-\(number)-\(step.name)",
            forbidden: forbidden(before: step, in: office)
        )
    }

    private func step(in office: ElectionState) -> Step? {
        guard let plenary = plenary(in: office) else { return call(office.plenaries.all.count + 1) }
        let stage = PlenaryStep(plenary.number)
        switch plenary.stage {
        case .called:
            return arrival(plenary, in: office) ?? (holder, .opened(stage), "opened")
        case .opened:
            return abandonment(plenary, in: office) ?? answer(plenary) ?? correction(plenary, in: office)
                ?? event(plenary)
                ?? complaint(plenary, in: office) ?? reading(plenary, in: office)
                ?? deferred(plenary, in: office) ?? leaving(plenary) ?? (holder, .closed(stage), "closed")
        case .closed: return signature(plenary) ?? (holder, .certified(stage), "certified")
        case .certified, .abandoned: return nil
        }
    }

    private func call(_ number: Int) -> Step {
        let days =
            switch region.tier {
            case .subdistrict, .village: 11
            case .regency: 15
            case .province: 22
            }
        let call = PlenaryCalled(
            number: number,
            of: region,
            ballots: script.ballots,
            invitation: "\(RehearsedElection.mark) \(number)/UND",
            agenda: "Rekapitulasi hasil penghitungan suara",
            venue: "Aula",
            date: election.date.adding(days: days),
            members: People.bodySize
        )
        return (holder, .called(call), "called")
    }

    private func arrival(_ plenary: Plenary, in office: ElectionState) -> Step? {
        let number = plenary.attendees.count + 1
        guard number <= script.guests.count else { return nil }
        let guest = script.guests[number - 1]
        let mandate = office.organisation.mandates.first { $0.account == guest.account }
        let attendee = Attendee(
            number: number,
            guest.capacity,
            contestant: guest.contestant,
            ballots: guest.ballots,
            mandate: guest.account == nil ? nil : mandate?.number
        )
        let act = PlenaryAttended(plenary: plenary.number, attendee: attendee)
        return (holder, .attended(act), "attended-\(number)")
    }

    /// The next village of a ballot is read, or the next region.
    private func reading(_ plenary: Plenary, in office: ElectionState) -> Step? {
        for ballot in script.ballots {
            let read = plenary.read[ballot] ?? [:]
            let open = office.units(of: region, ballot).filter { read[$0] == nil }
            guard let first = open.first else { continue }
            let group = open.prefix { unit in
                if case .station(let one) = unit, case .station(let other) = first {
                    return one.village == other.village
                }
                return unit == first
            }
            let act = UnitsRead(plenary: plenary.number, ballot, Array(group))
            return (holder, .read(act), "read-\(ballot.rawValue)-\(read.count)")
        }
        return nil
    }

    /// The first plenary of all is given up once something was read in it, and held anew.
    private func abandonment(_ plenary: Plenary, in office: ElectionState) -> Step? {
        guard place == 0, plenary.last != nil, abandoned(in: office) == nil else { return nil }
        let reason = "\(RehearsedElection.mark) gedung kebanjiran"
        return (
            holder, .abandoned(PlenaryAbandoned(plenary: plenary.number, reason: reason)), "abandoned"
        )
    }

    /// The plenary of its region that was given up; `nil` where none was.
    func abandoned(in office: ElectionState) -> Plenary? {
        office.plenaries.all.first { $0.stage == .abandoned && $0.region == region }
    }

    private func event(_ plenary: Plenary) -> Step? {
        guard script.hasEvent, plenary.events.isEmpty, plenary.last != nil else { return nil }
        let text = "\(RehearsedElection.mark) listrik padam 20 menit; rapat dilanjutkan setelah menyala"
        return (holder, .noted(EventNoted(plenary: plenary.number, text)), "event-1")
    }

    /// A witness leaves before the end.
    private func leaving(_ plenary: Plenary) -> Step? {
        guard script.hasLeaver, let number = lastWitness, plenary.present.contains(number) else { return nil }
        return (holder, .left(PlenaryLeft(plenary: plenary.number, attendee: number)), "left-\(number)")
    }

    /// The number of the last witness who comes; `nil` where none does.
    var lastWitness: Int? {
        script.guests.lastIndex { $0.capacity == .witness }.map { $0 + 1 }
    }

    private func signature(_ plenary: Plenary) -> Step? {
        guard let number = plenary.unsigned.first else { return nil }
        let witnesses = plenary.present.filter { plenary.attendees[$0 - 1].capacity == .witness }
        let refuses = script.hasRefusal && number == witnesses.max()
        let act = PlenarySigned(
            plenary: plenary.number,
            attendee: number,
            refusal: refuses ? "\(RehearsedElection.mark) keberatan saya tidak diterima" : nil
        )
        return (holder, .signed(act), "signed-\(number)")
    }
}
