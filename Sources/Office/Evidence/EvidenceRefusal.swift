public import Elections

/// Why evidence was not handed in; nothing of it stays, but after a refusal that leaves open what became of it.
public enum EvidenceRefusal: Error, Hashable, Sendable {
    /// The office does not do it: whoever asks may not, or it does not fit.
    case refused(Refusal)
    /// The store did not take it.
    case notTaken(EvidenceFault)
    /// It cannot be looked at.
    case unreadable(PictureRefusal)
}

/// What came of handing something in.
public struct EvidenceReceipt: Sendable {
    /// Where the act stands in the journal.
    public let receipt: Receipt
    /// What the office knows of it now; `nil` where this server does not see it yet, or the request was another one
    /// before.
    public let piece: EvidencePiece?
    /// The pieces of other places that are the same, or nearly: somebody may have mixed them up.
    public let likenesses: [EvidenceLikeness]
}

/// What came of withdrawing something.
public struct WithdrawalReceipt: Hashable, Sendable {
    /// Where the act stands in the journal.
    public let receipt: Receipt
    /// Whether its bytes are gone now, as far as nothing else names them; else they go when the office is opened.
    public let isErased: Bool
}
