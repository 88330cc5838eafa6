/// What an account may be, where, and for how long.
public struct Mandate: Hashable, Sendable {
    /// Its number among all that were given, from 1.
    public let number: Int
    /// Who has it.
    public let account: String
    /// What it makes of the account.
    public let role: Role
    /// Where: everything below this region; the whole election where `nil`.
    public let place: RegionCode?
    /// The division, of a commissioner or of staff.
    public let division: String?
    /// The contestant a witness is mandated by, by number.
    public let contestant: Int?
    /// The first moment it holds, in milliseconds since 1970; from when it was given where `nil`.
    public let from: Int?
    /// The first moment it does not hold any more; open where `nil`.
    public let until: Int?
    /// The document it rests on.
    public let basis: String

    /// A mandate.
    public init(
        number: Int,
        account: String,
        role: Role,
        place: RegionCode? = nil,
        division: String? = nil,
        contestant: Int? = nil,
        from: Int? = nil,
        until: Int? = nil,
        basis: String
    ) {
        self.number = number
        self.account = account
        self.role = role
        self.place = place
        self.division = division
        self.contestant = contestant
        self.from = from
        self.until = until
        self.basis = basis
    }

    /// Whether it holds at a moment, in milliseconds since 1970.
    public func holds(at time: Int) -> Bool {
        (from.map { $0 <= time } ?? true) && (until.map { time < $0 } ?? true)
    }

    /// Whether it reaches a place: the region it is for, and all below; `nil` asks for the whole election.
    public func covers(_ region: RegionCode?) -> Bool {
        guard let place else { return true }
        return region.map { place.contains($0) } ?? false
    }
}

/// A division of the commission, with the names people use for it.
///
/// - Source: PKPU 8/2019; domain reference 1.2.
public struct Division: Hashable, Sendable {
    /// The name by which mandates call it.
    public let id: String
    /// Its official name.
    public let name: LocalizedText
    /// Other names it goes by.
    public let aliases: [String]

    /// A division.
    public init(id: String, name: LocalizedText, aliases: [String] = []) {
        self.id = id
        self.name = name
        self.aliases = aliases
    }
}
