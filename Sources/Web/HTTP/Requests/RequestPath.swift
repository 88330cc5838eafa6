/// The steps of a path, decoded; the one spelling of each address.
struct RequestPath: Hashable, Sendable {
    /// The most bytes of a path as it is sent.
    static let mostBytes = 1_000

    /// The steps between the slashes; none for the root.
    let steps: [String]

    /// A path of steps that were read before.
    init(steps: [String]) {
        self.steps = steps
    }

    /// Reads a path.
    ///
    /// - Throws: ``Refusal/Code/malformed`` for anything that names a place only in a roundabout way: empty
    ///   steps, `.` and `..`, slashes and backslashes that are encoded, control characters.
    /// - Complexity: O(bytes).
    init(parsing text: some StringProtocol) throws(Refusal) {
        guard text.utf8.count <= Self.mostBytes, text.utf8.first == UInt8(ascii: "/") else {
            throw Refusal(.malformed)
        }
        var steps: [String] = []
        if text.utf8.count > 1 {
            let parts = text.utf8.dropFirst().split(
                separator: UInt8(ascii: "/"),
                omittingEmptySubsequences: false
            )
            for part in parts { steps.append(try Self.step(part)) }
        }
        self.steps = steps
    }

    /// The path as it is written, from the root.
    var text: String { "/" + steps.map(PercentCoding.encoded).joined(separator: "/") }

    private static func step(_ encoded: some Sequence<UInt8>) throws(Refusal) -> String {
        guard let step = PercentCoding.text(encoded), !step.isEmpty, step != ".", step != "..",
            step.utf8.allSatisfy({
                $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
            })
        else { throw Refusal(.malformed) }
        return step
    }
}
