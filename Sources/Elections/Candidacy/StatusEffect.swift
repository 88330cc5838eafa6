/// What follows for ballot papers and votes from what became of a candidate of a final list.
///
/// The papers are printed from the final list and stay as they are: the name is struck from the list without changing a
/// number, and the stations announce it. A mark for that name is then a valid vote for the party. Votes that were cast
/// before stay the candidate's, and count for the party's seats in either case; a seat goes to the next of the list.
///
/// - Legal source: UU 7/2017 art. 422 and 426(1); PKPU 20/2018 art. 35 (no successor, no other numbers) and, on marks,
///   PKPU 25/2023 art. 53(5)(l) and (m), as offices cite them.
public struct StatusEffect: Hashable, Sendable {
    /// Whose a vote for the name is.
    public enum Vote: String, CaseIterable, Hashable, Sendable {
        case candidate, party
    }

    /// Whose a mark for the name on a ballot paper is.
    public let mark: Vote
    /// Whether the name stays on the ballot papers.
    public let staysOnPapers: Bool
    /// Whether the votes count for the seats of the party.
    public let countsForParty: Bool
    /// Whether the candidate can take a seat.
    public let canTakeSeat: Bool

    /// What follows from a status that is known on the day of the vote, or only afterwards.
    public init(_ change: StatusChange, vote: CalendarDate) {
        let isStruck = !change.status.canTakeSeat && change.date <= vote
        mark = isStruck ? .party : .candidate
        staysOnPapers = true
        countsForParty = true
        canTakeSeat = change.status.canTakeSeat
    }
}
