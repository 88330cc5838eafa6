/// Why a recorded decision does not settle a tie.
public enum DecisionRefusal: Error, Hashable, Sendable {
    /// Nothing is tied.
    case noTie
    /// The decision names another number of parties.
    case countsDiffer(parties: Int, decided: Int)
    /// A party is given fewer than zero seats.
    case negative(party: Int, seats: Int)
    /// A party is given seats without being tied.
    case notTied(party: Int, seats: Int)
    /// A party is given more seats than one party can take.
    case tooMany(party: Int, seats: Int, most: Int)
    /// The decided seats are not as many as the contested ones.
    case wrongSum(contested: Int, decided: Int)
}
