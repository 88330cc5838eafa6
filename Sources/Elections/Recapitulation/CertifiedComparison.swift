/// A region's certified figures beside what was counted from the stations.
public struct CertifiedComparison: Hashable, Sendable {
    /// The region.
    public let region: Region
    /// Certified votes per contestant, in ballot order.
    public let certified: [Int?]
    /// Counted votes per contestant, in ballot order.
    public let counted: [Int?]
    /// Whether every station of the region is counted.
    public let isComplete: Bool

    /// Certified − counted per contestant; `nil` where either is missing.
    public var differences: [Int?] {
        zip(certified, counted).map { certified, counted in
            guard let certified, let counted else { return nil }
            return certified - counted
        }
    }

    /// Whether the region is fully counted and some figure differs.
    public var differs: Bool {
        isComplete && differences.contains { $0 != nil && $0 != 0 }
    }
}
