/// Why nothing can be done about a case as it stands.
public enum CaseFault: Error, Hashable, Sendable {
    /// No case has this number, or the next one, or the next bundle, has another.
    case number(next: Int)
    /// It has come to this stage, at which that is not to be done.
    case stage(DisputeCase.Stage)
    /// Cases of this kind do not go to this forum.
    case forum(CaseKind, CaseForum)
    /// Nobody brings a case, or answers in one, as that; or a ballot and number are missing or too much.
    case party(CaseParty.Capacity)
    /// A ballot twice, none where figures are contested, or not one of those that are named.
    case ballots
    /// A station twice, or without a ballot.
    case stations
    /// A district twice.
    case districts
    /// Nobody on a list has these numbers.
    case candidate(CaseCandidate)
    /// The forum's register has the number already: that of the case here.
    case registeredAlready(Int)
    /// What is appealed is no earlier case of the same kind.
    case appeal(Int)
    /// What is to happen cannot have been before this day.
    case notBefore(CalendarDate)
    /// What is to happen cannot have been after this day.
    case notAfter(CalendarDate)
    /// A bundle has 1…``EvidenceBundled/mostItems`` pieces.
    case items
    /// The case has the piece already.
    case itemTwice(CaseEvidence)
    /// The record has no such piece.
    case noItem(CaseEvidence)
    /// What was not granted has no effect.
    case outcome(CaseOutcome)
    /// A ruling in such a case does not do that.
    case effect(CaseKind, CaseEffect.Kind)
    /// The effect does not say whom, or which figures, it concerns.
    case scope(CaseEffect.Kind)
    /// Obligations have the numbers 1, 2, 3…, and each effect is carried out by one of them.
    case obligations
    /// A later ruling, in the case with this number, says something else of the same.
    case contradictsLater(Int)
    /// The ruling has no such obligation.
    case noObligation(Int)
    /// The obligation was fulfilled already.
    case fulfilledAlready(Int)
    /// The ruling asks for something else to be done.
    case otherFulfilment(CaseEffect.Kind?)
    /// The re-vote is not the one that was ordered: not held since, at another station, of another ballot or kind.
    case wrongRevote(Int)
    /// A vote or count that was ordered is not among them.
    case revoteMissing(FormKey)
    /// The plenary did not certify figures of what is concerned since the ruling.
    case wrongPlenary(Int)
    /// They still stand.
    case notCancelled(CaseCandidate)
    /// An appeal was granted, in the case with this number: that ruling holds instead.
    case superseded(Int)
    /// Obligations that nobody fulfilled.
    case obligationsOpen([Int])
}
