/// Those on the roll of one polling station, by sex; counts only, never a person.
///
/// Unit: persons; `nil` means not entered, never zero.
public struct Electorate: Hashable, Sendable {
    /// Men on the roll.
    public let male: Int?
    /// Women on the roll.
    public let female: Int?

    /// The roll figures of a station.
    public init(male: Int?, female: Int?) {
        self.male = male
        self.female = female
    }

    /// Men and women; `nil` unless both are entered.
    public var total: Int? {
        guard let male, let female else { return nil }
        return male + female
    }

    /// The figure for a sex, or for both.
    public subscript(sex: Field.Sex) -> Int? {
        switch sex {
        case .male: male
        case .female: female
        case .both: total
        }
    }
}
