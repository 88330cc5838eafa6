import Elections
import Office
import TestSupport

/// One input of the fuzzer: any bytes are an act, an entry of a journal, or refused; what is accepted is written back
/// byte for byte, folds into an office or is refused, and what that comes to is added up or refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // The fuzzer owns the memory; the array is a copy of it.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    var acts: [Act] = []
    if let act = try? Act(canonicalText: bytes) {
        precondition(act.canonicalText == bytes, "an act has two texts")
        acts = [act]
    }
    if let entry = try? JournalEntry(canonicalText: bytes) {
        precondition(entry.canonicalText == bytes, "an entry has two texts")
        acts = entry.acts
    }
    guard !acts.isEmpty else { return 0 }
    for beginning in beginnings {
        var state = beginning
        for act in acts { _ = try? state.apply(act) }
        guard let election = state.election else { continue }
        for act in Act.takingOver(election).joined() { _ = act.canonicalText }
        _ = try? Snapshot(election)
    }
    return 0
}

/// A new office, one that carries a small election, and that one with a plenary in which everything was read.
private let beginnings: [ElectionState] = {
    var state = ElectionState()
    let acts = (try? SmallElection().election()).map { Act.takingOver($0) } ?? []
    for act in acts.joined() { _ = try? state.apply(act) }
    precondition(state.election != nil, "the small election is one")
    return [ElectionState(), state, meeting(state) ?? state]
}()

private func meeting(_ office: ElectionState) -> ElectionState? {
    var state = office
    guard let region = try? RegionCode(parsing: "73.12.01"), let day = CalendarDate(parsing: "2019-04-20")
    else {
        return nil
    }
    let call = PlenaryCalled(
        number: 1,
        of: region,
        ballots: [.president],
        invitation: "1",
        agenda: "1",
        venue: "1",
        date: day
    )
    var steps: [PlenaryAct] = [.called(call)]
    steps += (1...4).map { number in
        .attended(
            PlenaryAttended(plenary: 1, attendee: Attendee(number: number, number == 1 ? .chair : .member))
        )
    }
    let witness = Attendee(number: 5, .witness, contestant: 1, ballots: [.president])
    steps += [
        .attended(PlenaryAttended(plenary: 1, attendee: witness)), .opened(PlenaryStep(1)),
        .read(UnitsRead(plenary: 1, .president, state.units(of: region, .president))),
    ]
    for step in steps { guard (try? state.apply(.plenary(step))) != nil else { return nil } }
    return state
}
