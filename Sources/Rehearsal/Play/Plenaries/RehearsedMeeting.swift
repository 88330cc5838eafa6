import Elections

/// A plenary in which the commission decides: it is called, attended, opened, decides one after the other, is closed.
struct RehearsedMeeting: Sendable {
    typealias Step = (account: String, act: Act, name: String)

    let election: Election
    /// What it is about; no two meetings of a rehearsal have the same.
    let agenda: String
    /// The number of the invitation.
    let invitation: String
    let venue: String
    let date: CalendarDate
    /// What it decides, in its order; numbered from 1.
    let motions: [OfficeDecision]

    /// The plenary, once it was called.
    func plenary(in office: ElectionState) -> Plenary? {
        office.plenaries.all.first { $0.call.subject == .decision && $0.call.agenda == agenda }
    }

    /// What is done next in it; `nil` once it is closed.
    func step(in office: ElectionState) -> Step? {
        func step(_ act: PlenaryAct, _ name: String) -> Step { (People.chair, .plenary(act), name) }
        guard let plenary = plenary(in: office) else {
            let call = PlenaryCalled(
                number: office.plenaries.all.count + 1,
                .decision,
                of: election.place,
                invitation: invitation,
                agenda: agenda,
                venue: venue,
                date: date,
                members: People.bodySize
            )
            return step(.called(call), "called")
        }
        let body = People.body(of: election.place)
        switch plenary.stage {
        case .called:
            let number = plenary.attendees.count + 1
            guard number <= body.count else { return step(.opened(PlenaryStep(plenary.number)), "opened") }
            let mandate = office.organisation.mandates.first { $0.account == body[number - 1] }
            let attendee = Attendee(number: number, number == 1 ? .chair : .member, mandate: mandate?.number)
            return step(
                .attended(PlenaryAttended(plenary: plenary.number, attendee: attendee)),
                "attended-\(number)"
            )
        case .opened where plenary.decisions.count < motions.count:
            let decision = motions[plenary.decisions.count]
            return step(
                .decided(DecisionTaken(plenary: plenary.number, decision)),
                "decided-\(decision.number)"
            )
        case .opened: return step(.closed(PlenaryStep(plenary.number)), "closed")
        case .closed, .certified, .abandoned: return nil
        }
    }
}
