/// Why an act does not fit the state it meets: the reason of a refusal, or of a journal that cannot be true.
public enum ActFault: Error, Hashable, Sendable {
    case notSetUp
    case setUpTwice
    case unknownLaw(String)
    case regions(Regions.Fault)
    case unknownRegion(RegionCode)
    case unknownStation(StationCode)
    case unknownRule(String)
    case unknownRuleReading(rule: String, reading: String)
    case ruleDecidedTwice(String)
    case ballotNotInLaw(Ballot)
    case contestTwice(Ballot)
    case noContest(Ballot)
    case nobodyStands(Ballot)
    case contestantTwice(Ballot, Int)
    case unknownContestant(Ballot, Int)
    case unknownDistrict(Ballot, Int)
    case tieDecidedTwice(Ballot, district: Int)
    case readingTwice(Ballot, String)
    case noReading(Ballot, String)
    case ballotNotAtStation(Ballot, StationCode)
    case formTwice(Ballot, StationCode, FormVersion)
    /// A form, or a row, has not one figure for each of so many fields.
    case wrongWidth(Ballot, fields: Int)
    case figuresTwice(Ballot, Act.Kind)
    /// A part of it that cannot be cut is longer than what is published may be.
    case tooLong(Act.Kind)
    /// The key is in use already.
    case keyTwice(String)
    /// The first key of a purpose cannot be proven by one before it; every later one must be.
    case keyProof(KeyNamed.Purpose)
    /// The office has a key for this purpose, and so is an election's or a rehearsal's for good.
    case otherOffice(KeyNamed.Purpose)
    /// The checkpoint of the lost log is not signed by the office.
    case unsignedLog
    /// The next logs are of this generation.
    case generation(next: Int)
    case divisionTwice(String)
    case noDivision(String)
    /// No name of an account: 2…40 lower-case letters, digits and hyphens.
    case accountName(String)
    case accountTwice(String)
    /// No such account is open.
    case noAccount(String)
    /// The next mandate has this number.
    case mandateNumber(next: Int)
    case noMandate(Int)
    /// A mandate that ends before it begins.
    case mandatePeriod
    /// A reason, a basis or a remark of 1…500 bytes is needed.
    case reason
    /// What a case is about, or how it was answered or ruled, takes 1…4,000 bytes.
    case longText
    /// No counting desk is open for the ballot.
    case noDesk(Ballot)
    case deskTwice(Ballot)
    /// What cannot be done about a form as it stands.
    case desk(FormKey, DeskFault)
    /// The form changed after whoever asks looked at it.
    case formChanged(FormKey)
    /// A figure for a field that the station's form does not have.
    case notOnForm(FormKey, Field)
    /// Checks the figures do not pass, and nobody said that the paper says so.
    case unconfirmed(FormKey, [String])
    /// Such a page is not taken: it names voters, or shows identity numbers.
    case pageRefused(EvidencePage)
    /// Such a page is not published.
    case pageNotPublished(EvidencePage)
    /// Such a page is of a ballot and none was named, or of a station and one was.
    case pagePlace(EvidencePage)
    /// The number of a page is 1…``EvidenceLabel/mostPages``.
    case pageNumber
    /// The same file was handed in for the same place: the number of that piece.
    case evidenceTwice(Int)
    /// The same file was withdrawn as the same page of the same place: the number of that piece.
    case evidenceWithdrawn(Int)
    /// A file is missing that such a piece has, or one is there that it cannot have.
    case evidenceIncomplete
    /// The station has ``EvidenceRegister/mostOfStation`` pieces.
    case tooMuchEvidence(StationCode)
    /// Nothing that stands there is this file.
    case noEvidence
    /// A piece is not so much like others.
    case evidenceLikeness(Int)
    /// What cannot be done in a plenary as it stands; its number.
    case plenary(Int, PlenaryFault)
    /// What cannot be done about the audit of a plenary; its number.
    case audit(Int, AuditFault)
    /// What cannot be done about a re-vote as it stands; its number, 0 where it is none yet.
    case revote(Int, RevoteFault)
    /// What cannot be done about the result of a ballot.
    case result(Ballot, ResultFault)
    /// What cannot be done about a case as it stands; its number.
    case dispute(Int, CaseFault)
    /// What cannot be done about the lists of a ballot as they stand.
    case candidacy(Ballot, CandidacyFault)
    /// What cannot be done about papers as they stand.
    case paper(PaperFault)
    /// A field of a described act by itself.
    case field(Act.Kind, DescribedFault)
    /// What cannot be done about stages as they stand.
    case stage(StageFault)
    /// Acts of this kind cannot be asked for.
    case notACommand(Act.Kind)
    /// The figures cannot be added up.
    case sums(Snapshot.Fault)
}
