import Elections
import Exchange

/// What an import does, form by form and in all.
struct ImportPage {
    private let plan: ImportPlan
    private let language: Language

    init(_ plan: ImportPlan, _ language: Language) {
        self.plan = plan
        self.language = language
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// A row for every form.
    var rows: Rows {
        Rows(columns: ["file", "row", "station", "version", "action", "reason"], numbers: ["row"]) { body in
            for index in 0..<plan.count { try body(cells(of: plan[index])) }
        }
    }

    private func cells(of row: ImportPlan.Row) -> [Rows.Cell] {
        [
            .text(row.file), .number(row.row), .text(row.station.description), .text(row.version.rawValue),
            .text(row.action.word), .text(reason(row.action)),
        ]
    }

    /// The forms shown of those that meet the same fate for the same reason; all are in CSV and JSON.
    private static let most = 5

    /// The forms that are not simply added, some of each kind, and what becomes of how many.
    func lines(isPreview: Bool) -> [String] {
        let groups = groups
        var table = [
            [
                say("berkas", "file"), say("TPS", "station"), say("tindakan", "action"),
                say("alasan", "reason"),
            ]
        ]
        for group in groups where group.action != .added {
            for index in group.examples {
                let row = plan[index]
                let place = row.row.map { "\(row.file):\($0)" } ?? row.file
                table.append([place, row.station.description, word(row.action), reason(row.action)])
            }
            if group.count > group.examples.count {
                let more = Numbers(language).whole(group.count - group.examples.count)
                table.append([say("… dan \(more) lagi", "… and \(more) more"), "", word(group.action), ""])
            }
        }
        let details = table.count > 1 ? TextTable.lines(table, numbers: []) + [""] : []
        return details + summary(groups) + conclusion(isPreview: isPreview)
    }

    /// Forms that meet the same fate for the same reason.
    private struct Group {
        let key: String
        let action: ImportPlan.Action
        var count = 0
        var examples: [Int] = []
    }

    private var groups: [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for index in 0..<plan.count {
            let action = plan[index].action
            let place = places[action.kind] ?? groups.count
            if place == groups.count {
                places[action.kind] = place
                groups.append(Group(key: action.kind, action: action))
            }
            groups[place].count += 1
            if groups[place].examples.count < Self.most { groups[place].examples.append(index) }
        }
        return groups.sorted { ($0.action.rank, $1.count, $0.key) < ($1.action.rank, $0.count, $1.key) }
    }

    private func summary(_ groups: [Group]) -> [String] {
        let numbers = Numbers(language)
        let all = say("formulir di semua berkas", "forms in all files")
        let rows = groups.map { group in
            let why = group.action.isOfOneReason ? reason(group.action) : ""
            return [numbers.whole(group.count), word(group.action), why]
        }
        let sum = [[numbers.whole(plan.count), all, ""]]
        let stations = [
            [numbers.whole(plan.newStations), say("TPS baru di daftar", "stations new in the register"), ""]
        ]
        return TextTable.lines(rows + sum + (plan.newStations > 0 ? stations : []), numbers: [0])
    }

    private func conclusion(isPreview: Bool) -> [String] {
        if plan.changesNothing { return ["", say("Tidak ada yang berubah.", "Nothing changes.")] }
        let files = plan.files.joined(separator: ", ")
        guard isPreview else { return [] }
        return [
            "",
            say(
                "Pratinjau: tidak ada yang ditulis. Akan ditulis di \(plan.folder): \(files)",
                "Preview: nothing was written. To be written in \(plan.folder): \(files)"
            ),
        ]
    }

    /// What was written.
    var done: String {
        let files = plan.files.joined(separator: ", ")
        return say("Ditulis di \(plan.folder): \(files)", "Written in \(plan.folder): \(files)")
    }
}

extension ImportPage {
    private func word(_ action: ImportPlan.Action) -> String {
        switch action {
        case .added: say("ditambahkan", "added")
        case .addedWithStation: say("ditambahkan dengan TPS-nya", "added with its station")
        case .replaced: say("diganti", "replaced")
        case .conflict: say("bertentangan, dilewati", "conflict, skipped")
        case .skipped: say("dilewati", "skipped")
        }
    }

    private func reason(_ action: ImportPlan.Action) -> String {
        switch action {
        case .added, .addedWithStation: ""
        case .replaced(let differences), .conflict(let differences): self.differences(differences)
        case .skipped(let reason): self.reason(reason)
        }
    }

    private func reason(_ reason: ImportPlan.Reason) -> String {
        switch reason {
        case .nothingEntered: say("tidak ada angka yang terisi", "no figure is entered")
        case .readAlready(let file, let row):
            say(
                "sama dengan \(file)\(row.map { ", baris \($0)" } ?? "")",
                "same as in \(file)\(row.map { ", row \($0)" } ?? "")"
            )
        case .alreadyThere: say("sudah ada", "already there")
        case .stationUnknown:
            say("TPS tidak ada di daftar (lihat --register)", "station not in the register (see --register)")
        case .villageUnknown: say("desa/kelurahan tidak ada di daftar", "village not in the register")
        case .ballotNotAtStation:
            say("TPS tidak mempunyai surat suara ini", "the station does not have this ballot")
        }
    }

    /// The first figures that differ: column, what is there, what the form has.
    private func differences(_ differences: [ImportPlan.Difference]) -> String {
        let shown = differences.prefix(3).map { difference in
            let (present, offered) = (difference.present, difference.offered)
            return "\(difference.field.column) \(present.map(String.init) ?? "–") → "
                + (offered.map(String.init) ?? "–")
        }
        return shown.joined(separator: ", ") + (differences.count > 3 ? ", …" : "")
    }
}

extension ImportPlan.Action {
    /// The word for programs.
    fileprivate var word: String {
        switch self {
        case .added: "added"
        case .addedWithStation: "added-with-station"
        case .replaced: "replaced"
        case .conflict: "conflict"
        case .skipped: "skipped"
        }
    }

    /// Actions of one kind are told together.
    fileprivate var kind: String {
        guard case .skipped(let reason) = self else { return word }
        return switch reason {
        case .nothingEntered: "nothing-entered"
        case .readAlready: "read-already"
        case .alreadyThere: "already-there"
        case .stationUnknown: "station-unknown"
        case .villageUnknown: "village-unknown"
        case .ballotNotAtStation: "ballot-not-at-station"
        }
    }

    /// Whether all of the kind have the same reason.
    fileprivate var isOfOneReason: Bool {
        switch self {
        case .added, .addedWithStation: true
        case .replaced, .conflict, .skipped(.readAlready): false
        case .skipped: true
        }
    }

    /// The place in the list: what changes first.
    fileprivate var rank: Int {
        switch self {
        case .added: 0
        case .addedWithStation: 1
        case .replaced: 2
        case .conflict: 3
        case .skipped: 4
        }
    }
}
