public import Elections

/// Somebody who asks the office to do something: an account, and what it may do.
public struct Officer: Hashable, Sendable {
    /// The account.
    public let account: String
    /// What it may do.
    public let rights: Rights

    /// An account with its rights.
    public init(account: String, rights: Rights) {
        self.account = account
        self.rights = rights
    }

    /// An account that may do this, whatever its mandates: of the machine's own command line.
    public init(account: String, permissions: Set<Permission>) {
        self.init(account: account, rights: .granted(permissions))
    }

    /// Somebody who signed in: what the account's mandates give, and of that no more than `permissions`.
    public init(signedIn account: String, within permissions: Set<Permission> = Set(Permission.allCases)) {
        self.init(account: account, rights: .mandated(within: permissions))
    }
}

extension Officer {
    /// Checks that a command may be asked for under this name; not yet whether by this officer.
    func check(_ request: String) throws(Refusal) {
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
    /// The account may not, or not there; `nil` where nobody can ask for such a thing.
    case notPermitted(Permission?)
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
