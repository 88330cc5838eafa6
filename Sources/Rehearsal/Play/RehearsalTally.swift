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
        default: break
        }
    }
}
