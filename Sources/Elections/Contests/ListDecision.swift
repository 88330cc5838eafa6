/// What was decided on equal candidates of a list, whom no rule puts in an order.
public struct ListDecision: Hashable, Sendable {
    /// The district by number; `nil` on a ballot without districts here.
    public let district: Int?
    /// The party by number.
    public let contestant: Int
    /// All who were tied, by their numbers on the list, in the order that was decided.
    public let order: [Int]
    /// The seats they were tied for.
    public let seats: Int
    /// The minutes or decree it stands in.
    public let basis: String

    /// A recorded decision.
    public init(district: Int?, contestant: Int, order: [Int], seats: Int, basis: String) {
        self.district = district
        self.contestant = contestant
        self.order = order
        self.seats = seats
        self.basis = basis
    }

    /// Why a recorded decision does not settle a tie, or not any more.
    public enum Refusal: Error, Hashable, Sendable {
        /// No candidates of the list are tied.
        case noTie
        /// Others are tied than were decided on, or one of them is named twice.
        case othersTied([Int])
        /// They are tied for another number of seats.
        case otherSeats(Int)
        /// An earlier decision settled it.
        case settledBefore
    }

    /// Whether it fits a tie exactly.
    ///
    /// - Throws: ``Refusal`` when it does not.
    /// - Complexity: O(*n* log *n*) in the tied.
    func check(_ tie: OpenTie?) throws(Refusal) {
        guard let tie else { throw .noTie }
        guard order.sorted() == tie.tied else { throw .othersTied(tie.tied) }
        guard seats == tie.seats else { throw .otherSeats(tie.seats) }
    }
}
