/// A file's digest in groups, two of which whoever hands the file in types from the letter that came with it.
///
/// It shows that the file is the one the letter speaks of: not a secret, but a look at both.
struct BlankedDigest: Hashable, Sendable {
    /// How many groups a digest has, of how many digits each.
    static let groups = 16
    static let digits = 4
    /// How often somebody may be wrong before the file must be handed in anew.
    static let mostAttempts = 5

    private let digest: String
    /// The places of the two groups that are not shown, in order.
    let blanks: [Int]

    /// A digest of 64 hexadecimal digits with two groups blanked.
    ///
    /// - Returns: `nil` for anything else.
    init?(_ digest: String, blanks: [Int]) {
        guard digest.utf8.count == Self.groups * Self.digits, blanks.count == 2, blanks[0] < blanks[1],
            blanks.allSatisfy((0..<Self.groups).contains)
        else { return nil }
        (self.digest, self.blanks) = (digest, blanks)
    }

    /// Two different groups.
    static func blanks(using generator: inout some RandomNumberGenerator) -> [Int] {
        let first = Int.random(in: 0..<groups, using: &generator)
        let step = Int.random(in: 1..<groups, using: &generator)
        return [first, (first + step) % groups].sorted()
    }

    private func group(_ place: Int) -> String {
        String(digest.dropFirst(place * Self.digits).prefix(Self.digits))
    }

    /// The groups in order; `nil` for those that are blanked.
    var shown: [String?] { (0..<Self.groups).map { blanks.contains($0) ? nil : group($0) } }

    /// Whether what was typed into the blanks is what stands there; capitals and spaces around do not matter.
    func isFilled(by typed: [String]) -> Bool {
        typed.count == blanks.count
            && zip(blanks, typed).allSatisfy { place, text in
                group(place) == text.filter { !$0.isWhitespace }.lowercased()
            }
    }
}
