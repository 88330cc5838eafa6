/// The papers that were issued, edition by edition, and what came back of them.
public struct PaperRegister: Sendable {
    /// An edition of a paper.
    public struct Edition: Sendable {
        /// The paper.
        public let paper: IssuedPaper
        /// What it follows from.
        public let basis: PaperBasis
        /// What set it: a name and a version.
        public let engine: String
        /// The signed copies that came back, in their order.
        public internal(set) var copies: [SignedCopy] = []

        /// The pages that no signed copy shows yet.
        public var missing: [Int] {
            let shown = Set(copies.flatMap(\.pages))
            return (1...paper.pages).filter { !shown.contains($0) }
        }
    }

    private var editions: [PaperName: [Edition]] = [:]
    /// The names in the order in which they were first issued.
    public private(set) var names: [PaperName] = []
    private var files: [EvidenceDigest: EvidenceFile] = [:]
    private var issuedFiles: [EvidenceDigest: PaperName] = [:]
    /// The words that people gave minutes in place of the proposed ones, by plenary.
    public private(set) var minutes: [Int: [String]] = [:]

    /// Of nothing issued yet.
    init() {}

    /// The editions of a paper, the first one first.
    public subscript(name: PaperName) -> [Edition] { editions[name] ?? [] }

    /// An edition of a paper by its number, from 1; `nil` where it was not issued.
    public subscript(name: PaperName, edition: Int) -> Edition? {
        let all = self[name]
        return edition > 0 && edition <= all.count ? all[edition - 1] : nil
    }

    /// The edition that was issued as a file; `nil` where none was.
    public func edition(issuedAs digest: EvidenceDigest) -> Edition? {
        issuedFiles[digest].flatMap { self[$0].first { $0.paper.file.digest == digest } }
    }

    /// Whether a file must be there.
    public func needs(_ digest: EvidenceDigest) -> Bool { files[digest] != nil }

    /// Every file that must be there.
    public var needed: [EvidenceFile] {
        files.values.sorted { $0.digest.description < $1.digest.description }
    }

    mutating func issue(_ act: PapersIssued) throws(PaperFault) {
        guard (1...PapersIssued.most).contains(act.papers.count) else {
            throw .count(most: PapersIssued.most)
        }
        guard (1...100).contains(act.engine.utf8.count) else { throw .engine }
        guard act.basis.entries > 0, act.basis.size > 0 else { throw .basis }
        // Everything is looked at before anything is changed.
        var seen: Set<PaperName> = []
        for paper in act.papers {
            guard seen.insert(paper.name).inserted else { throw .twice(paper.name) }
            guard paper.edition == self[paper.name].count + 1 else {
                throw .edition(paper.name, next: self[paper.name].count + 1)
            }
            guard self[paper.name].last?.paper.content != paper.content else { throw .unchanged(paper.name) }
            guard (1...IssuedPaper.mostPages).contains(paper.pages), paper.file.kind == .pdf else {
                throw .file(paper.name)
            }
        }
        for paper in act.papers {
            if self[paper.name].isEmpty { names.append(paper.name) }
            editions[paper.name, default: []].append(
                Edition(paper: paper, basis: act.basis, engine: act.engine)
            )
            files[paper.file.digest] = paper.file
            issuedFiles[paper.file.digest] = paper.name
        }
    }

    mutating func take(_ act: PaperReturned) throws(PaperFault) {
        guard var known = self[act.name, act.edition] else { throw .notIssued(act.name) }
        guard !known.copies.contains(where: { $0.file.digest == act.file.digest }),
            issuedFiles[act.file.digest] == nil
        else { throw .returnedAlready(act.name) }
        let isRising = zip(act.pages, act.pages.dropFirst()).allSatisfy { $0 < $1 }
        guard isRising, let first = act.pages.first, let last = act.pages.last, first > 0,
            last <= known.paper.pages
        else { throw .pages(act.name, most: known.paper.pages) }
        known.copies.append(SignedCopy(file: act.file, pages: act.pages))
        editions[act.name]?[act.edition - 1] = known
        files[act.file.digest] = act.file
    }

    mutating func word(_ act: MinutesWorded) throws(PaperFault) {
        guard act.paragraphs.count <= MinutesWorded.most,
            act.paragraphs.allSatisfy({ (1...MinutesWorded.longest).contains($0.utf8.count) }),
            act.paragraphs.reduce(0, { $0 + $1.utf8.count }) <= MinutesWorded.longestText,
            act.paragraphs.allSatisfy(MinutesWorded.isVisible)
        else { throw .words }
        minutes[act.plenary] = act.paragraphs.isEmpty ? nil : act.paragraphs
    }
}

/// Why something cannot be done about papers.
public enum PaperFault: Error, Hashable, Sendable {
    /// No paper, or more than an act takes.
    case count(most: Int)
    /// The name of what set them is missing or too long.
    case engine
    /// It follows from no log.
    case basis
    /// The same paper twice in one act.
    case twice(PaperName)
    /// Another edition is the next.
    case edition(PaperName, next: Int)
    /// Nothing on it has changed since it was last issued.
    case unchanged(PaperName)
    /// The file is none of a paper.
    case file(PaperName)
    /// There is no such edition.
    case notIssued(PaperName)
    /// The file came back before, or is what was issued.
    case returnedAlready(PaperName)
    /// Pages of a copy rise from 1 to as many as the paper has.
    case pages(PaperName, most: Int)
    /// Minutes have too many words, or an empty paragraph.
    case words
    /// Words for minutes of a plenary that was not opened, or was given up.
    case plenary(Int)
}
