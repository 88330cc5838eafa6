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
    /// The figures cannot be added up.
    case sums(Snapshot.Fault)
}
