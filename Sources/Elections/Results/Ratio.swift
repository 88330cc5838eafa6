/// An exact fraction as it was compared, not reduced: 85,607,362 of 154,257,601.
public struct Ratio: Hashable, Sendable {
    /// The part.
    public let part: Int128
    /// The whole; zero where there is nothing to take a part of.
    public let whole: Int128

    /// A part of a whole.
    public init(_ part: Int128, of whole: Int128) {
        self.part = part
        self.whole = whole
    }

    /// Whether it is more than a share; never of nothing.
    public func exceeds(_ share: Share) -> Bool {
        part * Int128(share.whole) > whole * Int128(share.part)
    }

    /// Whether it is at least a share; never of nothing.
    public func reaches(_ share: Share) -> Bool {
        whole > 0 && part * Int128(share.whole) >= whole * Int128(share.part)
    }
}
