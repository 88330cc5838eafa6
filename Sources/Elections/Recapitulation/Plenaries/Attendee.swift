/// Somebody who attends a plenary: who they are there for, never their name.
public struct Attendee: Hashable, Sendable {
    /// What somebody attends as.
    ///
    /// - Source: PKPU 5/2024 art. 14.
    public enum Capacity: String, CaseIterable, Hashable, Sendable {
        /// Chairs the body that holds it.
        case chair
        /// Another member of that body.
        case member
        /// A contestant's witness.
        case witness
        /// Supervises the election (Bawaslu and its panels).
        case overseer = "bawaslu"
        /// Came up from the tier below with its figures.
        case reporter
        /// Watches and has no voice: observers, press, the public.
        case observer

        /// Whether they belong to the body that holds it.
        public var isMember: Bool { self == .chair || self == .member }

        /// Whether they may object to a figure or to how it came about.
        public var mayObject: Bool { self == .witness || self == .overseer }

        /// Whether they are asked to sign.
        public var signs: Bool { isMember || self == .witness }
    }

    /// Their number in the plenary's attendance list, from 1.
    public let number: Int
    /// What they attend as.
    public let capacity: Capacity
    /// The contestant whose witness they are; `nil` for everybody else.
    public let contestant: Int?
    /// The ballots they are a witness for; none for everybody else.
    public let ballots: [Ballot]
    /// The mandate they showed; `nil` of who needs none, and in the public record.
    public let mandate: Int?

    /// Somebody who attends.
    public init(
        number: Int,
        _ capacity: Capacity,
        contestant: Int? = nil,
        ballots: [Ballot] = [],
        mandate: Int? = nil
    ) {
        self.number = number
        self.capacity = capacity
        self.contestant = contestant
        self.ballots = ballots
        self.mandate = mandate
    }

    /// What is published of them.
    var published: Attendee { Attendee(number: number, capacity, contestant: contestant, ballots: ballots) }

    /// The roles of mandates by which somebody attends as this, at a plenary of a tier; none where no mandate is needed.
    static func roles(_ capacity: Capacity, _ tier: RegionCode.Tier) -> Set<Role> {
        switch capacity {
        case .chair where tier < .subdistrict: [.chair, .commissioner]
        case .member where tier < .subdistrict: [.chair, .commissioner]
        case .chair, .member: [.subdistrictCommittee]
        case .witness: [.witness]
        case .overseer: [.overseer]
        case .reporter, .observer: []
        }
    }
}
