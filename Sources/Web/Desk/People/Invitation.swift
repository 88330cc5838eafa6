import Accounts
import Elections
import Exchange

/// A table of people to be invited, read as a whole: what will be done, or everything that is wrong with it.
struct Invitation: Sendable {
    /// The columns; the first of them and the role and the basis must be there.
    static let columns = ["account"] + MandateDraft.Column.allCases.map(\.rawValue)

    /// The most rows.
    static let most = 200

    /// What a row asks for.
    struct Row: Hashable, Sendable {
        /// As a spreadsheet shows it.
        let number: Int
        let account: AccountName
        /// Whether there is no such account yet.
        let isNew: Bool
        let draft: MandateDraft
    }

    /// What is wrong, and where.
    struct Fault: Hashable, Sendable {
        let row: Int?
        let column: String?
        let words: LocalizedText
    }

    private(set) var rows: [Row] = []
    private(set) var faults: [Fault] = []

    /// The accounts that will be opened, in the order of the table.
    var new: [AccountName] {
        var seen: Set<AccountName> = []
        return rows.filter { $0.isNew && seen.insert($0.account).inserted }.map(\.account)
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: CSV in UTF-8.
    ///   - state: What the office knows.
    ///   - time: Milliseconds since 1970.
    /// - Complexity: O(rows).
    init(_ bytes: [UInt8], _ state: ElectionState, at time: Int) {
        let table: CSVTable
        do throws(Problems) {
            table = try CSVTable.parse(
                bytes,
                as: "",
                required: ["account", "role", "basis"],
                optional: Self.columns.filter { !["account", "role", "basis"].contains($0) }
            )
        } catch {
            faults = error.list.map { problem in
                let plain = Problem(problem.kind, file: "")
                return Fault(
                    row: problem.row,
                    column: problem.column,
                    words: LocalizedText(
                        id: plain.sentence(in: .indonesian),
                        en: plain.sentence(in: .english)
                    )
                )
            }
            return
        }
        for column in table.header where !column.isEmpty && !Self.columns.contains(column) {
            note(
                1,
                column,
                "kolom tidak dikenal; yang dikenal: \(Self.columns.joined(separator: ", "))",
                "not a known column; those are: \(Self.columns.joined(separator: ", "))"
            )
        }
        guard table.rows.count <= Self.most else {
            note(nil, nil, "paling banyak \(Self.most) baris sekali", "at most \(Self.most) rows at once")
            return
        }
        var seen: Set<String> = []
        for row in table.rows { read(row, state, time, &seen) }
        if !faults.isEmpty { rows = [] }
    }

    private mutating func read(_ row: CSVRow, _ state: ElectionState, _ time: Int, _ seen: inout Set<String>)
    {
        var texts: [MandateDraft.Column: String] = [:]
        for column in MandateDraft.Column.allCases { texts[column] = row[column.rawValue] }
        var reader = MandateReader(texts, state, at: time)
        let draft = reader.read()
        faults += reader.faults.map { Fault(row: row.number, column: $0.column.rawValue, words: $0.words) }
        let text = row.optionalText("account") ?? ""
        let name: AccountName
        do throws(AccountName.Fault) { name = try AccountName(parsing: text) } catch {
            faults.append(Fault(row: row.number, column: "account", words: error.words))
            return
        }
        guard let name = Self.known(name) else {
            note(
                row.number,
                "account",
                "nama akun: huruf kecil, angka dan tanda hubung, tidak di ujung",
                "a name has small letters, digits and hyphens, none at its end"
            )
            return
        }
        let isOpen = state.organisation.accounts[name.text]
        guard isOpen != false else {
            note(row.number, "account", "akun ini sudah ditutup", "this account is closed")
            return
        }
        guard let draft else { return }
        let line =
            "\(name.text)\n\(draft.role.rawValue)\n\(draft.place?.description ?? "")\n\(draft.division ?? "")"
        guard seen.insert(line).inserted else {
            note(row.number, nil, "baris ini sama dengan baris di atas", "this row says what one above does")
            return
        }
        rows.append(Row(number: row.number, account: name, isNew: isOpen == nil, draft: draft))
    }

    /// The name, if the journal can know somebody by it: it takes fewer than the sign-in does.
    static func known(_ name: AccountName) -> AccountName? {
        let isPlain = name.text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "_") }
        return isPlain && name.text.last != "-" ? name : nil
    }

    private mutating func note(_ row: Int?, _ column: String?, _ indonesian: String, _ english: String) {
        faults.append(Fault(row: row, column: column, words: LocalizedText(id: indonesian, en: english)))
    }
}
