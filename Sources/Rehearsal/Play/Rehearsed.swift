public import Elections

/// Something that is rehearsed: who does what next follows from its plan and from how far the office is.
public protocol Rehearsed: Sendable {
    /// What is rehearsed.
    var plan: RehearsalPlan { get }

    /// The forms as they lie there on paper, in the order in which they are counted.
    var papers: [Paper] { get }

    /// What somebody does next; `nil` at the end.
    mutating func next(in office: ElectionState) -> Turn?

    /// What a typist does who is told which checks the figures do not pass; `nil` of whoever is none.
    func again(_ turn: Turn, unconfirmed codes: [String], in office: ElectionState) -> Turn?

    /// The forms that are not accepted, or not as their papers are.
    func unequal(in office: ElectionState) -> [FormKey]

    /// The regions and ballots whose certificates are not the sum of papers and corrections; of a count none.
    func uncertified(in office: ElectionState) -> [Certificate]

    /// Whether a result that is rehearsed stopped before everybody took the oath; of a count never.
    func isUnfinished(in office: ElectionState) -> Bool
}

extension Rehearsed {
    /// A count ends before anything is certified.
    public func uncertified(in office: ElectionState) -> [Certificate] { [] }

    /// A count ends before anything is determined.
    public func isUnfinished(in office: ElectionState) -> Bool { false }
}

/// A certificate: the figures of a region on a ballot.
public struct Certificate: Hashable, Sendable {
    /// The region.
    public let region: RegionCode
    /// The ballot.
    public let ballot: Ballot
}

extension RehearsalPlan {
    /// What is played by it, on an election as ``Elections/Election/rehearsed(_:)`` or an office has it.
    ///
    /// - Parameters:
    ///   - election: The election.
    ///   - sha256: The digest of bytes (FIPS 180-4), in lower-case hexadecimal digits, by which forms are drawn.
    /// - Returns: The count of a subdistrict, or the whole election.
    public func play(
        of election: Election,
        sha256: @escaping @Sendable ([UInt8]) -> String
    ) -> any Rehearsed {
        isWhole ? RehearsedElection(election, self, sha256: sha256) : RehearsedCount(election, self)
    }
}
