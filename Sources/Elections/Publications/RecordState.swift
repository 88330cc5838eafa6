/// What an outsider knows who reads the publications one after the other, and nothing else.
public struct RecordState: Sendable {
    /// Everything that follows from the acts that were published.
    public private(set) var state = ElectionState()
    /// The number of publications that were read.
    public private(set) var count = 0
    /// The number of acts among them.
    public private(set) var acts = 0
    /// The number of results that were added up again.
    public private(set) var results = 0

    private var last: (entry: Int, leaf: String, time: Int)?
    private var begun: Publication.Content?
    /// What the acts come to, kept from one result to the next.
    private var election: Election?

    /// Nothing read yet.
    public init() {}

    /// Whether the last publication continues in one that is not there.
    public var isUnfinished: Bool { begun != nil }

    /// Reads the next publication; a result is added up again.
    ///
    /// - Throws: ``RecordFault`` when it does not follow from those before it; the state is of no use then.
    /// - Complexity: O(size of the publication); O(forms of the ballot × fields) for a result.
    public mutating func apply(_ publication: Publication) throws(RecordFault) {
        if let last {
            guard publication.entry >= last.entry, publication.time >= last.time else { throw .goesBack }
            let isSame = publication.entry == last.entry
            guard !isSame || (publication.leaf == last.leaf && publication.time == last.time) else {
                throw .otherEntry
            }
            guard isSame || begun == nil else { throw .unfinished }
        }
        last = (publication.entry, publication.leaf, publication.time)
        count += 1
        let content = try joined(publication.content)
        begun = publication.continues ? content : nil
        guard !publication.continues else { return }
        switch content {
        case .act(let act):
            acts += 1
            election = nil
            do throws(ActFault) { try state.apply(act) } catch { throw .act(error) }
        case .result(let result):
            results += 1
            try compare(result)
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

    private mutating func compare(_ published: PublishedResult) throws(RecordFault) {
        election = election ?? state.election
        guard let election, let computed = PublishedResult(published.ballot, of: election) else {
            throw .noResult(published.ballot)
        }
        guard let difference = published.difference(from: computed) else { return }
        throw .result(published.ballot, difference)
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
    /// The ballot cannot be added up.
    case noResult(Ballot)
    /// The ballot does not come to what is published; this is the first figure that differs.
    case result(Ballot, PublishedResult.Difference)
}
