/// A reading that somebody hands in to be held beside the office's: whose it is, of which file, with which forms.
public struct ComparisonReading: Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Whose it is.
    public let source: ComparisonSource
    /// The name of the file as its sender has it.
    public let file: String
    /// The SHA-256 digest of the file, in lower-case hexadecimal digits.
    public let digest: String
    /// The figures its forms have room for.
    public let fields: [Field]
    /// The forms, a figure per field, 0…``FormTable/largest``; `nil` for what is not entered.
    public let forms: [(form: FormKey, figures: [Int?])]

    /// A reading; see the properties.
    public init(
        _ ballot: Ballot,
        by source: ComparisonSource,
        file: String,
        digest: String,
        fields: [Field],
        forms: [(form: FormKey, figures: [Int?])]
    ) {
        (self.ballot, self.source, self.file, self.digest) = (ballot, source, file, digest)
        (self.fields, self.forms) = (fields, forms)
    }

    /// What the reading is called: of one source, each file has one.
    public var id: String { Self.id(of: digest, by: source) }

    /// What a source's reading of the file with a digest is called.
    public static func id(of digest: String, by source: ComparisonSource) -> String {
        "\(source.word)-\(digest.prefix(16))"
    }

    private var path: String { "comparison/\(ballot.rawValue)/\(id)" }

    /// What is asked of the office for it: a command, and the name of the request for it.
    ///
    /// A part is named by its first form: after one that was broken off the next begins elsewhere.
    public struct Step: Sendable {
        /// The command.
        public let acts: [Act]
        /// The name of the request.
        public let request: String
    }

    /// What opens it, unless it is there, and takes its forms in, in parts of about `cells` figures.
    ///
    /// - Parameters:
    ///   - isSimulated: Whether its figures are made up, for a rehearsal.
    ///   - isOpen: Whether the reading is there, with other forms of the file.
    ///   - cells: About how many figures go into one command.
    /// - Returns: The steps in the order in which they must be done.
    /// - Complexity: O(*n* log *n*) in the forms.
    public func steps(isSimulated: Bool = false, isOpen: Bool = false, cells: Int = 200_000) -> [Step] {
        let name = "compare/\(ballot.rawValue)/\(source.word)/\(digest)"
        let opening = isOpen ? [] : [Step(acts: opening(isSimulated), request: name)]
        return opening
            + parts(cells).map { part in
                let village = part.villages[0]
                let form = "\(village.code)/\(village.forms[0].station)/\(village.forms[0].version.rawValue)"
                return Step(acts: [.formsTaken(part)], request: "\(name)/\(form)")
            }
    }

    private func opening(_ isSimulated: Bool) -> [Act] {
        let digests = SourceFile.Signature(signed: digest, found: digest)
        let named = SourceFile(
            path: path,
            nature: isSimulated ? .simulated : .reading,
            source: LocalizedText(
                id: "\(source.name.indonesian): \(file)",
                en: "\(source.name.english): \(file)"
            ),
            signature: digests
        )
        let opened = ReadingOpened(
            ballot: ballot,
            id: id,
            name: source.name,
            file: path,
            fields: fields,
            comparison: source
        )
        return [.filesNamed([named]), .readingOpened(opened)]
    }

    /// The forms village by village.
    private func parts(_ cells: Int) -> [FormsTaken] {
        let sorted = forms.sorted { left, right in
            (left.form.station, left.form.version) < (right.form.station, right.form.version)
        }
        var parts: [FormsTaken] = []
        var villages: [FormsTaken.Village] = []
        var count = 0
        for (form, figures) in sorted {
            if villages.last?.code != form.station.village {
                if count >= cells {
                    parts.append(FormsTaken(ballot: ballot, reading: id, villages: villages))
                    (villages, count) = ([], 0)
                }
                villages.append(FormsTaken.Village(code: form.station.village))
            }
            let last = villages.count - 1
            villages[last].forms.append(
                FormsTaken.Form(station: form.station.number, version: form.version)
            )
            villages[last].cells += figures.map { $0.map(Int32.init) ?? FormTable.missing }
            count += figures.count
        }
        if !villages.isEmpty {
            parts.append(FormsTaken(ballot: ballot, reading: id, villages: villages))
        }
        return parts
    }
}

extension ElectionState {
    /// Whether a ballot has a reading.
    public func hasReading(_ id: String, of ballot: Ballot) -> Bool {
        contest(ballot)?.hasReading(id) ?? false
    }

    /// Whether a form is in a reading.
    public func has(_ form: FormKey, inReading id: String) -> Bool {
        guard let station = position(of: form.station) else { return false }
        return contest(form.ballot)?.has(station, form.version, inReading: id) ?? false
    }

    /// Checks that acts open a reading that never counts, name its file, or take forms into one, and do no more.
    func checkComparison(_ acts: [Act]) throws(ActFault) {
        var opened: [ReadingOpened] = []
        for case .readingOpened(let act) in acts {
            guard act.comparison != nil, act.id != DeskOpened.reading else {
                throw .notACommand(.readingOpened)
            }
            guard desk(of: act.ballot) != nil else { throw .noDesk(act.ballot) }
            opened.append(act)
        }
        let named = acts.flatMap { act -> [SourceFile] in
            if case .filesNamed(let files) = act { files } else { [] }
        }
        for act in opened where !named.contains(where: { $0.path == act.file }) {
            throw .notACommand(.readingOpened)
        }
        for act in acts {
            switch act {
            case .readingOpened: break
            case .filesNamed(let files):
                guard files.allSatisfy({ file in opened.contains { $0.file == file.path } }),
                    files.allSatisfy({ $0.nature == .reading || $0.nature == .simulated })
                else { throw .notACommand(.filesNamed) }
            case .formsTaken(let act):
                let isNew = opened.contains { $0.ballot == act.ballot && $0.id == act.reading }
                guard isNew || contest(act.ballot)?.isComparison(act.reading) == true else {
                    throw .notACommand(.formsTaken)
                }
            default: throw .notACommand(act.kind)
            }
        }
    }
}
