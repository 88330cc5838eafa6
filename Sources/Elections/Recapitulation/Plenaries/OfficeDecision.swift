/// What the body decided by a vote in a plenary of its own: one member, one vote.
public struct OfficeDecision: Hashable, Sendable {
    /// What it is about.
    public enum Matter: String, CaseIterable, Hashable, Sendable {
        /// A vote or a count that is held again, or not.
        case revote
        /// Figures, seats, who is elected.
        case result
        /// Anything else.
        case other

        /// Whether it holds only by a numbered decree, with minutes.
        public var needsDecree: Bool { self != .other }
    }

    /// How a member voted.
    public enum Vote: String, CaseIterable, Hashable, Sendable {
        case inFavour = "for"
        case against
        case abstained
    }

    /// A member's vote.
    public struct Ballot: Hashable, Sendable {
        /// The member's number in the attendance list.
        public let attendee: Int
        /// How they voted.
        public let vote: Vote
        /// Why; always where they were against.
        public let reason: String?

        /// A member's vote.
        public init(_ attendee: Int, _ vote: Vote, reason: String? = nil) {
            self.attendee = attendee
            self.vote = vote
            self.reason = reason
        }
    }

    /// Its number in the plenary, from 1.
    public let number: Int
    /// What it is about.
    public let matter: Matter
    /// The motion, in a sentence.
    public let motion: String
    /// The votes, one of each member who was there.
    public let votes: [Ballot]
    /// The number of the decree; `nil` where none is needed, or the motion was not carried.
    public let decree: String?
    /// The number of the minutes.
    public let minutes: String?

    /// A decision.
    public init(
        number: Int,
        _ matter: Matter,
        motion: String,
        votes: [Ballot],
        decree: String? = nil,
        minutes: String? = nil
    ) {
        self.number = number
        self.matter = matter
        self.motion = motion
        self.votes = votes
        self.decree = decree
        self.minutes = minutes
    }

    /// Whether the motion was carried.
    public var isCarried: Bool {
        Quorum.isCarried(
            inFavour: votes.count { $0.vote == .inFavour },
            against: votes.count { $0.vote == .against }
        )
    }
}

/// A decision by its place: the plenary and its number there.
public struct DecisionKey: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The decision's number in it.
    public let decision: Int

    /// A decision's place.
    public init(plenary: Int, decision: Int) {
        self.plenary = plenary
        self.decision = decision
    }
}
