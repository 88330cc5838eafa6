public import Elections

/// What a rehearsal's journal holds.
public struct RehearsalTally: Hashable, Sendable {
    /// Forms typed, whole or what was sent back of them.
    public private(set) var entries = 0
    /// Of these, those in which only fields that were sent back were typed.
    public private(set) var retyped = 0
    /// How often typists differed: fields were sent back, or decided.
    public var differences: Int { sentBack + decided }
    /// How often fields were sent back.
    public private(set) var sentBack = 0
    /// How often the resolver decided.
    public private(set) var decided = 0
    /// How often figures stood and did not add up.
    public private(set) var held = 0
    /// Of these, those the supervisor accepted as they are.
    public private(set) var approved = 0
    /// Of these, those that had to be typed anew.
    public private(set) var returned = 0
    /// Forms accepted with slips that two people had made alike, and taken back.
    public private(set) var reopened = 0

    /// Plenaries whose certificates were issued.
    public private(set) var plenaries = 0
    /// Plenaries that were given up, and held anew.
    public private(set) var abandoned = 0
    /// Certificates: one of each region and ballot.
    public private(set) var certificates = 0
    /// What was answered to objections, also to those that a plenary below had deferred.
    public private(set) var objections: [Objection.Outcome: Int] = [:]
    /// Corrections on a column.
    public private(set) var corrections = 0
    /// Special events.
    public private(set) var events = 0
    /// Those who were asked to sign and refused.
    public private(set) var refusals = 0
    /// Forms that were drawn by dice and read again.
    public private(set) var reread = 0
    /// Re-votes that were held.
    public private(set) var revotes = 0
    /// Cases that were closed.
    public private(set) var cases = 0
    /// Determinations of figures, of seats, of who is elected.
    public private(set) var determinations = 0
    /// Those who took the oath.
    public private(set) var sworn = 0
    /// Re-votes that are on no record.
    public private(set) var simulated = 0

    /// Nothing yet.
    public init() {}

    /// Counts an act.
    public mutating func count(_ act: Act) {
        switch act {
        case .formEntered(let entry):
            entries += 1
            if entry.fields != nil { retyped += 1 }
        case .formSentBack: sentBack += 1
        case .formDecided: decided += 1
        case .formHeld: held += 1
        case .formApproved: approved += 1
        case .formReturned: returned += 1
        case .formReopened: reopened += 1
        case .plenary(let act): count(act)
        case .figuresCertified(let act): certificates += act.plenary == nil ? 0 : 1
        case .revote(.proposed(let act)): simulated += act.revote.isSimulated ? 1 : 0
        case .revote(.held): revotes += 1
        case .audit(.read): reread += 1
        case .dispute(.closed): cases += 1
        case .result(.determined): determinations += 1
        case .result(.sworn(let act)): sworn += act.members.count
        default: break
        }
    }

    private mutating func count(_ act: PlenaryAct) {
        switch act {
        case .certified: plenaries += 1
        case .abandoned: abandoned += 1
        case .answered(let act): objections[act.answer.outcome, default: 0] += 1
        case .corrected: corrections += 1
        case .noted: events += 1
        case .signed(let act): refusals += act.refusal == nil ? 0 : 1
        default: break
        }
    }
}
