public import Elections

/// The forms of a file that somebody hands in at a desk.
public struct HandedForms: Sendable {
    /// The most bytes of a file.
    public static let largestFile = 8_000_000
    /// The most forms of a file.
    public static let mostForms = 20_000

    /// How a file says what is on forms.
    public enum Shape: String, CaseIterable, Hashable, Sendable {
        /// A table whose columns are called as the desk calls its fields.
        case desk
        /// A file of Sirekap 2024: one station's JSON, or a table made of them.
        case sirekap
    }

    /// A form as it stands in the file.
    public struct Form: Hashable, Sendable {
        /// Which form it is.
        public let key: FormKey
        /// The row of a table; `nil` where the file is one form.
        public let row: Int?
        /// A figure per field of the desk; `nil` for what is not entered.
        public let figures: [Int?]
        /// The place of an earlier form of the file that says the same; `nil` for none.
        public let repeats: Int?

        /// Whether any figure is entered.
        public var isFilled: Bool { figures.contains { $0 != nil } }
    }

    /// The name of the file.
    public let file: String
    /// The ballot.
    public let ballot: Ballot
    /// The SHA-256 digest of the file, in lower-case hexadecimal digits.
    public let digest: String
    /// The fields of the desk, which figures are in the order of.
    public let fields: [Field]
    /// Those that the file has room for.
    public let offered: Set<Field>
    /// The forms, in the order of the file.
    public let forms: [Form]
}

extension HandedForms {
    /// The shapes in which forms of the desks that are open can be handed in.
    public static func shapes(in state: ElectionState) -> [Shape] {
        Shape.allCases.filter { shape in state.desks.contains { isUsed(shape, for: $0, in: state) } }
    }

    private static func isUsed(_ shape: Shape, for ballot: Ballot, in state: ElectionState) -> Bool {
        switch shape {
        case .desk: true
        case .sirekap:
            ballot == ImportSource.sirekap.ballot
                && state.law.map(ImportSource.sirekap.laws.contains) ?? false
        }
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: What it holds.
    ///   - file: Its name; that of a station's JSON says which station it is.
    ///   - shape: How it says what is on forms.
    ///   - ballot: The ballot whose forms they are.
    ///   - isEntry: Whether it stands for typing: a table of the desk's then has every column of a form.
    ///   - state: What the office knows.
    /// - Returns: Its forms.
    /// - Throws: ``Problems`` with everything that is wrong with the file; then nothing of it is taken.
    /// - Complexity: O(bytes).
    public static func read(
        _ bytes: [UInt8],
        as file: String,
        _ shape: Shape,
        of ballot: Ballot,
        isEntry: Bool,
        in state: ElectionState
    ) throws(Problems) -> HandedForms {
        var log = ProblemLog()
        guard let desk = state.desk(of: ballot), let law = state.law,
            let contest = state.contestWithoutForms(of: ballot)
        else { throw Problems([Problem(.misfit(.noFigures(ballot: ballot.rawValue)), file: file)]) }
        if bytes.count > largestFile { log.add(.tooLong(limit: largestFile), file: file) }
        if bytes.starts(with: [0x1F, 0x8B]) { log.add(.packed, file: file) }
        // No text has it, and not everything that keeps texts keeps it.
        if let byte = bytes.firstIndex(of: 0) { log.add(.notUTF8(byte: byte), file: file) }
        if !isUsed(shape, for: ballot, in: state) {
            let laws = ImportSource.sirekap.laws.map { "\(ImportSource.sirekap.ballot.rawValue) \($0.id)" }
            log.add(.malformed("\(ballot.rawValue) \(law.id)", expected: .oneOf(laws)), file: file)
        }
        try log.check()
        var batch = FormBatch(fields: desk.fields)
        if shape == .sirekap, file.lowercased().hasSuffix(".json") {
            SirekapFile.read(file, holding: bytes, contest.contestants, into: &batch, &log)
        } else {
            let names: ColumnNames =
                switch shape {
                case .desk: .desk(of: desk.fields)
                case .sirekap: .published(.sirekap, prefix: "")
                }
            let sink = ImportSink(
                file,
                names,
                contestants: contest.contestants,
                batch: batch,
                names: RegionNames(),
                mostForms: mostForms
            )
            batch = FormBatch(fields: [])
            var stream = CSVStream(file, into: sink, needsRows: true, longestText: largestFile)
            stream.feed(bytes)
            stream.finish()
            batch = stream.sink.batch
            log.add(stream.log)
            if log.isEmpty, shape == .desk, isEntry {
                noteMissing(stream.sink.header, batch, ballot, state, &log)
            }
        }
        try log.check()
        return HandedForms(file: file, ballot: ballot, digest: FileDigest.sha256(of: bytes), batch)
    }

    private init(file: String, ballot: Ballot, digest: String, _ batch: FormBatch) {
        (self.file, self.ballot, self.digest) = (file, ballot, digest)
        (fields, offered) = (batch.forms.fields, batch.offered)
        forms = batch.stations.indices.map { place in
            Form(
                key: FormKey(ballot, batch.stations[place], batch.versions[place]),
                row: batch.origins[place].row,
                figures: batch.forms.row(place),
                repeats: batch.repeated[place]
            )
        }
    }

    /// A column that is missing would leave a field of the paper empty on every form, unseen.
    private static func noteMissing(
        _ header: [String],
        _ batch: FormBatch,
        _ ballot: Ballot,
        _ state: ElectionState,
        _ log: inout ProblemLog
    ) {
        var villages: Set<RegionCode> = []
        var missing: Set<Field> = []
        for station in batch.stations where villages.insert(station.village).inserted {
            let fields = state.fields(of: FormKey(ballot, station))
            missing.formUnion(fields.filter { !batch.offered.contains($0) })
        }
        for field in batch.forms.fields where missing.contains(field) {
            log.add(
                .columnMissing(found: header.map(\.shortened)),
                file: batch.files[0],
                row: 1,
                column: field.column
            )
        }
    }
}
