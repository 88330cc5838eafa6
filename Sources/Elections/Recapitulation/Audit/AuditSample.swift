/// The seed of an audit's sample: digits from dice that were thrown in the meeting, for all to see.
public struct AuditSeed: Hashable, Sendable, CustomStringConvertible {
    /// The fewest digits: with dice of ten sides, some 66 bits that nobody could have chosen.
    public static let fewest = 20
    /// The most digits.
    public static let most = 200

    /// The digits as they were thrown.
    public let description: String

    /// Reads digits; spaces between them are left out.
    ///
    /// - Throws: ``Fault``.
    public init(parsing text: String) throws(Fault) {
        let digits = text.unicodeScalars.filter { $0 != " " }
        for (place, scalar) in digits.enumerated() where !("0"..."9").contains(scalar) {
            throw .noDigit(String(scalar), place: place + 1)
        }
        guard digits.count >= Self.fewest else { throw .short(digits.count) }
        guard digits.count <= Self.most else { throw .long(digits.count) }
        // A die that always falls alike was not thrown.
        guard Set(digits).count > 2 else { throw .notThrown }
        description = String(String.UnicodeScalarView(digits))
    }

    /// Why a text is no seed.
    public enum Fault: Error, Hashable, Sendable {
        /// Something else than a digit, by its place from 1, spaces left out.
        case noDigit(String, place: Int)
        /// So few digits.
        case short(Int)
        /// So many digits.
        case long(Int)
        /// One or two digits again and again.
        case notThrown
    }
}

/// The forms that an audit draws: anybody finds the same with the manifest, the seed and SHA-256 alone.
///
/// Each line of the manifest has a ticket, the SHA-256 digest of `seed,line`; the forms with the smallest tickets
/// are drawn. A larger sample begins with the smaller one.
///
/// - Source: R. L. Rivest, "Consistent Sampling with Replacement", 2018 (here without); seeds from dice as in
///   the risk-limiting audits of Colorado.
public struct AuditSample: Hashable, Sendable {
    /// A form that was drawn.
    public struct Drawn: Hashable, Sendable {
        /// The form.
        public let line: AuditManifest.Line
        /// Its ticket, in lower-case hexadecimal digits.
        public let ticket: String
    }

    /// What was drawn, the smallest ticket first.
    public let drawn: [Drawn]

    /// A sample.
    ///
    /// - Parameters:
    ///   - manifest: The forms that may be drawn.
    ///   - seed: The digits that were thrown after the manifest was published.
    ///   - size: How many forms, from 0; all of them where there are fewer.
    ///   - sha256: The digest of bytes (FIPS 180-4), in lower-case hexadecimal digits.
    /// - Complexity: O(lines × log lines).
    public init(
        _ manifest: AuditManifest,
        seed: AuditSeed,
        size: Int,
        sha256: ([UInt8]) -> String
    ) {
        let tickets = manifest.lines.map { line in
            Drawn(line: line, ticket: sha256(Array("\(seed),\(line.text)".utf8)))
        }
        drawn = Array(tickets.sorted { ($0.ticket, $0.line.text) < ($1.ticket, $1.line.text) }.prefix(size))
    }
}
