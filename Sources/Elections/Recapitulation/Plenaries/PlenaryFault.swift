/// Why something cannot be done in a plenary as it stands.
public enum PlenaryFault: Error, Hashable, Sendable {
    /// No plenary has this number, or the next one has another.
    case number(next: Int)
    /// It has come to this stage, at which that is not to be done.
    case stage(Plenary.Stage)
    /// Such a plenary decides, or adds up, and does not do the other.
    case subject(Plenary.Subject)
    /// No plenary of this region's tier adds up figures.
    case tier(RegionCode)
    /// The ballot's figures do not go as far up as this region, or it has none there.
    case ballotNotHere(Ballot, RegionCode)
    /// No ballot is named, or one twice.
    case ballots
    /// The body has 3, 5 or 7 members.
    case members
    /// A plenary of the region has these figures on its table, or certified them: a later one needs a ground.
    case needsGround(Ballot, RegionCode, plenary: Int)
    /// Another plenary took its place.
    case replaced(by: Int)
    /// A ground is given, and nothing was certified before.
    case noGround
    /// The next number in the attendance list, among the objections, of the decisions.
    case next(Int)
    /// Nobody who attends has this number.
    case noAttendee(Int)
    /// Whoever has this number is not there.
    case absent(Int)
    /// Their mandate is missing, over, of another place, another role or another contestant.
    case mandate(Attendee.Capacity)
    /// The same mandate attends already, or the contestant's witness, or a chair.
    case attendsAlready(Int)
    /// No chair is there.
    case noChair
    /// So many members are there, and so many are needed.
    case quorum(present: Int, needed: Int)
    /// So many members attend at most.
    case tooManyMembers(Int)
    /// Whoever has this number has no voice for this.
    case noVoice(Int)
    /// The region's table has no such column.
    case noUnit(CertifiedFigures.Place)
    /// Its figures are not there yet: no accepted form, or no certificate.
    case notReady(Ballot, CertifiedFigures.Place)
    /// It was read as it stands.
    case readAlready(Ballot, CertifiedFigures.Place)
    /// It must be read, or read again, first.
    case unread(Ballot, CertifiedFigures.Place)
    /// So many units of the ballot are still to be read, this one first.
    case unreadUnits(Ballot, Int, CertifiedFigures.Place)
    /// A figure that must be certified stands nowhere.
    case figureMissing(Ballot, CertifiedFigures.Place, Field)
    /// A sum is larger than a form has room for.
    case tooLarge(Ballot)
    /// No objection has this number.
    case noObjection(Int)
    /// It was answered.
    case answeredAlready(Int)
    /// Objections that nobody answered, by number.
    case unanswered([Int])
    /// Objections found right whose figure was not corrected.
    case uncorrected([Int])
    /// Nothing can be deferred by the last tier the ballot reaches.
    case lastTier(Ballot)
    /// An objection that a plenary below deferred waits for an answer here.
    case deferredBelow(plenary: Int, objection: Int)
    /// No figures are named, or one twice, or one that the form does not have.
    case fields
    /// The figure that stands is another than the one to be struck out.
    case otherFigure(Field, standing: Int?)
    /// The chair's initials are missing, or somebody's stand twice.
    case initials
    /// Whoever raises an objection does not answer it, nor does anybody speak for another.
    case samePerson
    /// They signed, or refused, before.
    case signedAlready(Int)
    /// These neither signed nor refused.
    case unsigned([Int])
    /// So many members signed, and so many are needed.
    case tooFewSignatures(Int, needed: Int)
    /// The figures are not those the plenary came to.
    case figures(Ballot)
    /// Every member who is there has one vote, and no other has.
    case votes
    /// Who votes against says why.
    case dissentNeedsReason(Int)
    /// Such a decision needs a numbered decree and minutes.
    case decree
    /// The station's form was read in this plenary and is not to be changed.
    case formRead(FormKey, plenary: Int)
}
