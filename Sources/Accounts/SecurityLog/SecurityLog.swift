/// The files a security log lies in; each only grows.
public protocol SecurityLogFiles: Sendable {
    /// The names of all files, in order.
    func names() async throws(AccountStoreFault) -> [String]

    /// All bytes of a file; none when it is not there.
    func bytes(of name: String) async throws(AccountStoreFault) -> [UInt8]

    /// Adds bytes at the end of a file, which is made when it is not there; on the disk when this returns.
    func append(_ bytes: [UInt8], to name: String) async throws(AccountStoreFault)

    /// Cuts a file off after so many bytes.
    func cut(_ name: String, after count: Int) async throws(AccountStoreFault)

    /// Removes a file.
    func remove(_ name: String) async throws(AccountStoreFault)
}

/// Who signed in, and who tried: lines sealed one after the other, in files that follow each other.
///
/// It holds no secrets, and of names that were typed only those of accounts: people type their password there.
public actor SecurityLog {
    /// How much is kept.
    public struct Limits: Hashable, Sendable {
        /// The most bytes of a file.
        public let bytes: Int
        /// The most files; the oldest go.
        public let files: Int

        /// A mebibyte each, four hundred of them: a year and more of days.
        public static let standard = Limits(bytes: 1 << 20, files: 400)

        /// Limits; a file holds two lines at least, and two files are kept.
        public init(bytes: Int, files: Int) {
            (self.bytes, self.files) = (max(1_024, bytes), max(2, files))
        }
    }

    let files: any SecurityLogFiles
    private let limits: Limits
    /// The number of the file that is written.
    private var file: Int
    private var names: [String]
    private var length: Int
    /// The date it is of, as it is written.
    private var day: Substring?
    private var number: Int
    private var seal: String
    /// A line may stand half in the file.
    private var isTorn = false
    private var isWriting = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// The number of lines that were ever written, and the seal of the last: what keeps anybody from sealing anew.
    public var head: (lines: Int, seal: String) { (number, seal) }

    /// Goes on with a log, or begins one.
    ///
    /// A line that was half written is cut off. Behind a file that was changed a new one begins, which says so.
    ///
    /// - Parameters:
    ///   - files: Where it lies.
    ///   - limits: How much is kept.
    ///   - time: Seconds since 1970.
    /// - Throws: ``AccountStoreFault``.
    /// - Complexity: O(bytes of the last file).
    public init(
        _ files: any SecurityLogFiles,
        limits: Limits = .standard,
        at time: Int
    ) async throws(AccountStoreFault) {
        (self.files, self.limits) = (files, limits)
        names = try await files.names()
        (file, length, number, seal) = (0, 0, 0, SecurityLine.origin)
        guard let last = names.last else { return }
        file = Self.number(of: last)
        var bytes = try await files.bytes(of: last)
        let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let wasCut = whole < bytes.count
        if wasCut {
            try await files.cut(last, after: whole)
            bytes.removeLast(bytes.count - whole)
        }
        // Of a file that was begun and not written the one before tells how it goes on.
        guard !bytes.isEmpty else {
            guard names.count > 1 else { return }
            let former = names[names.count - 2]
            let report = SecurityLogReport([(former, try await files.bytes(of: former))])
            (number, seal) = (report.next, report.seal)
            return
        }
        let report = SecurityLogReport([(last, bytes)])
        (number, seal, length) = (report.next, report.seal, bytes.count)
        let first = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        day = SecurityLine.value("at", first)?.prefix(10)
        if report.firstBroken != nil {
            try await note(SecurityNote(.fileBroken, at: time), inNewFile: true)
        } else if wasCut {
            try await note(SecurityNote(.lineCut, at: time))
        }
    }

    /// Writes a line down; it is on the disk when this returns.
    ///
    /// - Throws: ``AccountStoreFault``; the line is not there then.
    public func note(_ note: SecurityNote) async throws(AccountStoreFault) {
        try await self.note(note, inNewFile: false)
    }

    /// Looks at the whole log.
    ///
    /// - Returns: What is left of it, and the first line that is not as it was written.
    /// - Throws: ``AccountStoreFault``.
    /// - Complexity: O(bytes).
    public static func verify(
        _ files: any SecurityLogFiles
    ) async throws(AccountStoreFault) -> SecurityLogReport {
        var all: [(String, [UInt8])] = []
        for name in try await files.names() { all.append((name, try await files.bytes(of: name))) }
        return SecurityLogReport(all)
    }

    private func note(_ note: SecurityNote, inNewFile isNew: Bool) async throws(AccountStoreFault) {
        // One line after the other: each needs the seal of the one before.
        while isWriting { await withCheckedContinuation { waiting.append($0) } }
        isWriting = true
        defer {
            isWriting = false
            if !waiting.isEmpty { waiting.removeFirst().resume() }
        }
        if isTorn {
            try await files.cut(Self.name(file), after: length)
            isTorn = false
        }
        let today = UTC.text(note.time).prefix(10)
        let line = SecurityLine(note, number: number, after: seal)
        let isFull = length + line.bytes.count > limits.bytes
        guard isNew || isFull || names.isEmpty || length == 0 || today != day ?? today else {
            day = today
            return try await append([line])
        }
        let first = SecurityLine(SecurityNote(.fileBegins, at: note.time), number: number, after: seal)
        // A file that was made and not written is written now.
        if length > 0 || isNew { (file, length) = (file + 1, 0) } else { file = max(file, 1) }
        day = today
        try await append([first, SecurityLine(note, number: number + 1, after: first.seal)])
        while names.count > limits.files {
            try await files.remove(names[0])
            names.removeFirst()
        }
    }

    private func append(_ lines: [SecurityLine]) async throws(AccountStoreFault) {
        let (name, bytes) = (Self.name(file), lines.flatMap(\.bytes))
        isTorn = true
        try await files.append(bytes, to: name)
        isTorn = false
        if names.last != name { names.append(name) }
        length += bytes.count
        if let last = lines.last { (number, seal) = (last.number + 1, last.seal) }
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return "security-" + String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits + ".log"
    }

    private static func number(of name: String) -> Int {
        Int(name.dropFirst("security-".utf8.count).dropLast(".log".utf8.count)) ?? 0
    }
}
