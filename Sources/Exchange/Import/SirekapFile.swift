import Elections

/// One result file of Sirekap 2024: a station's form as JSON, named by the station's code.
///
/// `chart` holds the votes, `administrasi` everything else; either is null until it is entered. `chart`
/// always has a placeholder called "null".
struct SirekapFile {
    /// The most bytes of a file; a real one has about a thousand.
    static let largest = 1 << 20

    private static let placeholder = JSONMember(name: "null", value: .null)

    private let path: String
    /// What the file holds; `nil` where it is read from the disk.
    private let bytes: [UInt8]?
    private let contestants: [Contestant]
    private var log = ProblemLog()
    private var figures: [Field: Int] = [:]

    private init(_ path: String, _ bytes: [UInt8]?, _ contestants: [Contestant]) {
        self.path = path
        self.bytes = bytes
        self.contestants = contestants
    }

    /// Reads the file at `path` into `batch`, or notes everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - path: Where it is; its name says of which station it is.
    ///   - bytes: What it holds, where somebody has it already.
    ///   - contestants: Who stood on the ballot.
    ///   - batch: Takes the form.
    ///   - log: Takes what is wrong.
    static func read(
        _ path: String,
        holding bytes: [UInt8]? = nil,
        _ contestants: [Contestant],
        into batch: inout FormBatch,
        _ log: inout ProblemLog
    ) {
        var file = SirekapFile(path, bytes, contestants)
        let form = file.form()
        log.add(file.log)
        guard file.log.isEmpty, let (station, version) = form else { return }
        let place = batch.begin(path, offering: batch.forms.fields)
        let entry = FormBatch.Entry(
            station: station,
            version: version,
            origin: FormBatch.Origin(file: place, row: nil),
            cells: batch.forms.fields.map { file.figures[$0] },
            roll: nil
        )
        batch.take(entry, column: nil, &log)
    }

    /// The station and the version of the form, its figures taken.
    private mutating func form() -> (StationCode, FormVersion)? {
        let station = station()
        guard let members = members() else { return nil }
        for key in ["chart", "administrasi"] where members[key] == nil { note(.keyMissing, key) }
        take(members["chart"], "chart", votes)
        take(members["administrasi"], "administrasi") { ImportSource.sirekapFigures[$0] }
        let version = version(members["psu"] ?? .null)
        guard let station, let version else { return nil }
        return (station, version)
    }

    private mutating func note(_ kind: Problem.Kind, _ key: String? = nil, row: Int? = nil) {
        log.add(kind, file: path, row: row, column: key)
    }

    /// The station by the name of the file.
    private mutating func station() -> StationCode? {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        if let station = StationCode(digits: name.dropLast(".json".count)) { return station }
        note(.malformed(name.shortened, expected: .stationCode))
        return nil
    }

    private mutating func members() -> [JSONMember]? {
        do throws(Problem) {
            let text =
                if let bytes {
                    try SmallFile.text(bytes, as: path, limit: Self.largest)
                } else {
                    try SmallFile.text(at: path, limit: Self.largest)
                }
            do throws(JSONReader.Failure) {
                if let members = try JSONReader.read(text).members { return members }
                note(.malformed("", expected: .mapping))
            } catch {
                note(.notJSON(error.fault), row: error.line)
            }
        } catch {
            note(error.kind)
        }
        return nil
    }

    /// Takes every figure of an object; `field` says which field a name stands for.
    private mutating func take(_ value: JSONValue?, _ key: String, _ field: (String) -> Field?) {
        guard let value, value != .null else { return }
        guard let members = value.members else {
            return note(.malformed(value.shown, expected: .mapping), key)
        }
        var names: [Field: String] = [:]
        for member in members where member != Self.placeholder {
            let name = member.name.shortened
            guard let field = field(member.name) else {
                note(.unknown(name, of: .key), "\(key).\(name)")
                continue
            }
            if let other = names[field] { note(.columnsExclude([other, name]), key) }
            names[field] = name
            figures[field] = count(member.value, "\(key).\(name)")
        }
    }

    private func votes(_ name: String) -> Field? {
        ImportSource.sirekapContestants[name].flatMap { number in
            contestants.contains { $0.number == number } ? .votes(number) : nil
        }
    }

    /// A figure; `nil` when it is not entered, or none, which is noted.
    private mutating func count(_ value: JSONValue, _ key: String) -> Int? {
        switch value {
        case .null: return nil
        case .number(let text):
            let bytes = Array(text.utf8)
            switch CountCell(bytes.span, bytes.indices, limit: FormTable.largest) {
            case .missing: return nil
            case .count(let count): return count
            case .refused(let refusal): note(refusal.problem(text, limit: FormTable.largest), key)
            }
        // Only its quotation marks tell "12" from 12.
        case .text(let text) where !text.isEmpty && text.allSatisfy(\.isNumber):
            note(.notACount("\"\(value.shown)\""), key)
        case .bool, .text, .array, .object: note(.notACount(value.shown), key)
        }
        return nil
    }

    /// What `psu` says: nothing, or the name of a vote or count.
    private mutating func version(_ value: JSONValue) -> FormVersion? {
        switch value {
        case .null: return .regular
        case .text(let word):
            if let version = ImportSource.version(word) { return version }
        case .bool, .number, .array, .object: break
        }
        note(.malformed(value.shown, expected: .oneOf(ImportSource.versionWords)), "psu")
        return nil
    }
}
