/// What trying one password costs: time and memory of scrypt (RFC 7914).
public struct ScryptCost: Hashable, Sendable {
    /// The binary logarithm of the number of blocks.
    public let logN: Int
    /// The size of a block, in 128 bytes.
    public let r: Int
    /// How often all of it is done.
    public let p: Int

    /// 32 MiB and about a sixth of a second.
    public static let standard = ScryptCost(unchecked: 15, 8, 1)

    /// A cost; `nil` when it is none (1…24, 1…32, 1…16).
    public init?(logN: Int, r: Int, p: Int) {
        guard (1...24).contains(logN), (1...32).contains(r), (1...16).contains(p) else { return nil }
        self.init(unchecked: logN, r, p)
    }

    private init(unchecked logN: Int, _ r: Int, _ p: Int) {
        (self.logN, self.r, self.p) = (logN, r, p)
    }
}
