/// Takes a form with files apart as its bytes come, however they are cut.
///
/// Holds a header or a boundary's beginning at most; a delimiter that is followed by anything but the end of
/// its line is refused, so that no two readers see other parts.
///
/// - Source: RFC 7578; RFC 2046 section 5.1.1.
struct MultipartParser: Sendable {
    /// What the bytes came to.
    enum Event: Hashable, Sendable {
        case part(PartHead)
        case bytes([UInt8])
        case partEnds
    }

    private enum State {
        /// Before the first part; what stands there is for nobody.
        case preamble
        case delimiterPassed
        case header
        case content
        /// Behind the last part; what stands there is for nobody.
        case epilogue
    }

    private let delimiter: [UInt8]
    let bounds: Multipart.Bounds
    private var state = State.preamble
    // As if a line ended before the first byte, so that the first delimiter is one like the others.
    private var pending: [UInt8] = [0x0D, 0x0A]
    private var place = 0
    /// How far the present header was searched for its end.
    private var searched = 0
    /// The bytes still to come that are the blank line's and no content.
    private var owed = 0
    private var taken = 0
    private var parts = 0

    /// A parser; nil for a boundary that none may have.
    ///
    /// - Source: RFC 2046 section 5.1.1: 1 to 70 characters, no space at the end.
    init?(boundary: String, _ bounds: Multipart.Bounds) {
        let isPlain = boundary.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "'()+_,-./:=? ".utf8.contains(byte)
            }
        }
        guard (1...70).contains(boundary.utf8.count), isPlain, boundary.utf8.last != UInt8(ascii: " ") else {
            return nil
        }
        delimiter = Array("\r\n--".utf8) + boundary.utf8
        self.bounds = bounds
    }

    /// Takes bytes in.
    ///
    /// - Returns: What is known now that was not before.
    /// - Throws: ``Refusal/Code/tooLarge`` above a bound; ``Refusal/Code/malformed``.
    /// - Complexity: O(bytes).
    mutating func take(_ bytes: some Collection<UInt8>) throws(Refusal) -> [Event] {
        taken += bytes.count
        guard taken <= bounds.bytes else { throw Refusal(.tooLarge) }
        pending += bytes
        var events: [Event] = []
        while try step(&events) {}
        pending.removeFirst(place)
        searched = max(0, searched - place)
        place = 0
        return events
    }

    /// Says that no more bytes come.
    ///
    /// - Throws: ``Refusal/Code/malformed`` when the last part has not ended.
    func finish() throws(Refusal) {
        guard state == .epilogue else { throw Refusal(.malformed) }
    }

    /// One step; false when it needs more bytes.
    private mutating func step(_ events: inout [Event]) throws(Refusal) -> Bool {
        switch state {
        case .preamble:
            guard skipTo(delimiter: { _ in }) else {
                guard taken <= bounds.preambleBytes else { throw Refusal(.malformed) }
                return false
            }
            state = .delimiterPassed
            return true
        case .delimiterPassed: return try line()
        case .header: return try header(&events)
        case .content:
            var owed = owed
            let found = skipTo(delimiter: { passed in
                let content = passed.dropFirst(owed)
                owed -= passed.count - content.count
                if !content.isEmpty { events.append(.bytes(Array(content))) }
            })
            self.owed = owed
            guard found else { return false }
            events.append(.partEnds)
            state = .delimiterPassed
            return true
        case .epilogue:
            place = pending.count
            return false
        }
    }

    /// Passes everything before the next delimiter, and it; false when it has not come yet.
    ///
    /// Only what may be its beginning stays then.
    private mutating func skipTo(delimiter passed: (ArraySlice<UInt8>) -> Void) -> Bool {
        let start = place
        while let lineEnd = pending[place...].firstIndex(of: 0x0D) {
            let candidate = pending[lineEnd...].prefix(delimiter.count)
            if candidate.elementsEqual(delimiter) {
                passed(pending[start..<lineEnd])
                place = lineEnd + delimiter.count
                return true
            }
            if lineEnd + candidate.count == pending.count, delimiter.starts(with: candidate) {
                passed(pending[start..<lineEnd])
                place = lineEnd
                return false
            }
            place = lineEnd + 1
        }
        passed(pending[start...])
        place = pending.count
        return false
    }

    /// The rest of a delimiter's line: `--` after the last part, or spaces that a mail server added.
    private mutating func line() throws(Refusal) -> Bool {
        var end = place
        while end < pending.count, pending[end] == 0x20 || pending[end] == 0x09 { end += 1 }
        guard end - place <= 70 else { throw Refusal(.malformed) }
        guard pending.count >= end + 2 else { return false }
        switch (pending[end], pending[end + 1]) {
        case (0x0D, 0x0A):
            // The line's end stays: a header may be empty, and then its blank line is this one's neighbour.
            place = end
            searched = end
            state = .header
        case (UInt8(ascii: "-"), UInt8(ascii: "-")) where end == place: state = .epilogue
        default: throw Refusal(.malformed)
        }
        return true
    }

    private mutating func header(_ events: inout [Event]) throws(Refusal) -> Bool {
        var end: Int?
        while searched + 4 <= pending.count, end == nil {
            if pending[searched..<(searched + 4)].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) { end = searched }
            searched += 1
        }
        guard (end ?? pending.count) - place <= bounds.headerBytes else { throw Refusal(.tooLarge) }
        guard let end else { return false }
        parts += 1
        guard parts <= bounds.parts else { throw Refusal(.tooLarge) }
        guard let head = PartHead(parsing: pending[place..<end].dropFirst(2)) else {
            throw Refusal(.malformed)
        }
        events.append(.part(head))
        // The blank line's end stays: a part may have no content at all, and then it begins the delimiter.
        place = end + 2
        owed = 2
        state = .content
        return true
    }
}
