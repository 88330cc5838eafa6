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

    /// What the comparison comes to.
    public enum Agreement: Hashable, Sendable {
        /// Every figure is there and none differs.
        case equal
        /// The region is fully counted and some figure differs.
        case different
        /// The region is not fully counted, or a figure is missing and none that is there differs.
        case open
    }

    /// Whether the figures agree, as far as they are there; missing is not equal.
    public var agreement: Agreement {
        guard isComplete else { return .open }
        if differences.contains(where: { $0 != nil && $0 != 0 }) { return .different }
        return differences.contains(nil) ? .open : .equal
    }

    /// Whether the region is fully counted and some figure differs.
    public var differs: Bool {
        agreement == .different
    }
}
