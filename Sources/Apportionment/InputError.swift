/// Why figures cannot be a distribution of seats.
///
/// Parties are numbered from 0 in the order of the input.
public enum InputError: Error, Hashable, Sendable {
    /// The number of seats is below zero.
    case negativeSeats(Int)
    /// The votes of a party lie outside ``Distribution/voteRange``.
    case votesOutOfRange(party: Int, votes: Int)
    /// All votes together exceed `Int.max`.
    case totalOutOfRange
    /// A list beside the votes has another number of parties.
    case countsDiffer(votes: Int, other: Int)
    /// There are seats, but no party takes part.
    case nobodyTakesPart(seats: Int)
    /// The seats a party holds anyway lie outside ``Distribution/voteRange``.
    case minimumOutOfRange(party: Int, seats: Int)
    /// Seats and minimum seats together exceed `Int.max`.
    case houseOutOfRange
}
