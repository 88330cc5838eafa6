/// Figures that came out of a plenary (rapat pleno).
public struct CertifiedFigures: Hashable, Sendable {
    /// Votes per contestant in ballot order, by region; `nil` means not published, never zero.
    public let votes: [RegionCode: [Int?]]

    /// Certified figures by region.
    public init(votes: [RegionCode: [Int?]]) {
        self.votes = votes
    }
}
