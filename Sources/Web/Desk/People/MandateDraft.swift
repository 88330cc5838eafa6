import Elections

/// A mandate as somebody wrote it down, in a form or a row of a table; read as a whole, with all that is wrong.
struct MandateDraft: Hashable, Sendable {
    /// Where something stands; the raw value is the name of the field and of the column.
    enum Column: String, CaseIterable, Hashable, Sendable {
        case role, place, division, contestant, from, until, basis
    }

    /// What is wrong, and where.
    struct Fault: Hashable, Sendable {
        let column: Column
        let words: LocalizedText
    }

    let role: Role
    let place: RegionCode?
    let division: String?
    let contestant: Int?
    let from: Int?
    let until: Int?
    let basis: String

    /// The mandate, under a number.
    func mandate(_ number: Int, for account: String) -> Mandate {
        Mandate(
            number: number,
            account: account,
            role: role,
            place: place,
            division: division,
            contestant: contestant,
            from: from,
            until: until,
            basis: basis
        )
    }
}

/// Reads a mandate, text by text, and notes what is wrong with each.
struct MandateReader {
    typealias Column = MandateDraft.Column

    let texts: [Column: String]
    let state: ElectionState
    /// Milliseconds since 1970.
    let time: Int
    private(set) var faults: [MandateDraft.Fault] = []

    init(_ texts: [Column: String], _ state: ElectionState, at time: Int) {
        (self.texts, self.state, self.time) = (texts, state, time)
    }

    /// The mandate; `nil` when anything is wrong, which ``faults`` say.
    mutating func read() -> MandateDraft? {
        let role = text(.role).flatMap(Role.init(rawValue:))
        if role == nil {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            fault(.role, "peran harus salah satu dari: \(known)", "the role must be one of: \(known)")
        }
        let place = readPlace()
        let division = readDivision()
        let contestant = readContestant(role)
        let from = readDay(.from).map(DeskDay.start)
        let until = readDay(.until).map(DeskDay.end)
        if let until, until <= max(time, from ?? 0) {
            fault(.until, "sudah lewat, atau sebelum mulai", "it is over already, or before the beginning")
        }
        let basis = text(.basis) ?? ""
        if !(1...500).contains(basis.utf8.count) {
            fault(
                .basis,
                "sebut dasar mandat (SK, surat tugas), 1–500 bita",
                "name its basis (a decree), 1–500 bytes"
            )
        }
        guard let role, faults.isEmpty else { return nil }
        return MandateDraft(
            role: role,
            place: place,
            division: division,
            contestant: contestant,
            from: from,
            until: until,
            basis: basis
        )
    }

    private func text(_ column: Column) -> String? {
        guard let text = texts[column] else { return nil }
        let plain = Substring(text).trimmingSpace
        return plain.isEmpty ? nil : String(plain)
    }

    private mutating func fault(_ column: Column, _ indonesian: String, _ english: String) {
        faults.append(MandateDraft.Fault(column: column, words: LocalizedText(id: indonesian, en: english)))
    }

    private mutating func readPlace() -> RegionCode? {
        guard let text = text(.place) else { return nil }
        guard let code = try? RegionCode(parsing: text), state.election?.regions[code] != nil else {
            fault(
                .place,
                "\"\(text)\" bukan kode wilayah pemilu ini",
                "\"\(text)\" is no region of this election"
            )
            return nil
        }
        return code
    }

    private mutating func readDivision() -> String? {
        guard let text = text(.division) else { return nil }
        guard state.organisation.divisions.contains(where: { $0.id == text }) else {
            fault(.division, "tidak ada divisi \"\(text)\"", "there is no division \"\(text)\"")
            return nil
        }
        return text
    }

    /// A witness is somebody's; nobody else is.
    private mutating func readContestant(_ role: Role?) -> Int? {
        guard let text = text(.contestant) else {
            if role == .witness {
                fault(
                    .contestant,
                    "saksi siapa? sebut nomor peserta",
                    "whose witness? name a contestant by number"
                )
            }
            return nil
        }
        let numbers = (state.election?.contests ?? []).flatMap { $0.contestants.map(\.number) }
        guard let number = Int(text), numbers.contains(number) else {
            fault(.contestant, "tidak ada peserta nomor \(text)", "there is no contestant \(text)")
            return nil
        }
        guard role == .witness || role == nil else {
            fault(.contestant, "hanya untuk saksi", "only witnesses have one")
            return nil
        }
        return number
    }

    private mutating func readDay(_ column: Column) -> CalendarDate? {
        guard let text = text(column) else { return nil }
        guard let day = CalendarDate(parsing: text) else {
            fault(column, "diharapkan tanggal seperti 2029-02-14", "expected a date such as 2029-02-14")
            return nil
        }
        return day
    }
}
