public import Elections

/// Somebody who asks the office to do something: an account, and what it may do.
public struct Officer: Hashable, Sendable {
    /// The account.
    public let account: String
    /// What it may do.
    public let permissions: Set<Permission>

    /// An account with its permissions.
    public init(account: String, permissions: Set<Permission>) {
        self.account = account
        self.permissions = permissions
    }
}

extension Officer {
    /// Checks that the officer may ask for a command, under a name.
    func check(_ command: Command, _ request: String) throws(Refusal) {
        guard permissions.contains(command.permission) else { throw .notPermitted(command.permission) }
        for name in [request, account] {
            // No store keeps NUL in a text.
            guard (1...200).contains(name.utf8.count), !name.utf8.contains(0) else { throw .namelessRequest }
        }
    }
}

/// The office's answer to a command: it is in the journal, and on disk.
public struct Receipt: Hashable, Sendable {
    /// The place of its entry.
    public let sequence: Int
    /// Whether it was done before, at an earlier request of the same name.
    public let isRepeated: Bool

    /// A receipt.
    public init(sequence: Int, isRepeated: Bool) {
        self.sequence = sequence
        self.isRepeated = isRepeated
    }
}

/// Why the office did not do what it was asked; nothing of it was done.
public enum Refusal: Error, Hashable, Sendable {
    /// The account may not.
    case notPermitted(Permission)
    /// The command has no name of 1…200 bytes.
    case namelessRequest
    /// It does not fit what the office knows.
    case misfit(ActFault)
    /// Its entry would be larger than ``StoredEntry/largest``.
    case tooLarge(bytes: Int)
    /// Too many commands are waiting; the same request may be sent again.
    case busy
    /// It could not be written; the same request may be sent again.
    case notStored(StoreFault)
    /// It may have been written or not: the same request, sent again, finds out.
    case unknown
    /// The office has closed.
    case closed
}
