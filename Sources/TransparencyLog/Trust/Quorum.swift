/// Which cosigners must have confirmed a checkpoint.
public indirect enum Quorum: Hashable, Sendable {
    /// Nobody needs to.
    case nobody
    /// This one.
    case cosigner(VerifierKey)
    /// At least so many of the members.
    case group(least: Int, of: [Quorum])

    /// Whether the cosigners with `keys` are enough.
    ///
    /// - Complexity: O(members).
    public func isMet(by keys: Set<VerifierKey>) -> Bool {
        switch self {
        case .nobody: true
        case .cosigner(let key): keys.contains(key)
        case .group(let least, let members): members.count { $0.isMet(by: keys) } >= least
        }
    }
}
