extension TrustPolicy {
    /// The most logs, cosigners and groups of a policy.
    public static let mostOfAKind = 1000

    /// Reads a policy: lines `log KEY [URL]`, `witness NAME KEY [URL]`, `group NAME any|all|N NAME…` and one
    /// `quorum NAME|none`; empty lines and those that begin with `#` say nothing.
    ///
    /// - Throws: ``PolicyError`` for the first line that is wrong.
    /// - Complexity: O(bytes).
    public init(parsing bytes: [UInt8]) throws(PolicyError) {
        var reader = PolicyReader()
        var lines = bytes.split(separator: .newline, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (place, line) in lines.enumerated() {
            do { try reader.read(line) } catch { throw PolicyError(line: place + 1, fault: error) }
        }
        guard let quorum = reader.quorum else {
            throw PolicyError(line: max(1, lines.count), fault: .noQuorum)
        }
        self.init(logs: reader.logs, cosigners: reader.cosigners, quorum: quorum)
    }
}

/// What the lines of a policy said so far.
///
/// Names are bytes, as the format wants it.
private struct PolicyReader {
    private(set) var logs: [TrustPolicy.Party] = []
    private(set) var cosigners: [TrustPolicy.Party] = []
    private(set) var quorum: Quorum?
    private var named: [ArraySlice<UInt8>: Quorum] = [:]
    private var members: Set<ArraySlice<UInt8>> = []

    mutating func read(_ line: ArraySlice<UInt8>) throws(PolicyError.Fault) {
        if let byte = line.first(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7F }) {
            throw .byte(byte)
        }
        let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let keyword = words.first, keyword.first != UInt8(ascii: "#") else { return }
        switch text(keyword) {
        case "log": try readLog(words)
        case "witness": try readCosigner(words)
        case "group": try readGroup(words)
        case "quorum": try readQuorum(words)
        default: throw .keyword(text(keyword))
        }
    }

    private mutating func readLog(_ words: [ArraySlice<UInt8>]) throws(PolicyError.Fault) {
        guard (2...3).contains(words.count) else { throw .wordCount(words.count) }
        logs.append(try party(words[1...], .note, beside: logs))
    }

    private mutating func readCosigner(_ words: [ArraySlice<UInt8>]) throws(PolicyError.Fault) {
        guard (3...4).contains(words.count) else { throw .wordCount(words.count) }
        let cosigner = try party(words[2...], .cosignature, beside: cosigners)
        try name(words[1], .cosigner(cosigner.key))
        cosigners.append(cosigner)
    }

    private mutating func readGroup(_ words: [ArraySlice<UInt8>]) throws(PolicyError.Fault) {
        guard words.count >= 4 else { throw .wordCount(words.count) }
        var group: [Quorum] = []
        for word in words[3...] {
            guard let member = named[word] else { throw .unknownName(text(word)) }
            guard members.insert(word).inserted else { throw .memberTwice(text(word)) }
            group.append(member)
        }
        let least =
            switch text(words[2]) {
            case "any": 1
            case "all": group.count
            default: Decimal.number(words[2]) ?? 0
            }
        guard (1...group.count).contains(least) else {
            throw .threshold(text(words[2]), members: group.count)
        }
        try name(words[1], .group(least: least, of: group))
    }

    private mutating func readQuorum(_ words: [ArraySlice<UInt8>]) throws(PolicyError.Fault) {
        guard words.count == 2 else { throw .wordCount(words.count) }
        guard quorum == nil else { throw .secondQuorum }
        guard !words[1].elementsEqual("none".utf8) else { return quorum = .nobody }
        guard let named = named[words[1]] else { throw .unknownName(text(words[1])) }
        quorum = named
    }

    /// The party that a key and perhaps an address describe.
    private func party(
        _ words: ArraySlice<ArraySlice<UInt8>>,
        _ kind: SignatureKind,
        beside others: [TrustPolicy.Party]
    ) throws(PolicyError.Fault) -> TrustPolicy.Party {
        guard others.count < TrustPolicy.mostOfAKind else { throw .tooMany }
        let texts = words.map(text)
        let key: VerifierKey
        do { key = try VerifierKey(parsing: texts[0]) } catch { throw .key(error) }
        guard key.kind == kind else { throw .kind(key.kind) }
        // The same key under two names would count twice.
        guard !others.contains(where: { $0.key.publicKey == key.publicKey }) else { throw .keyTwice(key) }
        return TrustPolicy.Party(key: key, url: texts.dropFirst().first)
    }

    private mutating func name(_ word: ArraySlice<UInt8>, _ quorum: Quorum) throws(PolicyError.Fault) {
        guard named[word] == nil, !word.elementsEqual("none".utf8) else { throw .nameTaken(text(word)) }
        guard named.count < 2 * TrustPolicy.mostOfAKind else { throw .tooMany }
        named[word] = quorum
    }

    private func text(_ word: ArraySlice<UInt8>) -> String {
        String(decoding: word, as: UTF8.self)
    }
}
