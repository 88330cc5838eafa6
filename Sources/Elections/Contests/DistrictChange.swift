/// A region that lies in another electoral district than at an earlier election.
public struct DistrictChange: Hashable, Sendable {
    /// The region that moved.
    public let region: RegionCode
    /// The district it was in; `nil` for none.
    public let from: Int?
    /// The district it is in; `nil` for none.
    public let to: Int?

    /// A move from one district to another.
    public init(region: RegionCode, from: Int?, to: Int?) {
        self.region = region
        self.from = from
        self.to = to
    }
}

extension [ElectoralDistrict] {
    /// The regions that lie in other districts than in `earlier`, in register order.
    ///
    /// Regions are matched by code: a new spelling is no move. A region of either side that lies inside one of
    /// the other is matched with it.
    ///
    /// - Complexity: O(*n*²) in the regions.
    public func changes(since earlier: [ElectoralDistrict]) -> [DistrictChange] {
        let regions = Set((self + earlier).flatMap(\.regions)).sorted()
        // Only the smallest parts: a whole subdistrict that was divided is told by its parts.
        let parts = regions.filter { region in
            !regions.contains { $0 != region && region.contains($0) }
        }
        return parts.compactMap { region in
            let (from, to) = (earlier.number(of: region), number(of: region))
            return from == to ? nil : DistrictChange(region: region, from: from, to: to)
        }
    }

    /// The district a region lies in.
    public func number(of region: RegionCode) -> Int? {
        first { $0.regions.contains { $0.contains(region) } }?.number
    }
}
