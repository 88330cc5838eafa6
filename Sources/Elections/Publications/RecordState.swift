/// What an outsider knows who reads the publications one after the other, and nothing else.
public struct RecordState: Sendable {
    /// Everything that follows from the acts that were published.
    public private(set) var state = ElectionState()
    /// The number of publications that were read.
    public private(set) var count = 0
    /// The number of acts among them.
    public private(set) var acts = 0
    /// The number of results among them.
    public private(set) var results = 0

    private var last: (entry: Int, leaf: String, time: Int)?
    private var begun: Publication.Content?
    /// Ballots that the entry's acts touched and no result followed.
    private var unsummed: Set<Ballot> = []
    /// Ballots of a plenary whose certificates were issued and whose figures have not followed.
    private var uncertified: [Ballot] = []

    /// Nothing read yet.
    public init() {}

    /// Reads the next publication.
    ///
    /// - Returns: A result that is to be held against what the ballot comes to; `nil` for an act, or a part.
    /// - Throws: ``RecordFault`` when it does not follow from those before it; the state is of no use then.
    /// - Complexity: O(size of the publication).
    public mutating func apply(_ publication: Publication) throws(RecordFault) -> Claim? {
        if let last {
            guard publication.entry >= last.entry, publication.time >= last.time else { throw .goesBack }
            let isSame = publication.entry == last.entry
            guard !isSame || (publication.leaf == last.leaf && publication.time == last.time) else {
                throw .otherEntry
            }
            if !isSame {
                try finish()
                unsummed = []
            }
        }
        last = (publication.entry, publication.leaf, publication.time)
        count += 1
        let content = try joined(publication.content)
        begun = publication.continues ? content : nil
        guard !publication.continues else { return nil }
        switch content {
        case .act(let act):
            guard act.isPublishedForm else { throw .privateAct(act.kind) }
            acts += 1
            do throws(ActFault) { try state.apply(act) } catch { throw .act(error) }
            if case .plenary(.certified(let step)) = act {
                uncertified = state.plenaries[step.plenary]?.call.ballots ?? []
            }
            if case .figuresCertified(let act) = act { uncertified.removeAll { $0 == act.ballot } }
            if let ballot = act.touchedBallot { unsummed.insert(ballot) }
            return nil
        case .result(let result):
            results += 1
            unsummed.remove(result.ballot)
            return Claim(result: result, state: state)
        }
    }

    /// Checks that the last entry is whole: nothing is to be continued, and what it touched was added up.
    ///
    /// - Throws: ``RecordFault``.
    public func finish() throws(RecordFault) {
        guard begun == nil else { throw .unfinished }
        if let ballot = uncertified.first { throw .certificateMissing(ballot) }
        for ballot in state.officialBallots where unsummed.contains(ballot) {
            guard PublishedResult(ballot, of: state) == nil else { throw .resultMissing(ballot) }
        }
    }

    /// What the office says a ballot comes to, with all that is needed to add it up again.
    public struct Claim: Sendable {
        let result: PublishedResult
        let state: ElectionState

        /// Adds it up again.
        ///
        /// - Throws: ``RecordFault`` when it comes to something else.
        /// - Complexity: O(forms of the ballot × fields).
        public func check() throws(RecordFault) {
            guard let computed = PublishedResult(result.ballot, of: state) else {
                throw .noResult(result.ballot)
            }
            if let difference = result.difference(from: computed) { throw .result(result.ballot, difference) }
        }
    }

    private func joined(_ content: Publication.Content) throws(RecordFault) -> Publication.Content {
        switch (begun, content) {
        case (nil, _): return content
        case (.act(let act), .act(let next)):
            guard let whole = act.joined(with: next) else { throw .noContinuation }
            return .act(whole)
        case (.result(let result), .result(let next)):
            guard let whole = result.joined(with: next) else { throw .noContinuation }
            return .result(whole)
        default: throw .noContinuation
        }
    }
}

/// Why a publication does not follow from those before it.
public enum RecordFault: Error, Hashable, Sendable {
    /// It is of an earlier entry of the journal, or of an earlier time.
    case goesBack
    /// It names another hash or time for the entry than the publication before it.
    case otherEntry
    /// The publication before it should be continued.
    case unfinished
    /// It does not continue the one before it.
    case noContinuation
    /// The act does not fit.
    case act(ActFault)
    /// Acts of this kind are never published.
    case privateAct(Act.Kind)
    /// An entry changed an official ballot, and no result follows.
    case resultMissing(Ballot)
    /// Certificates were issued, and the figures of a ballot do not follow.
    case certificateMissing(Ballot)
    /// The ballot cannot be added up.
    case noResult(Ballot)
    /// The ballot does not come to what is published; this is the first figure that differs.
    case result(Ballot, PublishedResult.Difference)
}
