/// Why nothing can be done about the lists of a ballot as they stand.
public enum CandidacyFault: Error, Hashable, Sendable {
    /// No lists stand on the ballot, or what the law asks of them is not known here.
    case noLists
    /// The ballot was opened with its final lists, which are on record elsewhere.
    case onRecordElsewhere
    /// Its lists have come to this stage, at which that is not to be done.
    case stage(Candidacy.Stage)
    /// Nobody has this number on the ballot.
    case unknownContestant(Int)
    /// No district has this number; `nil` where one is to be named.
    case unknownDistrict(Int?)
    /// Nobody is on the list.
    case nobody(ListKey)
    /// The numbers on it are 1, 2, 3 and so on; once somebody was struck, they go up.
    case numbers(ListKey)
    /// The sex of those with these numbers is not said.
    case sexUnknown(ListKey, [Int])
    /// It has more candidates than the district has seats.
    ///
    /// - Legal source: UU 7/2017 art. 244.
    case tooMany(ListKey, candidates: Int, seats: Int)
    /// It lacks women.
    case incomplete(ListKey, [ListFault])
    /// Lists come in the order of districts, in each in that of the ballot, and each once.
    case order(ListKey)
    /// No list is there to be published.
    case nothingToPublish
    /// It is not, or not there, as it was handed in and has changed since: the first that differs.
    case otherList(ListKey)
    /// The next objection has this number.
    case objectionNumber(next: Int)
    /// There is no such objection, or it has its answer.
    case noOpenObjection(Int)
    /// These objections have no answer.
    case openObjections([Int])
    /// No objection to the candidate or the list was upheld.
    case noObjectionUpheld(CandidateKey)
    /// Nobody has that place.
    case noCandidate(CandidateKey)
    /// The final lists rest on a carried decision with a decree, of the commission or one above it, and the provisional
    /// ones on none.
    case decision(DecisionKey?)
    /// Forms of the ballot are read or typed: what they have room for stands.
    case counted
    /// It is not before the first day, nor after the last.
    case date(first: CalendarDate?, last: CalendarDate?)
    /// The candidate has this status.
    case status(CandidateStatus)
}

/// What a list lacks that was handed in: it may be handed in again, and is not published as it is.
public enum ListFault: Hashable, Sendable {
    /// It has fewer women than it needs.
    ///
    /// - Legal source: UU 7/2017 art. 245.
    case tooFewWomen(women: Int, needed: Int)
    /// None of these numbers, one behind the other, is a woman's.
    ///
    /// - Legal source: UU 7/2017 art. 246(2).
    case noWoman(among: [Int])
}
