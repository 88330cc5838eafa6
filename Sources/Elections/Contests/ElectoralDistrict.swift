/// An electoral district (daerah pemilihan, dapil).
///
/// - Legal source: UU 7/2017 art. 1 no. 45, art. 185 and 191–192.
public struct ElectoralDistrict: Hashable, Sendable {
    /// The number of the district.
    public let number: Int
    /// The name of the district.
    public let name: String
    /// The seats to be divided, 3–12 for a regency council.
    public let seats: Int
    /// The regions that make it up, in register order.
    public let regions: [RegionCode]

    /// A district of a ballot.
    public init(number: Int, name: String, seats: Int, regions: [RegionCode]) {
        self.number = number
        self.name = name
        self.seats = seats
        self.regions = regions
    }
}
