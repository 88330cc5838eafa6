/// Who is who in the office: accounts, what they may be, and the divisions; never how they sign in.
///
/// An account is a name such as `desk-3`; whose it is stands among the private particulars.
public struct Organisation: Sendable {
    /// The divisions, in their order.
    public private(set) var divisions: [Division] = []
    /// Every mandate that was given, in its order; those that ended too.
    public private(set) var mandates: [Mandate] = []
    /// The numbers of those that were ended.
    public private(set) var ended: Set<Int> = []
    /// The accounts by name, with whether each is open.
    public private(set) var accounts: [String: Bool] = [:]
    private var byAccount: [String: [Int]] = [:]

    init() {}

    /// The longest name of an account.
    static let longestAccount = 40
    /// The longest text about a mandate or a reason.
    static let longestText = 500

    /// The most bytes of what a case is about, or how it was answered or ruled.
    static let longestLongText = 4_000

    /// The mandates of an open account that hold at a moment, in milliseconds since 1970.
    public func mandates(of account: String, at time: Int) -> [Mandate] {
        guard accounts[account] == true else { return [] }
        return (byAccount[account] ?? []).map { mandates[$0 - 1] }.filter {
            !ended.contains($0.number) && $0.holds(at: time)
        }
    }

    /// Whether an account may do something at a place; `nil` asks for the whole election.
    public func may(_ account: String, _ permission: Permission, at place: RegionCode?, _ time: Int) -> Bool {
        mandates(of: account, at: time).contains { mandate in
            mandate.role.permissions.contains(permission) && mandate.covers(place)
        }
    }

    /// Whether an account may do something anywhere at all.
    public func may(_ account: String, _ permission: Permission, _ time: Int) -> Bool {
        mandates(of: account, at: time).contains { $0.role.permissions.contains(permission) }
    }

    /// Whether an account must prove who it is by a second factor.
    public func needsSecondFactor(_ account: String, at time: Int) -> Bool {
        mandates(of: account, at: time).contains { $0.role.needsSecondFactor }
    }
}

extension Organisation {
    mutating func name(_ divisions: [Division]) throws(ActFault) {
        var ids: Set<String> = []
        for division in divisions where !ids.insert(division.id).inserted {
            throw .divisionTwice(division.id)
        }
        self.divisions = divisions
    }

    mutating func open(_ account: String) throws(ActFault) {
        guard Self.isName(account) else { throw .accountName(account) }
        guard accounts[account] == nil else { throw .accountTwice(account) }
        accounts[account] = true
    }

    mutating func close(_ account: String, _ reason: String) throws(ActFault) {
        try Self.check(reason)
        guard accounts[account] == true else { throw .noAccount(account) }
        accounts[account] = false
    }

    mutating func give(_ mandate: Mandate) throws(ActFault) {
        guard mandate.number == mandates.count + 1 else { throw .mandateNumber(next: mandates.count + 1) }
        guard accounts[mandate.account] == true else { throw .noAccount(mandate.account) }
        if let division = mandate.division, !divisions.contains(where: { $0.id == division }) {
            throw .noDivision(division)
        }
        if let from = mandate.from, let until = mandate.until, from >= until { throw .mandatePeriod }
        try Self.check(mandate.basis)
        mandates.append(mandate)
        byAccount[mandate.account, default: []].append(mandate.number)
    }

    mutating func end(mandate number: Int, _ reason: String) throws(ActFault) {
        try Self.check(reason)
        guard mandates.indices.contains(number - 1), ended.insert(number).inserted else {
            throw .noMandate(number)
        }
    }

    func check(reset account: String, _ reason: String) throws(ActFault) {
        try Self.check(reason)
        guard accounts[account] == true else { throw .noAccount(account) }
    }

    /// A reason, a basis, a remark: there, and not too long.
    static func check(_ text: String) throws(ActFault) {
        guard (1...longestText).contains(text.utf8.count) else { throw .reason }
    }

    /// Checks what a case is about, or how it was answered or ruled.
    static func check(long text: String) throws(ActFault) {
        guard (1...longestLongText).contains(text.utf8.count) else { throw .longText }
    }

    /// Lower-case letters, digits and hyphens, with a letter or digit at both ends.
    static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (2...longestAccount).contains(bytes.count), bytes.first != 0x2D, bytes.last != 0x2D else {
            return false
        }
        return bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x2D: true
            default: false
            }
        }
    }
}
