/// What is kept of a password: enough to know it again, not enough to find it.
///
/// Its cost is kept beside it, so that it can be raised for new ones.
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    /// What trying a password costs.
    public let cost: ScryptCost
    let salt: [UInt8]
    let key: [UInt8]

    static let saltSize = 16
    static let keySize = 32

    init(cost: ScryptCost, salt: [UInt8], key: [UInt8]) {
        (self.cost, self.salt, self.key) = (cost, salt, key)
    }

    /// Reads ``text``; `nil` for anything else.
    public init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt",
            let logN = Int(parts[1]), let r = Int(parts[2]), let p = Int(parts[3]),
            let cost = ScryptCost(logN: logN, r: r, p: p),
            let salt = Hex.bytes(parts[4]), salt.count == Self.saltSize,
            let key = Hex.bytes(parts[5]), key.count == Self.keySize
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
        guard self.text == text else { return nil }
    }

    /// Its one spelling: `scrypt:15:8:1:salt:key`, in hexadecimal digits.
    public var text: String {
        "scrypt:\(cost.logN):\(cost.r):\(cost.p):\(Hex.text(salt)):\(Hex.text(key))"
    }

    /// Only what it costs: a hash is for the store alone.
    public var description: String { "scrypt:\(cost.logN):\(cost.r):\(cost.p)" }
}
