import Elections
import Office

extension ForwardedAnswer {
    /// What it is called in the table, with a number and a text where it has them.
    var row: (kind: String, place: Int, detail: String) {
        switch self {
        case .done(let receipt): (receipt.isRepeated ? "repeated" : "done", receipt.sequence, "")
        case .misfit(let entries): ("misfit", entries, "")
        case .refused(let refusal): refusal.row
        case .untaken: ("busy", 0, "")
        case .unanswered: ("unknown", 0, "")
        }
    }

    /// Reads an answer from three columns; `nil` when there is none.
    init?(_ rows: PostgresRows, _ row: Int, from column: Int) {
        guard let kind = rows.text(row, column) else { return nil }
        let (place, detail) = (rows.integer(row, column + 1) ?? 0, rows.text(row, column + 2) ?? "")
        self =
            switch kind {
            case "done": .done(Receipt(sequence: place, isRepeated: false))
            case "repeated": .done(Receipt(sequence: place, isRepeated: true))
            case "misfit": .misfit(entries: place)
            default: .refused(Refusal(kind, place, detail))
            }
    }
}

extension Refusal {
    fileprivate var row: (kind: String, place: Int, detail: String) {
        switch self {
        case .notPermitted(let permission): ("not-permitted", 0, permission?.rawValue ?? "")
        case .namelessRequest: ("nameless", 0, "")
        case .tooLarge(let bytes): ("too-large", bytes, "")
        case .busy: ("busy", 0, "")
        case .closed: ("closed", 0, "")
        case .notStored(.full): ("full", 0, "")
        case .notStored(.readOnly): ("read-only", 0, "")
        case .notStored(.timeout): ("timeout", 0, "")
        case .notStored(.unreachable(let words)): ("unreachable", 0, words)
        case .notStored(let fault): ("not-stored", 0, "\(fault)")
        // Who asked finds the reason of a misfit in its own state.
        case .unknown, .misfit: ("unknown", 0, "")
        }
    }

    fileprivate init(_ kind: String, _ place: Int, _ detail: String) {
        self =
            switch kind {
            case "not-permitted": .notPermitted(Permission(rawValue: detail))
            case "nameless": .namelessRequest
            case "too-large": .tooLarge(bytes: place)
            case "busy": .busy
            case "closed": .closed
            case "full": .notStored(.full)
            case "read-only": .notStored(.readOnly)
            case "timeout": .notStored(.timeout)
            case "unreachable": .notStored(.unreachable(detail))
            case "not-stored": .notStored(.database(detail))
            default: .unknown
            }
    }
}

extension Rights {
    private static let mandated = "mandated"

    /// What they are called in the table.
    var row: String {
        switch self {
        case .granted(let permissions): Self.names(permissions)
        case .mandated(let permissions): "\(Self.mandated) \(Self.names(permissions))"
        }
    }

    /// Reads them; a word that is no permission gives none.
    init(row: String) {
        let words = row.split(separator: " ")
        let permissions = Set(words.compactMap { Permission(rawValue: String($0)) })
        self = words.first == Self.mandated[...] ? .mandated(within: permissions) : .granted(permissions)
    }

    private static func names(_ permissions: Set<Permission>) -> String {
        permissions.map(\.rawValue).sorted().joined(separator: " ")
    }
}
