/// Collects the problems of one or several files, so that a reader can report all of them at once.
///
/// Keeps the first ``limit`` and counts the rest: a file with a million bad rows costs no more memory.
public struct ProblemLog: Sendable {
    /// The most problems kept.
    public static let limit = 1_000

    /// The problems kept, in the order they were added.
    public private(set) var list: [Problem] = []
    /// How many more were counted.
    public private(set) var further = 0

    /// No problem yet.
    public init() {}

    /// How many problems were noted, kept or not.
    public var count: Int { list.count + further }
    /// Whether nothing is wrong.
    public var isEmpty: Bool { list.isEmpty }

    /// Notes a problem; `kind` is only made when it will be kept.
    public mutating func add(
        _ kind: @autoclosure () -> Problem.Kind,
        file: String,
        row: Int? = nil,
        column: String? = nil
    ) {
        guard list.count < Self.limit else { return further += 1 }
        list.append(Problem(kind(), file: file, row: row, column: column))
    }

    /// Notes everything wrong with another file.
    public mutating func add(_ other: ProblemLog) {
        let kept = other.list.prefix(Self.limit - list.count)
        list += kept
        further += other.further + other.list.count - kept.count
    }

    /// Notes everything wrong with another file.
    public mutating func add(_ problems: Problems) {
        let kept = problems.list.prefix(Self.limit - list.count)
        list += kept
        further += problems.further + problems.list.count - kept.count
    }

    /// Ends here when anything is wrong.
    ///
    /// - Throws: ``Problems`` with all that was noted.
    public func check() throws(Problems) {
        guard isEmpty else { throw Problems(list, further: further) }
    }
}
