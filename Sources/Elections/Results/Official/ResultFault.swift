/// Why a result is not determined, announced, proposed or sworn in as it stands.
public enum ResultFault: Error, Hashable, Sendable {
    /// The office does not determine the result of this ballot: its figures go further, or its seats are not divided
    /// here.
    case notDividedHere(Ballot)
    /// A region has no certificate of all votes, or those below it were changed since.
    case notCertified(RegionCode)
    /// A Constitutional Court petition that concerns the district is not over: its case.
    ///
    /// - Legal source: UU 7/2017 art. 474; PKPU 5/2019 art. 23.
    case petition(case: Int, district: Int)
    /// The decision is none that was carried on results, by a decree and with minutes, in a plenary of the office.
    case decision(DecisionKey)
    /// Something was determined by this decision already.
    case decisionUsed(DecisionKey)
    /// This has to be determined before.
    case before(Determination.Step)
    /// What was determined of a district before is not what follows from the certificates any more.
    case outdated(Determination.Step, district: Int)
    /// It is not known who is elected: votes are missing by which the law tells equals apart.
    case winnersOpen
    /// No lists are known of whose candidates somebody could be elected.
    case noLists
    /// The court's notice of which petitions it registered is not named.
    case noNotice
    /// No district is named, one twice, or one that is not the ballot's.
    case districts
    /// It was determined already, and no ground is named.
    case determinedAlready(district: Int)
    /// Nothing changed since it was determined.
    case unchanged
    /// Nobody has decided a tie of parties, or one of candidates of a list.
    case tie(district: Int, contestant: Int?)
    /// What is known of a list is not enough to say who gets its seats.
    case ranking(district: Int, contestant: Int, RankingRefusal)
    /// What is to be determined is not what follows from the certificates.
    case notWhatFollows(district: Int)
    /// The list has no tie, or another one.
    case listDecision(ListDecision.Refusal)
    /// The tie of parties is none, or another one.
    case seatDecision(district: Int)
    /// No member is named, one twice, or one who was not determined.
    case members(MemberKey?)
    /// The member has come to this stage, at which that is not to be done.
    case stage(MemberKey, ElectedMember.Stage)
    /// The candidate cannot take the seat any more, and is to be replaced.
    case cannotTakeSeat(MemberKey)
    /// The candidate can take the seat: nobody replaces them.
    case stands(MemberKey)
    /// Whoever takes a seat stood for the party whose seat it is: its number.
    ///
    /// - Legal source: UU 7/2017 art. 426(3).
    case otherParty(MemberKey, Int)
    /// Whoever takes a seat comes next on the list: that candidate; `nil` where nobody is left on it, so that a plenary
    /// chooses of the party's other lists.
    ///
    /// - Legal source: UU 7/2017 art. 426(3).
    case notNext(MemberKey, next: CandidateKey?)
    /// The list of a seat has nobody left, and the law leaves it vacant; `nil`: leaves open what becomes of it.
    case exhausted(MemberKey, Law.ExhaustedList?)
    /// Before the oath a decision of the office is named, after it the request of the council's leaders; a decision
    /// always where whoever takes the seat stood in another district.
    case paper(MemberKey)
    /// It is dated before what it follows.
    case date(after: CalendarDate)
    /// Nothing was determined that could be announced, or it was announced already.
    case announcement
}
