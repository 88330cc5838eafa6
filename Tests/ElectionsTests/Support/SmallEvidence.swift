import TestSupport

@testable import Elections

/// What is handed in at the small election.
struct SmallEvidence {
    var state = ElectionState()
    private(set) var entry = 0

    init() throws {
        for act in Act.takingOver(try SmallElection().election()).flatMap(\.self) { try state.apply(act) }
    }

    /// Does something as somebody, a second after the last.
    @discardableResult
    mutating func perform(_ act: Act, by account: String = "staff") throws(ActFault) -> [Act] {
        let acts = try state.decide(
            .perform(act),
            by: Author(account: account, time: entry * 1_000, entry: entry)
        )
        entry += 1
        return acts
    }

    /// Hands a picture in.
    @discardableResult
    mutating func add(
        _ digits: String,
        _ label: EvidenceLabel,
        _ fingerprint: EvidenceFingerprint? = nil
    ) throws -> [Act] {
        try perform(try Self.picture(digits, label, fingerprint))
    }

    /// The label of a station's result, by the station's place.
    static func result(_ place: Int = 0, _ version: FormVersion = .regular, page: Int = 1) throws
        -> EvidenceLabel
    {
        EvidenceLabel(EvidencePlace(try SmallDesk.form(place, version)), .result, number: page)
    }

    /// The label of a page of the first station.
    static func page(_ page: EvidencePage, _ place: Int = 0) throws -> EvidenceLabel {
        EvidenceLabel(EvidencePlace(try SmallElection.regions().stations[place]), page)
    }

    /// A file whose digest repeats some digits.
    static func file(_ digits: String, _ kind: EvidenceFile.Kind = .jpeg) throws -> EvidenceFile {
        let text = String(String(repeating: digits, count: 64).prefix(64))
        guard let digest = EvidenceDigest(text),
            let file = EvidenceFile(digest: digest, size: 1_000 + digits.utf8.count, kind: kind)
        else { throw Office.Misspelt(text: digits) }
        return file
    }

    /// A picture whose fingerprint is all of its own, unless one is given.
    static func picture(
        _ digits: String,
        _ label: EvidenceLabel,
        _ fingerprint: EvidenceFingerprint? = nil,
        copy: String? = nil
    ) throws -> Act {
        let kept = EvidenceAdded.Kept(
            original: try file(digits),
            miniature: try file(digits + "0"),
            fingerprint: try fingerprint ?? Self.fingerprint(digits)
        )
        let isPublished = label.page.standing == .published
        return .evidenceAdded(
            EvidenceAdded(label, copy: isPublished ? try file(copy ?? digits + "1") : nil, kept: kept)
        )
    }

    /// A document.
    static func document(_ digits: String, _ label: EvidenceLabel) throws -> Act {
        .evidenceAdded(EvidenceAdded(label, copy: nil, kept: .init(original: try file(digits, .pdf))))
    }

    /// A fingerprint of random bits, with some of the first ones changed.
    static func fingerprint(_ salt: String, changed: Int = 0) throws -> EvidenceFingerprint {
        var dice = Dice(everyRun: salt)
        var words = (0..<16).map { _ in dice.next() }
        for bit in 0..<changed { words[15 - bit % 16] ^= 1 << UInt64(bit / 16) }
        guard let fingerprint = EvidenceFingerprint(words: words) else { throw Office.Misspelt(text: salt) }
        return fingerprint
    }
}
