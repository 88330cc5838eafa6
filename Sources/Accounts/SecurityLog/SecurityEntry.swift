/// A line of the security log as it was written.
public struct SecurityEntry: Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// When, in ISO 8601 (UTC).
    public let time: String
    /// What, as ``SecurityEvent`` writes it.
    public let event: String
    /// Whose account it is about.
    public let account: String?
    /// Whose account did it, where that is another.
    public let by: String?
    /// Where from.
    public let address: String?

    /// Reads a line; `nil` for one that cannot be one.
    init?(_ line: Substring) {
        let body = String(line)
        func value(_ name: String) -> String? { SecurityLine.value(name, body).map { String($0) } }
        guard let number = value("n").flatMap(Int.init), let time = value("at"), let event = value("event")
        else {
            return nil
        }
        (self.number, self.time, self.event) = (number, time, event)
        (account, by, address) = (value("account"), value("by"), value("address"))
    }
}

extension SecurityLog {
    /// The last lines, the newest first, and whether all of the log is as it was written.
    ///
    /// - Parameter count: How many lines at most.
    /// - Returns: The lines, and the report.
    /// - Throws: ``AccountStoreFault``.
    /// - Complexity: O(bytes of the log).
    public func look(
        last count: Int
    ) async throws(AccountStoreFault) -> (entries: [SecurityEntry], report: SecurityLogReport) {
        let report = try await Self.verify(files)
        var entries: [SecurityEntry] = []
        for name in try await files.names().reversed() where entries.count < count {
            let text = String(decoding: try await files.bytes(of: name), as: UTF8.self)
            entries += text.split(separator: "\n").reversed().compactMap(SecurityEntry.init)
        }
        return (Array(entries.prefix(count)), report)
    }
}

extension SignInDesk {
    /// The last lines of the security log, the newest first, and whether all of it is as it was written.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    /// - Complexity: O(bytes of the log).
    public func securityLog(
        last count: Int
    ) async throws(SignInFault) -> (entries: [SecurityEntry], report: SecurityLogReport) {
        try await asking { () async throws(F) in try await self.log.look(last: count) }
    }
}
