public import Apportionment

/// What `pleno seats` is asked: a file of votes and how its seats are to be divided.
public struct SeatsRequest: Sendable {
    /// The file of votes: `party` and `votes`, perhaps `election`, `district`, `seats_total`, `exempt`, `minimum`.
    public let file: String
    /// The rule.
    public let method: Method
    /// The seats of a district whose rows do not say.
    public let seats: Int?
    /// The share of its election's votes a party must reach; `nil` for none.
    public let threshold: Threshold?
    /// A file with the votes of whole elections, of which shares are taken; `nil`: of the file itself.
    public let totals: String?
    /// A file that says who gets contested seats.
    public let decision: String?

    /// A question about a file.
    public init(
        file: String,
        method: Method,
        seats: Int? = nil,
        threshold: Threshold? = nil,
        totals: String? = nil,
        decision: String? = nil
    ) {
        self.file = file
        self.method = method
        self.seats = seats
        self.threshold = threshold
        self.totals = totals
        self.decision = decision
    }
}
