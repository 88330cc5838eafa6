/// What a look at the whole security log found.
///
/// The seals are not signed: who may write the files can seal all of them anew, or cut the end off. Both are
/// noticed by whoever knows an earlier ``seal`` and ``lines``, for instance from the journal.
public struct SecurityLogReport: Hashable, Sendable {
    /// The first line that is not as it was written.
    public struct Break: Hashable, Sendable {
        /// The name of its file.
        public let file: String
        /// Its number in the file, from 1.
        public let line: Int
        /// What is wrong.
        public let reason: Reason

        /// A break.
        public init(file: String, line: Int, reason: Reason) {
            (self.file, self.line, self.reason) = (file, line, reason)
        }
    }

    /// What can be wrong with a line.
    public enum Reason: String, Hashable, Sendable {
        /// It is no line of this log.
        case shape
        /// It has no end: it was half written, or cut.
        case unfinished
        /// Its seal is not that of its text and the line before.
        case seal
        /// Its number does not follow.
        case number
        /// The file does not follow the one before: it, or its end, is missing.
        case gap
    }

    /// The lines that are as they were written, up to the first that is not.
    public let lines: Int
    /// The number that the next line has.
    public let next: Int
    /// The seal of the last of them.
    public let seal: String
    /// The first line that is not.
    public let firstBroken: Break?

    /// Looks at files, in their order; what came before the first one, if it is not the first of all, is not asked.
    ///
    /// - Parameter files: Their names and bytes.
    /// - Complexity: O(bytes).
    public init(_ files: [(name: String, bytes: [UInt8])]) {
        var walk = Walk()
        var broken: Break?
        for (name, bytes) in files {
            if let (line, reason) = walk.read(bytes) {
                broken = Break(file: name, line: line, reason: reason)
                break
            }
        }
        (lines, next, seal, firstBroken) = (walk.lines, walk.next ?? 0, walk.seal, broken)
    }
}

extension SecurityLogReport {
    /// What is known after each line.
    private struct Walk {
        var lines = 0
        /// `nil` before the first line.
        var next: Int?
        var seal = SecurityLine.origin

        /// Reads a file; the number and reason of the first line that is wrong.
        mutating func read(_ bytes: [UInt8]) -> (line: Int, reason: Reason)? {
            let ends = bytes.last == UInt8(ascii: "\n")
            let texts = (ends ? bytes.dropLast() : bytes[...])
                .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (place, text) in texts.enumerated() {
                if place == texts.count - 1, !ends { return (place + 1, .unfinished) }
                if let reason = take(Array(text), isFirst: place == 0) { return (place + 1, reason) }
            }
            return nil
        }

        private mutating func take(_ bytes: [UInt8], isFirst: Bool) -> Reason? {
            // Behind the text: the mark, 64 digits, and the end of the object.
            let tail = SecurityLine.mark.utf8.count + 66
            guard bytes.count > tail, bytes.allSatisfy({ $0 < 0x80 }) else { return .shape }
            let line = String(decoding: bytes, as: UTF8.self)
            let body = String(line.dropLast(tail))
            let written = String(line.suffix(66).dropLast(2))
            guard line == body + SecurityLine.mark + written + "\"}" else { return .shape }
            guard let number = SecurityLine.value("n", body).flatMap({ Int($0) }) else { return .shape }
            if isFirst {
                guard let previous = SecurityLine.value("previous", body) else { return .shape }
                // The first file that is left may follow others that were deleted.
                if next == nil, number > 0 { (next, seal) = (number, String(previous)) }
                guard previous == seal, number == next ?? 0 else {
                    return SecurityLine.seal(body, after: String(previous)) == written ? .gap : .seal
                }
            }
            guard SecurityLine.seal(body, after: seal) == written else { return .seal }
            guard number == next ?? 0 else { return .number }
            (lines, next, seal) = (lines + 1, number + 1, written)
            return nil
        }
    }
}
